"""A workbook as a sheet. Nothing in it is run, and nothing is unpacked before its size is known."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from holdkatalog.errors import Problem
from holdkatalog.sheets.cells import cell_of
from holdkatalog.sheets.mapping import Columns
from holdkatalog.sheets.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    ListError,
    Table,
    problem,
    same,
    table,
)

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024
# How a workbook of before 2007 begins, and one that is locked with a password.
_OLD = b"\xd0\xcf\x11\xe0"
_PACKED = b"PK"
_CHUNK = 64 * 1024
_MB = 2**20
_SHOWN = 10
# Definitions are how an XML file grows as it is read; no workbook has any.
_DEFINED = tuple("<!DOCTYPE".encode(kind) for kind in ("utf-8", "utf-16-le", "utf-16-be"))
_OVERLAP = 20
_UNPACKING = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError),
    *(OSError, EOFError, ValueError),
)
"""What Python raises where an archive is broken, locked, or packed in a way it doesn't know."""


def from_workbook(file: str, data: bytes, wanted: Columns) -> Table:
    """The list in the workbook's bytes; raises ListError when it can't be read."""
    if data.startswith(_OLD):
        raise ListError(problem(file, "import-old-workbook"))
    if len(data) > MOST_BYTES:
        raise ListError(problem(file, "import-too-big", limit=str(MOST_BYTES // _MB)))
    if not data.startswith(_PACKED):
        raise ListError(problem(file, "import-broken-workbook"))
    _weighed(file, data)
    book = _opened(file, data)
    sheet, notes = _sheet(file, book, wanted.sheet)
    _measured(file, sheet)
    grid = [[cell_of(cell) for cell in row] for row in sheet.iter_rows()]
    return table(file, grid, wanted.heading_row, (*notes, *_notes(file, sheet)))


def _weighed(file: str, data: bytes) -> None:
    """Unpack everything once without keeping it: what a file says of its own size may be a lie."""
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                with packed.open(name) as part:
                    before = b""
                    while chunk := part.read(_CHUNK):
                        left -= len(chunk)
                        if left < 0:
                            limit = str(MOST_UNPACKED // _MB)
                            raise ListError(problem(file, "import-unpacks-too-big", limit=limit))
                        if any(defined in before + chunk for defined in _DEFINED):
                            raise ListError(problem(file, "import-broken-workbook"))
                        before = chunk[-_OVERLAP:]
    except _UNPACKING:
        raise ListError(problem(file, "import-broken-workbook")) from None


def _opened(file: str, data: bytes) -> Any:  # noqa: ANN401 - the library ships no types
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra that not everybody needs
    except ImportError:
        raise ListError(problem(file, "import-without-library")) from None
    try:
        with warnings.catch_warnings(action="ignore"):
            return load_workbook(io.BytesIO(data), keep_links=False)
    except Exception:  # noqa: BLE001 - a broken workbook makes the library raise all there is
        raise ListError(problem(file, "import-broken-workbook")) from None


def _sheet(file: str, book: Any, name: str) -> tuple[Any, list[Problem]]:  # noqa: ANN401 - as above
    """The sheet that is meant, and a note of every sheet that isn't read."""
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if name:
        found = [sheet for sheet in book.worksheets if same(sheet.title) == same(name)]
        if not found:
            names = ", ".join(sheet.title for sheet in book.worksheets)
            raise ListError(problem(file, "import-no-such-sheet", value=name, list=names))
    else:
        found = [sheet for sheet in shown if any(True for _ in _filled(sheet))]
    if not found:
        raise ListError(problem(file, "import-empty"))
    if len(found) > 1:
        names = ", ".join(sheet.title for sheet in found)
        raise ListError(problem(file, "import-several-sheets", list=names))
    others = [sheet for sheet in book.worksheets if sheet is not found[0]]
    unread = [sheet.title for sheet in others if any(True for _ in _filled(sheet))]
    return found[0], [problem(file, "import-sheet-unread", value=title) for title in unread]


def _filled(sheet: Any) -> Iterator[Cell]:  # noqa: ANN401 - as above
    """The cells that hold something; only those that are stored are looked at."""
    for row in sheet._cells.values():  # noqa: SLF001 - a sheet's own range may be the whole grid
        cell = cell_of(row)
        if not cell.empty:
            yield cell


def _measured(file: str, sheet: Any) -> None:  # noqa: ANN401 - as above
    """Refuse a sheet whose range is huge, before anybody walks through it."""
    limits = (
        (sheet.max_row, MOST_ROWS, "import-too-many-rows"),
        (sheet.max_column, MOST_COLUMNS, "import-too-many-columns"),
    )
    for count, limit, code in limits:
        if count > limit + 100:
            raise ListError(problem(file, code, limit=f"{limit:,}".replace(",", ".")))


def _notes(file: str, sheet: Any) -> Iterator[Problem]:  # noqa: ANN401 - as above
    """What a reader of the sheet sees and the list doesn't hold."""
    hidden = sorted(number for number, row in sheet.row_dimensions.items() if row.hidden)
    beside = [
        cell.coordinate
        for cell in sheet._cells.values()  # noqa: SLF001 - as above
        if cell.comment or (cell.hyperlink and cell.hyperlink.target not in _links(cell.value))
    ]
    merged = [str(found) for found in sheet.merged_cells.ranges]
    for code, found in (
        ("import-hidden-rows", [str(number) for number in hidden]),
        ("import-beside-cells", beside),
        ("import-merged-cells", sorted(merged)),
    ):
        if found:
            more = f" og {len(found) - _SHOWN} mere" if len(found) > _SHOWN else ""
            yield problem(file, code, value=", ".join(found[:_SHOWN]) + more)


def _links(text: object) -> tuple[object, ...]:
    """The addresses that Excel itself makes of what is typed in a cell."""
    return (None, text, f"{text}/", f"mailto:{text}", f"http://{text}", f"http://{text}/")
