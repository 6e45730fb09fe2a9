"""Texts that all but are a fixed phrase: proposed when certain, else nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from holdkatalog.reading import LEAVES
from holdkatalog.validation.hidden import hidden
from holdkatalog.validation.lexicon import PHRASES, SPOKEN, WORDS
from holdkatalog.validation.near import corrected

FILE = Path(__file__).resolve().parent / "examples" / "near-misses.yaml"
TABLE: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(FILE.read_text("utf-8"))


def rows(section: str) -> Iterator[tuple[str, str, str]]:
    for leaf, cases in TABLE[section].items():
        for written, meant in cases.items():
            yield leaf, written, meant


@pytest.mark.parametrize(("leaf", "written", "meant"), list(rows("næsten")))
def test_a_slip_of_the_pen_is_mended(leaf: str, written: str, meant: str) -> None:
    assert corrected(leaf, written) == meant


@pytest.mark.parametrize(("leaf", "written", "meant"), list(rows("sætninger")))
def test_a_sentence_that_hides_a_phrase_is_found(leaf: str, written: str, meant: str) -> None:
    assert hidden(leaf, written) == meant


@pytest.mark.parametrize(
    ("leaf", "meant"),
    [(leaf, meant) for part in TABLE for leaf, _, meant in rows(part) if meant],
)
def test_every_proposal_can_be_read(leaf: str, meant: str) -> None:
    assert PHRASES[leaf].match(meant)
    LEAVES[leaf](meant)


def test_further_words_may_be_named() -> None:
    assert corrected("place", "klubhuse", ("klubhus",)) == "klubhus"
    assert corrected("text", "hvad som helst") == ""


def test_the_tables_speak_of_leaves_only() -> None:
    assert {*WORDS, *SPOKEN, *PHRASES} <= set(LEAVES)
