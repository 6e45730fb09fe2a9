"""Whom an offer is for, in the words of the site."""

from __future__ import annotations

from typing import Any

import pytest

from holdkatalog import wording
from holdkatalog.facets.fits import fit_lines, judged, judged_for
from holdkatalog.model import Fit, Offer
from holdkatalog.paths import THEME
from holdkatalog.rendering import fill
from holdkatalog.wording.words import strings
from small import read as offer
from small import vocabulary

WORDS = strings(THEME / "strings" / "da.yaml")["fit"]


def said(found: Offer) -> list[str]:
    return [fill(WORDS[line.key], names=line.names) for line in fit_lines(found, vocabulary())]


CASES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"for": "kol"}, ["Lavet til dig med KOL."]),
    ({"for": ["kol", "astma"]}, ["Lavet til dig med KOL eller astma."]),
    ({"også_for": "kol, også svær"}, ["Også godt for dig med KOL (også svær)."]),
    (
        {"for": ["kol, let, også svær", "astma"]},
        ["Lavet til dig med astma eller KOL (let, også svær)."],
    ),
    (
        {"for": ["depression", "angst-og-stress"], "også_for": ["kraeft, især efter kemo", "kol"]},
        [
            "Lavet til dig med depression, angst, stress eller PTSD.",
            "Også godt for dig med kræft, senfølger af kræft (især efter kemo) eller KOL.",
        ],
    ),
    ({"for": "ensomhed"}, ["Lavet til dig med brug for selskab."]),
    ({"for": "anden-lungesygdom"}, ["Lavet til dig med en anden lungesygdom."]),
    ({"for": "aeldre"}, ["Lavet til ældre."]),
    ({"også_for": ["aeldre", "paaroerende"]}, ["Også godt for ældre og pårørende."]),
    ({"for": "alle-kroniske"}, ["Åbent for alle med langvarig sygdom."]),
    (
        {"for": ["astma", "aeldre"], "også_for": ["kol", "alle"]},
        [
            "Lavet til dig med astma.",
            "Lavet til ældre.",
            "Også godt for dig med KOL.",
            "Åbent for alle.",
        ],
    ),
    ({"for": "demens", "kun_for": "pårørende"}, ["For pårørende til mennesker med demens."]),
    (
        {"for": ["demens", "paaroerende"], "kun_for": ["60+", "pårørende, ægtefæller"]},
        ["For pårørende til mennesker med demens.", "Lavet til pårørende."],
    ),
    ({"for": "demens", "kun_for": "60+"}, ["Lavet til dig med demens."]),
    ({"for": "alle", "kun_for": "mænd"}, ["Du behøver ikke have en bestemt sygdom."]),
    (
        {"for": "alle-kroniske", "kun_for": "60+"},
        ["For dig med en langvarig sygdom, lige meget hvilken."],
    ),
]


@pytest.mark.parametrize(("raw", "lines"), CASES)
def test_whom_it_is_for_is_said_in_sentences(raw: dict[str, Any], lines: list[str]) -> None:
    assert said(offer(**raw)) == lines


def test_a_word_the_vocabulary_does_not_know_is_left_out() -> None:
    assert (
        fit_lines(
            Offer(id="f/a", name="A", activities=(), fits=(Fit("x", made_for=True),)), vocabulary()
        )
        == ()
    )


JUDGED = {
    "kol": "1. maj 2026 af lungesygeplejerske",
    "astma": "1. maj 2026 af lungesygeplejerske",
    "demens": "2. maj 2026",
}


def test_each_judgement_is_told_once_with_what_it_is_about() -> None:
    found = offer(
        **{"for": ["kol", "astma"], "også_for": ["parkinson", "demens"], "vurderet": JUDGED}
    )
    nurse, other = judged(found.fits)
    assert wording.attestation(nurse) == "1. maj 2026 af lungesygeplejerske"
    assert wording.attestation(other) == "2. maj 2026"
    assert judged_for(found, nurse, vocabulary()) == "KOL og astma"
    assert judged_for(found, other, vocabulary()) == "demens"


def test_a_judgement_of_all_needs_no_names() -> None:
    found = offer(**{"for": ["kol", "astma"], "vurderet": "1. maj 2026 af fysioterapeut"})
    (one,) = judged(found.fits)
    assert judged_for(found, one, vocabulary()) == ""
    assert judged(offer().fits) == ()
