"""How fresh facts are: the ladder by the day, with seasons, and in the municipality's own days."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import small
from holdkatalog.catalogue.content import read_content
from holdkatalog.errors import CatalogueError
from holdkatalog.facets.freshness import UNCONFIRMED, Ladder, Step, ladder
from holdkatalog.model import Attestation, Dates, IsoWeeks, Offer, Session, Span, Yearly
from holdkatalog.paths import SCHEMA
from holdkatalog.schedule import calendar_of
from holdkatalog.vocabulary import Freshness, Municipality, municipality
from holdkatalog.yamlfile import read

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests" / "examples" / "freshness.yaml"
CASES = cast("dict[str, dict[str, Any]]", read(TABLE.name, TABLE.read_bytes()).values)
DAY = dt.timedelta(days=1)
CONFIRMED = dt.date(2026, 9, 1)
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2030, 12, 31))
CALENDAR = calendar_of(small.vocabulary().holidays)


@pytest.mark.parametrize("name", CASES)
def test_facts_turn_old_on_the_days_of_the_table(name: str) -> None:
    case = CASES[name]
    raw = {key: case[key] for key in ("periode",) if key in case}
    offer = small.read(tid="tirsdag 10.00", bekræftet=case["confirmed"], **raw)
    soon, old, out = (dt.date.fromisoformat(case[key]) for key in ("soon", "old", "out"))
    assert ladder(offer, Freshness()) == Ladder(soon, old, out)


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 20


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (0, Step.FRESH),
        (179, Step.FRESH),
        (180, Step.SOON),
        (364, Step.SOON),
        (365, Step.OLD),
        (424, Step.OLD),
        (425, Step.OUT),
        (4000, Step.OUT),
    ],
)
def test_each_step_begins_on_its_day(days: int, step: Step) -> None:
    offer = small.read(bekræftet="1. september 2026")
    assert ladder(offer, Freshness()).on(CONFIRMED + days * DAY) is step


def test_what_nobody_has_confirmed_is_old_from_the_first_and_never_leaves_the_lists() -> None:
    steps = ladder(small.read(), Freshness())
    assert steps == UNCONFIRMED
    assert {steps.on(day) for day in (dt.date(2020, 1, 1), CONFIRMED, dt.date(2060, 1, 1))} == {
        Step.OLD
    }


def test_a_municipality_may_have_days_of_its_own() -> None:
    offer = small.read(bekræftet="1. september 2026")
    steps = ladder(offer, Freshness(30, 60, 90))
    firsts = [steps.soon, steps.old, steps.out]
    assert firsts == [CONFIRMED + days * DAY for days in (30, 60, 90)]


def municipal(friskhed: object) -> Municipality:
    fields = {"rolle": "brobyggeren", "telefon": "12 34 56 78"}
    return municipality(
        {"id": "x", "navn": "X", "kode": "0306", "brobygger": fields, "friskhed": friskhed}
    )


def test_days_that_a_municipality_does_not_give_are_the_usual_ones() -> None:
    assert municipal(None).freshness == Freshness(180, 365, 425)
    assert municipal({"gammel": "300"}).freshness == Freshness(180, 300, 425)
    own = {"snart": "90", "gammel": "180", "ud": "200"}
    assert municipal(own).freshness == Freshness(90, 180, 200)


def own(place: Path, *lines: str) -> Path:
    """The municipality's files, with lines of its own about freshness."""
    content = place / "content"
    shutil.copytree(ROOT / "content", content)
    file = content / "kommune.yaml"
    file.write_text("\n".join([file.read_text("utf-8"), "friskhed:", *lines, ""]), "utf-8")
    return content


def test_the_days_stand_in_the_municipalitys_own_file(tmp_path: Path) -> None:
    content = own(tmp_path, "  gammel: 200", '  ud: "300"')
    found = read_content(content, SCHEMA / "vocabulary")
    assert found.municipality.freshness == Freshness(180, 200, 300)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["  snart: 365"], [("snart", "steps-out-of-order")]),
        (["  ud: 365"], [("ud", "steps-out-of-order")]),
        (
            ["  snart: 9", "  gammel: 8", "  ud: 7"],
            [("gammel", "steps-out-of-order"), ("ud", "steps-out-of-order")],
        ),
        (["  gammel: et år"], [("gammel", "wrong-form")]),
        (["  gammel:", "    - 1"], [("gammel", "no-list-here")]),
        (["  - 180"], [("friskhed", "no-list-here")]),
    ],
    ids=str,
)
def test_days_that_do_not_grow_are_told_at_their_lines(
    tmp_path: Path, lines: list[str], told: list[tuple[str, str]]
) -> None:
    with pytest.raises(CatalogueError) as error:
        read_content(own(tmp_path, *lines), SCHEMA / "vocabulary")
    assert [(one.path[-1], one.code) for one in error.value.problems] == told
    assert {one.file for one in error.value.problems} == {"content/kommune.yaml"}


SPANS: st.SearchStrategy[Span] = st.one_of(
    st.builds(Dates, DAYS, DAYS),
    st.builds(
        lambda a, b: Yearly((a.month, a.day), (b.month, b.day), whole_months=False), DAYS, DAYS
    ),
    st.builds(IsoWeeks, st.integers(1, 53), st.integers(1, 53)),
)


def walked(span: Span, day: dt.date) -> dt.date:
    """The day after the season that the day lies in or shortly before, found day by day; else the day."""
    near = (day + n * DAY for n in range(61))
    here = next((one for one in near if CALENDAR.covers(span, one)), None)
    while here and here < day + 366 * DAY and CALENDAR.covers(span, here):
        here += DAY
    return here or day


@given(SPANS, DAYS)
def test_a_season_is_the_one_that_is_found_day_by_day(span: Span, day: dt.date) -> None:
    # What goes on all the year in two pieces is no season.
    assume(sum(not CALENDAR.covers(span, day + n * DAY) for n in range(366)) > 14)
    offer = Offer(
        id="f/a",
        name="A",
        activities=(),
        confirmed=Attestation(day),
        sessions=(Session(periods=(span,)),),
    )
    steps = ladder(offer, Freshness())
    usual, old = day + 180 * DAY, day + 365 * DAY
    found = min(max(usual, walked(span, day)), old)
    # Two seasons within a year meet where the one that ends last begins within sixty days, too.
    later = min(max(usual, *(walked(span, day + n * DAY) for n in range(61))), old)
    assert steps.soon in {found, later}
    assert (steps.old, steps.out) == (old, day + 425 * DAY)


@pytest.mark.parametrize("end", ["31. december 9999", "1. januar 2027"])
def test_a_season_may_begin_and_end_where_the_calendar_does(end: str) -> None:
    offer = small.read(
        tid="tirsdag 10.00", bekræftet="1. september 2026", periode=f"fra 1. januar 0001 til {end}"
    )
    assert ladder(offer, Freshness()).out == dt.date(2026, 9, 1) + 425 * DAY
