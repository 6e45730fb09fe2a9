"""What the open data hold: the model's own offers and clubs, with what only the whole catalogue knows.

The records inherit the model's fields, so that a new one reaches the data and their schema by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from holdkatalog import wording
from holdkatalog.catalogue import Catalogue
from holdkatalog.facets.days import notices_on, states_of
from holdkatalog.facets.entries import Entry, entries, facts_of, free, places_of
from holdkatalog.facets.groups import listed
from holdkatalog.model import Club, Notice, Offer, Session, State
from holdkatalog.schedule import Calendar, asks, calendar_of
from holdkatalog.vocabulary import Holidays, Vocabulary

VERSION: Final = 1
"""Goes up when a key is taken away or changes its meaning; new keys may come at any time."""
LICENCE: Final = "CC BY 4.0 (Creative Commons Attribution 4.0 International)"
LICENCE_ADDRESS: Final = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession(Session):
    """One line of an offer's times.

    `when` null: only words or a link. `periods` and `breaks` null: nothing is said; []: all year,
    and never off. `places` []: the offer's. `usually`: the volunteer hedges. `times` counts this
    line alone; the offer's own counts all its lines together.
    """

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOffer(Offer):
    """One team or other offer; `id` is `club/offer`, `address` its page from the site's top.

    `template` is the idea it is made after, "" for none, and `inherited` the keys of a club's file that
    say, wholly or in part, what that idea says everywhere.
    `areas` are those it serves or meets in, and `everywhere` says that it serves them all. `facts`
    are the nearest answers, the only place's where the offer gives none; a question that isn't
    there is unanswered, which is no more a no than `ukendt`. `free` is true only when nothing at
    all is paid. `states_today` are those of `states`, and of an only place, that hold on the day
    the data were built, `notices_today` the notices to show on it. `ask_for_days`: only the club
    knows on which of the days it meets, so no dates must be computed. `edited` is the day on which
    the club's file last changed, in whatever it says, null when unknown; only `confirmed` tells that
    a person vouches for the facts. `more` holds further plain
    texts by their keys in the club's file. Longer texts may hold Markdown.
    """

    address: str
    club: str
    sessions: tuple[OpenSession, ...]
    areas: tuple[str, ...]
    everywhere: bool
    free: bool
    states_today: tuple[State, ...]
    notices_today: tuple[Notice, ...]
    ask_for_days: bool
    edited: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenClub(Club):
    """A club, or whoever gives the municipality's courses; `offer_ids` are its listed offers."""

    address: str
    offer_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publisher:
    """The municipality that publishes the data; `demo` says that the clubs are made up."""

    id: str
    name: str
    code: str
    demo: bool


@dataclass(frozen=True, slots=True)
class Names:
    """What each id is called in Danish.

    `questions` are those that `facts` answer, as they are asked; `templates` the ideas that clubs all
    over the country take up, whose texts an offer may have taken.
    """

    conditions: Mapping[str, str]
    audiences: Mapping[str, str]
    activities: Mapping[str, str]
    areas: Mapping[str, str]
    languages: Mapping[str, str]
    questions: Mapping[str, str]
    templates: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OpenData:
    """A municipality's catalogue of adapted teams, with every listed offer and every club.

    Every key is always there: null, "", [] and {} mean that nobody has said anything, never no.
    `version` goes up when a key is taken away or changes its meaning; new keys may come at any
    time. Addresses are relative to the site's top. Times are in Europe/Copenhagen, `words` are
    Danish. Pictures are not part of the data: who is on them has not agreed to that.
    """

    version: int
    licence: str
    licence_address: str
    municipality: Publisher
    built: dt.date
    names: Names
    holidays: Holidays
    clubs: tuple[OpenClub, ...]
    offers: tuple[OpenOffer, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """Which edition of the site this is: the day, the commit of the files if known, the program."""

    built: dt.date
    commit: str | None
    program: str


def gathered(
    catalogue: Catalogue, today: dt.date, edited: Mapping[str, dt.date] | None = None
) -> OpenData:
    """The open data of the catalogue, everything in the order of its id.

    `edited` has the day of each file's last edit by its path, None when nobody can tell.
    """
    found = sorted(listed(entries(catalogue, today)), key=lambda entry: entry.id)
    clubs = sorted((*catalogue.clubs, *catalogue.courses), key=lambda club: club.id)
    publisher = catalogue.municipality
    return OpenData(
        version=VERSION,
        licence=LICENCE,
        licence_address=LICENCE_ADDRESS,
        municipality=Publisher(publisher.id, publisher.name, publisher.code, publisher.demo),
        built=today,
        names=_names(catalogue.vocabulary),
        holidays=catalogue.vocabulary.holidays,
        clubs=tuple(_club(club, found) for club in clubs),
        offers=tuple(
            _offer(entry, catalogue.vocabulary, today, (edited or {}).get(entry.file))
            for entry in found
        ),
    )


def _names(vocabulary: Vocabulary) -> Names:
    return Names(
        conditions={id_: one.name for id_, one in vocabulary.conditions.items()},
        audiences={id_: one.name for id_, one in vocabulary.audiences.items()},
        activities={id_: one.name for id_, one in vocabulary.activities.items()},
        areas={id_: one.name for id_, one in vocabulary.areas.items()},
        languages={id_: one.name for id_, one in vocabulary.languages.items()},
        questions={id_: one.question for id_, one in vocabulary.questions.items()},
        templates={id_: one.name for id_, one in vocabulary.concepts.items()},
    )


def _club(club: Club, found: Iterable[Entry]) -> OpenClub:
    ids = tuple(entry.id for entry in found if entry.club.id == club.id)
    return OpenClub(**_values(club), address=f"forening/{club.id}/", offer_ids=ids)


def _offer(
    entry: Entry, vocabulary: Vocabulary, today: dt.date, edited: dt.date | None
) -> OpenOffer:
    offer = entry.offer
    calendar = calendar_of(vocabulary.holidays)
    loose = asks(offer.sessions, offer.times, calendar)
    more = {
        "address": entry.address,
        "club": entry.club.id,
        "sessions": tuple(_session(line, calendar, loose=loose) for line in offer.sessions),
        "facts": facts_of(offer),
        "areas": tuple(sorted(entry.areas)),
        "everywhere": entry.wide,
        "free": free(offer.prices),
        "states_today": states_of(offer, places_of(offer), today),
        "notices_today": notices_on(offer.notices, offer.confirmed, today),
        "ask_for_days": loose,
        "edited": edited,
    }
    return OpenOffer(**{**_values(offer), **more})


def _session(line: Session, calendar: Calendar, *, loose: bool) -> OpenSession:
    every = not loose and not asks((line,), line.times, calendar)
    return OpenSession(**_values(line), words=wording.session(line, every=every))


def _values(thing: Club | Offer | Session) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in fields(thing)}
