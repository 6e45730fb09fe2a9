"""The meetings that a card carries, as a browser reads them, and how one meeting is said."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from holdkatalog import wording
from holdkatalog.facets.ahead import ends, packed, rows
from holdkatalog.model import Clock, Place, Session
from holdkatalog.schedule import Meeting
from small import found, read

DAY = dt.date(2026, 12, 1)
HALL = Place(name="Hallen", street="Skolevej 1", postcode="4560", town="Vig")
HOUSE = Place(name="Vig Bio", town="Vig")


def at(hour: int, minute: int = 0) -> dt.time:
    return dt.time(hour, minute)


def meeting(
    clock: Clock | None = None, *places: Place, day: dt.date = DAY, sure: bool = True
) -> Meeting:
    return Meeting(day, clock, Session(), places, sure)


@pytest.mark.parametrize(
    ("clock", "end"),
    [
        (Clock(at(10), at(11, 30)), "2026-12-01T11:30"),
        (Clock(at(10)), "2026-12-01T10:00"),
        (Clock(at(20), at(0)), "2026-12-01T23:59"),
        (Clock(at(22), at(1)), "2026-12-01T23:59"),
        (Clock(part="formiddag"), "2026-12-01T23:59"),
        (None, "2026-12-01T23:59"),
    ],
    ids=["an end", "no end", "midnight", "past midnight", "a part of the day", "no clock"],
)
def test_a_meeting_is_over_at_its_end_or_its_start_or_with_the_day(
    clock: Clock | None, end: str
) -> None:
    assert ends(meeting(clock)) == end


def test_a_meeting_is_said_with_its_day_its_hours_and_its_place() -> None:
    one = meeting(Clock(at(10), at(11, 30)), HALL)
    assert wording.meeting_day(one) == "tirsdag 1. december 2026"
    assert wording.meeting_clock(one) == "kl. 10.00-11.30"
    assert wording.meeting_start(one) == "kl. 10.00"
    assert wording.meeting_place(one) == "Hallen, Vig"
    assert wording.meeting_spot(one) == "Hallen"


def test_what_nobody_has_said_of_a_meeting_is_not_said() -> None:
    one = meeting()
    said = (wording.meeting_clock, wording.meeting_start, wording.meeting_place)
    assert [say(one) for say in (*said, wording.meeting_spot)] == [""] * 4


@pytest.mark.parametrize(
    ("clock", "said", "start"),
    [
        (Clock(part="formiddag"), "om formiddagen", "om formiddagen"),
        (Clock(at(10), about=True), "cirka kl. 10.00", "cirka kl. 10.00"),
        (Clock(at(20), at(0)), "kl. 20.00-24.00", "kl. 20.00"),
        (Clock(minutes=45), "i 45 minutter", "i 45 minutter"),
    ],
)
def test_hours_are_said_as_they_are_known(clock: Clock, said: str, start: str) -> None:
    assert wording.meeting_clock(meeting(clock)) == said
    assert wording.meeting_start(meeting(clock)) == start


def test_several_places_are_joined_and_a_fixed_one_is_said_within_a_sentence() -> None:
    both = meeting(None, HALL, HOUSE, HALL)
    assert wording.meeting_place(both) == "Hallen, Vig eller Vig Bio"
    assert wording.meeting_spot(both) == "Hallen eller Vig Bio"
    phone = meeting(None, Place(id="telefon"))
    assert wording.meeting_place(phone) == "I telefonen"
    assert wording.meeting_spot(phone) == "i telefonen"
    assert wording.meeting_spot(meeting(None, Place(street="Skolevej 2", town="Vig"))) == (
        "Skolevej 2, Vig"
    )


def test_a_card_carries_each_hour_and_place_once() -> None:
    morning, evening = Clock(at(10), at(11, 30)), Clock(part="aften")
    given = [
        meeting(morning, HALL),
        meeting(morning, HALL, day=dt.date(2026, 12, 8)),
        meeting(evening, day=dt.date(2026, 12, 22), sure=False),
        meeting(morning, HALL, day=dt.date(2027, 1, 5)),
    ]
    assert packed(given) == {
        "first": "2026-12-01",
        "gaps": [7, 14, 14],
        "at": [["11:30", "kl. 10.00", ", Hallen", True], ["23:59", "om aftenen", "", False]],
        "which": [0, 0, 1, 0],
    }


def test_a_day_of_its_own_is_marked_so_that_nobody_says_it_usually_is_then() -> None:
    (entry,) = found(read(tid=["tirsdag 10.00", "5. december 2026 10.00"], fri="ingen"))
    assert [len(one) for one in json.loads(json.dumps(packed(entry.ahead)))["at"]] == [5, 4]


def test_a_card_whose_meetings_are_alike_says_so_only_once_and_one_without_any_says_nothing() -> (
    None
):
    assert packed([]) is None
    assert packed([meeting()]) == {
        "first": "2026-12-01",
        "gaps": [],
        "at": [["23:59", "", "", True]],
    }


def test_what_a_browser_reads_gives_the_days_that_the_build_computed() -> None:
    rule = {"tid": ["tirsdag 10.00-11.30", "5. januar 2027 14.00"], "periode": "oktober til maj"}
    (entry,) = found(read(**rule, fri="ingen"))
    read_again = json.loads(json.dumps(packed(entry.ahead)))
    days = [dt.date.fromisoformat(read_again["first"])]
    for gap in read_again["gaps"]:
        days.append(days[-1] + dt.timedelta(gap))
    assert days == [one.day for one in entry.ahead]
    assert len(read_again["which"]) == len(days) > 20


@pytest.mark.parametrize(
    ("above", "places", "said"),
    [
        (["Hallen, Vig"], [(HALL,), (HALL,)], ["", ""]),
        (["Hallen, Vig"], [(HOUSE,), (HALL,)], ["Vig Bio", "Hallen, Vig"]),
        (["Hallen, Vig"], [(HOUSE,), (HOUSE,)], ["Vig Bio", "Vig Bio"]),
        (["Hallen, Vig", "Vig Bio"], [(HALL, HOUSE)], [""]),
        (["Hallen, Vig", "Vig Bio"], [(HALL,)], ["Hallen, Vig"]),
        ([], [()], [""]),
    ],
    ids=[
        "the usual",
        "one elsewhere",
        "all left elsewhere",
        "one of two",
        "one is shut",
        "unknown",
    ],
)
def test_a_date_says_its_place_unless_all_are_where_the_page_says_above_them(
    above: list[str], places: list[tuple[Place, ...]], said: list[str]
) -> None:
    assert [row.place for row in rows([meeting(None, *each) for each in places], above)] == said
