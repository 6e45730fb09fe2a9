"""The municipality's days off: the schools' holidays and the public ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import holidays

from holdkatalog.model import Dates, IsoWeeks, Named, Span, Yearly
from holdkatalog.vocabulary import Holidays

_ALL_SCHOOL = "skoleferie"
_PUBLIC = "helligdage"


@dataclass(frozen=True, eq=False)
class Calendar:
    """What days are off: asked of a day at a time. Equal only to itself, so that answers can be kept."""

    given: Holidays

    def public(self, day: dt.date) -> bool:
        """Whether the day is a public holiday, official or usual, or one that the municipality added."""
        here = (day.month, day.day)
        return here in self.given.extra_public or day in _danish(day.year)

    def school(self, day: dt.date) -> bool:
        """Whether the schools are known to have a holiday."""
        return any(self.covers(one, day) for each in self.given.ranges.values() for one in each)

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
                return self._named(name, day)
        return False

    def _named(self, name: str, day: dt.date) -> bool:
        if name == _PUBLIC:
            return self.public(day)
        if name.startswith(_ALL_SCHOOL):
            return self.school(day)
        return any(self.covers(one, day) for one in self.given.ranges.get(name, ()))


def _between(
    here: int | tuple[int, int], first: int | tuple[int, int], last: int | tuple[int, int]
) -> bool:
    """Both ends included; over New Year when the end comes first."""
    inside = (first <= here, here <= last)  # type: ignore[operator]
    return all(inside) if first <= last else any(inside)  # type: ignore[operator]


@lru_cache(maxsize=64)
def _danish(year: int) -> frozenset[dt.date]:
    """A year's public holidays in Denmark, the official and the usual ones."""
    return frozenset(holidays.country_holidays("DK", years=year, categories=("public", "optional")))


@lru_cache(maxsize=16)
def calendar_of(given: Holidays) -> Calendar:
    """The calendar that the municipality's holidays make; the same each time it is asked for."""
    return Calendar(given)
