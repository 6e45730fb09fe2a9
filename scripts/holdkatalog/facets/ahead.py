"""An offer's meetings to come, packed so small that every card on a list can carry them all.

The build computes the days; a browser that shows the card later only forgets those that have been.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from holdkatalog import wording
from holdkatalog.model import OnDate
from holdkatalog.schedule import Meeting

_LAST_MINUTE = dt.time(23, 59)
Packed = dict[str, object]


def end(meeting: Meeting) -> dt.time:
    """When the meeting is over that day: its end, else its start; without an hour the day's last minute."""
    clock = meeting.clock
    if clock is None or clock.start is None:
        return _LAST_MINUTE
    if clock.end is None:
        return clock.start
    # What runs past midnight is over when the day is.
    return clock.end if clock.end > clock.start else _LAST_MINUTE


def ends(meeting: Meeting) -> str:
    """The minute from which the meeting has been, on a Danish wall: `2026-12-01T11:30`."""
    return f"{meeting.day.isoformat()}T{end(meeting):%H:%M}"


def once(meeting: Meeting) -> bool:
    """Whether the meeting was written as a day of its own: nobody can say that it usually is then."""
    return isinstance(meeting.line.when, OnDate)


def packed(meetings: Sequence[Meeting]) -> Packed | None:
    """The meetings as a browser reads them; None without any.

    `first` is the first day and `gaps` the days from one to the next. `at` holds each hour and place
    once, as when it is over, how both are said, whether it is sure, and true at the end when it was
    written as a day of its own; and `which` the one of each meeting, left out when all have the first.
    """
    if not meetings:
        return None
    days = [meeting.day for meeting in meetings]
    each = [_at(meeting) for meeting in meetings]
    at = list(dict.fromkeys(each))
    found: Packed = {
        "first": days[0].isoformat(),
        "gaps": [(b - a).days for a, b in pairwise(days)],
        "at": [list(one) for one in at],
    }
    if len(at) > 1:
        found["which"] = [at.index(one) for one in each]
    return found


def _at(meeting: Meeting) -> tuple[str | bool, ...]:
    place = wording.meeting_spot(meeting)
    start = wording.meeting_start(meeting)
    said = (f"{end(meeting):%H:%M}", start, f", {place}" if place else "", meeting.sure)
    return (*said, True) if once(meeting) else said


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting in the list of dates: what is said of it, and when it is over.

    `day` lacks its `year`, which a browser leaves out of this year's dates. `place`, `pickup` and
    `note` say only what stands nowhere above the dates.
    """

    end: str
    day: str
    year: str
    clock: str
    place: str
    pickup: str
    note: str
    links: tuple[str, ...]
    sure: bool


def rows(meetings: Sequence[Meeting], above: Iterable[str] = ()) -> tuple[Row, ...]:
    """The meetings as an offer's page lists them; `above` are the places that it names above all dates.

    The only day that is left can be at another place than the usual one.
    """
    usual = {wording.any_of(above)} == {wording.meeting_place(meeting) for meeting in meetings}
    rules = [meeting.line for meeting in meetings if not once(meeting)]
    notes, pickups = {line.note for line in rules}, {line.pickup for line in rules}
    return tuple(
        _row(
            meeting,
            place="" if usual else wording.meeting_place(meeting),
            note=_own(meeting.line.note, notes),
            pickup=_own(meeting.line.pickup, pickups),
        )
        for meeting in meetings
    )


def _own(words: str, above: set[str]) -> str:
    """The words that stand with a date alone: not those of the only rule, which stand above all dates."""
    return "" if above == {words} else words


def _row(meeting: Meeting, *, place: str, note: str, pickup: str) -> Row:
    line, year = meeting.line, str(meeting.day.year)
    return Row(
        ends(meeting),
        # No line may break between a day's number and its month.
        wording.meeting_day(meeting).removesuffix(f" {year}").replace(". ", ".\N{NO-BREAK SPACE}"),
        year,
        wording.meeting_clock(meeting),
        place,
        pickup,
        note,
        # A rule's links stand above the dates.
        line.links if once(meeting) else (),
        meeting.sure,
    )
