"""Reads a style sheet that gives names to colours, and nothing else: `:root` in light and in dark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdkatalog.errors import Problem

_PIECE = re.compile(
    r"""
      (?P<nothing>\s+ | /\*.*?\*/)
    | (?P<dark>@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)\s*\{)
    | (?P<root>:root\s*\{)
    | (?P<end>\})
    | (?P<name>[a-z-][\w-]*)\s*:\s*(?P<value>[^\s;{}][^;{}]*?)\s*(?:;|(?=\}))
    """,
    re.VERBOSE | re.DOTALL,
)
# What may stand where: outside, in the dark outside of :root, in :root, in :root in the dark.
_OPENS = {("", "dark"): "d", ("", "root"): "r", ("d", "root"): "dr"}
_CLOSES = {"d": "", "r": "", "dr": "d"}
_COLOUR = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A name and what it is set to, in light or in dark, and where that stands."""

    name: str
    value: str
    dark: bool
    file: str
    line: int
    column: int
    """Where the value begins; the name stands further left."""
    begin: int

    @property
    def colour(self) -> str:
        """The value as `#rrggbb`, or "" when it is written in no such way."""
        if not (found := _COLOUR.fullmatch(self.value)):
            return ""
        digits = found[1].lower()
        return f"#{digits}" if len(digits) == 6 else "#" + "".join(c + c for c in digits)  # noqa: PLR2004 - two for each of three

    def problem(self, code: str, value: str, **facts: str) -> Problem:
        """What is wrong with its name or its value, whichever is given."""
        row = tuple(sorted({"name": self.name, **facts}.items()))
        column = self.begin if value == self.name else self.column
        return Problem(self.file, self.line, column, code, (), value, row, len(value))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The names that a sheet sets, in its order, or why it can't be read."""

    tokens: tuple[Token, ...]
    problems: tuple[Problem, ...]


def read(text: str, file: str) -> Sheet:
    """The tokens of a style sheet; `file` is what its Problems call it."""
    tokens: list[Token] = []
    at, place = 0, ""
    while at < len(text):
        piece = _PIECE.match(text, at)
        kind = piece.lastgroup if piece else None
        after = _next(place, kind)
        if piece is None or after is None:
            return Sheet(tuple(tokens), (_lost(text, at, file),))
        if kind == "value":
            line, column = _where(text, piece.start("value"))
            begin = _where(text, piece.start("name"))[1]
            tokens.append(
                Token(piece["name"], piece["value"], "d" in place, file, line, column, begin)
            )
        at, place = piece.end(), after
    return Sheet(tuple(tokens), (_lost(text, len(text), file),) if place else ())


def _next(place: str, kind: str | None) -> str | None:
    """Where one is after a piece, or None when it can't stand there."""
    if kind == "nothing" or (kind == "value" and place.endswith("r")):
        return place
    return _CLOSES.get(place) if kind == "end" else _OPENS.get((place, kind or ""))


def _where(text: str, at: int) -> tuple[int, int]:
    """The line and the column, both from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _lost(text: str, at: int, file: str) -> Problem:
    """The sheet has something else, from here on."""
    line, column = _where(text, at)
    return Problem(
        file, line, column, "other-than-colours", (), text[at:].partition("\n")[0], (), 1
    )
