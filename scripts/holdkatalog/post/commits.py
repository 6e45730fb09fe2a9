"""What git is told of a file that was sent: only the names of fields, and nothing that a stranger has written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from holdkatalog.danish import long_date
from holdkatalog.post.differences import Change
from holdkatalog.post.judging import Verdict
from holdkatalog.post.telling import Words
from holdkatalog.yamlfile import KeyPath

_FIELDS: Final = 40
"""So many fields are named."""
_ODD: Final = re.compile(r"[^a-z0-9æøå_-]")


def message(verdict: Verdict, words: Words) -> str:
    """The commit's message. A dot in front of every id: no forge takes it for a word to act on."""
    head = words[verdict.state].format(file=verdict.file)
    lines = tuple(_lines(verdict, words))
    return "\n".join((head, *(("", *lines) if lines else ()))) + "\n"


def notes(verdict: Verdict, words: Words) -> Iterator[str]:
    """What whoever approves it must know."""
    if verdict.state == "changed":
        yield words["mixed" if verdict.mixed else "whole"]
    if verdict.conflicts:
        yield words["conflicts"].format(fields=_named(verdict.conflicts, words))
    if verdict.edited:
        yield words["late" if verdict.late else "edited"].format(day=long_date(verdict.edited))
    if verdict.alike:
        yield words["alike"].format(files=", ".join(verdict.alike))


def _lines(verdict: Verdict, words: Words) -> Iterator[str]:
    for kind, found in _sorted(verdict.changes):
        if found:
            yield words["fields"][kind].format(fields=_named(found, words))
    yield from notes(verdict, words)


def _sorted(changes: Iterable[Change]) -> Iterator[tuple[str, list[Change]]]:
    every = tuple(changes)
    yield "new", [each for each in every if each.before is None]
    yield "changed", [each for each in every if None not in (each.before, each.after)]
    yield "gone", [each for each in every if each.after is None]


def _named(changes: Iterable[Change], words: Words) -> str:
    """The fields' names, in the signs that a name is made of."""
    names = [_path(each.path) for each in changes]
    left = len(names[_FIELDS:])
    more = [words["more"].format(number=left)] if left else []
    return ", ".join((*names[:_FIELDS], *more))


def _path(path: KeyPath) -> str:
    return ".".join(_ODD.sub("-", str(step)) for step in path)
