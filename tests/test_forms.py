"""The forms are made from the schema alone: nothing in them is said anywhere else, and nothing of it is left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from holdkatalog.catalogue import Catalogue, load
from holdkatalog.danish import capital
from holdkatalog.forms import (
    LEFT,
    Field,
    Form,
    Questions,
    forms_of,
    left_of,
    questions_of,
    words_of,
)
from holdkatalog.paths import SCHEMA
from holdkatalog.wording.words import FILE, strings
from small import ROOT, TODAY, vocabulary

SCHEMAS = {
    place: json.loads((ROOT / place / "club.schema.json").read_text("utf-8"))
    for place in ("schema", "content")
}
FORMAT = (SCHEMA / "FORMAT.md").read_text("utf-8")
KINDS = ("ny-forening", "nyt-hold", "hold", "forening")
Rules = Mapping[str, Any]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True, today=TODAY).catalogue


@pytest.fixture(scope="module")
def forms(catalogue: Catalogue) -> dict[str, Form]:
    return {form.path: form for form in forms_of(catalogue)}


def fields(form: Form) -> list[Field]:
    return [one.field for section in form.sections for one in section.fields]


def said(rules: Rules) -> tuple[object, ...]:
    """What the schema says of a key."""
    form = rules["x-form"]
    lines = [str(one) for one in rules["examples"] if isinstance(one, str | int)]
    return (
        form.get("ask", rules["title"]),
        form.get("hint", rules["description"]),
        sorted(lines),
        form["group"],
        form["step"] == "kort",
    )


def asked(one: Field) -> tuple[object, ...]:
    """What a form says of it."""
    return (one.label, one.help, sorted(one.examples), one.group, one.short)


@pytest.mark.parametrize("place", SCHEMAS)
def test_every_key_of_the_schema_is_asked_for_in_its_own_words_and_order_or_left_for_a_reason(
    place: str,
) -> None:
    schema = SCHEMAS[place]
    made = Questions(schema, words_of(schema, vocabulary(), ()))
    tables = {
        "": (schema["properties"], made.club()),
        "hold.": (schema["$defs"]["offer"]["properties"], made.offer()),
    }
    for before, (properties, questions) in tables.items():
        kept = {key: rules for key, rules in properties.items() if key not in LEFT}
        assert [one.name for one in questions] == [f"{before}{key}" for key in kept]
        for one in questions:
            assert asked(one) == said(kept[one.key])
            assert one.required == (one.key in {"forening", "navn", "aktivitet"})
            assert one.unless == ("hold.skabelon" if one.key == "aktivitet" else "")
    places = schema["$defs"]["place-fields"]["properties"]
    assert [one.key for one in made.place()] == list(places)


@pytest.mark.parametrize("place", SCHEMAS)
def test_so_is_every_key_within_a_time_a_place_a_contact_and_the_answers(place: str) -> None:
    schema = SCHEMAS[place]
    made = Questions(schema, words_of(schema, vocabulary(), ()))
    within = {one.key: one.inner for one in made.offer() if one.inner}
    names = {
        "tid": "time-fields",
        "sted": "place-fields",
        "kontakt": "contact-fields",
        "godt_at_vide": "answers",
    }
    assert set(within) == set(names)
    for key, name in names.items():
        properties = schema["$defs"][name]["properties"]
        assert [one.key for one in within[key]] == list(properties)
        for one in within[key]:
            assert asked(one) == said(properties[one.key])


def test_what_a_form_leaves_out_has_a_reason_on_its_page_and_nothing_else_has() -> None:
    reasons = strings(FILE)["form_left"]
    assert tuple(reasons) == LEFT
    assert all(reason.endswith(".") for reason in reasons.values())
    club, offer = SCHEMAS["schema"]["properties"], SCHEMAS["schema"]["$defs"]["offer"]["properties"]
    assert set(LEFT) <= set(club) | set(offer)


def test_a_page_explains_only_what_its_reader_may_look_for(forms: dict[str, Form]) -> None:
    kept = {form.kind: left_of(form) for form in forms.values()}
    assert set(kept) == set(KINDS)
    assert kept["forening"] == LEFT
    assert kept["ny-forening"] == LEFT[1:]
    assert kept["hold"] == kept["nyt-hold"] == LEFT[2:]


def test_the_short_page_asks_for_eight_answers_at_the_most(forms: dict[str, Form]) -> None:
    for form in forms.values():
        short = [one for one in fields(form) if one.short]
        seen = [one.field for part in form.sections if part.short for one in part.fields]
        assert short == seen
        assert len(seen) <= 8
    assert len([one for one in fields(forms["tilmeld/"]) if one.short]) == 8


def test_every_question_of_the_short_page_is_one_that_a_person_would_ask(
    forms: dict[str, Form],
) -> None:
    short = [one for one in fields(forms["tilmeld/"]) if one.short]
    assert [one.label for one in short if not one.label.endswith("?")] == []


def test_the_page_of_all_keys_has_the_same_keys_and_the_schemas_the_same_help(
    forms: dict[str, Form],
) -> None:
    for one in fields(forms["tilmeld/"]):
        assert f"| `{one.key}` |" in FORMAT
        for inner in one.inner:
            assert f"`{inner.key}`" in FORMAT


def test_there_is_a_form_for_each_club_and_each_offer_and_none_for_the_courses(
    catalogue: Catalogue, forms: dict[str, Form]
) -> None:
    expected = {"tilmeld/"}
    for club in catalogue.clubs:
        expected |= {f"tilmeld/{club.id}/", f"ret/{club.id}/"}
        expected |= {f"ret/{offer.id}/" for offer in club.offers}
    assert set(forms) == expected
    assert catalogue.courses


def test_a_club_whose_file_is_not_known_has_no_form(catalogue: Catalogue) -> None:
    assert [form.path for form in forms_of(replace(catalogue, sources={}))] == ["tilmeld/"]


def test_a_choice_proposes_each_word_once_and_in_small_letters(catalogue: Catalogue) -> None:
    kinds = next(one for one in questions_of(catalogue).club if one.key == "slags").options
    words = [one.word for one in kinds]
    assert words == [word for word in dict.fromkeys(words) if word == word.lower()]
    assert "ukendt" not in words
    assert capital(words[0]) not in words
