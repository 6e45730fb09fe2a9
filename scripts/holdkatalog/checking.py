"""`holdkatalog check`: every Problem of the files asked for, told in Danish or as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Literal

from holdkatalog import messages
from holdkatalog.catalogue import judge, surroundings
from holdkatalog.catalogue.content import Content, read_content
from holdkatalog.catalogue.files import document, documents, gone, no_clubs, photos
from holdkatalog.errors import CatalogueError, Problem
from holdkatalog.paths import SCHEMA
from holdkatalog.yamlfile import Document

CLEAN, PROBLEMS, UNREADABLE = 0, 1, 2
MOST = 50
"""So many Problems are shown of one file: who has mended them asks again."""
Form = Literal["text", "json"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What to print, and the exit code: 0 clean (good advice allowed), 1 errors, 2 a file can't be read.

    `problems` are all of them, `lines` the lines of each file that has some, and `count` says how
    many there are: for those who show them in another form.
    """

    text: str
    code: int
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    count: str = ""


@dataclass(frozen=True)
class _Judged:
    """The Problems of the files that were asked for, and the lines of every file that has some."""

    problems: tuple[Problem, ...]
    lines: Mapping[str, Sequence[str]]
    files: int
    unread: bool
    """Whether nothing could be judged of one of the files that were asked for, so broken is it."""


def check(
    paths: Sequence[Path], *, root: Path, today: dt.date, form: Form, base: Path | None = None
) -> Answer:
    """Check the files and folders in `paths`, or all of `clubs` and `content` in the folder `root`.

    With a folder `base`, good advice is only told of files that are other than those there.
    """
    asked = [root / path for path in paths] or [root / "clubs", root / "content"]
    if lost := [path for path in asked if not path.exists()]:
        missing = [
            Problem(_name(path, root), 0, 0, "no-such-file", ())
            if paths or path.name != "clubs"
            else no_clubs("clubs")
            for path in lost
        ]
        return _answer(_Judged(tuple(missing), {}, len(missing), unread=True), form, UNREADABLE)
    judged = _judged(asked, root, today)
    if not paths and not any(documents(root / "clubs", "clubs")):
        judged = replace(judged, problems=(no_clubs("clubs"), *judged.problems))
    if base:
        kept = tuple(p for p in judged.problems if messages.is_error(p) or _differs(p, root, base))
        judged = replace(judged, problems=kept)
    unread = judged.unread or any(map(gone, judged.problems))
    wrong = any(map(messages.is_error, judged.problems))
    return _answer(judged, form, UNREADABLE if unread else PROBLEMS if wrong else CLEAN)


def _differs(problem: Problem, root: Path, base: Path) -> bool:
    here, there = root / problem.file, base / problem.file
    same = here.is_file() and there.is_file() and here.read_bytes() == there.read_bytes()
    return not same


def _answer(judged: _Judged, form: Form, code: int) -> Answer:
    return Answer(_told(judged, form), code, judged.problems, judged.lines, _count(judged))


def _name(path: Path, root: Path) -> str:
    """What a file is called in a message: seen from the catalogue's folder."""
    inside = path.resolve().is_relative_to(root.resolve())
    return (path.resolve().relative_to(root.resolve()) if inside else path).as_posix()


def _judged(asked: Iterable[Path], root: Path, today: dt.date) -> _Judged:
    content = root / "content"
    wanted = {_name(path, root): path for each in asked for path in _files(each)}
    regular = [
        *documents(root / "clubs", "clubs"),
        *documents(content / "forloeb", "content/forloeb"),
    ]
    clubs = {found.file: found for found in regular}
    beside = {name: path for name, path in wanted.items() if _is_club(name)}
    clubs |= {name: document(path, name) for name, path in beside.items() if name not in clubs}
    own, known = _content(content)
    others = {name: document(path, name) for name, path in wanted.items() if name not in clubs}
    read = {**clubs, **others}
    lines: dict[str, Sequence[str]] = {name: found.lines for name, found in read.items()}
    problems = [problem for problem in own if known is None or problem.file in wanted]
    if (
        known is None
    ):  # without the municipality's words, only the reading of a club's file can be judged
        problems += [p for name, found in clubs.items() if name in wanted for p in found.problems]
    else:
        problems += _clubs_problems(known, clubs, wanted, root, today)
    lines |= {
        p.file: document(root / p.file, p.file).lines for p in problems if p.file not in lines
    }
    unread = any(
        read[name].root is None and read[name].source.strip() and not read[name].empty
        for name in wanted
    )
    # A file of the municipality that is missing, or wrong though nobody asked for it, is one more.
    files = len({*wanted, *(problem.file for problem in problems)})
    return _Judged(tuple(sorted(problems)), lines, files, unread)


