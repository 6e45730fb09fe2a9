"""What stands in a workbook's cell, as a Dane would write it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from holdkatalog.danish import long_date
from holdkatalog.sheets.table import Cell, cleaned

_MIDNIGHT = dt.time()


def cell_of(cell: Any) -> Cell:  # noqa: ANN401 - the library ships no types
    """The cell's text. A formula is not run and what it once gave is not trusted."""
    if cell.data_type == "f":
        return Cell("=", "import-formula")
    if cell.data_type == "e":
        return Cell(str(cell.value), "import-cell-error")
    return Cell(cleaned(danish(cell.value)))


def danish(value: object) -> str:  # noqa: PLR0911 - one line for each kind of value
    """The value in Danish: `5. december 2026`, `10.30`, `12,5`, `ja`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, dt.datetime):
        clock = "" if value.time() == _MIDNIGHT else f" {_clock(value.time())}"
        return long_date(value.date()) + clock
    if isinstance(value, dt.date):
        return long_date(value)
    if isinstance(value, dt.time):
        return _clock(value)
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}.{minutes % 60:02}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    return str(value)


def _clock(time: dt.time) -> str:
    return f"{time.hour}.{time.minute:02}"
