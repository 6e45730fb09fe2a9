"""Seasons in sentences: what is known is said once, and what only the club knows is not claimed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from holdkatalog.facets.seasons import rule, season_lines, timed
from holdkatalog.paths import THEME
from holdkatalog.wording.words import strings
from small import TODAY, vocabulary
from small import read as offer

WORDS: Mapping[str, str] = strings(THEME / "strings" / "da.yaml")["offer"]
VOCABULARY = vocabulary()
ONGOING, TUESDAY = "Der er ingen slutdato.", "tirsdag 10.00-11.30"
DECEMBER = "1. december 2026 til 31. december 2026"
SPRING = "1. januar 2027 til 1. maj 2027"
ASK = "Ring og hør hvornår."


SEASONS: list[tuple[dict[str, object], list[str]]] = [
    ({}, []),
    ({"tid": TUESDAY}, [ONGOING]),
    ({"tid": "Efter aftale"}, []),
    ({"tid": "5. december 2026 10.00", "periode": "september til april"}, []),
    ({"tid": TUESDAY, "periode": "hele året", "fri": "ingen"}, ["Hele året.", WORDS["never_off"]]),
    (
        {"tid": [TUESDAY, "fredag 10.00"], "periode": "uge 36 til 17", "fri": ["juli", "uge 42"]},
        ["Uge 36 til 17.", "Vi holder fri: juli og uge 42."],
    ),
    ({"periode": "september til april"}, ["September til april."]),
    ({"tid": TUESDAY, "fri": "Vi går ikke i regn"}, [ONGOING, "Vi går ikke i regn."]),
    ({"tid": TUESDAY, "fri": "Vi går ikke i regn!"}, [ONGOING, "Vi går ikke i regn!"]),
    (
        {
            "tid": [
                {"dag": "torsdag", "kl": "17.00", "periode": "april til september"},
                {"dag": "torsdag", "kl": "16.00", "periode": "oktober til marts"},
                {"note": "Ring og hør"},
            ],
            "fri": "juli",
        },
        ["Vi holder fri: juli."],
    ),
    ({"tid": TUESDAY, "gange": "8"}, [f"I alt 8 gange. {ASK}"]),
    ({"tid": TUESDAY, "gange": "12 uger"}, [f"I alt 12 uger. {ASK}"]),
    ({"tid": "Efter aftale", "gange": "8"}, ["I alt 8 gange."]),
    (
        {"tid": TUESDAY, "gange": "8", "periode": "fra 6. december 2026"},
        ["Fra 6. december 2026.", "I alt 8 gange."],
    ),
    (
        {"tid": TUESDAY, "gange": "12 uger", "periode": "fra 6. december 2026"},
        ["Fra 6. december 2026.", "I alt 12 uger."],
    ),
    (
        {"tid": TUESDAY, "gange": "5", "periode": DECEMBER},
        ["1. december 2026 til 31. december 2026.", "I alt 5 gange."],
    ),
    (
        {
            "tid": TUESDAY,
            "gange": "4",
            "periode": DECEMBER,
            "fri": "24. december 2026 til 31. december 2026",
        },
        [
            "1. december 2026 til 31. december 2026.",
            "Vi holder fri: 24. december 2026 til 31. december 2026.",
            "I alt 4 gange.",
        ],
    ),
    (
        {"tid": TUESDAY, "gange": "3", "periode": DECEMBER},
        ["1. december 2026 til 31. december 2026.", f"I alt 3 gange. {ASK}"],
    ),
    (
        {
            "tid": {"dag": "tirsdag", "sted": {"navn": "Hal", "godt_at_vide": {"toilet": "ja"}}},
            "gange": "5",
            "periode": DECEMBER,
        },
        ["1. december 2026 til 31. december 2026.", "I alt 5 gange."],
    ),
    (
        {"tid": TUESDAY, "gange": "5", "periode": [DECEMBER, "marts"]},
        ["1. december 2026 til 31. december 2026 og marts.", f"I alt 5 gange. {ASK}"],
    ),
    (
        {"tid": TUESDAY, "periode": "1. januar 2027 til 1. maj 2027"},
        ["1. januar 2027 til 1. maj 2027.", "Vi begynder den 5. januar 2027."],
    ),
    (
        {"tid": TUESDAY, "periode": "1. september 2025 til 1. maj 2026"},
        ["1. september 2025 til 1. maj 2026.", WORDS["over"]],
    ),
    (
        {"tid": ["lørdag 10.00", "tirsdag 10.00"], "periode": "1. maj 2027 til 30. september 2027"},
        ["1. maj 2027 til 30. september 2027.", "Vi begynder den 1. maj 2027."],
    ),
    (
        {"tid": TUESDAY, "periode": SPRING, "fri": "5. januar 2027"},
        [f"{SPRING}.", "Vi begynder den 12. januar 2027.", "Vi holder fri: 5. januar 2027."],
    ),
    (
        {"tid": TUESDAY, "periode": SPRING, "fri": "helligdage"},
        [f"{SPRING}.", "Vi begynder den 5. januar 2027.", "Vi holder fri: helligdage."],
    ),
    (
        {"tid": TUESDAY, "periode": SPRING, "fri": "Vi går ikke i regn"},
        [f"{SPRING}.", "Vi går ikke i regn."],
    ),
    ({"tid": ["hver uge", TUESDAY], "periode": SPRING}, [f"{SPRING}."]),
    ({"tid": "Efter aftale", "periode": SPRING}, [f"{SPRING}."]),
    ({"tid": [TUESDAY, "12. december 2026"], "periode": SPRING}, [f"{SPRING}."]),
    ({"tid": TUESDAY, "periode": "maj"}, ["I maj."]),
    ({"tid": ["1. december 2026", "4. december 2026"]}, [WORDS["over"]]),
    ({"tid": ["1. december 2026", "5. december 2026"]}, []),
    (
        {
            "tid": [TUESDAY, "12. december 2026"],
            "periode": "1. september 2025 til 1. maj 2026",
        },
        ["1. september 2025 til 1. maj 2026."],
    ),
    (
        {
            "tid": [
                {"dag": "tirsdag", "kl": "10.00", "fri": "juli"},
                {"dag": "onsdag", "kl": "10.00", "fri": "ingen"},
                {"dag": "torsdag", "kl": "10.00", "fri": "Vi går ikke i regn"},
                {"dag": "fredag", "kl": "10.00"},
            ],
        },
        [
            ONGOING,
            "Hver tirsdag kl. 10.00, undtagen juli.",
            "Hver onsdag kl. 10.00, også i ferier og på helligdage.",
            "Hver torsdag kl. 10.00. Vi går ikke i regn.",
        ],
    ),
]


@pytest.mark.parametrize(("raw", "said"), SEASONS)
def test_the_season_is_said_once_when_all_times_share_it(
    raw: dict[str, object], said: list[str]
) -> None:
    assert list(season_lines(offer(**raw), TODAY, WORDS, VOCABULARY, running=True)) == said


def test_what_is_not_running_is_not_said_to_go_on() -> None:
    assert season_lines(offer(tid=TUESDAY), TODAY, WORDS, VOCABULARY, running=False) == ()


def test_a_weekday_of_which_only_some_are_meant_is_not_every_one() -> None:
    few = offer(tid=TUESDAY, gange="3", periode=DECEMBER)
    one = offer(tid=[{"dag": "tirsdag", "kl": "10", "gange": "3"}])
    every = offer(tid=TUESDAY, gange="5", periode=DECEMBER)
    said = [rule(found.sessions[0], found, VOCABULARY) for found in (few, one, every)]
    assert said == ["Tirsdag kl. 10.00-11.30", "Tirsdag kl. 10.00", "Hver tirsdag kl. 10.00-11.30"]


def test_every_day_of_which_only_some_are_meant_still_reads_as_words() -> None:
    found = offer(tid="hver dag 10.00", gange="3", periode=DECEMBER)
    assert rule(found.sessions[0], found, VOCABULARY) == "Hver dag kl. 10.00"


def test_a_time_tells_its_own_period_only_when_the_others_have_another() -> None:
    may = {"dag": "lørdag", "periode": "maj"}
    rest: list[object] = ["5. december 2026 10.00", {"note": "Ring og hør", "periode": "juni"}]
    autumn = {"dag": "hver anden lørdag", "kl": "8.00", "periode": "september til november"}
    mixed, alike = offer(tid=[may, autumn, *rest]), offer(tid=[may, {**autumn, "periode": "maj"}])
    assert [timed(line, mixed, VOCABULARY) for line in mixed.sessions] == [
        "Hver lørdag, i maj",
        "Hver anden lørdag kl. 8.00, september til november",
        "Lørdag 5. december 2026 kl. 10.00",
        "",
    ]
    assert [timed(line, alike, VOCABULARY) for line in alike.sessions] == [
        "Hver lørdag",
        "Hver anden lørdag kl. 8.00",
    ]
