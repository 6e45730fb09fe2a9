"""The municipality's days off: the schools' holidays and the public ones."""

from __future__ import annotations

import datetime as dt
from calendar import isleap
from dataclasses import dataclass
from functools import lru_cache

import holidays

from holdkatalog.model import Dates, IsoWeeks, Named, Span, Yearly
from holdkatalog.vocabulary import Holidays

_ALL_SCHOOL = "skoleferier"
PUBLIC = "helligdage"
_LEAP_DAY = (2, 29)


@dataclass(frozen=True, eq=False)
class Calendar:
    """What days are off: asked of a day at a time. Equal only to itself, so that answers can be kept."""

    given: Holidays

    def public(self, day: dt.date) -> bool:
        """Whether the day is a public holiday: official, usual or added, and not re-opened by the municipality."""
        return day in _days_called(self, PUBLIC, day.year)

    def school(self, day: dt.date) -> bool:
        """Whether the schools are known to have a holiday."""
        return day in _days_called(self, _ALL_SCHOOL, day.year)

    def known(self, day: dt.date) -> bool:
        """Whether the day lies within what is known of the schools' holidays."""
        return self.given.known_to is None or day <= self.given.known_to

    def covers(self, span: Span, day: dt.date) -> bool:
        """Whether the day lies in the span; never so of words."""
        match span:
            case Dates(first, last):
                return (first is None or first <= day) and (last is None or day <= last)
            case Yearly(first, last):
                return _between((day.month, day.day), first, last)
            case IsoWeeks(first, last):
                return _between(day.isocalendar().week, first, last)
            case Named(name):
                return day in _days_called(self, name, day.year)
        return False


def _between(
    here: int | tuple[int, int], first: int | tuple[int, int], last: int | tuple[int, int]
) -> bool:
    """Both ends included; over New Year when the end comes first."""
    inside = (first <= here, here <= last)  # type: ignore[operator]  # all are of one kind
    return all(inside) if first <= last else any(inside)  # type: ignore[operator]  # all are of one kind


@lru_cache(maxsize=1024)
def _days_called(calendar: Calendar, name: str, year: int) -> frozenset[dt.date]:
    """The days of the year that the name stands for: asked of one rule after another, so it is kept."""
    given = calendar.given
    if name == PUBLIC:
        return _public(given, year)
    ranges = given.ranges.values() if name == _ALL_SCHOOL else (given.ranges.get(name, ()),)
    spans = [span for each in ranges for span in each]
    first = dt.date(year, 1, 1).toordinal()
    days = map(dt.date.fromordinal, range(first, first + 365 + isleap(year)))
    return frozenset(day for day in days if any(calendar.covers(span, day) for span in spans))


def _public(given: Holidays, year: int) -> frozenset[dt.date]:
    """Denmark's official and usual holidays with those the municipality added, without those it re-opened."""
    danish = holidays.country_holidays("DK", years=year, categories=("public", "optional"))
    added = {
        dt.date(year, month, day)
        for month, day in given.extra_public
        if (month, day) != _LEAP_DAY or isleap(year)
    }
    return frozenset(
        day for day in {*danish, *added} if (day.month, day.day) not in given.not_public
    )


@lru_cache(maxsize=16)
def calendar_of(given: Holidays) -> Calendar:
    """The calendar that the municipality's holidays make; the same each time it is asked for."""
    return Calendar(given)
