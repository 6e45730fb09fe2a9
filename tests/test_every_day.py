"""The demo on every day of two years, without writing a page: nothing is past, lost or out of order.

`make test` looks at a day in each month or so, `make soak` at all of them. A step of 25 days meets
every weekday, both ends of a month and both clock changes' weeks.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import sys
import time
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import pytest

from holdkatalog import ics, wording
from holdkatalog.catalogue import Catalogue, load
from holdkatalog.danish import sort_key
from holdkatalog.facets.ahead import ends, packed, rows
from holdkatalog.facets.days import closed
from holdkatalog.facets.entries import Entry, entries
from holdkatalog.facets.filtering import Filters
from holdkatalog.facets.freshness import Step
from holdkatalog.facets.groups import Group, by_fit, for_chronic
from holdkatalog.pages import Page, pages
from holdkatalog.report import in_json, in_sheet, in_text, mails, report
from holdkatalog.schedule import MOST, Meeting, calendar_of, meetings
from holdkatalog.search import files as search_files
from holdkatalog.vocabulary import Condition
from holdkatalog.wording.words import FILE, strings

ROOT = Path(__file__).resolve().parent.parent
FIRST = dt.date(2026, 11, 25)
LAST = FIRST + dt.timedelta(days=730)
SOAK = bool(os.environ.get("HOLDKATALOG_SOAK"))
DAYS = [FIRST + dt.timedelta(days=n) for n in range(0, 731, 1 if SOAK else 25)]
FAR = dt.date.max


@cache
def catalogue() -> Catalogue:
    content = ROOT / "content"
    return load(clubs=ROOT / "clubs", content=content, strict=True, today=FIRST).catalogue


@lru_cache(maxsize=40)
def once(day: dt.date) -> tuple[Entry, ...]:
    return entries(catalogue(), day)


@cache
def whole() -> dict[str, tuple[Meeting, ...]]:
    """Each offer's meetings of the whole time and a good year more, computed in one go."""
    calendar = calendar_of(catalogue().vocabulary.holidays)
    last = LAST + dt.timedelta(days=500)
    return {e.id: tuple(meetings(e.offer, FIRST, last, calendar)) for e in once(FIRST)}


def lists(value: object) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Each list of offers among a page's values, with its heading's key."""
    if isinstance(value, Group):
        yield value.key, value.entries
    elif isinstance(value, Filters):
        yield "", value.entries
    elif isinstance(value, tuple | list) and value and all(isinstance(x, Entry) for x in value):
        yield "", tuple(value)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from lists(each)


def agreed(entry: Entry) -> tuple[bool, dt.date, tuple[str, str], str]:
    """The order on lists: what is old comes last, then the next date, then the Danish alphabet."""
    first = entry.ahead[0].day if entry.ahead else FAR
    return entry.step >= Step.OLD, first, sort_key(entry.offer.name), entry.id


def sunday(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=6 - day.weekday())


def at(meeting: Meeting) -> tuple[object, ...]:
    return meeting.day, meeting.clock, meeting.places, meeting.sure


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_days_dates_are_to_come_in_order_and_those_of_any_other_day(day: dt.date) -> None:
    for entry in once(day):
        days = [meeting.day for meeting in entry.ahead]
        assert days == sorted(days), entry.id
        assert len(days) <= MOST
        assert not days or days[0] >= day, entry.id
        later = [at(one) for one in whole()[entry.id] if one.day >= day][: len(days)]
        assert [at(one) for one in entry.ahead] == later, f"{entry.id}: a day changes what is true"


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_card_carries_the_very_dates_of_its_page(day: dt.date) -> None:
    for entry in once(day):
        if not entry.ahead:
            assert packed(entry.ahead) is None
            continue
        card = json.loads(json.dumps(packed(entry.ahead)))
        days, at_ = [dt.date.fromisoformat(card["first"])], card["at"]
        for gap in card["gaps"]:
            days.append(days[-1] + dt.timedelta(days=gap))
        which = card.get("which", [0] * len(days))
        over = [f"{d}T{at_[n][0]}" for d, n in zip(days, which, strict=True)]
        assert over == [ends(one) for one in entry.ahead]
        assert [row.end for row in rows(entry.ahead)] == over
        assert all(wording.meeting_day(one).endswith(f"{one.day.year}") for one in entry.ahead[:5])


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_offer_is_lost_without_a_reason_and_every_list_is_in_its_order(day: dt.date) -> None:
    found = once(day)
    assert {entry.id for entry in found} == {entry.id for entry in once(FIRST)}
    for entry in found:
        gone = closed(entry.offer, day) or entry.step is Step.OUT
        assert entry.listed is not gone, entry.id
    assert list(found) == sorted(found, key=agreed)
    made = list(pages(catalogue(), day))
    assert {page.path for page in made} == addresses(), "an address is a promise"
    for page in made:
        given = page.values.values()
        for key, inside in (one for value in given for one in lists(value)):
            if page.template not in UNSORTED:
                order = [(fit(entry, page), *agreed(entry)) for entry in inside]
                assert order == sorted(order), f"{page.path} {key}"
    shown = {e.id for page in made if page.path == "hold/" for e in _filters(page).entries}
    assert shown == {entry.id for entry in found if entry.listed}


def fit(entry: Entry, page: Page) -> tuple[int, bool]:
    """How well an offer fits the page's illness; open to all who are ill fits better than to everybody."""
    illness = page.values.get("condition")
    if not isinstance(illness, Condition):
        return 0, False
    key = next((group.key for group in by_fit([entry], illness.id)), "")
    return FITS.index(key), key == "open" and not for_chronic(entry.offer)


