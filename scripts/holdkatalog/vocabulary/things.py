"""What the vocabularies hold: frozen things with an id, empty where nothing is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from holdkatalog.model import Contact, Dates

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""


@dataclass(frozen=True, slots=True)
class Link:
    """A page elsewhere: the words to press and the address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """A heading that things of one kind are gathered under."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Condition:
    """An illness; `in_words` is the name inside a sentence (`Lavet til dig med astma`).

    `about` is what matters before one tries a team, `reviewed` the day it was last read through,
    `core` whether it is among those that nearly every municipality has teams for. `search_words`
    find it as `synonyms` do, but are never shown: in print they would hurt or name a diagnosis.
    """

    id: str
    name: str
    group: str
    synonyms: tuple[str, ...]
    about: str
    links: tuple[Link, ...]
    reviewed: dt.date | None
    association: str
    core: bool
    english: str
    icd10: tuple[str, ...]
    in_words: str
    search_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Audience:
    """People a team is for without an illness being meant; it is no limit and shuts nobody out."""

    id: str
    name: str
    synonyms: tuple[str, ...]
    in_words: str


@dataclass(frozen=True, slots=True)
class OpenActive:
    """The same activity in OpenActive's list; `match` is exact, close or broad."""

    id: str
    match: str


@dataclass(frozen=True, slots=True)
class Activity:
    """Something one does; `kind` is what an offer is taken to be when it doesn't say."""

    id: str
    name: str
    group: str
    kind: str
    synonyms: tuple[str, ...]
    english: str
    openactive: OpenActive | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question a nervous guest asks; `key` is the word in a club's file, `id` the same without æøå.

    `question` is what she asks, `yes` the sentence when the answer is yes, `need` the same in the
    guest's words, empty when a yes is not what she looks for, `short` the need where there is little
    room, "" when nobody has said. `featured` ones are shown even when nobody has answered.
    """

    id: str
    key: str
    group: str
    question: str
    yes: str
    help: str
    example: str
    need: str
    featured: bool
    short: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """An idea that many clubs take up, as Lungekor is; `given` is what an offer that names it takes.

    `given` has an offer's own keys and values as they stand in a file. `association` is who stands
    behind the idea, `link` its page about it; both are empty where there is none.
    """

    id: str
    name: str
    association: str
    link: str
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Language:
    """A language; `code` is its BCP 47 code, as a page's `lang` needs it."""

    id: str
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the municipality; `centre` is latitude and longitude in degrees, WGS 84.

    `in_words` is where one is inside a sentence (`på Sjællands Odde`); "" is `i` and the name.
    `label` is the side of its number on the map that its name stands on: north, east, south or west.
    """

    id: str
    name: str
    postcodes: tuple[str, ...]
    centre: Point
    neighbours: tuple[str, ...]
    villages: tuple[str, ...]
    also_called: tuple[str, ...]
    in_words: str = ""
    label: str = "east"


# Equal only to itself, so that what follows from it can be kept.
@dataclass(frozen=True, slots=True, eq=False)
class Holidays:
    """The schools' holidays by id, the last day they are known for, and days off beside the official.

    Both ends of a range belong to it; the days of `extra_public`, and those of `not_public` that are
    ordinary days here, are (month, day).
    """

    ranges: Mapping[str, tuple[Dates, ...]]
    known_to: dt.date | None
    extra_public: tuple[tuple[int, int], ...]
    not_public: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Freshness:
    """After how many days from their confirmation facts are soon old, old, and out of the lists."""

    soon: int = 180
    old: int = 365
    out: int = 425


@dataclass(frozen=True, slots=True)
class Municipality:
    """Who publishes the catalogue, and whom a citizen can ring; `demo` says that the clubs are made up.

    `statement` is the address of the site's accessibility statement, and `access` who answers when
    something on the site can't be used; both are empty while nobody has said.
    """

    id: str
    name: str
    code: str
    bridge: Contact
    statement: str
    access: Contact
    links: tuple[Link, ...]
    demo: bool
    freshness: Freshness = Freshness()
