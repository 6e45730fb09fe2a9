"""An offer's meetings to come, each with its hour and place, and whether it is sure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from holdkatalog.model import Clock, Monthly, Offer, OnDate, Place, Session, Times, Weekly
from holdkatalog.schedule.calendar import Calendar
from holdkatalog.schedule.counting import asks, last_day, listed, open_ended
from holdkatalog.schedule.rules import Day, falls, held, rule_of, start_of, within
from holdkatalog.schedule.states import IDLE, SHUT, WHEN_ENOUGH, barred, states_on

MOST = 60
"""So many meetings a page carries."""
_MONTHS = relativedelta(months=14)
"""So far ahead it looks."""
_NO_HOUR = dt.time(0)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: its day, its hours if known, the line of `tid` it comes from, and where.

    `sure` is False where only the team can tell whether it is held: "ring og hør".
    """

    day: dt.date
    clock: Clock | None
    line: Session
    places: tuple[Place, ...]
    sure: bool = True


class _Found(NamedTuple):
    """A meeting on its way: as it is sorted, with the line's number in its offer."""

    day: dt.date
    hour: dt.time
    at: int
    sure: bool
    clock: Clock | None


class _Window(NamedTuple):
    """The days that are asked about, and how many meetings are enough."""

    first: dt.date
    last: dt.date
    calendar: Calendar
    enough: int | None = None


def ahead(offer: Offer, today: dt.date, calendar: Calendar) -> tuple[Meeting, ...]:
    """The meetings from today on: 14 months of them or 60, whichever is fewer."""
    return tuple(islice(_meetings(offer, _Window(today, today + _MONTHS, calendar, MOST)), MOST))


def meetings(offer: Offer, first: dt.date, last: dt.date, calendar: Calendar) -> Iterator[Meeting]:
    """The offer's meetings from the first day to the last, both included, by day and hour."""
    return _meetings(offer, _Window(first, last, calendar))


def _meetings(offer: Offer, window: _Window) -> Iterator[Meeting]:
    found = _ruled(offer, window)
    if len(offer.sessions) > 1 or not found:
        found = sorted([*found, *_dated(offer, window)])
    choice = any(len(line.places or offer.places) > 1 for line in offer.sessions)
    for day, _, at, sure, clock in found:
        line = offer.sessions[at]
        places = line.places or offer.places
        left = _open(places, day) if choice else places
        # One of several is shut: nobody has said that they are at another then.
        yield Meeting(day, clock, line, left, sure and len(left) == len(places))


def _open(places: tuple[Place, ...], day: dt.date) -> tuple[Place, ...]:
    """Those of the places that are open that day."""
    return tuple(place for place in places if not barred((place,), day))


def called_off(line: Session, offer: Offer) -> bool:
    """Whether the line is a listed day on which the offer stands still or its house is shut."""
    return isinstance(line.when, OnDate) and _stopped(line, offer, line.when.date, SHUT)


def _dated(offer: Offer, window: _Window) -> Iterator[_Found]:
    """The days that are listed; only a pause or a closure takes them."""
    for at, line in enumerate(offer.sessions):
        if isinstance(line.when, OnDate) and window.first <= line.when.date <= window.last:
            day = line.when.date
            if not called_off(line, offer):
                clock = line.clock or _replaced(line, day, offer, window.calendar)
                # They may not be enough on the day either.
                now = {state.kind for state in states_on(offer.states, day)}
                yield _Found(day, _hour(clock), at, sure=WHEN_ENOUGH not in now, clock=clock)


def _ruled(offer: Offer, window: _Window) -> list[_Found]:
    """The rules' days. On a listed day they are silent, and the weekly ones where a monthly one is meant."""
    if asks(offer.sessions, offer.times, window.calendar):
        return []
    whole = _counting(offer, window)
    dated, found = listed(offer.sessions), list[_Found]()
    monthly = set(dated)
    for at, line in _widest_last(offer.sessions):
        if asks((line,), line.times, window.calendar):
            continue
        narrow = isinstance(line.when, Monthly)
        days = _heard(line, dated if narrow else monthly, whole)
        mine = _meant(days, line, at, offer, whole)
        if line.times:
            mine = _counted(mine, (line,), line.times)
        if narrow:
            # Also where its own place is shut: nobody has said that they are at the usual one then.
            monthly.update(one.day for one in (mine if line.times else days))
        found += mine
    if offer.times:
        lines = tuple(line for line in offer.sessions if not isinstance(line.when, OnDate))
        found = _counted(sorted(found), lines, offer.times, len(dated))
    if whole is window:
        return found
    return [one for one in found if one.day >= window.first]