FITS = ("made", "suits", "relatives", "open", "ask", "")
# What stands in an order of its own: what leads on from an offer, and what is easy to begin with.
UNSORTED = {"hold.html", "forside.html"}


def _filters(page: Page) -> Filters:
    found = page.values["filters"]
    assert isinstance(found, Filters)
    return found


@cache
def addresses() -> set[str]:
    return {page.path for page in pages(catalogue(), FIRST)}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_filter_has_an_answer_for_each_offer_and_the_browser_gets_them(day: dt.date) -> None:
    page = next(page for page in pages(catalogue(), day) if page.path == "hold/")
    filters = _filters(page)
    for facet in filters.facets:
        for option in facet.options:
            assert len(option.signs) == len(filters.entries), f"{facet.key}={option.id}"
    week = next(o for f in filters.facets if f.key == "naar" for o in f.options)
    left = [any(one.sure and one.day <= sunday(day) for one in e.ahead) for e in filters.entries]
    assert [sign == "j" for sign in week.signs] == left, "a sure meeting is left this week"
    json.dumps(filters.data)
    assert search_files(catalogue(), day)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_calendar_file_has_dates_of_its_page_that_somebody_answers_for(day: dt.date) -> None:
    for entry in once(day):
        text = ics.text(entry, catalogue(), public="https://example.org/")
        # The zone before the events has starts of its own.
        found = START.findall(text.partition("BEGIN:VEVENT")[2])
        days = [dt.date.fromisoformat(one) for one in found]
        assert set(days) <= {meeting.day for meeting in entry.ahead}
        assert all(day <= one < (entry.ladder.out or day) for one in days), entry.id


START = re.compile(r"^DTSTART[^:]*:(\d{8})", re.MULTILINE)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_report_asks_of_each_offer_that_goes_on(day: dt.date) -> None:
    found = report(catalogue(), site="Prøve", public="https://example.org/", today=day)
    living = {entry.id: entry for entry in once(day) if not closed(entry.offer, day)}
    assert {row.entry.id for row in found.rows} == living.keys()
    for row in found.rows:
        assert row.step in {living[row.entry.id].step.name.lower(), "unconfirmed"}
        assert row.next is None or row.next.day > day
        assert row.since is None or row.since <= day
    words = strings(FILE)
    assert in_text(found, words["report"])
    assert json.loads(in_json(found))
    assert in_sheet(found, words["report"])
    bridge = catalogue().municipality.bridge
    assert all(mail.text for mail in mails(found, bridge, words["report"], words["confirm"]))


def test_facts_only_grow_older() -> None:
    steps: dict[str, list[Step]] = {entry.id: [] for entry in once(FIRST)}
    for day in DAYS:
        for entry in once(day):
            steps[entry.id].append(entry.step)
    assert {id_: each for id_, each in steps.items() if each != sorted(each)} == {}
    confirmed = [entry for entry in once(LAST) if entry.offer.confirmed]
    assert {entry.step for entry in confirmed} == {Step.OUT}, "two years without a word"


def test_some_offer_is_listed_on_each_day(capsys: pytest.CaptureFixture[str]) -> None:
    start = time.perf_counter()
    listed = [sum(entry.listed for entry in entries(catalogue(), day)) for day in DAYS]
    seconds = time.perf_counter() - start
    assert listed[0] > listed[-1] > 0, "what nobody confirms goes, what never was confirmed stays"
    if not SOAK:
        return
    with capsys.disabled():
        each = f"{seconds / len(DAYS) * 1000:.1f} ms each"
        sys.stdout.write(
            f"\n{len(DAYS)} days, {each}; {listed[0]} offers listed, then {listed[-1]}\n"
        )
