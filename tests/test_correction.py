"""The letter that is begun for whoever finds a mistake."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from holdkatalog.correction import letter
from holdkatalog.wording.words import strings

WORDS = strings(Path(__file__).resolve().parent.parent / "theme" / "strings" / "da.yaml")["correct"]


def lines(address: str) -> list[str]:
    """What stands in the letter's body."""
    return parse_qs(urlsplit(address).query, strict_parsing=True)["body"][0].split("\r\n")


def test_a_letter_says_what_it_is_about_where_and_asks_with_room_to_answer() -> None:
    words = {"subject": "Rettelse: {about}", "about": "Om: {about}", "page": "Side: {page}"}
    words |= {"wrong": "Forkert:", "right": "Rigtigt:", "who": "Hvem:"}
    found = letter(
        "b@example.org", words, names=("Lungekor", "Koret"), page="https://example.org/a/"
    )
    assert lines(found) == [
        *("Om: Lungekor, Koret", "Side: https://example.org/a/"),
        *("", "Forkert:", "", "", "Rigtigt:", "", "", "Hvem:", ""),
    ]
    assert lines(letter("b@example.org", words, names=("Lungekor", "Koret"), page=""))[:2] == [
        "Om: Lungekor, Koret",
        "",
    ]


def test_what_a_club_is_called_can_add_nothing_to_the_letters_address() -> None:
    name = "Kør & syng? #1 100 % {about}\r\nBcc: x@example.org"
    found = letter("b+hold@example.org", WORDS, names=(name,), page="")
    assert found.isascii()
    assert urlsplit(found).path == "b%2Bhold@example.org"
    assert unquote(urlsplit(found).path) == "b+hold@example.org"
    assert set(parse_qs(urlsplit(found).query)) == {"subject", "body"}
    assert not set(found) & set(" \r\n+\"'<>#")
    assert parse_qs(urlsplit(found).query)["subject"] == [WORDS["subject"].format(about=name)]
