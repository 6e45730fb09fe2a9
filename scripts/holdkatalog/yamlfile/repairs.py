"""Mending a copy of a broken file, so that one mistake doesn't hide the next.

The copy is never shown or stored. It only lets the parser go on, and `Patched.back` leads each
offset in it home to the file as it was written.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field

from holdkatalog.errors import Problem


@dataclass(frozen=True, slots=True)
class Edit:
    """Write `text` instead of what stands between two offsets of the source."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A Problem, and the edits after which the parser can go on."""

    problem: Problem
    edits: tuple[Edit, ...] = ()


@dataclass(slots=True)
class Patched:
    """A text with edits applied, and the way back to the offsets before them."""

    text: str
    _here: list[int] = field(default_factory=list)
    _there: list[tuple[int, int]] = field(default_factory=list)

    def back(self, offset: int) -> int:
        """The offset in the unedited text."""
        if not self._here:
            return offset
        at = bisect_right(self._here, offset) - 1
        start, length = self._there[at]
        return start + min(offset - self._here[at], length)


def patched(text: str, edits: Collection[Edit]) -> Patched:
    """The text with the edits applied; of edits that overlap, the wider or the first one wins."""
    if not edits:
        return Patched(text)
    parts: list[str] = []
    here: list[int] = []
    there: list[tuple[int, int]] = []
    position = length = 0
    ordered = sorted(edits, key=lambda edit: (edit.start, -edit.end, edit.text))
    for edit in [*ordered, Edit(len(text), len(text), "")]:
        if edit.start < position:
            continue
        for start, end, part in (
            (position, edit.start, text[position : edit.start]),
            (edit.start, edit.end, edit.text),
        ):
            here.append(length)
            there.append((start, end - start))
            parts.append(part)
            length += len(part)
        position = edit.end
    return Patched("".join(parts), here, there)
