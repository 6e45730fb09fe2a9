"""Lists that answer one question: a weekday, what is free, an illness in an area."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

import small
from holdkatalog.facets.choices import by_price, by_weekday, in_area
from holdkatalog.facets.entries import Entry
from holdkatalog.facets.groups import Group, by_fit
from holdkatalog.model import (
    Attestation,
    Dates,
    Fit,
    Offer,
    OnDate,
    Place,
    Price,
    Served,
    Session,
    State,
)
from holdkatalog.reading import LEAVES
from small import TODAY, empty

CLOSED = {"states": (State("lukket"),)}
PAST = Dates(dt.date(2026, 9, 1), dt.date(2026, 11, 30))


def found(**offers: dict[str, Any]) -> tuple[Entry, ...]:
    base = Offer(id="", name="", activities=("kor",), confirmed=Attestation(TODAY))
    made = tuple(replace(base, id=f"f/{k}", name=k, **facts) for k, facts in offers.items())
    return small.found(*made)


def keys(given: Iterable[Entry]) -> list[str]:
    return [entry.offer.name for entry in given]


def shown(groups: Iterable[Group]) -> dict[str, list[str]]:
    return {group.key: keys(group.entries) for group in groups}


def tid(text: str) -> dict[str, Any]:
    read: Any = LEAVES["session"](text)
    return {"sessions": read if isinstance(read, tuple) else (read,)}


def test_a_weekday_has_what_meets_then_by_a_rule_that_holds_or_on_a_date_to_come() -> None:
    given = found(
        uge=tid("tirsdag og torsdag 10-11"),
        maaned=tid("første tirsdag i måneden"),
        onsdag=tid("onsdag 10-11"),
        kommer={"sessions": (Session(OnDate(dt.date(2026, 12, 8))),)},
        var={"sessions": (Session(OnDate(dt.date(2026, 12, 1))),)},
        endt={"sessions": (replace(tid("tirsdag 10-11")["sessions"][0], periods=(PAST,)),)},
        endte_ord={"sessions": (Session(None, note="Når vi kan", periods=(PAST,)),)},
        ord=tid("Når vejret er til det"),
        tit=tid("to gange om måneden"),
        intet={},
        lukket={**tid("tirsdag 10-11"), **CLOSED},
    )
    ask = ["intet", "ord", "tit"]
    assert shown(by_weekday(given, 1, TODAY)) == {"on": ["kommer", "uge", "maaned"], "ask": ask}
    assert shown(by_weekday(given, 6, TODAY)) == {"ask": ask}


@pytest.mark.parametrize(
    ("prices", "key"),
    [
        ((), "ask"),
        ((Price(None),), "ask"),
        ((Price(0),), "free"),
        ((Price(0), Price(5000, on_top=True)), ""),
        ((Price(5000),), ""),
        ((Price(None, note="Spørg i klubben"),), "ask"),
        ((Price(None, note="Du betaler selv din kaffe"), Price(10000, on_top=True)), ""),
    ],
)
def test_an_unknown_price_is_asked_for_and_never_free(prices: tuple[Price, ...], key: str) -> None:
    groups = shown(by_price(found(a={"prices": prices}, b={"prices": prices, **CLOSED})))
    assert groups == ({key: ["a"]} if key else {})


def test_an_illness_in_an_area_shows_what_is_there_then_what_the_neighbours_and_all_have() -> None:
    vig, hoejby = Place(town="Vig", postcode="4560"), Place(town="Højby", postcode="4573")
    made, suits, open_ = (
        Fit("kol", made_for=True),
        Fit("kol", made_for=False),
        Fit("alle", made_for=True),
    )
    far = Place(town="Hørve", postcode="4534")
    given = found(
        her={"fits": (made,), "places": (vig,)},
        ogsaa={"fits": (suits,), "served": (Served("vig"), Served("hele-kommunen"))},
        aaben={"fits": (open_,), "places": (vig,)},
        nabo={"fits": (suits,), "places": (hoejby,)},
        naboaaben={"fits": (open_,), "places": (hoejby,)},
        online={"fits": (made,), "places": (Place(id="online"),)},
        langt={"fits": (made,), "places": (far,)},
        andet={"fits": (Fit("astma", made_for=True),), "places": (vig,)},
        telefon={"fits": (open_,), "places": (Place(id="telefon"),)},
        hvem={"places": (vig,)},
        hvemnabo={"places": (hoejby,)},
        hvemonline={"places": (Place(id="online"),)},
        hvor={"fits": (made,)},
    )
    area = empty().vocabulary.areas["vig"]
    assert shown(in_area(by_fit(given, "kol"), area)) == {
        "made": ["her"],
        "suits": ["ogsaa"],
        "open": ["aaben"],
        "near": ["nabo"],
        "wide": ["online", "telefon"],
        "ask": ["hvor", "hvem", "hvemonline"],
    }
