"""Times that quarrel with their period, their breaks or the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from holdkatalog.danish import long_date
from holdkatalog.errors import Problem, Unreadable
from holdkatalog.grammar.when import SESSION
from holdkatalog.model import (
    Dates,
    InWords,
    Monthly,
    Named,
    Offer,
    OnDate,
    Session,
    Span,
    Times,
    Weekly,
)
from holdkatalog.validation.behind import every_other
from holdkatalog.validation.file import File, fields
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.pen import Path
from holdkatalog.validation.remedies import remedied
from holdkatalog.validation.rules.spans import covers, days, meets

_ANY_YEARS = (dt.date(2027, 1, 1), dt.date(2028, 12, 31))
_YEAR = dt.timedelta(days=366)


def exceptions_in_notes(file: File) -> Iterator[Problem]:
    """A time's note hides neither an exception nor another time, also where it has a line of its own."""
    for leaf in file.leaves:
        parent = _session(file, leaf.path)
        day, clock = parent.get("dag"), parent.get("kl")
        if leaf.path[-1] != "note" or not isinstance(day, str):
            continue
        rule = f"{day} {clock}" if isinstance(clock, str) else day
        whole = f"{rule}, {leaf.text[:1].lower()}{leaf.text[1:]}"
        trapped = None if SESSION.match(whole) or not SESSION.match(rule) else SESSION.trap(whole)
        if trapped:
            code, found = trapped
            groups = {k: v.strip() for k, v in found.groupdict().items() if v}
            facts = _remedy(file, replace(leaf, path=leaf.path[:-1], text=whole), code, groups)
            if code == "interval-in-note" and (mended := every_other(day, leaf.text)):
                facts["extra"] = f"dag: {mended}"
            if not parent.keys() <= {"dag", "kl", "note"}:
                facts.pop("lines", None)
            yield file.pen.at(code, leaf.path, facts=facts)


def _remedy(file: File, leaf: Leaf, code: str, groups: dict[str, str]) -> dict[str, str]:
    """What may be pasted of the remedy when the time is made of fields."""
    own = remedied(file.pen, leaf, Unreadable(code, leaf.text, **groups))
    useful = {"extra", "dated", "lines", "dated_lines"}
    return {k: v for k, v in own.facts.items() if k in useful} if own else {}


def _session(file: File, path: Path) -> dict[str, object]:
    """The fields of the time that the path leads into; empty when it leads elsewhere."""
    if "tid" not in path:
        return {}
    value: object = file.values
    for step in path[:-1]:
        value = (
            value[step]
            if isinstance(value, list) and isinstance(step, int)
            else dict(fields(value)).get(str(step))
        )
    return dict(fields(value))


def listed_and_off(file: File) -> Iterator[Problem]:
    """A date that is listed under `tid` isn't off by the offer's own dated `fri` too.

    A listed date is the narrower word, so that it beats every break that is a rule (each year's
    December, week 42, a holiday by name) and every one inherited from the club. Only a break with a
    year, in the offer itself, contradicts it.
    """
    for path, offer in file.read_offers():
        off = _dated_breaks(offer) if "fri" in file.offers[str(path[-1])] else ()
        for session in offer.sessions:
            if isinstance(session.when, OnDate) and any(
                _holds(span, session.when.date) for span in off
            ):
                date = long_date(session.when.date)
                yield file.pen.at("listed-and-off", (*path, "fri"), value=date)


def _dated_breaks(offer: Offer) -> tuple[Dates, ...]:
    spans = [span for session in offer.sessions for span in session.breaks or ()]
    return tuple(span for span in dict.fromkeys(spans) if isinstance(span, Dates))


def _holds(span: Dates, day: dt.date) -> bool:
    return (span.first is None or span.first <= day) and (span.last is None or day <= span.last)


def without_start(file: File) -> Iterator[Problem]:
    """Every other week, and a number of times, are counted from a first day."""
    for path, offer in file.read_offers():
        for at, session in enumerate(offer.sessions):
            every = session.when.every if isinstance(session.when, Weekly) else 1
            if every > 1 and _start(session) is None:
                yield file.pen.at("interval-without-start", _time(file, path, at))
        counted = [s for s in offer.sessions if not isinstance(s.when, OnDate)]
        if offer.times and counted and all(_start(s) is None for s in counted):
            yield file.pen.at("count-without-start", (*path, "gange"), times=_said(offer.times))


