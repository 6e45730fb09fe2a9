"""Which days a period or a break covers, as far as a rule needs to know; the site's dates are computed elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from holdkatalog.model import (
    Dates,
    IsoWeeks,
    Monthly,
    Named,
    Session,
    Span,
    Weekly,
    Weeks,
    Yearly,
)
from holdkatalog.vocabulary import Vocabulary

_LAST = -1
_WEEK = dt.timedelta(days=7)
_HORIZON = 800


def covers(span: Span, day: dt.date, vocabulary: Vocabulary) -> bool:
    """Whether the day surely lies in the span; never so of words and of public holidays."""
    match span:
        case Dates(first, last):
            return (first is None or first <= day) and (last is None or day <= last)
        case Yearly(first, last):
            return _between((day.month, day.day), first, last)
        case IsoWeeks(first, last):
            return _between(day.isocalendar().week, first, last)
    ranges = vocabulary.holidays.ranges
    name = span.name if isinstance(span, Named) else ""
    spans = ranges.values() if name == "skoleferier" else (ranges.get(name, ()),)
    return any(covers(one, day, vocabulary) for each in spans for one in each)


def _between(
    here: int | tuple[int, int], first: int | tuple[int, int], last: int | tuple[int, int]
) -> bool:
    """Both ends included; over New Year when the end comes first."""
    inside = (first <= here, here <= last)  # type: ignore[operator]
    return all(inside) if first <= last else any(inside)  # type: ignore[operator]


def days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every day from the first to the last, and never more than about two years of them."""
    for number in range(min((last - first).days + 1, _HORIZON)):
        yield first + dt.timedelta(days=number)


def meets(session: Session, day: dt.date, start: dt.date) -> bool:
    """Whether the session's rule falls on the day; intervals are counted from the week of `start`."""
    match session.when:
        case Weekly(weekdays, weeks, every):
            # Asked of every day of years, so what most days fail comes first.
            if day.weekday() not in weekdays:
                return False
            even = day.isocalendar().week % 2 == 0
            parity = weeks is Weeks.ALL or even is (weeks is Weeks.EVEN)
            passed = (_monday(day) - _monday(start)) // _WEEK
            return parity and passed % every == 0
        case Monthly(weekday, nth):
            number = (day.day - 1) // 7 + 1
            is_last = (day + _WEEK).month != day.month
            return day.weekday() == weekday and (number in nth or (is_last and _LAST in nth))
    return False


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
