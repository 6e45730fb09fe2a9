"""A list as rows of texts, and what is wrong with it as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from holdkatalog.errors import Problem
from holdkatalog.yamlfile.characters import normalise

MOST_ROWS = 5_000
MOST_COLUMNS = 200
_LETTERS = 26


class ListError(Exception):
    """The list can't be used at all; `problems` say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `fault` is the code of why it can't be read."""

    text: str = ""
    fault: str = ""

    @property
    def empty(self) -> bool:
        """Nothing stands there."""
        return not self.text and not self.fault


Grid = Sequence[Sequence[Cell]]
"""A sheet from its first row and column."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number in the sheet, from 1; `beyond` are the cells that no heading stands above."""

    number: int
    cells: Mapping[str, Cell]
    beyond: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Table:
    """The rows below the headings; `blank` of them hold nothing, `notes` are good to know."""

    file: str
    headings: tuple[str, ...]
    heading_row: int
    rows: tuple[Row, ...]
    blank: int
    notes: tuple[Problem, ...] = field(default=())

    def row(self, number: int) -> Row:
        """The row of that number."""
        return self._numbered[number]

    @cached_property
    def _numbered(self) -> dict[int, Row]:
        return {row.number: row for row in self.rows}


def problem(file: str, code: str, row: int = 0, value: str = "", **facts: str) -> Problem:
    """A Problem of the list, or of one of its rows; `path` holds the row's number."""
    known = {**facts, "row": str(row) if row else ""}
    listed = tuple(sorted((name, fact) for name, fact in known.items() if fact))
    return Problem(file, 0, 0, code, (row,) if row else (), value, listed)


def cleaned(text: str) -> str:
    """The text without what nobody sees: single spaces, no empty lines at its ends."""
    lines = (" ".join(line.split()) for line in normalise(text).split("\n"))
    return "\n".join(lines).strip()


def same(heading: str) -> str:
    """What two ways of writing one heading or word have in common."""
    return " ".join(normalise(heading).split()).casefold()


def table(file: str, grid: Grid, heading_row: int = 0, notes: Iterable[Problem] = ()) -> Table:
    """The rows of a sheet under their headings; raises ListError for what is wrong with all of it.

    The headings stand in the row of that number, or in the first that isn't empty.
    """
    filled = (at for at, cells in enumerate(grid) if not all(cell.empty for cell in cells))
    at = heading_row - 1 if heading_row else next(filled, len(grid))
    if at >= len(grid) or all(cell.empty for cell in grid[at]):
        code = "import-no-headings" if heading_row else "import-empty"
        raise ListError(problem(file, code, heading_row))
    below = grid[at + 1 :]
    _limits(file, grid[at], below)
    headings = _headings(grid[at], below)
    twice = _twice(headings)
    if twice:
        raise ListError(*(problem(file, "import-column-twice", value=name) for name in twice))
    rows = tuple(_rows(headings, below, at + 2))
    if not rows:
        raise ListError(problem(file, "import-empty"))
    named = tuple(name for name in headings if name)
    return Table(file, named, at + 1, rows, len(below) - len(rows), tuple(notes))


def _limits(file: str, headings: Sequence[Cell], below: Grid) -> None:
    widest = max((len(cells) for cells in (headings, *below)), default=0)
    for count, limit, code in (
        (len(below), MOST_ROWS, "import-too-many-rows"),
        (widest, MOST_COLUMNS, "import-too-many-columns"),
    ):
        if count > limit:
            raise ListError(problem(file, code, limit=f"{limit:,}".replace(",", ".")))


def _headings(cells: Sequence[Cell], below: Grid) -> list[str]:
    """Each column's name; one without a heading is called by its letter, and an empty one has none."""
    used = {at for row in below for at, cell in enumerate(row) if not cell.empty}
    names = [" ".join(cleaned(cell.text).split()) for cell in cells]
    return [
        name or (f"Kolonne {_letter(at)}" if at in used else "") for at, name in enumerate(names)
    ]


def _letter(at: int) -> str:
    """The letter that a sheet has above the column: A, B … Z, AA."""
    before, last = divmod(at, _LETTERS)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def _twice(headings: Iterable[str]) -> list[str]:
    seen: dict[str, int] = {}
    for name in headings:
        seen[same(name)] = seen.get(same(name), 0) + 1
    first = {same(name): name for name in reversed(list(headings))}
    return [first[name] for name, count in seen.items() if name and count > 1]


def _rows(headings: Sequence[str], below: Grid, first: int) -> Iterator[Row]:
    for number, cells in enumerate(below, start=first):
        if all(cell.empty for cell in cells):
            continue
        padded = [*cells, *[Cell()] * (len(headings) - len(cells))]
        named = {name: cell for name, cell in zip(headings, padded, strict=False) if name}
        beyond = tuple(cell for cell in cells[len(headings) :] if not cell.empty)
        yield Row(number, named, beyond)
