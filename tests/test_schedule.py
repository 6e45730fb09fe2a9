"""When a team meets: the days that a rule gives, and those it doesn't."""

from __future__ import annotations

import datetime as dt

import pytest

from held import CALENDAR, between, days
from holdkatalog.model import Clock, Weekly
from holdkatalog.schedule import MOST, Calendar, Rule, ahead, calendar_of, held
from holdkatalog.vocabulary import Holidays
from small import read, vocabulary

TUESDAY = "tirsdag 10.00-11.30"
TEN, TWO = Clock(dt.time(10)), Clock(dt.time(14))


def test_nothing_is_looked_for_beyond_fourteen_months_or_sixty_meetings() -> None:
    found = ahead(read(tid=TUESDAY, fri="ingen"), dt.date(2026, 12, 5), CALENDAR)
    assert (len(found), found[-1].day) == (MOST, dt.date(2028, 1, 25))
    few = ahead(read(tid="første tirsdag i måneden 10"), dt.date(2026, 12, 5), CALENDAR)
    assert (len(few), few[-1].day) == (14, dt.date(2028, 2, 1))


def test_a_listed_day_counts_among_the_sixty() -> None:
    offer = read(tid=["hver dag 10.00", "24. december 2026 15.00"], fri="ingen")
    found = ahead(offer, dt.date(2026, 12, 5), CALENDAR)
    assert len(found) == MOST
    assert [one.clock for one in found if one.day == dt.date(2026, 12, 24)] == [Clock(dt.time(15))]


ODD = [
    ("tirsdag i ulige uger", ["12-01", "12-15", "12-29", "01-05", "01-19"]),
    ("tirsdag i lige uger", ["12-08", "12-22", "01-12"]),
]


@pytest.mark.parametrize(("tid", "found"), ODD, ids=[tid for tid, _ in ODD])
def test_week_53_is_odd_so_that_two_odd_weeks_follow_each_other(tid: str, found: list[str]) -> None:
    assert days("2026-12-01", "2027-01-20", tid=tid, fri="ingen") == found


def test_every_other_week_is_counted_from_the_first_week_and_no_break_shifts_it() -> None:
    raw = {
        "tid": "hver anden tirsdag",
        "periode": "fra 4. november 2026",
        "fri": "1. december 2026",
    }
    # The season's first day is a Wednesday, so the first Tuesday to be met is a fortnight later.
    assert days("2026-11-01", "2027-01-01", **raw) == ["11-17", "12-15", "12-29"]
    assert days("2026-12-16", "2027-01-01", **raw) == ["12-29"]
    assert days("2026-11-01", "2027-01-01", tid="hver anden tirsdag") == []


@pytest.mark.parametrize(
    ("period", "found"),
    [
        (["december", "uge 2"], ["12-29", "01-12"]),
        ("uge 53 til 1", ["12-29", "01-05"]),
        ("23. december til 5. januar", ["12-29", "01-05"]),
        ("til 29. december 2026", ["12-29"]),
        ("fra 5. januar 2027", ["01-05", "01-12"]),
        ("juleferie", ["12-29"]),
        ("Når solen skinner", []),
    ],
)
def test_a_period_holds_its_days_and_no_others(period: object, found: list[str]) -> None:
    assert days("2026-12-28", "2027-01-12", tid=TUESDAY, periode=period, fri="ingen") == found


SURE: list[tuple[str, dict[str, object], list[str]]] = [
    ("ingen ferier sagt", {}, ["12-17", "12-24?", "12-31?", "01-07"]),
    ("kun ord", {"fri": "Når vi er trætte"}, ["12-17", "12-24?", "12-31?", "01-07"]),
    ("skoleferier", {"fri": "skoleferier"}, ["12-17", "01-07"]),
    ("helligdage", {"fri": "helligdage"}, ["12-17", "01-07"]),
    ("ingen", {"fri": "ingen"}, ["12-17", "12-24", "12-31", "01-07"]),
    ("en dag", {"fri": "31. december 2026"}, ["12-17", "12-24?", "01-07"]),
    ("som regel", {"tid": "som regel torsdag", "fri": "skoleferier"}, ["12-17?", "01-07?"]),
    ("hele måneder", {"periode": "januar", "fri": "ingen"}, ["01-07?"]),
    ("måneder i træk", {"periode": ["december", "januar"], "fri": "ingen"}, ["12-17", "12-24", "12-31", "01-07"]),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "found"), [case[1:] for case in SURE], ids=[c[0] for c in SURE])
def test_a_day_that_nobody_has_told_enough_of_is_not_sure(
    raw: dict[str, object], found: list[str]
) -> None:
    assert days("2026-12-15", "2027-01-08", **{"tid": "torsdag", **raw}) == found


def test_beyond_what_is_known_of_the_schools_holidays_nothing_that_follows_them_is_sure() -> None:
    said = {
        str(off): days("2027-07-30", "2027-08-03", tid=TUESDAY, fri=off)
        for off in ("skoleferier", ["uge 42", "juleferie"], "helligdage", "uge 42", "ingen")
    }
    assert list(said.values()) == [["08-03?"], ["08-03?"], ["08-03"], ["08-03"], ["08-03"]]


