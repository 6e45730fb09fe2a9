"""What an offer's page and its card say of time, and what they carry for the days after they were built."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace

import pytest

import small
from drawing import a_site, drawn, environment
from holdkatalog.facets.entries import entries
from holdkatalog.pages import pages
from holdkatalog.paths import THEME
from holdkatalog.rendering import during, later, render
from holdkatalog.wording.words import strings

TODAY = dt.date(2026, 12, 5)
"""A Saturday."""
T = strings(THEME / "strings" / "da.yaml")
OFFER, TIME = T["offer"], T["time"]
CONFIRMED = "1. december 2026 af formanden"
WEEKLY: dict[str, object] = {
    "tid": "tirsdag 10.00-11.30",
    "fri": "ingen",
    "sted": "Hallen, Skolevej 2, 4560 Vig",
    "bekræftet": CONFIRMED,
    "kontakt": "12 34 56 00",
}


def page(raw: dict[str, object], today: dt.date = TODAY) -> str:
    """The page of an offer with these keys."""
    return drawn(small.holding(small.read(**raw)), "hold/foreningen/gang/", today)


def plain(html: str) -> str:
    """What stands in a piece of a page, without what is hidden as long as the day is the build's."""
    shown = re.sub(r"<(\w+)[^<>]* hidden(?:=\"\")?>.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "", shown).split())


def part(html: str, begin: str, end: str) -> str:
    return html.partition(begin)[2].partition(end)[0]


def section(html: str) -> str:
    return part(html, 'id="hvornaar">', "</section>")


def dates(html: str) -> list[str]:
    return [
        plain(one) for one in re.findall(r"<li class=\"hk-dates__item\".*?</li>", html, re.DOTALL)
    ]


def card(raw: dict[str, object], today: dt.date = TODAY) -> str:
    """The card of an offer with these keys, as its club's page has it."""
    html = drawn(small.holding(small.read(**raw)), "forening/f/", today)
    return part(html, "<article", "</article>")


def next_time(html: str) -> str:
    return plain(part(html, '<p class="hk-card__next">', "</p>"))


def test_the_next_five_dates_stand_first_and_the_rest_behind_a_button() -> None:
    said = section(page(WEEKLY))
    first, _, rest = said.partition("<details")
    assert dates(first)[:2] == [
        "tirsdag 8. december 2026 kl. 10.00-11.30",
        "tirsdag 15. december 2026 kl. 10.00-11.30",
    ]
    assert len(dates(first)) == 5
    assert len(dates(rest)) == 55
    assert 'data-end="2026-12-08T11:30"' in first
    assert f"<summary>{OFFER['dates_more']}</summary>" in rest


def test_few_dates_need_no_button() -> None:
    html = page({**WEEKLY, "tid": ["8. december 2026 10.00", "9. december 2026"]})
    assert dates(html) == ["tirsdag 8. december 2026 kl. 10.00", "onsdag 9. december 2026"]
    assert "<details" not in section(html)


def test_each_year_can_be_left_out_by_itself() -> None:
    years = re.findall(r"<span data-year> (\d{4})</span>", section(page(WEEKLY)))
    assert years[:5] == ["2026", "2026", "2026", "2026", "2027"]


def test_the_rule_stands_above_its_dates_and_a_listed_day_only_among_them() -> None:
    raw = {
        **WEEKLY,
        "tid": [
            "tirsdag 10.00-11.30",
            {"dag": "9. december 2026", "kl": "14.00", "note": "Med kage"},
        ],
    }
    said = section(page(raw))
    assert plain(said).startswith("Hvornår? Hver tirsdag kl. 10.00-11.30 ")
    assert plain(said).count("onsdag 9. december 2026") == 1
    assert dates(said)[1] == "onsdag 9. december 2026 kl. 14.00 Med kage"


def test_a_place_stands_with_its_date_only_where_places_differ() -> None:
    there = {"dag": "9. december 2026", "kl": "14.00", "sted": "Havnen, 4581 Rørvig"}
    said = section(page({**WEEKLY, "tid": ["tirsdag 10.00-11.30", there]}))
    assert dates(said)[:2] == [
        "tirsdag 8. december 2026 kl. 10.00-11.30 Hallen, Vig",
        "onsdag 9. december 2026 kl. 14.00 Havnen, Rørvig",
    ]
    assert "Hallen" not in section(page(WEEKLY))


def test_what_only_the_team_can_tell_says_ring_and_hear_and_what_that_means() -> None:
    vague = {key: value for key, value in WEEKLY.items() if key != "fri"}
    said = section(page(vague, dt.date(2026, 12, 20)))
    assert dates(said)[0] == f"tirsdag 22. december 2026 kl. 10.00-11.30 {OFFER['ask_day']}"
    assert OFFER["dates_ask"] in said.partition("<details")[0]
    early = section(page(vague, dt.date(2026, 10, 20)))
    assert OFFER["dates_ask"] not in early.partition("<details")[0]
    assert OFFER["dates_ask"] in early, "among the dates that are not shown at once"
    assert OFFER["dates_ask"] not in section(page(WEEKLY))


@pytest.mark.parametrize(
    "raw", [{}, {"tid": "Efter aftale"}, {"tid": "to gange om måneden"}], ids=str
)
def test_where_no_date_can_be_computed_one_is_told_whom_to_ring(raw: dict[str, object]) -> None:
    given = {key: value for key, value in WEEKLY.items() if key != "tid"}
    said = section(page({**given, **raw}))
    assert "Ring på 12 34 56 00, og hør, hvornår det er næste gang." in plain(said)
    assert dates(said) == []


def test_without_a_number_of_its_own_the_bridge_builder_is_rung() -> None:
    assert "Ring på 12 34 56 78, og hør" in plain(section(page({"bekræftet": CONFIRMED})))


def test_without_any_number_one_is_told_to_ring_all_the_same() -> None:
    bare = small.holding(small.read(bekræftet=CONFIRMED))
    bridge = replace(bare.municipality.bridge, phone="")
    silent = replace(bare, municipality=replace(bare.municipality, bridge=bridge))
    assert plain(section(drawn(silent, "hold/foreningen/gang/", TODAY))).endswith(
        OFFER["dates_none"]
    )


def test_the_page_carries_what_to_say_when_its_dates_have_run_out() -> None:
    said = section(page(WEEKLY))
    ring = part(said, "<p data-none hidden>", "</p>")
    assert plain(ring) == "Ring på 12 34 56 00, og hør, hvornår det er næste gang."


def test_the_brief_says_the_next_time_as_the_list_does() -> None:
    html = page(WEEKLY)
    brief = part(html, 'class="hk-brief"', "</ul>")
    assert "Næste gang: tirsdag 8. december 2026 kl. 10.00-11.30" in plain(brief)
    assert plain(part(brief, "data-next-of>", "</strong>")) == dates(html)[0]


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
        ['data-from="2027-03-01"', "hidden"],
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


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({}, "Næste gang: tirsdag 8. december 2026 kl. 10.00, Hallen"),
        ({"sted": "ukendt"}, "Næste gang: tirsdag 8. december 2026 kl. 10.00"),
        ({"tid": "tirsdag"}, "Næste gang: tirsdag 8. december 2026, Hallen"),
        (
            {"tid": "som regel tirsdag 10.00-11.30"},
            "Næste gang: tirsdag 8. december 2026 kl. 10.00, Hallen. Ring og hør.",
        ),
        (
            {"status": "pause til 31. januar 2027"},
            "Starter igen: tirsdag 2. februar 2027 kl. 10.00, Hallen",
        ),
        ({"status": "pause"}, "Hver tirsdag kl. 10.00-11.30"),
        ({"tid": "Efter aftale"}, "Efter aftale"),
        ({"tid": "ukendt"}, "Ring og hør hvornår."),
        ({"bekræftet": "ukendt"}, "Ring først. Plejer at være tirsdag kl. 10.00"),
        ({"bekræftet": "ukendt", "tid": "tirsdag"}, "Ring først. Plejer at være tirsdag"),
        ({"bekræftet": "ukendt", "tid": "Efter aftale"}, "Ring først. Efter aftale"),
        ({"bekræftet": "ukendt", "tid": "ukendt"}, "Ring og hør hvornår."),
        ({"tid": "1. december 2026 10.00"}, OFFER["over"]),
    ],
    ids=str,
)
def test_a_card_says_the_next_time_or_what_is_known_instead(
    raw: dict[str, object], said: str
) -> None:
    assert next_time(card({**WEEKLY, **raw})) == said


