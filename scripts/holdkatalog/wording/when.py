"""Time in Danish words: sessions, rules, clocks, periods and breaks.

The words stand in the file of words; here is the grammar, how they are chosen and joined, and the format's own ids.
Units (`dag`, `halvår`) are said as they are written; the names of days and months belong to the Danish calendar.
"""

from __future__ import annotations

import datetime as dt

from holdkatalog.danish import DAYS, MONTHS, capital, listed, long_date
from holdkatalog.model import (
    Clock,
    Dates,
    InWords,
    IsoWeeks,
    Monthly,
    Often,
    OnDate,
    Session,
    Span,
    Times,
    Weekly,
    Weeks,
    When,
    Yearly,
)
from holdkatalog.wording.words import known, say

_FEW = 2
_NEUTER = frozenset({"kvartal", "halvår", "år"})
_WEEK = 7
_FIRST_MONTH, _LAST_MONTH = (1, 1), (12, 31)


def number(value: int) -> str:
    """A number as one writes it in a sentence: words up to twelve."""
    return known("numbers", str(value)) or str(value)


def hour(value: dt.time) -> str:
    """A time of day: `10.00`."""
    return f"{value.hour}.{value.minute:02}"


def length(minutes: int) -> str:
    """A length: `45 minutter`, `1 time`, `1½ time`, `2 timer`."""
    hours, rest = divmod(minutes, 60)
    if hours == 0 or rest not in {0, 30}:
        return say("length", "minutes", number=minutes)
    written = f"{hours}{'½' if rest else ''}"
    if hours == 1:
        return say("length", "hour", number=written)
    return say("length", "hours", number=written)


def clock(found: Clock) -> str:
    """From when to when: `kl. 10.00-11.30`, `om formiddagen`, `i 2 timer`."""
    if found.part:
        return say("parts", found.part)
    if found.start is None:
        return say("length", "lasting", length=length(found.minutes)) if found.minutes else ""
    end = "24.00" if found.end == dt.time(0) else hour(found.end) if found.end else ""
    said = say("clock", "at", hours=f"{hour(found.start)}{f'-{end}' if end else ''}")
    return say("common", "about", what=said) if found.about else said


def _weekdays(days: frozenset[int]) -> str:
    order = sorted(days)
    if len(order) == _WEEK:
        return say("rhythm", "every_day")
    if len(order) > _FEW and order == list(range(order[0], order[-1] + 1)):
        return say("common", "to", first=DAYS[order[0]], last=DAYS[order[-1]])
    return listed(DAYS[day] for day in order)


def _interval(every: int) -> str:
    return known("every", str(every)) or f"{every}."


def _often(found: Often) -> str:
    if found.times > 1:
        each = _each(found) if found.every > 1 else say("each", found.unit)
        return say("rhythm", "times", number=number(found.times), each=each)
    return _each(found)


def _each(found: Often) -> str:
    if found.unit not in _NEUTER:
        what = f"{_interval(found.every)} {found.unit}" if found.every > 1 else found.unit
        return say("rhythm", "every", what=what)
    interval = known("every_neuter", str(found.every)) or _interval(found.every)
    what = f"{interval} {found.unit}" if found.every > 1 else found.unit
    return say("rhythm", "every_neuter", what=what)


def _weekly(days: frozenset[int], every: int) -> str:
    named = _weekdays(days)
    if every == 1:
        return say("rhythm", "every", what=named) if len(days) == 1 else named
    if len(days) == _WEEK:
        return say("rhythm", "every_day_of", days=named, interval=_interval(every))
    return say("rhythm", "every", what=f"{_interval(every)} {named}")


def when(rule: When) -> str:
    """A rule in words, in small letters: `hver tirsdag`, `første tirsdag i måneden`."""
    match rule:
        case Weekly(days, Weeks.ALL, every):
            return _weekly(days, every)
        case Weekly(days, weeks, _):
            return say("weeks", weeks.value, days=_weekdays(days))
        case Monthly(day, nth):
            order = sorted(nth, key=lambda n: n % 9)
            named = listed(say("nth", str(n)) for n in order)
            return say("rhythm", "monthly", nth=named, day=DAYS[day])
        case OnDate(date):
            return f"{DAYS[date.weekday()]} {long_date(date)}"
        case _:
            return _often(rule)


def _day(month_day: tuple[int, int]) -> str:
    return f"{month_day[1]}. {MONTHS[month_day[0] - 1]}"


def _to(first: str, last: str) -> str:
    return first if first == last else say("common", "to", first=first, last=last)


def _dates(first: dt.date | None, last: dt.date | None) -> str:
    if first and last:
        return _to(long_date(first), long_date(last))
    if first:
        return say("span", "since", day=long_date(first))
    return say("span", "until", day=long_date(last)) if last else ""


def span(found: Span) -> str:
    """A period or a break: `september til april`, `uge 42`, `skolernes ferier`."""
    match found:
        case InWords(note):
            return note
        case Dates(first, last):
            words = _dates(first, last)
        case Yearly(first, last, whole_months=True):
            words = _to(MONTHS[first[0] - 1], MONTHS[last[0] - 1])
        case Yearly(first, last):
            words = _to(_day(first), _day(last))
        case IsoWeeks(first, last):
            words = say("span", "week", week=_to(str(first), str(last)))
        case _:
            words = known("holidays", found.name) or found.name
    return f"{words}, {found.note}" if found.note else words


def times(found: Times) -> str:
    """`8 gange`, `cirka 12 uger`."""
    if found.number > 1:
        said = say("times", found.unit, number=found.number)
    else:
        said = say("once", found.unit, number=found.number)
    return say("common", "about", what=said) if found.about else said


def rule(session: Session, *, every: bool = True) -> str:
    """Rule and clock in words, with a capital: `Hver tirsdag kl. 10.00-11.30`; "" when there is neither.

    Not `every`: only the weekday, when nobody but the club knows which of them.
    """
    named = when(session.when) if session.when else ""
    if not every and not named.startswith(say("rhythm", "every_day")):
        named = named.removeprefix(say("rhythm", "every", what=""))
    parts = [
        say("rhythm", "usually") if session.usually else "",
        named,
        clock(session.clock) if session.clock else "",
    ]
    return capital(" ".join(part for part in parts if part))


def period(session: Session) -> str:
    """When on the year: `september til april`, `i maj`, `hele året`; "" when nothing is said."""
    if session.periods is None:
        return ""
    if not session.periods:
        return say("span", "all_year")
    named = listed(map(span, session.periods))
    return say("span", "month", month=named) if all(map(_month, session.periods)) else named


def _month(found: Span) -> bool:
    return isinstance(found, Yearly) and found.whole_months and found.first[0] == found.last[0]


def off(session: Session) -> str:
    """When there is none: `skolernes ferier og helligdage`; "" when nothing is said or never."""
    return listed(span(b) for b in session.breaks) if session.breaks else ""


def session(found: Session, *, every: bool = True) -> str:
    """One line of `tid` as a sentence or two, without its places and links; `every` as in `rule`."""
    head = ", ".join(
        part
        for part in (
            rule(found, every=every),
            period(found),
            times(found.times) if found.times else "",
        )
        if part
    )
    return ". ".join(capital(part) for part in (head, found.note, _breaks(found)) if part)


def _breaks(found: Session) -> str:
    """The breaks as a sentence; the volunteer's own words are one already."""
    if found.breaks is None:
        return ""
    if not found.breaks:
        return say("breaks", "never")
    if all(isinstance(part, InWords) for part in found.breaks):
        return off(found)
    return say("breaks", "off", breaks=off(found))
