"""A line of `tid`, an offer, and the club that has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from holdkatalog.model.parts import (
    Attestation,
    Contact,
    Effort,
    Fact,
    Fit,
    Leader,
    Limit,
    Notice,
    Photo,
    Place,
    Price,
    Seats,
    Served,
    State,
    Step,
    Walk,
)
from holdkatalog.model.when import Clock, Span, Times, When


@dataclass(frozen=True, slots=True)
class Session:
    """One line of `tid`.

    `when` None: only words or a link. `periods` and `breaks` None: nothing is said; (): all year,
    and never off. `places` (): the offer's. `usually`: the volunteer hedges (`som regel`).
    `times` counts this line alone; the offer's own counts all its lines together. `pickup` tells when
    and where one may meet before and go along, the offer's own where the line has none.
    """

    when: When | None = None
    clock: Clock | None = None
    periods: tuple[Span, ...] | None = None
    breaks: tuple[Span, ...] | None = None
    times: Times | None = None
    places: tuple[Place, ...] = ()
    note: str = ""
    links: tuple[str, ...] = ()
    usually: bool = False
    pickup: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One team or other offer.

    `id` is `club/offer`, `kind` is empty until the activity's own is looked up. `template` is the id
    of the template it follows, "" when it follows none, `inherited` the keys of a club's file whose
    values are, wholly or in part, the template's. `more` holds, by their keys, the plain texts that
    nothing but a page needs: a new one costs no code.
    """

    id: str
    name: str
    activities: tuple[str, ...]
    template: str = ""
    inherited: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()
    kind: str = ""
    fits: tuple[Fit, ...] = ()
    about: str = ""
    first_time: str = ""
    bring: str = ""
    sessions: tuple[Session, ...] = ()
    times: Times | None = None
    places: tuple[Place, ...] = ()
    served: tuple[Served, ...] = ()
    prices: tuple[Price, ...] = ()
    steps: tuple[Step, ...] = ()
    contacts: tuple[Contact, ...] = ()
    limits: tuple[Limit, ...] = ()
    seats: Seats | None = None
    efforts: tuple[Effort, ...] = ()
    walks: tuple[Walk, ...] = ()
    leaders: tuple[Leader, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    notices: tuple[Notice, ...] = ()
    links: tuple[str, ...] = ()
    photo: Photo | None = None
    confirmed: Attestation | None = None
    former_ids: tuple[str, ...] = ()
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Club:
    """One club's file.

    `id` is the file's name, `owners` are roles: who keeps it, then who takes over. `more` holds
    the plain texts that nothing but a page needs.
    """

    id: str
    name: str
    kind: str = ""
    association: str = ""
    about: str = ""
    links: tuple[str, ...] = ()
    cvr: str = ""
    contacts: tuple[Contact, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    notices: tuple[Notice, ...] = ()
    photo: Photo | None = None
    confirmed: Attestation | None = None
    owners: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
