"""What the form says of one answer by itself: held to what the check says of a file with that very answer."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdkatalog import messages
from holdkatalog.catalogue import Catalogue, load
from holdkatalog.errors import Problem
from holdkatalog.fields import LEAVES, club_schema
from holdkatalog.forms.rules import rules_text
from holdkatalog.validation import Context, check
from holdkatalog.yamlfile import KeyPath, Plain, dump, read
from holdkatalog.yamlfile.quoting import meant
from twin import LETTERS, Twin, examples, twin

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 11, 25)
BUDGET = 8 * 1024
CLUB = {"forening": "Vig IF", "kontakt": "12 34 56 78", "bekræftet": "15. oktober 2026"}
OFFER = {"navn": "Stavgang", "aktivitet": "stavgang"}
CLEVERER = {"line", "lines", "dated", "extra", "whom", "limit"}
"""Facts that only the check can give: its help may be another then."""
NUMBER = re.compile(r"\d+")
ODD = st.sampled_from([
    *("tirsdag 10-11", "tirdag 10", "efter aftale", "Efter aftale", "ukendt", "gratis", "50", "gratIS"),
    *("12345678", "0045 12 34 56 78", "a@b", "https://x.dk", "500", "0", "9999999", "1.5", "32.12"),
    *("kol, også", "kol; astma", "ja", "ja i hallen", "nej, men", "Vig Hallen, Skolevej 2, 4560 Vig"),
    *("formanden", "1. maj 2026 af formanden", "let", "60+", "16", "3 km", "frivillige", "vig-hallen"),
    *("plus 50 kr.", "tilmelding", "holdlederen", "september til april", "juli", "uge 42", "8 gange"),
    *("\u202e", "x" * 500, "Å\n\nå", "kl. 25", "ring 010170-1234", "bo@bo.dk og ib@ib.dk", "{value}"),
])  # fmt: skip


@cache
def catalogue() -> Catalogue:
    loaded = load(clubs=ROOT / "clubs", content=ROOT / "content", strict=False)
    return loaded.catalogue


@cache
def table() -> dict[str, Any]:
    places = [(id_, place.name or id_) for id_, place in catalogue().places.items()]
    return cast("dict[str, Any]", json.loads(rules_text(catalogue().vocabulary, places)))


@cache
def context() -> Context:
    known = catalogue()
    return Context(vocabulary=known.vocabulary, today=TODAY, shared=known.places, reachable=True)


@pytest.fixture(scope="module")
def script(node: str) -> Iterator[Twin]:
    with twin(node) as running:
        running.ask("learn", table())
        yield running


def names() -> list[str]:
    """The names of a form's controls, one of each kind of answer."""
    offers = [f"hold.{key}" for key in table()["keys"]["offer"]]
    slots = {
        "kontakt.0": "contact-fields",
        "hold.tid.0": "time-fields",
        "hold.sted.0": "place-fields",
    }
    slotted = [f"{slot}.{key}" for slot, name in slots.items() for key in table()["keys"][name]]
    found = [*table()["keys"]["club"], *offers, *slots, *slotted, "hold.godt_at_vide.toilet"]
    left = {"hold", "steder", "foto", "oversat", "tidligere_id", "godt_at_vide", "bekræftet"}
    return [name for name in found if name.rpartition(".")[2] not in left]


def put(name: str, value: str) -> tuple[dict[str, Plain], KeyPath]:
    """The file with the answer in it, and where it stands there."""
    steps = [step for step in name.split(".") if not NUMBER.fullmatch(step)]
    where = ("hold", "stavgang", *steps[1:]) if steps[0] == "hold" else tuple(steps)
    file: dict[str, Any] = {**CLUB, "hold": {"stavgang": dict(OFFER)}}
    inside = file
    for step in where[:-1]:
        below = inside.get(step)
        inside[step] = below if isinstance(below, dict) else {}
        inside = inside[step]
    inside[where[-1]] = value
    return file, where


