"""A file's texts become a club: what is inherited, what is near, and what refers to what."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from holdkatalog.model import (
    Attestation,
    Clock,
    Contact,
    Fit,
    InWords,
    Named,
    Offer,
    Often,
    OnDate,
    Times,
    Weekly,
    Yearly,
)
from holdkatalog.reading import LEAVES, club, places

HALL = {
    "vig-hallen": {"navn": "Vig Hallen", "adresse": "Skolevej 2, 4560 Vig", "note": "Indgang B"}
}
SHARED = places(HALL, {})


def offer(top: dict[str, Any] | None = None, /, **keys: object) -> Offer:
    values = {
        "forening": "A",
        "hold": {"x": {"navn": "B", "aktivitet": "kor", **keys}},
        **(top or {}),
    }
    return club("a", values, SHARED).offers[0]


def test_the_smallest_club_says_nothing_it_was_not_told() -> None:
    found = offer()
    assert (found.id, found.name, found.activities) == ("a/x", "B", ("kor",))
    assert not any((found.sessions, found.prices, found.places, found.contacts))
    assert found.confirmed is None


def test_the_nearest_line_wins_whole() -> None:
    top = {"kontakt": "12 34 56 78", "periode": "maj", "fri": "juli", "bekræftet": "1. maj 2026"}
    above, own = (
        offer(top, tid="mandag 10"),
        offer(top, tid="mandag 10", kontakt="kor@example.org", periode="juni"),
    )
    assert above.contacts == (Contact("+4512345678"),)
    assert above.confirmed == Attestation(dt.date(2026, 5, 1))
    assert own.contacts == (Contact(mail="kor@example.org"),)
    assert above.sessions[0].periods == (Yearly((5, 1), (5, 31), whole_months=True),)
    assert own.sessions[0].periods == (Yearly((6, 1), (6, 30), whole_months=True),)


def test_a_line_of_time_has_its_own_period_place_and_number() -> None:
    item = {
        "dag": "torsdag",
        "kl": "16-17",
        "periode": "oktober",
        "fri": "ingen",
        "gange": "4",
        "sted": "vig-hallen",
    }
    (found,) = offer(
        {"periode": "maj"}, tid=[{**item, "note": "Inde", "link": "https://example.org"}]
    ).sessions
    assert found.periods == (Yearly((10, 1), (10, 31), whole_months=True),)
    assert (found.breaks, found.times, found.note, found.links) == (
        (),
        Times(4),
        "Inde",
        ("https://example.org",),
    )
    assert found.places[0].name == "Vig Hallen"


def test_a_date_stands_alone_without_the_season_around_it() -> None:
    found = offer(
        {"periode": "maj", "fri": "juli"}, tid=["mandag 10", "5. december 2026 10"]
    ).sessions[1]
    assert (found.when, found.periods, found.breaks) == (OnDate(dt.date(2026, 12, 5)), None, None)


def test_a_season_without_a_time_is_still_a_season() -> None:
    (found,) = offer(fri="Vi kører ikke i regn", tid="ukendt").sessions
    assert (found.when, found.breaks) == (None, (InWords("Vi kører ikke i regn"),))


def test_an_item_without_a_day_keeps_its_words() -> None:
    (found,) = offer(tid={"note": "Tiderne skifter", "dag": "ukendt"}).sessions
    assert (found.when, found.note) == (None, "Tiderne skifter")


def test_the_number_of_meetings_counts_all_lines_of_the_offer() -> None:
    found = offer(tid=["mandag 10", "torsdag 10"], gange="6")
    assert found.times == Times(6)
    assert [s.times for s in found.sessions] == [None, None]


def test_a_narrower_rule_takes_the_clock_of_the_wider_one_it_replaces() -> None:
    lines = [
        "fredag 14-16",
        "sidste fredag i måneden, quiz",
        "5. december 2026",
        "onsdag 9-10",
        "2. december 2026",
    ]
    clocks = [s.clock for s in offer(tid=lines).sessions]
    two, nine = Clock(dt.time(14), dt.time(16)), Clock(dt.time(9), dt.time(10))
    assert clocks == [two, two, None, nine, nine]


def test_a_date_takes_the_clock_of_the_only_rule() -> None:
    monthly = offer(tid=["første lørdag i måneden 10-12", "9. januar 2027"]).sessions
    other = offer(tid=["første lørdag i måneden 10-12", "10. januar 2027"]).sessions
    assert monthly[1].clock == other[1].clock == Clock(dt.time(10), dt.time(12))


def test_rules_that_disagree_lend_no_clock() -> None:
    lines = [
        "torsdag 16-17",
        "torsdag 17-18",
        "sidste torsdag i måneden",
        "hver uge",
        "10. januar 2027",
        "Efter aftale",
    ]
    assert [s.clock for s in offer(tid=lines).sessions[2:]] == [None, None, None, None]


def test_a_rhythm_without_a_weekday_is_kept_as_a_rhythm() -> None:
    found = offer(tid=["to gange om måneden", "hverdage 8-9"]).sessions
    assert found[0].when == Often(2, "måned")
    assert found[1].when == Weekly(frozenset(range(5)))


def test_unknown_is_the_same_as_not_said() -> None:
    plural = ("tid", "sted", "pris", "tilmelding", "område", "for", "sprog", "status")
    assert offer(**dict.fromkeys((*plural, "pladser"), "ukendt")) == offer()


def test_a_judgement_is_for_all_or_for_each_illness() -> None:
    day = Attestation(dt.date(2026, 5, 1), "fysioterapeut")
    for_all = offer(
        **{"for": "kol", "også_for": "Type 2-diabetes, også ny"},
        vurderet="1. maj 2026 af fysioterapeut",
    )
    for_one = offer(**{"for": ["kol", "astma"]}, vurderet={"kol": "1. maj 2026 af fysioterapeut"})
    assert for_all.fits == (
        Fit("kol", made_for=True, judged=day),
        Fit("type-2-diabetes", made_for=False, note="også ny", judged=day),
    )
    assert for_one.fits == (Fit("kol", made_for=True, judged=day), Fit("astma", made_for=True))


def test_the_clubs_extra_price_is_added_to_every_team() -> None:
    found = offer({"pris": "plus 200 kr. pr. år for medlemskab"}, pris="gratis")
    assert [(p.amount, p.on_top) for p in found.prices] == [(0, False), (20000, True)]


def test_a_contact_can_say_more_than_a_number() -> None:
    long = {
        "rolle": "formanden",
        "telefon": "12 34 56 78, kl. 9-14",
        "mail": "a@example.org",
        "til": "fagfolk",
    }
    short = {"link": "https://example.org", "træffes": "Hverdage", "note": "Læg en besked"}
    found = offer(kontakt=[long, short]).contacts
    assert found[0] == Contact(
        "+4512345678", "a@example.org", (), "formanden", "kl. 9-14", "fagfolk"
    )
    assert found[1] == Contact(
        links=("https://example.org",), hours="Hverdage", note="Læg en besked"
    )


def test_the_rest_of_a_file_is_carried_over() -> None:
    top = {
        "slags": "idrætsforening", "landsforening": "DGI", "om": "Vi går.", "cvr": "13748136",
        "link": "https://example.org",
        "ansvarlig": ["sekretæren", "kassereren"], "tidligere_id": "b", "opslag": "Vi flytter",
        "steder": {"s": "4560 Vig"},
        "foto": {"fil": "a.jpg", "alt": "Fem går", "samtykke": "1. maj 2026"},
        "oversat": {"engelsk": {"om": "We walk."}},
    }  # fmt: skip
    keys = {
        "bagefter": ["y", "vig/z"],
        "ledes_af": "frivillige",
        "turlængde": "3 km",
        "også_kaldt": "C",
        "vilkår": "V",
    }
    found = club(
        "a", {"forening": "A", "hold": {"x": {"navn": "B", "aktivitet": "kor", **keys}}, **top}, {}
    )
    assert (found.kind, found.association, found.cvr, found.owners) == (
        "idrætsforening", "DGI", "13748136", ("sekretæren", "kassereren"),
    )  # fmt: skip
    assert found.photo is not None
    assert found.photo.consent == dt.date(2026, 5, 1)
    assert found.offers[0].next == ("a/y", "vig/z")
    assert (found.offers[0].also_called, found.offers[0].more, found.offers[0].walks[0].low) == (
        ("C",),
        {"vilkår": ("V",)},
        3000,
    )


def test_a_day_off_is_found_by_its_everyday_name() -> None:
    (found,) = offer(tid="mandag 10", fri=["efterårsferien", "helligdagene", "ferierne"]).sessions
    assert found.breaks == (Named("efteraarsferie"), Named("helligdage"), Named("skoleferier"))


def test_unknown_breaks_beside_known_ones_do_not_hide_them() -> None:
    (found,) = offer(tid="mandag 10", fri=["ukendt", "juli"]).sessions
    assert found.breaks == (Yearly((7, 1), (7, 31), whole_months=True),)


def test_an_unknown_clock_or_number_is_not_said() -> None:
    found = offer(tid={"dag": "tirsdag", "kl": "ukendt"}, gange="ukendt")
    assert (found.sessions[0].clock, found.times) == (None, None)
    assert LEAVES["clock"]("ukendt") is LEAVES["day"]("ukendt") is LEAVES["times"]("ukendt") is None


def test_what_is_said_to_be_unknown_hides_what_the_club_says() -> None:
    top = {"kontakt": "12 34 56 78", "periode": "maj", "om": "ukendt", "link": ["ukendt"]}
    found = offer(
        top, tid="mandag 10", kontakt="ukendt", periode="ukendt", vilkår="ukendt", bagefter="ukendt"
    )
    assert (found.contacts, found.sessions[0].periods, found.more, found.next) == ((), None, {}, ())
    assert offer(top).contacts != ()


@pytest.mark.parametrize(
    "leaf", ["contact", "phone", "mail", "link", "address", "notice", "reference"]
)
def test_unknown_is_an_answer_to_every_leaf(leaf: str) -> None:
    assert LEAVES[leaf]("ukendt") is None
