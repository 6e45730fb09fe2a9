"""The sheet: one row an offer, opened by a Danish spreadsheet as it is, and nothing in it runs."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdkatalog.model import (
    Attestation,
    Clock,
    Contact,
    Fit,
    Offer,
    Place,
    Price,
    Served,
    Session,
    State,
    Step,
    Weekly,
)
from holdkatalog.opendata.records import gathered
from holdkatalog.opendata.sheet import COLUMNS, safe, sheet
from holdkatalog.paths import THEME
from holdkatalog.wording.words import strings
from small import TODAY, holding

WORDS = strings(THEME / "strings" / "da.yaml")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written(*offers: Offer, club: str = "Foreningen", public: str = "") -> str:
    edited = {"clubs/f.yaml": dt.date(2026, 11, 20)} if public else {}
    return sheet(gathered(holding(*offers, club=club), TODAY, edited), WORDS, public=public)


def rows(text: str) -> list[dict[str, str]]:
    """The rows by their columns, as a spreadsheet reads them."""
    heads, *found = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert heads == [WORDS["csv"][column] for column in COLUMNS]
    assert all(len(row) == len(COLUMNS) for row in found)
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


def offer(id_: str = "f/a", **facts: Any) -> Offer:  # noqa: ANN401 - each has its own
    return replace(Offer(id=id_, name="Gåtur", activities=("gaature",)), **facts)


def test_a_row_says_in_words_what_the_page_says() -> None:
    found = offer(
        activities=("gaature", "stavgang"),
        fits=(Fit("kol", made_for=True), Fit("astma", made_for=False)),
        sessions=(Session(when=Weekly(frozenset({1})), clock=Clock(dt.time(10), dt.time(11))),),
        places=(Place(name="Skolen", street="Skolevej 2", postcode="4560", town="Vig"),),
        served=(Served("hele-kommunen"),),
        prices=(Price(0), Price(2000, on_top=True, note="kaffe")),
        steps=(Step("ring først"), Step("mød op")),
        contacts=(
            Contact(phone="+4512345678", mail="a@example.org"),
            Contact(mail="fag@example.org", purpose="fagfolk"),
        ),
        states=(State("venteliste"),),
        confirmed=Attestation(dt.date(2026, 10, 15), "formanden"),
    )
    assert rows(written(found, public="https://example.org/")) == [
        {
            "id": "f/a",
            "name": "Gåtur",
            "club": "Foreningen",
            "activities": "Gåture | Stavgang",
            "made_for": "KOL",
            "suits": "Astma",
            "areas": "Vig | Hele kommunen",
            "times": "Hver tirsdag kl. 10.00-11.00",
            "place": "Skolen, Skolevej 2, 4560 Vig",
            "town": "Vig",
            "price": "Gratis | Plus 20 kr., kaffe",
            "way_in": "Ring først | Mød bare op",
            "phone": "12 34 56 78",
            "mail": "a@example.org",
            "status": "Venteliste",
            "confirmed": "2026-10-15",
            "edited": "2026-11-20",
            "address": "https://example.org/hold/f/a/",
        }
    ]


def test_what_nobody_said_is_an_empty_cell() -> None:
    (row,) = rows(written(offer()))
    said = {column for column, cell in row.items() if cell}
    assert said == {"id", "name", "club", "activities", "address"}


def test_the_file_is_utf_8_with_its_mark_and_lines_as_windows_has_them(built: Path) -> None:
    data = (built / "data" / "hold.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfId;Navn;")
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert len(rows(data.decode())) > 40


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Gåtur", "Gåtur"),
        ("", ""),
        ("12 34 56 78", "12 34 56 78"),
        ('=HYPERLINK("https://evil.example")', '\'=HYPERLINK("https://evil.example")'),
        ("+4512345678", "'+4512345678"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("'=1", "'=1"),
    ],
)
def test_a_cell_that_looks_like_a_formula_becomes_a_text(cell: str, expected: str) -> None:
    assert safe(cell) == expected


def test_a_foreign_telephone_is_no_sum() -> None:
    (row,) = rows(written(offer(contacts=(Contact(phone="+46701234567"),))))
    assert row["phone"] == "'+46701234567"


@given(st.text(alphabet="=+-@\t\r\n;\",'|a ", min_size=1))
def test_no_text_breaks_out_of_its_cell_or_becomes_a_formula(text: str) -> None:
    line = Session(note=text)
    (row,) = rows(written(offer(name=text, sessions=(line,)), club=text))
    assert (row["name"], row["club"]) == (safe(text), safe(text))
    assert [cell for cell in row.values() if cell.startswith(FORMULA)] == []
