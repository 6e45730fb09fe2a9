"""When a team meets: a table of cases, each with its dates worked out by hand, in a volunteer's words."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
import yaml

import small
from holdkatalog.catalogue import Catalogue, load
from holdkatalog.danish import DAYS, MONTHS
from holdkatalog.model import Clock
from holdkatalog.reading.numbers import date
from holdkatalog.schedule import Meeting, ahead, calendar_of, meetings

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "examples" / "time"
MUNICIPALITY, CHANGES = FOLDER / "kommunen.yaml", FOLDER / "urets-skift.yaml"
FILES = sorted(set(FOLDER.glob("*.yaml")) - {MUNICIPALITY, CHANGES})
DAY, COPENHAGEN = dt.timedelta(days=1), ZoneInfo("Europe/Copenhagen")
TODAY = "25. november 2026"
KEYS = {"navn", "viser", "forening", "hold", "skoleferier", "i_dag", "til", "datoer"}
# The table of constructs that the design of the data has, in its order, and what came with time.
CONSTRUCTS = {
    *("ugedag", "lige og ulige uger", "hver anden", "ugedag i måneden", "dato", "flere tider"),
    *("periode hvert år", "periode med datoer", "fri", "gange", "ord", "et andet sted"),
    *("ikke begyndt", "intet", "ring og hør", "status", "opsamling"),
}

Case = Mapping[str, Any]


def values(file: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts alone


@cache
def cases() -> dict[str, Case]:
    """Every case by its name, in the order of the files."""
    found = [case for file in FILES for case in cast("list[Case]", values(file))]
    return {case["navn"]: case for case in found}


def written(path: Path, given: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(given, allow_unicode=True, sort_keys=False), "utf-8")


def club(case: Case) -> dict[str, object]:
    """The file that the case is a part of: no more than what every club must write."""
    hold = {"navn": case["navn"], "aktivitet": "gaature", **case["hold"]}
    return {"forening": "Foreningen", **case.get("forening", {}), "hold": {"holdet": hold}}


def loaded(folder: Path, given: Mapping[str, Case], holidays: object) -> Catalogue:
    """A real municipality with these cases as its clubs, read as strictly as any other."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("forloeb"))
    written(content / "skoleferier.yaml", holidays)
    written(content / "steder.yaml", {"steder": values(MUNICIPALITY)["steder"]})
    for id_, case in given.items():
        written(folder / "clubs" / f"{id_}.yaml", club(case))
    return load(clubs=folder / "clubs", content=content, strict=True).catalogue


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Catalogue]:
    """The catalogue that each case stands in, by the case's name; its club is called as its offer."""
    usual = values(MUNICIPALITY)["skoleferier"]
    numbered = {f"nummer-{at}": case for at, case in enumerate(cases().values())}
    alike = {id_: case for id_, case in numbered.items() if "skoleferier" not in case}
    shared = loaded(tmp_path_factory.mktemp("fælles"), alike, usual)
    return {
        case["navn"]: shared
        if id_ in alike
        else loaded(tmp_path_factory.mktemp(id_), {id_: case}, case["skoleferier"])
        for id_, case in numbered.items()
    }


def day(text: str) -> dt.date:
    return date(text)


def hours(clock: Clock | None) -> str:
    if clock is None:
        return ""
    if clock.start is None:
        return f" om {clock.part}en"
    ends = f"-{clock.end.hour}.{clock.end.minute:02}" if clock.end else ""
    return f" kl. {clock.start.hour}.{clock.start.minute:02}{ends}"


def said(one: Meeting) -> str:
    """A meeting as the cases write it."""
    pickup = one.line.pickup
    where = " eller ".join(place.name for place in one.places)
    return (
        f"{DAYS[one.day.weekday()]} {one.day.day}. {MONTHS[one.day.month - 1]} {one.day.year}"
        f"{hours(one.clock)}"
        f"{', ' * bool(where)}{where}"
        f"{'; opsamling ' * bool(pickup)}{pickup}"
        f"{': ' * bool(one.line.note)}{one.line.note}"
        f"{'' if one.sure else ' (ring og hør)'}"
    )


