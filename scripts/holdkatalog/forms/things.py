"""What a form is made of: its parts, its questions, and what stands in each when it is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from holdkatalog.yamlfile import Document, Plain

Kind = Literal["ny-forening", "nyt-hold", "hold", "forening"]
"""What is sent: a new club with its first offer, a new offer, a changed offer, a club's changed head."""
CLUB: Final = ""
"""What the names of a club's own keys begin with."""
OFFER: Final = "hold."
"""What the names of an offer's keys begin with."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: the word in the file and what a reader calls it; `group` is its heading.

    `open` ones are seen at once, the others are unfolded.
    """

    word: str
    name: str
    group: str = ""
    open: bool = True


# Equal only to itself: a form of two hundred questions is made once, and shared by all pages.
@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Field:
    """One question, wholly from the schema: `name` is where the answer stands in the file.

    `label` is the question as a person asks it, `title` what the key is called, `control` how it is
    answered: `line`, `area`, `lines`, `choice`, `words`, `answers`, `slots` or `places`. `inner` are
    the questions within it, with names of their own. A `required` answer may lack where the question
    with the name `unless` is answered.
    """

    key: str
    name: str
    label: str
    title: str
    help: str
    examples: tuple[str, ...]
    leaf: str
    control: str
    group: str
    short: bool = False
    required: bool = False
    unless: str = ""
    open: bool = False
    options: tuple[Option, ...] = ()
    inner: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Filled:
    """A question with what the file says; `inherited` holds unless another value is given.

    It comes from `origin`: the club or the template that the offer names.
    """

    field: Field
    value: Plain = None
    inherited: tuple[str, ...] = ()
    origin: Literal["", "club", "template"] = ""


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """Questions under one heading; `short` ones are seen at once, the others are unfolded."""

    id: str
    title: str
    short: bool
    fields: tuple[Filled, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Form:
    """A form with everything that stands in it. `club` and `offer` are (id, name), with two "" for a new one.

    `offers` are the ids of the club's offers, `places` its own places, `shared` the municipality's.
    """

    kind: Kind
    path: str
    sections: tuple[Section, ...]
    club: tuple[str, str] = ("", "")
    offer: tuple[str, str] = ("", "")
    offers: tuple[str, ...] = ()
    places: tuple[Option, ...] = ()
    shared: tuple[Option, ...] = ()
    source: Document | None = field(default=None, repr=False)
