"""Lines to paste for the mistakes that are known by name, each from what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from holdkatalog.danish import DAYS, MONTHS
from holdkatalog.errors import Unreadable
from holdkatalog.reading import LEAVES
from holdkatalog.validation.behind import BEHIND
from holdkatalog.validation.dated import no_such_date
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.near import corrected, reads
from holdkatalog.validation.pen import Pen
from holdkatalog.validation.prices import free, two_prices
from holdkatalog.validation.remedy import Facts, Own
from holdkatalog.validation.unread import UNREADABLE


def remedied(pen: Pen, leaf: Leaf, error: Unreadable) -> Own | None:
    """The remedy of a mistake that is known by name; None when it's known only by its spelling."""
    if error.code == "unreadable":
        told = (each(pen, leaf, dict(error.facts)) for each in UNREADABLE.get(leaf.kind, ()))
        return next((own for own in told if own is not None), None)
    handler = _HANDLERS.get(error.code)
    return handler(pen, leaf, dict(error.facts)) if handler else None


def _no_day(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    del facts
    return Own("", {"line": pen.line(leaf.path, f"tirsdag {leaf.text.strip()}")})


def _comma(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    line = corrected("answer", leaf.text) or f"{facts['answer']}, {facts['rest']}"
    return Own("", {"line": pen.line(leaf.path, line)})


def _backwards(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """The two ends in the other order, when that can be read."""
    del facts
    swapped = re.sub(
        r"(\d[\d.:,/]*|let|middel|hård|ingen)( ?[-–] ?| til )(\d[\d.:,/]*|let|middel|hård|ingen)", r"\3\2\1",
        leaf.text, count=1, flags=re.IGNORECASE
    )  # fmt: skip
    try:
        LEAVES[leaf.kind](swapped)
    except Unreadable:
        return Own("", {})
    return Own("", {"line": pen.line(leaf.path, swapped)})


def _fifth(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    del facts
    last = re.sub("femte", "sidste", leaf.text, flags=re.IGNORECASE)
    return Own("", {"line": pen.line(leaf.path, last)})


def _parity(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    del facts
    bare = re.sub(r"^hver (?:\w+|\d+\.) ", "", leaf.text, flags=re.IGNORECASE)
    return Own("", {"line": pen.line(leaf.path, bare)})


def _weekday(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    names = "|".join(DAYS)
    mended = re.sub(names, facts["right"], leaf.text, count=1, flags=re.IGNORECASE)
    return Own("", {"line": pen.line(leaf.path, mended)})


_DEADLINE = re.compile(
    r"(?:den |d\. ?)?(?P<day>\d{1,2})[. /-]*(?:(?P<name>[a-zæøå]{3,9})|(?P<number>\d{1,2}))[. /-]*"
    r"'?(?P<year>20\d\d|\d\d)(?![\d.:])[a-zæøå]?(?=$|[ ,.])\.?,? ?(?P<rest>.*)", re.IGNORECASE
)  # fmt: skip


def _deadline(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`senest 1. maj 27` -> `senest 1. maj 2027`, with one's own words round it."""
    by = facts["deadline"]
    found = _DEADLINE.fullmatch(by)
    month = _month(found) if found else ""
    if found and month:
        date = f"{int(found['day'])}. {month} 20{found['year'][-2:]}"
        fixed = leaf.text.replace(by, f"{date}, {found['rest']}" if found["rest"] else date)
        if reads(leaf.kind, fixed):
            return Own("", {"line": pen.line(leaf.path, fixed)})
    year = re.search(r"20\d\d", by)
    example = leaf.text.replace(by, f"1. september {year[0] if year else 2027}")
    return Own("", {"example": pen.line(leaf.path, example)})


def _month(found: re.Match[str]) -> str:
    """The month's name, from a name, the beginning of one, or a number; empty when there is none."""
    if found["number"]:
        number = int(found["number"])
        return MONTHS[number - 1] if 1 <= number <= len(MONTHS) else ""
    return next((month for month in MONTHS if month.startswith(found["name"].lower())), "")


_HANDLERS: Mapping[str, Callable[[Pen, Leaf, Facts], Own | None]] = MappingProxyType(
    {
        **BEHIND,
        "clock-without-day": _no_day,
        "free-with-condition": free,
        "two-prices": two_prices,
        "comma-missing": _comma,
        "no-such-date": no_such_date,
        "clock-ends-first": _backwards,
        "ends-before-start": _backwards,
        "range-backwards": _backwards,
        "fifth-alone": _fifth,
        "interval-and-parity": _parity,
        "weekday-mismatch": _weekday,
        "deadline-unreadable": _deadline,
    }
)
