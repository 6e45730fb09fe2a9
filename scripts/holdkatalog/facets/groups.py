"""Which offers stand on which page, under which heading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from holdkatalog.danish import capital, sort_key
from holdkatalog.facets.entries import ELSEWHERE, Entry, places_of
from holdkatalog.facets.freshness import Step
from holdkatalog.facets.now import NO, room_on
from holdkatalog.model import Fit, Offer
from holdkatalog.vocabulary import Area, Condition, Vocabulary

CHRONIC, EVERYBODY = "alle-kroniske", "alle"
_INSTEAD = 2


@dataclass(frozen=True, slots=True)
class Group:
    """A heading's key in the strings, and what stands below it."""

    key: str
    entries: tuple[Entry, ...]


def listed(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that belong on lists: not those closed for good, or whose facts are out of date."""
    return tuple(entry for entry in entries if entry.listed)


def fit_for(fits: Iterable[Fit], condition: str) -> str:
    """How an offer fits an illness: `made`, `suits`, `open`, or "" when it says nothing of it."""
    found = tuple(fits)
    for fit in found:
        if fit.condition == condition:
            return "made" if fit.made_for else "suits"
    return "open" if any(fit.condition in {CHRONIC, EVERYBODY} for fit in found) else ""


def only_relatives(offer: Offer) -> bool:
    """Whether it is for those near somebody who is ill, and not for the ill themselves."""
    return any(limit.kind == "pårørende" for limit in offer.limits)


def by_fit(entries: Iterable[Entry], condition: str) -> tuple[Group, ...]:
    """Four groups for an illness, in this order, the empty ones left out; last what says nothing of whom it is for."""

    def key(entry: Entry) -> str:
        if not entry.offer.fits:
            return "ask"
        found = fit_for(entry.offer.fits, condition)
        return "relatives" if found and only_relatives(entry.offer) else found

    pairs = [(key(entry), entry) for entry in listed(entries)]
    # Open to all who are ill for long is a better fit than open to everybody.
    pairs.sort(key=lambda pair: pair[0] == "open" and not for_chronic(pair[1].offer))
    return gathered(("made", "suits", "relatives", "open", "ask"), pairs)


def for_chronic(offer: Offer) -> bool:
    """Whether it is for all who live with a long-term illness."""
    return any(fit.condition == CHRONIC for fit in offer.fits)


def for_everybody(offer: Offer) -> bool:
    """Whether it is for everybody, ill or not."""
    return any(fit.condition == EVERYBODY for fit in offer.fits)


def nowhere(entry: Entry) -> bool:
    """Whether nobody has said where it is: no place, or one that is known in words alone."""
    if entry.areas or entry.wide or entry.offer.served:
        return False
    places = places_of(entry.offer)
    return not places or any(not p.postcode and p.id not in ELSEWHERE for p in places)


def by_area(entries: Iterable[Entry], area: Area) -> tuple[Group, ...]:
    """What serves the area, its neighbours, and the whole municipality, and what doesn't say where it is."""

    def near(entry: Entry) -> str:
        if area.id in entry.areas:
            return "here"
        if entry.wide:
            return "wide"
        if nowhere(entry):
            return "ask"
        return "near" if entry.areas & frozenset(area.neighbours) else ""

    return gathered(("here", "near", "wide", "ask"), [(near(e), e) for e in listed(entries)])


def with_activity(entries: Iterable[Entry], *activities: str) -> tuple[Entry, ...]:
    """What one can do the activity at, or one of the activities."""
    wanted = frozenset(activities)
    return tuple(entry for entry in listed(entries) if wanted & frozenset(entry.offer.activities))


def living(entries: Iterable[Entry], today: dt.date) -> tuple[Entry, ...]:
    """The listed entries that one can go to: going on and not full, with facts not old and a meeting to come."""
    return tuple(
        entry
        for entry in listed(entries)
        if entry.step < Step.OLD and entry.ahead and room_on(entry.offer, today) != NO
    )


def instead(entry: Entry, others: Iterable[Entry]) -> tuple[Entry, ...]:
    """What one can go to instead: the same illness or activity, the same area first, a few of them.

    Where there is too little alike, what is near and open to everybody is better than nothing.
    """
    relatives = only_relatives(entry.offer)
    illnesses = _illnesses(entry)

    def near(other: Entry) -> bool:
        return bool(other.areas & entry.areas) or other.wide

    def fits(other: Entry) -> bool:
        for_all = near(other) and not other.offer.limits and for_everybody(other.offer)
        same = only_relatives(other.offer) == relatives
        return same and other.id != entry.id and (_alike(entry, other) or for_all)

    def order(other: Entry) -> tuple[bool, bool, bool]:
        return not _alike(entry, other), not near(other), not illnesses & _illnesses(other)

    return tuple(sorted(filter(fits, listed(others)), key=order)[:_INSTEAD])


def _alike(entry: Entry, other: Entry) -> bool:
    """Whether they are for the same illness, or do the same."""
    activities = frozenset(entry.offer.activities) & frozenset(other.offer.activities)
    return bool(_illnesses(entry) & _illnesses(other) or activities)


def _illnesses(entry: Entry) -> frozenset[str]:
    return frozenset(fit.condition for fit in entry.offer.fits) - {CHRONIC, EVERYBODY}


def gathered(keys: Iterable[str], found: Iterable[tuple[str, Entry]]) -> tuple[Group, ...]:
    """The entries under their keys, in the keys' order; a key that isn't among them is left out."""
    pairs = tuple(found)
    made = (Group(key, tuple(e for k, e in pairs if k == key)) for key in keys)
    return tuple(group for group in made if group.entries)


def count(groups: Iterable[Group]) -> int:
    """How many entries the groups hold."""
    return sum(len(group.entries) for group in groups)


def words(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    """Every name and lay word, in the Danish alphabet, with all the illnesses it can mean.

    An illness that bears the word as its name comes first.
    """
    meant: dict[str, list[Condition]] = {}
    for condition in sorted(vocabulary.conditions.values(), key=lambda c: sort_key(c.name)):
        for word in dict.fromkeys(capital(w) for w in (condition.name, *condition.synonyms)):
            meant.setdefault(word, []).append(condition)
    for word in sorted(meant, key=sort_key):
        yield word, tuple(sorted(meant[word], key=lambda c: capital(c.name) != word))
