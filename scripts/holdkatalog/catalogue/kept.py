"""The clubs' files where they lie, each with all that it is judged against: for what changes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from holdkatalog.catalogue import judge, surroundings
from holdkatalog.catalogue.content import read_content
from holdkatalog.catalogue.files import document, documents, photos
from holdkatalog.errors import Problem
from holdkatalog.paths import SCHEMA
from holdkatalog.validation import Context
from holdkatalog.yamlfile import Document


@dataclass(frozen=True)
class Kept:
    """Files of clubs by their place, and what they are judged against."""

    files: Mapping[Path, Document]
    context: Context

    def problems(self, found: Document) -> tuple[Problem, ...]:
        """Every Problem of one of the files, advice too."""
        return judge(found, self.context)


def kept(paths: Sequence[Path], *, root: Path, today: dt.date) -> Kept:
    """The files at the paths, or every club's and every course provider's file of the folder.

    What isn't there is a file with that Problem. Raises CatalogueError when the municipality's
    own files can't be read.
    """
    clubs, courses = root / "clubs", root / "content" / "forloeb"
    known = read_content(root / "content", SCHEMA / "vocabulary")
    regular = {
        root / found.file: found
        for found in (*documents(clubs, "clubs"), *documents(courses, "content/forloeb"))
    }
    asked = [place.resolve() for path in paths for place in _files(root / path)]
    files = {place.resolve(): found for place, found in regular.items()}
    named = {place: files.get(place) or document(place, _name(place, root)) for place in asked}
    folders = {clubs, *(place.parent for place in named)}
    seen = frozenset(name for folder in folders for name in photos(folder))
    return Kept(
        files=named or files,
        context=surroundings(known, {**files, **named}.values(), photos=seen, today=today),
    )


def _files(path: Path) -> Iterator[Path]:
    """The path itself, or the clubs' files in the folder that it is."""
    yield from (path / found.file for found in documents(path, ".")) if path.is_dir() else (path,)


def _name(place: Path, root: Path) -> str:
    """What a file is called in a message: seen from the catalogue's folder."""
    inside = place.is_relative_to(root.resolve())
    return (place.relative_to(root.resolve()) if inside else place).as_posix()
