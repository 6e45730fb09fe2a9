"""The offers as the pages need them: each with its club, its address and the facts that hold for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from holdkatalog.catalogue import Catalogue
from holdkatalog.danish import sort_key
from holdkatalog.facets.days import changes, closed, untold
from holdkatalog.facets.freshness import UNCONFIRMED, Ladder, Step, ladder
from holdkatalog.model import Club, Fact, Offer, Place, Price, Session
from holdkatalog.schedule import Meeting, ahead, calendar_of
from holdkatalog.vocabulary import Question

ELSEWHERE = frozenset({"online", "telefon", "hjemme"})
WIDE = frozenset({"hele-kommunen", "hele-landet"})
_OF_BUILDINGS = frozenset({"stedet", "komme_frem"})
Answers = tuple[tuple[Question, Fact | None], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One offer with its club; `areas` are those served or met in, `wide` says it serves them all.

    `ahead` holds its meetings to come, `untold` the times of which only the team can tell the days, and
    `step` says how fresh its facts are that day. One that is closed for good or whose facts are out of
    date isn't `listed`.
    """

    offer: Offer
    club: Club
    address: str
    areas: frozenset[str]
    wide: bool
    listed: bool
    ahead: tuple[Meeting, ...] = ()
    ladder: Ladder = UNCONFIRMED
    step: Step = Step.OLD
    untold: tuple[Session, ...] = ()

    @property
    def id(self) -> str:
        """The offer's full id."""
        return self.offer.id

    @property
    def file(self) -> str:
        """The path, from the catalogue's root, of the file that the offer stands in."""
        folder = "content/forloeb" if self.address.startswith("forloeb/") else "clubs"
        return f"{folder}/{self.club.id}.yaml"


def entries(catalogue: Catalogue, today: dt.date) -> tuple[Entry, ...]:
    """All offers and courses: those with old facts last, the next to meet first, else by the Danish alphabet."""
    found = [*_entries(catalogue, catalogue.clubs, today), *_courses(catalogue, today)]
    return tuple(sorted(found, key=_order))


def _order(entry: Entry) -> tuple[bool, dt.date, tuple[str, str], str]:
    next_ = entry.ahead[0].day if entry.ahead else dt.date.max
    return entry.step >= Step.OLD, next_, sort_key(entry.offer.name), entry.id


def _entries(catalogue: Catalogue, clubs: Iterable[Club], today: dt.date) -> Iterator[Entry]:
    for club in clubs:
        for offer in club.offers:
            yield _entry(catalogue, club, offer, today)


def _courses(catalogue: Catalogue, today: dt.date) -> Iterator[Entry]:
    for entry in _entries(catalogue, catalogue.courses, today):
        address = f"forloeb/{entry.id.partition('/')[2]}/"
        yield replace(entry, address=address)


def _entry(catalogue: Catalogue, club: Club, offer: Offer, today: dt.date) -> Entry:
    areas, wide = _served(catalogue, offer)
    steps = ladder(offer, catalogue.municipality.freshness)
    step = steps.on(today)
    calendar = calendar_of(catalogue.vocabulary.holidays)
    return Entry(
        offer,
        club,
        f"hold/{offer.id}/",
        areas,
        wide,
        listed=not closed(offer, today) and step < Step.OUT,
        ahead=ahead(offer, today, calendar),
        ladder=steps,
        step=step,
        untold=untold(offer, calendar),
    )


def leaves(entry: Entry, today: dt.date) -> dt.date | None:
    """The day from which a listed entry is on no list: its facts are out of date, or it closes for good."""
    offer = entry.offer
    closes = (day for day in changes(offer) if day > today and closed(offer, day))
    return min((day for day in (entry.ladder.out, next(closes, None)) if day), default=None)


def places_of(offer: Offer) -> tuple[Place, ...]:
    """Every place the offer meets at, its own first, each once."""
    found = [*offer.places, *(place for line in offer.sessions for place in line.places)]
    return tuple(place for i, place in enumerate(found) if place not in found[:i])


def away(offer: Offer) -> bool:
    """Whether it meets in no building: only online, by telephone or at the guest's own home."""
    places = places_of(offer)
    return bool(places) and all(place.id in ELSEWHERE for place in places)


def _served(catalogue: Catalogue, offer: Offer) -> tuple[frozenset[str], bool]:
    """The areas the offer serves or meets in; online, by phone and at home is everywhere, unless it says where."""
    places = places_of(offer)
    met = {catalogue.vocabulary.area_of(p.postcode) for p in places if not p.country}
    areas = {area.id for area in met if area} | {s.area for s in offer.served}
    wide = bool(areas & WIDE) or (not offer.served and any(p.id in ELSEWHERE for p in places))
    return frozenset(areas & catalogue.vocabulary.areas.keys()), wide


def facts_of(offer: Offer) -> Mapping[str, Fact]:
    """The nearest answer to each question: the offer's, else its place's when there is only one."""
    places = places_of(offer)
    near = places[0].facts if len(places) == 1 else {}
    return {**near, **offer.facts}


def _told_by_places(offer: Offer) -> frozenset[str]:
    """The questions that each of several places answers for itself, since the offer doesn't."""
    places = places_of(offer)
    found = {id_ for place in places for id_ in place.facts} if len(places) > 1 else set()
    return frozenset(found - offer.facts.keys())


def answers(entry: Entry, questions: Mapping[str, Question]) -> Answers:
    """The answered questions and the most asked, in the vocabulary's order; None has no answer.

    Where there is no building, nothing unanswered is asked of it.
    """
    facts, elsewhere = facts_of(entry.offer), _told_by_places(entry.offer)
    unasked = _OF_BUILDINGS if away(entry.offer) else frozenset()
    return tuple(
        (q, facts.get(q.id))
        for q in questions.values()
        if q.id in facts or (q.featured and q.id not in elsewhere and q.group not in unasked)
    )


def place_answers(entry: Entry, place: Place, questions: Mapping[str, Question]) -> Answers:
    """What one of an offer's several places answers, and the most asked that only another answers.

    Of a place that is known in words alone ("a new place every month") nothing can be asked.
    """
    told = _told_by_places(entry.offer)
    return tuple(
        (q, place.facts.get(q.id))
        for q in questions.values()
        if q.id in told and (q.id in place.facts or (q.featured and place.town))
    )


def free(prices: Iterable[Price]) -> bool:
    """Whether it costs nothing: a free line for everybody, and none that isn't or comes on top."""
    lines = tuple(prices)
    plain = [p for p in lines if not p.on_top]
    return (
        bool(plain)
        and len(plain) == len(lines)
        and all(p.amount == 0 and not p.most and not p.who for p in plain)
    )
