"""What holds for every team one can think of: its days lie in its season, outside its breaks, in order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from holdkatalog.model import Dates, Monthly, Named, Offer, OnDate, Session, State, Weekly, Weeks
from holdkatalog.schedule import MOST, Meeting, ahead, calendar_of, meetings
from small import read, vocabulary

CALENDAR = calendar_of(vocabulary().holidays)
DAY = dt.timedelta(days=1)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = ("januar", "marts", "april", "juli", "september", "december")


def written(day: dt.date) -> str:
    return f"{day.day}/{day.month}-{day.year}"


NEAR = st.dates(dt.date(2026, 6, 1), dt.date(2028, 6, 1))
DATED = st.tuples(NEAR, st.integers(0, 400)).map(
    lambda two: f"{written(two[0])} til {written(two[0] + two[1] * DAY)}"
)
YEARLY = st.tuples(st.sampled_from(MONTHS), st.sampled_from(MONTHS)).map(" til ".join)
WEEKS = st.tuples(st.integers(1, 53), st.integers(1, 53)).map(lambda w: f"uge {w[0]} til {w[1]}")
PERIOD = st.one_of(DATED, YEARLY, WEEKS, NEAR.map(lambda day: f"fra {written(day)}"))
BREAK = st.one_of(DATED, WEEKS, st.sampled_from(("skoleferier", "helligdage", "juli")))
RULE = st.one_of(
    st.sampled_from(WEEKDAYS),
    st.tuples(st.sampled_from(WEEKDAYS), st.sampled_from(WEEKDAYS)).map(" og ".join),
    st.tuples(st.sampled_from(WEEKDAYS), st.sampled_from(("lige", "ulige"))).map(
        lambda two: f"{two[0]} i {two[1]} uger"
    ),
    st.tuples(st.sampled_from(("anden", "tredje")), st.sampled_from(WEEKDAYS)).map(
        lambda two: f"hver {two[0]} {two[1]}"
    ),
    st.tuples(st.sampled_from(("første", "anden", "sidste")), st.sampled_from(WEEKDAYS)).map(
        lambda two: f"{two[0]} {two[1]} i måneden"
    ),
)
CLOCK = st.sampled_from(("", " 10.00", " 14.00-15.30", " aften"))
LINE = st.one_of(
    st.tuples(RULE, CLOCK).map("".join),
    st.tuples(NEAR, CLOCK).map(lambda two: f"{written(two[0])}{two[1]}"),
)


@st.composite
def offers(draw: st.DrawFn) -> Offer:
    """A team with one to three times, and whatever it may say of its year."""
    said: dict[str, Any] = {"tid": draw(st.lists(LINE, min_size=1, max_size=3))}
    if draw(st.booleans()):
        said["periode"] = draw(st.lists(PERIOD, min_size=1, max_size=2))
    if draw(st.booleans()):
        said["fri"] = draw(st.lists(BREAK, min_size=1, max_size=2))
    if draw(st.integers(0, 3)) == 0:
        said["gange"] = str(draw(st.integers(1, 20)))
    return read(**said)


FIRST = st.dates(dt.date(2026, 10, 1), dt.date(2027, 10, 1))
YEAR = 366 * DAY


def ruled(offer: Offer, first: dt.date) -> list[Meeting]:
    found = meetings(offer, first, first + YEAR, CALENDAR)
    return [one for one in found if isinstance(one.line.when, OnDate) is False]


def in_words(line: Session) -> list[str]:
    return [span.name for span in line.breaks or () if isinstance(span, Named)]


@given(offers(), FIRST)
@settings(max_examples=200, deadline=None)
def test_no_rules_day_lies_outside_its_season_or_on_a_break(offer: Offer, first: dt.date) -> None:
    for one in ruled(offer, first):
        periods = one.line.periods
        assert not periods or any(CALENDAR.covers(span, one.day) for span in periods)
        assert not any(CALENDAR.covers(span, one.day) for span in one.line.breaks or ())
        if "helligdage" in in_words(one.line):
            assert not CALENDAR.public(one.day)


@given(offers(), FIRST)
@settings(max_examples=200, deadline=None)
def test_the_days_ascend_and_end_with_the_sixtieth_or_after_fourteen_months(
    offer: Offer, first: dt.date
) -> None:
    found = ahead(offer, first, CALENDAR)
    assert all(one.day <= two.day for one, two in pairwise(found))
    assert len(found) <= MOST
    assert all(first <= one.day <= first + relativedelta(months=14) for one in found)
    whole = list(meetings(offer, first, first + relativedelta(months=14), CALENDAR))
    assert list(found) == whole[:MOST]


@given(offers(), FIRST)
@settings(max_examples=200, deadline=None)
def test_a_listed_day_is_always_there_and_alone(offer: Offer, first: dt.date) -> None:
    found = list(meetings(offer, first, first + YEAR, CALENDAR))
    listed = {line.when.date for line in offer.sessions if isinstance(line.when, OnDate)}
    within = {day for day in listed if first <= day <= first + YEAR}
    assert within == {one.day for one in found if isinstance(one.line.when, OnDate)}
    assert not [one for one in ruled(offer, first) if one.day in listed]
    assert all(one.sure for one in found if isinstance(one.line.when, OnDate))


@given(offers(), FIRST, st.integers(0, 200))
@settings(max_examples=200, deadline=None)
def test_to_look_from_a_later_day_only_drops_what_has_been(
    offer: Offer, first: dt.date, later: int
) -> None:
    last, new = first + YEAR, first + later * DAY
    found = list(meetings(offer, first, last, CALENDAR))
    assert list(meetings(offer, new, last, CALENDAR)) == [one for one in found if one.day >= new]


@given(offers(), FIRST)
@settings(max_examples=200, deadline=None)
def test_no_line_meets_twice_a_day_and_no_weekly_one_where_a_monthly_one_does(
    offer: Offer, first: dt.date
) -> None:
    found = ruled(offer, first)
    at = [(one.day, offer.sessions.index(one.line)) for one in found]
    lines = [line for line in offer.sessions if not isinstance(line.when, OnDate)]
    if len(set(map(repr, lines))) == len(lines):
        assert len(set(at)) == len(at)
    weekly = {one.day for one in found if isinstance(one.line.when, Weekly)}
    assert weekly.isdisjoint({one.day for one in found} - weekly)


def _monday(day: dt.date) -> dt.date:
    return day - day.weekday() * DAY


def _falls(line: Session, day: dt.date) -> bool:
    """Whether the line's rule falls on the day, asked of that day alone."""
    if isinstance(line.when, Monthly):
        number, last = (day.day - 1) // 7 + 1, (day + 7 * DAY).month != day.month
        nth = line.when.nth
        return day.weekday() == line.when.weekday and (number in nth or (last and -1 in nth))
    assert isinstance(line.when, Weekly)
    parity = Weeks.ODD if day.isocalendar().week % 2 else Weeks.EVEN
    if day.weekday() not in line.when.weekdays or line.when.weeks not in {Weeks.ALL, parity}:
        return False
    dated = [s for s in line.periods or () if isinstance(s, Dates) and CALENDAR.covers(s, day)]
    firsts = [span.first for span in dated if span.first]
    passed = [(_monday(day) - _monday(first)).days // 7 for first in firsts]
    return line.when.every == 1 or any(weeks % line.when.every == 0 for weeks in passed)


@given(offers(), FIRST)
@settings(max_examples=200, deadline=None)
def test_the_days_are_those_that_one_finds_by_asking_of_each(offer: Offer, first: dt.date) -> None:
    bare = replace(offer, times=None, sessions=offer.sessions[:1])
    line = bare.sessions[0]
    found = [one.day for one in ruled(bare, first)]
    each = [first + number * DAY for number in range(367)]
    if isinstance(line.when, OnDate):
        assert found == []
        return
    within = [
        d for d in each if not line.periods or any(CALENDAR.covers(s, d) for s in line.periods)
    ]
    held = [d for d in within if not any(CALENDAR.covers(s, d) for s in line.breaks or ())]
    assert found == [day for day in held if _falls(line, day)]


@given(offers(), FIRST, NEAR, st.integers(0, 100))
@settings(max_examples=200, deadline=None)
def test_a_pause_takes_its_days_and_no_others(
    offer: Offer, first: dt.date, begins: dt.date, length: int
) -> None:
    pause = State("pause", begins, begins + length * DAY)
    free = replace(offer, times=None)
    found = [one.day for one in meetings(free, first, first + YEAR, CALENDAR)]
    paused = meetings(replace(free, states=(pause,)), first, first + YEAR, CALENDAR)
    ends = begins + length * DAY
    assert [one.day for one in paused] == [day for day in found if not begins <= day <= ends]
