"""The report for programs: as a sheet that a Danish spreadsheet opens, and as JSON whose keys stay."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any, Final

from holdkatalog.opendata.sheet import safe
from holdkatalog.report.rows import ORDER, Report, Row

COLUMNS: Final = (
    *("step", "club", "name", "confirmed", "confirmed_by", "next_step", "next_date"),
    *("soon", "old", "out", "owner", "substitutes", "mail", "phone", "page", "confirm_page", "id"),
)
VERSION: Final = 1
"""Goes up when a key changes its meaning or is taken away; a new key leaves it."""
_MARK: Final = "\ufeff"
_BETWEEN: Final = " | "


def in_json(found: Report) -> str:
    """The whole report; what nobody knows is null. Steps are words of the program, texts are Danish."""
    values = {
        "version": VERSION,
        "date": found.today.isoformat(),
        "site": found.site,
        "address": found.public or None,
        "counts": {step: len(found.on(step)) for step in ORDER} | {"closed": found.closed},
        "offers": [_row(row) for row in found.rows],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def in_sheet(found: Report, words: Mapping[str, Any]) -> str:
    """One row an offer, the most urgent first, in the form of `data/hold.csv`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(safe(words["csv"][column]) for column in COLUMNS)
    for row in found.rows:
        cells = _row(row) | {"club": row.entry.club.name}
        for step in ("step", "next_step"):
            cells[step] = words["step"].get(cells[step] or "", "")
        cells["owner"] = cells["owner"] or words["no_owner"]
        writer.writerow(safe(_cell(cells[column])) for column in COLUMNS)
    return _MARK + out.getvalue()


def _cell(value: Any) -> str:  # noqa: ANN401 - what JSON has: texts, lists of them, and null
    return _BETWEEN.join(value) if isinstance(value, list) else value or ""


def _row(row: Row) -> dict[str, Any]:
    offer, club, ladder = row.entry.offer, row.entry.club, row.entry.ladder
    days = {"soon": ladder.soon, "old": ladder.old, "out": ladder.out}
    return {
        "id": offer.id,
        "name": offer.name,
        "club": {"id": club.id, "name": club.name},
        "step": row.step,
        "confirmed": offer.confirmed.date.isoformat() if offer.confirmed else None,
        "confirmed_by": (offer.confirmed.by or None) if offer.confirmed else None,
        **{key: day.isoformat() if day else None for key, day in days.items()},
        "next_step": row.next.step if row.next else None,
        "next_date": row.next.day.isoformat() if row.next else None,
        "owner": club.owners[0] if club.owners else None,
        "substitutes": list(club.owners[1:]),
        "mail": row.mail or None,
        "phone": row.phone or None,
        "page": row.page,
        "confirm_page": row.confirm,
    }
