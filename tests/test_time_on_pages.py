"""What an offer's page says of its dates."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

import small
from drawing import (
    CONFIRMED,
    TODAY,
    WEEKLY,
    dates,
    drawn,
    page,
    part,
    plain,
    section,
)
from holdkatalog.paths import THEME
from holdkatalog.wording.words import strings

T = strings(THEME / "strings" / "da.yaml")
OFFER, TIME = T["offer"], T["time"]
RIDES = {"tirsdag": "Vig", "torsdag": "Asnæs"}


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


def test_a_pick_up_stands_with_its_rule_and_with_a_date_that_has_another() -> None:
    pick = {**WEEKLY, "opsamling": "kl. 9.30 ved Vig Station"}
    said = section(page(pick))
    assert "Opsamling: kl. 9.30 ved Vig Station" in plain(said)
    assert plain(said).count("Opsamling") == 1
    other = {"dag": "9. december 2026", "kl": "14.00", "opsamling": "kl. 13 ved kirken"}
    differing = dates(section(page({**pick, "tid": ["tirsdag 10.00-11.30", other]})))
    assert [one.partition("Opsamling: ")[2] for one in differing[:2]] == ["", "kl. 13 ved kirken"]
    two = [{"dag": day, "kl": "10", "opsamling": f"i {place}"} for day, place in RIDES.items()]
    each = dates(section(page({**WEEKLY, "tid": two})))
    assert [one.partition("Opsamling: ")[2] for one in each[:2]] == ["i Vig", "i Asnæs"]


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


MANY = ["tirsdag 10.00", "onsdag 10.00", "torsdag 10.00", "8. december 2026 10.00"]
LISTED = {**WEEKLY, "tid": ["8. december 2026 10.00", "9. december 2026 10.00"]}


def test_of_many_rules_the_brief_says_the_first_and_leads_to_the_rest() -> None:
    brief = part(page({**WEEKLY, "tid": MANY}), 'class="hk-brief">', "</li>")
    assert plain(brief).startswith("Hver tirsdag kl. 10.00 Se alle 3 tider Næste gang:")
    assert 'href="#hvornaar"' in brief


def test_of_days_each_at_its_own_place_the_brief_names_no_place_for_all() -> None:
    there = {"dag": "8. december 2026", "sted": "Havnen, Havnevej 1, 4581 Rørvig"}
    scattered = page({**WEEKLY, "tid": [there, "9. december 2026 10.00"]})
    where = part(scattered, 'class="hk-brief">', "</ul>").split("</li>")[1]
    assert plain(where).endswith("Se alle 2 steder")
    told = page(
        {**WEEKLY, "tid": [there, "9. december 2026 10.00"], "sted": "Et nyt sted hver gang"}
    )
    assert "Et nyt sted hver gang" in part(told, 'class="hk-brief">', "</ul>")


def test_listed_days_that_a_pause_takes_are_not_told() -> None:
    html = page({**LISTED, "status": "pause til 8. december 2026"})
    assert "8. december 2026 kl. 10.00" not in plain(html)
    gone = page({**LISTED, "status": "pause til 1. januar 2027"})
    assert "kl. 10.00" not in plain(gone)
    assert OFFER["when_unknown"] in plain(part(gone, 'class="hk-brief">', "</li>"))
    assert "hvornår det er næste gang" in plain(section(gone))


def test_no_line_breaks_within_the_dates_of_a_state() -> None:
    html = page({**WEEKLY, "status": "pause fra 1. november 2026 til 31. januar 2027"})
    badge = part(html, 'class="hk-badge"', "</li>")
    assert badge.count('<span class="hk-nowrap">') == 2


def brief(html: str) -> str:
    return plain(re.sub(HIDDEN, "", part(html, 'class="hk-brief">', "</ul>")))


HIDDEN = re.compile(r"<span[^>]* hidden>.*?</span>", re.DOTALL)
OVER = re.compile(r'<span class="hk-brief__line" (data-[^>]*)>Det er slut')


def test_a_listed_day_is_said_at_the_top_only_as_the_next_so_that_it_goes_when_it_has_been() -> (
    None
):
    html = page({**WEEKLY, "tid": ["8. december 2026 10.00", "9. december 2026"]})
    assert brief(html).startswith("Næste gang: tirsdag 8. december 2026 kl. 10.00 ")
    assert "9. december" not in brief(html)
    assert OVER.findall(html) == ['data-from="2026-12-10" hidden']
    never = page({**WEEKLY, "tid": "8. december 2026 10.00", "bekræftet": "ukendt"})
    assert brief(never).startswith(f"{OFFER['when_unknown']} ")


def test_a_time_whose_period_ends_is_said_at_the_top_until_then() -> None:
    tid = [{"dag": "tirsdag", "periode": "til 15. december 2026"}, "torsdag"]
    html = page({**WEEKLY, "tid": tid})
    assert ' data-to="2026-12-15">Hver tirsdag, til' in html.replace('<span class="hk-nowrap">', "")
    assert OVER.findall(html) == []
    words = page({**WEEKLY, "tid": "Efter aftale", "periode": "til 15. december 2026"})
    assert OVER.findall(words) == ['data-from="2026-12-16" hidden']
