"""A file's text with its lines: where an offset lies, and what a line looks like."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from holdkatalog.errors import Problem
from holdkatalog.yamlfile.characters import DANGEROUS, normalise
from holdkatalog.yamlfile.nodes import KeyPath, Span

_BREAK = re.compile(r"\r\n|\n|\r")
_DASHES = re.compile(r"(?:- +)*")
_OPENS_TEXT = re.compile(r"(?:^|: |- ) *[|>][-+0-9]{0,2} *(?:#.*)?$")
_KEY = re.compile(r"\w[\w /&.+-]{0,59}")
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text` without its break; `inside` when it belongs to a text under `|` or `>`."""

    number: int
    start: int
    text: str
    inside: bool

    @property
    def end(self) -> int:
        """The offset right after the last character, before the line break."""
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        """The number of spaces in front."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def body(self) -> str:
        """The line without the spaces round it and without `- ` in front."""
        bare = self.text.strip()
        return bare[_dashes(bare) :]

    @property
    def body_at(self) -> int:
        """How many characters stand in front of the body."""
        return self.indent + _dashes(self.text[self.indent :])

    @property
    def structure(self) -> bool:
        """The line says something about the file's structure: it's no text, comment or gap."""
        return not self.inside and self.text.strip() != "" and self.text.lstrip()[0] != "#"

    @property
    def key(self) -> str | None:
        """The key in front of the first colon, None when the line has no key."""
        head, colon, tail = self.body.partition(":")
        if colon and (not tail or tail[0] in " \t") and _KEY.fullmatch(head.rstrip()):
            return head.rstrip()
        return None

    @property
    def value(self) -> str:
        """What stands after the key, or after the dash when there is no key."""
        return self.body if self.key is None else self.body.partition(":")[2].strip()

    @property
    def value_start(self) -> int:
        """The offset of `value` in the source."""
        at = self.body_at if self.key is None else self.text.index(":", self.body_at) + 1
        return self.start + at + len(self.text[at:]) - len(self.text[at:].lstrip())


def _dashes(text: str) -> int:
    match = _DASHES.match(text)
    return match.end() if match else 0


@dataclass(frozen=True)
class Source:
    """A file's name and its text as decoded."""

    file: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        first = 1 if self.text.startswith("\ufeff") else 0
        return [first, *(m.end() for m in _BREAK.finditer(self.text))]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of the file; `lines[0]` is line 1."""
        lines, opened = [], -1
        ends = [m.start() for m in _BREAK.finditer(self.text)]
        for number, (start, end) in enumerate(
            zip(self._starts, [*ends, len(self.text)], strict=True), 1
        ):
            text = self.text[start:end]
            line = Line(number, start, text, inside=False)
            if opened >= 0 and (not text.strip() or line.indent > opened):
                line = Line(number, start, text, inside=True)
            elif text.strip():
                opened = line.body_at if _OPENS_TEXT.search(text) else -1
            lines.append(line)
        return tuple(lines)

    def line(self, offset: int) -> Line:
        """The line in which the offset lies."""
        return self.lines[max(bisect_right(self._starts, offset), 1) - 1]

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        line = max(bisect_right(self._starts, start), 1)
        return Span(start, end, line, start - self._starts[line - 1] + 1)

    def problem(
        self, code: str, span: Span | Line, *, path: KeyPath = (), value: str = "", **facts: str
    ) -> Problem:
        """A Problem at a span, or at a whole line (column 0); every text in it is fit to show."""
        known = tuple(sorted((name, shown(text)) for name, text in facts.items()))
        if isinstance(span, Line):
            return Problem(self.file, span.number, 0, code, path, shown(value), known)
        end = self.text.find("\n", span.start, span.end)
        width = (span.end if end < 0 else end) - span.start
        return Problem(
            self.file, span.line, span.column, code, path, shown(value), known, max(width, 1)
        )


def shown(text: str) -> str:
    """A text fit to be repeated in a message: nothing dangerous, and not endless."""
    plain = normalise(DANGEROUS.sub("", text[: 4 * _SHOWN]))
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"
