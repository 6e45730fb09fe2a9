"""An offer's meetings to come, packed so small that every card on a list can carry them all.

The build computes the days; a browser that shows the card later only forgets those that have been.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
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


def packed(meetings: Sequence[Meeting]) -> Packed | None:
    """The meetings as a browser reads them; None without any.

    `first` is the first day and `gaps` the days from one to the next. `at` holds each hour and place
    once, as when it is over, how both are said and whether it is sure, and `which` the one of each
    meeting, left out when all have the first.
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


def _at(meeting: Meeting) -> tuple[str, str, str, bool]:
    place = wording.meeting_spot(meeting)
    start = wording.meeting_start(meeting)
    return f"{end(meeting):%H:%M}", start, f", {place}" if place else "", meeting.sure


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting in the list of dates: what is said of it, and when it is over.

    `day` lacks its `year`, which a browser leaves out of this year's dates. `place`, `pickup` and
    `notes` say only what stands nowhere above the dates.
    """

    end: str
    day: str
    year: str
    clock: str
    place: str
    pickup: str
    notes: tuple[str, ...]
    links: tuple[str, ...]
    sure: bool


def rows(meetings: Sequence[Meeting]) -> tuple[Row, ...]:
    """The meetings as an offer's page lists them."""
    places = {wording.meeting_place(meeting) for meeting in meetings}
    said = {(meeting.line.note, meeting.line.pickup) for meeting in meetings}
    return tuple(_row(meeting, placed=len(places) > 1, told=len(said) > 1) for meeting in meetings)


def _row(meeting: Meeting, *, placed: bool, told: bool) -> Row:
    line, year = meeting.line, str(meeting.day.year)
    # What a listed day says stands nowhere else: no rule above the dates has it.
    listed = isinstance(line.when, OnDate)
    return Row(
        ends(meeting),
        # No line may break between a day's number and its month.
        wording.meeting_day(meeting).removesuffix(f" {year}").replace(". ", ".\N{NO-BREAK SPACE}"),
        year,
        wording.meeting_clock(meeting),
        wording.meeting_place(meeting) if placed else "",
        line.pickup if told or listed else "",
        (line.note,) if line.note and (told or listed) else (),
        line.links if listed else (),
        meeting.sure,
    )