@pytest.mark.parametrize("name", cases())
def test_the_dates_are_those_that_a_person_worked_out(
    name: str, catalogues: Mapping[str, Catalogue]
) -> None:
    case = cases()[name]
    found = seen(case, catalogues[name], day(case.get("i_dag", TODAY)))
    assert [said(one) for one in found] == ([] if case["datoer"] == "ingen" else case["datoer"])


@pytest.mark.parametrize("name", cases())
def test_a_later_day_only_forgets(name: str, catalogues: Mapping[str, Catalogue]) -> None:
    case, catalogue = cases()[name], catalogues[name]
    found = seen(case, catalogue, day(case.get("i_dag", TODAY)))
    last = found[-1].day if found else None
    for one in {one.day for one in found}:
        for today in (one, one + DAY):
            later = [m for m in seen(case, catalogue, today) if last is None or m.day <= last]
            assert later == [m for m in found if m.day >= today]


def seen(case: Case, catalogue: Catalogue, today: dt.date) -> tuple[Meeting, ...]:
    """The meetings that the case looks at, and the same ones for a window as for a page."""
    offer = next(o for c in catalogue.clubs for o in c.offers if o.name == case["navn"])
    calendar = calendar_of(catalogue.vocabulary.holidays)
    found = ahead(offer, today, calendar)
    if "til" not in case:
        return found
    last = day(case["til"])
    found = tuple(m for m in found if m.day <= last)
    assert found == tuple(meetings(offer, today, last, calendar))
    return found


@pytest.mark.parametrize("given", values(CHANGES)["dage"], ids=lambda given: given["dag"])
def test_a_change_of_the_clock_moves_nobody(given: Case) -> None:
    """What `urets-skift.yaml` says in words: the same clock on the wall, once a day, seen from any day."""
    change, calendar = day(given["dag"].partition(" ")[2]), calendar_of(small.vocabulary().holidays)
    days = [change + at * DAY for at in range(-3, 4)]
    assert length(change) == dt.timedelta(hours=int(given["timer"]))
    for clock in values(CHANGES)["klokkeslæt"]:
        offer = small.read(tid=f"hver dag {clock}", fri="ingen")
        for today in days:
            found = [m for m in ahead(offer, today, calendar) if m.day <= days[-1]]
            assert [m.day for m in found] == [one for one in days if one >= today]
            assert {hours(m.clock) for m in found} == {f" kl. {clock}"}


def test_a_page_carries_sixty_meetings_at_most() -> None:
    """Six days of November from the 25th, 31 of December and 23 of January are sixty."""
    offer, calendar = (
        small.read(tid="hver dag 10", fri="ingen"),
        calendar_of(small.vocabulary().holidays),
    )
    found = ahead(offer, day(TODAY), calendar)
    assert (len(found), said(found[-1])) == (60, "lørdag 23. januar 2027 kl. 10.00")


def length(one: dt.date) -> dt.timedelta:
    """How long a day is in Copenhagen, from midnight to midnight."""
    ends = (dt.datetime.combine(d, dt.time.min, COPENHAGEN) for d in (one, one + DAY))
    first, last = (end.astimezone(dt.UTC) for end in ends)
    return last - first


def test_a_case_has_a_name_of_its_own_and_only_keys_that_are_looked_at() -> None:
    every = [case for file in FILES for case in values(file)]
    assert len({case["navn"] for case in every}) == len(every)
    assert {key for case in every for key in case} <= KEYS


def test_there_are_enough_cases_and_every_construct_has_some() -> None:
    assert len(cases()) >= 80
    assert {case["viser"] for case in cases().values()} == CONSTRUCTS
