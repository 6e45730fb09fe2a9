"""A rule's days: what python-dateutil gives for the rule, within its periods and outside its breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dateutil import rrule

from holdkatalog.model import Dates, InWords, Monthly, Session, Weekly, Weeks
from holdkatalog.schedule.calendar import Calendar

_NOON = dt.time(12)


def days_of(line: Session, first: dt.date, last: dt.date, calendar: Calendar) -> Iterator[dt.date]:
    """The days from the first to the last on which the line's rule is held; none where only a person knows."""
    if any(isinstance(span, InWords) for span in line.periods or ()):
        return
    for day in _rule(line, first, last):
        inside = not line.periods or any(calendar.covers(s, day) for s in line.periods)
        if inside and not any(calendar.covers(s, day) for s in line.breaks or ()):
            yield day


def falls(line: Session, day: dt.date) -> bool:
    """Whether the line's rule falls on the day, whatever its periods and breaks."""
    return next(_rule(line, day, day), None) == day


def start_of(line: Session) -> dt.date | None:
    """The day that intervals and numbers are counted from."""
    firsts = [s.first for s in line.periods or () if isinstance(s, Dates) and s.first]
    return min(firsts, default=None)


def _rule(line: Session, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    begin, until = dt.datetime.combine(first, _NOON), dt.datetime.combine(last, _NOON)
    match line.when:
        case Weekly(weekdays, weeks, 1):
            for found in rrule.rrule(
                rrule.WEEKLY, byweekday=sorted(weekdays), dtstart=begin, until=until
            ):
                even = found.isocalendar().week % 2 == 0
                if weeks is Weeks.ALL or even is (weeks is Weeks.EVEN):
                    yield found.date()
        case Weekly(weekdays, _, every) if (start := start_of(line)) is not None:
            monday = start - dt.timedelta(days=start.weekday())
            every_nth = rrule.rrule(
                rrule.WEEKLY,
                interval=every,
                byweekday=sorted(weekdays),
                dtstart=dt.datetime.combine(monday, _NOON),
                until=until,
            )
            yield from (found.date() for found in every_nth.xafter(begin, inc=True))
        case Monthly(weekday, nth):
            each = [rrule.weekdays[weekday](n) for n in sorted(nth)]
            for found in rrule.rrule(rrule.MONTHLY, byweekday=each, dtstart=begin, until=until):
                yield found.date()
