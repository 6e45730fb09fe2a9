"""Judges one file: the strict reading, the schema, the reading of each text, then the rules.

One cause is told once: a Problem at a place silences all later ones at that place and below it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial

from holdkatalog.errors import Problem
from holdkatalog.fields import vocabulary_schema
from holdkatalog.messages import is_error
from holdkatalog.validation.context import Context
from holdkatalog.validation.file import Concepts, File, club_id, fields
from holdkatalog.validation.guide import Guide
from holdkatalog.validation.leaves import near_miss, unreadable
from holdkatalog.validation.pen import Path, Pen
from holdkatalog.validation.rules import (
    ABSENT,
    CONCEPTS,
    ERRORS,
    FIRST,
    READ,
    READ_WARNINGS,
    WARNINGS,
    ids,
    places,
    words,
)
from holdkatalog.validation.shape import nothings, refused, refused_when_typed
from holdkatalog.vocabulary import Vocabulary
from holdkatalog.yamlfile import Document

__all__ = ["Context", "Pen", "check", "check_concepts", "check_places", "check_shape", "claims"]


# The name is wrong; what stands below it is judged all the same.
_OF_THE_NAME = frozenset(("bad-id",))


class _Heard:
    """The Problems so far; of what stands at one place, only the first."""

    def __init__(self, read: Iterable[Problem]) -> None:
        """Begin with what the reading found: on those lines nothing more is told."""
        self.problems: list[Problem] = []
        self._lines: set[int] = set()
        self._told: set[Path] = set()
        self._silent: set[Path] = set()
        self.hear(read)
        self._lines = {problem.line for problem in self.problems}

    def hear(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            path = problem.path
            if problem.line in self._lines or (path and (path in self._told or self._below(path))):
                continue
            self.problems.append(problem)
            self._told.add(path)
            if problem.code == "unknown-key":
                # The key is there under a misspelt name, so nobody is asked for it.
                self._silent.add((*path[:-1], dict(problem.facts).get("suggestion", "")))
            if problem.code not in _OF_THE_NAME:
                self._silent.add(path)

    def _below(self, path: Path) -> bool:
        return any(path[:length] in self._silent for length in range(1, len(path) + 1))

    @property
    def clean(self) -> bool:
        return not any(map(is_error, self.problems))


def check(document: Document, context: Context) -> tuple[Problem, ...]:
    """Every Problem of a club's file, sorted; warnings too."""
    file = File(Pen(document, context.today), context)
    heard = _Heard(document.problems)
    heard.hear(_shape(file.pen, context.guide, incomplete=document.incomplete))
    if document.root is None:
        return tuple(heard.problems)
    heard.hear(FIRST(file))
    heard.hear(nothings(file.pen, context.guide))
    known = (*(key for key, _ in fields(file.values.get("steder"))), *context.shared)
    surely = partial(words.surely, file)
    heard.hear(_found(unreadable(file.pen, leaf, known, surely) for leaf in file.leaves))
    heard.hear(refused_when_typed(file.pen, context.guide))
    for rule in ERRORS:
        heard.hear(rule(file))
    read = heard.clean and not document.incomplete
    for rule in READ if read else ():
        heard.hear(rule(file))
    read = read and heard.clean
    heard.hear(_found(near_miss(file.pen, leaf) for leaf in file.leaves))
    for rule in (
        *WARNINGS,
        *(READ_WARNINGS if read else ()),
        *(() if document.incomplete else ABSENT),
    ):
        heard.hear(rule(file))
    return tuple(sorted(heard.problems))


def check_shape(document: Document, guide: Guide) -> tuple[Problem, ...]:
    """Every Problem that reading and a schema find: for the municipality's own files."""
    heard = _Heard(document.problems)
    pen = Pen(document)
    heard.hear(_shape(pen, guide, incomplete=document.incomplete))
    heard.hear(nothings(pen, guide))
    heard.hear(_found(unreadable(pen, leaf) for leaf in guide.leaves(document.values)))
    heard.hear(refused_when_typed(pen, guide))
    return tuple(sorted(heard.problems))


def check_places(document: Document, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """What the rules say of the municipality's shared places; their shape is checked before."""
    file = File(Pen(document), Context(vocabulary=vocabulary, today=dt.date.min))
    heard = _Heard(())
    for rule in (places.reserved_ids, places.rings, places.unknown_places, words.unknown_keys):
        heard.hear(rule(file))
    return tuple(sorted(heard.problems))


def check_concepts(document: Document, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """What the rules say of the municipality's templates; their shape is checked before."""
    guide = Guide(vocabulary_schema(vocabulary, whole=False))
    context = Context(vocabulary=vocabulary, today=dt.date.min)
    file = Concepts(Pen(document), context, guide)
    heard = _Heard(())
    for rule in CONCEPTS:
        heard.hear(rule(file))
    return tuple(sorted(heard.problems))


def claims(document: Document) -> Iterator[tuple[str, str]]:
    """Each former id that the file claims, with the id it leads to now."""
    values = document.values if isinstance(document.values, dict) else {}
    yield from ((former, owner) for _, former, owner in ids.claimed(club_id(document), values))


def _shape(pen: Pen, guide: Guide, *, incomplete: bool) -> Iterator[Problem]:
    """What the schema refuses; what isn't there may stand in a part of the file that was lost."""
    for problem in refused(pen, guide):
        if not (incomplete and problem.code in {"missing-key", "empty-value"}):
            yield problem


def _found(problems: Iterable[Problem | None]) -> Iterator[Problem]:
    return (problem for problem in problems if problem is not None)
