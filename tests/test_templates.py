"""What an offer takes from a template: the nearest wins, and one change reaches all that name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdkatalog.model import Answer, Fact, Offer
from holdkatalog.reading import club, inherited
from holdkatalog.reading.templates import whole
from small import content

CHOIR: dict[str, Any] = {
    "aktivitet": "kor",
    "for": ["kol", "astma"],
    "om": "Vi synger.",
    "medbring": "Vand",
    "vilkår": "Ingen.",
    "godt_at_vide": {"pauser": "ja", "vi_møder_dig": "ja", "toilet": "ja"},
}
TEMPLATES: Mapping[str, Mapping[str, Any]] = {"koret": CHOIR}
YES, NO = Fact(Answer.YES), Fact(Answer.NO)


def offer(**own: object) -> Offer:
    """An offer that follows the choir, and says this itself."""
    hold = {"navn": "Sang", "skabelon": "koret", **own}
    values = {"forening": "F", "hold": {"sang": hold}}
    return club("f", values, content().places, TEMPLATES).offers[0]


def place(**answers: str) -> dict[str, object]:
    return {"navn": "Klubhuset", "adresse": "Skolevej 2, 4560 Vig", "godt_at_vide": answers}


def test_an_offer_that_says_nothing_has_all_of_its_template() -> None:
    found = offer()
    assert (found.template, found.activities, found.about) == ("koret", ("kor",), "Vi synger.")
    assert [fit.condition for fit in found.fits] == ["kol", "astma"]
    assert found.facts == {"pauser": YES, "vi-moeder-dig": YES, "toilet": YES}
    assert found.more == {"vilkår": ("Ingen.",)}
    assert found.inherited == tuple(CHOIR)


def test_its_own_line_wins_whole() -> None:
    found = offer(om="Vi nynner.", **{"for": "parkinson"})
    assert found.about == "Vi nynner."
    assert [fit.condition for fit in found.fits] == ["parkinson"]
    assert not {"om", "for"} & set(found.inherited)


def test_unknown_silences_the_template() -> None:
    found = offer(om="ukendt", medbring="ukendt", godt_at_vide={"pauser": "ukendt"})
    assert (found.about, found.bring) == ("", "")
    assert found.facts["pauser"] == Fact(Answer.UNKNOWN)
    assert not {"om", "medbring"} & set(found.inherited)


def test_each_question_is_won_by_itself_however_it_is_spelt() -> None:
    found = offer(godt_at_vide={"vi_moeder_dig": "nej", "kaffe": "ja"})
    assert found.facts == {"pauser": YES, "toilet": YES, "vi-moeder-dig": NO, "kaffe": YES}
    every = offer(godt_at_vide=dict.fromkeys(CHOIR["godt_at_vide"], "nej"))
    assert set(every.facts.values()) == {NO}
    assert "godt_at_vide" not in every.inherited


@pytest.mark.parametrize("answer", ["nej", "ja, i haven", "ukendt"])
def test_who_has_been_at_the_place_knows_better_than_the_template(answer: str) -> None:
    found = offer(sted=place(toilet=answer))
    assert "toilet" not in found.facts, "so that the place's own answer is shown"
    assert found.facts["pauser"] == YES
    sessions = offer(tid={"dag": "tirsdag", "sted": place(toilet=answer)})
    assert "toilet" not in sessions.facts
    told = place(**dict.fromkeys(CHOIR["godt_at_vide"], "nej"))
    assert "godt_at_vide" not in offer(sted=told).inherited
    assert offer(sted=place(toilet=answer), godt_at_vide={"toilet": "ja"}).facts["toilet"] == YES


def test_an_illness_stands_where_the_offer_puts_it() -> None:
    found = offer(også_for=["KOL, også svær", "angst"])
    assert [(fit.condition, fit.made_for) for fit in found.fits] == [
        ("astma", True),
        ("kol", False),
        ("angst", False),
    ]


@pytest.mark.parametrize(
    "own",
    [
        {},
        {"skabelon": "findes-ikke"},
        {"skabelon": ["koret"]},
        {"skabelon": None},
        {"skabelon": {"a": "b"}},
    ],
)
def test_without_a_template_nothing_is_inherited(own: dict[str, object]) -> None:
    assert inherited(own, TEMPLATES) == {}
    assert whole(own, TEMPLATES) == own


def test_what_is_inherited_stands_as_the_template_writes_it() -> None:
    own = {"skabelon": "Koret", "om": "x", "godt_at_vide": {"pauser": "nej"}}
    assert inherited(own, TEMPLATES) == {
        **{key: CHOIR[key] for key in ("aktivitet", "for", "medbring", "vilkår")},
        "godt_at_vide": {"vi_møder_dig": "ja", "toilet": "ja"},
    }
    both = whole(own, TEMPLATES)
    assert both["godt_at_vide"] == {"pauser": "nej", "vi_møder_dig": "ja", "toilet": "ja"}
    assert inherited({"skabelon": "koret", "godt_at_vide": "ja"}, TEMPLATES).keys() == (
        CHOIR.keys() - {"godt_at_vide"}
    )


@given(
    st.dictionaries(
        st.sampled_from([*CHOIR, "også_for", "navn"]),
        st.one_of(
            st.none(),
            st.text(),
            st.lists(st.text()),
            st.dictionaries(st.sampled_from(["pauser", "kaffe"]), st.text()),
        ),
    )
)
def test_whatever_an_offer_says_stays_as_it_is(own: dict[str, Any]) -> None:
    both = whole({**own, "skabelon": "koret"}, TEMPLATES)
    for key, value in own.items():
        if key == "godt_at_vide" and isinstance(value, dict):
            assert value.items() <= both[key].items()
        else:
            assert both[key] == value
