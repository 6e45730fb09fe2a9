"""What came of a list, as it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from holdkatalog.errors import Problem
from holdkatalog.yamlfile import Document


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows.

    `offers`, `stopped`, `bad` and `unwritten` add up to `rows`; `blank` rows hold nothing and are
    none of them.
    """

    rows: int
    offers: int
    stopped: int
    bad: int
    unwritten: int
    blank: int


@dataclass(frozen=True)
class Answer:
    """What came of it. `files` are written, or would be; `unwritten` are those the disk refused, and why.

    `documents` are the files that a Problem may point into, by their name.
    """

    problems: tuple[Problem, ...]
    documents: Mapping[str, Document] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    unwritten: Mapping[str, str] = field(default_factory=dict)
    stopped: Mapping[int, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    counts: Counts | None = None
    unreadable: bool = False
