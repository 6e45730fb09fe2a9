"""What an unknown word may have meant. A wrong illness is worse than none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from holdkatalog.suggest import distance, nearest, suggest
from holdkatalog.validation.rules import words
from small import vocabulary

ROOT = Path(__file__).resolve().parent.parent
GOLDEN: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "examples" / "suggestions.yaml").read_text("utf-8")
)
CALLED = {
    "for": words.whom,
    "aktivitet": words.activities,
    "godt_at_vide": words.questions,
    "område": words.areas,
}


# What is right and yet not found; a shorter list is better, a longer one is a step back.
NOT_FOUND = {"omklædningsrum"}


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: f"{row['felt']}: {row['skrevet']}")
def test_a_typo_or_a_lay_word_never_leads_astray(row: dict[str, Any]) -> None:
    found = suggest(str(row["skrevet"]).replace("_", " "), CALLED[row["felt"]](vocabulary()))
    assert set(found) <= set(row["foreslå"])
    assert set(found) == set(row["foreslå"]) or not row.get("alle")
    assert bool(found) == bool(row["foreslå"]) or row["skrevet"] in NOT_FOUND


@pytest.mark.parametrize(
    "word",
    [
        "hypotension", "lavt blodtryk", "tungekræft", "hudsygdom", "leversygdom", "lipødem", "kolesterol",
        "par", "ryg", "type 3-diabetes", "psoriasis", "kronisk træthed", "nyresten", "x", "", "!",
    ],
)  # fmt: skip
def test_another_illness_is_not_offered_for_one_we_do_not_know(word: str) -> None:
    assert suggest(word, words.whom(vocabulary())) == ()


def test_an_ambiguous_word_gives_all_its_meanings() -> None:
    called = words.whom(vocabulary())
    assert suggest("blodprop", called) == ("hjertesygdom", "apopleksi")
    assert suggest("sukkersyge", called) == ("type-2-diabetes", "type-1-diabetes")


def test_a_beginning_that_fits_too_many_is_no_proposal() -> None:
    called = {f"hjerte{letter}": () for letter in "abcdefgh"}
    assert suggest("hjert", called) == ()


def test_two_that_are_equally_near_are_both_offered() -> None:
    assert suggest("torstag", {"torsdag": (), "torslag": ()}) == ("torsdag", "torslag")
    assert nearest("torstag", ("torsdag", "torslag")) == ""
    assert nearest("tiolet", ("toilet", "trinfri")) == "toilet"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("", "", 0), ("kol", "kol", 0), ("", "kol", 3), ("tiolet", "toilet", 1), ("kat", "hund", 4)],
)
def test_the_distance_counts_letters(one: str, other: str, apart: int) -> None:
    assert distance(one, other) == distance(other, one) == apart