def _files(path: Path) -> Iterator[Path]:
    """The files that hang below a path; a folder of photos has none."""
    if path.is_file():
        yield path
    else:
        yield from sorted(
            p for p in path.rglob("*") if p.suffix in {".yaml", ".yml"} and p.is_file()
        )


def _is_club(name: str) -> bool:
    return not name.startswith("content/") or name.startswith("content/forloeb/")


def _content(content: Path) -> tuple[tuple[Problem, ...], Content | None]:
    try:
        known = read_content(content, SCHEMA / "vocabulary")
    except CatalogueError as error:
        return error.problems, None
    return known.problems, known


def _clubs_problems(
    known: Content,
    clubs: Mapping[str, Document],
    wanted: Mapping[str, Path],
    root: Path,
    today: dt.date,
) -> Iterator[Problem]:
    folders = {root / "clubs", *(path.parent for path in wanted.values())}
    seen = frozenset(name for folder in folders for name in photos(folder))
    context = surroundings(known, clubs.values(), photos=seen, today=today)
    for name, found in clubs.items():
        if name in wanted:
            yield from judge(found, context)


def foremost(problems: Iterable[Problem]) -> Iterator[tuple[str, tuple[Problem, ...], int]]:
    """Each file's name, the first of its Problems, errors before advice, and how many more it has.

    The Problems are sorted; those of one file stay so.
    """
    for name, group in groupby(problems, key=lambda problem: problem.file):
        every = tuple(group)
        errors = [problem for problem in every if messages.is_error(problem)]
        advice = [problem for problem in every if not messages.is_error(problem)]
        first = tuple(sorted([*errors, *advice][:MOST]))
        yield name, first, len(every) - len(first)


def more(name: str, count: int) -> str:
    """The line for all that isn't shown of a file."""
    return f"{name}: og {f'{count:,}'.replace(',', '.')} mere."


def _told(judged: _Judged, form: Form) -> str:
    shown = tuple(foremost(judged.problems))
    if form == "json":
        told: dict[str, object] = {
            "files": judged.files,
            "problems": [_row(problem) for _, first, _ in shown for problem in first],
        }
        # Only said when there is something to say, so that most answers stay as simple as they are.
        told |= {"more": rest} if (rest := {name: left for name, _, left in shown if left}) else {}
        return json.dumps(told, ensure_ascii=False, indent=2)
    blocks = []
    for name, first, left in shown:
        lines = judged.lines.get(name, ())
        blocks += [messages.render(problem, lines) for problem in first]
        blocks += [more(name, left)] if left else []
    return "\n\n".join([*blocks, _count(judged)])


def _row(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "width": problem.width,
        "code": problem.code,
        "severity": messages.severity(problem.code),
        "path": [messages.masked(s) if isinstance(s, str) else s for s in problem.path],
        "value": messages.masked(problem.value),
        "text": messages.text(problem),
        "remedy": messages.remedy(problem),
    }


def _count(judged: _Judged) -> str:
    errors = sum(map(messages.is_error, judged.problems))
    advice = len(judged.problems) - errors
    good = f"{advice} {'godt' if advice == 1 else 'gode'} råd" if advice else ""
    where = f"i {judged.files} {'fil' if judged.files == 1 else 'filer'}."
    if not errors:
        return f"Alt er i orden {where}" + (f" Der er {good}." if good else "")
    return " og ".join(part for part in (f"{errors} fejl", good) if part) + f" {where}"
