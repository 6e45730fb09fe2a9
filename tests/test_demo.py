"""The invented clubs show everything the site can: each filter option, each state, and the empty cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from holdkatalog.catalogue import load
from holdkatalog.danish import DAYS
from holdkatalog.facets.choices import by_price, in_area, on_weekday
from holdkatalog.facets.days import notices_on, states_after, states_of
from holdkatalog.facets.entries import entries, facts_of, places_of
from holdkatalog.facets.filtering import filtering
from holdkatalog.facets.freshness import Step
from holdkatalog.facets.groups import by_fit, count, instead, listed, living, only_relatives
from holdkatalog.facets.now import room
from holdkatalog.grammar.facts import KINDS, STATES
from holdkatalog.model import (
    Answer,
    Dates,
    InWords,
    IsoWeeks,
    Monthly,
    Named,
    Offer,
    Often,
    OnDate,
    Span,
    Weekly,
    Weeks,
    Yearly,
)

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 11, 25)
LOADED = load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True, today=TODAY)
CATALOGUE = LOADED.catalogue
WORDS = CATALOGUE.vocabulary
ALL = entries(CATALOGUE, TODAY)
SHOWN = listed(ALL)
OFFERS = tuple(entry.offer for entry in ALL)


def spans(offer: Offer) -> tuple[Span, ...]:
    return tuple(
        s for line in offer.sessions for s in (*(line.periods or ()), *(line.breaks or ()))
    )


def at(*ids: str) -> Callable[[Offer], bool]:
    return lambda offer: any(place.id in ids for place in places_of(offer))


def step(kind: str) -> Callable[[Offer], bool]:
    return lambda offer: any(one.kind == kind for one in offer.steps)


def limit(kind: str) -> Callable[[Offer], bool]:
    return lambda offer: any(one.kind == kind for one in offer.limits)


def rule(is_so: Callable[[object], bool]) -> Callable[[Offer], bool]:
    return lambda offer: any(is_so(line.when) for line in offer.sessions)


def part(*kinds: type) -> Callable[[Offer], bool]:
    return lambda offer: any(isinstance(span, kinds) for span in spans(offer))


SIGHTS: dict[str, Callable[[Offer], object]] = {
    "every week": rule(lambda w: isinstance(w, Weekly) and w.weeks is Weeks.ALL and w.every == 1),
    "even weeks": rule(lambda w: isinstance(w, Weekly) and w.weeks is Weeks.EVEN),
    "odd weeks": rule(lambda w: isinstance(w, Weekly) and w.weeks is Weeks.ODD),
    "every other week": rule(lambda w: isinstance(w, Weekly) and w.every == 2),
    "every day": rule(lambda w: isinstance(w, Weekly) and len(w.weekdays) == len(DAYS)),
    "the nth weekday": rule(lambda w: isinstance(w, Monthly) and -1 not in w.nth),
    "the last weekday": rule(lambda w: isinstance(w, Monthly) and -1 in w.nth),
    "a rhythm without a day": rule(lambda w: isinstance(w, Often)),
    "a list of dates": lambda o: sum(isinstance(line.when, OnDate) for line in o.sessions) > 2,
    "a single day": lambda o: len(o.sessions) == 1 and isinstance(o.sessions[0].when, OnDate),
    "times in words": lambda o: any(line.when is None and line.note for line in o.sessions),
    "times elsewhere": lambda o: any(line.links for line in o.sessions),
    "no times": lambda o: not o.sessions,
    "as a rule": lambda o: any(line.usually for line in o.sessions),
    "two times at two places": lambda o: sum(bool(line.places) for line in o.sessions) > 1,
    "a part of the day": lambda o: any(line.clock and line.clock.part for line in o.sessions),
    "a number of times": lambda o: o.times,
    "never off": lambda o: any(line.breaks == () for line in o.sessions),
    "all year": lambda o: any(line.periods == () for line in o.sessions),
    "a season by months": part(Yearly),
    "a season by weeks": part(IsoWeeks),
    "a season by dates": part(Dates),
    "school holidays": part(Named),
    "off in words": part(InWords),
    "online": at("online"),
    "by telephone": at("telefon"),
    "at home": at("hjemme"),
    "a shared venue": at("vig-hallen"),
    "outside the municipality": lambda o: any(
        p.postcode and not WORDS.area_of(p.postcode) for p in places_of(o)
    ),
    "several places": lambda o: len(places_of(o)) > 1,
    "a place in words": lambda o: any(not p.town and p.note for p in places_of(o)),
    "no place": lambda o: not places_of(o),
    "several organisers": lambda o: o.partners,
    "relatives only": only_relatives,
    "in pairs": limit("par"),
    "women": limit("kvinder"),
    "men": limit("mænd"),
    "an age": limit("alder"),
    "what one must be able to": limit(""),
    "whom it is for is unknown": lambda o: not o.fits,
    "own words behind an illness": lambda o: any(fit.note for fit in o.fits),
    "judged by a professional": lambda o: any(fit.judged for fit in o.fits),
    "drop-in": step("mød op"),
    "ring first": step("ring først"),
    "write first": step("skriv først"),
    "sign up": step("tilmeld dig"),
    "a talk first": step("samtale først"),
    "a referral": step("henvisning"),
    "several steps": lambda o: len(o.steps) > 1,
    "a deadline": lambda o: any(isinstance(one.deadline, dt.date) for one in o.steps),
    "no way in": lambda o: not o.steps,
    "a price per time": lambda o: any("gang" in price.per for price in o.prices),
    "a price with more on top": lambda o: any(price.on_top for price in o.prices),
    "a price in words": lambda o: any(p.amount is None and p.note for p in o.prices),
    "a price that is nearly so": lambda o: any(price.about for price in o.prices),
    "an unknown price": lambda o: not o.prices,
    "a contact of its own for signing up": lambda o: any(
        c.purpose == "tilmelding" for c in o.contacts
    ),
    "no contact": lambda o: not o.contacts,
    "a next step": lambda o: o.next,
    "another name": lambda o: o.also_called,
    "a translation": lambda o: o.translations,
    "a former address": lambda o: o.former_ids,
    "another language": lambda o: len(o.languages) > 1,
    "a notice": lambda o: notices_on(o.notices, o.confirmed, TODAY),
    "never confirmed": lambda o: o.confirmed is None,
    "paused later": lambda o: states_after(o.states, TODAY + dt.timedelta(days=-60)),
    "its house is shut": lambda o: any(
        s.kind == "lukket" and s.last for s in states_of(o, places_of(o), TODAY)
    ),
}


def test_there_are_enough_clubs_and_offers_to_look_through() -> None:
    assert len(CATALOGUE.clubs) >= 25
    assert sum(len(club.offers) for club in CATALOGUE.clubs) >= 77
    assert len({entry.club.id for entry in ALL if entry.address.startswith("forloeb/")}) == 1


@pytest.mark.parametrize("sight", SIGHTS)
def test_each_thing_a_club_can_write_can_be_seen(sight: str) -> None:
    assert any(SIGHTS[sight](offer) for offer in OFFERS)


def test_each_state_and_each_kind_of_offer_can_be_seen() -> None:
    assert {state.kind for offer in OFFERS for state in offer.states} >= set(STATES)
    assert {offer.kind for offer in OFFERS} == set(KINDS)


def test_each_option_of_each_filter_finds_something() -> None:
    groups = {WORDS.activities[id_].group for entry in SHOWN for id_ in entry.offer.activities}
    assert groups == set(WORDS.activity_groups)
    assert {area for entry in SHOWN for area in entry.areas} == set(WORDS.areas)
    needs = {q.id for q in WORDS.questions.values() if q.need}
    yes = {
        id_
        for entry in SHOWN
        for id_, fact in facts_of(entry.offer).items()
        if fact.answer is Answer.YES
    }
    assert needs - yes == set()
    assert {day for n, day in enumerate(DAYS) if on_weekday(SHOWN, n, TODAY)} == set(DAYS)
    signs = {
        (facet.key, one.id): set(one.signs)
        for facet in filtering(SHOWN, WORDS, TODAY).facets
        if facet.key in {"plads", "naar", "tidspunkt"}
        for one in facet.options
    }
    assert signs == {key: {"j", "?", "-"} for key in signs}
    assert len(signs) == 5
    assert {group.key for group in by_price(SHOWN)} == {"free", "ask"}
    assert {fact.answer for entry in SHOWN for fact in facts_of(entry.offer).values()} == set(
        Answer
    )
    assert any(entry.wide for entry in SHOWN)


def test_each_step_of_freshness_can_be_seen() -> None:
    assert {entry.step for entry in ALL} == set(Step)
    assert {entry.step for entry in SHOWN} == {Step.FRESH, Step.SOON, Step.OLD}
    assert [entry.step for entry in SHOWN] == sorted(
        (entry.step for entry in SHOWN), key=lambda step: step >= Step.OLD
    )


@pytest.mark.parametrize("signs", ["-j", "-?", "j-"])
def test_room_for_new_people_changes_by_itself(signs: str) -> None:
    changing = ["".join(sign for sign, _ in room(entry, TODAY)) for entry in SHOWN]
    assert any(signs in each for each in changing)


def test_what_one_cannot_go_to_leads_to_two_that_one_can() -> None:
    alive = living(ALL, TODAY)
    gone = [entry for entry in ALL if not entry.listed]
    assert {entry.step for entry in gone} >= {Step.FRESH, Step.OUT}, "closed, and out of date"
    assert [entry.id for entry in gone if len(instead(entry, alive)) < 2] == []


def test_one_illness_has_no_teams_and_the_others_have() -> None:
    without = {id_ for id_ in WORDS.conditions if not meant(id_)}
    assert without == {"nyresygdom"}


def meant(condition: str, area: str = "") -> int:
    """How many offers are made for the illness or suit it, in the area if one is given."""
    groups = by_fit(SHOWN, condition)
    groups = in_area(groups, WORDS.areas[area]) if area else groups
    return count(group for group in groups if group.key in {"made", "suits"})


def test_an_area_has_little_and_some_choices_of_it_find_nothing() -> None:
    few = min(WORDS.areas, key=lambda id_: sum(id_ in entry.areas for entry in SHOWN))
    assert sum(few in entry.areas for entry in SHOWN) <= 3
    assert meant("parkinson", few) == 0
    assert meant("kol", "faarevejle") == 0


def test_only_the_old_list_gets_advice() -> None:
    advised = {problem.file for problem in LOADED.problems}
    assert advised == {"clubs/hoerve-gymnastik.yaml"}


def test_nobody_can_be_rung_or_written_to_by_mistake() -> None:
    both = (*CATALOGUE.clubs, *CATALOGUE.courses)
    contacts = [c for club in both for c in club.contacts]
    contacts += [c for offer in OFFERS for c in offer.contacts]
    assert {c.phone for c in contacts if c.phone} == {"+4512345678"}
    assert {c.mail.partition("@")[2] for c in contacts if c.mail} == {"example.org"}
