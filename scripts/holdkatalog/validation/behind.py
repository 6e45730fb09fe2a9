"""Remedies for a fact behind the comma of a time: the line it belongs in, and the time without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from holdkatalog.danish import DAYS, capital
from holdkatalog.grammar.notes import (
    COUNTED,
    EACH,
    NAMED_DATE,
    NAMED_DAY,
    PARITY,
    SHORT_DAYS,
    SPAN,
    TRAPS,
)
from holdkatalog.grammar.when import BREAKS, PERIOD, SESSION, WEEKLY
from holdkatalog.grammar.words import AND, DAY, DAY_OF_YEAR, TO
from holdkatalog.messages import masked
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.near import corrected, reads
from holdkatalog.validation.often import OFTEN, often
from holdkatalog.validation.pen import Pen, plain
from holdkatalog.validation.remedy import Facts, Own

_FILL = r"(?:(?:men|dog|altså|kun|og|samt|også|desuden|vi mødes|vi er der|holdet kører|det er) )*"
_OFF = re.compile(
    rf"^{_FILL}(?:undtagen|bortset fra|på nær|ikke|aldrig|aflyst|lukket|fri|(?:\w*pause|\w*ferie)|"
    r"vi holder (?:fri|pause|ferie)|holder (?:fri|pause|ferie))?"
    r" ?(?:i|d\.|den|om|på|til)? ?", re.IGNORECASE
)  # fmt: skip
_SINGLE_DAYS = re.compile(rf"{DAY_OF_YEAR}(?:{AND}{DAY_OF_YEAR})*", re.IGNORECASE)
# "er der quiz" behind a comma is "der er quiz".
_TURNED = re.compile(r"^(.* (?:måneden|måned)),? (\w+) (der|vi|I|man|alle) ", re.IGNORECASE)


def _apart(code: str, note: str) -> tuple[str, str]:
    """The part of a note that holds the fact, and the parts before it."""
    parts = note.split(", ")
    at = next((i for i, part in enumerate(parts) if re.match(TRAPS[code], part, re.IGNORECASE)), 0)
    return ", ".join(parts[at:]), ", ".join(parts[:at])


def _kept(rule: str, *words: str) -> str:
    """The time with the words behind it that may stay there."""
    said = ", ".join(word.strip(" ,.") for word in words if word.strip(" ,."))
    whole = f"{rule}, {said}" if said else rule
    return whole if SESSION.match(whole) or not SESSION.match(rule) else rule


def _exception(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`onsdag 19.00, men ikke i december` -> `fri: december`."""
    part, before = _apart("exception-in-note", facts["note"])
    words = part.strip(" ,.")
    bare = _OFF.sub("", words)
    off = bare if BREAKS.match(bare) else corrected("breaks", bare)
    shown = plain(off or capital(re.sub("^(?:(?:men|dog) )+", "", words, flags=re.IGNORECASE)))
    line = pen.line(leaf.path, _kept(facts["rule"], before))
    if _SINGLE_DAYS.fullmatch(bare):
        # Without a year it would be off every year; only the volunteer knows which is meant.
        return Own("", {"line": line, "dated": f"fri: {_this_year(pen, bare)}"})
    return Own("", {"line": line, "extra": f"fri: {shown}"})


def _latest(pen: Pen) -> str:
    """The latest year that the file speaks of."""
    return max(re.findall(r"\b20\d\d\b", pen.document.source), default="2027")


def _this_year(pen: Pen, days: str) -> str:
    year = _latest(pen)
    return re.sub(DAY_OF_YEAR, lambda m: _with_year(m[0], year), days, flags=re.IGNORECASE)


def _with_year(day: str, year: str) -> str:
    if found := re.fullmatch(r"(\d{1,2})[./](\d{1,2})\.?", day):
        return f"{int(found[1])}/{int(found[2])}-{year}"
    return f"{day} {year}"


