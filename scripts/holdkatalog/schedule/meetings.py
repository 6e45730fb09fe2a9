"""An offer's meetings to come, each with its hour and place, and whether it is sure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dateutil.relativedelta import relativedelta

from holdkatalog.model import Clock, Named, Offer, OnDate, Place, Session, State, Yearly
from holdkatalog.schedule.calendar import Calendar
from holdkatalog.schedule.rules import days_of, falls

MOST = 60
"""So many meetings a page carries."""
_MONTHS = relativedelta(months=14)
"""So far ahead it looks."""
_SHUT = frozenset({"pause", "lukket"})
_NOT_BEGUN = frozenset({"ikke startet", "starter når vi er nok"})
_FIRST_WEEK = 7


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


def ahead(offer: Offer, today: dt.date, calendar: Calendar) -> tuple[Meeting, ...]:
    """The meetings from today on: 14 months of them or 60, whichever is fewer."""
    return tuple(islice(meetings(offer, today, today + _MONTHS, calendar), MOST))


def meetings(offer: Offer, first: dt.date, last: dt.date, calendar: Calendar) -> Iterator[Meeting]:
    """The offer's meetings from the first day to the last, both included, by day and hour."""
    fixed = {line.when.date for line in offer.sessions if isinstance(line.when, OnDate)}
    found: list[Meeting] = []
    for line in offer.sessions:
        places = line.places or offer.places
        if isinstance(line.when, OnDate):
            if first <= line.when.date <= last:
                clock = line.clock or _replaced(line.when.date, offer)
                found.append(Meeting(line.when.date, clock, line, places))
        else:
            found += [
                Meeting(day, line.clock, line, places, sure(line, day, calendar))
                for day in days_of(line, first, last, calendar)
                if day not in fixed
            ]
    held = [one for one in found if not _off(one, offer)]
    yield from sorted(held, key=lambda one: (one.day, _hour(one.clock)))


def _hour(clock: Clock | None) -> dt.time:
    return clock.start if clock and clock.start else dt.time(0)


def _replaced(day: dt.date, offer: Offer) -> Clock | None:
    """The clock of the rule that a listed day stands for, else of the only rule."""
    rules = [line for line in offer.sessions if line.when and not isinstance(line.when, OnDate)]
    same = [line.clock for line in rules if falls(line, day)]
    return next(iter(same or [line.clock for line in rules if len(rules) == 1]), None)


def sure(line: Session, day: dt.date, calendar: Calendar) -> bool:
    """Whether a rule's day is one that the team has said enough of to trust."""
    named = {span.name for span in line.breaks or () if isinstance(span, Named)}
    vague = line.breaks is None
    if line.usually or (line.breaks != () and "helligdage" not in named and calendar.public(day)):
        return False
    if vague and calendar.school(day):
        return False
    if (vague or named - {"helligdage"}) and not calendar.known(day):
        return False
    months = [s for s in line.periods or () if isinstance(s, Yearly) and s.whole_months]
    return not any(s.first[0] == day.month and day.day <= _FIRST_WEEK for s in months)


def _off(meeting: Meeting, offer: Offer) -> bool:
    """Whether a pause or a closure takes the day, the team's own or its only place's."""
    if any(_holds(state, meeting.day) for state in offer.states):
        return True
    places = meeting.places if len(meeting.places) == 1 else ()
    return any(s.kind in _SHUT and _holds(s, meeting.day) for p in places for s in p.states)


def _holds(state: State, day: dt.date) -> bool:
    if state.kind in _NOT_BEGUN:
        return state.first is None or day < state.first
    inside = (state.first is None or state.first <= day) and (
        state.last is None or day <= state.last
    )
    return state.kind in _SHUT and inside
