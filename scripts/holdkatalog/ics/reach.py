"""How far an offer's calendar file reaches: no further than somebody has answered for."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from holdkatalog.facets.entries import Entry
from holdkatalog.model import OnDate
from holdkatalog.schedule import Calendar, Meeting, season_end

_DAY = dt.timedelta(days=1)
Numbered = tuple[int, Meeting]
"""A meeting with its number on its day, from 1."""


def within(entry: Entry, calendar: Calendar) -> tuple[Numbered, ...]:
    """The meetings of the file: to the end of each line's season, and before the facts leave the lists.

    A pause or a closure has taken its days already. Without a confirmation there are none.
    """
    if entry.ladder.out is None or not entry.listed:
        return ()
    return tuple(_kept(entry.ahead, entry.ladder.out - _DAY, calendar))


def until(entry: Entry, calendar: Calendar) -> dt.date | None:
    """The last day in the file; None when there is no file."""
    return max((meeting.day for _, meeting in within(entry, calendar)), default=None)


def _kept(ahead: tuple[Meeting, ...], last: dt.date, calendar: Calendar) -> Iterator[Numbered]:
    numbers, ends = Counter[dt.date](), dict[int, dt.date]()
    for meeting in ahead:
        numbers[meeting.day] += 1
        # The first meeting ahead lies in the season that runs, or in the next one to begin.
        line = id(meeting.line)
        if line not in ends:
            listed = isinstance(meeting.line.when, OnDate)
            ends[line] = last if listed else season_end(meeting.line, meeting.day, last, calendar)
        if meeting.day <= ends[line]:
            yield numbers[meeting.day], meeting
