"""Lines to paste for days that lack their year, and for days that hold their period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from holdkatalog.danish import MONTHS, capital
from holdkatalog.grammar.when import PERIOD, SESSION
from holdkatalog.grammar.words import DAY
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.lexicon import PHRASES
from holdkatalog.validation.near import corrected, reads
from holdkatalog.validation.pen import Pen
from holdkatalog.validation.remedy import Facts, Own

_YEARLESS = re.compile(
    rf"(?P<before>(?:^{DAY},? |^|(?<=fra )|(?<=til )|(?<=starter ))(?:den |d\. ?)?)(?P<day>\d{{1,2}})"
    r"(?:\. ?(?P<name>[a-zæøå]{3,9})\b\.?|/(?P<number>\d{1,2})\b\.?)(?! ?20\d\d|[-./]\d)",
    re.IGNORECASE,
)
_IS_DAY = re.compile(rf"{DAY},? ", re.IGNORECASE).fullmatch
_SURELY = dt.timedelta(days=300)
"""A day that is further ahead may as well be the one that just was."""
_LEAP_YEARS = 8
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def dated(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`5. december kl. 10` -> `5. december 2026 kl. 10`: the next such day."""
    del facts
    head, comma, note = leaf.text.strip().partition("\0" if leaf.kind == "session" else ", ")
    # "torsdag 10/12" is a clock as well.
    found = [
        hit for hit in _YEARLESS.finditer(head) if not (hit["number"] and _IS_DAY(hit["before"]))
    ]
    last = _next(pen.today, found[-1]) if pen.today and found else None
    if pen.today is None or last is None:
        return None
    for hit in reversed(found):
        # Of two days the first is the last one before the other: a notice may be up already.
        day = last if hit is found[-1] else _latest(last, hit)
        if day is None:
            return None
        said = f"{hit['before']}{day.day}. {MONTHS[day.month - 1]} {day.year}"
        head = head[: hit.start()] + said + head[hit.end() :]
    whole = f"{head}{comma}{note}"
    if not (PHRASES[leaf.kind].match(whole) and reads(leaf.kind, whole)):
        whole = corrected(leaf.kind, whole)
    name = "line" if last - pen.today <= _SURELY else "dated"
    return Own("", {name: pen.line(leaf.path, whole)}) if whole else None


def no_such_date(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`31. april`: how many days the month has; of a 29 February nothing can be said but that it isn't."""
    del facts, pen
    for day, month in _days(leaf.text):
        if not 1 <= month <= len(MONTHS):
            return Own("", {"wrong": str(month)})
        if day > _LONGEST[month - 1]:
            longest = str(_LONGEST[month - 1])
            return Own("", {"month": capital(MONTHS[month - 1]), "days": longest})
    return Own("", {})


def _days(text: str) -> Iterator[tuple[int, int]]:
    """Day and month of every date in the text, in the calendar or not."""
    named = rf"(\d{{1,2}})\. ?({'|'.join(MONTHS)})"
    yield from (
        (int(day), MONTHS.index(month.lower()) + 1)
        for day, month in re.findall(named, text, re.IGNORECASE)
    )
    yield from ((int(d), int(m)) for m, d in re.findall(r"\d{4}-(\d\d)-(\d\d)", text))
    # A dot on both sides, or a slash: `10.30` is a clock.
    yield from ((int(d), int(m)) for d, m in re.findall(r"\b(\d{1,2})/(\d{1,2})\b", text))
    yield from ((int(d), int(m)) for d, m in re.findall(r"\b(\d{1,2})\.(\d{1,2})\.", text))


def _next(today: dt.date, hit: re.Match[str]) -> dt.date | None:
    days = _every_year(hit, range(today.year, today.year + _LEAP_YEARS + 1))
    return next((day for day in days if day >= today), None)


def _latest(last: dt.date, hit: re.Match[str]) -> dt.date | None:
    days = _every_year(hit, range(last.year, last.year - _LEAP_YEARS - 1, -1))
    return next((day for day in days if day <= last), None)


def _every_year(hit: re.Match[str], years: range) -> Iterator[dt.date]:
    """The day in each of the years that has it."""
    name = (hit["name"] or "").lower()
    month = int(hit["number"] or 0) or next(
        (at for at, each in enumerate(MONTHS, 1) if each.startswith(name)), 0
    )
    for year in years:
        try:
            yield dt.date(year, month, int(hit["day"]))
        except ValueError:
            continue


_CLOCK = r"(?: (?:fra )?(?:kl\.? ?)?\d[\d.:]*(?:(?: ?[-–] ?| til )(?:kl\.? ?)?\d[\d.:]*)?)?"
_DAY_AND_PERIOD = re.compile(
    rf"((?:hver )?{DAY}e?{_CLOCK}) ((?:fra|til|indtil|i) .+)", re.IGNORECASE
)
_FROM_WEEK = re.compile(r"fra uge \d+", re.IGNORECASE)


def period_apart(pen: Pen, leaf: Leaf) -> Facts | None:
    """`Onsdage fra uge 35` is a day and a period; None when it is none.

    A week without an end can only be told in words. Where the offer has a period already, or other
    times that it would be of too, there is nothing to paste: the facts are empty. So they are of
    `Onsdage fra solopgang`, which is a sentence.
    """
    found = _DAY_AND_PERIOD.fullmatch(leaf.text)
    if found is None:
        return None
    day, period = found[1].lower(), re.sub("^i ", "", found[2])
    said = f"Begynder i {period[4:]}" if _FROM_WEEK.fullmatch(period) else period
    if not SESSION.match(day) or not (PERIOD.match(said) or PERIOD.is_sentence(said)):
        return None if re.search(r"\d", day) else {}
    if leaf.path[-1] != "tid" or pen.document.node((*leaf.path[:-1], "periode")) is not None:
        return {}
    return {"line": pen.line(leaf.path, day), "extra": f"periode: {said}"}


def apart(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """The day and the period of a time that can't be read."""
    del facts
    found = period_apart(pen, leaf)
    return Own("", found) if found else None
