"""Whatever somebody wrote, a calendar file stays one, and it says no more than a colleague may see."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdkatalog import ics
from holdkatalog.catalogue import load
from holdkatalog.facets.entries import Entry, entries
from holdkatalog.ics.lines import escaped, folded
from holdkatalog.model import (
    Attestation,
    Clock,
    Contact,
    Dates,
    IsoWeeks,
    Named,
    Offer,
    OnDate,
    Place,
    Session,
    Weekly,
    Yearly,
)
from holdkatalog.schedule import calendar_of
from holdkatalog.wording.words import strings
from small import ROOT, empty, holding, vocabulary

DA = strings(ROOT / "theme" / "strings" / "da.yaml")
SAID = DA["say"]["calendar"]
PUBLIC = "https://hold.example.org/"
TODAY = dt.date(2026, 12, 5)
# What nobody can write in a club's file: the check refuses it.
WRITABLE = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
ANYTHING = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(WRITABLE, max_size=120).map(str.strip)
NAMES = TEXTS.filter(bool)
DAYS = st.dates(dt.date(2026, 11, 1), dt.date(2028, 3, 1))
HOURS = st.times().map(lambda t: t.replace(second=0, microsecond=0))
YEARLY = st.tuples(st.integers(1, 12), st.integers(1, 28))
SPANS = st.one_of(
    st.builds(Dates, st.none() | DAYS, st.none() | DAYS),
    st.builds(Yearly, YEARLY, YEARLY, st.just(False)),  # noqa: FBT003 - the model's own order
    st.builds(Yearly, YEARLY, st.just((2, 29)), st.just(True)),  # noqa: FBT003 - the same
    st.builds(IsoWeeks, st.integers(1, 53), st.integers(1, 53)),
    st.just(Named("skoleferier")),
)
SESSIONS = st.builds(
    Session,
    when=st.builds(Weekly, st.frozensets(st.integers(0, 6), min_size=1)) | st.builds(OnDate, DAYS),
    clock=st.none()
    | st.builds(Clock, start=HOURS, end=st.none() | HOURS, about=st.booleans())
    | st.builds(Clock, part=st.sampled_from(("formiddag", "aften"))),
    periods=st.none() | st.lists(SPANS, max_size=2).map(tuple),
    breaks=st.just(()),
    places=st.lists(st.builds(Place, name=NAMES, town=TEXTS, note=TEXTS), max_size=2).map(tuple),
    note=TEXTS,
    pickup=TEXTS,
)
OFFERS = st.builds(
    Offer,
    id=st.just("f/gang"),
    name=NAMES,
    activities=st.just(()),
    sessions=st.lists(SESSIONS, min_size=1, max_size=3).map(tuple),
    confirmed=st.builds(Attestation, st.dates(dt.date(2025, 11, 1), TODAY)),
)


def the(offer: Offer) -> Entry:
    (entry,) = entries(holding(offer), TODAY)
    return entry


def written(offer: Offer, public: str = PUBLIC) -> str:
    return ics.text(the(offer), empty(), public=public)


def parsed(text: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert [error for part in calendar.walk() for error in part.errors] == []
    return calendar


def simple(**more: Any) -> Offer:  # noqa: ANN401 - an offer's keys
    """A team that meets every Tuesday from 10.00 to 11.00."""
    line = Session(
        when=Weekly(frozenset({1})),
        clock=Clock(dt.time(10), dt.time(11)),
        periods=(Dates(None, dt.date(2026, 12, 8)),),
        breaks=(),
    )
    offer = Offer(
        id="f/gang",
        name="Gåtur",
        activities=(),
        sessions=(line,),
        confirmed=Attestation(dt.date(2026, 11, 1)),
    )
    return replace(offer, **more)


def with_line(**more: Any) -> Offer:  # noqa: ANN401 - a line's keys
    offer = simple()
    return replace(offer, sessions=(replace(offer.sessions[0], **more),))


def said(offer: Offer, public: str = PUBLIC) -> list[str]:
    """The lines below the name of the first event."""
    return str(parsed(written(offer, public)).events[0]["DESCRIPTION"]).split("\n")


@given(OFFERS)
@settings(max_examples=60)
def test_any_team_gives_a_file_with_its_days_and_words(offer: Offer) -> None:
    entry, text = the(offer), written(offer)
    kept = ics.within(entry, calendar_of(vocabulary().holidays))
    if not kept:
        assert text == ""
        return
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    found = parsed(text).events
    for event, (_, meeting) in zip(found, kept, strict=True):
        start = meeting.clock.start if meeting.clock else None
        when = dt.datetime.combine(meeting.day, start) if start else meeting.day
        told = event.start
        assert (told.replace(tzinfo=None) if isinstance(told, dt.datetime) else told) == when
        assert event.end >= event.start
        assert str(event["SUMMARY"]) == offer.name
        assert (event["STATUS"] == "TENTATIVE") is not meeting.sure
    assert len({event["UID"] for event in found}) == len(found)


@given(st.text(ANYTHING, max_size=400))
def test_no_line_is_too_long_and_no_character_is_cut(text: str) -> None:
    pieces = folded(text).encode().split(b"\r\n ") if "\r\n " not in text else []
    assert all(len(piece) + (number > 0) <= 75 for number, piece in enumerate(pieces))
    assert not pieces or b"".join(pieces).decode() == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a, b; c", r"a\, b\; c"),
        ("C:\\nyt", r"C:\\nyt"),
        ("en\r\nto\nBEGIN:VEVENT\rfire", r"en\nto\nBEGIN:VEVENT\nfire"),
        ("a\u2028b\x85c", r"a\nb\nc"),
        ("\x07klokke\x00\x1f", "klokke"),
        (" rand ", "rand"),
    ],
)
def test_nothing_that_is_written_ends_a_line(text: str, value: str) -> None:
    assert escaped(text) == value


def test_a_team_of_hostile_words_is_still_one_team() -> None:
    name = 'X\r\nEND:VEVENT\r\nBEGIN:VALARM\\n;,:"æøå' + "🌊" * 60
    calendar = parsed(written(simple(name=name)))
    (event,) = calendar.events
    assert str(event["SUMMARY"]) == name.replace("\r\n", "\n")
    assert [part.name for part in event.walk()] == ["VEVENT"]


def test_a_note_that_names_an_illness_stays_on_the_page() -> None:
    assert said(with_line(note="for dig med KOL"), "") == said(with_line(), "")
    assert said(with_line(note="for lungepatienter og slidgigtramte"), "") == said(simple(), "")
    assert "Kollegaer er velkomne" in said(with_line(note="kollegaer er velkomne"))
    door = Place(name="Hallen", note="døren til dialyse")
    assert said(with_line(places=(door,)), "") == said(simple(), "")


def test_an_unsure_day_says_so_in_words_too() -> None:
    offer = with_line(usually=True)
    assert said(offer)[0] == SAID["unsure"]
    assert parsed(written(offer)).events[0]["STATUS"] == "TENTATIVE"


def test_where_one_meets_before_is_said() -> None:
    said_first = said(with_line(pickup="Kl. 9.30 ved Vig Station"))[0]
    assert said_first == SAID["pickup"].format(pickup="Kl. 9.30 ved Vig Station")


def test_the_phone_is_one_for_everybody_and_else_the_bridge_builders() -> None:
    only = Contact(phone="+4587654321", purpose="fagfolk")
    own = Contact(phone="+4511223344")
    bridge = SAID["phone"].format(number="12 34 56 78")
    assert said(simple(contacts=(only,)), "") == [bridge]
    assert said(simple(contacts=(only, own)), "") == [SAID["phone"].format(number="11 22 33 44")]


def test_without_phone_and_address_nothing_is_said() -> None:
    nobody = replace(empty().municipality, bridge=Contact(mail="b@example.org"))
    text = ics.text(the(simple()), replace(empty(), municipality=nobody), public="")
    assert "DESCRIPTION" not in text
    assert "LOCATION" not in text


def test_a_vocabulary_without_illnesses_hides_no_note() -> None:
    bare = replace(empty(), vocabulary=replace(vocabulary(), conditions={}))
    assert "DESCRIPTION:Gåtur" in ics.text(the(with_line(note="gåtur")), bare, public="")


def test_no_demo_team_tells_a_colleague_of_an_illness() -> None:
    catalogue = load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True).catalogue
    words = "|".join(re.escape(one.name) for one in vocabulary().conditions.values())
    for _, text in ics.files(entries(catalogue, TODAY), catalogue, public=""):
        for event in parsed(text).events:
            assert event["CLASS"] == "PRIVATE"
            assert not re.search(
                rf"\b(?:{words})\b", str(event.get("DESCRIPTION", "")), re.IGNORECASE
            )
            assert "ORGANIZER" not in event


def test_each_page_leads_to_its_file_until_its_last_day(built: Path) -> None:
    files = {file.parent: file.read_bytes().decode() for file in built.rglob("*.ics")}
    pages = [page for top in ("hold", "forloeb") for page in (built / top).rglob("index.html")]
    for page in pages:
        html = page.read_text("utf-8")
        link = re.search(r'data-to="([\d-]+)">\s*<p><a [^>]*href="kalender\.ics" download="', html)
        assert (link is not None) == (page.parent in files), page
        if link:
            last = parsed(files[page.parent]).events[-1].start
            assert f"{last:%Y-%m-%d}" == link[1]
            assert DA["calendar"]["link"] in html
