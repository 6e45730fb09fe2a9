"""What holds on a day: states, notices, and whether an offer is closed for good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeVar

from holdkatalog import wording
from holdkatalog.facets.coming import over, places_ahead
from holdkatalog.model import (
    Attestation,
    Dates,
    InWords,
    Monthly,
    Notice,
    Offer,
    OnDate,
    Place,
    Session,
    State,
    Step,
    Weekly,
)
from holdkatalog.schedule import IDLE, SHUT, Calendar, asks, barred, start_of, states_on

OPEN_NOTICE = dt.timedelta(days=60)
"""A notice without an end is shown so long after the facts were confirmed."""
_RING = IDLE | {"fuld"}
_ROOM = frozenset({"åben", "fuld"})
"""Whether there is room: of what is over nobody asks."""
_DAY = dt.timedelta(days=1)


class Held(NamedTuple):
    """A state and the days on which it is said, both included; None is open."""

    state: State
    first: dt.date | None
    last: dt.date | None


class Posted(NamedTuple):
    """A notice and the days on which it is shown, both included; None is open."""

    notice: Notice
    first: dt.date | None
    last: dt.date | None


Span = TypeVar("Span", Held, Posted)


def states_after(states: Iterable[State], today: dt.date) -> tuple[State, ...]:
    """What is announced for later: a pause or a closure that has not begun."""
    return tuple(s for s in states if s.kind in SHUT and s.first and s.first > today)


def notice_spans(notices: Iterable[Notice], confirmed: Attestation | None) -> tuple[Posted, ...]:
    """The notices with their days; one without an end is shown until some time after the confirmation.

    One that has neither an end nor a confirmation is never shown.
    """
    until = confirmed.date + OPEN_NOTICE if confirmed else None
    spans = (Posted(notice, notice.first, notice.last or until) for notice in notices)
    return tuple(span for span in spans if span.last)


def notices_on(
    notices: Iterable[Notice], confirmed: Attestation | None, today: dt.date
) -> tuple[Notice, ...]:
    """The notices to show that day; one without an end needs a confirmation not too old."""
    return tuple(span.notice for span in notice_spans(notices, confirmed) if _inside(span, today))


def states_of(offer: Offer, places: Iterable[Place], today: dt.date) -> tuple[State, ...]:
    """What holds for the offer that day: its own state, and that all of its places are shut.

    When all its times have been, nothing is said of room.
    """
    shut = barred(places, today)
    own = states_on(offer.states, today)
    if over(offer, today):
        own = tuple(state for state in own if state.kind not in _ROOM)
    # A team that pauses at least as long as its house is shut has said it itself.
    shut = tuple(state for state in shut if not any(_outlasts(one, state) for one in own))
    # A shut house and "room for new members" on one page would contradict each other.
    return shut + tuple(s for s in own if not (shut and s.kind not in IDLE))


def _inside(span: Held | Posted, day: dt.date) -> bool:
    return (span.first is None or span.first <= day) and (span.last is None or day <= span.last)


def _outlasts(own: State, shut: State) -> bool:
    """Whether the team's own pause lasts until the house is open again."""
    ends = not own.last or bool(shut.last and own.last >= shut.last)
    return own.kind in SHUT and ends


def spans_of(offer: Offer, places: Iterable[Place] | None = None) -> tuple[Held, ...]:
    """All states of the offer with the days on which `states_of` says them, by their first day.

    So a page can carry what is said today and what will be. Without `places` they are on each day
    those that the offer still meets at.
    """
    given = None if places is None else tuple(places)
    spans: list[Held] = []
    going = dict[State, int]()
    for first, last in _stretches(offer, given):
        day = first or last or dt.date.min
        said = states_of(offer, places_ahead(offer, day) if given is None else given, day)
        now = dict[State, int]()
        for state in dict.fromkeys(said):
            now[state] = going.get(state, len(spans))
            if state in going:
                spans[now[state]] = spans[now[state]]._replace(last=last)
            else:
                spans.append(Held(state, first, last))
        going = now
    return tuple(spans)


def announced(spans: Iterable[Held]) -> tuple[Held, ...]:
    """The pauses and closures that begin on a day, with the days before it, on which they are told of."""
    return tuple(
        Held(one.state, None, one.first - _DAY)
        for one in spans
        if one.state.kind in SHUT and one.first and one.first == one.state.first
    )


def left(spans: Iterable[Span], today: dt.date) -> tuple[Span, ...]:
    """The spans that are not yet past."""
    return tuple(span for span in spans if span.last is None or today <= span.last)


def doubtful(spans: Iterable[Held]) -> tuple[Held, ...]:
    """The days on which one rings before one comes: it doesn't go on, or it is full."""
    found = {one[1:]: one for one in spans if one.state.kind in _RING}
    return tuple(found.values())


def shut_on(spans: Iterable[Held], today: dt.date) -> bool:
    """Whether it is paused or closed that day."""
    return any(span.state.kind in SHUT and _inside(span, today) for span in spans)


def untold(offer: Offer, calendar: Calendar) -> tuple[Session, ...]:
    """The offer's times of which nobody but the team can tell the days."""
    asked = asks(offer.sessions, offer.times, calendar)
    return tuple(line for line in offer.sessions if _untold(line, calendar, asked=asked))


def _untold(line: Session, calendar: Calendar, *, asked: bool) -> bool:
    match line.when:
        case OnDate():
            return False
        case Weekly(every=every) if every > 1 and not start_of(line.periods):
            return True
        case Weekly() | Monthly():
            in_words = any(isinstance(span, InWords) for span in line.periods or ())
            return asked or in_words or asks((line,), line.times, calendar)
    return True


def changes(offer: Offer) -> tuple[dt.date, ...]:
    """The days from which something else may hold: states begin or end, and times have been."""
    lines = offer.sessions
    places = [*offer.places, *(place for line in lines for place in line.places)]
    return _changes(offer, places)


def _changes(offer: Offer, places: Iterable[Place]) -> tuple[dt.date, ...]:
    states = [*offer.states, *(state for place in places for state in place.states)]
    periods = [span for line in offer.sessions for span in line.periods or ()]
    ends = [
        *(state.last for state in states),
        *(span.last for span in periods if isinstance(span, Dates)),
        *(line.when.date for line in offer.sessions if isinstance(line.when, OnDate)),
    ]
    found = {state.first for state in states} | {
        day + _DAY for day in ends if day and day < dt.date.max
    }
    return tuple(sorted(day for day in found if day and day > dt.date.min))


def _stretches(
    offer: Offer, places: tuple[Place, ...] | None
) -> Iterator[tuple[dt.date | None, dt.date | None]]:
    """Stretches of days within which nothing changes, from the beginning of time to its end."""
    days = changes(offer) if places is None else _changes(offer, places)
    yield from zip((None, *days), (*(day - _DAY for day in days), None), strict=True)


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


def step_spans(
    step: Step, today: dt.date, past: str
) -> tuple[tuple[str, dt.date | None, dt.date | None], ...]:
    """What a step says from today on, each with its days: until its deadline, and after it."""
    until = step.deadline
    if not isinstance(until, dt.date) or until < today or until == dt.date.max:
        return ((step_words(step, today, past), None, None),)
    after = until + _DAY
    return (
        (step_words(step, today, past), None, until),
        (step_words(step, after, past), after, None),
    )
