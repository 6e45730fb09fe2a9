"""Numbers, days and clocks out of the phrases' groups."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from holdkatalog.danish import MONTHS
from holdkatalog.errors import Unreadable
from holdkatalog.grammar.when import CLOCK_PHRASE
from holdkatalog.grammar.words import DATE, NUMBERS
from holdkatalog.model import Clock

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_TWO_DIGIT_YEARS = 2000
# At either end of the calendar there are days with none before or after them.
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


def count(text: str) -> int:
    """A number in digits or in a word (`seks`)."""
    return NUMBERS.get(text.lower()) or int(text)


def day_from(text: str, year: int, month: int, day: int) -> dt.date:
    """The date, or Unreadable `no-such-date`."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Unreadable("no-such-date", text) from None


def date(text: str) -> dt.date:
    """A date in any of the usual spellings; Unreadable when the calendar has no such day."""
    text = text.strip()
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        return day_from(text, int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[-./ ](\d{4}|\d\d)", text):
        year = int(found[3]) + (0 if len(found[3]) > 2 else _TWO_DIGIT_YEARS)  # noqa: PLR2004 - "26" is 2026
        return day_from(text, year, int(found[2]), int(found[1]))
    found = re.fullmatch(r"(?:den |d\. ?)?(\d{1,2})\. ?(\w+) (\d{4})", text, re.IGNORECASE)
    if found and found[2].lower() in MONTHS:
        return day_from(text, int(found[3]), MONTHS.index(found[2].lower()) + 1, int(found[1]))
    raise Unreadable("unreadable", text)


def near_date(text: str) -> dt.date:
    """A date on which people meet or sign; Unreadable `no-such-year` when only a slip of the pen could mean it."""
    day = date(text)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise Unreadable("no-such-year", text, year=f"{day.year:04}")
    return day


def is_date(text: str) -> bool:
    """Whether the text is written as a date, in the calendar or not."""
    return re.fullmatch(DATE, text.strip(), re.IGNORECASE) is not None


def day_of_year(text: str, *, last: bool) -> tuple[int, int]:
    """(month, day) of `15. maj`, `15/5` or `maj`, of a month its first or its last day."""
    if found := re.fullmatch(r"(\d{1,2})[./](\d{1,2})\.?", text):
        day, month = int(found[1]), int(found[2])
    else:
        name = re.sub(r"[\W\d]+", " ", text).split()[-1]
        month = MONTHS.index(name.lower()) + 1
        digits = re.sub(r"\D", "", text)
        day = int(digits) if digits else _LONGEST[month - 1] if last else 1
    if not (1 <= month <= len(MONTHS) and 1 <= day <= _LONGEST[month - 1]):
        raise Unreadable("no-such-date", text)
    return month, day


def dated(text: str, *, last: bool) -> dt.date:
    """The date of `15. maj 2027`, or the first or last day of `maj 2027`."""
    if is_date(text):
        return date(text)
    name, year = text.split(" ")
    month = MONTHS.index(name.lower()) + 1
    first = day_from(text, int(year), month, 1)
    return first.replace(day=monthrange(first.year, month)[1]) if last else first


def hour(text: str) -> dt.time:
    """A time of day from `10`, `10.30`, `10:30` or `1030`; 24.00 is midnight."""
    digits = re.sub(r"\D", "", text)
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))  # noqa: PLR2004 - "10"
    if (hours, minutes) == (24, 0):
        return dt.time(0)
    try:
        return dt.time(hours, minutes)
    except ValueError:
        raise Unreadable("no-such-time", text) from None


def minutes(text: str) -> int:
    """A length in minutes from `2 timer`, `1,5 timer`, `halvanden time` or `45 min`."""
    number = text.rsplit(" ", 1)[0].replace(" ½", "½").lower()
    if "min" in text.lower():
        return int(number)
    if number == "halvanden":
        return 90
    half = 30 if number.endswith(("½", ",5")) else 0
    return count(number.removesuffix("½").removesuffix(",5")) * 60 + half


def clock(text: str) -> Clock:
    """From when to when, or a part of the day; ends after it begins, except at midnight."""
    match CLOCK_PHRASE.match(text):
        case "part", found:
            return Clock(part=found["part"].lower())
        case "hours", found:
            start, end = hour(found["start"]), hour(found["end"]) if found["end"] else None
            if end is not None and end <= start and end != dt.time(0):
                raise Unreadable("clock-ends-first", text)
            return Clock(start, end, about=bool(found["about"]))
    raise Unreadable("unreadable", text)
