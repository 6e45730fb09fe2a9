"""The calendar files say what the pages say, as far as somebody answers for it; the library icalendar reads them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from holdkatalog import ics
from holdkatalog.catalogue import Catalogue, load
from holdkatalog.facets.entries import Entry, entries
from holdkatalog.model import Clock, Offer, OnDate, State
from holdkatalog.schedule import Meeting, calendar_of
from small import content, empty, found, holding, read

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "examples" / "ics"
REWRITE = "GOLDEN=write .venv/bin/pytest tests/test_ics.py"
TODAY = dt.date(2026, 11, 25)
PUBLIC = "https://hold.example.org/"
HERE = ZoneInfo("Europe/Copenhagen")
TWO_YEARS = [dt.date(2026, 9, 1) + dt.timedelta(days=73 * n) for n in range(10)]
Held = tuple[dt.date | dt.datetime, dt.date | dt.datetime | None]


@cache
def catalogue(clubs: Path) -> Catalogue:
    return load(clubs=clubs, content=ROOT / "content", strict=True).catalogue


def written(entry: Entry) -> str:
    return ics.text(entry, empty(), public=PUBLIC)


def parsed(text: str) -> icalendar.Calendar:
    """The file as icalendar reads it, without a single complaint."""
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert [error for part in calendar.walk() for error in part.errors] == []
    return calendar


def expected(entry: Entry) -> list[Held]:
    """The page's meetings up to the limit, by walking from day to day."""
    assert entry.ladder.out
    reach = dict[int, dt.date]()
    return [
        _held(one)
        for one in entry.ahead
        if one.day < entry.ladder.out
        and one.day <= reach.setdefault(id(one.line), _season(one, entry.ladder.out))
    ]


def _season(meeting: Meeting, last: dt.date) -> dt.date:
    calendar = calendar_of(content().vocabulary.holidays)
    spans, day = meeting.line.periods, meeting.day
    if not spans or isinstance(meeting.line.when, OnDate):
        return last
    while day < last and any(calendar.covers(s, day + dt.timedelta(days=1)) for s in spans):
        day += dt.timedelta(days=1)
    return day


def _held(meeting: Meeting) -> Held:
    if not meeting.clock or not meeting.clock.start:
        return meeting.day, meeting.day + dt.timedelta(days=1)
    start = dt.datetime.combine(meeting.day, meeting.clock.start, HERE)
    if meeting.clock.end is None:
        return start, None
    end = dt.datetime.combine(meeting.day, meeting.clock.end, HERE)
    return start, end if end > start else end + dt.timedelta(days=1)


def held(calendar: icalendar.Calendar) -> Iterator[Held]:
    for event in calendar.events:
        yield event.start, event.get("DTEND") and event.end


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yaml")), ids=lambda f: f.stem)
def test_the_examples_give_these_very_files(file: Path) -> None:
    given = catalogue(CASES)
    (entry,) = (one for one in entries(given, TODAY) if one.club.id == file.stem)
    text = ics.text(entry, given, public=PUBLIC).encode()
    golden = file.with_suffix(".ics")
    if os.environ.get("GOLDEN") == "write":
        golden.write_bytes(text)
    assert golden.read_bytes() == text, f"Meant? {REWRITE}"
    assert list(held(parsed(text.decode()))) == expected(entry)


@pytest.mark.parametrize("today", TWO_YEARS, ids=str)
def test_on_days_of_two_years_the_files_hold_the_dates_of_the_pages(today: dt.date) -> None:
    given = catalogue(ROOT / "clubs")
    by_address = {one.address: one for one in entries(given, today)}
    texts = dict(ics.files(by_address.values(), given, public=PUBLIC))
    for address, entry in by_address.items():
        text = texts.get(f"{address}{ics.FILE}", "")
        should = expected(entry) if entry.ladder.out and entry.listed else []
        assert list(held(parsed(text)) if text else ()) == should, address
        days = [start.date() if isinstance(start, dt.datetime) else start for start, _ in should]
        assert ics.until(entry, calendar_of(given.vocabulary.holidays)) == max(days, default=None)
        assert not days or min(days) >= today


def test_two_builds_give_the_same_bytes() -> None:
    given = catalogue(ROOT / "clubs")
    first, second = (list(ics.files(entries(given, TODAY), given, public=PUBLIC)) for _ in range(2))
    assert first == second
    assert len(first) > 50


def days(text: str) -> list[dt.date]:
    """The days in the file."""
    return [moment(event).date() for event in parsed(text).events]


def moment(event: icalendar.Event) -> dt.datetime:
    """When an event begins that has an hour."""
    start = event.start
    assert isinstance(start, dt.datetime)
    return start


def weekly(**more: object) -> Offer:
    return read(
        **{
            "tid": "tirsdag 10.00-11.30",
            "sted": "Hallen, Skolevej 1, 4560 Vig",
            "fri": "ingen",
            "bekræftet": "15. oktober 2026 af formanden",
            **more,
        }
    )


