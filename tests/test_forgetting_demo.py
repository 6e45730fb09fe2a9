"""A page that was built on a day and is read on a later one shows what a page built on the later one shows.

Tried on all offers of this repository and the days of 14 months: only what lies beyond the dates that
the page carries may differ.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import small
from holdkatalog.catalogue import Catalogue, load
from holdkatalog.facets import days, forgetting
from holdkatalog.facets.ahead import packed
from holdkatalog.facets.coming import places_ahead
from holdkatalog.facets.entries import Entry, entries, leaves
from holdkatalog.facets.filtering import filtering
from holdkatalog.facets.forgetting import Kept
from holdkatalog.facets.freshness import Step
from holdkatalog.facets.now import otherwise, room, sign_on, this_week
from holdkatalog.schedule import MOST, Meeting

ROOT = Path(__file__).resolve().parent.parent
BUILT = dt.date(2026, 11, 25)
MONTHS = 425
"""As many days as 14 months have, at least."""
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2028, 3, 31)
"""Both changes of the clocks, week 53 and a 29 February lie between."""
LATER = [BUILT + dt.timedelta(days=number) for number in range(0, MONTHS, 3)]
"""Every third day falls on each day of the week."""
DAYS = st.dates(FIRST, LAST)


@cache
def demo() -> Catalogue:
    return load(clubs=ROOT / "clubs", content=ROOT / "content", strict=False).catalogue


@cache
def on(day: dt.date) -> dict[str, Entry]:
    """All offers as a page that is built that day has them."""
    return {entry.id: entry for entry in entries(demo(), day)}


@cache
def carried(built: dt.date, id_: str) -> tuple[Kept, ...]:
    """The meetings that the offer's card carries, read back as a browser reads them."""
    return _kept(on(built)[id_].ahead)


def _kept(ahead: Sequence[Meeting]) -> tuple[Kept, ...]:
    found = packed(ahead)
    return forgetting.meetings(forgetting.carried(found)) if found else ()


def morning(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(0))


def steps_of(entry: Entry) -> dict[str, dt.date]:
    """What a card of the built day carries of the ladder."""
    all_ = {"old": entry.ladder.old, "out": leaves(entry, BUILT)}
    return {name: day for name, day in all_.items() if day}


def wrong_dates(built: dt.date, day: dt.date) -> Iterator[str]:
    """The offers of which a browser would show other dates than a page built that day, as far as they reach."""
    for id_, entry in on(day).items():
        page, fresh = carried(built, id_), _kept(entry.ahead)
        left = forgetting.left(page, morning(day))
        beyond = fresh[len(left) :]
        # A full page ends with its last date, every other one 14 months after it was built.
        end = page[-1].day if len(page) == MOST else built + dt.timedelta(days=MONTHS)
        if left[:MOST] != fresh[: len(left)] or (beyond and beyond[0].day < end):
            yield f"{id_} on {day}"


def test_the_dates_are_those_of_the_day_wherever_the_page_reaches() -> None:
    assert [wrong for day in LATER for wrong in wrong_dates(BUILT, day)] == []


@given(DAYS, DAYS)
def test_so_they_are_whenever_the_page_was_built(one: dt.date, other: dt.date) -> None:
    built, day = sorted((one, other))
    assume((day - built).days < MONTHS)
    assert list(wrong_dates(built, day)) == []


def test_states_and_notices_are_those_of_the_day() -> None:
    wrong = []
    for day in LATER:
        for id_, entry in on(BUILT).items():
            offer = entry.offer
            spans = days.left(days.spans_of(offer), BUILT)
            shown = [s.state for s in spans if forgetting.holds(s.first, s.last, day)]
            fresh = days.states_of(offer, places_ahead(offer, day), day)
            posted = days.left(days.notice_spans(offer.notices, offer.confirmed), BUILT)
            notes = [one.notice for one in posted if forgetting.holds(one.first, one.last, day)]
            new = days.notices_on(offer.notices, offer.confirmed, day)
            if set(shown) != set(fresh) or notes != list(new):
                wrong.append(f"{id_} on {day}")
    assert wrong == []


def test_what_a_card_carries_of_the_ladder_gives_the_step_of_the_day() -> None:
    names = {Step.FRESH: "fresh", Step.SOON: "fresh", Step.OLD: "old", Step.OUT: "out"}
    for day in LATER:
        built, fresh = on(BUILT), on(day)
        found = {id_: forgetting.step(steps_of(entry), day) for id_, entry in built.items()}
        assert found == {id_: names[entry.step] for id_, entry in fresh.items()}


