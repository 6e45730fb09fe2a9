"""The answer where it is short or long, and what a field is called in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from holdkatalog.post import Verdict, answer, judged, message, opened, submission
from holdkatalog.post.differences import Change
from holdkatalog.post.telling import called, conflict
from holdkatalog.yamlfile import Plain, read
from inbox_cases import EXAMPLES, OFFICE, WORDS, before, now

VIG = (EXAMPLES / "clubs" / "vig-stavgaengere.yaml").read_text("utf-8")


def become(text: str, name: str = "vig-stavgaengere.yaml") -> Verdict:
    return judged(submission(name, text), now(), before(), written=None)


def test_many_fields_are_counted_in_git_and_many_problems_in_the_answer() -> None:
    many = tuple(Change(("hold", f"a{n}", "x y@z"), None, "1") for n in range(45))
    told = message(replace(become(VIG), changes=many, state="changed"), WORDS["commit"])
    assert "hold.a39.x-y-z, og 5 mere\n" in told
    assert "@" not in told
    bad = VIG.replace("tilmelding: mød op", "\n    ".join(f"x{n}: ja" for n in range(30)))
    said = answer(opened(b""), [become(bad)], (), OFFICE, name="id").text
    assert WORDS["more"].format(number=18) in said


def test_a_little_advice_is_given_when_all_is_well() -> None:
    found = become(VIG.replace("ansvarlig: tovholderen\n", ""))
    said = answer(opened(b""), [found], (), OFFICE, name="id").text
    assert f"{WORDS['advice']}\n\nLinje 1 (et godt råd): Ingen står for" in said


def test_a_club_whose_name_makes_no_id_is_asked_for_one() -> None:
    found = become(VIG.replace("Vig Stavgængere", '"!!!"'), "")
    said = answer(opened(b""), [found], (), OFFICE, name="id").text
    assert (found.state, found.problems, found.text) == ("nameless", (), "")
    assert WORDS["nameless"] in said
    assert WORDS["errors"] not in said


def test_a_long_answer_ends() -> None:
    found = replace(become(VIG.replace("gratis", "10 kr. pr. gang")), shown="x\n" * 500)
    said = answer(opened(b""), [found], (), OFFICE, name="id").text
    assert said.count("x\n") == 150
    assert "…" in said


def test_an_office_without_a_phone_asks_for_a_mail_and_one_without_a_mail_sends_from_nowhere() -> (
    None
):
    silent = replace(OFFICE, contact=replace(OFFICE.contact, phone="", mail="", role=""))
    made = answer(opened(b"From: a@example.org\n\nHej"), [], (), silent, name="id")
    assert WORDS["write"] in made.text
    assert b"\r\nFrom:" not in made.eml
    assert answer(opened(b""), [], (), silent, name="id").eml == b""


def test_a_mail_that_is_too_large_is_answered() -> None:
    mail = replace(opened(b"From: a@example.org\n\nHej"), whole=False)
    assert WORDS["too_big"] in answer(mail, [], ("",), OFFICE, name="id").text


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("hold", "stavgang", "første_gang"), "Stavgang for lungerne, første gang"),
        (("hold", "nyt", "tid"), "nyt, tid"),
        (("hold", "stavgang"), "Stavgang for lungerne"),
        (("kontakt", "telefon"), "kontakt, telefon"),
        (("også_for",), "også for"),
    ],
)
def test_a_field_is_called_as_people_know_it(path: tuple[str, ...], name: str) -> None:
    assert called(path, read("", VIG.encode()).values) == name


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("a\n b\u202e", "a b"),
        (["a", {"navn": "b", "godt_at": ["c", "d"]}], "a / navn: b, godt at: c / d"),
        (None, "du har taget det væk"),
    ],
)
def test_a_value_is_told_on_one_line(value: Plain, said: str) -> None:
    lines = list(conflict(Change(("om",), None, value), {}, WORDS))
    assert lines == ["om", "  I dag: der står ikke noget", f"  Hos dig: {said}"]
