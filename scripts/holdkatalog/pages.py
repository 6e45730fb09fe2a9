"""Every page of the site: its address, its template and what stands on it.

A page is a function of the catalogue and the day alone, so that pages can be made in any order.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from holdkatalog.catalogue import Catalogue
from holdkatalog.danish import DAYS, slug, sort_key
from holdkatalog.facets.chart import chart
from holdkatalog.facets.choices import by_price, by_weekday, in_area, on_weekday
from holdkatalog.facets.counted import (
    Counted,
    Kind,
    activities_of,
    areas_of,
    conditions_of,
    grouped,
    kinds_of,
    letters,
    meant,
    most,
    nearest_of,
)
from holdkatalog.facets.entries import Entry, entries
from holdkatalog.facets.filtering import distances, filtering
from holdkatalog.facets.front import easy_to_begin
from holdkatalog.facets.groups import Group, instead, listed, living, with_activity
from holdkatalog.forms import NEW, forms_of
from holdkatalog.model import Club
from holdkatalog.opendata import COLUMNS
from holdkatalog.report import page_of
from holdkatalog.vocabulary import Area, Condition

NOT_FOUND = "404.html"
REDIRECT = "flyttet.html"
CONFIRM = "bekraeft.html"
FORM = "formular.html"
PAPER = "papir.html"


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


def pages(catalogue: Catalogue, today: dt.date) -> Iterator[Page]:
    """All pages, the front page first."""
    found = entries(catalogue, today)
    clubs = tuple(
        sorted((*catalogue.clubs, *catalogue.courses), key=lambda c: (sort_key(c.name), c.id))
    )
    conditions, areas = conditions_of(catalogue, found), areas_of(catalogue, found)
    groups = grouped(catalogue, activities_of(catalogue, found))
    kinds = kinds_of(found, groups)
    everything = listed(found)
    counted = {
        "conditions": most(c for c, _ in conditions),
        "areas": most(a for a, _, _ in areas),
        "activities": most(kind for kind, _, _ in kinds),
    }
    easy = easy_to_begin(found, catalogue.vocabulary, today)
    yield Page("", "forside.html", {**counted, "number": len(everything), "easy": easy})
    yield Page(NOT_FOUND, "404.html")
    filters = filtering(everything, catalogue.vocabulary, today)
    week = _week(found, today)
    free = sum(len(group.entries) for group in by_price(found) if group.key == "free")
    yield Page("hold/", "liste.html", {"filters": filters, "week": week, "free": free})
    yield from _of_choices(found, week, today)
    yield from _offers(found, today)
    yield from (Page(page_of(entry), CONFIRM, {"entry": entry}) for entry in found)
    yield from _clubs(clubs, found)
    drawn = chart(catalogue.vocabulary, {one.id: one.number for one, _, _ in areas})
    map_ = {"chart": drawn, "areas": [one for one, _, _ in areas]}
    yield from _of_conditions(catalogue, conditions, [one for one, _, _ in areas], map_)
    yield from _of_areas(areas, map_)
    yield from _of_activities(catalogue, found, groups)
    yield Page("data/", "data.html", {"columns": COLUMNS})
    yield Page("was/", "was.html")
    yield from _forms(catalogue)
    yield from _redirects(clubs, found)


def _week(found: tuple[Entry, ...], today: dt.date) -> tuple[Counted, ...]:
    return tuple(
        Counted(slug(day), day, len(on_weekday(found, number, today)))
        for number, day in enumerate(DAYS)
    )


def _of_choices(
    found: tuple[Entry, ...], week: tuple[Counted, ...], today: dt.date
) -> Iterator[Page]:
    for number, day in enumerate(week):
        values = {"name": day.name, "week": week, "groups": by_weekday(found, number, today)}
        yield Page(f"dag/{day.id}/", "dag.html", values)
    yield Page("gratis/", "gratis.html", {"groups": by_price(found)})


def _of_conditions(
    catalogue: Catalogue,
    conditions: Iterable[tuple[Counted, tuple[Group, ...]]],
    towns: Sequence[Counted],
    map_: Mapping[str, object],
) -> Iterator[Page]:
    each = tuple(conditions)
    areas = [catalogue.vocabulary.areas[town.id] for town in towns]
    km = distances(areas)
    counted = {one.id: one for one, _ in each}
    values = {"letters": letters(catalogue.vocabulary), "counted": counted, **map_}
    yield Page("sygdom/", "sygdomme.html", values)
    for one, groups in each:
        illness: Condition = catalogue.vocabulary.conditions[one.id]
        local = [(area, in_area(groups, area)) for area in areas]
        counted_areas = [Counted(a.id, a.name, meant(groups_)) for a, groups_ in local]
        values = {
            "condition": illness,
            "groups": groups,
            "number": one.number,
            "areas": counted_areas,
        }
        yield Page(f"sygdom/{one.id}/", "sygdom.html", values)
        by_id = {one.id: one for one in counted_areas}
        for town, far, (area, groups_) in zip(towns, km, local, strict=True):
            values = {
                "condition": illness,
                "area": area,
                "groups": groups_,
                "near": [by_id[id_] for id_ in area.neighbours],
                "without": {"area": one.number, "condition": town.number},
                "nearest": nearest_of(counted_areas, far),
            }
            yield Page(f"sygdom/{one.id}/{area.id}/", "sygdom-omraade.html", values)


def _of_areas(
    areas: Iterable[tuple[Counted, Area, tuple[Group, ...]]],
    map_: Mapping[str, object],
) -> Iterator[Page]:
    each = tuple(areas)
    yield Page("omraade/", "omraader.html", map_)
    counted = {one.id: one for one, _, _ in each}
    for one, area, groups in each:
        near = [counted[id_] for id_ in area.neighbours]
        values = {"area": area, "near": near, "groups": groups, "number": one.number}
        yield Page(f"omraade/{area.id}/", "omraade.html", values)


def _of_activities(
    catalogue: Catalogue, found: tuple[Entry, ...], groups: Iterable[Kind]
) -> Iterator[Page]:
    each = tuple(groups)
    kinds = kinds_of(found, each)
    own = [kind.id for kind, _, _ in kinds]
    yield Page("aktivitet/", "aktiviteter.html", {"groups": each, "kinds": own})
    for kind, inside, offers in kinds:
        shown = {"activity": kind, "inside": inside, "entries": offers}
        yield Page(f"aktivitet/{kind.id}/", "aktivitet.html", shown)
    for id_, activity in catalogue.vocabulary.activities.items():
        offers = with_activity(found, id_)
        one = {"activity": activity, "inside": (), "entries": offers}
        yield Page(f"aktivitet/{id_}/", "aktivitet.html", one)


def _offers(found: tuple[Entry, ...], today: dt.date) -> Iterator[Page]:
    by_id = {entry.id: entry for entry in found}
    leading = [(id_, entry) for entry in found for id_ in entry.offer.next]
    alive = living(found, today)
    steps = dict[str, Mapping[str, tuple[Entry, ...]]]()
    for entry in found:
        after = listed(by_id[id_] for id_ in entry.offer.next)
        before = listed(other for id_, other in leading if id_ == entry.id)
        others = () if entry.listed else instead(entry, alive)
        values = {"entry": entry, "after": after, "before": before, "instead": others}
        yield Page(entry.address, "hold.html", values)
        steps[entry.id] = {"after": after, "before": before}
    courses = [entry for entry in found if entry.address.startswith("forloeb/")]
    yield Page("forloeb/", "forloeb.html", {"entries": listed(courses), "steps": steps})


def _clubs(clubs: Iterable[Club], found: Iterable[Entry]) -> Iterator[Page]:
    given = tuple(clubs)
    numbers = Counter(entry.club.id for entry in listed(found))
    counted = [Counted(club.id, club.name, numbers[club.id]) for club in given]
    yield Page("forening/", "foreninger.html", {"clubs": counted})
    for club in given:
        own = [entry for entry in found if entry.club.id == club.id]
        yield Page(f"forening/{club.id}/", "forening.html", {"club": club, "entries": own})


def _forms(catalogue: Catalogue) -> Iterator[Page]:
    """The forms and the same on paper; only where a new club begins is there for everybody to find."""
    for form in forms_of(catalogue):
        if form.path == NEW:
            yield Page("papir/", PAPER, {"form": form, "hidden": True})
        values = {"form": form} if form.path == NEW else {"form": form, "hidden": True}
        yield Page(form.path, FORM, values)


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
