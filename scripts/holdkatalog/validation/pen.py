"""Writes Problems: the right place in the file, and lines that can be pasted."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from holdkatalog.errors import Problem
from holdkatalog.yamlfile import Document, Scalar, Sequence_
from holdkatalog.yamlfile.quoting import bare, quoted

Path = tuple[str | int, ...]
_LONGEST = 200
_WIDTH = 88


@dataclass(frozen=True)
class Pen:
    """Writes Problems about one document; `today` is the day it's judged on, when that matters."""

    document: Document
    today: dt.date | None = None

    def at(  # noqa: PLR0913 - each says one thing, and all but the first two by name
        self,
        code: str,
        path: Path,
        *,
        key: bool = False,
        part: str = "",
        value: str | None = None,
        facts: Mapping[str, str] = MappingProxyType({}),
        **more: str,
    ) -> Problem:
        """A Problem at the value of a path (at its key if so told), underlining `part` of it."""
        span = self.document.place(path, key=key)
        source = self.document.source
        start, end = span.start, source.find("\n", span.start, span.end)
        end = span.end if end < 0 else end
        within = source.find(part, start, span.end) if part else -1
        column, line = span.column, span.line
        if within >= 0 and "\n" not in source[start:within]:
            column, end = column + within - start, within + len(part)
            start = within
        elif within >= 0:
            line += source.count("\n", start, within)
            column = within - source.rfind("\n", 0, within)
            start, end = within, within + len(part)
        shown = self.written(path) if value is None else value
        known = {"key": self.name(path), **facts, **more}
        return Problem(
            self.document.file, line, column, code, path, _short(shown),
            tuple(sorted((k, v) for k, v in known.items() if v)), max(1, end - start),
        )  # fmt: skip

    def missing(self, code: str, path: Path, **facts: str) -> Problem:
        """A Problem about what isn't there: at the key above, or at the file's first line."""
        above = path[:-1]
        span = self.document.place(above, key=True)
        known = {"key": str(path[-1]), **facts}
        width = len(str(above[-1])) if above and isinstance(above[-1], str) else 0
        return Problem(
            self.document.file, span.line if above else 1, span.column if width else 0, code, path,
            "", tuple(sorted((k, v) for k, v in known.items() if v)), width,
        )  # fmt: skip

    def written(self, path: Path) -> str:
        """The text at the path as it reads; empty when fields or nothing stand there."""
        node = self.document.node(path)
        return node.text if isinstance(node, Scalar) else ""

    def name(self, path: Path) -> str:
        """The key that the path's value stands under; an item's is its list's."""
        return next((step for step in reversed(path) if isinstance(step, str)), "")

    def line(self, path: Path, text: str) -> str:
        """The value's line with another text instead, ready to paste; any further lines of it are left out."""
        span = self.document.place(path)
        source = self.document.source
        first = source.rfind("\n", 0, span.start) + 1
        last = source.find("\n", span.start)
        tail = source[span.end : last] if span.end <= last else ""
        flow = any(self._flow(path[:length]) for length in range(len(path)))
        written = text if bare(text, flow=flow) else quoted(text)
        return (source[first : span.start] + written + tail).strip()

    def _flow(self, path: Path) -> bool:
        node = self.document.node(path)
        return not isinstance(node, Scalar) and node is not None and node.flow

    def lines(self, path: Path, *texts: str) -> str:
        """Several texts instead of the one at the path: a list, or more items of it."""
        inside = len(path) > 1 and isinstance(self.document.node(path[:-1]), Sequence_)
        items = [f"- {plain(text)}" for text in texts]
        return "\n".join(items if inside else [f"{self.name(path)}:", *(f"  {i}" for i in items)])


def plain(text: str) -> str:
    """The text as it may stand behind a colon: in quotes only where it must be."""
    return text if bare(text) else quoted(text)


def said(words: Iterable[str]) -> str:
    """Words in quotes, as a Danish list of choices: `"a"`, `"a" eller "b"`."""
    *head, tail = [f'"{word}"' for word in words] or [""]
    return f"{', '.join(head)} eller {tail}" if head else tail


def listing(words: Iterable[str]) -> str:
    """All the words, on as many lines as they need."""
    return textwrap.fill(", ".join(words), _WIDTH, break_on_hyphens=False)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
