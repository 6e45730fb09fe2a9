"""When the part of the year ends in which a day lies: what is told of a season ends with it."""

from __future__ import annotations

import calendar as months
import datetime as dt

from holdkatalog.model import Dates, Session, Span, Yearly
from holdkatalog.schedule.calendar import Calendar

_DAY = dt.timedelta(days=1)


def season_end(line: Session, day: dt.date, until: dt.date, calendar: Calendar) -> dt.date:
    """The last day of the line's season that the day lies in, at most `until`.

    Periods that follow upon each other without a day between are one season. A line without a
    period has no season that could end.
    """
    spans, end = line.periods or (), day if line.periods else until
    while end < until:
        after = end + _DAY
        ends = [_last(span, after) for span in spans if calendar.covers(span, after)]
        if not ends:
            return end
        end = max(ends)
    return until


def _last(span: Span, day: dt.date) -> dt.date:
    """The last day of the span, seen from a day in it; the day itself where only the next can tell."""
    match span:
        case Dates(_, last):
            return last or dt.date.max
        case Yearly(_, (month, last_day)):
            year = day.year + ((day.month, day.day) > (month, last_day))
            return dt.date(year, month, min(last_day, months.monthrange(year, month)[1]))
    return day
