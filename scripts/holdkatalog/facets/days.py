"""What holds on a day: states, notices, and whether an offer is closed for good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from holdkatalog import wording
from holdkatalog.facets.coming import over
from holdkatalog.model import Attestation, Notice, Offer, Place, State, Step
from holdkatalog.schedule import IDLE, SHUT, states_on

OPEN_NOTICE = dt.timedelta(days=60)
"""A notice without an end is shown so long after the facts were confirmed."""
_ROOM = frozenset({"åben", "fuld"})
"""Whether there is room: of what is over nobody asks."""


def states_after(states: Iterable[State], today: dt.date) -> tuple[State, ...]:
    """What is announced for later: a pause or a closure that has not begun."""
    return tuple(s for s in states if s.kind in SHUT and s.first and s.first > today)


def notices_on(
    notices: Iterable[Notice], confirmed: Attestation | None, today: dt.date
) -> tuple[Notice, ...]:
    """The notices to show that day; one without an end needs a confirmation not too old."""

    def shown(notice: Notice) -> bool:
        if notice.first and today < notice.first:
            return False
        if notice.last:
            return today <= notice.last
        return confirmed is not None and today <= confirmed.date + OPEN_NOTICE

    return tuple(notice for notice in notices if shown(notice))


def states_of(offer: Offer, places: Iterable[Place], today: dt.date) -> tuple[State, ...]:
    """What holds for the offer that day: its own state, and that its only place is shut.

    When all its times have been, nothing is said of room.
    """
    where = tuple(places)
    found = states_on(where[0].states, today) if len(where) == 1 else ()
    shut = tuple(state for state in found if state.kind in SHUT)
    own = states_on(offer.states, today)
    if over(offer, today):
        own = tuple(state for state in own if state.kind not in _ROOM)
    # A team that pauses at least as long as its house is shut has said it itself.
    shut = tuple(state for state in shut if not any(_outlasts(one, state) for one in own))
    # A shut house and "room for new members" on one page would contradict each other.
    return shut + tuple(s for s in own if not (shut and s.kind not in IDLE))


def _outlasts(own: State, shut: State) -> bool:
    """Whether the team's own pause lasts until the house is open again."""
    ends = not own.last or bool(shut.last and own.last >= shut.last)
    return own.kind in SHUT and ends


def running(states: Iterable[State]) -> bool:
    """Whether it goes on: neither paused, closed nor still to begin."""
    return not any(state.kind in IDLE for state in states)


def closed(offer: Offer, today: dt.date) -> bool:
    """Whether the offer is closed for good: its page stays, and the lists leave it out."""
    return any(s.kind == "lukket" and not s.last for s in states_on(offer.states, today))


def step_words(step: Step, today: dt.date, past: str) -> str:
    """A step of the way in; `past` replaces a deadline that has gone by."""
    if isinstance(step.deadline, dt.date) and step.deadline < today:
        return f"{wording.step(replace(step, deadline=None))}. {past}"
    return wording.step(step)
