"""What a file says and no page would show: a value behind a comma, a judgement of nothing, two answers at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from holdkatalog.errors import Problem, Unreadable
from holdkatalog.grammar.facts import STATES, STATUS
from holdkatalog.reading import LEAVES
from holdkatalog.reading.facts import kind_of
from holdkatalog.validation.file import File, fields, texts
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.lexicon import PHRASES
from holdkatalog.validation.pen import Path, said
from holdkatalog.validation.rules.words import find

_HOLDS_ONE = frozenset(("effort", "limit", "way"))
_NEXT = re.compile(r",\s*(?:(?:og|men|eller|så|derefter|bagefter) )?")
_OR = re.compile(rf"{_NEXT.pattern}|\s+(?:eller|og)\s+")
_BOTH_AT_ONCE = (
    {"fuld", "venteliste"},
    {"ikke startet", "starter når vi er nok", "åben"},
    {"ikke startet", "venteliste"},
    {"ikke startet", "fuld"},
)


def values_in_notes(file: File) -> Iterator[Problem]:
    """A level, a limit or a step of its own has a line of its own."""
    for leaf in file.leaves:
        if leaf.kind in _HOLDS_ONE and PHRASES[leaf.kind].match(leaf.text):
            lines = _apart(leaf)
            if len(lines) > 1:
                note = leaf.text.partition(",")[2].strip()
                shown = file.pen.lines(leaf.path, *lines)
                yield file.pen.at("several-words", leaf.path, part=note, value=note, lines=shown)


def _apart(leaf: Leaf) -> list[str]:
    """The text's values, each with the own words behind it."""
    lines: list[str] = []
    known: set[object] = set()
    between = _OR if leaf.kind == "effort" else _NEXT
    for part in between.split(leaf.text.strip()):
        value = _read(leaf.kind, part)
        if lines and (value is None or value in known):
            lines[-1] += f", {part}"
        else:
            lines.append(part)
        known.add(value)
    return lines


def _read(kind: str, part: str) -> object:
    """The value that a part is by itself; None when it is mere words, as "du bestemmer selv" may be."""
    found = PHRASES[kind].match(part)
    try:
        return LEAVES[kind](part) if found and found[0] != "own" else None
    except Unreadable:
        return None


def contradicting_states(file: File) -> Iterator[Problem]:
    """Two states without dates can't both hold."""
    for path, value in _places_of_status(file):
        seen: list[str] = []
        for where, text in texts(value, path):
            kind = _undated(text)
            other = next((one for one in seen if _quarrel(one, kind)), "") if kind else ""
            if other:
                facts = {"other": other, "line": f"- {kind} fra 1. januar 2027"}
                yield file.pen.at("contradicting-states", where, value=kind, facts=facts)
            seen += [kind] if kind else []


def _places_of_status(file: File) -> Iterator[tuple[Path, object]]:
    yield ("status",), file.values.get("status")
    for place, value in fields(file.values.get("steder")):
        yield ("steder", place, "status"), dict(fields(value)).get("status")
    for offer, value in file.offers.items():
        yield ("hold", offer, "status"), value.get("status")


def _undated(text: str) -> str:
    found = STATUS.match(text)
    if found is None or found[0] != "state" or found[1]["first"] or found[1]["last"]:
        return ""
    return kind_of(STATES, found[1]["kind"])


def _quarrel(one: str, other: str) -> bool:
    return one != other and not any({one, other} <= both for both in _BOTH_AT_ONCE)


def judged_without_fit(file: File) -> Iterator[Problem]:
    """Only what the offer is for can have been judged."""
    for offer, values in file.told.items():
        fits = {**_fits(file, values, "for"), **_fits(file, values, "også_for")}
        for key, _ in fields(values.get("vurderet")):
            id_ = find("condition", key, file.context.vocabulary)
            if id_ is not None and id_ not in fits:
                where: Path = ("hold", offer, "vurderet", key)
                line = f"også_for: {key}" if "også_for" not in values else f"- {key}"
                known = said(fits.values()) if fits else ""
                facts = {"line": line, "list": known}
                yield file.pen.at("judged-without-fit", where, key=True, value=key, facts=facts)


def fits_twice(file: File) -> Iterator[Problem]:
    """An illness is either what the offer is made for or what it suits too."""
    for offer, values in file.offers.items():
        made = _fits(file, file.told[offer], "for")
        for path, text in texts(values.get("også_for"), (*file.path(offer), "også_for")):
            word = text.partition(", ")[0].strip()
            id_ = find("condition", word, file.context.vocabulary)
            if id_ in made:
                yield file.pen.at("fits-twice", path, value=word)


def _fits(file: File, values: Mapping[str, Any], key: str) -> dict[str | None, str]:
    """The words under a key by the id they stand for."""
    words = [text.partition(", ")[0].strip() for _, text in texts(values.get(key), ())]
    found = {find("condition", word, file.context.vocabulary): word for word in words}
    return {id_: word for id_, word in found.items() if id_ is not None}
