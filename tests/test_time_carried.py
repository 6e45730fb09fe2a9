"""What an offer's page says of its state and how fresh it is, and what it carries for later days."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace

import pytest

import small
from drawing import (
    TODAY,
    WEEKLY,
    a_site,
    dates,
    environment,
    page,
    part,
    plain,
    section,
)
from holdkatalog.facets.entries import entries
from holdkatalog.pages import pages
from holdkatalog.paths import THEME
from holdkatalog.rendering import during, later, render
from holdkatalog.wording.words import strings

T = strings(THEME / "strings" / "da.yaml")
OFFER, TIME = T["offer"], T["time"]


def test_what_nobody_has_confirmed_for_long_promises_no_next_time() -> None:
    for today in (TODAY, dt.date(2027, 11, 30), dt.date(2027, 12, 1), dt.date(2028, 1, 29)):
        html = page(WEEKLY, today)
        old = today >= dt.date(2027, 12, 1)
        assert (TIME["next"] in plain(part(html, 'class="hk-brief"', "</ul>"))) is not old
        assert (OFFER["dates_old"] in plain(section(html))) is old
    never = page({**WEEKLY, "bekræftet": "ukendt"})
    assert TIME["next"] not in part(never, 'class="hk-brief"', "</ul>")
    assert OFFER["dates_old"] in plain(section(never))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-05", ""),
        ("2027-05-29", ""),
        ("2027-05-30", "soon"),
        ("2027-11-30", "soon"),
        ("2027-12-01", "old"),
        ("2028-01-29", "old"),
        ("2028-01-30", "out"),
    ],
)
def test_the_page_says_how_long_ago_somebody_confirmed_it(day: str, said: str) -> None:
    head = plain(
        part(page(WEEKLY, dt.date.fromisoformat(day)), '<header class="hk-offer__head', "</header>")
    )
    told = [
        key for key in ("soon", "old", "out") if OFFER[key].format(day="1. december 2026") in head
    ]
    assert told == ([said] if said else [])


def test_a_page_that_is_out_of_the_lists_stays_with_all_it_knows() -> None:
    html = page(WEEKLY, dt.date(2028, 2, 1))
    assert dates(html)
    for heading in ("for_me", "first", "when", "where", "price", "join"):
        assert f">{OFFER[heading]}</h2>" in html
    assert "ld+json" not in html, "machines are told of nothing that is so old"
    assert OFFER["closed"] not in html


@pytest.mark.parametrize(("day", "promised"), [("2027-11-30", True), ("2027-12-01", False)])
def test_that_there_is_room_is_promised_only_until_the_facts_are_old(
    day: str, *, promised: bool
) -> None:
    html = page({**WEEKLY, "status": "åben"}, dt.date.fromisoformat(day))
    (badge,) = re.findall(r'<li class="hk-badge hk-badge--open"([^>]*)>', html)
    assert ("hidden" in badge) is not promised
    assert 'data-to="2027-11-30"' in badge


def test_that_there_is_room_is_never_promised_of_what_nobody_has_confirmed() -> None:
    never = page({**WEEKLY, "status": ["åben", "pause fra 1. januar 2027"], "bekræftet": "ukendt"})
    assert "hk-badge--open" not in never
    assert "Holder pause fra 1. januar 2027" in plain(never)


def test_when_a_file_was_changed_stands_beside_when_it_was_confirmed() -> None:
    catalogue = small.holding(small.read(**WEEKLY))
    site = a_site(catalogue, TODAY)
    found = next(one for one in pages(catalogue, TODAY) if one.path == "hold/foreningen/gang/")

    def foot(edited: dict[str, dt.date]) -> str:
        html = render(found, environment(), replace(site, edited=edited))
        return plain(part(html, 'class="hk-foot-note">', "</p>"))

    assert foot({"clubs/f.yaml": dt.date(2026, 11, 20)}).startswith(
        "Bekræftet 1. december 2026 af formanden. Rettet 20. november 2026."
    )
    assert "Rettet" not in foot({"clubs/other.yaml": dt.date(2026, 11, 20)})


def test_a_course_has_a_file_of_its_own() -> None:
    catalogue = small.holding(small.read())
    course = replace(catalogue, clubs=(), courses=catalogue.clubs)
    (entry,) = entries(course, TODAY)
    site = replace(a_site(course, TODAY), edited={"content/forloeb/f.yaml": TODAY})
    assert site.edited_on(entry) == TODAY


def test_a_state_stands_with_its_days_and_so_does_the_one_that_follows() -> None:
    raw = {**WEEKLY, "status": ["åben", "pause fra 1. januar 2027 til 28. februar 2027"]}
    badges = re.findall(r'<li class="hk-badge[^>]*>', page(raw))
    assert [re.findall(r'data-\w+="[^"]*"|hidden', one) for one in badges] == [
        ['data-to="2026-12-31"'],
        ['data-to="2026-12-31"'],
        ['data-from="2027-01-01"', 'data-to="2027-02-28"', "hidden"],
        ['data-from="2027-03-01"', 'data-to="2027-11-30"', "hidden"],
    ]


def test_one_is_asked_to_ring_on_the_days_on_which_it_does_not_go_on() -> None:
    raw = {**WEEKLY, "status": "pause fra 1. januar 2027 til 28. februar 2027"}
    ring = f"<p>{OFFER['call_first']}</p>"
    for today, said in ((TODAY, False), (dt.date(2027, 2, 28), True), (dt.date(2027, 3, 1), False)):
        html = page(raw, today)
        assert (OFFER["call_first"] in plain(html)) is said
        assert (ring in html) is (today < dt.date(2027, 3, 1))


def test_a_notice_is_carried_before_its_day_and_gone_after_it() -> None:
    notice = "fra 10. december 2026 til 12. december 2026, vi er i Holbæk"
    words = "Vi er i Holbæk"
    before, within, after = (
        page({**WEEKLY, "opslag": notice}, dt.date(2026, 12, day)) for day in (9, 10, 13)
    )
    assert words in before
    assert words not in plain(before)
    assert words in plain(within)
    assert words not in after


def test_a_deadline_says_that_it_has_passed_when_it_has() -> None:
    raw = {**WEEKLY, "tilmelding": "tilmeld dig senest 10. december 2026"}
    for day, passed in ((10, False), (11, True)):
        said = plain(part(page(raw, dt.date(2026, 12, day)), 'class="hk-contact"', "</section>"))
        assert ("senest 10. december 2026" in said) is not passed
        assert (OFFER["deadline_past"] in said) is passed
    assert 'data-from="2026-12-11" hidden' in page(raw)


def test_every_page_says_when_it_was_built_and_carries_the_words_for_other_days() -> None:
    html = page(WEEKLY)
    assert '<html lang="da" data-built="2026-12-05">' in html
    assert "Siden er bygget 5. december 2026." in plain(html)
    words = json.loads(part(html, '<script type="application/json" id="tid">', "</script>"))
    assert words["days"][0] == "mandag"
    assert words["months"][-1] == "december"
    assert set(TIME) < set(words)


def test_what_holds_on_some_days_is_hidden_on_the_others() -> None:
    day, next_day = TODAY, later(TODAY, 1)
    assert during(None, None, day) == ""
    assert during(day, day, day) == ' data-from="2026-12-05" data-to="2026-12-05"'
    assert during(next_day, None, day) == ' data-from="2026-12-06" hidden'
    assert during(None, later(day, -1), day) == ' data-to="2026-12-04" hidden'
