"""Every page of the site: its address, its template and what stands on it.

A page is a function of the catalogue and the day alone, so that pages can be made in any order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from holdkatalog.catalogue import Catalogue
from holdkatalog.danish import DAYS, slug, sort_key
from holdkatalog.facets.choices import by_price, in_area, on_weekday
from holdkatalog.facets.days import running, states_on
from holdkatalog.facets.entries import Entry, entries
from holdkatalog.facets.groups import (
    Group,
    by_area,
    by_fit,
    count,
    instead,
    listed,
    with_activity,
    words,
)
from holdkatalog.model import Club
from holdkatalog.opendata import COLUMNS
from holdkatalog.vocabulary import Activity, Area, Condition

NOT_FOUND = "404.html"
REDIRECT = "flyttet.html"
_ON_FRONT = 8
_WEEKDAYS = {slug(day): day for day in DAYS}


@dataclass(frozen=True, slots=True)
class Page:
    """A page at `path` (a folder's address with its last slash, or a file's name), from `template`."""

    path: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The file it is written to, from the site's top."""
        return self.path if self.path.endswith(".html") else f"{self.path}index.html"


@dataclass(frozen=True, slots=True)
class Counted:
    """A thing one can choose, with the number of offers behind it."""

    id: str
    name: str
    number: int


def pages(catalogue: Catalogue, today: dt.date) -> Iterator[Page]:
    """All pages, the front page first."""
    found = entries(catalogue, today)
    clubs = tuple(
        sorted((*catalogue.clubs, *catalogue.courses), key=lambda c: (sort_key(c.name), c.id))
    )
    conditions, areas = _conditions(catalogue, found), _areas(catalogue, found)
    activities = _activities(catalogue, found)
    everything = listed(found)
    yield Page(
        "",
        "forside.html",
        {
            "conditions": _most(c for c, _ in conditions),
            "areas": [a for a, _, _ in areas],
            "activities": _most(activities),
            "number": len(everything),
        },
    )
    yield Page(NOT_FOUND, "404.html")
    yield Page("hold/", "liste.html", {"entries": everything, "week": _WEEKDAYS})
    yield from _of_choices(found, today)
    yield from _offers(found, today)
    yield from _clubs(clubs, found)
    yield from _of_conditions(catalogue, conditions)
    yield from _of_areas(catalogue, areas)
    yield Page("aktivitet/", "aktiviteter.html", {"groups": _by_group(catalogue, activities)})
    for one in activities:
        activity: Activity = catalogue.vocabulary.activities[one.id]
        yield Page(
            f"aktivitet/{one.id}/",
            "aktivitet.html",
            {"activity": activity, "entries": with_activity(found, one.id)},
        )
    yield Page("data/", "data.html", {"columns": COLUMNS})
    yield from _redirects(clubs, found)


def _of_choices(found: tuple[Entry, ...], today: dt.date) -> Iterator[Page]:
    for number, (id_, name) in enumerate(_WEEKDAYS.items()):
        values = {"name": name, "week": _WEEKDAYS, "entries": on_weekday(found, number, today)}
        yield Page(f"dag/{id_}/", "dag.html", values)
    yield Page("gratis/", "gratis.html", {"groups": by_price(found)})


def _of_conditions(
    catalogue: Catalogue, conditions: Iterable[tuple[Counted, tuple[Group, ...]]]
) -> Iterator[Page]:
    each = tuple(conditions)
    areas = sorted(catalogue.vocabulary.areas.values(), key=lambda a: sort_key(a.name))
    lay, counted = tuple(words(catalogue.vocabulary)), {one.id: one for one, _ in each}
    yield Page("sygdom/", "sygdomme.html", {"words": lay, "counted": counted})
    for one, groups in each:
        illness: Condition = catalogue.vocabulary.conditions[one.id]
        local = [(area, in_area(groups, area)) for area in areas]
        counted_areas = [Counted(a.id, a.name, _near_by(groups_)) for a, groups_ in local]
        values = {
            "condition": illness,
            "groups": groups,
            "number": one.number,
            "areas": counted_areas,
        }
        yield Page(f"sygdom/{one.id}/", "sygdom.html", values)
        for area, groups_ in local:
            values = {"condition": illness, "area": area, "groups": groups_}
            yield Page(f"sygdom/{one.id}/{area.id}/", "sygdom-omraade.html", values)


def _near_by(groups: Iterable[Group]) -> int:
    """How many offers in the area are made for the illness, or suit it."""
    return count(group for group in groups if group.key in {"made", "suits"})


def _of_areas(
    catalogue: Catalogue, areas: Iterable[tuple[Counted, Area, tuple[Group, ...]]]
) -> Iterator[Page]:
    each = tuple(areas)
    yield Page("omraade/", "omraader.html", {"areas": [one for one, _, _ in each]})
    for one, area, groups in each:
        near = [catalogue.vocabulary.areas[id_] for id_ in area.neighbours]
        values = {"area": area, "near": near, "groups": groups, "number": one.number}
        yield Page(f"omraade/{area.id}/", "omraade.html", values)


