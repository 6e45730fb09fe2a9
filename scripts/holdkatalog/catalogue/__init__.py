"""The whole catalogue: every file read and judged, or every Problem at once.

Strict loading refuses on any error. Steady loading leaves the clubs out whose files have errors,
and refuses when that would cost more than a tenth of the offers or of the clubs: then something
else is wrong, and no site is better than half of one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from holdkatalog.catalogue.content import Content, read_content
from holdkatalog.catalogue.files import documents, misnamed, no_clubs, photos
from holdkatalog.catalogue.losses import offers, too_many
from holdkatalog.catalogue.settled import settled
from holdkatalog.errors import CatalogueError, Problem
from holdkatalog.messages import is_error
from holdkatalog.model import Club, Place
from holdkatalog.paths import SCHEMA
from holdkatalog.reading import club as read_club
from holdkatalog.validation import Context, check, claims
from holdkatalog.vocabulary import Municipality, Vocabulary
from holdkatalog.yamlfile import Document

NO_DATES = dt.date.min
"""A day before all others: nothing is past, so nothing is told of what is."""


@dataclass(frozen=True)
class Catalogue:
    """Everything the site shows; `sources` are the clubs' files as they were read, by the club's id."""

    municipality: Municipality
    vocabulary: Vocabulary
    clubs: tuple[Club, ...]
    courses: tuple[Club, ...]
    places: Mapping[str, Place]
    sources: Mapping[str, Document] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class Loaded:
    """A catalogue, what should be mended in its files, and the files that were left out."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]


def load(
    *, clubs: Path, content: Path, strict: bool, today: dt.date = NO_DATES, public: bool = False
) -> Loaded:
    """The catalogue of the folders `clubs` and `content`; `today` only ever makes warnings.

    In a catalogue for the `public` the telephone of an example is an error of its club.

    Raises CatalogueError with every Problem of every file: in strict loading for any error, in
    steady loading for errors in `content` or when more than a tenth of the offers or of the clubs
    would be lost. No club at all is an error too: a site without clubs would replace a good one.
    """
    own = list(documents(clubs, clubs.name))
    if not own:
        raise CatalogueError((no_clubs(clubs.name),))
    courses = list(documents(content / "forloeb", f"{content.name}/forloeb"))
    try:
        known = read_content(content, SCHEMA / "vocabulary")
    except CatalogueError as error:
        unread = [p for found in (*own, *courses) for p in found.problems]
        raise CatalogueError((*error.problems, *unread)) from None
    context = surroundings(known, (*own, *courses), photos=photos(clubs), today=today)
    context = replace(context, public=public and context.real)
    judged = {found.file: judge(found, context) for found in (*own, *courses)}
    problems = (*known.problems, *(p for each in judged.values() for p in each))
    bad = [found for found in (*own, *courses) if any(map(is_error, judged[found.file]))]
    if bad and (strict or too_many(bad, (*own, *courses))):
        raise CatalogueError(problems)
    return Loaded(
        catalogue=assembled(
            known, [d for d in own if d not in bad], [d for d in courses if d not in bad]
        ),
        problems=tuple(sorted(problems)),
        left_out=tuple(found.file for found in bad),
    )


def surroundings(
    known: Content, files: Iterable[Document], *, photos: frozenset[str], today: dt.date
) -> Context:
    """What each of the files is judged against: the municipality and all the other files."""
    found = tuple(files)
    former: dict[str, tuple[str, ...]] = {}
    for one in found:
        for old, owner in claims(one):
            former[old] = (*former.get(old, ()), owner)
    bridge = known.municipality.bridge
    return Context(
        vocabulary=known.vocabulary,
        today=today,
        shared=known.places,
        clubs=frozenset(_id(one) for one in found),
        offers=frozenset(f"{_id(one)}/{key}" for one in found for key in offers(one)),
        former=former,
        reachable=bool(bridge.phone or bridge.mail),
        photos=photos,
        real=not known.municipality.demo,
    )


def judge(found: Document, context: Context) -> tuple[Problem, ...]:
    """Every Problem of a club's file and of its name."""
    name = misnamed(found.file)
    return (*((name,) if name else ()), *check(found, context))


def _id(found: Document) -> str:
    return Path(found.file).stem


def assembled(known: Content, own: Iterable[Document], courses: Iterable[Document]) -> Catalogue:
    """The catalogue of the clubs' own files and the courses', all of them without errors."""
    given = tuple(own)
    clubs = tuple(_read(found, known) for found in given)
    both = settled((*clubs, *(_read(found, known) for found in courses)), known.vocabulary)
    return Catalogue(
        municipality=known.municipality,
        vocabulary=known.vocabulary,
        clubs=both[: len(clubs)],
        courses=both[len(clubs) :],
        places=known.places,
        sources={_id(found): found for found in given},
    )


def _read(found: Document, known: Content) -> Club:
    values = found.values if isinstance(found.values, dict) else {}
    return read_club(_id(found), values, known.places, known.vocabulary.templates)
