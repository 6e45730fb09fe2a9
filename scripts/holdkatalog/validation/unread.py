"""Lines to paste for texts that can't be read, where there is more to be said than their spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from holdkatalog.danish import capital
from holdkatalog.grammar.facts import WALK
from holdkatalog.grammar.when import CLOCK_PHRASE
from holdkatalog.validation.dated import apart, dated, no_such_date
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.near import corrected, reads
from holdkatalog.validation.pen import Pen
from holdkatalog.validation.remedy import Facts, Own


def _spoken_clock(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`halv otte` alone is a clock without its day."""
    del facts
    clock = leaf.text if CLOCK_PHRASE.match(leaf.text) else corrected("clock", leaf.text)
    if not clock or corrected("session", leaf.text):
        return None
    return Own("spoken-clock", {"line": pen.line(leaf.path, f"tirsdag {clock}")})


def _no_such_day(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """A day without a year that no year has."""
    if corrected(leaf.kind, leaf.text):
        return None
    own = no_such_date(pen, leaf, facts)
    return Own("no-such-date", own.facts) if own and own.facts else None


def _address(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """A place that is nearly an address."""
    del facts
    fixed = corrected("address", leaf.text) if re.search(r"\b\d{4}\b", leaf.text) else ""
    return Own("", {"line": pen.line(leaf.path, capital(fixed))}) if fixed else None


_TO_COME = re.compile(
    r"(?:(?:vi|holdet) )?(?:(?:håber|regner med|forventer)(?: på)?(?: at| vi)? )?(?:kan )?"
    r"(?:starter?|begynder?)\b(?!.*\bigen\b)[^,]*", re.IGNORECASE
)  # fmt: skip


def _to_come(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`Vi håber at starte til foråret` -> `ikke startet, vi håber at starte til foråret`."""
    del facts
    if not _TO_COME.fullmatch(leaf.text.strip()) or corrected("status", leaf.text):
        return None
    said = leaf.text.strip()
    return Own("", {"line": pen.line(leaf.path, f"ikke startet, {said[:1].lower()}{said[1:]}")})


_UNIT = re.compile(r" ?(?:km|kilometer|m|meter)\.?$")


def _walks(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`2 eller 4 km` -> two lines."""
    del facts
    parts = re.split(r" eller | og |, ", leaf.text.strip())
    unit = _UNIT.search(parts[-1])
    walks = [part if _UNIT.search(part) else f"{part}{unit[0]}" for part in parts] if unit else []
    if len(walks) < _SEVERAL or not all(WALK.match(walk) and reads("walk", walk) for walk in walks):
        return None
    return Own("", {"lines": pen.lines(leaf.path, *walks)})


_SEVERAL = 2
UNREADABLE: Mapping[str, tuple[Callable[[Pen, Leaf, Facts], Own | None], ...]] = MappingProxyType(
    {
        "session": (_spoken_clock, _no_such_day, dated, apart),
        "place": (_address,),
        "notice": (_no_such_day, dated),
        "status": (_no_such_day, dated, _to_come),
        "walk": (_walks,),
    }
)