def _most(counted: Iterable[Counted]) -> list[Counted]:
    """The ones with most offers, in the order they came: the front page stays short enough to see."""
    found = [one for one in counted if one.number]
    best = sorted(found, key=lambda one: -one.number)[:_ON_FRONT]
    return [one for one in found if one in best]


def _conditions(
    catalogue: Catalogue, found: Iterable[Entry]
) -> list[tuple[Counted, tuple[Group, ...]]]:
    each = sorted(catalogue.vocabulary.conditions.values(), key=lambda c: sort_key(c.name))
    grouped = [(c, by_fit(found, c.id)) for c in each]
    return [
        (Counted(c.id, c.name, count(g for g in groups if g.key in {"made", "suits"})), groups)
        for c, groups in grouped
    ]


def _areas(
    catalogue: Catalogue, found: Iterable[Entry]
) -> list[tuple[Counted, Area, tuple[Group, ...]]]:
    each = sorted(catalogue.vocabulary.areas.values(), key=lambda a: sort_key(a.name))
    grouped = [(a, by_area(found, a)) for a in each]
    return [
        (Counted(a.id, a.name, count(g for g in groups if g.key == "here")), a, groups)
        for a, groups in grouped
    ]


def _activities(catalogue: Catalogue, found: Iterable[Entry]) -> list[Counted]:
    each = sorted(catalogue.vocabulary.activities.values(), key=lambda a: sort_key(a.name))
    return [Counted(a.id, a.name, len(with_activity(found, a.id))) for a in each]


def _by_group(
    catalogue: Catalogue, activities: Iterable[Counted]
) -> list[tuple[str, list[Counted]]]:
    """Activities below the names of their groups, in the vocabulary's order; those in no group come last."""
    found, known = tuple(activities), catalogue.vocabulary.activities
    groups = [
        (g.name, [a for a in found if known[a.id].group == id_])
        for id_, g in catalogue.vocabulary.activity_groups.items()
    ]
    loose = [a for a in found if known[a.id].group not in catalogue.vocabulary.activity_groups]
    return [(name, each) for name, each in (*groups, ("", loose)) if each]


def _offers(found: tuple[Entry, ...], today: dt.date) -> Iterator[Page]:
    by_id = {entry.id: entry for entry in found}
    leading = [(id_, entry) for entry in found for id_ in entry.offer.next]
    living = [entry for entry in found if running(states_on(entry.offer.states, today))]
    for entry in found:
        after = listed(by_id[id_] for id_ in entry.offer.next)
        before = listed(other for id_, other in leading if id_ == entry.id)
        others = () if entry.listed else instead(entry, living)
        values = {"entry": entry, "after": after, "before": before, "instead": others}
        yield Page(entry.address, "hold.html", values)
    courses = [entry for entry in found if entry.address.startswith("forloeb/")]
    yield Page("forloeb/", "forloeb.html", {"entries": listed(courses)})


def _clubs(clubs: Iterable[Club], found: Iterable[Entry]) -> Iterator[Page]:
    given = tuple(clubs)
    yield Page("forening/", "foreninger.html", {"clubs": given})
    for club in given:
        own = [entry for entry in found if entry.club.id == club.id]
        yield Page(f"forening/{club.id}/", "forening.html", {"club": club, "entries": own})


def _redirects(clubs: Iterable[Club], found: tuple[Entry, ...]) -> Iterator[Page]:
    """A page at every former address, that leads to where it is now."""
    moved: dict[str, tuple[str, str]] = {}
    for club in clubs:
        for old in club.former_ids:
            moved[f"forening/{old}/"] = (f"forening/{club.id}/", club.name)
    # What an offer says of itself comes before what follows from its club's former ids.
    for former in (_own_former, _clubs_former):
        for entry in found:
            for path in former(entry):
                moved.setdefault(path, (entry.address, entry.offer.name))
    for path, (to, name) in sorted(moved.items()):
        yield Page(path, REDIRECT, {"to": to, "name": name})


def _own_former(entry: Entry) -> Iterator[str]:
    """The addresses of an offer's former ids; a course has none below its provider."""
    folder = "forloeb" if entry.address.startswith("forloeb/") else f"hold/{entry.club.id}"
    for old in entry.offer.former_ids:
        yield f"hold/{old}/" if "/" in old else f"{folder}/{old}/"


def _clubs_former(entry: Entry) -> Iterator[str]:
    """The addresses of an offer below its club's former ids, those of its own former ids too."""
    keys = [entry.id.partition("/")[2], *(old for old in entry.offer.former_ids if "/" not in old)]
    if not entry.address.startswith("forloeb/"):
        yield from (f"hold/{old}/{key}/" for old in entry.club.former_ids for key in keys)
