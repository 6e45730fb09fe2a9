"""What the rules say of one offer, case by case; the cases stand in examples/rules.yaml."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from holdkatalog import messages
from holdkatalog.catalogue.content import read_content
from holdkatalog.catalogue.files import misnamed
from holdkatalog.errors import Problem
from holdkatalog.paths import SCHEMA
from holdkatalog.validation import Context, check, claims
from holdkatalog.validation.file import File
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.pen import Pen
from holdkatalog.validation.rules import ABSENT, ERRORS, READ, READ_WARNINGS, WARNINGS
from holdkatalog.validation.rules.words import surely
from holdkatalog.yamlfile import read

ROOT = Path(__file__).resolve().parent.parent
CASES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "examples" / "rules.yaml").read_text("utf-8")
)
REMEDIES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "examples" / "remedies.yaml").read_text("utf-8")
)
CLUB: dict[str, Any] = {
    "forening": "Prøveforeningen",
    "kontakt": "12 34 56 78",
    "bekræftet": "15. oktober 2026 af formanden",
    "ansvarlig": "sekretæren",
}
OFFER: dict[str, Any] = {
    "navn": "Gåtur",
    "aktivitet": "gaature",
    "for": "kol",
    "tid": "tirsdag 10.00-11.30",
    "sted": "vig-hallen",
    "pris": "gratis",
    "tilmelding": "mød op",
}


@cache
def context() -> Context:
    content = read_content(ROOT / "content", SCHEMA / "vocabulary")
    return Context(
        vocabulary=content.vocabulary,
        today=dt.date(2026, 11, 21),
        shared=content.places,
        clubs=frozenset(("lungekor-odsherred",)),
        offers=frozenset(("lungekor-odsherred/koret",)),
        reachable=True,
        photos=frozenset(("gang.jpg",)),
    )


def written(top: dict[str, Any] | None = None, hold: dict[str, Any] | None = None) -> str:
    """A club's file with other lines; None takes a line away."""
    club = {k: v for k, v in {**CLUB, **(top or {})}.items() if v is not None}
    offer = {k: v for k, v in {**OFFER, **(hold or {})}.items() if v is not None}
    return yaml.safe_dump({**club, "hold": {"gang": offer}}, allow_unicode=True, sort_keys=False)


def found(text: str, known: Context | None = None) -> tuple[Problem, ...]:
    return check(read("clubs/proeve.yaml", text.encode()), known or context())


def codes(text: str, known: Context | None = None) -> list[str]:
    return [problem.code for problem in found(text, known)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["navn"])
def test_the_rules(case: dict[str, Any]) -> None:
    assert codes(written(case.get("top"), case.get("hold"))) == case["siger"]


@pytest.mark.parametrize("case", REMEDIES, ids=str)
def test_the_remedy_keeps_what_was_written(case: dict[str, Any]) -> None:
    (problem, *_) = found(written(case.get("top"), case.get("hold")))
    assert problem.code == case["siger"]
    assert messages.remedy(problem).strip() == case["hjælp"].strip()


def test_a_leaf_without_words_of_its_own_has_no_word_that_is_surely_meant() -> None:
    file = File(Pen(read("clubs/proeve.yaml", b"forening: X\n")), context())
    assert surely(file, Leaf(("x",), "term", "kol", {}), "kol") == ""


def test_every_rule_says_what_it_demands() -> None:
    for rule in (*ERRORS, *READ, *WARNINGS, *READ_WARNINGS, *ABSENT):
        assert rule.__doc__


def test_a_club_that_nobody_can_reach_is_an_error_without_the_municipality() -> None:
    alone = replace(context(), reachable=False)
    assert codes(written({"kontakt": None}), alone) == ["no-contact"]
    assert codes(written(), alone) == []


