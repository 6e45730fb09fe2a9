"""A number of meetings and what stands still: which of a rule's days are left."""

from __future__ import annotations

import pytest

from held import days

TUESDAY, DECEMBER = "tirsdag 10.00-11.30", "1. december 2026 til 31. december 2026"


COUNTED: list[tuple[str, dict[str, object], list[str]]] = [
    ("uden start", {"gange": "3"}, []),
    ("med start", {"gange": "3", "periode": "fra 9. december 2026"}, ["12-15", "12-22", "12-29"]),
    ("fri tæller ikke", {"gange": "3", "periode": "fra 1. december 2026", "fri": "uge 52"},
     ["12-01", "12-08", "12-15"]),
    ("fri skubber den sidste", {"gange": "4", "periode": "fra 1. december 2026", "fri": "uge 52"},
     ["12-01", "12-08", "12-15", "12-29"]),
    ("der passer", {"gange": "5", "periode": DECEMBER}, ["12-01", "12-08", "12-15", "12-22", "12-29"]),
    ("der ikke passer", {"gange": "4", "periode": DECEMBER}, []),
    ("cirka", {"gange": "cirka 2", "periode": "fra 1. december 2026"}, ["12-01?", "12-08?"]),
    ("cirka der passer", {"gange": "cirka 5", "periode": DECEMBER},
     ["12-01", "12-08", "12-15", "12-22", "12-29"]),
    ("uger fra en dag", {"gange": "3 uger", "periode": "fra 1. december 2026"},
     ["12-01", "12-08", "12-15"]),
    ("uger i en sæson", {"gange": "2 uger", "periode": DECEMBER},
     ["12-01", "12-08", "12-15", "12-22", "12-29"]),
    ("uger uden start", {"gange": "12 uger"}, []),
    ("to linjer sammen", {"gange": "3", "tid": ["tirsdag", "torsdag"], "periode": "fra 1. december 2026"},
     ["12-01", "12-03", "12-08"]),
    ("en linje alene", {"tid": [{"dag": "tirsdag", "gange": "2", "periode": "fra 1. december 2026"},
     {"dag": "torsdag", "periode": "fra 20. december 2026"}]}, ["12-01", "12-08", "12-24", "12-31"]),
    ("en linje uden start", {"tid": [{"dag": "tirsdag", "gange": "2"}, "31. december 2026"]}, ["12-31"]),
    ("en dato er en af dem", {"gange": "3", "tid": [TUESDAY, "5. december 2026"],
     "periode": "fra 1. december 2026"}, ["12-01", "12-05", "12-08"]),
    ("kun datoer", {"gange": "9", "tid": ["5. december 2026", "6. december 2026"]}, ["12-05", "12-06"]),
    ("flere datoer end tallet", {"gange": "1", "tid": [TUESDAY, "5. december 2026"],
     "periode": "fra 1. december 2026"}, ["12-05"]),
    ("før det begynder", {"gange": "3", "periode": "fra 1. december 2026",
     "status": "ikke startet fra 10. december 2026"}, ["12-15", "12-22", "12-29"]),
    ("en pause tæller ikke", {"gange": "3", "periode": "fra 1. december 2026",
     "status": "pause fra 6. december 2026 til 20. december 2026"}, ["12-01", "12-22", "12-29"]),
    ("flere end der er plads til", {"gange": "9", "periode": "fra 20. december 2026"}, ["12-22", "12-29"]),
    ("blandede perioder", {"gange": "5", "periode": [DECEMBER, "marts"]}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "found"), [case[1:] for case in COUNTED], ids=[case[0] for case in COUNTED]
)
def test_so_many_times_are_counted_from_the_first_day_where_there_is_one(
    raw: dict[str, object], found: list[str]
) -> None:
    assert days("2026-11-01", "2026-12-31", **{"tid": TUESDAY, "fri": "ingen", **raw}) == found


def test_a_number_of_times_is_counted_the_same_from_whichever_day_one_looks() -> None:
    raw = {"tid": TUESDAY, "gange": "3", "periode": "fra 1. december 2026", "fri": "ingen"}
    assert days("2026-12-10", "2027-12-31", **raw) == ["12-15"]
    assert days("2027-01-01", "2027-12-31", **raw) == []
    weeks = {**raw, "gange": "900 uger", "periode": "fra 1. december 9998"}
    assert len(days("9999-12-01", "9999-12-31", **weeks)) == 4


def test_a_season_of_a_thousand_years_is_counted_for_two_of_them() -> None:
    raw = {"tid": TUESDAY, "periode": "1. januar 2000 til 1. januar 3000", "gange": "52"}
    assert days("2000-01-01", "2000-01-31", **raw) == []


STATES: list[tuple[object, list[str]]] = [
    ("åben", ["12-01", "12-05", "12-08", "12-15", "12-22"]),
    ("pause", []),
    ("lukket fra 8. december 2026", ["12-01", "12-05"]),
    ("pause fra 2. december 2026 til 8. december 2026", ["12-01", "12-15", "12-22"]),
    ("pause til 8. december 2026", ["12-15", "12-22"]),
    (["pause", "åben fra 8. december 2026"], ["12-08", "12-15", "12-22"]),
    # A team that hasn't begun may well call a meeting to tell of it.
    ("ikke startet", ["12-05"]),
    ("starter 15. december 2026", ["12-05", "12-15", "12-22"]),
    ("ikke startet til 8. december 2026", ["12-05", "12-15", "12-22"]),
    ("starter når vi er nok", ["12-05?"]),
    ("starter når vi er nok fra 15. december 2026", ["12-05?"]),
]


@pytest.mark.parametrize(("status", "found"), STATES)
def test_a_pause_takes_every_day_and_what_has_not_begun_the_rules_days(
    status: object, found: list[str]
) -> None:
    raw = {"tid": [TUESDAY, "5. december 2026"], "fri": "ingen", "status": status}
    assert days("2026-12-01", "2026-12-22", **raw) == found


def test_a_closed_house_takes_the_days_of_the_line_that_is_held_there_alone() -> None:
    shut = {"navn": "Hallen", "status": "lukket til 8. december 2026"}
    other = {"dag": "onsdag", "sted": "Skolen"}
    raw = {"fri": "ingen", "tid": ["tirsdag", other], "sted": shut}
    assert days("2026-12-08", "2026-12-16", **raw) == ["12-09", "12-15", "12-16"]
    several = {**raw, "sted": [shut, "Skolen"]}
    assert days("2026-12-08", "2026-12-16", **several) == ["12-08?", "12-09", "12-15", "12-16"]
    full = {**raw, "sted": {"navn": "Hallen", "status": "fuld"}}
    assert days("2026-12-08", "2026-12-09", **full) == ["12-08", "12-09"]
