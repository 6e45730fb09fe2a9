"""The municipality's report: who must confirm what, in what order, and in three forms."""

from __future__ import annotations

import ast
import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from holdkatalog.model import Attestation, Club, Contact, Offer
from holdkatalog.opendata.sheet import safe
from holdkatalog.report import in_json, in_sheet, in_text, report
from holdkatalog.report.forms import COLUMNS
from holdkatalog.report.rows import ORDER, Turn
from holdkatalog.vocabulary import Freshness
from report_cases import DAY, PUBLIC, WORDS, catalogue, kept, reported
from small import ROOT, holding

KEYS = {
    *("id", "name", "club", "step", "confirmed", "confirmed_by", "soon", "old", "out"),
    *("next_step", "next_date", "owner", "substitutes", "mail", "phone", "page", "confirm_page"),
}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("freshness.txt", in_text(reported(), WORDS)),
        ("freshness.csv", in_sheet(reported(), WORDS)),
        ("freshness.json", in_json(reported())),
    ],
)
def test_the_report_of_the_example_is_the_one_that_lies_beside_it(name: str, made: str) -> None:
    assert made.encode() == kept(name, made.encode())


def test_the_most_urgent_comes_first_and_what_nobody_confirmed_between_old_and_soon() -> None:
    found = [(row.entry.id, row.step, row.next) for row in reported().rows]
    assert found == [
        ("aeblevenner/presning", "out", None),
        ("aeblevenner/beskaering", "old", Turn("out", dt.date(2026, 12, 9))),
        ("tavse/noget", "unconfirmed", None),
        ("roklubben/roning", "soon", Turn("old", dt.date(2027, 5, 2))),
        ("friske/plus", "fresh", Turn("soon", dt.date(2027, 4, 30))),
    ]


def test_within_a_step_the_next_to_turn_comes_first_then_the_danish_alphabet() -> None:
    days = {"Åse": 3, "Ane": 3, "Bo": 2}
    offers = [
        Offer(
            id=f"f/{name}",
            name=name,
            activities=("kor",),
            confirmed=Attestation(dt.date(2026, 11, day)),
        )
        for name, day in days.items()
    ]
    found = report(holding(*offers), site="Hold", public="", today=DAY)
    assert [row.entry.offer.name for row in found.rows] == ["Bo", "Ane", "Åse"]


def test_steps_that_begin_on_one_day_are_told_as_the_last_of_them() -> None:
    short = replace(catalogue().municipality, freshness=Freshness(soon=100, old=100, out=200))
    found = report(
        replace(catalogue(), municipality=short), site="Hold", public="", today=dt.date(2026, 6, 1)
    )
    (rowing,) = [row for row in found.rows if row.entry.id == "roklubben/roning"]
    assert rowing.next == Turn("old", dt.date(2026, 8, 10))


def test_what_nobody_confirms_goes_out_and_then_nothing_more_turns() -> None:
    late = report(catalogue(), site="Hold", public="", today=dt.date(2036, 4, 1))
    assert {row.next for row in late.rows} == {None}
    assert {row.step for row in late.rows} == {"out", "unconfirmed"}


def test_what_is_closed_for_good_needs_no_confirmation() -> None:
    assert reported().closed == 1
    assert "aeblevenner/mosteri" not in [row.entry.id for row in reported().rows]


def test_a_club_is_reached_at_its_own_mail_and_never_at_another_bodys() -> None:
    by_id = {row.entry.id: (row.mail, row.phone) for row in reported().rows}
    assert by_id["aeblevenner/presning"] == ("aeblerne@æbler.example.org", "+4523456789")
    assert by_id["tavse/noget"] == ("", "")


def test_a_club_without_a_mail_is_reached_at_an_offers() -> None:
    offer = Offer(id="f/a", name="A", activities=("kor",), contacts=(Contact(mail="a@b.dk"),))
    (row,) = report(holding(offer), site="Hold", public="", today=DAY).rows
    assert row.mail == "a@b.dk"


def test_the_text_fits_a_terminal_and_begins_with_the_whole() -> None:
    text = in_text(reported(), WORDS)
    assert [line for line in text.splitlines() if len(line) > 100] == []
    assert text.splitlines()[2] == "Hold og forløb: 5. Foreninger: 4."
    assert "\N{NO-BREAK SPACE}" not in text


def test_a_report_without_an_address_says_how_to_give_one_and_where_on_the_site_it_is() -> None:
    text = in_text(reported(public=""), WORDS)
    assert "tilføj --address" in text.replace("\n", " ")
    assert "\n    bekraeft/roklubben/roning/\n" in text
    assert json.loads(in_json(reported(public="")))["address"] is None


def test_a_catalogue_in_which_all_is_well_says_little() -> None:
    offer = Offer(id="f/a", name="A", activities=("kor",), confirmed=Attestation(DAY))
    club = Club(id="f", name="F", offers=(offer,), owners=("formanden",))
    found = report(
        replace(catalogue(), clubs=(club,)),
        site="Hold",
        public=PUBLIC,
        today=DAY,
    )
    text = in_text(found, WORDS)
    assert "Lukkede" not in text
    assert "uden ansvarlig" not in text
    assert "Friske oplysninger (1)" in text


def test_no_cell_of_the_sheet_is_run_by_a_spreadsheet() -> None:
    text = in_sheet(reported(), WORDS)
    assert text.startswith("\ufeffTrin;Forening;")
    assert "\n" not in text.replace("\r\n", "")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    cells = [cell for row in rows for cell in row]
    assert all(cell == safe(cell) for cell in cells)
    assert {"'=SUM(A1:A9)", "'@formanden", "'+1: tag en ven med", "'+4523456789"} <= set(cells)


def test_the_json_keeps_its_keys_and_says_null_of_what_nobody_knows() -> None:
    found = json.loads(in_json(reported()))
    assert list(found) == ["version", "date", "site", "address", "counts", "offers"]
    assert list(found["counts"]) == [*ORDER, "closed"]
    assert {frozenset(one) for one in found["offers"]} == {frozenset(KEYS)}
    silent = next(one for one in found["offers"] if one["id"] == "tavse/noget")
    assert {key for key, value in silent.items() if value is None} == {
        *("confirmed", "confirmed_by", "soon", "old", "out", "next_step", "next_date"),
        *("mail", "phone"),
    }


def test_the_keys_are_explained_where_a_programmer_looks() -> None:
    text = (ROOT / "schema" / "FRESHNESS.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z_]+)`", text, re.MULTILINE)) == KEYS


def leaves(words: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Every word of the section, with the group it stands in."""
    for key, value in words.items():
        if isinstance(value, str):
            yield above, key
        else:
            yield from leaves(value, key)


def test_every_word_of_the_report_is_used() -> None:
    steps = set(ORDER)
    looked = {
        "count": steps,
        "title": steps,
        "step": steps,
        "since": steps - {"unconfirmed", "fresh"},
        "turns": {"soon", "old", "out"},
        "csv": set(COLUMNS),
    }
    asked = {
        node.value
        for module in Path(ROOT / "scripts" / "holdkatalog" / "report").glob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    there = set(leaves(WORDS))
    assert {(group, key) for group, keys in looked.items() for key in keys} <= there
    assert [(g, k) for g, k in there if k not in looked.get(g, asked)] == []
