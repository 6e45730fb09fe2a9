"""When a team meets: rules, clocks, periods and breaks, as written and not yet computed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum


class Weeks(Enum):
    """Which ISO weeks; week 53 is odd."""

    ALL = "alle"
    EVEN = "lige"
    ODD = "ulige"


@dataclass(frozen=True, slots=True)
class Weekly:
    """Weekdays (Monday 0 to Sunday 6); `every` is counted from the ISO week of the period's first date."""

    weekdays: frozenset[int]
    weeks: Weeks = Weeks.ALL
    every: int = 1


@dataclass(frozen=True, slots=True)
class Monthly:
    """The nth weekdays of a month: `nth` holds 1 to 5, and -1 for the last."""

    weekday: int
    nth: frozenset[int]


@dataclass(frozen=True, slots=True)
class OnDate:
    """One day; neither period nor breaks touch it."""

    date: dt.date


@dataclass(frozen=True, slots=True)
class Often:
    """A rhythm without a weekday, `times` times every `every` `unit` (dag, uge, måned, år): words, never dates."""

    times: int
    unit: str
    every: int = 1


When = Weekly | Monthly | OnDate | Often


@dataclass(frozen=True, slots=True)
class Clock:
    """From when to when; `part` is a part of the day when only that is known; `minutes` a length when that is said."""

    start: dt.time | None = None
    end: dt.time | None = None
    part: str = ""
    minutes: int | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """From `first` to `last`, both included; None is open."""

    first: dt.date | None
    last: dt.date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Yearly:
    """The same days every year, (month, day) to (month, day), both included; may run over New Year."""

    first: tuple[int, int]
    last: tuple[int, int]
    whole_months: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class IsoWeeks:
    """ISO weeks `first` to `last` every year, both included; may run over New Year and then holds week 53."""

    first: int
    last: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Days from the municipality's list: `skoleferier`, `helligdage` or one holiday by its id."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class InWords:
    """Only a person knows: the volunteer's words stand, and no date is computed."""

    note: str


Span = Dates | Yearly | IsoWeeks | Named | InWords


@dataclass(frozen=True, slots=True)
class Times:
    """A number of meetings (`unit` gange) or of weeks (`unit` uger)."""

    number: int
    unit: str = "gange"
    about: bool = False