def test_a_municipality_adds_holidays_and_reopens_others() -> None:
    given = Holidays({}, None, ((5, 4), (2, 29)), ((5, 1),))
    calendar = Calendar(given)
    public = [dt.date(2027, 5, day) for day in range(1, 8)]
    assert [day.day for day in public if calendar.public(day)] == [4, 6]
    assert calendar.public(dt.date(2028, 2, 29))
    assert calendar.known(dt.date(2999, 1, 1))
    assert not calendar.school(dt.date(2026, 12, 24))


def test_the_same_calendar_is_made_once() -> None:
    assert calendar_of(vocabulary().holidays) is CALENDAR


def test_on_a_listed_day_the_rules_are_silent_and_the_day_lends_its_clock() -> None:
    offer = read(tid=[TUESDAY, {"dag": "15. december 2026", "sted": "Havnen, 4581 Rørvig"}])
    first, second = between(offer, "2026-12-14", "2026-12-22")
    assert (first.clock, second.clock) == (Clock(dt.time(10), dt.time(11, 30)),) * 2
    assert [place.town for place in first.places] == ["Rørvig"]
    assert second.places == ()


LENT: list[tuple[list[object], Clock | None]] = [
    (["tirsdag i lige uger 10", "tirsdag i ulige uger 14", "15. december 2026"], TWO),
    ([{"dag": "tirsdag", "kl": "10", "periode": "maj"},
      {"dag": "tirsdag", "kl": "14", "periode": "december"}, "15. december 2026"], TWO),
    (["tirsdag 10", "tredje tirsdag i måneden 14", "15. december 2026"], TWO),
    (["onsdag 14", "15. december 2026"], TWO),
    (["tirsdag 10", "tirsdag 14", "15. december 2026"], None),
    (["onsdag 10", "torsdag 10", "15. december 2026"], None),
    ([{"dag": "tirsdag", "kl": "14", "periode": "maj"}, "15. december 2026"], TWO),
    ([{"dag": "tirsdag", "kl": "10", "periode": "maj"},
      {"dag": "tirsdag", "kl": "14", "periode": "december"}, "tredje tirsdag i måneden"], TWO),
]  # fmt: skip


@pytest.mark.parametrize(("tid", "clock"), LENT)
def test_a_narrower_line_without_a_clock_takes_that_of_what_it_stands_for(
    tid: list[object], clock: Clock | None
) -> None:
    (found,) = between(read(tid=tid), "2026-12-15", "2026-12-15")
    assert found.clock == clock


def test_a_monthly_line_stands_for_the_weekly_one_on_its_day() -> None:
    offer = read(tid=["fredag 14", "sidste fredag i måneden"], fri="ingen")
    found = between(offer, "2027-01-22", "2027-02-05")
    assert [(one.day.day, one.line is offer.sessions[1]) for one in found] == [
        (22, False), (29, True), (5, False),
    ]  # fmt: skip
    assert {one.clock for one in found} == {TWO}


def test_a_monthly_line_that_is_off_leaves_the_day_to_the_weekly_one() -> None:
    monthly = {"dag": "sidste fredag i måneden", "kl": "19", "fri": "januar"}
    found = between(read(tid=["fredag 14", monthly], fri="ingen"), "2027-01-29", "2027-01-29")
    assert [one.clock for one in found] == [TWO]


def test_meetings_stand_by_day_and_hour_and_then_as_they_are_written() -> None:
    offer = read(tid=["tirsdag 14", "mandag 10", TUESDAY, {"dag": "tirsdag", "note": "Åbent hus"}])
    found = between(offer, "2026-12-07", "2026-12-08")
    assert [offer.sessions.index(one.line) for one in found] == [1, 3, 2, 0]


@pytest.mark.parametrize("tid", ["Efter aftale", "to gange om måneden", "ukendt"])
def test_words_and_rhythms_have_no_days(tid: str) -> None:
    assert days("2026-12-01", "2027-12-31", tid=tid) == []


def test_a_rule_that_is_kept_is_the_rule_of_every_line_that_shares_it() -> None:
    rule = Rule(Weekly(frozenset({1})), (), ())
    window = dt.date(2026, 12, 1), dt.date(2026, 12, 31)
    assert held(rule, *window, CALENDAR) is held(rule, *window, CALENDAR)


def test_days_before_the_calendar_and_behind_it_are_no_trouble() -> None:
    assert days("9999-12-25", "9999-12-31", tid="fredag", fri="ingen") == ["12-31"]
    early = {"tid": "hver anden mandag", "periode": "fra 1. januar 0001", "fri": "ingen"}
    assert days("0001-01-01", "0001-01-20", **early) == ["01-01", "01-15"]


def test_where_one_gathers_first_is_told_of_each_time_unless_it_has_its_own() -> None:
    station, library = "Kl. 9.30 ved Vig Station", "Kl. 13 ved biblioteket"
    special = {"dag": "16. december 2026", "opsamling": library}
    offer = read(tid=[TUESDAY, special, "17. december 2026"], opsamling=station)
    found = between(offer, "2026-12-15", "2026-12-17")
    assert [one.line.pickup for one in found] == [station, library, station]
    assert read(opsamling=station).sessions[0].pickup == station
    assert "opsamling" not in offer.more
