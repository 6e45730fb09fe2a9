"""What each offer answers to each thing one can choose: the list's filters, from the pages' own groups.

An answer is a sign. `-` is no, `?` is unknown, and every other is yes and says how it fits: made for
it (m), suits it (s), for relatives (r), open to all who are ill (c) or to everybody (a), here (h),
for the whole municipality (w), or simply yes (j).
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from holdkatalog import wording
from holdkatalog.danish import DAYS, capital, slug, sort_key
from holdkatalog.facets.choices import by_price, by_weekday
from holdkatalog.facets.entries import Entry
from holdkatalog.facets.groups import Group, by_area, by_fit, for_chronic, listed, with_activity
from holdkatalog.facets.needs import COMPANY, answer_to_need
from holdkatalog.facets.now import (
    NO,
    PARTS,
    UNKNOWN,
    YES,
    Steps,
    otherwise,
    parts_of_day,
    room,
    sign_on,
    this_week,
)
from holdkatalog.model import Answer
from holdkatalog.vocabulary import Area, Vocabulary

_FITS = {"made": "m", "suits": "s", "relatives": "r", "ask": UNKNOWN}
_AREAS = {"here": "h", "wide": "w", "ask": UNKNOWN}
_PLAIN = {"free": "j", "on": "j", "ask": UNKNOWN}
_ANSWERS = {Answer.YES: "j", Answer.NO: NO, Answer.UNKNOWN: UNKNOWN}
_FIRST, _FEW = 5, 7
"""So many options are shown at once, and so many are too few to hide some of them."""
_EARTH = 6371
"""Its radius in kilometres."""


@dataclass(frozen=True, slots=True)
class Option:
    """A thing one can choose: its id as in addresses, its name, and one sign for each offer.

    `short` is the name where there is little room, `within` the name inside a sentence; both are
    empty when the name itself does. A name inside a sentence that holds several has `|` between them.
    """

    id: str
    name: str
    signs: str
    short: str = ""
    within: str = ""

    @property
    def yes(self) -> int:
        """How many offers answer yes."""
        return len(self.signs) - self.unknown - self.signs.count(NO)

    @property
    def unknown(self) -> int:
        """Of how many offers nobody knows."""
        return self.signs.count(UNKNOWN)


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of things one can choose among, and the ids to show before one asks for the rest.

    `every` says that all that is chosen must hold.
    """

    key: str
    options: tuple[Option, ...]
    first: frozenset[str]
    every: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """The offers in their order, what they answer, and how far the areas lie from each other (km).

    `room` and `week` hold each offer's signs to come: whether there is room for new members, and what
    a week says in which no meeting is known.
    """

    entries: tuple[Entry, ...]
    facets: tuple[Facet, ...]
    km: tuple[tuple[int, ...], ...]
    room: tuple[Steps, ...] = ()
    week: tuple[Steps, ...] = ()

    @property
    def data(self) -> Mapping[str, object]:
        """The same as the browser gets it: only ids, signs, their first days and distances."""
        facets = [[f.key, [[one.id, one.signs] for one in f.options]] for f in self.facets]
        rooms, weeks = _plain(self.room), _plain(self.week)
        return {"facets": facets, "km": self.km, "room": rooms, "week": weeks}


def _plain(told: Iterable[Steps]) -> list[list[tuple[str, str | None]]]:
    return [[(sign, day.isoformat() if day else None) for sign, day in steps] for steps in told]


def filtering(found: Iterable[Entry], vocabulary: Vocabulary, today: dt.date) -> Filters:
    """The filters of all that is listed; what no offer will ever say yes or unknown to can't be chosen."""
    entries = listed(found)
    areas = tuple(_worth(_areas(entries, vocabulary)))
    questions = vocabulary.questions
    rooms = tuple(room(entry, today) for entry in entries)
    weeks = tuple(otherwise(entry, today) for entry in entries)
    meets = _ever(weeks) or any(entry.ahead for entry in entries)
    return Filters(
        entries,
        (
            _facet("sygdom", _conditions(entries, vocabulary), _meant),
            _facet("omraade", areas, _many),
            _facet("aktivitet", _activities(entries, vocabulary), _many),
            _facet(
                "behov",
                _needs(entries, vocabulary),
                lambda one: (one.id not in COMPANY, not questions[one.id].featured, -one.yes),
                every=True,
            ),
            _facet("pris", [_free(entries)], _many),
            _facet("dag", _weekdays(entries, today), _many),
            _facet("plads", [_open(rooms, today)], _many, later=_ever(rooms)),
            _facet("naar", [_week(entries, today)], _many, later=meets),
            _facet("tidspunkt", _parts(entries, today), _many),
        ),
        distances([vocabulary.areas[one.id] for one in areas]),
        room=rooms,
        week=weeks,
    )


