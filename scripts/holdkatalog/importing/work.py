"""From a list and its map on the disk to clubs' files, or to everything that is wrong with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from holdkatalog.catalogue import surroundings
from holdkatalog.catalogue.content import read_content
from holdkatalog.catalogue.files import documents, photos
from holdkatalog.errors import Problem
from holdkatalog.fields import list_schema
from holdkatalog.keeping import keep, reason
from holdkatalog.messages import is_error
from holdkatalog.paths import SCHEMA
from holdkatalog.sheets import (
    Answer,
    Columns,
    Counts,
    ListError,
    Table,
    Written,
    columns,
    from_csv,
    from_workbook,
    judged,
    made,
    stopped,
    unplaced,
)
from holdkatalog.validation import Context
from holdkatalog.yamlfile import read

_WORKBOOKS = {".xlsx", ".xlsm"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the list, its map, where the files go, and the list of those left out."""

    file: Path
    columns: Path
    into: Path
    skip: Path | None = None
    dry: bool = False


def bring_in(asked: Asked, *, root: Path, today: dt.date) -> Answer:
    """Make clubs' files of the list; those that are right are written, each of them whole.

    Raises CatalogueError when the municipality's own files can't be read.
    """
    known = read_content(root / "content", SCHEMA / "vocabulary")
    files = {path: _bytes(path) for path in (asked.file, asked.columns, asked.skip) if path}
    if lost := [path for path, data in files.items() if data is None]:
        missing = tuple(Problem(str(path), 0, 0, "no-such-file", ()) for path in lost)
        return Answer(missing, unreadable=True)
    data = {path: found or b"" for path, found in files.items()}
    document = read(str(asked.columns), data[asked.columns])
    wanted, problems = columns(document, list_schema(known.vocabulary))
    out, wrong = _stopped(asked.skip, data)
    answer = Answer((*problems, *wrong), {document.file: document})
    if any(map(is_error, answer.problems)):
        return answer
    try:
        table = _table(asked.file, data[asked.file], wanted)
    except ListError as error:
        return replace(answer, problems=(*answer.problems, *error.problems), unreadable=True)
    answer = replace(answer, problems=(*answer.problems, *table.notes, *unplaced(table, wanted)))
    if any(map(is_error, answer.problems)):
        return answer
    there = [
        *documents(asked.into, asked.into.name),
        *documents(root / "content" / "forloeb", "content/forloeb"),
    ]
    context = surroundings(known, there, photos=photos(asked.into), today=today)
    return _made(answer, asked, _Work(table, wanted, context, out))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _stopped(
    path: Path | None, data: Mapping[Path, bytes]
) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The ids that must not come back."""
    if path is None:
        return frozenset(), ()
    try:
        return stopped(str(path), data[path].decode("utf-8"))
    except UnicodeDecodeError:
        return frozenset(), (Problem(str(path), 0, 0, "import-letters", ()),)


def _table(file: Path, data: bytes, wanted: Columns) -> Table:
    if file.suffix.lower() in _WORKBOOKS or data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return from_workbook(str(file), data, wanted)
    return from_csv(str(file), data, wanted)


@dataclass(frozen=True)
class _Work:
    table: Table
    columns: Columns
    context: Context
    stopped: frozenset[str]


def _made(answer: Answer, asked: Asked, work: _Work) -> Answer:
    rows = made(
        work.table,
        work.columns,
        work.context.guide,
        there=work.context.clubs,
        stopped=work.stopped,
    )
    done = judged(work.table, work.columns, rows, work.context, asked.into.name)
    unwritten = {} if asked.dry else dict(_keep(done, asked.into))
    return replace(
        answer,
        problems=(*answer.problems, *done.problems),
        files={name: text for name, text in done.files.items() if name not in unwritten},
        unwritten=unwritten,
        stopped=done.stopped,
        unused=done.unused,
        counts=Counts(
            rows=len(work.table.rows),
            offers=sum(count for name, count in done.offers.items() if name not in unwritten),
            stopped=len(done.stopped),
            bad=len(done.bad_rows),
            unwritten=sum(done.offers[name] for name in unwritten),
            blank=work.table.blank,
        ),
    )


def _keep(done: Written, into: Path) -> Iterable[tuple[str, str]]:
    """Write each file; what the disk refuses is told by the file's name."""
    for name, text in done.files.items():
        try:
            into.mkdir(parents=True, exist_ok=True)
            keep(into / Path(name).name, text, new=True)
        except OSError as error:
            yield name, reason(error)