def _count(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`mandag, seks gange i alt` -> `gange: seks`."""
    part, before = _apart("count-in-note", facts["note"])
    found = re.search(COUNTED, part, re.IGNORECASE)
    number, _, unit = (found[0] if found else part).partition(" ")
    times = f"{number} uger" if unit.startswith("uger") else number
    line = pen.line(leaf.path, _kept(facts["rule"], before))
    return Own("", {"line": line, "extra": f"gange: {times}"})


def _interval(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`tirsdag 10-11, hver anden uge` -> `hver anden tirsdag 10-11`."""
    part, before = _apart("interval-in-note", facts["note"])
    # Behind a part of the year the day stands in another line.
    mended = "" if leaf.kind == "period" else every_other(facts["rule"], part)
    behind = part.partition(", ")[2]
    return Own("", {"line": pen.line(leaf.path, _kept(mended, before, behind))} if mended else {})


def every_other(rule: str, said: str) -> str:
    """The rule with the interval or the parity that was said of it; empty when it can't have one."""
    bare = re.sub("^hver ", "", rule[:1].lower() + rule[1:])
    if parity := re.search(PARITY, said, re.IGNORECASE):
        mended = re.sub(rf"^{WEEKLY}", rf"\g<0> i {parity[0].lower()}", bare, flags=re.IGNORECASE)
    elif each := re.search(EACH, said, re.IGNORECASE):
        word = each[0].split(" ")[1].lower()
        fortnight = word.rstrip(".") in {"14", "fjortende"}
        mended = f"hver {'anden' if fortnight else word} {bare}"
    else:
        return ""
    return mended if mended != bare and SESSION.match(mended) else ""


_SPANS = re.compile(rf"(?:fra )?{SPAN}{TO}{SPAN}", re.IGNORECASE)
_ENDS = re.compile(
    rf"(?P<end>slutter|sidste gang|til|indtil)?[a-zæøå ]*?(?P<span>{SPAN})", re.IGNORECASE
)
_BEGINS = re.compile(r"fra|start|begynd|første gang", re.IGNORECASE)


def _period(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`tirsdag 10-11, september til april` -> `periode: september til april`."""
    part, before = _apart("period-in-note", facts["note"])
    first, _, behind = part.partition(", ")
    said = re.sub(rf"^{_FILL}(?:i |hele (?!året))?", "", first.strip(" .,"), flags=re.IGNORECASE)
    rest = ""
    if not PERIOD.match(said) and (both := _SPANS.search(said)):
        said, rest = both[0], said.replace(both[0], "")
    line = pen.line(leaf.path, _kept(facts["rule"], before, " ".join(rest.split()), behind))
    if PERIOD.match(said):
        return Own("", {"line": line, "extra": f"periode: {said}"})
    if found := _ENDS.match(said):
        year = "" if re.search(r"\d{4}", found["span"]) else f" {_latest(pen)}"
        way = "fra" if _BEGINS.match(said) else "til"
        bound = f"{way} {_bare(found['span'], year)}"
        if PERIOD.match(bound):
            return Own("", {"line": line, "dated" if year else "extra": f"periode: {bound}"})
    return Own("", {"line": line, "extra": f"periode: {plain(capital(first.strip(' .,')))}"})


def _bare(day: str, year: str) -> str:
    return _with_year(day, year.strip()) if year and "/" in day else day + year


_SHORT_NAME = re.compile(
    rf"\b(?:{'|'.join(day[:2] for day in DAYS)})\w{{0,2}}\.?(?!\w)", re.IGNORECASE
)


def _named(text: str) -> str:
    """`ti og on 10-11` with its days written out."""
    return _SHORT_NAME.sub(lambda m: next(d for d in DAYS if d.startswith(m[0].lower()[:2])), text)


def _two_times(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`tirsdag 10-11, torsdag 13-14` -> two lines; without a day the second has the first's."""
    first = facts["rule"]
    if rhythm := OFTEN.fullmatch(first):
        return often(pen, leaf, rhythm)
    second = re.sub(r"^(?:,| og)\s*", "", leaf.text.strip()[len(first) :]).strip()
    if re.match(SHORT_DAYS, second, re.IGNORECASE):
        second = _named(re.sub(rf"^{_FILL}", "", second, flags=re.IGNORECASE))
        if not re.search(r"\d", first) and SESSION.match(f"{first}, {second}"):
            return Own("", {"line": pen.line(leaf.path, f"{first}, {second}")})
    elif date := re.search(rf"{NAMED_DATE}|{NAMED_DAY}", second, re.IGNORECASE):
        return _on_a_date(pen, leaf, first, second, date)
    second = _moved(second)
    if not re.search(DAY, second, re.IGNORECASE) and (day := re.search(DAY, first, re.IGNORECASE)):
        second = f"{day[0].lower()} {second}"
    if not SESSION.match(second) and "måned" in second.lower():
        turned = _TURNED.sub(r"\1, \3 \2 ", second)
        second = turned if SESSION.match(turned) else corrected("session", second)
    # Without an hour the second line would lose the first's; a day of the month inherits it.
    hours = bool(re.search(r"\d|måned", second)) or not re.search(r"\d", first)
    if hours and SESSION.match(first) and SESSION.match(second):
        return Own("", {"lines": pen.lines(leaf.path, first, second)})
    return Own("", {})


_WORDS_FIRST = re.compile(
    r"^(?P<words>[^\d,]+?) (?P<clock>(?:kl\.? ?)?\d{1,2}(?:[.:]\d\d)?(?: ?[-–] ?\d{1,2}(?:[.:]\d\d)?)?)$",
    re.IGNORECASE,
)


def _moved(second: str) -> str:
    """`nye hold kl. 12` with its clock in front: `kl. 12, nye hold`."""
    second = re.sub(rf"^{_FILL}", "", second, flags=re.IGNORECASE)
    found = _WORDS_FIRST.match(second)
    return f"{found['clock']}, {found['words']}" if found and not SESSION.match(second) else second


def _on_a_date(pen: Pen, leaf: Leaf, first: str, second: str, date: re.Match[str]) -> Own | None:
    """`tirsdag 10-11, dog 2. juli kl. 12` -> two lines, the second with a year."""
    year = not re.search(r"\d{4}", date[0])
    dated = _this_year(pen, date[0]) if year else date[0]
    before, after = second[: date.start()], second[date.end() :].strip(" ,")
    words = re.sub(rf"^{_FILL}|{DAY}|\b(?:den|d\.) *$", "", before, flags=re.IGNORECASE).strip()
    clock = re.match(r"(?:kl\.? ?)?\d[\d.:]*(?: ?[-–] ?\d[\d.:]*)?", after, re.IGNORECASE)
    when = f"{dated} {clock[0]}" if clock else dated
    both = _kept(when, words, after[clock.end() :] if clock else after)
    if not (SESSION.match(first) and reads("session", both)):
        return Own("", {})
    return Own("", {"dated_lines" if year else "lines": pen.lines(leaf.path, first, both)})


def _two_contacts(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`12 34 56 78, formand@example.org` -> two lines; in fields, two fields."""
    first, second = facts["first"], facts["second"]
    words = re.sub(
        r"^(?:[\s,;/+&]|\b(?:og|eller|mail|tlf|telefon)\b\.?:?)+", "", facts.get("between", "")
    )
    words = re.sub(r"(?:[\s,;/+&:]|\b(?:og|eller|mail|tlf|telefon)\b\.?)+$", "", words)
    rest = facts.get("rest", "").strip(" ,")
    both = (f"{first}, {words}" if words else first, f"{second}, {rest}" if rest else second)
    if any(masked(one) != one or not reads("contact", one) for one in both):
        # What would have to be masked can't be pasted.
        return Own("", {})
    if leaf.kind == "contact":
        return Own("", {"lines": pen.lines(leaf.path, *both)})
    extra = f"mail: {second}" if "@" in second else f"note: Eller {second}"
    return Own("", {"line": pen.line(leaf.path, both[0]), "extra": extra})


BEHIND: Mapping[str, Callable[[Pen, Leaf, Facts], Own | None]] = MappingProxyType(
    {
        "exception-in-note": _exception,
        "count-in-note": _count,
        "interval-in-note": _interval,
        "period-in-note": _period,
        "two-times": _two_times,
        "two-contacts": _two_contacts,
    }
)
"""The remedy by the mistake's code."""
