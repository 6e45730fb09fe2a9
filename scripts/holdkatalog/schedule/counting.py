"""A number of meetings: which days they are, and when only the club can tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from holdkatalog.model import Dates, OnDate, Session, Times
from holdkatalog.schedule.calendar import Calendar
from holdkatalog.schedule.rules import held, rule_of, start_of

_LONGEST = dt.timedelta(days=800)
"""No season with a number of meetings is longer, and to count a thousand years takes too long."""
_WEEK = dt.timedelta(days=7)


def asks(sessions: Iterable[Session], times: Times | None, calendar: Calendar) -> bool:
    """Whether only the club knows on which of the days it meets.

    A number of meetings is counted from the first day. Without one, or when a season with both its
    ends holds another number of days, nobody else can tell.
    """
    lines = tuple(sessions)
    rules = [line for line in lines if line.when and not isinstance(line.when, OnDate)]
    if times is None or not rules:
        return False
    if not all(start_of(line.periods) for line in rules):
        return True
    if times.unit == "uger" or open_ended(rules):
        return False
    # Of days in "marts" every year beside this year's dates nobody can tell which are counted.
    mixed = any(not isinstance(span, Dates) for line in rules for span in line.periods or ())
    return mixed or len(listed(lines) | season(rules, calendar)) != times.number


def open_ended(rules: Iterable[Session]) -> bool:
    """Whether one of the dated periods has no last day."""
    spans = [span for line in rules for span in line.periods or () if isinstance(span, Dates)]
    return not all(span.last for span in spans)


def listed(sessions: Iterable[Session]) -> frozenset[dt.date]:
    """The days that are listed one by one."""
    return frozenset(line.when.date for line in sessions if isinstance(line.when, OnDate))


def season(rules: Iterable[Session], calendar: Calendar) -> frozenset[dt.date]:
    """Every day on which the rules are held in their dated periods, and never more than about two years of them."""
    spans = [
        (rule_of(line), s) for line in rules for s in line.periods or () if isinstance(s, Dates)
    ]
    ends = [(rule, span.first, span.last) for rule, span in spans if span.first and span.last]
    windows = [
        (rule, first, min(last, first + min(_LONGEST, dt.date.max - first)))
        for rule, first, last in ends
    ]
    return frozenset(one.day for window in windows for one in held(*window, calendar))


def last_day(
    days: Iterable[dt.date], rules: Iterable[Session], times: Times, counted: int = 0
) -> dt.date | None:
    """The last of the meetings among the rules' days, which ascend; None when the number ends nothing.

    `counted` are those that the listed days have taken of the number.
    """
    lines = tuple(rules)
    if times.unit == "uger":
        starts = [start for line in lines if (start := start_of(line.periods))]
        if not starts or not open_ended(lines):
            return None
        start = min(starts)
        return start + min(times.number * _WEEK - dt.timedelta(days=1), dt.date.max - start)
    left = times.number - counted
    each = tuple(dict.fromkeys(days))
    if left <= 0:
        return dt.date.min
    return each[left - 1] if left <= len(each) else None
