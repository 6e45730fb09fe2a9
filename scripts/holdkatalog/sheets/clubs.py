"""From rows to files: the rows of one club become one file, or Problems with their numbers."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from holdkatalog.errors import Problem, Unreadable
from holdkatalog.reading.people import phone
from holdkatalog.sheets.filling import Filled, Values, filled, put
from holdkatalog.sheets.mapping import Columns
from holdkatalog.sheets.table import Row, Table, problem, same
from holdkatalog.validation.guide import Guide
from holdkatalog.validation.newfile import club_id, offer_id, ordered
from holdkatalog.yamlfile import Plain

_LONGEST = 60


@dataclass(frozen=True)
class ClubFile:
    """A file to be: the club's id, its values in the schema's order, and the row of each offer.

    `every` row of the club is told of, also those that became no offer. A file that is `held` isn't
    written, since a row of it is wrong.
    """

    id: str
    values: Mapping[str, Plain]
    rows: Mapping[str, int]
    every: tuple[int, ...]
    held: bool


@dataclass(frozen=True)
class Made:
    """What the rows became: files, rows left out by the list of those, and Problems; `unused` words."""

    files: tuple[ClubFile, ...]
    stopped: Mapping[int, str]
    problems: tuple[Problem, ...]
    unused: tuple[str, ...]


@dataclass
class _Club:
    """The rows of a club so far."""

    values: Values = field(default_factory=dict)
    origin: dict[str, int] = field(default_factory=dict)
    offers: dict[str, Plain] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    every: list[int] = field(default_factory=list)
    held: bool = False


def made(
    table: Table,
    columns: Columns,
    guide: Guide,
    *,
    there: Collection[str],
    stopped: Collection[str],
) -> Made:
    """The files of a table's rows. `there` are the clubs that have a file, `stopped` what must not come back.

    `stopped` holds ids of clubs, and of offers with their club's: `vig-if/stavgang`.
    """
    work = _Work(table, columns, guide, frozenset(there), frozenset(stopped))
    for row in table.rows:
        work.take(row)
    files = tuple(_file(id_, club, guide) for id_, club in work.clubs.items())
    unused = tuple(word for word in columns.translated if same(word) not in work.used)
    return Made(files, work.stopped, tuple(work.problems), unused)


class _Work:
    """Rows being taken one by one."""

    def __init__(
        self,
        table: Table,
        columns: Columns,
        guide: Guide,
        there: frozenset[str],
        stopped: frozenset[str],
    ) -> None:
        self._table, self._columns, self._guide = table, columns, guide
        self._there, self._stop = there, stopped
        self.clubs: dict[str, _Club] = {}
        self.stopped: dict[int, str] = {}
        self.problems: list[Problem] = []
        self.used: set[str] = set()

    def take(self, row: Row) -> None:
        """Put the row in its club, or say why not."""
        found = filled(row, self._columns, self._guide)
        self.used |= found.words
        name, offer = str(found.club.get("forening", "")), str(found.offer.get("navn", ""))
        club, hold = club_id(name), offer_id(offer)
        ids = (club if name else "", f"{club}/{hold}" if name and offer else "")
        if full := next((id_ for id_ in ids if id_ in self._stop), ""):
            self.stopped[row.number] = full
            return
        faults = [*self._unread(row), *self._without(row, name, offer)]
        if not faults and club in self._there:
            faults = [self._row("import-club-there", row, name, id=club)]
        self.problems += faults
        if name and club not in self._there:
            self._join(self.clubs.setdefault(club, _Club()), found, hold, whole=not faults)

    def _join(self, club: _Club, found: Filled, hold: str, *, whole: bool) -> None:
        row, values = found.row, found.club
        club.every.append(row.number)
        faults = list(self._against(club, row, values))
        if whole and hold in club.rows:
            name, other = str(found.offer["navn"]), str(club.rows[hold])
            faults.append(self._row("import-same-offer", row, name, other=other))
        self.problems += faults
        club.held |= bool(faults) or not whole
        for key, value in values.items():
            club.values.setdefault(key, value)
            club.origin.setdefault(key, row.number)
        if whole:
            club.offers.setdefault(hold, found.offer)
            club.rows.setdefault(hold, row.number)

    def _unread(self, row: Row) -> Iterator[Problem]:
        """Cells that can't be read, where their column is of use, and cells without a heading."""
        skipped = {same(name) for name in self._columns.left_out}
        for name, cell in row.cells.items():
            if cell.fault and same(name) not in skipped:
                yield self._row(cell.fault, row, cell.text, column=name)
        if row.beyond:
            yield self._row("import-beyond", row, row.beyond[0].text)

    def _without(self, row: Row, name: str, offer: str) -> Iterator[Problem]:
        for key, value in (("forening", name), ("hold.navn", offer)):
            if not value:
                column = ", ".join(self._columns.columns_of(key))
                yield self._row(f"import-without-{key.rpartition('.')[2]}", row, column=column)

    def _against(self, club: _Club, row: Row, values: Values) -> Iterator[Problem]:
        """What the row says of its club, and another row says otherwise."""
        for key, value in values.items():
            if key in club.values and _meant(key, club.values[key]) != _meant(key, value):
                told: dict[str, Any] = {"key": key, "other": str(club.origin[key])}
                told["column"] = ", ".join(self._columns.columns_of(key))
                code = "import-club-spelt" if key == "forening" else "import-disagree"
                here, there = _short(value), _short(club.values[key])
                yield self._row(code, row, here, otherwise=there, **told)

    def _row(self, code: str, row: Row, value: str = "", **facts: str) -> Problem:
        return row_problem(self._table, self._columns, code, row, value, **facts)


def row_problem(
    table: Table, columns: Columns, code: str, row: Row, value: str = "", **facts: str
) -> Problem:
    """A Problem of a row, with what the row is called."""
    column = columns.row_name
    cells = {same(name): cell.text for name, cell in row.cells.items()}
    called = cells.get(same(column), "") if column else ""
    name = called or " ".join(cells.get(same(x), "") for x in columns.columns_of("hold.navn"))
    return problem(table.file, code, row.number, value, name=_short(name.strip()), **facts)


def _meant(key: str, value: Plain) -> Plain:
    """The value, a phone however its digits are parted."""
    if isinstance(value, str) and key.endswith("telefon"):
        with contextlib.suppress(Unreadable):
            return phone(value)
    return value


def _short(value: Plain) -> str:
    every = value if isinstance(value, list) else [str(value)]
    text = " ".join(", ".join(map(str, every)).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _file(id_: str, club: _Club, guide: Guide) -> ClubFile:
    values: Values = {"hold": dict(club.offers), "bekræftet": "aldrig"}
    for key, value in club.values.items():
        put(values, key, value)
    rows, every = dict(club.rows), tuple(club.every)
    return ClubFile(id_, ordered(values, guide), rows, every, held=club.held)
