"""What a filled form becomes: a new file that the check takes, or a change of the lines it must."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from holdkatalog.cli import main
from on_form import (
    CLUB,
    MORE,
    NEW,
    OFFER,
    answer,
    case_of,
    file_of,
    finish,
    named,
    send,
    told,
    wrong,
)

PHONE = {"width": 360, "height": 740}
Open = Callable[..., Page]


def changes(page: Page) -> list[str]:
    """The lines that differ from the file as it was, with their signs."""
    before, after = case_of(page)["source"].split("\n"), file_of(page).split("\n")
    lines = difflib.unified_diff(before, after, n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_a_club_that_is_here_already_is_shown_its_own_way(visit: Open, site: str) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page, forening=" vig  STAVGÆNGERE ")
    send(page)
    assert wrong(page) == ["Hvad hedder foreningen? Vig Stavgængere står her allerede."]
    page.get_by_role("link", name="Skriv et nyt hold hos Vig Stavgængere").click()
    page.wait_for_url(site + MORE)


def test_a_new_club_becomes_a_file_that_the_check_has_nothing_against(
    visit: Open, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(
        page,
        kontakt__0="12 34 56 78",
        hold__tid__0="tirsdag 10.00-11.30",
        hold__pris="gratis",
        hold__sted__0="vig-hallen, sal 2",
        _rolle="formanden",
    )
    finish(page)
    shown = told(page)
    assert shown["Hvad hedder foreningen?"] == ["Højby Ballonklub"]
    assert shown["Hvornår mødes I?"] == ["tirsdag 10.00-11.30"]
    assert re.search(r"^bekræftet: \d+\. \w+ \d{4} af formanden$", file_of(page), re.MULTILINE)
    file = tmp_path / "hoejby-ballonklub.yaml"
    file.write_text(file_of(page), "utf-8")
    assert main(["check", str(file)]) == 0, capsys.readouterr()


def test_one_changed_answer_is_one_changed_line(visit: Open) -> None:
    page = visit(OFFER, viewport=PHONE)
    named(page, "hold.pris").first.fill("20 kr. pr. gang")
    page.locator("#ja").check()
    finish(page)
    assert changes(page) == [
        "-    pris: gratis, vi har en kaffekasse, du kan lægge i",
        "+    pris: 20 kr. pr. gang",
    ]
    assert list(told(page).values()) == [["20 kr. pr. gang"]]


def test_when_nothing_has_changed_the_page_says_so_and_a_tick_changes_one_date(visit: Open) -> None:
    for path, before in ((OFFER, []), (CLUB, ["-bekræftet: 15. oktober 2026 af tovholderen"])):
        page = visit(path, viewport=PHONE)
        page.locator("#ja").check()
        send(page)
        expect(page.locator("#besked")).to_be_focused()
        expect(page.locator("#besked")).to_contain_text("Du har ikke ændret noget endnu.")
        page.locator("#rolle").fill("formanden")
        page.locator("#set").check()
        finish(page)
        *gone, new = changes(page)
        assert gone == before
        assert re.fullmatch(r"\+ *bekræftet: \d+\. \w+ \d{4} af formanden", new)
        assert told(page) == {"Set igennem": [new.partition(": ")[2]]}


def test_whose_role_stands_on_a_new_page_is_told_before_it_is_sent(visit: Open) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page)
    page.locator("#rolle").fill("formanden")
    finish(page)
    assert told(page)["Set igennem"][0].endswith(" af formanden")
    assert f"bekræftet: {told(page)['Set igennem'][0]}" in file_of(page)


def test_what_is_taken_away_is_told_and_goes_from_the_file(visit: Open) -> None:
    page = visit(OFFER, viewport=PHONE)
    named(page, "hold.pris").first.fill("")
    page.locator("#ja").check()
    finish(page)
    assert changes(page) == ["-    pris: gratis, vi har en kaffekasse, du kan lægge i"]
    assert list(told(page).values()) == [["Taget væk"]]


def test_a_page_without_its_rules_says_so_and_keeps_what_was_typed(visit: Open, site: str) -> None:
    page = visit()
    page.route("**/regler.json", lambda route: route.abort())
    page.goto(site + NEW)
    answer(page)
    send(page)
    expect(page.locator("#besked")).to_be_focused()
    expect(page.locator("#besked")).to_contain_text("Prøv igen om lidt")
    page.unroute("**/regler.json")
    finish(page)
