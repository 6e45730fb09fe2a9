"""Time in Danish words: sessions, rules, clocks, periods and breaks."""

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

_NTH = {1: "første", 2: "anden", 3: "tredje", 4: "fjerde", 5: "femte", -1: "sidste"}
_EVERY = {2: "anden", 3: "tredje", 4: "fjerde", 5: "femte", 6: "sjette"}
_NUMBERS = (
    "nul",
    "en",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "syv",
    "otte",
    "ni",
    "ti",
    "elleve",
    "tolv",
)
_DEFINITE = {
    "dag": "dagen",
    "uge": "ugen",
    "måned": "måneden",
    "kvartal": "kvartalet",
    "halvår": "halvåret",
    "år": "året",
}
_HOLIDAYS = {
    "skoleferier": "skolernes ferier",
    "efteraarsferie": "efterårsferien",
    "juleferie": "juleferien",
    "vinterferie": "vinterferien",
    "paaskeferie": "påskeferien",
    "sommerferie": "sommerferien",
}
_FEW = 2
_NEUTER = frozenset({"kvartal", "halvår", "år"})
_WEEK = 7
_FIRST_MONTH, _LAST_MONTH = (1, 1), (12, 31)


def number(value: int) -> str:
    """A number as one writes it in a sentence: words up to twelve."""
    return _NUMBERS[value] if value < len(_NUMBERS) else str(value)


def hour(value: dt.time) -> str:
    """A time of day: `10.00`."""
    return f"{value.hour}.{value.minute:02}"


def length(minutes: int) -> str:
    """A length: `45 minutter`, `1 time`, `1½ time`, `2 timer`."""
    hours, rest = divmod(minutes, 60)
    if hours == 0 or rest not in {0, 30}:
        return f"{minutes} minutter"
    return f"{hours}{'½' if rest else ''} {'time' if hours == 1 else 'timer'}"


def clock(found: Clock) -> str:
    """From when to when: `kl. 10.00-11.30`, `om formiddagen`, `i 2 timer`."""
    if found.part:
        return f"om {'morgenen' if found.part == 'morgen' else found.part + 'en'}"
    if found.start is None:
        return f"i {length(found.minutes)}" if found.minutes else ""
    end = "24.00" if found.end == dt.time(0) else hour(found.end) if found.end else ""
    return f"{'cirka ' if found.about else ''}kl. {hour(found.start)}{f'-{end}' if end else ''}"


def _weekdays(days: frozenset[int]) -> str:
    order = sorted(days)
    if len(order) == _WEEK:
        return "hver dag"
    if len(order) > _FEW and order == list(range(order[0], order[-1] + 1)):
        return f"{DAYS[order[0]]} til {DAYS[order[-1]]}"
    return listed(DAYS[day] for day in order)


def _interval(every: int) -> str:
    return _EVERY.get(every, f"{every}.")


def _often(found: Often) -> str:
    interval = f"{_interval(found.every)} " if found.every > 1 else ""
    interval = interval.replace("anden", "andet") if found.unit in _NEUTER else interval
    if found.times > 1:
        span = (
            f"{_each(found)} {interval}{found.unit}" if interval else f"om {_DEFINITE[found.unit]}"
        )
        return f"{number(found.times)} gange {span}"
    return f"{_each(found)} {interval}{found.unit}"


def _each(found: Often) -> str:
    return "hvert" if found.unit in _NEUTER else "hver"


def _weekly(days: frozenset[int], every: int) -> str:
    if every == 1:
        return f"hver {_weekdays(days)}" if len(days) == 1 else _weekdays(days)
    if len(days) == _WEEK:
        return f"{_weekdays(days)} hver {_interval(every)} uge"
    return f"hver {_interval(every)} {_weekdays(days)}"


def when(rule: When) -> str:
    """A rule in words, in small letters: `hver tirsdag`, `første tirsdag i måneden`."""
    match rule:
        case Weekly(days, Weeks.ALL, every):
            return _weekly(days, every)
        case Weekly(days, weeks, _):
            return f"{_weekdays(days)} i {weeks.value} uger"
        case Monthly(day, nth):
            return (
                f"{listed(_NTH[n] for n in sorted(nth, key=lambda n: n % 9))} {DAYS[day]} i måneden"
            )
        case OnDate(date):
            return f"{DAYS[date.weekday()]} {long_date(date)}"
        case _:
            return _often(rule)


def _day(month_day: tuple[int, int]) -> str:
    return f"{month_day[1]}. {MONTHS[month_day[0] - 1]}"


def _dates(first: dt.date | None, last: dt.date | None) -> str:
    if first and last:
        return long_date(first) if first == last else f"{long_date(first)} til {long_date(last)}"
    return f"fra {long_date(first)}" if first else f"til {long_date(last)}" if last else ""


def span(found: Span) -> str:
    """A period or a break: `september til april`, `uge 42`, `skolernes ferier`."""
    match found:
        case InWords(note):
            return note
        case Dates(first, last):
            words = _dates(first, last)
        case Yearly(first, last, whole_months=True):
            ends = (MONTHS[first[0] - 1], MONTHS[last[0] - 1])
            words = ends[0] if first[0] == last[0] else f"{ends[0]} til {ends[1]}"
        case Yearly(first, last):
            words = _day(first) if first == last else f"{_day(first)} til {_day(last)}"
        case IsoWeeks(first, last):
            words = f"uge {first}" if first == last else f"uge {first} til {last}"
        case _:
            words = _HOLIDAYS.get(found.name, found.name)
    return f"{words}, {found.note}" if found.note else words


def times(found: Times) -> str:
    """`8 gange`, `cirka 12 uger`."""
    unit = found.unit if found.number > 1 else found.unit.removesuffix("e").removesuffix("r")
    return f"{'cirka ' if found.about else ''}{found.number} {unit}"


def rule(session: Session, *, every: bool = True) -> str:
    """Rule and clock in words, with a capital: `Hver tirsdag kl. 10.00-11.30`; "" when there is neither.

    Not `every`: only the weekday, when nobody but the club knows which of them.
    """
    named = when(session.when) if session.when else ""
    parts = [
        "som regel" if session.usually else "",
        named if every or named.startswith("hver dag") else named.removeprefix("hver "),
        clock(session.clock) if session.clock else "",
    ]
    return capital(" ".join(part for part in parts if part))


def period(session: Session) -> str:
    """When on the year: `september til april`, `i maj`, `hele året`; "" when nothing is said."""
    if session.periods is None:
        return ""
    if not session.periods:
        return "hele året"
    return (
        f"{'i ' if all(map(_month, session.periods)) else ''}{listed(map(span, session.periods))}"
    )


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
    rest = [head, found.note]
    if found.breaks is not None:
        rest.append(
            f"Holder fri: {off(found)}" if found.breaks else "Også i ferier og på helligdage"
        )
    return ". ".join(capital(part) for part in rest if part)
