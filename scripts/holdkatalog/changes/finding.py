"""Which offers and clubs are new, gone, moved or changed between two states of the files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from holdkatalog.catalogue import Catalogue
from holdkatalog.changes.facts import CONFIRMED, Facts, label, of_club, of_offer
from holdkatalog.danish import sort_key
from holdkatalog.facets.entries import Entry, entries
from holdkatalog.model import Club

_ALIKE: Final = 0.5
"""So much of what two offers of a club say is the same when they are taken for one with a new id."""


class Kind(StrEnum):
    """What happened: `MOVED` has another address than before, and may have changed too."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Line:
    """One fact before and after; `()` is that nothing is said."""

    key: str
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What changes for one offer, or for the club itself when `offer` is empty.

    `id` is the club's or the offer's full id, the former one of what is gone. `was` and `address`
    are where its page lay and lies, from the site's top, "" for nowhere. `dead` says that the former
    address leads nowhere afterwards: printed codes and saved links die.
    """

    id: str
    club: str
    offer: str
    kind: Kind
    lines: tuple[Line, ...]
    was: str
    address: str
    dead: bool = False

    @property
    def only_confirmed(self) -> bool:
        """Whether a person has only vouched anew for what stood there."""
        return self.kind is Kind.CHANGED and [line.key for line in self.lines] == [CONFIRMED]


@dataclass(frozen=True, slots=True)
class _Thing:
    """An offer or a club with all that is said of it, and the ids under which it was known."""

    id: str
    club: str
    offer: str
    address: str
    facts: Facts
    former: tuple[str, ...]


def changes(
    before: Catalogue,
    after: Catalogue,
    *,
    today: dt.date,
    words: Mapping[str, Any],
    redrawn: Collection[str] = (),
) -> tuple[Change, ...]:
    """Each change, club by club in the order of the Danish alphabet, the club itself first.

    `words` are the strings of the site, `redrawn` the names of the photos whose files differ. What a
    club and its offers change alike stands at the club.
    """
    found = [
        *_pairs(_clubs(before, words, ()), _clubs(after, words, redrawn)),
        *_pairs(_offers(before, today, words, ()), _offers(after, today, words, redrawn)),
    ]
    told = [change for pair in found if (change := _change(*pair)) is not None]
    own = {
        change.id: frozenset(change.lines)
        for change in told
        if not change.offer and change.kind is Kind.CHANGED
    }
    kept = [_apart(change, own) for change in told]
    return tuple(sorted((change for change in kept if change), key=_order))


def _order(change: Change) -> tuple[tuple[str, str], str, bool, tuple[str, str], str]:
    club = change.id.partition("/")[0]
    return sort_key(change.club), club, bool(change.offer), sort_key(change.offer), change.id


def _apart(change: Change, own: Mapping[str, frozenset[Line]]) -> Change | None:
    """The change without what its club changes for all of them; None when nothing is left."""
    club = own.get(change.id.partition("/")[0], frozenset())
    if not change.offer or not club:
        return change
    lines = tuple(line for line in change.lines if line not in club)
    return replace(change, lines=lines) if lines or change.kind is not Kind.CHANGED else None


def _clubs(
    catalogue: Catalogue, words: Mapping[str, Any], redrawn: Collection[str]
) -> dict[str, _Thing]:
    return {
        club.id: _Thing(
            club.id,
            club.name,
            "",
            f"forening/{club.id}/",
            of_club(club, words, redrawn),
            club.former_ids,
        )
        for club in (*catalogue.clubs, *catalogue.courses)
    }


def _offers(
    catalogue: Catalogue, today: dt.date, words: Mapping[str, Any], redrawn: Collection[str]
) -> dict[str, _Thing]:
    return {
        entry.id: _Thing(
            entry.id,
            entry.club.name,
            entry.offer.name,
            entry.address,
            of_offer(entry, catalogue.vocabulary, words, redrawn),
            tuple(_former(entry, entry.club)),
        )
        for entry in entries(catalogue, today)
    }


def _former(entry: Entry, club: Club) -> Iterator[str]:
    """The full ids that lead to the offer, as the site makes its redirects."""
    keys = [entry.id.partition("/")[2]]
    for old in entry.offer.former_ids:
        yield old if "/" in old else f"{club.id}/{old}"
        keys += [] if "/" in old else [old]
    yield from (f"{old}/{key}" for old in club.former_ids for key in keys)


def _pairs(
    before: Mapping[str, _Thing], after: Mapping[str, _Thing]
) -> Iterator[tuple[_Thing | None, _Thing | None]]:
    """What stood there beside what stands there now."""
    gone = {id_: thing for id_, thing in before.items() if id_ not in after}
    new = {id_: thing for id_, thing in after.items() if id_ not in before}
    yield from ((thing, after[id_]) for id_, thing in before.items() if id_ in after)
    for thing in list(new.values()):
        old = next((id_ for id_ in thing.former if id_ in gone), "")
        if not old:
            continue
        yield gone.pop(old), new.pop(thing.id)
    for thing in list(new.values()):
        if like := _likest(thing, tuple(gone.values())):
            yield gone.pop(like.id), new.pop(thing.id)
    yield from ((thing, None) for thing in gone.values())
    yield from ((None, thing) for thing in new.values())


def _likest(thing: _Thing, gone: Sequence[_Thing]) -> _Thing | None:
    """The one that was given another id without a word of the old one, if it looks so."""
    near = [one for one in gone if one.club == thing.club or not one.offer]
    best = max(near, key=lambda one: _alike(one.facts, thing.facts), default=None)
    return best if best and _alike(best.facts, thing.facts) > _ALIKE else None


def _alike(one: Facts, other: Facts) -> float:
    """How much of what is said of the two is the same, from 0 to 1; the same name is enough."""
    if one.get("navn") == other.get("navn") is not None:
        return 1
    keys = {*one, *other}
    return sum(one.get(key) == other.get(key) for key in keys) / len(keys)


def _change(old: _Thing | None, new: _Thing | None) -> Change | None:
    """The change from the old to the new; None when a reader sees none."""
    thing = new or old
    assert thing is not None  # noqa: S101 - for the type checker: a pair has one at least
    table = "offer" if thing.offer else "club"
    lines = tuple(
        Line(key, label(key, table), one, other)
        for key, one, other in _differing(old.facts if old else {}, new.facts if new else {})
    )
    was, address = old.address if old else "", new.address if new else ""
    if old is None:
        kind = Kind.NEW
    elif new is None:
        kind = Kind.GONE
    else:
        kind = Kind.CHANGED if old.id == new.id else Kind.MOVED
    if kind is Kind.CHANGED and not lines:
        return None
    led = old is not None and new is not None and (old.id == new.id or old.id in new.former)
    dead = old is not None and not led
    return Change(thing.id, thing.club, thing.offer, kind, lines, was, address, dead=dead)


def _differing(
    before: Facts, after: Facts
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for key in dict.fromkeys((*after, *before)):
        one, other = before.get(key, ()), after.get(key, ())
        if one != other:
            yield key, one, other
