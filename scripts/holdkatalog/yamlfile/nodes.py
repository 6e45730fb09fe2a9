"""What a file says, and exactly where: a tree of texts with their places in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from holdkatalog.errors import Problem
from holdkatalog.yamlfile.characters import visible

KeyPath = tuple[str | int, ...]
Plain = dict[str, "Plain"] | list["Plain"] | str | None

_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source: offsets in characters, end not included; line and column from 1."""

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text, normalised; `style` is plain, single, double, literal or folded.

    The span takes in the quotes, or the whole block text with its `|`, but never the line break
    after it. The span of an empty value is empty and stands right after the colon or the dash.
    """

    span: Span
    text: str
    style: str

    @property
    def empty(self) -> bool:
        """Nothing is written: no text and no quotes."""
        return not self.text and self.style == "plain"


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and what stands under it."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping_:  # noqa: N801 - `Mapping` is the name of the abstract class everybody knows
    """Keys with values, in file order; `flow` when written in braces."""

    span: Span
    entries: tuple[Entry, ...]
    flow: bool


@dataclass(frozen=True, slots=True)
class Sequence_:  # noqa: N801 - as above
    """Items in file order; `flow` when written in brackets."""

    span: Span
    items: tuple[Node, ...]
    flow: bool


Node = Scalar | Mapping_ | Sequence_


@dataclass(frozen=True)
class Document:
    """One file as read. Every offset refers to `source`, the file as decoded, unchanged.

    `root` is None when nothing could be read. `incomplete` says that parts of the file were lost
    on the way, so that nobody should be asked for what may well stand there.
    """

    file: str
    source: str
    root: Node | None
    problems: tuple[Problem, ...]
    incomplete: bool = False

    @cached_property
    def values(self) -> Plain:
        """The tree as plain dicts, lists and texts; an empty value is None."""
        return None if self.root is None else plain(self.root)

    @property
    def empty(self) -> bool:
        """Whether nothing is said: no characters at all, or only remarks."""
        return any(problem.code == "empty" for problem in self.problems)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their breaks, fit to be shown: dangerous characters are masked.

        Columns stay true. `lines[0]` is line 1, and a byte order mark is left out of it.
        """
        return tuple(visible(line) for line in _BREAK.split(self.source.removeprefix("\ufeff")))

    def node(self, path: KeyPath) -> Node | None:
        """The node at the path, None when there is none."""
        found = self.root
        for step in path:
            found = self._child(found, step)
        return found

    def place(self, path: KeyPath, *, key: bool = False) -> Span:
        """The span of the value at the path, or of its key; of the nearest ancestor if missing."""
        found = self.root
        span = Span(0, 0, 1, 1) if found is None else found.span
        for step in path:
            parent, found = found, self._child(found, step)
            if found is None:
                break
            span = found.span
            if isinstance(parent, Mapping_) and (key or span.start == span.end):
                span = self._entries[id(parent)][str(step)].key.span
        return span

    @cached_property
    def _entries(self) -> dict[int, dict[str, Entry]]:
        """The entries of every mapping by their keys: a file may have thousands, each asked for."""
        return {
            id(each): {entry.key.text: entry for entry in reversed(each.entries)}
            for each in _mappings(self.root)
        }

    def _child(self, node: Node | None, step: str | int) -> Node | None:
        if isinstance(node, Mapping_):
            entry = self._entries[id(node)].get(step) if isinstance(step, str) else None
            return None if entry is None else entry.value
        if isinstance(node, Sequence_) and isinstance(step, int) and 0 <= step < len(node.items):
            return node.items[step]
        return None


def _mappings(node: Node | None) -> Iterator[Mapping_]:
    if isinstance(node, Mapping_):
        yield node
        for entry in node.entries:
            yield from _mappings(entry.value)
    elif isinstance(node, Sequence_):
        for item in node.items:
            yield from _mappings(item)


def plain(node: Node) -> Plain:
    """The node as plain dicts, lists and texts; an empty value is None."""
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Sequence_):
        return [plain(item) for item in node.items]
    values: dict[str, Plain] = {}
    for entry in node.entries:
        # The first of two equal keys holds; the second is a Problem of its own.
        values.setdefault(entry.key.text, plain(entry.value))
    return values
