"""The questions of `holdkatalog new`, and what the check says of an answer. Nothing here speaks."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdkatalog.catalogue.files import document
from holdkatalog.interview import (
    OFFER,
    Interview,
    Question,
    cleaned,
    groups,
    help_of,
    questions,
    role,
)
from holdkatalog.messages import is_error
from holdkatalog.tidying import tidied
from holdkatalog.validation import Context, check
from holdkatalog.yamlfile import Document, Plain, read
from small import ROOT, TODAY, content, vocabulary

THERE = ROOT / "tests" / "examples" / "import" / "there" / "vig-if.yaml"
SHORT = ["forening", "kontakt", "navn", "aktivitet", "for", "tid", "sted", "pris"]


@cache
def context() -> Context:
    """The real municipality, without clubs."""
    return Context(vocabulary=vocabulary(), today=TODAY, shared=content().places, reachable=True)


@cache
def asked() -> tuple[Question, ...]:
    """Everything there is to ask of a new club."""
    places = [(id_, place.name) for id_, place in content().places.items()]
    return questions(context().guide, OFFER, club=True, places=places)


def question(key: str, *, club: bool = False) -> Question:
    """The question whose answer stands under the key."""
    return next(each for each in asked() if each.key == key and (each.path[0] != "hold") == club)


def club(path: Path = THERE) -> Document:
    """A club's file."""
    return document(path, f"clubs/{path.name}")


def test_the_short_questions_come_first_and_are_those_of_the_form() -> None:
    assert [each.key for each in asked() if each.short] == SHORT
    assert [each.key for each in asked()][:8] == SHORT
    assert [each.key for each in asked() if each.required] == ["forening", "navn", "aktivitet"]


def test_the_others_come_under_the_headings_of_the_form() -> None:
    headings = [name for name, _ in groups(asked())]
    assert headings == list(dict.fromkeys(headings))
    assert headings[0] == "Foreningen"
    below = dict(groups(asked()))
    assert "periode" in [each.key for each in below["Hvornår"]]
    assert sum(map(len, below.values())) + len(SHORT) == len(asked())
    assert "toilet" in [each.key for group in below.values() for each in group]


def test_nobody_is_asked_for_what_the_program_knows_or_a_line_cannot_say() -> None:
    keys = {each.key for each in asked()}
    assert not keys & {"bekræftet", "hold", "steder", "foto", "oversat", "tidligere_id"}


def test_of_an_offer_for_a_club_only_the_offer_is_asked() -> None:
    found = questions(context().guide, OFFER, club=False)
    assert {each.path[:2] for each in found} == {("hold", OFFER)}


def test_help_gives_examples_and_words_and_finds_words() -> None:
    told = "\n".join(help_of(question("for")))
    assert "Eksempler:\n   kol\n" in told
    assert "kol (KOL)" not in told
    assert "leddegigt" in told
    assert help_of(question("for"), "gigt")[-1].strip().startswith("slidgigt")
    assert help_of(question("for"), "zzz")[-1].startswith('Der er ingen ord med "zzz".')
    assert "vig-hallen" in "\n".join(help_of(question("sted")))
    assert "idrætsforening" in "\n".join(help_of(question("slags", club=True)))
    assert help_of(question("medbring"))[-1].startswith("   ")


@pytest.mark.parametrize(
    ("key", "answer", "code", "meant"),
    [
        ("for", "hjertesydom", "unknown-condition", "hjertesygdom"),
        ("for", "gigt", "unknown-condition", None),
        ("tid", "tirdag 10-11", "unreadable-session", "tirsdag 10-11"),
        ("pris", "50", "amount-without-kroner", None),
        ("tid", "halv ti", "spoken-clock", None),
        ("sted", "Skolevej 2", "", None),
        ("navn", "Ring 010170-1234", "cpr", None),
        ("navn", "Skjult\u202e", "control-character", None),
        ("om", "x" * 4001, "too-long", None),
        ("for", ["kol", "kol"], "listed-twice", None),
        ("slags", "holdd", "not-a-choice", "hold"),
        ("for", "kol", "", None),
    ],
)
def test_an_answer_is_judged_by_the_real_check_at_once(
    key: str, answer: Plain, code: str, meant: Plain
) -> None:
    verdict = Interview(context()).verdict(question(key), answer)
    codes = [found.code for found in verdict.errors]
    assert (code in codes) if code else not codes
    assert verdict.meant == meant


def test_what_looks_like_a_time_is_only_advice() -> None:
    verdict = Interview(context()).verdict(question("tid"), "Tirsdag formiddag efter aftale")
    assert not verdict.errors
    assert verdict.advice
    assert verdict.meant == "tirsdag formiddag, efter aftale"


def test_an_answer_is_judged_among_the_others() -> None:
    begun = Interview(context(), club(ROOT / "clubs" / "grevinge-faelles.yaml"))
    place = next(each for each in asked() if each.key == "sted")
    assert not begun.verdict(place, "multisalen").errors
    found = Interview(context()).verdict(place, "multisalen").errors
    assert [each.code for each in found] == ["unknown-place"]


def test_what_is_meant_is_not_proposed_where_it_would_be_wrong_too() -> None:
    breaks, wrong = question("fri"), "5 december 2026"
    assert Interview(context()).verdict(breaks, wrong).meant == "5. december 2026"
    listed = told(Interview(context()), tid=["tirsdag 10.00", "5. december 2026 10.00"])
    assert listed.verdict(breaks, wrong).meant is None


