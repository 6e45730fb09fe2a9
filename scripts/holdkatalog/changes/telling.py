"""The changes told: plain for a terminal, and as Markdown in which no club's words do anything."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from holdkatalog.annotations import code, fitting
from holdkatalog.changes.facts import FORMER, LISTED, NAMES
from holdkatalog.changes.finding import Change, Kind, Line

_WIDTH: Final = 100
_LONGEST: Final = 600
"""Characters of one value: who wants all of a long text reads it on the preview."""


class _Row(NamedTuple):
    """A sentence of ours and what fills it; `depth` says what it stands under."""

    depth: int
    sentence: str
    filled: Mapping[str, str]


def in_text(
    found: Iterable[Change], words: Mapping[str, Any], *, unread: Iterable[str] = ()
) -> str:
    """All changes for a terminal, and the `unread` files, of which errors keep us from telling."""
    told: Mapping[str, str] = words["changes"]
    rows = [*_rows(found, told), *_unread(unread, told)]
    lines = [told["head"], "=" * len(told["head"]), *([] if rows else [told["none"]])]
    for row in rows:
        margin = "  " * row.depth
        lines += [] if row.depth else [""]
        lines += textwrap.wrap(
            row.sentence.format(**row.filled),
            _WIDTH,
            initial_indent=margin,
            subsequent_indent=f"{margin}  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines) + "\n"


def in_markdown(
    found: Iterable[Change], words: Mapping[str, Any], *, most: int, unread: Iterable[str] = ()
) -> str:
    """The same as Markdown of at most so many bytes; a club's words stand in code spans only."""
    told: Mapping[str, str] = words["changes"]
    rows = [*_rows(found, told), *_unread(unread, told)]
    marks = ("### ", "- ", "  - ", "    - ")
    lines = [f"## {told['head']}", *([] if rows else [told["none"]])]
    for row in rows:
        filled = {
            name: text if name == "label" else code(text) for name, text in row.filled.items()
        }
        line = f"{marks[row.depth]}{row.sentence.format(**filled)}"
        lines.append(line if row.depth else f"\n{line}\n")
    return fitting(lines, most=most, rest=told["rest"])


def _rows(found: Iterable[Change], words: Mapping[str, str]) -> Iterator[_Row]:
    club = ""
    for change in found:
        if change.club != club:
            club = change.club
            yield _Row(0, "{club}", {"club": club})
        yield from _told(change, words)


def _unread(files: Iterable[str], words: Mapping[str, str]) -> Iterator[_Row]:
    for number, file in enumerate(files):
        if not number:
            yield _Row(0, words["unread"], {})
        yield _Row(1, "{file}", {"file": file})


def _told(change: Change, words: Mapping[str, str]) -> Iterator[_Row]:
    name = change.offer or words["of_club"]
    if change.only_confirmed:
        who = " ".join(change.lines[0].after)
        key = "confirmed" if who else "unconfirmed"
        yield _Row(1, words[key], {"name": name, "who": who})
        return
    key = "new_club" if change.kind is Kind.NEW and not change.offer else change.kind.value
    yield _Row(1, words[key], {"name": change.offer or change.club})
    yield from _addresses(change, words)
    # What has just been told: the name of what is new, and the former id of what has moved.
    told = {Kind.NEW: NAMES, Kind.MOVED: {FORMER}}.get(change.kind, frozenset())
    for line in () if change.kind is Kind.GONE else change.lines:
        if line.key == LISTED:
            yield _Row(2, words["off" if line.after else "on"], {})
        elif line.key not in told:
            yield from _line(line, words, alone=change.kind is Kind.NEW)


def _addresses(change: Change, words: Mapping[str, str]) -> Iterator[_Row]:
    where = {"was": change.was, "address": change.address}
    if change.kind is Kind.NEW:
        yield _Row(2, words["page"], where)
    elif change.dead:
        yield _Row(2, words["dead"], where)
        if change.kind is Kind.MOVED:
            yield _Row(2, words["keep"], {})
    elif change.kind is Kind.MOVED:
        yield _Row(2, words["led"], where)


def _line(line: Line, words: Mapping[str, str], *, alone: bool) -> Iterator[_Row]:
    """What was said and is no longer, and what is said now; lines that stay are left out."""
    before = tuple(one for one in line.before if one not in line.after)
    after = tuple(one for one in line.after if one not in line.before)
    if not before and not after:
        # The same lines in another order.
        before, after = line.before, line.after
    keys = ("before", "after") if before and after else ("removed", "added")
    for key, lines in zip(keys, (before, after), strict=True):
        for one in lines:
            filled = {"label": line.label, "words": _short(one)}
            yield _Row(2, words["only" if alone else key], filled)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rstrip()} …"
