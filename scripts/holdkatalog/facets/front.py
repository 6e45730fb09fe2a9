"""The few offers that the front page shows: those a nervous person can begin with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from holdkatalog.facets.cards import kind_of
from holdkatalog.facets.days import states_of
from holdkatalog.facets.entries import Entry, away, facts_of, places_of
from holdkatalog.facets.freshness import Step
from holdkatalog.facets.groups import fit_for
from holdkatalog.model import Answer, OnDate
from holdkatalog.vocabulary import Vocabulary

_SHOWN = 3
_GENTLE = frozenset({"ingen", "let"})
_WITH_SOMEBODY = "tag-en-med"


def easy_to_begin(
    entries: Iterable[Entry], vocabulary: Vocabulary, today: dt.date
) -> tuple[Entry, ...]:
    """Three that are gentle, whatever one lives with, where one may bring somebody; of different kinds if it can be.

    The rule is the same for all: with room, held again and again, met in person in the municipality,
    with facts that are not old and a meeting to come, and the last confirmed first.
    """
    found = [entry for entry in entries if _easy(entry, today)]
    found.sort(key=_confirmed, reverse=True)
    kinds = [kind_of(entry.offer, vocabulary) for entry in found]
    first = [entry for i, entry in enumerate(found) if kinds[i] not in kinds[:i]]
    others = [entry for entry in found if entry not in first]
    return tuple((first + others)[:_SHOWN])


def _confirmed(entry: Entry) -> dt.date:
    return entry.offer.confirmed.date if entry.offer.confirmed else dt.date.min


def _easy(entry: Entry, today: dt.date) -> bool:
    offer = entry.offer
    states = states_of(offer, places_of(offer), today)
    fact = facts_of(offer).get(_WITH_SOMEBODY)
    return (
        entry.listed
        and entry.step < Step.OLD
        and bool(entry.ahead)
        and not offer.limits
        and all(state.kind == "åben" for state in states)
        and fit_for(offer.fits, "") == "open"
        and bool(entry.areas)
        and any(line.when and not isinstance(line.when, OnDate) for line in offer.sessions)
        and not away(offer)
        and any(effort.level in _GENTLE for effort in offer.efforts)
        and fact is not None
        and fact.answer is Answer.YES
    )
