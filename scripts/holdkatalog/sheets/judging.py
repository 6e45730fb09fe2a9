"""Asks the real check of every file to be, and leads each Problem back to the row and column it came from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from holdkatalog.catalogue import judge
from holdkatalog.errors import Problem
from holdkatalog.messages import is_error, remedy, text
from holdkatalog.sheets.clubs import ClubFile, Made, row_problem
from holdkatalog.sheets.filling import path_of
from holdkatalog.sheets.mapping import Columns
from holdkatalog.sheets.table import Table
from holdkatalog.tidying import tidied
from holdkatalog.validation import Context
from holdkatalog.validation.newfile import numbers
from holdkatalog.yamlfile import Document, dump, read

_ALIKE = frozenset(("import-value", "import-advice", "import-formula"))
_OF_A_ROW = frozenset(("row", "name"))


@dataclass(frozen=True)
class Written:
    """What came of the list: each file's name and text, and the Problems with their rows.

    `offers` tells how many rows stand in each file, `stopped` which were left out and by which id.
    """

    files: Mapping[str, str]
    offers: Mapping[str, int]
    stopped: Mapping[int, str]
    problems: tuple[Problem, ...]
    unused: tuple[str, ...]

    @property
    def bad_rows(self) -> frozenset[int]:
        """The rows that have become nothing."""
        return frozenset(
            int(found.path[0]) for found in self.problems if found.path and is_error(found)
        )


def judged(table: Table, columns: Columns, made: Made, context: Context, folder: str) -> Written:
    """The files that the check has no error in; rows of the others are told of, each by its number."""
    bare = numbers(context.guide)
    read_back = {
        club.id: read(f"{folder}/{club.id}.yaml", dump(club.values, numbers=bare).encode())
        for club in made.files
        if club.rows
    }
    around = replace(
        context,
        clubs=context.clubs | set(read_back),
        offers=context.offers | {f"{club.id}/{key}" for club in made.files for key in club.rows},
    )
    files: dict[str, str] = {}
    offers: dict[str, int] = {}
    problems = list(made.problems)
    for club in made.files:
        whole = _Club(table, columns, club, read_back.get(club.id))
        problems += whole.told(around)
        bad = {found.path[0] for found in problems if is_error(found)}.intersection(club.every)
        if bad or whole.document is None:
            problems += whole.held_back(bad)
        else:
            # As `holdkatalog format` would leave it, so that the first change is a small one.
            files[whole.document.file] = tidied(whole.document, around).source
            offers[whole.document.file] = len(club.rows)
    return Written(files, offers, made.stopped, _sorted(problems), made.unused)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda found: found.path))


@dataclass(frozen=True)
class _Club:
    """A club's file with what it was made of."""

    table: Table
    columns: Columns
    file: ClubFile
    document: Document | None

    def told(self, context: Context) -> Iterator[Problem]:
        """What the check says of the file, led back to rows and columns."""
        if self.document is not None:
            for found in judge(self.document, context):
                yield from self._one(self.document, found)

    def held_back(self, bad: Collection[str | int]) -> Iterator[Problem]:
        """Each good row whose club has a bad one: a file is written whole or not at all."""
        first = str(min(bad, key=int))
        for number in self.file.every:
            if number not in bad:
                yield self._problem("import-held-back", number, other=first)

    def _one(self, document: Document, found: Problem) -> Iterator[Problem]:
        """The Problem as one of the list. Advice on what the list has no word of is for the check to give."""
        path = tuple(str(step) for step in found.path)
        if not self.key_of(path):
            path = self.path_at(document, found.line) or path
        key = self.key_of(path)
        if not is_error(found) and (not key or found.code.startswith("missing-")):
            return
        facts = {
            "column": ", ".join(self.columns.columns_of(key)),
            "fixed": key if key in self.columns.fixed else "",
            "told": text(found),
            "remedy": remedy(found),
        }
        code = "import-value" if is_error(found) else "import-advice"
        yield self._problem(code, self.row_of(path), found.value, **facts)

    def _problem(self, code: str, number: int, value: str = "", **facts: str) -> Problem:
        row = self.table.row(number)
        return row_problem(self.table, self.columns, code, row, value, **facts)

    def path_at(self, document: Document, line: int) -> tuple[str, ...]:
        """The path of the value that the line is a part of."""
        for path in (path_of(key, offer) for offer in self.file.rows for key in self._keys):
            if node := document.node(path):
                last = document.source.count("\n", node.span.start, node.span.end)
                if node.span.line <= line <= node.span.line + last:
                    return path
        return ()

    @property
    def _keys(self) -> tuple[str, ...]:
        return (*self.columns.sources, *self.columns.fixed)

    def row_of(self, path: tuple[str, ...]) -> int:
        """The row that a path comes from: its offer's; the club's first for all else."""
        first = next(iter(self.file.rows.values()))
        return self.file.rows.get(path[1], first) if path[:1] == ("hold",) and path[1:] else first

    def key_of(self, path: tuple[str, ...]) -> str:
        """The map's key that a path comes from, empty when it comes from none."""
        offer = path[1] if path[:1] == ("hold",) and path[1:] else ""
        fits = [key for key in self._keys if (p := path_of(key, offer)) == path[: len(p)]]
        return max(fits, key=len, default="")


def alike(problems: Iterable[Problem]) -> tuple[tuple[Problem, tuple[int, ...]], ...]:
    """The Problems in their order, each with the other rows in which the very same stands."""
    first: dict[object, Problem] = {}
    others: dict[object, list[int]] = {}
    for found in problems:
        facts = tuple((k, v) for k, v in found.facts if k not in _OF_A_ROW)
        key = (found.code, found.value, facts) if found.code in _ALIKE else id(found)
        if key in first:
            others.setdefault(key, []).append(int(found.path[0]))
        first.setdefault(key, found)
    return tuple((found, tuple(others.get(key, ()))) for key, found in first.items())