def test_the_signs_of_room_and_of_the_week_are_those_of_the_day() -> None:
    built, wrong = on(BUILT), []
    for day in LATER:
        for id_, entry in on(day).items():
            then = built[id_]
            page = carried(BUILT, id_)
            if sign_on(room(then, BUILT), day) != sign_on(room(entry, day), day):
                wrong.append(f"room of {id_} on {day}")
            # When its dates have run out, nobody knows, while a page built that day can look further.
            runs = not page or forgetting.left(page, morning(day))
            week = forgetting.week(page, otherwise(then, BUILT), morning(day))
            if week != (this_week(entry, day) if runs else "?"):
                wrong.append(f"week of {id_} on {day}")
    assert wrong == []


def key(entry: Entry) -> tuple[bool, dt.date]:
    """What the list is sorted by: whether the facts are old, and the next day."""
    return entry.step >= Step.OLD, entry.ahead[0].day if entry.ahead else dt.date.max


@pytest.mark.parametrize("later", [0, 1, 30, 100, 400])
def test_the_list_is_in_the_order_of_the_day(later: int) -> None:
    day = BUILT + dt.timedelta(days=later)
    fresh = {id_: entry for id_, entry in on(day).items() if entry.listed}
    # What is gone from the lists of that day is gone, and of what has run out nobody knows the next date.
    cards = {
        id_: (carried(BUILT, id_), steps_of(entry))
        for id_, entry in on(BUILT).items()
        if id_ in fresh
        and bool(forgetting.left(carried(BUILT, id_), morning(day))) is bool(fresh[id_].ahead)
    }
    places = forgetting.places(list(cards.values()), morning(day))
    found = [id_ for _, id_ in sorted(zip(places, cards, strict=True))]
    assert [key(fresh[id_]) for id_ in found] == [
        key(e) for id_, e in fresh.items() if id_ in cards
    ]
    assert len(cards) > len(fresh) // 2


def gone(entry: Entry, day: dt.date) -> bool:
    return forgetting.step(steps_of(entry), day) == "out"


CLOSING = {
    "sure": "lukket fra 1. februar 2027",
    "again": ["pause fra 1. januar 2027 til 31. januar 2027", "lukket fra 1. marts 2027"],
    "not": "lukket fra 1. februar 2027 til 1. april 2027",
    "open": "åben",
}


def closing() -> Catalogue:
    """Offers that nobody has confirmed: they never go out by themselves."""
    return small.holding(
        *(replace(small.read(status=words), id=f"f/{id_}") for id_, words in CLOSING.items())
    )


def test_what_is_gone_from_the_lists_is_what_a_page_of_that_day_leaves_out() -> None:
    wrong = []
    for catalogue in (demo(), closing()):
        listed = {entry.id: entry for entry in entries(catalogue, BUILT) if entry.listed}
        for day in LATER:
            fresh = on(day) if catalogue is demo() else {e.id: e for e in entries(catalogue, day)}
            wrong += [
                f"{id_} on {day}"
                for id_, entry in listed.items()
                if gone(entry, day) is fresh[id_].listed
            ]
    assert wrong == []


def test_an_offer_that_will_close_leaves_the_lists_that_day() -> None:
    found = {entry.id: leaves(entry, BUILT) for entry in entries(closing(), BUILT)}
    first = {"f/sure": dt.date(2027, 2, 1), "f/again": dt.date(2027, 3, 1)}
    assert found == {**dict.fromkeys(found), **first}


def moments() -> Iterator[dt.datetime]:
    """Mornings, noons and evenings over 14 months."""
    for number, day in enumerate(LATER):
        yield dt.datetime.combine(day, (dt.time(0), dt.time(11, 30), dt.time(21))[number % 3])


def test_the_script_makes_the_lists_data_the_same_at_every_moment(
    node: str, tmp_path: Path
) -> None:
    filters = filtering(on(BUILT).values(), demo().vocabulary, BUILT)
    cards = [(carried(BUILT, entry.id), steps_of(entry)) for entry in filters.entries]
    told = []
    for now in moments():
        week = zip(cards, filters.week, strict=True)
        told.append(
            {
                "now": f"{now:%Y-%m-%dT%H:%M}",
                "plads": "".join(sign_on(steps, now.date()) for steps in filters.room),
                "naar": "".join(forgetting.week(page, quiet, now) for (page, _), quiet in week),
                "gone": [forgetting.step(ladder, now.date()) == "out" for _, ladder in cards],
                "places": forgetting.places(cards, now),
            }
        )
    plain = [
        {"ahead": packed(entry.ahead), **{name: str(day) for name, day in steps_of(entry).items()}}
        for entry in filters.entries
    ]
    file = tmp_path / "demo.json"
    file.write_text(json.dumps({"data": filters.data, "cards": plain, "told": told}), "utf-8")
    done = subprocess.run(
        [node, "--test", str(ROOT / "tests" / "js" / "cases" / "aged.test.mjs")],
        env={**os.environ, "CASES": str(file)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(told)} moments" in done.stdout
