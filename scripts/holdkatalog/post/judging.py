"""What becomes of a file that was sent: the check's answer, what it changes, and today's file with the changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal, Protocol

from holdkatalog.errors import Problem
from holdkatalog.messages import is_error
from holdkatalog.post.differences import Change, changes, merged
from holdkatalog.post.naming import named
from holdkatalog.post.now import Now
from holdkatalog.post.submissions import Submission
from holdkatalog.yamlfile import Document, Plain, blob, read

State = Literal["new", "changed", "same", "errors", "nameless"]
NAMELESS = "vores-forening"


class Past(Protocol):
    """What git knows of a club's file."""

    def edition(self, club: str, blob: str) -> bytes | None:
        """The bytes of that edition; None when the file has never been so."""

    def edited(self, club: str) -> dt.datetime | None:
        """When it was last edited, by the clock of the place."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check says of one file, and what would be kept.

    `text` is today's file with the changes, "" when nothing may be kept. `lines` are those of the
    file that the Problems are about. `advice` is new: what was said of today's file isn't repeated.
    `changes` are those of the fields, `shown` tells what they change on the site.
    `mixed`: only what the sender changed was taken. Else the file was taken whole, `edited` is the
    day on which today's was last edited, and `late` says that the mail is older than that: nobody
    knows what the sender has seen of it. `alike` are other files of that id or name.
    """

    sent: str
    club: str
    state: State
    name: str = ""
    text: str = ""
    lines: Sequence[str] = ()
    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Change, ...] = ()
    shown: str = ""
    values: Plain = None
    renamed: bool = False
    mixed: bool = False
    edited: dt.date | None = None
    late: bool = False
    alike: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The only file that may be written."""
        return f"clubs/{self.club or NAMELESS}.yaml"


def judged(sent: Submission, now: Now, past: Past, *, written: dt.datetime | None) -> Verdict:
    """What becomes of the file; `written` is the moment of its mail, with its zone."""
    values = read("", sent.data).values
    club, renamed = named(sent.name, values)
    verdict = Verdict(sent.name, club, "nameless", renamed=renamed)
    found = read(verdict.file, sent.data)
    verdict = _checked(replace(verdict, name=_name(values)), found, now)
    if verdict.state == "errors" or not club:
        return verdict
    today = now.files.get(verdict.file)
    if today is None:
        shown, alike = now.told(found), _alike(verdict, now)
        return replace(verdict, state="new", text=found.source, shown=shown, alike=alike)
    verdict, found = _brought_together(
        verdict, found, today, (sent.editions, past), numbers=now.numbers
    )
    verdict = _checked(verdict, found, now)
    if verdict.state == "errors":
        return verdict
    told = changes(today.values, found.values)
    edited = None if verdict.mixed or not told else past.edited(club)
    return replace(
        verdict,
        state="changed" if told else "same",
        text=found.source if told else "",
        changes=told,
        shown=now.told(found) if told else "",
        edited=edited.date() if edited else None,
        late=edited is not None and written is not None and edited > written,
    )


def _checked(verdict: Verdict, found: Document, now: Now) -> Verdict:
    """The verdict with the Problems of the file as it would be kept."""
    problems = now.problems(found)
    today = now.files.get(verdict.file)
    before = {(p.code, p.path) for p in (now.problems(today) if today else ())}
    errors = tuple(p for p in problems if is_error(p))
    return replace(
        verdict,
        state="errors" if errors and verdict.club else verdict.state,
        lines=found.lines,
        values=found.values,
        problems=tuple(sorted(errors)),
        advice=tuple(p for p in problems if not is_error(p) and (p.code, p.path) not in before),
    )


def _brought_together(
    verdict: Verdict,
    found: Document,
    today: Document,
    origin: tuple[Sequence[str], Past],
    *,
    numbers: Collection[str],
) -> tuple[Verdict, Document]:
    """Today's file with the sender's changes where it is known what they were made from."""
    editions, past = origin
    known = ((each, past.edition(verdict.club, each)) for each in editions)
    edition, data = next(((each, data) for each, data in known if data is not None), ("", b""))
    base = read(verdict.file, data)
    if base.problems or today.problems:
        return verdict, found
    if edition == blob(today.source.encode()):
        return replace(verdict, mixed=True), found
    both = merged(base.values, found.values, today, numbers=numbers)
    verdict = replace(verdict, mixed=True, conflicts=both.conflicts)
    return verdict, read(verdict.file, both.text.encode())


def _name(values: Plain) -> str:
    name = values.get("forening") if isinstance(values, dict) else None
    return name if isinstance(name, str) else ""


def _alike(verdict: Verdict, now: Now) -> tuple[str, ...]:
    """The files of others that have the same id, or that call themselves the same."""
    same = [
        name
        for name, found in now.files.items()
        if PurePosixPath(name).stem == verdict.club
        or _name(found.values).casefold() == verdict.name.casefold()
    ]
    return tuple(sorted(same))
