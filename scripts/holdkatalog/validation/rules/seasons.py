"""Periods and breaks that quarrel with the days, with each other or with the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from holdkatalog.danish import long_date
from holdkatalog.errors import Problem
from holdkatalog.model import (
    Dates,
    InWords,
    Monthly,
    Named,
    OnDate,
    Session,
    Span,
    Weekly,
)
from holdkatalog.schedule import (
    Calendar,
    calendar_of,
    falls,
    listed,
    rule_of,
    season,
    start_of,
    within,
)
from holdkatalog.schedule.calendar import PUBLIC
from holdkatalog.validation.file import File
from holdkatalog.validation.pen import Path
from holdkatalog.validation.rules.times import counts, time_path

_CYCLE = (dt.date(2001, 1, 1), dt.date(2028, 12, 31))
"""Any years: after 28 of them the weekdays, the leap days and the weeks come again."""
_LENGTH = _CYCLE[1] - _CYCLE[0]


def _calendar(file: File) -> Calendar:
    return calendar_of(file.context.vocabulary.holidays)


def never_meets(file: File) -> Iterator[Problem]:
    """A rule has a day in its period, and one that isn't off, in some year."""
    calendar = _calendar(file)
    for path, offer in file.read_offers():
        for at, line in enumerate(offer.sessions):
            if code := _never(line, calendar):
                key = "periode" if code == "never-in-period" else "fri"
                own = _says(file, path, at, key)
                more = {} if own else {"club": file.pen.written((key,))}
                yield file.pen.at(code, time_path(file, path, at), facts=more)


def _says(file: File, path: Path, at: int, key: str) -> bool:
    """Whether the time or its offer has the key itself, and not from the club."""
    offer = file.offers[str(path[-1])]
    times = offer.get("tid")
    time = times[at] if isinstance(times, list) else times
    return key in offer or (isinstance(time, dict) and key in time)


def _never(line: Session, calendar: Calendar) -> str:
    """Why no day can be; "" when there is one, or when only a person or another file can tell."""
    periods = line.periods or ()
    unknown = any(isinstance(span, InWords | Named) for span in periods)
    every = line.when.every if isinstance(line.when, Weekly) else 1
    if not _ruled(line) or unknown or (every > 1 and not start_of(periods)):
        return ""
    found = False
    # The municipality's holidays are of some years only.
    breaks = tuple(s for s in line.breaks or () if not isinstance(s, InWords | Named))
    for day in _days(line, calendar):
        found = True
        if not any(calendar.covers(span, day) for span in breaks):
            return ""
    return "never-for-breaks" if found else "never-in-period"


def _days(line: Session, calendar: Calendar) -> Iterator[dt.date]:
    """The days of the rule in its periods, a year at a time: the first of them mostly tells enough."""
    rule = rule_of(line)
    for first, last in map(_window, line.periods or (Dates(*_CYCLE),)):
        for year in range(first.year, last.year + 1):
            begin, end = max(first, dt.date(year, 1, 1)), min(last, dt.date(year, 12, 31))
            yield from (d for d in falls(rule, begin, end) if within(rule.periods, d, calendar))


def _window(span: Span) -> tuple[dt.date, dt.date]:
    """The days to look at in order to know of all the span's days."""
    if not isinstance(span, Dates):
        return _CYCLE
    first = span.first or _back(span.last or dt.date.max)
    longest = first + min(_LENGTH, dt.date.max - first)
    return first, min(span.last or longest, longest)


def _back(day: dt.date) -> dt.date:
    return day - min(_LENGTH, day - dt.date.min)


def _ruled(line: Session) -> bool:
    return isinstance(line.when, Weekly | Monthly)


