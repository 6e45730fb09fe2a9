"""Which offers stand on which page, and what holds for them there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

import pytest

from holdkatalog.facets.entries import (
    Entry,
    entries,
    free,
    places_of,
)
from holdkatalog.facets.groups import Group, by_area, by_fit, count, instead, listed, with_activity
from holdkatalog.model import (
    Attestation,
    Club,
    Fit,
    Limit,
    Offer,
    OnDate,
    Place,
    Price,
    Served,
    Session,
    State,
)
from holdkatalog.reading import LEAVES
from small import TODAY, empty, found

CONFIRMED = Attestation(TODAY)
VIG, HOEJBY = Place(town="Vig", postcode="4560"), Place(town="Højby", postcode="4573")
ONLINE = Place(id="online")


def offer(key: str, **facts: Any) -> Offer:  # noqa: ANN401 - each has its own
    base = Offer(id=f"f/{key}", name=key, activities=("gaature",), confirmed=CONFIRMED)
    return replace(base, **facts)


def keys(entries: Iterable[Entry]) -> list[str]:
    return [entry.id.removeprefix("f/") for entry in entries]


def shape(groups: Iterable[Group]) -> dict[str, list[str]]:
    return {group.key: keys(group.entries) for group in groups}


def test_offers_stand_by_their_next_day_then_in_the_alphabet_and_old_facts_last() -> None:
    def on(day: int) -> dict[str, Any]:
        return {"sessions": (Session(OnDate(TODAY + dt.timedelta(days=day))),)}

    old, soon = (Attestation(TODAY - dt.timedelta(days=days)) for days in (365, 364))
    offers = [
        offer("a", **on(3)),
        offer("b", **on(1), confirmed=soon),
        offer("c", **on(1)),
        offer("d"),
        offer("e", **on(-1)),
        offer("f", **on(0), confirmed=old),
        offer("g", **on(2), confirmed=None),
    ]
    assert keys(found(*offers)) == ["b", "c", "a", "d", "e", "f", "g"]


def test_facts_that_are_out_of_date_are_on_no_list() -> None:
    days = {"a": 424, "b": 425}
    confirmed = {key: Attestation(TODAY - dt.timedelta(days=n)) for key, n in days.items()}
    offers = [offer(key, confirmed=one) for key, one in confirmed.items()]
    assert keys(listed(found(*offers))) == ["a"]


def test_offers_stand_in_the_danish_alphabet_and_those_nobody_confirmed_last() -> None:
    names = ["Åben dans", "Zumba", "Ældre i gang", "aerobic", "Østers"]
    offers = [offer(f"k{i}", name=name) for i, name in enumerate(names)]
    never = offer("aldrig", name="Aaa", confirmed=None)
    assert [e.offer.name for e in found(*offers, never)] == [
        "aerobic",
        "Zumba",
        "Ældre i gang",
        "Østers",
        "Åben dans",
        "Aaa",
    ]


def test_courses_stand_among_the_offers_at_an_address_of_their_own() -> None:
    course = Club(id="k", name="Kommunen", offers=(replace(offer("x"), id="k/kol"),))
    club = Club(id="f", name="F", offers=(offer("kor"),))
    both = entries(replace(empty(), clubs=(club,), courses=(course,)), TODAY)
    assert [entry.address for entry in both] == ["hold/f/kor/", "forloeb/kol/"]


def test_what_is_closed_for_good_is_on_no_list() -> None:
    gone = offer(
        "lukket", states=(State("lukket"),), fits=(Fit("kol", made_for=True),), places=(VIG,)
    )
    both = found(gone, offer("aaben", states=(State("åben"),)))
    assert keys(both) == ["aaben", "lukket"]
    assert keys(listed(both)) == ["aaben"]
    assert keys(with_activity(both, "gaature")) == ["aaben"]
    assert shape(by_fit(both, "kol")) == {"ask": ["aaben"]}
    assert shape(by_area(both, empty().vocabulary.areas["vig"])) == {"ask": ["aaben"]}


RELATIVES = (Limit("pårørende"),)


def test_an_illness_has_five_groups_in_their_order() -> None:
    groups = by_fit(
        found(
            offer("a-for-alle", fits=(Fit("alle", made_for=True),)),
            offer("aabent", fits=(Fit("alle-kroniske", made_for=False),)),
            offer("alle", fits=(Fit("alle", made_for=True),)),
            offer("andet", fits=(Fit("astma", made_for=True),)),
            offer("egnet", fits=(Fit("alle", made_for=True), Fit("kol", made_for=False))),
            offer("intet"),
            offer("lavet", fits=(Fit("astma", made_for=False), Fit("kol", made_for=True))),
            offer("naere", fits=(Fit("kol", made_for=True),), limits=RELATIVES),
            offer("naere-aabent", fits=(Fit("alle-kroniske", made_for=True),), limits=RELATIVES),
            offer("naere-andet", fits=(Fit("astma", made_for=True),), limits=RELATIVES),
        ),
        "kol",
    )
    assert list(shape(groups).items()) == [
        ("made", ["lavet"]),
        ("suits", ["egnet"]),
        ("relatives", ["naere", "naere-aabent"]),
        ("open", ["aabent", "a-for-alle", "alle"]),
        ("ask", ["intet"]),
    ]
    assert count(groups) == 8


def test_a_group_without_offers_is_left_out() -> None:
    groups = by_fit(found(offer("a", fits=(Fit("kol", made_for=False),))), "kol")
    assert shape(groups) == {"suits": ["a"]}
    assert by_fit((), "kol") == ()


def test_an_area_has_its_own_its_neighbours_and_what_serves_all() -> None:
    vig = empty().vocabulary.areas["vig"]
    assert "hoejby" in vig.neighbours
    assert "roervig" not in vig.neighbours
    groups = by_area(
        found(
            offer("fjern", places=(Place(town="Rørvig", postcode="4581"),)),
            offer("her", places=(VIG,)),
            offer("her-og-online", places=(VIG, ONLINE)),
            offer("i-en-tid", sessions=(Session(places=(VIG,)),)),
            offer("intet-sted"),
            offer("kommer-her", places=(HOEJBY,), served=(Served("vig"),)),
            offer("nabo", places=(HOEJBY,)),
            offer("nabo-og-alle", places=(HOEJBY,), served=(Served("hele-kommunen"),)),
            offer("online", places=(ONLINE,)),
            offer("online-for-nabo", places=(ONLINE,), served=(Served("hoejby"),)),
            offer("svensk", places=(Place(postcode="4560", country="S"),)),
            offer("skiftende", places=(Place(note="Et nyt sted hver måned"),)),
            offer("skiftende-her", places=(Place(note="Et nyt sted hver måned"), VIG)),
            offer("ude", places=(Place(postcode="4300"),), served=(Served("andre-kommuner"),)),
            offer("ude-uden-sted", served=(Served("andre-kommuner"),)),
        ),
        vig,
    )
    assert shape(groups) == {
        "here": ["her", "her-og-online", "i-en-tid", "kommer-her", "skiftende-her"],
        "near": ["nabo", "online-for-nabo"],
        "wide": ["nabo-og-alle", "online"],
        "ask": ["intet-sted", "skiftende"],
    }


@pytest.mark.parametrize("place", ["online", "telefon", "hjemme"])
def test_what_has_no_place_serves_everywhere_unless_it_says_where(place: str) -> None:
    (entry,) = found(offer("a", places=(Place(id=place),)))
    assert (entry.wide, entry.areas) == (True, frozenset())
    (entry,) = found(offer("a", places=(Place(id=place),), served=(Served("vig"),)))
    assert (entry.wide, entry.areas) == (False, frozenset({"vig"}))


def test_activities_are_all_looked_at() -> None:
    both = found(offer("a", activities=("kor", "gaature")), offer("b", activities=("kor",)))
    assert keys(with_activity(both, "kor")) == ["a", "b"]
    assert keys(with_activity(both, "gaature")) == ["a"]


def test_places_are_told_once_the_offers_own_first() -> None:
    sessions = (Session(places=(HOEJBY, VIG)), Session(places=(ONLINE,)), Session())
    assert places_of(offer("a", places=(VIG,), sessions=sessions)) == (VIG, HOEJBY, ONLINE)


@pytest.mark.parametrize(
    ("lines", "costs_nothing"),
    [
        (["gratis"], True),
        (["gratis, kaffe er med"], True),
        ([], False),
        (["50 kr. pr. gang"], False),
        (["0-50 kr. pr. gang"], False),
        (["gratis for medlemmer"], False),
        (["gratis for medlemmer", "50 kr. for andre"], False),
        (["gratis", "plus 200 kr. pr. år for medlemskab"], False),
        (["plus 200 kr. pr. år for medlemskab"], False),
        (["Spørg kassereren"], False),
    ],
)
def test_only_what_costs_nobody_anything_is_free(lines: list[str], *, costs_nothing: bool) -> None:
    prices = [cast("tuple[Price, ...]", LEAVES["price"](line)) for line in lines]
    assert free(price for each in prices for price in each) is costs_nothing


def test_instead_of_what_is_closed_comes_the_same_illness_or_activity_the_same_area_first() -> None:
    def kol(key: str, place: Place, *, activity: str = "kor", **facts: Any) -> Offer:  # noqa: ANN401 - each has its own
        fits = (Fit("kol", made_for=True), Fit("alle", made_for=False))
        return offer(key, activities=(activity,), fits=fits, places=(place,), **facts)

    gone = kol("gone", VIG, states=(State("lukket"),))
    relatives = kol("andre", VIG, limits=(Limit("pårørende"),))
    everybody = offer("alle", fits=(Fit("alle", made_for=False),), places=(VIG,))
    shut = kol("lukket", VIG, states=(State("lukket"),))
    far, song = kol("fjern", HOEJBY), offer("sang", activities=("kor",), places=(VIG,))
    near, online = kol("naer", VIG, activity="gaature"), kol("online", ONLINE)

    def shown(*others: Offer) -> list[str]:
        every = found(gone, *others)
        return keys(instead(next(e for e in every if e.id == gone.id), every))

    limited = replace(everybody, limits=(Limit("kvinder"),))
    assert shown(relatives, shut, limited, replace(everybody, places=(HOEJBY,))) == []
    assert shown(relatives, everybody, shut) == ["alle"], "better than nothing"
    assert shown(far, everybody) == ["fjern", "alle"]
    assert shown(far, song) == ["sang", "fjern"]
    assert shown(far, song, near, online) == ["naer", "online"]
