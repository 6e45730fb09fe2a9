"""What one finds by choosing: one table of cases holds the function, the pages and the script."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

import small
from holdkatalog.catalogue import Catalogue, load
from holdkatalog.catalogue.settled import settled
from holdkatalog.facets.combining import Result, combined, counts, dropped, nearest
from holdkatalog.facets.entries import entries
from holdkatalog.facets.filtering import Filters, distances, filtering
from holdkatalog.facets.groups import Group
from holdkatalog.pages import Page, pages
from holdkatalog.reading import club
from holdkatalog.yamlfile import read

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 12, 5)
FILES = sorted((ROOT / "tests" / "examples" / "filter").glob("*.yaml"))
HEADS = ("made", "suits", "relatives", "open", "here", "wide", "all")
SEED, MANY = 20261205, 3000


@dataclass(frozen=True)
class Chosen:
    """What is chosen: ids by facet, and the ids that a search found, best first."""

    choice: Mapping[str, Sequence[str]]
    hits: Sequence[str] | None


@cache
def table(file: Path) -> dict[str, Any]:
    found = read(file.name, file.read_bytes())
    assert not found.problems
    return cast("dict[str, Any]", found.values)


@cache
def catalogue(file: Path) -> Catalogue:
    clubs = tuple(club(id_, values, {}) for id_, values in table(file)["clubs"].items())
    return replace(small.empty(), clubs=settled(clubs, small.empty().vocabulary))


@cache
def filters(file: Path) -> Filters:
    given = catalogue(file)
    return filtering(entries(given, TODAY), given.vocabulary, TODAY)


def chosen(fragment: str, file: Path) -> Chosen:
    """A case's choice; the words searched for are the keys of the offers that they find."""
    pairs = [part.partition("=") for part in fragment.split("&") if fragment != "nothing"]
    parts = {key: words.split(",") for key, _, words in pairs}
    words = parts.pop("q", None)
    ids = {entry.id.partition("/")[2]: entry.id for entry in filters(file).entries}
    return Chosen(parts, None if words is None else [ids[word] for word in words])


def told(filters: Filters, given: Chosen) -> dict[str, Any]:
    """Everything that is known of a choice, as plain values that can be compared and written down."""
    result = combined(filters, given.choice, given.hits)
    way = nearest(filters, given.choice, given.hits)
    return {
        "groups": [[group.key, [e.id for e in group.entries]] for group in result.groups],
        "ask": [entry.id for entry in result.ask],
        "counts": {" ".join(k): v for k, v in counts(filters, given.choice, given.hits).items()},
        "dropped": [
            [one.key, list(one.ids), one.yes] for one in dropped(filters, given.choice, given.hits)
        ],
        "nearest": asdict(way) if way else None,
    }


CASES = [(file, fragment) for file in FILES for fragment in table(file)["choices"]]


@pytest.mark.parametrize(("file", "fragment"), CASES, ids=lambda v: getattr(v, "stem", v))
def test_a_choice_gives_what_its_case_says(file: Path, fragment: str) -> None:
    expected = table(file)["choices"][fragment]
    found = told(filters(file), chosen(fragment, file))
    assert dict(found["groups"]) == {k: v for k, v in expected.items() if k in HEADS}
    assert [key for key, _ in found["groups"]] == [key for key in HEADS if key in expected]
    assert found["ask"] == expected.get("ask", [])
    for option, number in expected.get("counts", {}).items():
        assert f"{found['counts'][option][0]} + {found['counts'][option][1]}" == number, option
    if "dropped" in expected:
        gives = {" ".join([key, *ids]): str(number) for key, ids, number in found["dropped"]}
        assert list(gives.items()) == list(expected["dropped"].items())
    if "nearest" in expected:
        way = {k: str(v) for k, v in found["nearest"].items()}
        assert way == {
            **way,
            **{("yes" if k == "number" else k): v for k, v in expected["nearest"].items()},
        }


PATHS = {
    ("sygdom",): "sygdom/{sygdom}/",
    ("omraade",): "omraade/{omraade}/",
    ("sygdom", "omraade"): "sygdom/{sygdom}/{omraade}/",
    ("aktivitet",): "aktivitet/{aktivitet}/",
    ("pris",): "gratis/",
    ("dag",): "dag/{dag}/",
}
"""The choices that have a page of their own."""


def page_of(given: Chosen) -> str:
    """The address of the page that shows the same without scripts, or nothing."""
    one = {key: ids[0] for key, ids in given.choice.items() if len(ids) == 1}
    whole = given.hits is None and len(one) == len(given.choice)
    return PATHS.get(tuple(one), "").format(**one) if whole else ""


