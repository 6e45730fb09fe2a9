"""What of the times is still to come, and which of them a card says."""

from __future__ import annotations

import pytest

from holdkatalog.facets.coming import coming, over, places_ahead, where
from holdkatalog.facets.seasons import card_times, rule
from small import TODAY, vocabulary
from small import read as offer

VOCABULARY = vocabulary()
TUESDAY = "tirsdag 10.00-11.30"


def test_listed_days_that_have_been_are_left_out_and_the_rest_stand_by_date() -> None:
    days = ["14. marts 2027", "22. november 2026", "13. december 2026", "5. december 2026"]
    found = offer(tid=[*days, "tirsdag"])
    said = [rule(line, found, VOCABULARY) for line in coming(found, TODAY)]
    assert said == [
        "Hver tirsdag",
        "Lørdag 5. december 2026",
        "Søndag 13. december 2026",
        "Søndag 14. marts 2027",
    ]


CARDS: list[tuple[dict[str, object], list[str]]] = [
    ({}, []),
    ({"tid": "Efter aftale"}, ["Efter aftale"]),
    ({"tid": TUESDAY, "periode": "hele året"}, ["Hver tirsdag kl. 10.00-11.30"]),
    (
        {"tid": ["22. november 2026 10.00", "13. december 2026 15.00"]},
        ["Søndag 13. december 2026 kl. 15.00"],
    ),
    ({"tid": "22. november 2026 10.00"}, []),
    (
        {
            "tid": ["tirsdag", "14. marts 2027", "13. december 2026"],
            "periode": "fra 5. januar 2027",
        },
        [
            "Søndag 13. december 2026",
            "Hver tirsdag, fra 5. januar 2027",
            "Søndag 14. marts 2027",
        ],
    ),
    ({"tid": TUESDAY, "periode": "1. september 2025 til 1. maj 2026"}, []),
    (
        {"tid": TUESDAY, "periode": "1. september 2026 til 1. maj 2027"},
        ["Hver tirsdag kl. 10.00-11.30, til 1. maj 2027"],
    ),
    (
        {"tid": TUESDAY, "periode": "fra 1. september 2026"},
        ["Hver tirsdag kl. 10.00-11.30"],
    ),
    ({"tid": "Efter aftale.", "periode": "maj til juni"}, ["Efter aftale. Maj til juni"]),
    ({"tid": "Efter aftale.", "periode": "hele året"}, ["Efter aftale."]),
    (
        {
            "tid": [
                "Ring og hør",
                {"dag": "lørdag", "kl": "10.00", "periode": "maj"},
                {"dag": "mandag", "kl": "10.00", "periode": "fra 4. januar 2027"},
                {"dag": "torsdag", "kl": "16.00", "periode": "oktober til marts"},
                {"dag": "fredag", "kl": "16.00", "periode": "Når vejret er til det"},
            ]
        },
        [
            "Hver torsdag kl. 16.00, oktober til marts",
            "Hver fredag kl. 16.00. Når vejret er til det",
            "Hver mandag kl. 10.00, fra 4. januar 2027",
            "Hver lørdag kl. 10.00, i maj",
            "Ring og hør",
        ],
    ),
    (
        {"tid": TUESDAY, "periode": "påskeferie"},
        ["Hver tirsdag kl. 10.00-11.30, påskeferien"],
    ),
]


@pytest.mark.parametrize(("raw", "said"), CARDS)
def test_a_card_says_what_holds_today_or_else_begins_next_and_when_on_the_year(
    raw: dict[str, object], said: list[str]
) -> None:
    assert list(card_times(offer(**raw), TODAY, VOCABULARY)) == said


SHUT = {
    "navn": "Hallen",
    "adresse": "Skolevej 2, 4560 Vig",
    "status": "lukket til 13. december 2026",
}


@pytest.mark.parametrize(
    "why", [{"status": "pause til 13. december 2026"}, {"sted": SHUT}], ids=["pause", "shut house"]
)
def test_a_listed_day_in_a_pause_or_in_a_shut_house_is_no_day_to_come(
    why: dict[str, object],
) -> None:
    found = offer(tid=["11. december 2026 10.00", "14. december 2026 10.00"], **why)
    assert list(card_times(found, TODAY, VOCABULARY)) == ["Mandag 14. december 2026 kl. 10.00"]


def test_it_is_over_when_no_time_is_left() -> None:
    past, ahead = "22. november 2026 10.00", "13. december 2026"
    each = [past, [past, ahead], [past, "Efter aftale"]]
    assert [over(offer(tid=raw), TODAY) for raw in each] == [True, False, False]
    assert not over(offer(), TODAY), "of no times nobody can tell"


OWN = {"navn": "Hallen", "adresse": "Hallevej 6, 4550 Asnæs"}
ELSEWHERE = {"navn": "Havnen", "adresse": "Havnevej 1, 4581 Rørvig"}


def test_a_place_of_a_day_that_has_been_is_named_no_more() -> None:
    past: dict[str, object] = {"dag": "22. november 2026", "sted": ELSEWHERE}
    ahead: dict[str, object] = {"dag": "13. december 2026", "sted": ELSEWHERE}

    def towns(**raw: object) -> list[str]:
        return [place.town for place in places_ahead(offer(**raw), TODAY)]

    assert towns(sted=OWN, tid=["tirsdag", past]) == ["Asnæs"]
    assert towns(sted=OWN, tid=["tirsdag", ahead, ahead]) == ["Asnæs", "Rørvig"]
    assert towns(tid=[past]) == ["Rørvig"], "when all is over one can only be told where it was"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({}, []),
        ({"sted": "online"}, ["Online"]),
        ({"sted": "Et nyt sted hver gang"}, ["Et nyt sted hver gang"]),
        ({"sted": OWN}, ["Hallen, Asnæs"]),
        ({"sted": {"navn": "Asnæs Hallen", "adresse": "Hallevej 6, 4550 Asnæs"}}, ["Asnæs Hallen"]),
        ({"sted": "Hallevej 6, 4550 Asnæs"}, ["Hallevej 6, Asnæs"]),
        ({"sted": "4550 Asnæs"}, ["Asnæs"]),
        ({"sted": [OWN, ELSEWHERE]}, ["Hallen, Asnæs", "Havnen, Rørvig"]),
        ({"tid": [{"dag": "tirsdag", "sted": ELSEWHERE}]}, ["Havnen, Rørvig"]),
        (
            {"sted": "Et nyt sted hver gang", "tid": [{"dag": "tirsdag", "sted": ELSEWHERE}]},
            ["Et nyt sted hver gang"],
        ),
    ],
)
def test_a_place_is_said_in_the_words_one_remembers(
    raw: dict[str, object], said: list[str]
) -> None:
    assert list(where(offer(**raw), TODAY)) == said
