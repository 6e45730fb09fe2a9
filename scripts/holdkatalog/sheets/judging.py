"""Asks the real check of every file to be, and leads each Problem back to the row and column it came from."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from holdkatalog.catalogue import judge
from holdkatalog.errors import Problem
from holdkatalog.messages import is_error, remedy, text
from holdkatalog.sheets.clubs import ClubFile, Made, row_problem
from holdkatalog.sheets.filling import path_of
from holdkatalog.sheets.mapping import Columns
from holdkatalog.sheets.table import Row, Table
from holdkatalog.validation import Context
from holdkatalog.validation.newfile import numbers
from holdkatalog.yamlfile import Document, dump, read


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
        document = read_back[club.id]
        found = _told(_Club(table, columns, club, document), judge(document, around))
        problems += found
        if not any(map(is_error, found)):
            files[document.file] = document.source
            offers[document.file] = len(club.rows)
    return Written(files, offers, made.stopped, _sorted(problems), made.unused)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda found: found.path))


@dataclass(frozen=True)
class _Club:
    """A club's file with what it was made of."""

    table: Table
    columns: Columns
    file: ClubFile
    document: Document

    def row(self, number: int) -> Row:
        """The row of that number."""
        return next(row for row in self.table.rows if row.number == number)

    def row_of(self, found: Problem) -> int:
        """The row that the Problem speaks of: its offer's; the club's first for all else."""
        numbers_ = tuple(self.file.rows.values())
        if found.path[:1] == ("hold",) and len(found.path) > 1:
            return self.file.rows.get(str(found.path[1]), numbers_[0])
        starts = [self.document.place(("hold", key), key=True).line for key in self.file.rows]
        # Without a path there is still the line, which lies in an offer or before all of them.
        within = bisect.bisect_right(sorted(starts), found.line) if not found.path else 0
        return numbers_[max(0, within - 1)]

    def key_of(self, found: Problem) -> str:
        """The map's key that the Problem speaks of, empty when it speaks of none."""
        steps = tuple(str(step) for step in found.path)
        offer = steps[1] if steps[:1] == ("hold",) and len(steps) > 1 else ""
        keys = (*self.columns.sources, *self.columns.fixed)
        fits = [key for key in keys if (p := path_of(key, offer)) == steps[: len(p)]]
        return max(fits, key=len, default="")


def _told(club: _Club, problems: Sequence[Problem]) -> list[Problem]:
    told = [one for found in problems for one in _one(club, found)]
    bad = {found.path[0] for found in told if is_error(found)}
    if bad:
        first = str(min(int(number) for number in bad))
        told += [
            row_problem(club.table, club.columns, "list-held-back", club.row(number), other=first)
            for number in club.file.rows.values()
            if number not in bad
        ]
    return told


def _one(club: _Club, found: Problem) -> Iterator[Problem]:
    """The Problem as one of the list. Advice on what the list has no word of is for the check to give."""
    key = club.key_of(found)
    if not is_error(found) and (not key or found.code.startswith("missing-")):
        return
    code = "list-value" if is_error(found) else "list-advice"
    facts = {
        "column": ", ".join(club.columns.columns_of(key)),
        "fixed": key if key in club.columns.fixed else "",
        "told": text(found),
        "remedy": remedy(found),
    }
    row = club.row(club.row_of(found))
    yield row_problem(club.table, club.columns, code, row, found.value, **facts)
