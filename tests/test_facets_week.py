"""What meets in the rest of the week, and at which part of the day."""

from __future__ import annotations

import datetime as dt

import pytest

import small
from holdkatalog.facets.filtering import filtering
from holdkatalog.facets.now import parts_of_day, this_week

DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 12, 7)


@pytest.mark.parametrize(
    ("raw", "day", "sign"),
    [
        ({"tid": "søndag 10.00"}, MONDAY, "j"),
        ({"tid": "søndag 10.00"}, MONDAY + 6 * DAY, "j"),
        ({"tid": "mandag 10.00"}, MONDAY, "j"),
        ({"tid": "mandag 10.00"}, MONDAY + DAY, "-"),
        ({"tid": "som regel tirsdag 10.00"}, MONDAY, "?"),
        ({"tid": ["som regel tirsdag 10.00", "onsdag 10.00"]}, MONDAY, "j"),
        ({"tid": ["Efter aftale", "mandag 10.00"]}, MONDAY + DAY, "?"),
        ({"tid": "tirsdag 10.00", "periode": "Når vandet er varmt"}, MONDAY, "?"),
        ({"tid": "hver anden mandag 10.00"}, MONDAY, "?"),
        ({"tid": "mandag 10.00", "periode": "januar til maj"}, MONDAY, "-"),
        ({"tid": "Efter aftale", "periode": "til 7. december 2026"}, MONDAY, "?"),
        ({"tid": "Efter aftale", "periode": "til 7. december 2026"}, MONDAY + DAY, "-"),
        ({"tid": "Efter aftale", "status": "pause til 9. december 2026"}, MONDAY, "-"),
        ({"tid": "mandag 10.00", "status": "pause til 9. december 2026"}, MONDAY, "-"),
        ({"tid": "tirsdag 10.00", "gange": "8"}, MONDAY, "?"),
        ({"tid": "tirsdag 10.00", "gange": "1", "periode": "fra 1. december 2026"}, MONDAY, "-"),
        ({"tid": "første onsdag i måneden 10.00"}, MONDAY, "-"),
        ({"tid": "to gange om måneden"}, MONDAY, "?"),
        ({}, MONDAY, "?"),
    ],
    ids=str,
)
def test_a_week_has_a_meeting_or_none_or_one_has_to_ask(
    raw: dict[str, object], day: dt.date, sign: str
) -> None:
    (found,) = small.found(small.read(**raw), today=day)
    assert this_week(found, day) == sign


@pytest.mark.parametrize(
    ("tid", "parts"),
    [
        ("tirsdag 11.59", "formiddag"),
        ("tirsdag 12.00", "eftermiddag"),
        ("tirsdag 16.59", "eftermiddag"),
        ("tirsdag 17.00", "aften"),
        ("tirsdag morgen", "formiddag"),
        ("tirsdag formiddag", "formiddag"),
        ("tirsdag middag", "eftermiddag"),
        ("tirsdag eftermiddag", "eftermiddag"),
        ("tirsdag aften", "aften"),
        ("tirsdag", "?"),
        ("Efter aftale", "?"),
        (["tirsdag 10.00", "8. december 2026"], "formiddag"),
        (["tirsdag 10.00", "1. december 2026 19.00"], "formiddag"),
        ("1. december 2026 19.00", ""),
    ],
    ids=str,
)
def test_a_time_begins_in_a_part_of_the_day(tid: object, parts: str) -> None:
    (found,) = small.found(small.read(tid=tid))
    assert parts_of_day(found, small.TODAY) == ({parts} if parts else set())


def test_without_any_times_nobody_knows_the_part_of_the_day() -> None:
    (found,) = small.found(small.read())
    assert parts_of_day(found, small.TODAY) == {"?"}


@pytest.mark.parametrize(
    ("raw", "offered"),
    [
        ({"tid": "mandag 10.00", "status": "åben"}, "naar plads"),
        (
            {"tid": "mandag 10.00", "status": ["åben", "fuld til 31. december 2026"]},
            "naar plads",
        ),
        ({"tid": "mandag 10.00", "status": "fuld"}, "naar"),
        ({"tid": "Efter aftale", "status": "pause til 31. december 2026"}, "naar plads"),
        ({"tid": "Efter aftale", "status": "pause"}, ""),
    ],
    ids=str,
)
def test_what_will_be_so_on_a_later_day_can_be_chosen_on_a_page_that_is_read_then(
    raw: dict[str, object], offered: str
) -> None:
    sunday = MONDAY + 6 * DAY
    found = small.found(small.read(**raw), today=sunday)
    made = filtering(found, small.vocabulary(), sunday)
    assert {f.key for f in made.facets if f.options} & {"plads", "naar"} == set(offered.split())
