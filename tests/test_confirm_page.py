"""The page where a club says that its facts are true still: nothing on it that its offer's page doesn't say."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from holdkatalog.catalogue import load
from holdkatalog.facets.entries import Entry, entries
from holdkatalog.facets.forgetting import holds
from holdkatalog.model import (
    Attestation,
    Clock,
    Contact,
    InWords,
    Session,
    State,
    Weekly,
    Yearly,
)
from holdkatalog.report import answers, asked, page_of, stakes
from holdkatalog.report.letters import told
from report_cases import CONFIRM, DAY, PUBLIC, reported
from small import ROOT, TODAY, found, read

PAGE = "bekraeft/lungekor-odsherred/koret"


def shown(entry: Entry, today: dt.date = DAY) -> dict[str, str]:
    """What the page says of each fact."""
    return {fact.key: told(fact, CONFIRM) for fact in asked(entry, today)}


def said(entry: Entry, today: dt.date = DAY) -> list[str]:
    """What is said that day of what happens when nobody answers."""
    return [
        words for words, first, last in stakes(entry, CONFIRM, DAY) if holds(first, last, today)
    ]


def example(id_: str) -> Entry:
    return next(row.entry for row in reported().rows if row.entry.id == id_)


def test_the_facts_are_told_as_the_offers_page_tells_them() -> None:
    assert shown(example("roklubben/roning")) == {
        "time": "Hver mandag kl. 17.00-18.30",
        "season": "Det står der ikke noget om.",
        "place": "Bådehuset, Havnevej 2, 4581 Rørvig",
        "price": "200 kr. pr. måned",
        "way_in": "Ring først",
        "contact": "23 45 67 89",
        "status": "Det står der ikke noget om.",
    }


def test_times_with_seasons_of_their_own_say_them_and_a_link_stays_as_it_is_written() -> None:
    facts = shown(example("aeblevenner/beskaering"))
    assert facts["time"] == (
        "Hver tirsdag kl. 10.00-11.30. Holder fri: skolernes ferier / Hver torsdag kl. 13.00-15.00, "
        "på gården. Gården, Hønsevej 1, 4573 Højby. Maj til august. Holder fri: skolernes ferier. "
        "https://example.org/gaarden"
    )
    assert facts["season"] == "8 gange"
    assert facts["place"] == "Laden, Æblevej 3, 4560 Vig. Den lille dør"
    assert (
        facts["status"]
        == "Plads til nye / Holder pause fra 20. december 2026 til og med 5. januar 2027"
    )
    assert facts["contact"].startswith("Kontoret hos Sundhedscentret, tilmelding@example.org / ")
    assert facts["contact"].endswith(" / anden@example.org")


def test_a_season_that_all_times_share_is_a_fact_of_its_own() -> None:
    year = (Yearly((9, 1), (4, 30), whole_months=True),)
    line = Session(
        Weekly(frozenset({0})), Clock(dt.time(10)), periods=year, breaks=(InWords("Vi holder jul"),)
    )
    other = replace(line, when=Weekly(frozenset({2})))
    (entry,) = found(replace(read(), sessions=(line, other)))
    facts = shown(entry)
    assert facts["time"] == "Hver mandag kl. 10.00 / Hver onsdag kl. 10.00"
    assert facts["season"] == "September til april. Vi holder jul"


def test_when_all_has_been_that_is_what_must_be_mended() -> None:
    assert shown(example("aeblevenner/presning"))["time"] == "Alle datoerne er forbi."


def test_the_letters_say_what_it_is_about_and_ask_for_a_role_not_for_a_name() -> None:
    entry = example("roklubben/roning")
    made = answers(entry, "b@example.org", CONFIRM, page=f"{PUBLIC}x/", today=DAY)
    both = [
        parse_qs(urlsplit(address).query)["body"][0].split("\r\n")
        for address in (made.yes, made.no)
    ]
    about = ["Hold: Roning for hjertet, Roklubben", f"Siden: {PUBLIC}x/"]
    who = "Min rolle i foreningen, for eksempel formand (skriv ikke dit navn):"
    yes = "Ja, det passer stadig. Oplysningerne er rigtige i dag."
    assert both[0] == [yes, "", *about, "", who, ""]
    assert both[1][:2] == about
    assert both[1][-2:] == [who, ""]
    at = both[1].index("Pris: 200 kr. pr. måned")
    assert both[1][at + 1 : at + 3] == ["Ret til:", ""]
    unknown = answers(entry, "b@example.org", CONFIRM, page="", today=DAY)
    assert "Siden" not in unquote(unknown.yes + unknown.no)


def test_a_letter_that_would_be_too_long_for_a_mail_program_names_the_facts_alone() -> None:
    (entry,) = found(replace(read(), sessions=(Session(note="Vi mødes på torvet. " * 200),)))
    made = answers(entry, "b@example.org", CONFIRM, page=PUBLIC, today=DAY)
    assert len(made.no) < 1900
    assert "Tid: \r\n" in parse_qs(urlsplit(made.no).query)["body"][0]
    assert "torvet" not in made.no


def test_what_happens_if_nobody_answers_is_said_with_its_days() -> None:
    assert said(example("roklubben/roning")) == [
        "Sidst bekræftet 2. maj 2026 af instruktøren.",
        (
            "Bliver holdet ikke bekræftet igen, står det nederst på listerne fra 2. maj 2027. "
            "Fra 1. juli 2027 er det ikke på listerne længere."
        ),
    ]
    assert said(example("tavse/noget")) == [CONFIRM["never"]]


def test_a_closed_offer_is_on_no_list_that_it_could_be_taken_from() -> None:
    told = Attestation(DAY, "formanden")
    (known,) = found(replace(read(), states=(State("lukket"),), confirmed=told), today=DAY)
    assert said(known) == ["Sidst bekræftet 25. november 2026 af formanden."]
    (unknown,) = found(replace(read(), states=(State("lukket"),), confirmed=None), today=DAY)
    assert said(unknown) == []


def test_where_one_is_picked_up_is_asked_too_and_hours_begin_a_sentence() -> None:
    line = Session(Weekly(frozenset({0})), Clock(dt.time(10)), pickup="Kl. 9.30 ved stationen")
    whom = Contact(role="Turlederen", phone="+4512345678", hours="Efter kl. 16")
    (entry,) = found(replace(read(), sessions=(line,), contacts=(whom,)))
    facts = shown(entry)
    assert facts["time"] == "Hver mandag kl. 10.00. Opsamling: Kl. 9.30 ved stationen"
    assert facts["contact"] == "Turlederen, 12 34 56 78. Efter kl. 16"


def test_what_has_happened_already_is_told_as_what_is() -> None:
    low, gone = (said(example(f"aeblevenner/{key}"))[1] for key in ("beskaering", "presning"))
    assert low == (
        "Holdet står nederst på listerne nu. "
        "Fra 9. december 2026 er det ikke på listerne længere, hvis det ikke bliver bekræftet igen."
    )
    assert gone == CONFIRM["gone"]


def test_a_page_that_is_read_later_says_what_has_happened_since() -> None:
    entry = example("roklubben/roning")
    turns = [dt.date(2027, 5, 1), dt.date(2027, 5, 2), dt.date(2027, 6, 30), dt.date(2027, 7, 1)]
    told = [said(entry, day)[1:] for day in turns]
    assert [len(one) for one in told] == [1, 1, 1, 1]
    assert [told.index(one) for one in told] == [0, 1, 1, 3]


@pytest.fixture(scope="module")
def page(built: Path) -> str:
    """One such page as it was built."""
    return (built / PAGE / "index.html").read_text("utf-8")


def main_of(text: str) -> str:
    return text[text.index("<main") : text.index("</main>")]


def test_every_offer_and_course_has_one_and_nothing_leads_to_it(built: Path) -> None:
    known = load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True, today=TODAY)
    every = {page_of(entry) for entry in entries(known.catalogue, TODAY)}
    assert "bekraeft/odsherred-kommune/kol-forloeb/" in every
    there = {f"{p.parent.relative_to(built).as_posix()}/" for p in built.glob("bekraeft/**/*.html")}
    assert there == every
    others = [file for file in built.rglob("*.html") if "bekraeft" not in file.parts]
    assert [file for file in others if "bekraeft/" in file.read_text("utf-8")] == []


def test_no_search_engine_may_keep_it(page: str) -> None:
    assert page.count('<meta name="robots" content="noindex">') == 1


def test_it_says_who_confirmed_it_but_not_who_owns_it(page: str) -> None:
    # The club's owner is the treasurer, who stands here as the contact that the offer's page shows.
    assert "ansvarlig" not in page.lower()
    assert "af korlederen" in main_of(page)


def test_it_needs_no_script_and_has_no_field_that_would_do_nothing(page: str) -> None:
    assert not re.search(r"<(?:form|input|button)\b", main_of(page))
    letters = [unescape(one) for one in re.findall(r'href="(mailto:[^"]+)"', main_of(page))]
    assert [parse_qs(urlsplit(one).query)["subject"][0] for one in letters] == [
        "Ja, det passer stadig: Lungekor",
        "Noget skal rettes: Lungekor",
    ]
    assert 'href="tel:+4512345678"' in main_of(page)
