"""Times that quarrel with their period, their breaks or the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from holdkatalog.danish import long_date
from holdkatalog.errors import Problem, Unreadable
from holdkatalog.grammar.when import SESSION
from holdkatalog.model import Dates, Offer, OnDate, Session, Times, Weekly
from holdkatalog.schedule import calendar_of, listed, start_of
from holdkatalog.validation.behind import every_other
from holdkatalog.validation.file import File, fields
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.pen import Path
from holdkatalog.validation.remedies import remedied


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
        calendar = calendar_of(file.context.vocabulary.holidays)
        for day in sorted(listed(offer.sessions)):
            if any(calendar.covers(span, day) for span in off):
                yield file.pen.at("listed-and-off", (*path, "fri"), value=long_date(day))


def _dated_breaks(offer: Offer) -> tuple[Dates, ...]:
    spans = [span for session in offer.sessions for span in session.breaks or ()]
    return tuple(span for span in dict.fromkeys(spans) if isinstance(span, Dates))


def without_start(file: File) -> Iterator[Problem]:
    """Every other week, and a number of times, are counted from a first day."""
    for path, offer in file.read_offers():
        for at, session in enumerate(offer.sessions):
            every = session.when.every if isinstance(session.when, Weekly) else 1
            if every > 1 and start_of(session.periods) is None:
                yield file.pen.at("interval-without-start", time_path(file, path, at))
        for where, lines, times in counts(file, path, offer):
            counted = [s for s in lines if not isinstance(s.when, OnDate)]
            if counted and all(start_of(s.periods) is None for s in counted):
                yield file.pen.at("count-without-start", where, times=_said(times))


def counts(
    file: File, path: Path, offer: Offer
) -> Iterator[tuple[Path, tuple[Session, ...], Times]]:
    """Each number of times with its path and the lines it counts: the offer's all, a line's own that line."""
    if offer.times:
        yield (*path, "gange"), offer.sessions, offer.times
    for at, line in enumerate(offer.sessions):
        if line.times:
            yield (*time_path(file, path, at), "gange"), (line,), line.times


def _said(times: Times) -> str:
    """`8 gange`, `cirka 12 uger`."""
    unit = (
        times.unit.removesuffix("e") if times.number == 1 and times.unit == "gange" else times.unit
    )
    return f"{'cirka ' if times.about else ''}{times.number} {unit}"


def time_path(file: File, path: Path, at: int) -> Path:
    """The path of one of an offer's times, however they are written."""
    tid = file.offers[str(path[-1])].get("tid")
    return (*path, "tid", at) if isinstance(tid, list) else (*path, "tid")
