"""What holds on a day: states, notices, seasons and deadlines, at the edges of their dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

import small
from holdkatalog.facets.days import (
    changes,
    closed,
    notices_on,
    running,
    states_after,
    states_of,
    step_spans,
    step_words,
)
from holdkatalog.model import Attestation, Notice, Offer, Place, State, Step
from holdkatalog.reading import club
from holdkatalog.reading.facts import way
from holdkatalog.rendering import later
from holdkatalog.schedule import states_on
from holdkatalog.wording.words import strings

ROOT = Path(__file__).resolve().parent.parent
WORDS: Mapping[str, str] = strings(ROOT / "theme" / "strings" / "da.yaml")["offer"]
FIRST, LAST = dt.date(2026, 12, 5), dt.date(2026, 12, 20)
DAY = dt.timedelta(days=1)
BEFORE, AFTER = FIRST - DAY, LAST + DAY


def offer(**raw: object) -> Offer:
    """An offer with these keys, as a file without errors gives it."""
    hold = {"navn": "Gåtur", "aktivitet": "gaature", **raw}
    return club("foreningen", {"forening": "F", "hold": {"gang": hold}}, {}).offers[0]


def kinds(states: tuple[State, ...]) -> list[str]:
    return [state.kind for state in states]


@pytest.mark.parametrize(
    ("state", "held"),
    [
        (State("pause", FIRST, LAST), [FIRST, LAST]),
        (State("pause", FIRST), [FIRST, LAST, AFTER]),
        (State("pause", None, LAST), [BEFORE, FIRST, LAST]),
        (State("pause"), [BEFORE, FIRST, LAST, AFTER]),
        (State("ikke startet", FIRST), [BEFORE]),
        (State("ikke startet"), [BEFORE, FIRST, LAST, AFTER]),
    ],
)
def test_a_state_holds_on_its_first_and_last_day_and_not_outside(
    state: State, held: list[dt.date]
) -> None:
    assert [day for day in (BEFORE, FIRST, LAST, AFTER) if states_on([state], day)] == held


def test_a_dated_state_stands_before_an_undated_one_inside_its_dates_only() -> None:
    states = [State("åben"), State("pause", FIRST, LAST)]
    assert kinds(states_on(states, BEFORE)) == ["åben"]
    assert kinds(states_on(states, FIRST)) == ["pause"]
    assert kinds(states_on(states, LAST)) == ["pause"]
    assert kinds(states_on(states, AFTER)) == ["åben"]
    assert states_on([], FIRST) == ()


def test_only_a_pause_or_a_closure_is_told_of_beforehand() -> None:
    states = [State("pause", FIRST), State("lukket", LAST), State("fuld", LAST), State("lukket")]
    assert kinds(states_after(states, BEFORE)) == ["pause", "lukket"]
    assert kinds(states_after(states, FIRST)) == ["lukket"]
    assert states_after(states, LAST) == ()


@pytest.mark.parametrize(
    ("notice", "shown"),
    [
        (Notice("Vi er på skolen", LAST), [BEFORE, FIRST, LAST]),
        (Notice("Vi er på skolen", LAST, FIRST), [FIRST, LAST]),
        (Notice("Vi er på skolen", None, FIRST), [FIRST, LAST, AFTER]),
    ],
)
def test_a_notice_is_shown_on_its_days(notice: Notice, shown: list[dt.date]) -> None:
    confirmed = Attestation(BEFORE)
    days = (BEFORE, FIRST, LAST, AFTER)
    assert [day for day in days if notices_on([notice], confirmed, day)] == shown


def test_a_notice_without_an_end_ends_sixty_days_after_somebody_looked() -> None:
    notice = Notice("Vi er på skolen", None)
    last = FIRST + dt.timedelta(days=60)
    assert notices_on([notice], Attestation(FIRST), last) == (notice,)
    assert notices_on([notice], Attestation(FIRST), last + DAY) == ()
    assert notices_on([notice], None, FIRST) == ()


@pytest.mark.parametrize(
    ("status", "days"),
    [
        (["lukket"], [BEFORE, FIRST, LAST, AFTER]),
        (["lukket fra 5. december 2026"], [FIRST, LAST, AFTER]),
        (["lukket til 20. december 2026"], []),
        (["pause"], []),
        (["lukket", "åben fra 5. december 2026 til 20. december 2026"], [BEFORE, AFTER]),
        ([], []),
    ],
)
def test_closed_without_an_end_is_closed_for_good(status: list[str], days: list[dt.date]) -> None:
    found = offer(status=status)
    assert [day for day in (BEFORE, FIRST, LAST, AFTER) if closed(found, day)] == days


def test_a_deadline_is_said_to_be_past_from_the_day_after() -> None:
    step = Step("tilmeld dig", "hos Sundhedscentret", LAST)
    assert (
        step_words(step, LAST, "For sent.")
        == "Tilmeld dig hos Sundhedscentret senest 20. december 2026"
    )
    assert step_words(step, AFTER, "For sent.") == "Tilmeld dig hos Sundhedscentret. For sent."
    words = Step("ring først", "", "to dage før")
    assert step_words(words, AFTER, "For sent.") == "Ring først senest to dage før"


def test_a_shut_house_is_said_of_the_team_that_has_no_other() -> None:
    shut = Place("hallen", states=(State("lukket", None, LAST), State("åben")))
    found = offer(status="åben")
    assert kinds(states_of(found, [shut], FIRST)) == ["lukket"]
    assert kinds(states_of(found, [shut, Place("skolen")], FIRST)) == ["åben"]
    assert kinds(states_of(found, [], FIRST)) == ["åben"]


def test_when_all_of_its_houses_are_shut_nobody_is_told_that_there_is_room() -> None:
    shut = Place("hallen", states=(State("lukket", None, LAST),))
    new = Place("den-nye-hal", states=(State("ikke startet", None, LAST),))
    assert kinds(states_of(offer(status="åben"), [shut, new], LAST)) == ["lukket", "ikke startet"]
    assert kinds(states_of(offer(status="åben"), [shut, new], AFTER)) == ["åben"]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("pause", ["pause"]),
        ("pause til 20. december 2026", ["pause"]),
        ("pause til 19. december 2026", ["lukket", "pause"]),
        ("ikke startet", ["lukket", "ikke startet"]),
    ],
)
def test_a_shut_house_is_not_said_of_a_team_that_pauses_as_long(own: str, said: list[str]) -> None:
    shut = Place("hallen", states=(State("lukket", None, LAST), State("åben")))
    assert kinds(states_of(offer(status=own), [shut], FIRST)) == said


def test_a_pause_with_an_end_does_not_outlast_a_house_shut_for_good() -> None:
    found = offer(status="pause til 20. december 2026")
    assert kinds(states_of(found, [Place("hallen", states=(State("lukket"),))], FIRST)) == [
        "lukket",
        "pause",
    ]


@pytest.mark.parametrize(
    ("state", "said"), [("åben", []), ("fuld", []), ("venteliste", ["venteliste"])]
)
def test_of_what_is_over_nobody_says_that_there_is_room(state: str, said: list[str]) -> None:
    found = offer(status=state, tid="4. december 2026 10.00")
    assert kinds(states_of(found, [], FIRST)) == said
    assert kinds(states_of(found, [], BEFORE)) == [state]


def test_what_is_paused_closed_or_still_to_begin_does_not_go_on() -> None:
    still = [State(kind) for kind in ("pause", "lukket", "ikke startet", "starter når vi er nok")]
    assert not any(running([state]) for state in still)
    assert running([State("åben"), State("fuld"), State("venteliste")])


@pytest.mark.parametrize("day", ["1. januar 0001", "31. december 9999"])
def test_a_date_at_the_end_of_the_calendar_stops_no_site(day: str) -> None:
    """Some write the last one for "for good", and nothing comes after it."""
    span = f"fra 1. januar 0001 til {day}"
    offer = small.read(tid="tirsdag 10.00", periode=span, status=f"lukket til {day}")
    assert [one for one in changes(offer) if one < FIRST] == [
        dt.date(1, 1, 2) for _ in range(day.endswith("0001"))
    ]
    for word in ("inden", "senest"):
        (step,) = way(f"ring {word} {day}")
        assert all(said for said, _, _ in step_spans(step, FIRST, "Forbi."))
    assert later(dt.date.max, 1) == dt.date.max
