"""What one can choose between, each with the number of offers behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from holdkatalog.catalogue import Catalogue
from holdkatalog.danish import slug, sort_key
from holdkatalog.facets import groups as headed
from holdkatalog.facets.entries import Entry
from holdkatalog.facets.groups import by_area, by_fit, count, with_activity, words
from holdkatalog.vocabulary import Area, Condition, Group, Vocabulary

_ON_FRONT = 5
Word = tuple[str, tuple[Condition, ...]]


@dataclass(frozen=True, slots=True)
class Counted:
    """A thing one can choose, with the number of offers behind it."""

    id: str
    name: str
    number: int


Kind = tuple[Group | None, list[Counted]]
"""A group of activities with what is in it; None for what is in no group."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the alphabet, and the words that begin with it; `id` is its place on the page."""

    id: str
    letter: str
    words: tuple[Word, ...]


def meant(groups: Iterable[headed.Group]) -> int:
    """How many offers are made for the illness, or suit it."""
    return count(group for group in groups if group.key in {"made", "suits"})


def most(counted: Iterable[Counted]) -> list[Counted]:
    """The ones with most offers, in the order they came: the front page stays short enough to see."""
    found = [one for one in counted if one.number]
    best = sorted(found, key=lambda one: -one.number)[:_ON_FRONT]
    return [one for one in found if one in best]


def nearest_of(counted: Sequence[Counted], km: Iterable[int]) -> tuple[Counted, int] | None:
    """The nearest that has something, by how far each is, and how far that is; None when nothing has."""
    there = [(far, n) for n, far in enumerate(km) if counted[n].number]
    if not there:
        return None
    far, n = min(there)
    return counted[n], far


def conditions_of(
    catalogue: Catalogue, found: Iterable[Entry]
) -> list[tuple[Counted, tuple[headed.Group, ...]]]:
    """The illnesses in the alphabet, each with its offers by how they fit."""
    each = sorted(catalogue.vocabulary.conditions.values(), key=lambda c: sort_key(c.name))
    entries = tuple(found)
    fitting = [(c, by_fit(entries, c.id)) for c in each]
    return [(Counted(c.id, c.name, meant(groups)), groups) for c, groups in fitting]


def areas_of(
    catalogue: Catalogue, found: Iterable[Entry]
) -> list[tuple[Counted, Area, tuple[headed.Group, ...]]]:
    """The areas in the alphabet, each with its offers by how near they are."""
    each = sorted(catalogue.vocabulary.areas.values(), key=lambda a: sort_key(a.name))
    entries = tuple(found)
    near = [(a, by_area(entries, a)) for a in each]
    return [
        (Counted(a.id, a.name, count(g for g in groups if g.key == "here")), a, groups)
        for a, groups in near
    ]


def activities_of(catalogue: Catalogue, found: Iterable[Entry]) -> list[Counted]:
    """The activities in the alphabet."""
    each = sorted(catalogue.vocabulary.activities.values(), key=lambda a: sort_key(a.name))
    entries = tuple(found)
    return [Counted(a.id, a.name, len(with_activity(entries, a.id))) for a in each]


def grouped(catalogue: Catalogue, activities: Iterable[Counted]) -> list[Kind]:
    """Activities below their groups, in the vocabulary's order; those in no group come last."""
    found, known = tuple(activities), catalogue.vocabulary.activities
    groups = [
        (group, [a for a in found if known[a.id].group == id_])
        for id_, group in catalogue.vocabulary.activity_groups.items()
    ]
    loose = [a for a in found if known[a.id].group not in catalogue.vocabulary.activity_groups]
    return [(group, each) for group, each in (*groups, (None, loose)) if each]


def kinds_of(
    found: Iterable[Entry], groups: Iterable[Kind]
) -> list[tuple[Counted, list[Counted], tuple[Entry, ...]]]:
    """The groups of activities, each with its activities and its offers.

    A group that is called as an activity has no page of its own: the activity's is there.
    """
    entries = tuple(found)
    each = [(group, inside) for group, inside in groups if group]
    taken = {one.id for _, inside in each for one in inside}
    offers = [
        (group, inside, with_activity(entries, *(one.id for one in inside)))
        for group, inside in each
        if group.id not in taken
    ]
    return [(Counted(g.id, g.name, len(held)), inside, held) for g, inside, held in offers]


def letters(vocabulary: Vocabulary) -> tuple[Letter, ...]:
    """Every name and lay word below its letter; É stands below E, and so on."""
    found: dict[str, list[Word]] = {}
    for word, conditions in words(vocabulary):
        found.setdefault(slug(word[:1]), []).append((word, conditions))
    return tuple(Letter(id_, each[0][0][:1].upper(), tuple(each)) for id_, each in found.items())