def _facet(
    key: str,
    options: Iterable[Option],
    order: Callable[[Option], tuple[int, ...]],
    *,
    every: bool = False,
    later: bool = False,
) -> Facet:
    """A facet of which the first by `order` are shown at once, all of them when they are few.

    `later`: it may be chosen on a later day of the page, though not today.
    """
    found = tuple(options if later else _worth(options))
    best = sorted(found, key=order)[: _FIRST if len(found) > _FEW else _FEW]
    return Facet(key, found, frozenset(one.id for one in best), every=every)


def _meant(one: Option) -> tuple[int, ...]:
    """Most offers that are meant for the illness; what is open to all says nothing of it."""
    return (-one.signs.count("m") - one.signs.count("s"),)


def _many(one: Option) -> tuple[int, ...]:
    return (-one.yes,)


def _worth(options: Iterable[Option]) -> Iterator[Option]:
    return (one for one in options if one.yes or one.unknown)


def _ever(told: Iterable[Steps]) -> bool:
    """Whether any sign is more than no, today or later."""
    return any(sign != NO for steps in told for sign, _ in steps)


def _signs(
    entries: Iterable[Entry], groups: Iterable[Group], sign: Callable[[str, Entry], str]
) -> str:
    """The entries' signs, by the group that each stands in on the page of the same choice."""
    told = {e.id: sign(group.key, e) for group in groups for e in group.entries}
    return "".join(told.get(entry.id, NO) for entry in entries)


def _fit_sign(key: str, entry: Entry) -> str:
    return _FITS.get(key) or ("c" if for_chronic(entry.offer) else "a")


def _conditions(entries: tuple[Entry, ...], vocabulary: Vocabulary) -> Iterator[Option]:
    for one in sorted(vocabulary.conditions.values(), key=lambda c: sort_key(c.name)):
        signs = _signs(entries, by_fit(entries, one.id), _fit_sign)
        yield Option(one.id, one.name, signs, within="|".join(wording.one_by_one(one.in_words)))


def _areas(entries: tuple[Entry, ...], vocabulary: Vocabulary) -> Iterator[Option]:
    for one in sorted(vocabulary.areas.values(), key=lambda a: sort_key(a.name)):
        signs = _signs(entries, by_area(entries, one), lambda key, _: _AREAS.get(key, NO))
        yield Option(one.id, one.name, signs, within=one.in_words)


def _activities(entries: tuple[Entry, ...], vocabulary: Vocabulary) -> Iterator[Option]:
    for one in sorted(vocabulary.activities.values(), key=lambda a: sort_key(a.name)):
        group = Group("", with_activity(entries, one.id))
        yield Option(one.id, one.name, _signs(entries, [group], lambda *_: "j"))


def _needs(entries: tuple[Entry, ...], vocabulary: Vocabulary) -> Iterator[Option]:
    for one in vocabulary.questions.values():
        if one.need and one.id not in COMPANY[1:]:
            told = (answer_to_need(entry.offer, one.id) for entry in entries)
            yield Option(one.id, one.need, "".join(_ANSWERS[each] for each in told), one.short)


def _free(entries: tuple[Entry, ...]) -> Option:
    return Option("gratis", "", _signs(entries, by_price(entries), lambda key, _: _PLAIN[key]))


def _weekdays(entries: tuple[Entry, ...], today: dt.date) -> Iterator[Option]:
    for number, day in enumerate(DAYS):
        groups = by_weekday(entries, number, today)
        signs = _signs(entries, groups, lambda key, _: _PLAIN[key])
        yield Option(slug(day), capital(day), signs, within=day)


def _open(rooms: Iterable[Steps], today: dt.date) -> Option:
    return Option("aaben", "", "".join(sign_on(steps, today) for steps in rooms))


def _week(entries: Iterable[Entry], today: dt.date) -> Option:
    return Option("denne-uge", "", "".join(this_week(entry, today) for entry in entries))


def _parts(entries: Iterable[Entry], today: dt.date) -> Iterator[Option]:
    told = [parts_of_day(entry, today) for entry in entries]
    for part in PARTS:
        signs = (YES if part in each else UNKNOWN if UNKNOWN in each else NO for each in told)
        yield Option(part, "", "".join(signs))


def distances(areas: Iterable[Area]) -> tuple[tuple[int, ...], ...]:
    """How far the areas' centres lie from each other, in whole kilometres."""
    centres = [tuple(map(math.radians, area.centre)) for area in areas]
    return tuple(tuple(round(_apart(*a, *b)) for b in centres) for a in centres)


def _apart(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The way between two places along the earth, in kilometres (haversine)."""
    up, along = math.sin((other_lat - lat) / 2), math.sin((other_lon - lon) / 2)
    chord = up * up + math.cos(lat) * math.cos(other_lat) * along * along
    return 2 * _EARTH * math.asin(math.sqrt(chord))
