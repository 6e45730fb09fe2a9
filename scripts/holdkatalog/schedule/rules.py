"""A rule's days: what python-dateutil gives for the rule, within its periods and outside its breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

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


# A municipality's teams share few rules and breaks. Old windows fall out by themselves.
@lru_cache(maxsize=4096)
def held(rule: Rule, first: dt.date, last: dt.date, calendar: Calendar) -> tuple[Day, ...]:
    """The days from the first to the last on which the rule is held; none where only a person knows."""
    if any(isinstance(span, InWords) for span in rule.periods):
        return ()
    return tuple(
        Day(day, _sure(rule, day, calendar))
        for day in falls(rule, first, last)
        if within(rule.periods, day, calendar) and not _off(rule.breaks, day, calendar)
    )


def falls(rule: Rule, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """The days from the first to the last on which the rule falls, whatever its periods and breaks."""
    match rule.when:
        case Weekly(_, _, 1) | Monthly():
            return _falls(rule.when, None, first, last)
        case Weekly() if start := start_of(rule.periods):
            return _falls(rule.when, start, first, last)
    return ()


def within(periods: tuple[Span, ...], day: dt.date, calendar: Calendar) -> bool:
    """Whether the day lies in one of the periods; always so when there is none."""
    return not periods or any(calendar.covers(span, day) for span in periods)


def _off(breaks: tuple[Span, ...] | None, day: dt.date, calendar: Calendar) -> bool:
    return any(calendar.covers(span, day) for span in breaks or ())


@lru_cache(maxsize=4096)
def _falls(
    when: Weekly | Monthly, start: dt.date | None, first: dt.date, last: dt.date
) -> tuple[dt.date, ...]:
    begin, until = _midnight(first), _midnight(last)
    if isinstance(when, Monthly):
        each = [rrule.weekdays[when.weekday](n) for n in sorted(when.nth)]
        found = rrule.rrule(rrule.MONTHLY, byweekday=each, dtstart=begin, until=until)
    else:
        found = rrule.rrule(
            rrule.WEEKLY,
            interval=when.every,
            byweekday=sorted(when.weekdays),
            dtstart=_midnight(_counted(when, start, first)) if start else begin,
            until=until,
        )
    days = (each.date() for each in found)
    return tuple(day for day in days if day >= first and _in_week(when, day))


def _counted(when: Weekly, start: dt.date, first: dt.date) -> dt.date:
    """The Monday of the last week before the first day that the interval meets, counted from the start's week."""
    monday = start - start.weekday() * _DAY
    length = 7 * when.every
    return monday + max((first - monday).days // length, 0) * length * _DAY


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