def checked(name: str, value: str) -> list[Problem]:
    """What the check says of the answer: the errors, and not of what is missing beside it."""
    file, where = put(name, value)
    document = read("vig-if.yaml", dump(file, numbers=table()["numbers"]).encode())
    found = [one for one in check(document, context()) if messages.is_error(one)]
    # A dangerous character is found before anybody knows where the line belongs.
    return [one for one in found if one.path[: len(where)] == where or not one.path]


def told(script: Twin, name: str, value: str) -> dict[str, str]:
    """What the form says of the answer, nothing when it has nothing to say."""
    found = script.ask("wrong", [[name, value]])
    return cast("dict[str, str]", found[0]) if found else {}


def in_a_form(problem: Problem) -> Problem:
    """The problem with what a form shows: the words themselves, without the key in front."""
    known = dict(problem.facts)
    lines = {name: known[name] for name in ("example", "sentence") if name in known}
    values = {name: read("line", line.encode()).values for name, line in lines.items()}
    bare = {
        name: str(value[known["key"]]) for name, value in values.items() if isinstance(value, dict)
    }
    facts = tuple(sorted((known | bare).items()))
    return Problem(problem.file, 1, 1, problem.code, problem.path, problem.value, facts)


def same(script: Twin, name: str, value: str) -> None:
    """What the form says is what the check says: it refuses nothing more, and uses no other words."""
    said, problems = told(script, name, value), checked(name, meant(value).strip())
    if not said:
        return
    assert problems, said
    alike = [problem for problem in problems if problem.code == said["code"]]
    if alike:
        assert said["text"] in [messages.text(problem) for problem in alike]
    if not any(CLEVERER & {fact for fact, _ in problem.facts} for problem in alike):
        assert not alike or said["help"] in [messages.remedy(in_a_form(one)) for one in alike]


def cases() -> list[dict[str, str]]:
    return cast("list[dict[str, str]]", examples("fields")["cases"])


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['name']}: {case['value']}")
def test_an_answer_is_told_in_these_words(script: Twin, case: dict[str, str]) -> None:
    said = told(script, case["name"], case["value"])
    assert {key: said.get(key, "") for key in ("code", "text", "help")} == {
        key: case.get(key, "") for key in ("code", "text", "help")
    }
    same(script, case["name"], case["value"])
    codes = [problem.code for problem in checked(case["name"], case["value"].strip())]
    assert case.get("check", case.get("code", "")) in (codes or [""])


@pytest.mark.parametrize("name", names())
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(value=ODD | st.text(LETTERS, max_size=20))
def test_the_form_refuses_nothing_that_the_check_takes(script: Twin, name: str, value: str) -> None:
    same(script, name, value)


@pytest.mark.parametrize("name", LEAVES)
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_the_schema_takes_the_form_takes(script: Twin, name: str, data: st.DataObject) -> None:
    if name not in table()["leaves"]:
        return
    phrase = LEAVES[name].phrase
    pattern = phrase.forms[data.draw(st.sampled_from(list(phrase.forms)))]
    letters = st.characters(codec="ascii", categories=("L", "N", "P", "Zs")) | st.sampled_from(
        "æøåÆØÅé–½"
    )
    text = data.draw(st.from_regex(re.compile(pattern), fullmatch=True, alphabet=letters))
    rules = {**table(), "keys": {"club": {"x": {"leaf": name}}}}
    found = script.ask("wrong", [["x", text]], rules)
    expected = re.search(phrase.pattern, text.strip()) is None
    longest = LEAVES[name].longest
    assert [one["code"] for one in found if one["code"].startswith("unreadable")] == (
        [f"unreadable-{name}"] if expected and text.strip() and len(text.strip()) <= longest else []
    )


