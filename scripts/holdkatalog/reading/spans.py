"""Periods and breaks: parts of the year, from phrases to spans."""

from __future__ import annotations

import datetime as dt
import re

from holdkatalog.danish import capital, slug
from holdkatalog.errors import Unreadable
from holdkatalog.grammar.phrase import Phrase
from holdkatalog.grammar.when import BREAKS, PERIOD, TIMES
from holdkatalog.model import Dates, InWords, IsoWeeks, Named, Span, Times, Yearly
from holdkatalog.reading.numbers import count, date, dated, day_from, day_of_year

_LAST_WEEK = 53
Found = re.Match[str]


def unknown(text: str) -> str | None:
    """What stands behind `ukendt`: own words, "" when it stands alone, None when the text is another."""
    head, _, note = text.strip().partition(", ")
    return note.strip() if head.lower() == "ukendt" else None


def period(text: str) -> tuple[Span, ...] | None:
    """One text of `periode`; () is all year, None that nothing is said."""
    return _spans(PERIOD, text)


def breaks(text: str) -> tuple[Span, ...] | None:
    """One text of `fri`; () is never, None that nothing is said."""
    return _spans(BREAKS, text)


def times(text: str) -> Times | None:
    """`8`, `otte gange` or `12 uger`; None for `ukendt`."""
    if unknown(text) is not None:
        return None
    found = TIMES.match(text)
    if not found:
        raise Unreadable("unreadable", text)
    number = count(found[1]["count"])
    unit = "uger" if (found[1]["unit"] or "").lower() == "uger" else "gange"
    return Times(number, unit, about=bool(found[1]["about"]))


def refused(phrase: Phrase, text: str) -> Unreadable:
    """Why the text can't be read: the mistake it is known for, with its parts, or none."""
    if trapped := phrase.trap(text):
        code, hit = trapped
        return Unreadable(code, text, **{k: v.strip() for k, v in hit.groupdict().items() if v})
    return Unreadable("unreadable", text)


def _spans(phrase: Phrase, text: str) -> tuple[Span, ...] | None:
    if (words := unknown(text)) is not None:
        return (InWords(capital(words)),) if words else None
    if not (matched := phrase.match(text)):
        if phrase.is_sentence(text):
            return (InWords(text),)
        raise refused(phrase, text)
    form, found = matched
    if form in {"always", "never"}:
        return ()
    if form == "joined":
        return _joined(text)
    if form in {"count", "seasons"}:
        return (InWords(capital(text)),)
    return (_READ[form](text, found),)


def _joined(text: str) -> tuple[Span, ...]:
    """`juli og uge 42`: each part by itself; what stands before the first belongs to all."""
    parts = re.split(r", | og (?!med )| eller ", text)
    return tuple(span for part in parts for span in _spans(BREAKS, part) or ())


def _note(found: Found) -> str:
    return (found["note"] or "").strip()


def _ordered(text: str, first: dt.date, last: dt.date, note: str) -> Dates:
    if last < first:
        raise Unreadable("ends-before-start", text)
    return Dates(first, last, note)


def _dates(text: str, found: Found) -> Span:
    return _ordered(
        text, dated(found["first"], last=False), dated(found["last"], last=True), _note(found)
    )


def _last_year(text: str, found: Found) -> Span:
    """Only the end has a year: it begins the nearest such day before."""
    last = dated(found["last"], last=True)
    month, day = day_of_year(found["first"], last=False)
    year = last.year if (month, day) <= (last.month, last.day) else last.year - 1
    return Dates(day_from(text, year, month, day), last, _note(found))


def _first_year(text: str, found: Found) -> Span:
    """Only the start has a year: it ends the nearest such day after."""
    first = dated(found["first"], last=False)
    month, day = day_of_year(found["last"], last=True)
    year = first.year if (month, day) >= (first.month, first.day) else first.year + 1
    if (month, day) == (2, 29) and found["last"].strip().lower() == "februar":
        return Dates(first, dated(f"februar {year}", last=True), _note(found))
    return Dates(first, day_from(text, year, month, day), _note(found))


def _since(_: str, found: Found) -> Span:
    return Dates(dated(found["first"], last=False), None, _note(found))


def _until(_: str, found: Found) -> Span:
    return Dates(None, dated(found["last"], last=True), _note(found))


def _one(_: str, found: Found) -> Span:
    return Dates(dated(found["first"], last=False), dated(found["first"], last=True), _note(found))


def _lasting(text: str, found: Found) -> Span:
    first = date(found["first"] or found["first2"])
    weeks = count(found["count"] or found["count2"])
    try:
        return Dates(first, first + dt.timedelta(days=7 * weeks - 1))
    except OverflowError:
        raise Unreadable("no-such-date", text) from None


def _weeks(text: str, found: Found) -> Span:
    first = int(found["first"])
    last = int(found.groupdict().get("last") or first)
    if not (1 <= first <= _LAST_WEEK and 1 <= last <= _LAST_WEEK):
        raise Unreadable("no-such-week", text)
    return IsoWeeks(first, last, _note(found))


def _yearly(_: str, found: Found) -> Span:
    first, last = found["first"], found.groupdict().get("last") or found["first"]
    whole = not re.search(r"\d", first + last)
    return Yearly(day_of_year(first, last=False), day_of_year(last, last=True), whole, _note(found))


def _named(_: str, found: Found) -> Span:
    return Named(holiday(found["name"]), _note(found))


def _school(_: str, found: Found) -> Span:
    return Named("skoleferier", _note(found))


def holiday(name: str) -> str:
    """A holiday's id: `efterårsferien` is `efteraarsferie`, `skoleferie` and `ferierne` are `skoleferier`."""
    bare = slug(name)
    for ending, kept in (("ferierne", "ferier"), ("ferien", "ferie"), ("dagene", "dage")):
        bare = bare.removesuffix(ending) + kept if bare.endswith(ending) else bare
    return "skoleferier" if bare in {"skoleferie", "ferier", "ferie"} else bare


_READ = {
    "dates": _dates,
    "last_year": _last_year,
    "first_year": _first_year,
    "since": _since,
    "until": _until,
    "one": _one,
    "lasting": _lasting,
    "weeks": _weeks,
    "one_week": _weeks,
    "yearly": _yearly,
    "yearly_one": _yearly,
    "named": _named,
    "school": _school,
}
