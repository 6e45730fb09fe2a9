"""States and signs on the days to come: what a page carries is what a page built on that day would say."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small
from holdkatalog.facets.coming import places_ahead
from holdkatalog.facets.days import (
    Held,
    Posted,
    announced,
    left,
    notice_spans,
    notices_on,
    spans_of,
    states_after,
    states_of,
    untold,
)
from holdkatalog.facets.entries import Entry
from holdkatalog.facets.now import otherwise, room, sign_on
from holdkatalog.grammar.facts import STATES
from holdkatalog.model import (
    Attestation,
    Club,
    Dates,
    Notice,
    Offer,
    OnDate,
    Place,
    Session,
    State,
    Weekly,
)
from holdkatalog.schedule import calendar_of

START = dt.date(2026, 12, 1)
DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 12, 7)
DAYS = st.integers(0, 40).map(lambda n: START + n * DAY)
CALENDAR = calendar_of(small.vocabulary().holidays)
OPEN_DAYS = st.none() | DAYS


@st.composite
def states(draw: st.DrawFn) -> State:
    first, last = draw(OPEN_DAYS), draw(OPEN_DAYS)
    ordered = not (first and last) or first <= last
    return State(draw(st.sampled_from(sorted(STATES))), first, last if ordered else None)


PLACES = st.builds(
    Place, st.sampled_from(["hallen", "skolen"]), states=st.lists(states(), max_size=2).map(tuple)
)
LINES = st.builds(
    Session,
    st.none() | st.builds(OnDate, DAYS) | st.just(Weekly(frozenset({1}))),
    periods=st.none() | st.builds(lambda last: (Dates(None, last),), DAYS),
    places=st.lists(PLACES, max_size=1).map(tuple),
)
OFFERS = st.builds(
    lambda lines, places, found: Offer(
        id="f/a", name="A", activities=(), sessions=lines, places=places, states=found
    ),
    st.lists(LINES, max_size=2).map(tuple),
    st.lists(PLACES, max_size=2).map(tuple),
    st.lists(states(), max_size=3).map(tuple),
)


def entry(offer: Offer) -> Entry:
    return Entry(
        offer,
        Club(id="f", name="F"),
        "",
        frozenset(),
        wide=False,
        listed=True,
        untold=untold(offer, CALENDAR),
    )


def inside(span: Held | Posted, day: dt.date) -> bool:
    return (span.first is None or span.first <= day) and (span.last is None or day <= span.last)


@given(OFFERS, DAYS)
def test_the_states_of_a_day_are_those_whose_days_it_is(offer: Offer, day: dt.date) -> None:
    said = {span.state for span in spans_of(offer) if inside(span, day)}
    assert said == set(states_of(offer, places_ahead(offer, day), day))


@given(OFFERS, st.lists(PLACES, max_size=2), DAYS)
def test_so_they_are_of_places_that_are_given(
    offer: Offer, places: list[Place], day: dt.date
) -> None:
    said = [span for span in spans_of(offer, places) if inside(span, day)]
    assert {span.state for span in said} == set(states_of(offer, places, day))
    assert len({span.state for span in said}) == len(said), "each once"


@given(OFFERS, DAYS, DAYS)
def test_the_room_of_a_later_day_is_what_is_told_of_it_today(
    offer: Offer, today: dt.date, later: dt.date
) -> None:
    if later < today:
        today, later = later, today
    told, fresh = room(entry(offer), today), room(entry(offer), later)
    assert sign_on(told, later) == sign_on(fresh, later) == fresh[0][0]
    signs = [sign for sign, _ in told]
    assert all(a != b for a, b in pairwise(signs)), "each step changes something"


@given(OFFERS, DAYS, DAYS)
def test_a_quiet_week_of_a_later_day_says_what_is_told_of_it_today(
    offer: Offer, today: dt.date, later: dt.date
) -> None:
    if later < today:
        today, later = later, today
    told = otherwise(entry(offer), today)
    assert sign_on(told, later) == sign_on(otherwise(entry(offer), later), later)


@given(st.lists(states(), max_size=3).map(tuple), DAYS)
def test_a_pause_that_nothing_hides_is_told_of_until_it_begins(
    found: tuple[State, ...], day: dt.date
) -> None:
    offer = Offer(id="f/a", name="A", activities=(), states=found)
    told = {one.state for one in announced(spans_of(offer)) if inside(one, day)}
    assert told <= set(states_after(found, day))


def test_a_pause_with_dates_is_told_of_until_it_begins_and_then_said_until_it_ends() -> None:
    pause = State("pause", MONDAY, MONDAY + 9 * DAY)
    offer = Offer(id="f/a", name="A", activities=(), states=(State("åben"), pause))
    spans = spans_of(offer)
    assert spans == (
        Held(State("åben"), None, MONDAY - DAY),
        Held(pause, MONDAY, MONDAY + 9 * DAY),
        Held(State("åben"), MONDAY + 10 * DAY, None),
    )
    assert announced(spans) == (Held(pause, None, MONDAY - DAY),)
    assert left(spans, MONDAY + 10 * DAY) == spans[2:]
    assert left(spans, MONDAY) == spans[1:]


def test_after_its_last_day_a_state_says_nothing_again() -> None:
    full = State("fuld", None, MONDAY)
    offer = Offer(id="f/a", name="A", activities=(), states=(full,))
    assert spans_of(offer) == (Held(full, None, MONDAY),)
    assert room(entry(offer), START) == (("-", None), ("?", MONDAY + DAY))


def test_a_state_without_dates_is_said_on_all_days() -> None:
    offer = Offer(id="f/a", name="A", activities=(), states=(State("venteliste"),))
    assert spans_of(offer) == (Held(State("venteliste"), None, None),)


NOTICES = st.builds(Notice, st.just("Vi er på skolen"), OPEN_DAYS, OPEN_DAYS)


@given(st.lists(NOTICES, max_size=3), st.none() | st.builds(Attestation, DAYS), DAYS)
def test_the_notices_of_a_day_are_those_whose_days_it_is(
    notices: list[Notice], confirmed: Attestation | None, day: dt.date
) -> None:
    spans = notice_spans(notices, confirmed)
    said = tuple(span.notice for span in spans if inside(span, day))
    assert said == notices_on(notices, confirmed, day)
    assert all(span.last for span in spans), "each ends by itself"


@pytest.mark.parametrize(
    ("status", "signs"),
    [
        ([], [("?", None)]),
        (["åben"], [("j", None)]),
        (["fuld"], [("-", None)]),
        (["venteliste"], [("-", None)]),
        (["lukket"], [("-", None)]),
        (["starter når vi er nok"], [("-", None)]),
        (["ikke startet fra 7. december 2026"], [("-", None), ("?", MONDAY)]),
        (["fuld til 6. december 2026"], [("-", None), ("?", MONDAY)]),
        (["fuld", "åben fra 7. december 2026"], [("-", None), ("j", MONDAY)]),
        (
            ["åben", "pause fra 7. december 2026 til 16. december 2026"],
            [("j", None), ("-", MONDAY), ("j", MONDAY + 10 * DAY)],
        ),
    ],
    ids=str,
)
def test_only_what_says_that_it_is_open_has_room(
    status: list[str], signs: list[tuple[str, dt.date | None]]
) -> None:
    assert room(entry(small.read(status=status)), START) == tuple(signs)


def test_there_is_no_room_when_all_has_been() -> None:
    offer = small.read(status="åben", tid="6. december 2026 10.00")
    assert room(entry(offer), START) == (("j", None), ("-", MONDAY))
