"""What a card says of the next time, and what it carries for the days after it was built."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from drawing import (
    WEEKLY,
    card,
    part,
    plain,
)
from holdkatalog.paths import THEME
from holdkatalog.wording.words import strings

T = strings(THEME / "strings" / "da.yaml")
OFFER, TIME = T["offer"], T["time"]


def next_time(html: str) -> str:
    return plain(part(html, '<p class="hk-card__next">', "</p>"))


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
        (
            {"bekræftet": "ukendt", "tid": "1. marts 2027 10.00"},
            "Ring først. Næste gang: mandag 1. marts 2027 kl. 10.00, Hallen",
        ),
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