def test_a_card_carries_its_dates_and_the_days_from_which_it_is_old() -> None:
    html = card(WEEKLY)
    given = json.loads(part(html, "data-ahead='", "'"))
    assert given["first"] == "2026-12-08"
    assert given["at"] == [["11:30", "kl. 10.00", ", Hallen", True]]
    assert 'data-old="2027-12-01"' in html
    assert 'data-out="2028-01-30"' in html
    never = card({"bekræftet": "ukendt"})
    assert "data-ahead" not in never
    assert "data-old" not in never


def test_a_pause_is_marked_on_the_card_so_that_what_follows_is_a_new_start() -> None:
    html = card(
        {**WEEKLY, "status": ["venteliste", "pause fra 1. januar 2027 til 31. januar 2027"]}
    )
    badges = re.findall(r'<p class="hk-badge"([^>]*)>', html)
    assert [("data-shut" in one, "hidden" in one) for one in badges[:3]] == [
        (False, False),
        (True, True),
        (False, True),
    ]


def test_an_old_card_says_since_when_nobody_has_confirmed_it() -> None:
    assert "Ikke bekræftet siden december 2026" in plain(card(WEEKLY, dt.date(2027, 12, 1)))
    assert "Ikke bekræftet" not in plain(card(WEEKLY, dt.date(2027, 11, 30)))
    assert T["card"]["unconfirmed"] in plain(card({"bekræftet": "ukendt"}))


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
