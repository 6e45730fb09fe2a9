"""What holds on a day: states, notices, and whether an offer is closed for good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from holdkatalog import wording
from holdkatalog.danish import capital, long_date
from holdkatalog.model import Attestation, Dates, Notice, Offer, OnDate, Session, State, Step

OPEN_NOTICE = dt.timedelta(days=60)
"""A notice without an end is shown so long after the facts were confirmed."""
SHUT = frozenset({"pause", "lukket"})


def _holds(state: State, today: dt.date) -> bool:
    if state.kind == "ikke startet":
        return state.first is None or today < state.first
    return (state.first is None or state.first <= today) and (
        state.last is None or today <= state.last
    )


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


def season_lines(offer: Offer, today: dt.date, words: Mapping[str, str]) -> tuple[str, ...]:
    """Periods, breaks and numbers as sentences: once when all times share them, else each with its time.

    `words` holds the sentences `ongoing`, `off`, `never_off`, `over`, `begins`, `times` and
    `times_ask`.
    """
    rules = [line for line in offer.sessions if not isinstance(line.when, OnDate)]
    told = [(wording.rule(line), _season(line, today, words)) for line in rules]
    if len({season for _, season in told}) == 1:
        lines = list(told[0][1])
    else:
        lines = [f"{rule}: {' '.join(season)}" for rule, season in told if rule and season]
    if offer.times:
        # More days than meetings: only a person knows which.
        asks = any(_bounded(line) for line in rules)
        sentence = words["times_ask" if asks else "times"]
        lines.append(sentence.format(times=wording.times(offer.times)))
    return tuple(lines)


def _season(line: Session, today: dt.date, words: Mapping[str, str]) -> tuple[str, ...]:
    period = wording.period(line)
    texts = [f"{capital(period)}." if period else words["ongoing"] if line.when else ""]
    spans = [span for span in line.periods or () if isinstance(span, Dates)]
    if spans and len(spans) == len(line.periods or ()):
        if all(span.last and span.last < today for span in spans):
            texts.append(words["over"])
        elif all(span.first and today < span.first for span in spans):
            first = min(span.first for span in spans if span.first)
            texts.append(words["begins"].format(day=long_date(first)))
    if line.breaks is not None:
        off = wording.off(line)
        texts.append(words["off"].format(breaks=off) if off else words["never_off"])
    return tuple(text for text in texts if text)


def _bounded(line: Session) -> bool:
    return any(isinstance(s, Dates) and s.first and s.last for s in line.periods or ())


def step_words(step: Step, today: dt.date, past: str) -> str:
    """A step of the way in; `past` replaces a deadline that has gone by."""
    if isinstance(step.deadline, dt.date) and step.deadline < today:
        return f"{wording.step(replace(step, deadline=None))}. {past}"
    return wording.step(step)
