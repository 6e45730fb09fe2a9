"""How fresh an offer's facts are: a ladder of days, climbed from the day that a person confirmed them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from holdkatalog.model import Dates, IsoWeeks, Offer, Span, Yearly
from holdkatalog.vocabulary import Freshness

_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
_BEFORE = dt.timedelta(days=60)
"""So long before a season somebody who confirms the facts means that season."""


class Step(IntEnum):
    """Where the facts are: FRESH, SOON to be asked about, OLD (marked and lower), OUT of the lists."""

    FRESH = 0
    SOON = 1
    OLD = 2
    OUT = 3


@dataclass(frozen=True, slots=True)
class Ladder:
    """The first day of each step; all None for facts that nobody has confirmed, which are old."""

    soon: dt.date | None
    old: dt.date | None
    out: dt.date | None

    def on(self, day: dt.date) -> Step:
        """The step that holds that day."""
        if self.soon is None or self.old is None or self.out is None:
            return Step.OLD
        return Step(sum(day >= first for first in (self.soon, self.old, self.out)))


UNCONFIRMED = Ladder(None, None, None)
"""The ladder of facts that nobody has confirmed."""


def ladder(offer: Offer, given: Freshness) -> Ladder:
    """The offer's ladder.

    Facts that were confirmed for a season are fresh until it ends: a person who looked at them shortly
    before it began, or within it, is not asked in the middle of it. No season makes them old later.
    """
    if offer.confirmed is None:
        return UNCONFIRMED
    day = offer.confirmed.date
    soon, old, out = (day + dt.timedelta(days=days) for days in (given.soon, given.old, given.out))
    spans = {span for line in offer.sessions for span in line.periods or ()}
    ends = [min(end, old) + _DAY for span in spans for end in _ends(span, day)]
    return Ladder(min(max(soon, *ends, soon), old), old, out)


def _ends(span: Span, day: dt.date) -> Iterator[dt.date]:
    """The last day of each season of the span that the day lies in or shortly before."""
    # A season over New Year began last year, and in December the next can begin soon.
    for year in (day.year - 1, day.year, day.year + 1):
        first, last = _season(span, year)
        if last and first and first - day <= _BEFORE and day <= last:
            yield last


def _season(span: Span, year: int) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of the season that begins in the year; None where nobody can tell."""
    match span:
        case Dates(first, last):
            return first or dt.date.min + _BEFORE, last
        case Yearly(first, last):
            return _from(year, first), _to(year + (last < first), last)
        case IsoWeeks(first, last):
            monday = dt.date.fromisocalendar(year, 1, 1) + (first - 1) * _WEEK
            return monday, _sunday(year + (last < first), last)
    return None, None


def _from(year: int, day: tuple[int, int]) -> dt.date:
    """The day of that year; 29 February is 1 March where there is none."""
    return dt.date(year, day[0], 1) + (day[1] - 1) * _DAY


def _to(year: int, day: tuple[int, int]) -> dt.date:
    """The day of that year; 29 February is 28 February where there is none."""
    return min(_from(year, day), _from(year + day[0] // 12, (day[0] % 12 + 1, 1)) - _DAY)


def _sunday(year: int, week: int) -> dt.date:
    """The last day of that week; of week 53 it is that of week 52 where there is none."""
    newyear = dt.date.fromisocalendar(year + 1, 1, 1)
    return min(dt.date.fromisocalendar(year, 1, 1) + week * _WEEK, newyear) - _DAY
