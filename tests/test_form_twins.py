"""The browser's own writing of a file, held to the program's: the same letters for whatever is typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from holdkatalog import danish, messages
from holdkatalog.yamlfile import Document, KeyPath, Mapping_, Plain, change, dump, outline, read
from holdkatalog.yamlfile.characters import DANGEROUS, LOST
from holdkatalog.yamlfile.quoting import bare, meant, typed, written
from test_yamlfile_editing import every
from twin import LETTERS, Twin, heard, told, twin

ROOT = Path(__file__).resolve().parent.parent
NASTY = st.sampled_from([
    *"-:#'\"\\|>[]{},&*!%@`?~=<+./0123456789eExo_ \n\t\r",
    *("\u00a0\u00ad\u200b\u200d\u2028\u202e\ufeff\ufffd\x00\x85", "😀", "e\u0301", "å"),
    *("yes", "null", "0x1F", "2026-05-01", "19:30", "1e3", "---", "...", "<<", "navn: x", " #", "4560 Vig"),
])  # fmt: skip
TEXTS = st.text(LETTERS, max_size=12) | st.lists(NASTY, max_size=6).map("".join)
NUMBERS = ["gange", "kl"]
FILES = [
    *sorted((ROOT / "clubs").glob("*.yaml")),
    *sorted((ROOT / "tests" / "examples" / "valid").glob("*.yaml")),
]
CASES = read("cases", (ROOT / "tests" / "examples" / "changes.yaml").read_bytes())
SAID = st.sampled_from(
    ["kol", "Nyt navn", "Husk: sko", "4560 Vig", "19:30", "#1", "8", "to\nlinjer"]
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SAID | TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(
            st.sampled_from(["navn", "tid", "kl", "ny"]), inner, min_size=1, max_size=4
        )
    ),
    max_leaves=6,
) | st.sampled_from([None, [], {}, {"a": None}])


def document(source: str) -> Document:
    found = read("club.yaml", source.encode())
    assert found.problems == (), source
    return found


@pytest.fixture(scope="module")
def script(node: str) -> Iterator[Twin]:
    with twin(node) as running:
        yield running


@pytest.mark.parametrize("flow", [False, True])
@settings(max_examples=300)
@given(text=TEXTS)
@example(text="1_000.5")
@example(text="٣")
@example(text="2026-5-1 10:00:00 Z")
def test_a_text_is_written_alike(script: Twin, *, flow: bool, text: str) -> None:
    assert script.ask("typed", text) == typed(text) or "\n" in text
    assert script.ask("bare", text, flow) == bare(text, flow=flow)
    for numbers in (False, True):
        options = {"indent": 2, "flow": flow, "numbers": numbers, "newline": "\r\n"}
        expected = written(text, indent=2, flow=flow, numbers=numbers, newline="\r\n")
        assert script.ask("written", text, options) == expected


@settings(max_examples=300)
@given(text=TEXTS)
def test_a_text_is_meant_and_shown_alike(script: Twin, text: str) -> None:
    assert script.ask("meant", text) == meant(text)
    assert script.ask("masked", text) == messages.masked(text)
    assert script.ask("short", text) == " ".join(text.split())
    refused = (script.ask("refused", text) or {}).get("code")
    lost = "lost-letter" if LOST in text else None
    assert refused == ("control-character" if DANGEROUS.search(text) else lost)


@pytest.mark.parametrize(
    "text",
    [
        *("ring 010170-1234 nu", "0101701234 0101701234", "skriv til anna.b@gmail.com, eller bo@bo.dk"),
        *("a@b.c@d.e", "kontakt@example.org", "x@example.organ.dk", "010203\\u20131234", "01.02.03-1234"),
        *("12 34 56 78", "x" * 300, "a\u00a0b", "😀@bo.dk"),
    ],
)  # fmt: skip
def test_what_is_private_is_masked_alike(script: Twin, text: str) -> None:
    assert script.ask("masked", text) == messages.masked(text)


@settings(max_examples=200)
@given(
    text=TEXTS
    | st.sampled_from(["Nykøbing Sj.", "Ærø Café", "50+ holdet", "x" * 60, "æ" * 30, "-"])
)
def test_an_id_is_made_alike(script: Twin, text: str) -> None:
    assert script.ask("slug", text) == danish.slug(text)
    assert script.ask("id", text) == re.sub("^[^a-z]+", "", danish.slug(text))[:40].strip("-")


VALUE_TREES = st.dictionaries(
    st.sampled_from(["navn", "gange", "hold", "12", "on", "kl", "første gang"]),
    st.recursive(
        TEXTS,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(st.sampled_from(["kl", "2", "a", "b"]), inner, min_size=1, max_size=3)
        ),
        max_leaves=6,
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=200)
@given(values=VALUE_TREES)
def test_a_file_is_written_alike(script: Twin, values: dict[str, Plain]) -> None:
    assert script.ask("dump", told(values), NUMBERS) == dump(values, numbers=NUMBERS)


@pytest.mark.parametrize("nothing", [{"a": []}, {"a": {}}, {"a": None}])
def test_what_says_nothing_is_not_written(script: Twin, nothing: dict[str, Plain]) -> None:
    with pytest.raises(AssertionError, match="nothing to write"):
        script.ask("dump", told(nothing), [])


def changed(script: Twin, found: Document, path: KeyPath, value: Plain) -> str:
    given = [found.source, outline(found), [[path, told(value)]], NUMBERS]
    said = script.ask("change", *given)
    assert isinstance(said, str)
    return said


def cases() -> list[dict[str, str]]:
    assert isinstance(CASES.values, dict)
    found = CASES.values["cases"]
    assert isinstance(found, list)
    return [{str(k): str(v) for k, v in case.items()} for case in found if isinstance(case, dict)]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["rule"])
def test_the_cases_of_changes_hold_in_the_browser_too(script: Twin, case: dict[str, str]) -> None:
    path = tuple(int(step) if step.isdigit() else step for step in case["path"].split("."))
    value = json.loads(case["value"])
    for newline in ("\n", "\r\n"):
        before = case["before"].replace("\n", newline) + newline
        found = document(before)
        assert changed(script, found, path, value) == change(found, path, value, numbers=NUMBERS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@settings(max_examples=12)
@given(data=st.data())
def test_a_change_is_made_alike_in_every_example(
    script: Twin, file: Path, data: st.DataObject
) -> None:
    found = document(file.read_text("utf-8"))
    assert found.root
    paths = every(found.root)
    path = data.draw(st.sampled_from(paths))
    value = data.draw(VALUES)
    assert changed(script, found, path, value) == change(found, path, value, numbers=NUMBERS)
    parents = [(), *(each for each in paths if isinstance(found.node(each), Mapping_))]
    here = (*data.draw(st.sampled_from(parents)), data.draw(st.sampled_from(["navn", "tid", "ny"])))
    assert changed(script, found, here, value) == change(found, here, value, numbers=NUMBERS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@settings(max_examples=6)
@given(data=st.data())
def test_many_changes_at_once_are_one_change_of_the_whole(
    script: Twin, file: Path, data: st.DataObject
) -> None:
    found = document(file.read_text("utf-8"))
    assert isinstance(found.values, dict)
    keys = data.draw(
        st.lists(st.sampled_from(["ny", *list(found.values)[1:]]), min_size=2, max_size=4)
    )
    edits = [[[key], told(data.draw(VALUES))] for key in keys]
    wanted = json.loads(json.dumps(found.values))
    for [key], value in edits:
        wanted[key] = heard(value)
    assert script.ask("change", found.source, outline(found), edits, NUMBERS) == change(
        found, (), wanted, numbers=NUMBERS
    )