def wrong_count(file: File) -> Iterator[Problem]:
    """The number of times is the number of dates that the period holds, and never more than it can hold."""
    calendar = _calendar(file)
    for path, offer in file.read_offers():
        for where, lines, times in counts(file, path, offer):
            if times.unit != "gange" or times.about:
                continue
            number = times.number
            held, most = _held(lines, calendar), _held(_never_off(lines), calendar)
            if held is not None and held != number:
                facts = {"number": str(number), "held": str(held)}
                yield file.pen.at("count-against-period", where, facts=facts)
            elif held is None and most is not None and most < number:
                facts = {"number": str(number), "most": str(most)}
                yield file.pen.at("count-against-period", where, facts=facts)


def _never_off(lines: Iterable[Session]) -> tuple[Session, ...]:
    return tuple(replace(line, breaks=()) for line in lines)


def _held(lines: Iterable[Session], calendar: Calendar) -> int | None:
    """How many dates the lines give; None when they can't be counted."""
    every = tuple(lines)
    rules = [line for line in every if not isinstance(line.when, OnDate)]
    if not all(_countable(line, calendar) for line in rules):
        return None
    return len(listed(every) | season(rules, calendar)) or None


def _countable(line: Session, calendar: Calendar) -> bool:
    """Whether the line has days, a first and a last, and it is known which of them are off."""
    spans, breaks = line.periods or (), line.breaks
    bound = [s.last for s in spans if isinstance(s, Dates) and s.first and s.last]
    if not _ruled(line) or not bound or len(bound) != len(spans):
        return False
    if breaks is None or any(isinstance(span, InWords) for span in breaks):
        return False
    school = any(isinstance(span, Named) and span.name != PUBLIC for span in breaks)
    return not school or calendar.known(max(bound))


def breaks_outside(file: File) -> Iterator[Problem]:
    """A break lies in the period; else the period is hardly meant, often one inherited from the club."""
    calendar = _calendar(file)
    for path, offer in file.read_offers():
        own = file.offers[str(path[-1])]
        for session in offer.sessions[:1] if "fri" in own else ():
            for at, span in enumerate(session.breaks or ()):
                if not _meet(span, session.periods or (), calendar):
                    club = "" if "periode" in own else file.pen.written(("periode",))
                    many = isinstance(own["fri"], list)
                    where = (*path, "fri", at) if many and at < len(own["fri"]) else (*path, "fri")
                    yield file.pen.at("break-outside-period", where, club=club)


def _meet(span: Span, periods: Iterable[Span], calendar: Calendar) -> bool:
    """Whether the break has a day in common with the periods; yes when that can't be known."""
    spans = tuple(periods)
    known = not any(isinstance(one, InWords | Named) for one in (span, *spans))
    return not (known and spans) or any(_overlap(span, one, calendar) for one in spans)


def _overlap(one: Span, other: Span, calendar: Calendar) -> bool:
    (first, last), (begin, end) = _window(one), _window(other)
    if isinstance(one, Dates) and isinstance(other, Dates):
        return (
            (one.first or dt.date.min) <= (other.last or dt.date.max)
            and (other.first or dt.date.min) <= (one.last or dt.date.max)
        )  # fmt: skip
    if isinstance(other, Dates):
        first, last = begin, end
    days = map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    return any(calendar.covers(one, day) and calendar.covers(other, day) for day in days)


def season_over(file: File) -> Iterator[Problem]:
    """The offer still has dates to come."""
    today = file.context.today
    for path, offer in file.read_offers():
        ends = [_end(session) for session in offer.sessions]
        past = [end for end in ends if end is not None and end < today]
        if ends and len(past) == len(ends):
            own = file.offers[str(path[-1])]
            key = "periode" if "periode" in own else "tid"
            yield file.pen.at("season-over", (*path, key), key=True, last=long_date(max(past)))


def _end(session: Session) -> dt.date | None:
    """The last day the session can fall on; None when it has no end."""
    if isinstance(session.when, OnDate):
        return session.when.date
    ends = [span.last if isinstance(span, Dates) else None for span in session.periods or ()]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None
