"""What a card says at a glance, and which three the front page shows."""

from __future__ import annotations

import datetime as dt

import pytest

from holdkatalog.facets.cards import card_facts, kind_of
from holdkatalog.facets.front import easy_to_begin
from holdkatalog.model import Offer
from small import TODAY, found, read, vocabulary


def facts(**raw: object) -> list[str]:
    return [f"{f.icon}: {f.key} {f.words}".rstrip() for f in card_facts(read(**raw))]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({}, ["spoerg: ask"]),
        ({"pris": "ukendt"}, ["spoerg: ask"]),
        ({"pris": "gratis", "anstrengelse": "hård"}, ["indsats: haard", "pris: free"]),
        (
            {"anstrengelse": "eget tempo, vi venter", "godt_at_vide": {"siddende": "ja"}},
            ["indsats: eget-tempo", "stol: siddende", "spoerg: ask"],
        ),
        (
            {
                "anstrengelse": "let",
                "godt_at_vide": {"siddende": "ja, på stole", "tag_en_med": "ja"},
                "pris": "50 kr. pr. gang, kaffe er med",
            },
            ["indsats: let", "stol: siddende", "pris: price 50 kr. pr. gang"],
        ),
        (
            {"godt_at_vide": {"siddende": "nej", "tag_en_med": "ja"}, "pris": "gratis"},
            ["stoette: tag-en-med", "pris: free"],
        ),
        ({"anstrengelse": "Det kommer an på dagen", "pris": "gratis"}, ["pris: free"]),
        (
            {"pris": ["plus 100 kr. pr. år for medlemskab", "200 kr. pr. halvår"]},
            ["pris: more 200 kr. pr. halvår"],
        ),
        ({"pris": "gratis for medlemmer"}, ["pris: price gratis for medlemmer"]),
        ({"pris": "Du betaler din egen kaffe"}, ["pris: price du betaler din egen kaffe"]),
        ({"pris": "Du betaler selv din kaffe i caféen, og den koster 25 kr."}, []),
    ],
)
def test_a_card_has_at_most_three_facts_and_an_unknown_price_says_so(
    raw: dict[str, object], said: list[str]
) -> None:
    assert facts(**raw) == said


def test_the_kind_is_the_group_of_the_first_activity_that_has_one() -> None:
    known = vocabulary()
    kind = kind_of(read(aktivitet="kor"), known)
    assert kind
    assert kind.id == "dans-og-sang"
    assert kind_of(Offer(id="f/a", name="A", activities=("ukendt",)), known) is None


EASY = {
    "aktivitet": "gaature",
    "også_for": "alle",
    "anstrengelse": "let",
    "godt_at_vide": {"tag_en_med": "ja"},
    "tid": "tirsdag 10.00-11.00",
    "sted": "Skolevej 2, 4560 Vig",
    "bekræftet": "1. december 2026 af formanden",
}


def easy(*offers: Offer) -> list[str]:
    return [entry.id for entry in easy_to_begin(found(*offers), vocabulary(), TODAY)]


def named(id_: str, **raw: object) -> Offer:
    made = read(**{**EASY, **raw})
    return Offer(**{**{f: getattr(made, f) for f in made.__slots__}, "id": f"f/{id_}", "name": id_})


def test_the_front_page_shows_three_of_different_kinds_the_last_confirmed_first() -> None:
    offers = [
        named("a"),
        named("b", bekræftet="3. december 2026"),
        named("c", aktivitet="kor"),
        named("d", aktivitet="yoga", bekræftet="2. december 2026"),
    ]
    assert easy(*offers) == ["f/b", "f/d", "f/c"]
    assert easy(*offers[:3]) == ["f/b", "f/c", "f/a"], "two of a kind when there is no third"


@pytest.mark.parametrize(
    "raw",
    [
        {"bekræftet": "ukendt"},
        {"bekræftet": "5. december 2025 af formanden"},
        {"også_for": "kol"},
        {"kun_for": "kvinder"},
        {"status": "venteliste"},
        {"status": "pause"},
        {"status": "lukket"},
        {"anstrengelse": "middel"},
        {"anstrengelse": "ukendt"},
        {"godt_at_vide": {"tag_en_med": "nej"}},
        {"godt_at_vide": {}},
        {"tid": "ukendt"},
        {"tid": "1. december 2026 10.00"},
        {"tid": "24. december 2026 10.00"},
        {"tid": "tirsdag 10.00-11.00", "periode": "til 1. december 2026"},
        {"sted": "telefon"},
        {"sted": "Bygaden 1, 4300 Holbæk"},
    ],
    ids=str,
)
def test_the_front_page_shows_nothing_that_is_not_easy_to_begin(raw: dict[str, object]) -> None:
    assert easy(named("a")) == ["f/a"]
    assert easy(named("a", **raw)) == []


def test_room_for_new_people_is_no_hindrance() -> None:
    assert easy(named("a", status="åben")) == ["f/a"]
    assert dt.date(2026, 12, 1) < TODAY