def test_a_file_with_errors_is_written_as_it_is() -> None:
    begun = Interview(context()).with_answer(("forening",), "Nord IF")
    made = told(begun, navn="Kor", aktivitet="kor", tid="halv otte").written()
    assert "tid: halv otte" in made.source


def test_an_answer_can_be_taken_back() -> None:
    begun = Interview(context()).with_answer(("hold", OFFER, "navn"), "Kor")
    assert begun.answered(question("navn")) == "Kor"
    assert begun.answered(question("for")) is None
    assert begun.with_answer(("hold", OFFER, "navn"), None).answers == {}
    assert begun.with_answer(("hold", OFFER, "navn"), None).draft() == ""


def test_a_draft_gives_back_what_was_answered() -> None:
    answers: dict[str, Plain] = {
        "forening": "Nord IF",
        "hold": {OFFER: {"navn": "Kor", "for": ["kol", "astma"], "godt_at_vide": {"toilet": "ja"}}},
    }
    draft = Interview(context(), answers=answers).draft()
    values = read("x.kladde", draft.encode()).values
    assert isinstance(values, dict)
    assert Interview(context()).taken_up(values).answers == answers
    empty: dict[str, Plain] = {"forening": None, "hold": {OFFER: {"navn": None, "for": [None]}}}
    assert Interview(context()).taken_up(empty).answers == {}


def told(begun: Interview, **offer: Plain) -> Interview:
    """The interview with these answers about the offer."""
    for key, value in offer.items():
        begun = begun.with_answer(("hold", OFFER, key), value)
    return begun


def test_a_new_clubs_file_is_named_and_confirmed_and_right() -> None:
    begun = Interview(context()).with_answer(("forening",), "60+ Klubben på Øen")
    begun = told(begun, navn="60+ Gå & snak", aktivitet="gaature").confirmed(TODAY, "formanden")
    made = begun.written()
    assert made.file == "clubs/f-60-klubben-paa-oeen.yaml"
    assert made.values == {
        "forening": "60+ Klubben på Øen",
        "bekræftet": "5. december 2026 af formanden",
        "hold": {"gaa-snak": {"navn": "60+ Gå & snak", "aktivitet": "gaature"}},
    }
    assert not [each for each in check(made, context()) if is_error(each)]
    assert tidied(made, context()).source == made.source


def test_an_offer_that_is_added_leaves_every_other_line_as_it_is() -> None:
    own = club(ROOT / "clubs" / "grevinge-faelles.yaml")
    begun = told(Interview(context(), own), navn="Fælles lungehold", aktivitet="kor")
    made = begun.confirmed(TODAY, "").written()
    assert made.file == own.file
    for line in own.source.splitlines():
        assert line in made.source.splitlines()
    before = own.values
    assert isinstance(before, dict)
    old = before["hold"]
    assert isinstance(old, dict)
    new = {"navn": "Fælles lungehold", "aktivitet": "kor", "bekræftet": "5. december 2026"}
    assert made.values == {**before, "hold": {**old, "faelles-lungehold": new}}
    again = told(Interview(context(), made), navn="Fælles lungehold", aktivitet="kor").written()
    hold = again.values["hold"] if isinstance(again.values, dict) else None
    assert isinstance(hold, dict)
    assert "faelles-lungehold-2" in hold


def test_a_draft_that_somebody_has_added_an_offer_to_keeps_it() -> None:
    other: dict[str, Plain] = {"navn": "Kor", "aktivitet": "kor"}
    answers: dict[str, Plain] = {"forening": "Nord IF", "hold": {"kor": other}}
    begun = told(Interview(context(), answers=answers), navn="Kor", aktivitet="kor")
    hold = begun.written().values
    assert isinstance(hold, dict)
    assert hold["hold"] == {"kor": other, "kor-2": other}


def test_who_has_seen_it_through_is_a_role() -> None:
    last = role(Interview(context()), dt.date(2026, 12, 5))
    verdict = Interview(context()).verdict(last, "Hanne Hansen")
    assert [each.code for each in verdict.advice] == ["name-not-role"]
    assert not Interview(context()).verdict(last, "formanden").advice
    assert role(Interview(context(), club()), TODAY).path == ("hold", OFFER, "bekræftet")


def test_what_was_typed_is_cleaned() -> None:
    assert cleaned(" Gå\u00a0 tur\ud800 ") == "Gå tur\ufffd"


@settings(max_examples=60)
@given(
    key=st.sampled_from(["forening", "navn", "for", "tid", "sted", "pris", "om", "kontakt"]),
    typed=st.text(max_size=40),
)
def test_whatever_is_typed_is_judged_and_never_breaks_the_file(key: str, typed: str) -> None:
    each = question(key, club=key in {"forening", "kontakt"})
    answer = cleaned(typed)
    if not answer:
        return
    begun = Interview(context())
    verdict = begun.verdict(each, answer)
    if not verdict.errors:
        answers = begun.with_answer(each.path, answer)
        values = read("x", answers.draft().encode()).values
        assert isinstance(values, dict)
        assert Interview(context()).taken_up(values).answered(each) == answer
