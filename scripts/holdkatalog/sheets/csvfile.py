"""A CSV file as a sheet. The delimiter is the one under which the list has the columns we look for."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from holdkatalog.errors import Problem
from holdkatalog.fields import DELIMITERS
from holdkatalog.sheets.letters import LettersError, decoded
from holdkatalog.sheets.mapping import Columns
from holdkatalog.sheets.table import Cell, Grid, ListError, Table, cleaned, problem, same, table

MOST_BYTES = 5 * 1024 * 1024
# Excel's own first line, which says what stands between the cells and is no row of the list.
_TOLD = re.compile(r"(?i)sep=([;,\t|])\r?\n")


def from_csv(file: str, data: bytes, wanted: Columns) -> Table:
    """The list in the file's bytes; raises ListError when it can't be read for certain."""
    if len(data) > MOST_BYTES:
        raise ListError(problem(file, "import-too-big", limit=str(MOST_BYTES // 2**20)))
    try:
        text = decoded(data)
    except LettersError:
        raise ListError(problem(file, "import-letters")) from None
    if not text.strip():
        raise ListError(problem(file, "import-empty"))
    told = _TOLD.match(text)
    delimiter = DELIMITERS.get(wanted.delimiter, told[1] if told else "")
    grids = _grids(text[told.end() :] if told else text, delimiter)
    best = _best(file, grids, wanted)
    return table(file, best, wanted.heading_row)


def _grids(text: str, delimiter: str) -> dict[str, Grid | str]:
    """The sheet for each delimiter that may be meant; where quotes are wrong, the row they open in."""
    return {each: _grid(text, each) for each in ([delimiter] if delimiter else DELIMITERS.values())}


def _grid(text: str, delimiter: str) -> Grid | str:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[Cell]] = []
    try:
        rows.extend([Cell(cleaned(cell)) for cell in cells] for cells in reader)
    except csv.Error:
        return str(len(rows) + 1)
    return rows


def _best(file: str, grids: dict[str, Grid | str], wanted: Columns) -> Grid:
    """The sheet that has most of the columns; as many under another delimiter can't be told apart."""
    read = [grid for grid in grids.values() if not isinstance(grid, str)]
    if not read:
        raise ListError(_quotes(file, grids))
    if len(grids) == 1:
        return read[0]
    found = [_found(grid, wanted) for grid in read]
    best = max(found)
    if not best or found.count(best) > 1:
        quoted = any(isinstance(grid, str) for grid in grids.values())
        raise ListError(_quotes(file, grids) if quoted else problem(file, "import-delimiter"))
    return read[found.index(best)]


def _quotes(file: str, grids: dict[str, Grid | str]) -> Problem:
    row = max(int(grid) for grid in grids.values() if isinstance(grid, str))
    return problem(file, "import-quotes", row)


def _found(grid: Grid, wanted: Columns) -> int:
    """How many of the columns stand as headings; a line that isn't cut in two is no list."""
    rows: Iterable[Iterable[Cell]] = (
        grid[wanted.heading_row - 1 : wanted.heading_row]
        if wanted.heading_row
        else [cells for cells in grid if not all(cell.empty for cell in cells)][:1]
    )
    headings = {same(cell.text) for cells in rows for cell in cells}
    return len(headings & {same(name) for name in wanted.named}) if len(headings) > 1 else 0
