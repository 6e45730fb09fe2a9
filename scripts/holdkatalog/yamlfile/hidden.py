"""Hidden and dangerous characters, found line by line before the parser stumbles over them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdkatalog.yamlfile.characters import (
    DANGEROUS,
    HIDDEN,
    LOST,
    NOTHING,
    ODD,
    SPACES,
    named,
)
from holdkatalog.yamlfile.repairs import Edit, Fault
from holdkatalog.yamlfile.source import Line, Source

_WHITE = f"[ \t{SPACES}{NOTHING}]"
_LEAD = re.compile(f"{_WHITE}*")
_DASHES = re.compile(f"(?:-{_WHITE}+)*")
_KEY = re.compile(f"[\\w{SPACES}{NOTHING} .-]{{1,60}}:(?={_WHITE}|$)")
_RUN = re.compile(f"{DANGEROUS.pattern}+|{LOST}+")


def hidden(source: Source) -> Iterator[Fault]:
    """Every character that is refused: dangerous ones anywhere, hidden ones in the structure."""
    if not ODD.search(source.text):
        return
    indents = _Indents(min((line.indent for line in source.lines if line.indent), default=2))
    for line in source.lines:
        if ODD.search(line.text):
            yield from _dangerous(source, line)
            if not line.inside:
                yield from _structure(source, line, indents)
        if line.structure:
            indents.above(line)


class _Indents:
    """How many spaces the tabs in front of a line are likely to stand for."""

    def __init__(self, unit: int) -> None:
        """Take the file's own step; what a row of tabs stood for once it stands for again."""
        self._unit = unit
        self._known: dict[str, int] = {}
        self._last = 0
        self._opens = False

    def of(self, front: str) -> int:
        """The number of spaces to read instead of these tabs and spaces."""
        return self._known.setdefault(front, self._last + self._unit * self._opens)

    def above(self, line: Line) -> None:
        """Note the line that the next ones follow."""
        front = line.text[: len(line.text) - len(line.text.lstrip())]
        self._last = self._known.get(front, line.body_at)
        self._opens = line.text.rstrip().endswith(":")


def _dangerous(source: Source, line: Line) -> Iterator[Fault]:
    for found in _RUN.finditer(line.text):
        number, _ = named(found[0][0])
        code = "lost-letter" if found[0][0] == LOST else "control-character"
        span = source.span(line.start + found.start(), line.start + found.end())
        yield Fault(source.problem(code, span, character=number))


def _structure(source: Source, line: Line, indents: _Indents) -> Iterator[Fault]:
    lead = _matched(_LEAD, line.text, 0)
    rest = line.text[lead:]
    if rest == "" or rest[0] == "#":
        # Nothing stands on this line, so nothing is said about what is in front of it.
        return
    if ODD.search(line.text[:lead]):
        yield _indentation(source, line, lead, indents)
    dashes = _matched(_DASHES, line.text, lead)
    for found in HIDDEN.finditer(line.text, lead, dashes):
        yield _hidden(source, line, found.start(), "dash", " ")
    key = _KEY.match(line.text, dashes)
    if key is None:
        return
    for found in HIDDEN.finditer(line.text, dashes, key.end()):
        yield _hidden(source, line, found.start(), "key", found[0])
    if HIDDEN.match(line.text, key.end()):
        yield _hidden(source, line, key.end(), "colon", " ")


def _indentation(source: Source, line: Line, lead: int, indents: _Indents) -> Fault:
    front = line.text[:lead]
    tabs = front.count("\t")
    spaces = indents.of(front) if tabs else len(re.sub(f"[{NOTHING}]", "", front))
    edit = Edit(line.start, line.start + lead, " " * spaces)
    if "\t" in front:
        first = line.start + front.index("\t")
        span = source.span(first, first + front.count("\t"))
        count = str(front.count("\t"))
        problem = source.problem("tab-in-indentation", span, count=count, spaces=str(spaces))
        return Fault(problem, (edit,))
    found = HIDDEN.search(front)
    at = found.start() if found else 0
    return Fault(_hidden(source, line, at, "indentation", " ").problem, (edit,))


def _hidden(source: Source, line: Line, at: int, where: str, instead: str) -> Fault:
    number, name = named(line.text[at])
    span = source.span(line.start + at, line.start + at + 1)
    problem = source.problem(
        f"hidden-character-in-{where}", span, character=number, name=name, text=line.text.strip()
    )
    return Fault(problem, (Edit(span.start, span.end, instead),))


def _matched(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def gaps(source: Source) -> list[Edit]:
    """The edits that empty lines of white space, and the front of comments, where tabs may stand.

    YAML refuses a tab there, though it can't be seen and says nothing.
    """
    if not ODD.search(source.text):
        return []
    edits = []
    for line in source.lines:
        lead = _matched(_LEAD, line.text, 0)
        if not line.inside and line.text[lead : lead + 1] in {"", "#"} and ODD.search(line.text):
            edits.append(Edit(line.start, line.start + lead, ""))
    return edits
