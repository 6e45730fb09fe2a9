"""The small parts of an offer: answers, places, prices, the way in, limits, state and people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Answer(StrEnum):
    """The three answers to a question; unknown is never no."""

    YES = "ja"
    NO = "nej"
    UNKNOWN = "ukendt"


@dataclass(frozen=True, slots=True)
class Fact:
    """An answer to one of the questions a nervous guest asks."""

    answer: Answer
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attestation:
    """Who saw to it, and when; `by` is a role."""

    date: dt.date
    by: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """Whom an offer suits: `condition` is an illness' or an audience's id, `made_for` tells `for` from `også_for`."""

    condition: str
    made_for: bool
    note: str = ""
    judged: Attestation | None = None


@dataclass(frozen=True, slots=True)
class State:
    """Room for new members, a pause or a closure, inside its dates; None is open."""

    kind: str
    first: dt.date | None = None
    last: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message that ends by itself: after `last`, or without one some time after the confirmation."""

    note: str
    last: dt.date | None
    first: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: `id` is the file's own or a shared place's id, `online`, `telefon`, `hjemme` or empty.

    `country` is empty in Denmark, and `postcode` then has four digits. A place of which only
    `note` is said is known in words alone.
    """

    id: str = ""
    name: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""
    note: str = ""
    transport: str = ""
    links: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    states: tuple[State, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Price:
    """An amount in øre (0 is free, None only words), per what, for whom, and whether it comes on top."""

    amount: int | None
    per: tuple[str, ...] = ()
    who: str = ""
    on_top: bool = False
    note: str = ""
    about: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way in; `kind` is empty when there are only words, `through` keeps its preposition."""

    kind: str
    through: str = ""
    deadline: dt.date | str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """Who may come: `kind` is a fixed word (`alder`, `kvinder`, ...), or empty when there are only words.

    Ages are both included; `above` means that one must be older than `low`.
    """

    kind: str
    low: int | None = None
    high: int | None = None
    note: str = ""
    above: bool = False


@dataclass(frozen=True, slots=True)
class Seats:
    """How many there is room for; `low` None is only an upper limit, `high` None only words or a lower one."""

    low: int | None = None
    high: int | None = None
    pairs: bool = False
    about: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Effort:
    """`ingen`, `let`, `middel`, `hård` or `eget tempo`; empty when there are only words."""

    level: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """How far one walks, in metres; `low` equals `high` for one length; None: only words."""

    low: int | None
    high: int | None
    about: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Leader:
    """Who leads: `frivillige`, `fagperson` or `deltagerne`; empty when there are only words."""

    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Served:
    """An area served: an area's id, `hele-kommunen`, `andre-kommuner` or `hele-landet`."""

    area: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ring or write to: a role, never a person.

    `phone` is in E.164; `purpose` is empty, `tilmelding` or `fagfolk`.
    """

    phone: str = ""
    mail: str = ""
    links: tuple[str, ...] = ()
    role: str = ""
    hours: str = ""
    purpose: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture in clubs/foto/, what it shows, and the day all agreed."""

    file: str
    alt: str
    consent: dt.date
