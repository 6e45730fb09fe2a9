"""What holds on a day: states, notices, and whether an offer is closed for good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from holdkatalog import wording
from holdkatalog.danish import capital
from holdkatalog.model import Attestation, Notice, Offer, OnDate, Session, State, Step

OPEN_NOTICE = dt.timedelta(days=60)
"""A notice without an end is shown so long after the facts were confirmed."""
SHUT = frozenset({"pause", "lukket"})


def _holds(state: State, today: dt.date) -> bool:
    if state.kind == "ikke startet":
        return state.first is None or today < state.first
    return (state.first is None or state.first <= today) and not _past(state, today)


def _past(state: State, today: dt.date) -> bool:
    if state.kind == "ikke startet" and state.first:
        return state.first <= today
    return state.last is not None and state.last < today


def states_on(states: Iterable[State], today: dt.date) -> tuple[State, ...]:
    """What holds that day: a dated state inside its dates, an undated one otherwise."""
    now = [state for state in states if _holds(state, today)]
    dated = tuple(state for state in now if state.first or state.last)
    return dated or tuple(now)


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


def closed(offer: Offer, today: dt.date) -> bool:
    """Whether the offer is closed for good: its page stays, and the lists leave it out."""
    return any(s.kind == "lukket" and not s.last for s in states_on(offer.states, today))


def season_lines(sessions: Iterable[Session], words: Mapping[str, str]) -> tuple[str, ...]:
    """Periods and breaks as sentences: once when all times share them, else each with its time.

    `words` holds the sentences `ongoing`, `off` and `never_off`.
    """
    lines = tuple(sessions)
    rules = [line for line in lines if not isinstance(line.when, OnDate)]
    told = [(wording.rule(line), _season(line, words)) for line in rules]
    if len({season for _, season in told}) == 1:
        return tuple(text for text in told[0][1] if text)
    return tuple(f"{rule}: {' '.join(season)}" for rule, season in told if rule and any(season))


def _season(line: Session, words: Mapping[str, str]) -> tuple[str, ...]:
    period = wording.period(line)
    texts = [f"{capital(period)}." if period else words["ongoing"] if line.when else ""]
    if line.breaks is not None:
        off = wording.off(line)
        texts.append(words["off"].format(breaks=off) if off else words["never_off"])
    return tuple(text for text in texts if text)


def step_words(step: Step, today: dt.date, past: str) -> str:
    """A step of the way in; `past` replaces a deadline that has gone by."""
    if isinstance(step.deadline, dt.date) and step.deadline < today:
        return f"{wording.step(replace(step, deadline=None))}. {past}"
    return wording.step(step)