def test_the_table_is_small_and_always_the_same() -> None:
    places = [(id_, place.name or id_) for id_, place in catalogue().places.items()]
    text = rules_text(catalogue().vocabulary, places)
    assert text == rules_text(catalogue().vocabulary, places)
    assert len(gzip.compress(text.encode(), 9)) <= BUDGET
    schema: Any = club_schema(catalogue().vocabulary)
    for name in ("session", "period", "breaks"):
        short = table()["leaves"][name]["pattern"]
        assert text.count(json.dumps(short, ensure_ascii=False)) == 1
        whole = re.sub("~(.)", lambda m: f"[{m[1].upper()}{m[1]}]", short)
        assert whole == schema["$defs"][name]["pattern"].replace("(?:", "(")


def test_the_tables_have_every_key_in_its_order() -> None:
    schema: Any = club_schema(catalogue().vocabulary)
    assert list(table()["keys"]["club"]) == list(schema["properties"])
    assert list(table()["keys"]["offer"]) == list(schema["$defs"]["offer"]["properties"])
    assert table()["questions"] == list(schema["$defs"]["answers"]["properties"])
    assert {"gange", "kl", "telefon", "kontakt"} <= set(table()["numbers"])
    assert "navn" not in table()["numbers"]


def test_a_role_is_no_longer_than_that_of_a_contact(script: Twin) -> None:
    longest = table()["keys"]["contact-fields"]["rolle"]["longest"]
    assert script.ask("wrong", [["_rolle", "x" * longest]]) == []
    assert [one["code"] for one in script.ask("wrong", [["_rolle", "x" * (longest + 1)]])] == [
        "too-long"
    ]


def test_what_is_required_and_not_answered_is_told(script: Twin) -> None:
    entries = [["forening", " "], ["hold.aktivitet", ""], ["hold.navn", "Yoga"], ["om", ""]]
    found = script.ask("wrong", entries)
    assert [(one["name"], one["code"]) for one in found] == [
        ("forening", "form-missing"),
        ("hold.aktivitet", "form-choose"),
    ]
    example = table()["keys"]["club"]["forening"]["example"]
    instead = table()["keys"]["offer"]["aktivitet"].get("unless", "navn")
    found_ = script.ask("wrong", [*entries, [f"hold.{instead}", "lungekor"]])
    assert [one["code"] for one in found_] == ["form-missing"] or instead == "navn"
    problem = Problem("", 0, 0, "form-missing", (), "", (("example", example),))
    assert found[0]["text"] == messages.text(problem)
    assert found[0]["help"] == messages.remedy(problem)


def test_every_answer_that_is_wrong_is_told_at_its_own_line(script: Twin) -> None:
    entries = [
        *(["hold.pris", text] for text in ("gratis", "", "50", "gratis")),
        *(["hold.aktivitet", f"a{number}"] for number in range(7)),
        *(["hold.tid.0", "tirdag"], ["hold.tid.1.dag", "tirdag"], ["hold.tid.1.kl", "25.x"]),
        *(["hold.godt_at_vide.toilet", "ja"], ["hold.godt_at_vide.toilet.ord", "\u202ei hallen"]),
        *(["hold.godt_at_vide.parkering", ""], ["hold.godt_at_vide.parkering.ord", "i hallen"]),
        *(["_rolle", "forman\ufffd"], ["_ja", "ja"]),
    ]
    found = script.ask("wrong", entries)
    assert sorted((one["name"], one["at"], one["code"]) for one in found) == [
        ("_rolle", 0, "lost-letter"),
        ("hold.aktivitet", 6, "too-many"),
        ("hold.godt_at_vide.parkering.ord", 0, "unreadable-answer"),
        ("hold.godt_at_vide.toilet.ord", 0, "control-character"),
        ("hold.pris", 2, "unreadable-price"),
        ("hold.pris", 3, "listed-twice"),
        ("hold.tid.0", 0, "unreadable-session"),
        ("hold.tid.1.dag", 0, "unreadable-day"),
        ("hold.tid.1.kl", 0, "unreadable-clock"),
    ]