def _said(times: Times) -> str:
    """`8 gange`, `cirka 12 uger`."""
    unit = (
        times.unit.removesuffix("e") if times.number == 1 and times.unit == "gange" else times.unit
    )
    return f"{'cirka ' if times.about else ''}{times.number} {unit}"


def _time(file: File, path: Path, at: int) -> Path:
    """The path of one of an offer's times, however they are written."""
    tid = file.offers[str(path[-1])].get("tid")
    return (*path, "tid", at) if isinstance(tid, list) else (*path, "tid")


def _start(session: Session) -> dt.date | None:
    firsts = [
        span.first for span in session.periods or () if isinstance(span, Dates) and span.first
    ]
    return min(firsts, default=None)


def wrong_count(file: File) -> Iterator[Problem]:
    """The number of times is the number of dates that the period holds, and never more than it can hold."""
    for path, offer in file.read_offers():
        if offer.times is None or offer.times.unit != "gange" or offer.times.about:
            continue
        number = offer.times.number
        held, most = _held(offer, file), _held(offer, file, off=False)
        if held is not None and held != number:
            facts = {"number": str(number), "held": str(held)}
            yield file.pen.at("count-against-period", (*path, "gange"), facts=facts)
        elif held is None and most is not None and most < number:
            facts = {"number": str(number), "most": str(most)}
            yield file.pen.at("count-against-period", (*path, "gange"), facts=facts)


def _held(offer: Offer, file: File, *, off: bool = True) -> int | None:
    """How many dates the rules give, without the breaks when `off`; None when they can't be counted."""
    total: set[dt.date] = set()
    for session in offer.sessions:
        if isinstance(session.when, OnDate):
            total.add(session.when.date)
            continue
        found = _dates(session)
        left = _without_breaks(found, session, file) if off and found is not None else found
        if left is None:
            return None
        total |= left
    return len(total) if total else None


def _dates(session: Session) -> set[dt.date] | None:
    """Every date the rule falls on in its periods; None when the rule or the periods can't be counted."""
    spans = session.periods or ()
    ends = [(span.first, span.last) for span in spans if isinstance(span, Dates)]
    bound = [(first, last) for first, last in ends if first and last]
    if not isinstance(session.when, Weekly | Monthly) or not bound or len(bound) != len(spans):
        return None
    start = min(first for first, _ in bound)
    return {day for first, last in bound for day in days(first, last) if meets(session, day, start)}


def _without_breaks(found: set[dt.date], session: Session, file: File) -> set[dt.date] | None:
    breaks = session.breaks
    if breaks is None or any(
        isinstance(span, InWords | Named) and not _listed(span, file) for span in breaks
    ):
        return None
    return {day for day in found if not _off(day, breaks, file)}


def _listed(span: Span, file: File) -> bool:
    return isinstance(span, Named) and span.name in {
        "skoleferier",
        *file.context.vocabulary.holidays.ranges,
    }


def _off(day: dt.date, breaks: tuple[Span, ...], file: File) -> bool:
    return any(covers(span, day, file.context.vocabulary) for span in breaks)


def breaks_outside(file: File) -> Iterator[Problem]:
    """A break lies in the period; else the period is hardly meant, often one inherited from the club."""
    for path, offer in file.read_offers():
        own = file.offers[str(path[-1])]
        for session in offer.sessions[:1] if "fri" in own else ():
            for at, span in enumerate(session.breaks or ()):
                if not _meet(span, session.periods or (), file):
                    club = "" if "periode" in own else file.pen.written(("periode",))
                    many = isinstance(own["fri"], list)
                    where = (*path, "fri", at) if many and at < len(own["fri"]) else (*path, "fri")
                    yield file.pen.at("break-outside-period", where, club=club)


def _meet(span: Span, periods: tuple[Span, ...], file: File) -> bool:
    """Whether the break has a day in common with the periods; yes when that can't be known."""
    vocabulary = file.context.vocabulary
    if (
        isinstance(span, InWords | Named)
        or not periods
        or any(isinstance(p, InWords | Named) for p in periods)
    ):
        return True
    bounds = [s for s in (span, *periods) if isinstance(s, Dates)]
    firsts = [s.first for s in bounds if s.first] + [s.last for s in bounds if s.last]
    first, last = (min(firsts), max(firsts)) if firsts else _ANY_YEARS
    # A year to each side: a period without an end, and a break that comes every year, go on.
    first, last = min(first, last - _YEAR), last + _YEAR
    return any(
        covers(span, day, vocabulary) and any(covers(period, day, vocabulary) for period in periods)
        for day in days(first, last)
    )


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
