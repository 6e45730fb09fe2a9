"""Lines to paste for the mistakes that are known by name, each from what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from holdkatalog.danish import DAYS, MONTHS, capital
from holdkatalog.errors import Unreadable
from holdkatalog.grammar.facts import PRICE
from holdkatalog.grammar.when import CLOCK_PHRASE
from holdkatalog.reading import LEAVES
from holdkatalog.validation.behind import BEHIND, Facts, Own
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.near import corrected, reads
from holdkatalog.validation.pen import Pen, plain

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def remedied(pen: Pen, leaf: Leaf, error: Unreadable) -> Own | None:
    """The remedy of a mistake that is known by name; None when it's known only by its spelling."""
    handler = _HANDLERS.get(error.code)
    if error.code == "unreadable" and leaf.kind == "session":
        handler = _spoken_clock
    if error.code == "unreadable" and leaf.kind == "place":
        handler = _address
    return handler(pen, leaf, dict(error.facts)) if handler else None


def _no_day(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    del facts
    return Own("", {"line": pen.line(leaf.path, f"tirsdag {leaf.text.strip()}")})


def _spoken_clock(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`halv otte` alone is a clock without its day."""
    del facts
    clock = leaf.text if CLOCK_PHRASE.match(leaf.text) else corrected("clock", leaf.text)
    if not clock or corrected("session", leaf.text):
        return None
    return Own("spoken-clock", {"line": pen.line(leaf.path, f"tirsdag {clock}")})


def _free(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`gratis, hvis du er medlem` -> `gratis for medlemmer`; a free trial is a question."""
    condition = facts["condition"].lower()
    if re.search("første|start|begynd|prøve", condition):
        return Own("", {"extra": f"godt_at_vide:\n  prøv: ja, {plain(leaf.text.lower())}"})
    who = re.sub(r"^(?:men )?(?:kun )?(?:for|til) (?!og med)", "", condition)
    if re.search("medlem|kontingent", condition):
        who = "medlemmer"
    elif who == condition or re.search(r"\d", who):
        return Own("", {})
    return Own("", {"line": pen.line(leaf.path, f"gratis for {who}")})


def _two_prices(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    both = (facts["first"], facts["second"])
    found = [text if PRICE.match(text) else corrected("price", text) or text for text in both]
    return Own("", {"lines": pen.lines(leaf.path, *found)})


def _comma(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    line = corrected("answer", leaf.text) or f"{facts['answer']}, {facts['rest']}"
    return Own("", {"line": pen.line(leaf.path, line)})


def _date(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
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


def _address(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """A place that is nearly an address."""
    del facts
    fixed = corrected("address", leaf.text) if re.search(r"\b\d{4}\b", leaf.text) else ""
    return Own("", {"line": pen.line(leaf.path, capital(fixed))}) if fixed else None


_HANDLERS: Mapping[str, Callable[[Pen, Leaf, Facts], Own | None]] = MappingProxyType(
    {
        **BEHIND,
        "clock-without-day": _no_day,
        "free-with-condition": _free,
        "two-prices": _two_prices,
        "comma-missing": _comma,
        "no-such-date": _date,
        "clock-ends-first": _backwards,
        "ends-before-start": _backwards,
        "range-backwards": _backwards,
        "fifth-alone": _fifth,
        "interval-and-parity": _parity,
        "weekday-mismatch": _weekday,
        "deadline-unreadable": _deadline,
    }
)
