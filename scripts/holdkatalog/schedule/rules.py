"""A rule's days: what python-dateutil gives for the rule, within its periods and outside its breaks."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, TypeGuard

from dateutil import rrule

from holdkatalog.model import (
    Dates,
    InWords,
    Monthly,
    Named,
    Session,
    Span,
    Weekly,
    Weeks,
    When,
    Yearly,
)
from holdkatalog.schedule.calendar import PUBLIC, Calendar

_FIRST_WEEK = 7
_DAY = dt.timedelta(days=1)


class Rule(NamedTuple):
    """What of a line decides its days. Many lines share one, so that its days can be kept."""

    when: When | None
    periods: tuple[Span, ...]
    breaks: tuple[Span, ...] | None
    usually: bool = False


class Day(NamedTuple):
    """A day on which a rule is held, and whether that is sure."""

    day: dt.date
    sure: bool


def rule_of(line: Session) -> Rule:
    """The line's rule; a listed day, a rhythm and words have one without days."""
    return Rule(line.when, line.periods or (), line.breaks, line.usually)


def start_of(periods: Iterable[Span] | None) -> dt.date | None:
    """The day that intervals and numbers are counted from."""
    firsts = [span.first for span in periods or () if isinstance(span, Dates) and span.first]
    return min(firsts, default=None)


def held(rule: Rule, first: dt.date, last: dt.date, calendar: Calendar) -> tuple[Day, ...]:
    """The days from the first to the last on which the rule is held; none where only a person knows."""
    if any(isinstance(span, InWords) for span in rule.periods):
        return ()
    match rule.periods:
        case (Dates(begin, end),) if not _is_interval(rule.when):
            days = _kept(rule._replace(periods=()), first, last, calendar)
            start = bisect_left(days, begin, key=itemgetter(0)) if begin else 0
            stop = bisect_right(days, end, key=itemgetter(0)) if end else None
            return days[start:stop]
    return _kept(rule, first, last, calendar)


# A municipality's teams share few rules, breaks and seasons, so each is worked out once. What is
# kept is bounded, and old windows fall out by themselves.
@lru_cache(maxsize=2048)
def _kept(rule: Rule, first: dt.date, last: dt.date, calendar: Calendar) -> tuple[Day, ...]:
    return tuple(
        Day(day, _sure(rule, day, calendar))
        for day in falls(rule, first, last)
        if within(rule.periods, day, calendar)
        and not any(calendar.covers(span, day) for span in rule.breaks or ())
    )


def falls(rule: Rule, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """The days from the first to the last on which the rule falls, whatever its periods and breaks.

    An interval falls only in periods that have a first day: each counts its weeks anew from there.
    """
    if not _is_interval(rule.when):
        return _falls(rule.when, None, first, last)
    found: set[dt.date] = set()
    for span in rule.periods:
        if isinstance(span, Dates) and span.first:
            begin, end = max(first, span.first), min(last, span.last or last)
            found.update(_falls(rule.when, _anchor(rule.when, span.first, begin), begin, end))
    return tuple(sorted(found))


def _is_interval(when: When | None) -> TypeGuard[Weekly]:
    return isinstance(when, Weekly) and when.every > 1


def _anchor(when: Weekly, start: dt.date, first: dt.date) -> dt.date:
    """The Monday of the last week before the first day that the interval meets, counted from the start's week."""
    monday = start - start.weekday() * _DAY
    length = 7 * when.every
    return monday + max((first - monday).days // length, 0) * length * _DAY


def within(periods: tuple[Span, ...], day: dt.date, calendar: Calendar) -> bool:
    """Whether the day lies in one of the periods; always so when there is none."""
    return not periods or any(calendar.covers(span, day) for span in periods)


@lru_cache(maxsize=4096)
def _falls(
    when: When | None, anchor: dt.date | None, first: dt.date, last: dt.date
) -> tuple[dt.date, ...]:
    begin, until = _midnight(first), _midnight(last)
    match when:
        case Monthly(weekday, nth):
            each = [rrule.weekdays[weekday](n) for n in sorted(nth)]
            found = rrule.rrule(rrule.MONTHLY, begin, byweekday=each, until=until)
        case Weekly(weekdays, _, every):
            start = _midnight(anchor) if anchor else begin
            found = rrule.rrule(rrule.WEEKLY, start, every, byweekday=sorted(weekdays), until=until)
        case _:
            return ()
    days: list[dt.date] = []
    with suppress(ValueError):  # dateutil may look for a next day behind the calendar's last
        days += (one.date() for one in found)
    return tuple(day for day in days if day >= first and _in_week(when, day))


def _in_week(when: Weekly | Monthly, day: dt.date) -> bool:
    """Whether the ISO week is even or odd as the rule has it; week 53 is odd."""
    if isinstance(when, Monthly) or when.weeks is Weeks.ALL:
        return True
    return (day.isocalendar().week % 2 == 0) is (when.weeks is Weeks.EVEN)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _sure(rule: Rule, day: dt.date, calendar: Calendar) -> bool:
    """Whether the team has said enough of its rule for the day to be trusted."""
    breaks = rule.breaks
    named = {span.name for span in breaks or () if isinstance(span, Named)}
    # Nothing is said of holidays, or only words that no program understands.
    vague = breaks is None or (bool(breaks) and all(isinstance(s, InWords) for s in breaks))
    return not (
        rule.usually
        or (breaks != () and PUBLIC not in named and calendar.public(day))
        or (vague and calendar.school(day))
        or ((vague or named - {PUBLIC}) and not calendar.known(day))
        or _begins(rule.periods, day, calendar)
    )


def _begins(periods: tuple[Span, ...], day: dt.date, calendar: Calendar) -> bool:
    """Whether a season told in whole months has just begun: "september" seldom means its first Tuesday."""
    if day.day > _FIRST_WEEK:
        return False
    months = [s for s in periods if isinstance(s, Yearly) and s.whole_months]
    if not any(span.first[0] == day.month for span in months):
        return False
    return not within(periods, day.replace(day=1) - _DAY, calendar)