def the(offer: Offer) -> Entry:
    (entry,) = found(offer)
    return entry


def test_it_ends_with_the_season_and_does_not_begin_the_next() -> None:
    entry = the(weekly(periode="september til april"))
    assert days(written(entry))[-1] == dt.date(2027, 4, 27)
    assert entry.ahead[-1].day > dt.date(2027, 9, 1)


def test_seasons_without_a_day_between_are_one() -> None:
    entry = the(weekly(periode=["januar til maj", "juni til december"]))
    assert entry.ladder.out
    assert entry.ladder.out - days(written(entry))[-1] <= dt.timedelta(7)


@pytest.mark.parametrize(
    ("periode", "last"),
    [
        ("uge 34 til uge 17", dt.date(2027, 4, 27)),
        ("oktober til februar", dt.date(2027, 2, 23)),
        ("1. december 2026 til 20. december 2026", dt.date(2026, 12, 15)),
        ("fra 1. september 2026", dt.date(2027, 12, 7)),
    ],
)
def test_each_way_to_write_a_season_ends_it(periode: str, last: dt.date) -> None:
    assert days(written(the(weekly(periode=periode))))[-1] == last


def test_it_ends_before_the_facts_leave_the_lists() -> None:
    entry = the(weekly(bekræftet="1. december 2025 af formanden"))
    assert entry.ladder.out == dt.date(2027, 1, 30)
    assert days(written(entry))[-1] == dt.date(2027, 1, 26)


def test_it_ends_when_the_team_closes() -> None:
    closes = State("lukket", dt.date(2027, 2, 1))
    entry = the(replace(weekly(), states=(closes,)))
    assert days(written(entry))[-1] == dt.date(2027, 1, 26)


@pytest.mark.parametrize(
    "offer",
    [
        replace(weekly(), confirmed=None),
        weekly(bekræftet="1. maj 2025 af formanden"),
        weekly(status="lukket"),
        weekly(tid="5. november 2026 kl. 10.00"),
        weekly(tid="Efter aftale"),
    ],
    ids=["unconfirmed", "out of the lists", "closed", "past", "words"],
)
def test_there_is_no_file_when_nobody_answers_for_a_day(offer: Offer) -> None:
    assert written(the(offer)) == ""


def test_both_changes_of_the_clocks_keep_the_hour_on_the_wall() -> None:
    calendar = parsed(written(the(weekly())))
    starts = [moment(event) for event in calendar.events]
    utc = {start.date(): start.astimezone(dt.UTC).hour for start in starts}
    assert (utc[dt.date(2027, 3, 23)], utc[dt.date(2027, 3, 30)]) == (9, 8)
    assert (utc[dt.date(2027, 10, 26)], utc[dt.date(2027, 11, 2)]) == (8, 9)


def test_the_file_tells_the_zone_as_the_world_knows_it() -> None:
    (zone,) = parsed(written(the(weekly()))).timezones
    told = zone.to_tz(lookup_tzid=False)
    for day in (dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(3660)):
        noon, night = dt.datetime.combine(day, dt.time(12)), dt.datetime.combine(day, dt.time(1))
        for wall in (noon, night):
            assert wall.replace(tzinfo=told).utcoffset() == wall.replace(tzinfo=HERE).utcoffset()


def names(entry: Entry) -> dict[dt.date, str]:
    return {moment(e).date(): str(e["UID"]) for e in parsed(written(entry)).events}


def test_a_name_stays_when_today_moves_and_when_the_hour_changes() -> None:
    offer = weekly()
    before = names(the(offer))
    (moved,) = entries(holding(offer), dt.date(2027, 2, 3))
    shared = names(moved).items() & before.items()
    assert len(shared) > 40
    assert len({*before.values()}) == len(before)
    (line,) = offer.sessions
    other = replace(offer, sessions=(replace(line, clock=Clock(dt.time(9), dt.time(10))),))
    assert names(the(other)) == before


def test_a_house_that_is_shut_is_nowhere_to_go_while_another_is_open() -> None:
    shut = {
        "navn": "Hallen",
        "adresse": "Skolevej 2, 4560 Vig",
        "status": "lukket til 13. december 2026",
    }
    other = {"navn": "Skolen", "adresse": "Skolevej 4, 4560 Vig"}
    kept = {"bekræftet": "1. oktober 2026 af formanden", "fri": "ingen", "sted": [shut, other]}
    events = parsed(written(the(read(tid="tirsdag 10.00", **kept)))).events
    said = [(str(event["LOCATION"]).split(",")[0], str(event["STATUS"])) for event in events[:2]]
    assert said == [("Skolen", "TENTATIVE"), ("Hallen", "CONFIRMED")]