def _widest_last(lines: tuple[Session, ...]) -> Iterator[tuple[int, Session]]:
    """The rules with their numbers, the monthly ones first."""
    for kind in (Monthly, Weekly):
        yield from ((at, line) for at, line in enumerate(lines) if isinstance(line.when, kind))


def _counting(offer: Offer, window: _Window) -> _Window:
    """The days to look at: a number of meetings is counted from its own first day."""
    counted = [line for line in offer.sessions if offer.times or line.times]
    starts = [start for line in counted if (start := start_of(line.periods))]
    return _Window(min([window.first, *starts]), *window[1:3]) if counted else window


def _heard(line: Session, silent: Collection[dt.date], window: _Window) -> Sequence[Day]:
    """The days of a rule on which nothing narrower is said."""
    days = held(rule_of(line), window.first, window.last, window.calendar)
    return [one for one in days if one.day not in silent] if silent else days


def _meant(
    days: Iterable[Day], line: Session, at: int, offer: Offer, window: _Window
) -> list[_Found]:
    """The days of a rule on which nothing stands still, each with its hours."""
    if _idles(line, offer):
        days = (one for one in days if not _stopped(line, offer, one.day, IDLE))
    if isinstance(line.when, Weekly):
        hour, enough = _hour(line.clock), islice(days, window.enough)
        return [_Found(day, hour, at, sure, line.clock) for day, sure in enough]
    clocks = ((one, line.clock or _replaced(line, one.day, offer, window.calendar)) for one in days)
    return [_Found(day, _hour(clock), at, sure, clock) for (day, sure), clock in clocks]


def _counted(
    found: list[_Found], rules: tuple[Session, ...], times: Times, taken: int = 0
) -> list[_Found]:
    """As many as are counted; when their number is only about so, none of them is sure."""
    end = last_day((one.day for one in found), rules, times, taken)
    kept = found if end is None else [one for one in found if one.day <= end]
    loose = times.about and open_ended(rules)
    return [one._replace(sure=False) for one in kept] if loose else kept


def _hour(clock: Clock | None) -> dt.time:
    return clock.start if clock and clock.start else _NO_HOUR


def _replaced(line: Session, day: dt.date, offer: Offer, calendar: Calendar) -> Clock | None:
    """The clock of the rule that the line stands for on the day; None when several have different ones.

    A listed day stands for the monthly rule before the weekly one, else for the only rule there is.
    """
    rules = [
        one for one in offer.sessions if one is not line and isinstance(one.when, Weekly | Monthly)
    ]
    on_it = [one for one in rules if falls(rule_of(one), day, day)]
    now = [one for one in on_it if within(one.periods or (), day, calendar)] or on_it
    narrow = [one for one in now if isinstance(one.when, Monthly)]
    if isinstance(line.when, Monthly):
        meant = [one for one in now if isinstance(one.when, Weekly)]
    else:
        meant = narrow or now or (rules if len(rules) == 1 else [])
    clocks = {one.clock for one in meant}
    return clocks.pop() if len(clocks) == 1 else None


def _idles(line: Session, offer: Offer) -> bool:
    """Whether there is anything that could stop the line."""
    here = (state for place in line.places or offer.places for state in place.states)
    return any(state.kind in IDLE for state in (*offer.states, *here))


def _stopped(line: Session, offer: Offer, day: dt.date, kinds: frozenset[str]) -> bool:
    """Whether the offer stands still that day, or no place that the line is held at is open."""
    if any(state.kind in kinds for state in states_on(offer.states, day)):
        return True
    return bool(barred(line.places or offer.places, day))
