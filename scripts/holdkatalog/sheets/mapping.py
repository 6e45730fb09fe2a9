"""Which column is which key: the small file beside the list, checked and read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import Any

from holdkatalog.errors import Problem
from holdkatalog.fields import HOLD
from holdkatalog.messages import is_error
from holdkatalog.sheets.table import Table, problem, same
from holdkatalog.suggest import nearest
from holdkatalog.validation import Pen, check_shape
from holdkatalog.validation.guide import Guide
from holdkatalog.validation.pen import plain
from holdkatalog.yamlfile import Document

_MUST = (("forening",), (f"{HOLD}navn",), (f"{HOLD}aktivitet", f"{HOLD}skabelon"))
_COLUMN = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Piece:
    """A column's name, or a text with columns' names in it."""

    text: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it takes from."""
        return tuple(_COLUMN.findall(self.text)) or (self.text,)

    @property
    def bare(self) -> bool:
        """It's a column and no more."""
        return not _COLUMN.search(self.text)

    def filled(self, cells: Mapping[str, str]) -> str:
        """The text with what stands in its columns, by `same` name; empty when nothing does."""
        if not any(cells.get(same(name)) for name in self.columns):
            return ""
        if self.bare:
            return cells[same(self.text)]
        whole = _COLUMN.sub(lambda found: cells.get(same(found[1]), ""), self.text)
        # An empty column takes its comma with it.
        return re.sub(r"(?:,\s*)+(?=,|$)|^(?:\s*,)+", "", " ".join(whole.split())).strip()


@dataclass(frozen=True)
class Columns:
    """The map as read. Words are found by their `same` spelling."""

    document: Document
    sources: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)
    fixed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nothing: frozenset[str] = frozenset()
    left_out: tuple[str, ...] = ()
    row_name: str = ""
    sheet: str = ""
    heading_row: int = 0
    delimiter: str = ""

    @property
    def translated(self) -> tuple[str, ...]:
        """The list's words that the map knows, as they are spelt there."""
        values: Any = self.document.values
        return tuple(values.get("ord") or ())

    @property
    def named(self) -> tuple[str, ...]:
        """Every column it speaks of."""
        used = (piece.columns for pieces in self.sources.values() for piece in pieces)
        called = (self.row_name,) if self.row_name else ()
        return tuple(dict.fromkeys((*chain.from_iterable(used), *self.left_out, *called)))

    def columns_of(self, key: str) -> tuple[str, ...]:
        """The columns that a key is taken from; none when its value is fixed."""
        pieces = self.sources.get(key, ())
        return tuple(dict.fromkeys(name for piece in pieces for name in piece.columns))


def columns(
    document: Document, schema: Mapping[str, object]
) -> tuple[Columns, tuple[Problem, ...]]:
    """The map that the document holds, and every Problem of it; with errors the map is empty."""
    problems = check_shape(document, Guide(schema))
    if any(map(is_error, problems)) or not isinstance(document.values, dict):
        return Columns(document), problems
    read = _columns(document, document.values)
    return read, (*problems, *_rules(read))


def _columns(document: Document, values: Mapping[str, Any]) -> Columns:
    sources = {
        key: tuple(map(Piece, _many(under))) for key, under in (values.get("felter") or {}).items()
    }
    return Columns(
        document=document,
        sources=MappingProxyType(sources),
        fixed={key: _many(under) for key, under in (values.get("faste") or {}).items()},
        words={same(word): _many(under) for word, under in (values.get("ord") or {}).items()},
        nothing=frozenset(map(same, _many(values.get("tomt")))),
        left_out=_many(values.get("spring_over")),
        row_name=values.get("række") or "",
        sheet=values.get("ark") or "",
        heading_row=int(values.get("overskrifter") or 0),
        delimiter=values.get("skilletegn") or "",
    )


def _many(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _rules(read: Columns) -> Iterator[Problem]:
    """What a schema can't say: the keys that no club can do without, and keys that stand in each other's way."""
    pen = Pen(read.document)
    for one_of in _MUST:
        if not any(key in read.sources or key in read.fixed for key in one_of):
            yield pen.missing("import-must-have", ("felter", one_of[0]))
    for key in read.fixed:
        if key in read.sources:
            yield pen.at("import-key-twice", ("faste", key), key=True, value=key)
    for section, keys in (("felter", read.sources), ("faste", read.fixed)):
        for key in keys:
            above = key.rpartition(".")[0]
            if above in read.sources or above in read.fixed:
                yield pen.at("import-key-inside", (section, key), key=True, value=key, above=above)


def unplaced(table: Table, read: Columns) -> Iterator[Problem]:
    """Each column that the map names and the list doesn't have, and each that the list has and the map doesn't name."""
    pen = Pen(read.document)
    known = {same(name): name for name in table.headings}
    facts = {"list": ", ".join(known.values()), "row": str(table.heading_row)}
    for path, text in _mentions(read):
        for name in Piece(text).columns if path[0] == "felter" else (text,):
            if same(name) not in known:
                meant = nearest(name, known.values())
                more = {"suggestion": meant} if meant else facts
                yield pen.at("import-no-such-column", path, value=name, part=name, facts=more)
    used = {same(name) for key in read.sources for name in read.columns_of(key)}
    skipped = {same(name) for name in read.left_out}
    for name, heading in known.items():
        if name not in used | skipped:
            yield problem(table.file, "import-column-unused", value=heading, line=plain(heading))
    values: Any = read.document.values
    for path, name in _each(("spring_over",), values.get("spring_over") or []):
        if same(name) in used:
            yield pen.at("import-column-both", path, value=name)


def _mentions(read: Columns) -> Iterator[tuple[tuple[str | int, ...], str]]:
    values: Any = read.document.values
    for key, under in values["felter"].items():
        yield from _each(("felter", key), under)
    for key in ("spring_over", "række"):
        if key in values:
            yield from _each((key,), values[key])


def _each(
    path: tuple[str | int, ...], value: str | list[str]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    else:
        yield from (((*path, at), item) for at, item in enumerate(value))