def on_page(page: Page) -> dict[str, list[str]]:
    """The groups of a page by the filter's names; what is only near is no answer to a choice."""
    given = page.values.get("groups")
    groups = given if given is not None else [Group("all", cast("Any", page.values["entries"]))]
    named = {"free": "all", "on": "all"}
    return {
        named.get(group.key, group.key): [entry.id for entry in group.entries]
        for group in cast("Sequence[Group]", groups)
        if group.key != "near" and group.entries
    }


def as_page(result: Result) -> dict[str, list[str]]:
    found = {group.key: [e.id for e in group.entries] for group in result.groups}
    return {**found, **({"ask": [e.id for e in result.ask]} if result.ask else {})}


def test_a_page_without_scripts_shows_the_same_offers_in_the_same_groups() -> None:
    compared = set[tuple[str, ...]]()
    for file in FILES:
        made = {page.path: page for page in pages(catalogue(file), TODAY)}
        for fragment in table(file)["choices"]:
            given = chosen(fragment, file)
            if path := page_of(given):
                result = combined(filters(file), given.choice)
                assert on_page(made[path]) == as_page(result), (file.stem, path)
                compared.add(tuple(given.choice))
    assert compared == set(PATHS) - {("aktivitet",)}


@cache
def demo() -> Catalogue:
    return load(clubs=ROOT / "clubs", content=ROOT / "content", strict=False).catalogue


@cache
def demo_filters() -> Filters:
    return filtering(entries(demo(), TODAY), demo().vocabulary, TODAY)


def test_every_page_of_the_demo_shows_what_the_filter_finds() -> None:
    given, made = demo_filters(), {page.path: page for page in pages(demo(), TODAY)}
    ids = {facet.key: [one.id for one in facet.options] for facet in given.facets}
    single = [{key: [id_]} for key in ids for id_ in ids[key]]
    both = [
        {"sygdom": [one], "omraade": [area]} for one in ids["sygdom"] for area in ids["omraade"]
    ]
    wrong = []
    for choice in (*single, *both):
        path = page_of(Chosen(choice, None))
        if path and on_page(made[path]) != as_page(combined(given, choice)):
            wrong.append(path)
    assert len(both) > 100
    assert wrong == []


def sweep(given: Filters) -> Iterator[Chosen]:
    """Nothing, everything there is to choose one by one, and many by chance, searched for too."""
    yield Chosen({}, None)
    all_ = [(facet.key, one.id) for facet in given.facets for one in facet.options]
    for key, id_ in all_:
        yield Chosen({key: [id_]}, None)
    chance = random.Random(SEED)  # noqa: S311 - the same ones every time
    offers = [entry.id for entry in given.entries]
    for number in range(MANY):
        choice: dict[str, list[str]] = {}
        for key, id_ in sorted(chance.sample(all_, chance.choice((2, 2, 3)))):
            choice.setdefault(key, []).append(id_)
        yield Chosen(choice, None if number % 4 else chance.sample(offers, len(offers) // 2))


def written(given: Filters, choices: Iterator[Chosen], *, whole: bool) -> dict[str, Any]:
    """What the script is given, and what it must find; the numbers of every option only when asked for."""
    kept = ("groups", "ask", "counts", "dropped", "nearest")
    cases = []
    for one in choices:
        if whole:
            found = told(given, one)
        else:
            result = combined(given, one.choice, one.hits)
            groups = [[group.key, [e.id for e in group.entries]] for group in result.groups]
            found = {"groups": groups, "ask": [entry.id for entry in result.ask]}
        cases.append({**asdict(one), **{key: found[key] for key in kept if key in found}})
    return {"data": given.data, "ids": [entry.id for entry in given.entries], "cases": cases}


def test_the_script_finds_the_same_in_every_case_and_all_over_the_demo(
    node: str, tmp_path: Path
) -> None:
    tables = [
        written(filters(file), (chosen(f, file) for f in table(file)["choices"]), whole=True)
        for file in FILES
    ]
    all_ = list(sweep(demo_filters()))
    assert len(all_) > MANY + 50
    tables.append(written(demo_filters(), iter(all_), whole=False))
    tables.append(written(demo_filters(), iter(all_[::40]), whole=True))
    file = tmp_path / "cases.json"
    file.write_text(json.dumps(tables), "utf-8")
    done = subprocess.run(
        [node, "--test", str(ROOT / "tests" / "js" / "cases" / "filter.test.mjs")],
        env={**os.environ, "CASES": str(file)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{sum(len(one['cases']) for one in tables)} cases" in done.stdout


def test_areas_lie_as_far_apart_as_on_the_map() -> None:
    areas = small.empty().vocabulary.areas
    rows = distances([areas["vig"], areas["roervig"], areas["hoerve"]])
    assert rows == ((0, 15, 14), (15, 0, 29), (14, 29, 0))
