"""What one can find an offer by: its own words, and the words others use for the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from holdkatalog import wording
from holdkatalog.catalogue import Catalogue
from holdkatalog.danish import DAYS
from holdkatalog.facets.choices import on_weekday
from holdkatalog.facets.entries import ELSEWHERE, Entry, entries, facts_of, free, places_of
from holdkatalog.facets.groups import listed
from holdkatalog.model import Answer, Offer, Place
from holdkatalog.vocabulary import Area, Vocabulary

FREE = "gratis"


@dataclass(frozen=True, slots=True)
class Document:
    """A listed offer, and its texts by the names of the index's fields."""

    id: str
    texts: Mapping[str, tuple[str, ...]]


def documents(catalogue: Catalogue, today: dt.date) -> tuple[Document, ...]:
    """One for each listed offer, in the order of the list, which also settles a tie."""
    found = listed(entries(catalogue, today))
    on = [{entry.id for entry in on_weekday(found, day, today)} for day in range(len(DAYS))]
    return tuple(
        Document(
            entry.id,
            {
                **_named(entry),
                **_known(entry.offer, catalogue.vocabulary),
                **_where(entry, catalogue),
                "days": tuple(day for day, ids in zip(DAYS, on, strict=True) if entry.id in ids),
            },
        )
        for entry in found
    )


def _named(entry: Entry) -> dict[str, tuple[str, ...]]:
    """What the club itself calls and tells."""
    offer, club = entry.offer, entry.club
    return {
        "name": (offer.name,),
        "also_called": offer.also_called,
        "club": (club.name, club.association),
        "free": (FREE,) if free(offer.prices) else (),
        "text": (offer.about, offer.first_time),
    }


def _known(offer: Offer, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """What the vocabulary says in other words: `sukkersyge` for diabetes, `gåhold` for a walk."""
    activities = [vocabulary.activities[id_] for id_ in offer.activities]
    facts = facts_of(offer)
    return {
        "activities": tuple(word for one in activities for word in (one.name, *one.synonyms)),
        "made_for": tuple(_illnesses(offer, vocabulary, made_for=True)),
        "suits": tuple(_illnesses(offer, vocabulary, made_for=False)),
        "needs": tuple(
            question.need
            for id_, question in vocabulary.questions.items()
            if id_ in facts and facts[id_].answer is Answer.YES
        ),
    }


def _illnesses(offer: Offer, vocabulary: Vocabulary, *, made_for: bool) -> Iterator[str]:
    for fit in offer.fits:
        if fit.made_for != made_for:
            continue
        if illness := vocabulary.conditions.get(fit.condition):
            yield from (illness.name, *illness.synonyms, *illness.search_words)
        else:
            audience = vocabulary.audiences[fit.condition]
            yield from (audience.name, *audience.synonyms)


def _where(entry: Entry, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """The areas it serves with their villages, the places it meets at, and what it serves besides."""
    areas = sorted(catalogue.vocabulary.areas.values(), key=lambda area: area.id)
    places = places_of(entry.offer)
    wide = _called(areas) if entry.wide else ()
    return {
        "areas": (
            *_called(area for area in areas if area.id in entry.areas),
            *(name for area in areas if area.id in entry.areas for name in area.villages),
        ),
        "places": tuple(word for place in places for word in _said(place)),
        "everywhere": (catalogue.municipality.name, *wide),
    }


def _said(place: Place) -> Iterator[str]:
    """The words of a place; one that is no building is known by what its page says of it: `Online`."""
    yield from (place.name, place.street, place.postcode, place.town)
    if place.id in ELSEWHERE:
        yield wording.place(place)


def _called(areas: Iterable[Area]) -> tuple[str, ...]:
    return tuple(name for area in areas for name in (area.name, *area.also_called))
