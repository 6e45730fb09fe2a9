"""What makes the site holds no words of its own: they stand in the file of words.

`wording` joins its sentences from there too. Of Danish it only knows what the format itself is written in.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from holdkatalog import wording
from holdkatalog.errors import CatalogueError
from holdkatalog.grammar.facts import EFFORTS, LEADERS, PEOPLE, PHASES, STAGES, STATES, WAYS
from holdkatalog.grammar.words import EVERY, FIXED_PLACES, NTH, PARTS
from holdkatalog.model import Times, Weeks
from holdkatalog.wording import words

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "scripts" / "holdkatalog"
IDS = {"bekræftet", "idrætsforening", "følgeskab", "mænd", "pårørende", "halvår", "år"} | set(
    STATES
)
WORDING = sorted((PACKAGE / "wording").glob("*.py"))
# What it must know of Danish letters to find a file in one.
HEARD = {"pasted.py"}
# What the site is made of; the other doors speak to whoever stands at the terminal.
VIEWS = sorted(
    [*(PACKAGE / "facets").glob("*.py"), *(PACKAGE / "opendata").glob("*.py"), *WORDING]
    + [*(PACKAGE / "report").glob("*.py")]
    + [*(PACKAGE / "forms").glob("*.py")]
    + [*(PACKAGE / "ics").glob("*.py"), *(PACKAGE / "post").glob("*.py")]
    + [
        PACKAGE / f"{name}.py"
        for name in (
            "correction",
            "crawlers",
            "icons",
            "markup",
            "pages",
            "plugin",
            "rendering",
            "settings",
            "typesetting",
        )
    ]
)
SPEAKING = [module for module in WORDING if module.stem not in {"__init__", "words"}]
# What the format says itself, and the sign of a number without needless digits.
OF_THE_FORMAT = {"alder", "ikke startet", "fagperson", "inden ", "kvartal", "halvår", "år", "g"}
# The groups that are looked in with what a volunteer wrote, and all that can be looked for there.
LOOKED: dict[str, Iterable[object]] = {
    "places": FIXED_PLACES,
    "steps": WAYS,
    "limits": (*PEOPLE, *PHASES, *STAGES, "bopæl"),
    "efforts": EFFORTS,
    "leaders": LEADERS,
    "states": STATES,
    "numbers": range(13),
    "nth": NTH.values(),
    "every": EVERY.values(),
    "every_neuter": (EVERY["andet"],),
    "each": ("dag", "uge", "måned", "kvartal", "halvår", "år"),
    "weeks": (Weeks.EVEN.value, Weeks.ODD.value),
    "parts": PARTS,
    "holidays": (
        *("skoleferier", "efteraarsferie", "juleferie"),
        *("vinterferie", "paaskeferie", "sommerferie"),
    ),
    "times": ("gange", "uger"),
    "once": ("gange", "uger"),
}


class Asked(NamedTuple):
    """What a module asks the file of words for; no key for one that is only known later."""

    group: str
    key: str | None
    filled: frozenset[str]


def texts(tree: ast.Module) -> Iterator[str]:
    """The texts of a module that are no docstrings."""
    loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in loose:
            yield node.value


@pytest.mark.parametrize("module", [m for m in VIEWS if m.name not in HEARD], ids=lambda m: m.name)
def test_no_module_that_makes_the_site_holds_danish_words(module: Path) -> None:
    found = set(texts(ast.parse(module.read_text("utf-8"))))
    spoken = {text for text in found - IDS if re.search(r"[ÆØÅæøå](?![^\[]*\])| [a-z]{2,} ", text)}
    assert spoken == set()


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every time that words are asked for."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="say" | "known")):
                yield node


def asked(module: Path) -> Iterator[Asked]:
    """All that a module asks the file of words for."""
    for call in calls(ast.parse(module.read_text("utf-8"))):
        group, key = (one.value if isinstance(one, ast.Constant) else None for one in call.args)
        assert isinstance(group, str), "a group is named where it is asked for"
        assert key is None or isinstance(key, str)
        yield Asked(group, key, frozenset(str(word.arg) for word in call.keywords))


@pytest.mark.parametrize("module", SPEAKING, ids=lambda m: m.name)
def test_the_sentences_of_the_model_are_made_of_no_words_but_those_of_the_file(
    module: Path,
) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    for call in calls(tree):
        call.args.clear()
    assert {text for text in texts(tree) if any(map(str.isalpha, text))} <= OF_THE_FORMAT


def test_every_word_for_the_model_is_used_and_every_word_that_is_asked_for_is_there() -> None:
    there = {
        (group, key, frozenset(name for _, name, _, _ in Formatter().parse(text) if name))
        for group, inner in words.strings(words.FILE)["say"].items()
        for key, text in inner.items()
    }
    wanted = {
        (one.group, str(key), one.filled)
        for module in SPEAKING
        for one in asked(module)
        for key in ((one.key,) if one.key is not None else LOOKED[one.group])
    }
    assert sorted(map(str, wanted - there)) == []
    assert sorted(map(str, there - wanted)) == []


def test_a_mistake_in_the_words_is_told_as_one_when_a_sentence_needs_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "da.yaml"
    file.write_text("say:\n  times: [\n", "utf-8")
    monkeypatch.setattr(words, "FILE", file)
    words.sentences.cache_clear()
    with pytest.raises(CatalogueError) as told:
        wording.times(Times(8, "gange"))
    assert {(one.file, one.line) for one in told.value.problems} == {("theme/strings/da.yaml", 2)}
    monkeypatch.undo()
    assert wording.times(Times(8, "gange")) == "8 gange"
