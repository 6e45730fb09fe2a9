"""Lines to paste for the mistakes that are known by name, each from what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from holdkatalog.danish import DAYS, MONTHS, capital
from holdkatalog.errors import Unreadable
from holdkatalog.grammar.when import BREAKS, SESSION
from holdkatalog.grammar.words import AND, COUNT, DAY, DAY_OF_YEAR, NUMBERS
from holdkatalog.reading import LEAVES
from holdkatalog.reading.numbers import count
from holdkatalog.validation.dated import no_such_date
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.near import corrected, reads
from holdkatalog.validation.pen import Pen, plain
from holdkatalog.validation.prices import free, two_prices
from holdkatalog.validation.remedy import Facts, Own
from holdkatalog.validation.unread import UNREADABLE

_OFF = re.compile(
    r"^(?:(?:men|dog|altså) )*(?:undtagen|bortset fra|på nær|ikke|aflyst|lukket|fri|"
    r"vi holder (?:fri|pause)|holder (?:fri|pause))?"
    r" ?(?:i|d\.|den|om|på|til)? ?", re.IGNORECASE
)  # fmt: skip
_SINGLE_DAYS = re.compile(rf"{DAY_OF_YEAR}(?:{AND}{DAY_OF_YEAR})*", re.IGNORECASE)
# "er der quiz" behind a comma is "der er quiz".
_TURNED = re.compile(r"^(.* (?:måneden|måned)),? (\w+) (der|vi|I|man|alle) ", re.IGNORECASE)


def remedied(pen: Pen, leaf: Leaf, error: Unreadable) -> Own | None:
    """The remedy of a mistake that is known by name; None when it's known only by its spelling."""
    if error.code == "unreadable":
        told = (each(pen, leaf, dict(error.facts)) for each in UNREADABLE.get(leaf.kind, ()))
        return next((own for own in told if own is not None), None)
    handler = _HANDLERS.get(error.code)
    return handler(pen, leaf, dict(error.facts)) if handler else None


def _exception(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`onsdag 19.00, men ikke i december` -> `fri: december`."""
    words = facts["exception"].strip(" ,.")
    bare = _OFF.sub("", words)
    off = bare if BREAKS.match(bare) else corrected("breaks", bare)
    shown = plain(off or capital(re.sub("^(?:(?:men|dog) )+", "", words, flags=re.IGNORECASE)))
    line = pen.line(leaf.path, facts["rule"])
    if _SINGLE_DAYS.fullmatch(bare):
        # Without a year it would be off every year; only the volunteer knows which is meant.
        return Own("", {"line": line, "dated": f"fri: {_this_year(pen, bare)}"})
    return Own("", {"line": line, "extra": f"fri: {shown}"})


def _this_year(pen: Pen, days: str) -> str:
    """The days with the latest year that the file speaks of."""
    years = re.findall(r"\b20\d\d\b", pen.document.source)
    year = max(years, default="2027")
    return re.sub(DAY_OF_YEAR, lambda m: _with_year(m[0], year), days, flags=re.IGNORECASE)


def _with_year(day: str, year: str) -> str:
    if found := re.fullmatch(r"(\d{1,2})[./](\d{1,2})\.?", day):
        return f"{int(found[1])}/{int(found[2])}-{year}"
    return f"{day} {year}"


def _count(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`mandag, seks gange i alt` -> `gange: seks`."""
    said = re.sub(r"^i alt |mødegange", "", facts["count"], flags=re.IGNORECASE)
    number = said.removesuffix("gange").strip()
    return Own("", {"line": pen.line(leaf.path, facts["rule"]), "extra": f"gange: {number}"})


def _two_times(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`tirsdag 10-11, torsdag 13-14` -> two lines; without a day the second has the first's."""
    first = facts["rule"]
    if often := _OFTEN.fullmatch(first):
        return _often(pen, leaf, often)
    second = re.sub(r"^(?:,| og)\s*", "", leaf.text.strip()[len(first) :]).strip()
    if not re.search(DAY, second, re.IGNORECASE) and (day := re.search(DAY, first, re.IGNORECASE)):
        second = f"{day[0].lower()} {second}"
    if not SESSION.match(second) and "måned" in second.lower():
        turned = _TURNED.sub(r"\1, \3 \2 ", second)
        second = turned if SESSION.match(turned) else corrected("session", second)
    if SESSION.match(first) and SESSION.match(second):
        return Own("", {"lines": pen.lines(leaf.path, first, second)})
    return Own("", {})


_OFTEN = re.compile(rf"({COUNT}) gange? .*?(uge)?n?", re.IGNORECASE)


def _offered(sentence: str, leaf: Leaf) -> bool:
    return SESSION.is_sentence(sentence) and sentence != leaf.text


def _often(pen: Pen, leaf: Leaf, often: re.Match[str]) -> Own:
    """`to gange om måneden, mandag` is no "hver mandag"; `to gange om ugen, mandag og torsdag` is both days."""
    days = leaf.text.strip()[len(often[0]) :].strip(" ,")
    if often[2] and SESSION.match(days) and len(re.findall(DAY, days)) == count(often[1]):
        return Own("", {"line": pen.line(leaf.path, days)})
    words = {str(number): word for word, number in reversed(NUMBERS.items())}
    said = words.get(often[1], often[1])
    sentence = capital(said + leaf.text.strip()[len(often[1]) :])
    return Own("", {"line": pen.line(leaf.path, sentence)} if _offered(sentence, leaf) else {})


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
        "exception-in-note": _exception,
        "count-in-note": _count,
        "two-times": _two_times,
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
