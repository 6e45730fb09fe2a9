"""What an offer or a place says of itself, day by day: paused, closed, not begun."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from holdkatalog.model import Place, State

SHUT = frozenset({"pause", "lukket"})
_NOT_YET, WHEN_ENOUGH = "ikke startet", "starter når vi er nok"
IDLE = SHUT | {_NOT_YET, WHEN_ENOUGH}
"""What it doesn't meet in; in those beside SHUT its listed days are held, say to tell what is planned."""


def states_on(states: Iterable[State], day: dt.date) -> tuple[State, ...]:
    """What holds that day: a dated state inside its dates, an undated one otherwise."""
    now = [state for state in states if _holds(state, day)]
    dated = tuple(state for state in now if state.first or state.last)
    return dated or tuple(now)


def barred(places: Iterable[Place], day: dt.date) -> tuple[State, ...]:
    """What keeps everybody out of all the places that day; nothing while one of them is open or unknown."""
    each = [
        [state for state in states_on(place.states, day) if state.kind in IDLE] for place in places
    ]
    return tuple(state for found in each for state in found) if all(each) else ()


def _holds(state: State, day: dt.date) -> bool:
    if state.last and state.last < day:
        return False
    if state.kind == _NOT_YET:
        return state.first is None or day < state.first
    # Nobody knows when they are enough: the day is only a hope.
    return state.kind == WHEN_ENOUGH or state.first is None or state.first <= day