def test_an_examples_telephone_is_nothing_in_a_demo_advice_among_real_clubs_and_refused_in_public() -> (
    None
):
    text = written(hold={"om": "Skriv til a@example.com eller 112 34 56 78."})
    assert codes(text) == []
    real = replace(context(), real=True)
    assert codes(text, real) == ["public-copied", "public-copied"]
    assert codes(text, replace(real, public=True)) == ["public-invented", "public-invented"]
    assert codes(written({"kontakt": "20 00 00 01"}), replace(real, public=True)) == []


def test_a_club_without_a_line_for_itself_is_told_once_for_all_its_offers() -> None:
    text = written({"kontakt": None, "bekræftet": None}, {"kontakt": {"rolle": "formanden"}})
    assert codes(text) == ["missing-confirmed", "missing-contact"]
    each = written({"bekræftet": None}, {"bekræftet": "1. maj 2026"})
    assert codes(each) == []


def test_an_offers_own_contact_that_nobody_can_ring_is_told_at_the_offer() -> None:
    (problem,) = found(written(hold={"kontakt": {"rolle": "formanden"}}))
    assert (problem.code, problem.path) == ("missing-contact", ("hold", "gang", "kontakt"))


def test_a_cpr_number_in_a_comment_is_found_and_never_repeated() -> None:
    (problem,) = found(written() + "# Formanden er 010170-1234\n")
    assert problem.code == "cpr"
    assert (problem.column, problem.width) == (16, 11)
    assert "010170" not in repr(problem)


def test_a_cpr_number_in_a_files_name_is_found_and_never_repeated() -> None:
    problem = misnamed("clubs/x010203-1234.yaml")
    assert problem is not None
    assert problem.code == "cpr"
    assert "010203" not in repr(problem)


def test_two_cpr_numbers_on_a_line_are_two_problems() -> None:
    text = written() + "# 010170-1234 og 020270 - 1234\n"
    assert codes(text) == ["cpr", "cpr"]


def test_a_number_with_more_digits_is_no_cpr_number() -> None:
    assert codes(written() + "# 1010170-1234 010170-12345\n") == []


def test_a_cpr_number_over_two_lines_is_found() -> None:
    text = written().rstrip() + "\n    om: |\n      Ring 010170-\n      1234\n"
    assert codes(text.replace("om: |", "om: >")) == ["cpr"]


def test_a_photo_with_a_slip_in_its_name_is_proposed() -> None:
    photo = {"alt": "En skov", "samtykke": "1. september 2026"}
    assert codes(written(hold={"foto": {"fil": "gang.jpg", **photo}})) == []
    (problem,) = found(written(hold={"foto": {"fil": "gagn.jpg", **photo}}))
    assert dict(problem.facts)["suggestion"] == '"gang.jpg"'


def test_a_former_id_that_another_club_claims_is_told_with_its_owner() -> None:
    known = replace(context(), former={"proeve/gaahold": ("proeve/gang", "vig-if/gaature")})
    (problem,) = found(written(hold={"tidligere_id": "gaahold"}), known)
    assert problem.code == "former-id-twice"
    assert dict(problem.facts)["other"] == "vig-if/gaature"


def test_former_ids_are_claimed_in_full() -> None:
    text = written({"tidligere_id": "gammel"}, {"tidligere_id": ["gaahold", "vig-if/x"]})
    assert list(claims(read("clubs/ny.yaml", text.encode()))) == [
        ("gammel", "ny"),
        ("ny/gaahold", "ny/gang"),
        ("vig-if/x", "ny/gang"),
    ]
    assert list(claims(read("clubs/ny.yaml", b"- x\n"))) == []


def test_many_illnesses_are_told_from_the_seventh() -> None:
    six = ["kol", "astma", "hjertesygdom", "kraeft", "parkinson", "demens"]
    assert codes(written(hold={"for": six})) == []
    assert codes(written(hold={"for": [*six, "sclerose"]})) == ["many-fits"]


def test_the_same_errors_stand_whatever_day_it_is() -> None:
    text = written(hold={"periode": "1. september 2020 til 30. april 2021"})
    past = replace(context(), today=dt.date(2020, 1, 1))
    assert codes(text, past) == ["confirmed-ahead"]
    assert codes(text) == ["season-over"]
