"""The catalogue as it stands, and what it would say otherwise with another file in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from holdkatalog.catalogue import Catalogue, assembled, judge, surroundings
from holdkatalog.catalogue.content import Content
from holdkatalog.changes import changes, in_text
from holdkatalog.errors import Problem
from holdkatalog.messages import is_error
from holdkatalog.validation import Context
from holdkatalog.validation.newfile import numbers
from holdkatalog.yamlfile import Document


@dataclass(frozen=True)
class Now:
    """The municipality, every club's and course's file by its name, and the names of the photos.

    `words` are those of the site, in which changes are told.
    """

    known: Content
    files: Mapping[str, Document]
    photos: frozenset[str]
    today: dt.date
    words: Mapping[str, Any]

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The keys whose value may stand as a bare number."""
        return numbers(self._context(()).guide)

    def problems(self, found: Document) -> tuple[Problem, ...]:
        """The check's answer to the file, standing in its place among all the others."""
        return judge(found, self._context({**self.files, found.file: found}.values()))

    def told(self, found: Document) -> str:
        """What the site would say otherwise with the file in its place; it has no errors."""
        after = self._assembled({**self._good, found.file: found})
        before = self._assembled(self._good)
        told = changes(before, after, today=self.today, words=self.words)
        # The first two lines are a heading, and an answer has its own.
        return "\n".join(in_text(told, self.words).splitlines()[2:]).strip("\n")

    @cached_property
    def _good(self) -> Mapping[str, Document]:
        """The files without errors: what the site shows."""
        context = self._context(self.files.values())
        return {
            name: found
            for name, found in self.files.items()
            if not any(map(is_error, judge(found, context)))
        }

    def _context(self, files: Iterable[Document]) -> Context:
        return surroundings(self.known, files, photos=self.photos, today=self.today)

    def _assembled(self, files: Mapping[str, Document]) -> Catalogue:
        own = [found for name, found in files.items() if name.startswith("clubs/")]
        courses = [found for name, found in files.items() if not name.startswith("clubs/")]
        return assembled(self.known, own, courses)
