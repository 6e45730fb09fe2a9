"""What holds just now and will change by itself: room for new members, and a meeting this week.

A page outlives the day it was built on, so each sign comes with the days from which it is another:
the browser compares dates and reckons nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from holdkatalog.facets.coming import ended, over, places_ahead
from holdkatalog.facets.days import changes, running, states_of
from holdkatalog.facets.entries import Entry
from holdkatalog.model import Clock, Offer, Session
from holdkatalog.schedule import IDLE

YES, UNKNOWN, NO = "j", "?", "-"
Steps = tuple[tuple[str, dt.date | None], ...]
"""Signs with the first day of each; the first holds from the beginning."""
_OPEN = "åben"
_NO_ROOM = IDLE | {"fuld", "venteliste"}
_SUNDAY = 6
_NOON, _EVENING = dt.time(12), dt.time(17)
PARTS = ("formiddag", "eftermiddag", "aften")
_PART_OF = {"morgen": "formiddag", "middag": "eftermiddag"}


def room(entry: Entry, today: dt.date) -> Steps:
    """Whether new members can come: the sign of today, and those to come with their first days.

    Only a team that says it is open has room. Of one that says nothing, one has to ask.
    """
    return _steps(entry.offer, today, lambda day: room_on(entry.offer, day))


def room_on(offer: Offer, day: dt.date) -> str:
    """Whether new members can come that day."""
    kinds = {state.kind for state in states_of(offer, places_ahead(offer, day), day)}
    if over(offer, day) or kinds & _NO_ROOM:
        return NO
    return YES if _OPEN in kinds else UNKNOWN


def this_week(entry: Entry, today: dt.date) -> str:
    """Whether it meets in what is left of the week, today too; unknown where only the team can tell."""
    sunday = today + dt.timedelta(days=_SUNDAY - today.weekday())
    left = {meeting.sure for meeting in entry.ahead if meeting.day <= sunday}
    if left:
        return YES if True in left else UNKNOWN
    return sign_on(otherwise(entry, today), today)


def otherwise(entry: Entry, today: dt.date) -> Steps:
    """The sign of a week in which no meeting is known, today's and those to come: unknown or no."""
    return _steps(entry.offer, today, lambda day: _quiet_on(entry, day))


def _quiet_on(entry: Entry, day: dt.date) -> str:
    offer = entry.offer
    if not running(states_of(offer, places_ahead(offer, day), day)):
        return NO
    asked = not offer.sessions or any(not ended(line, day) for line in entry.untold)
    return UNKNOWN if asked else NO


def _steps(offer: Offer, today: dt.date, sign: Callable[[dt.date], str]) -> Steps:
    found: list[tuple[str, dt.date | None]] = [(sign(today), None)]
    for day in changes(offer):
        if day > today and sign(day) != found[-1][0]:
            found.append((sign(day), day))
    return tuple(found)


def sign_on(steps: Steps, day: dt.date) -> str:
    """The sign that holds on the day: the last that has begun."""
    return [sign for sign, first in steps if first is None or first <= day][-1]


def parts_of_day(entry: Entry, today: dt.date) -> frozenset[str]:
    """The parts of the day at which it begins, with "?" when nobody has said for some of its times."""
    lines = [line for line in entry.offer.sessions if not ended(line, today)]
    clocks = [clock for line in lines for clock in _clocks(line, entry)]
    return frozenset(map(_part, clocks if entry.offer.sessions else (None,)))


def _clocks(line: Session, entry: Entry) -> Iterator[Clock | None]:
    """The line's clock; a listed day without one has that of the rule it stands for."""
    found = [meeting.clock for meeting in entry.ahead if meeting.line == line]
    yield from found[:1] or [line.clock]


def _part(clock: Clock | None) -> str:
    if clock is None or not (clock.start or clock.part):
        return UNKNOWN
    if clock.start is None:
        return _PART_OF.get(clock.part, clock.part)
    morning, afternoon, evening = PARTS
    if clock.start < _NOON:
        return morning
    return afternoon if clock.start < _EVENING else evening
