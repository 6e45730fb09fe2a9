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
    Option,
    Questions,
    answered,
    asked_in,
    at_once,
    folded,
    forms_of,
    id_of,
    is_area,
    left_of,
    own_words,
    parted,
    questions_of,
    slots,
    texts,
    words_of,
)
from holdkatalog.paths import SCHEMA
from holdkatalog.wording.words import FILE, strings
from holdkatalog.yamlfile import Plain, read
from small import ROOT, TODAY, empty, vocabulary

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


def test_a_club_whose_file_is_not_known_has_no_form() -> None:
    assert [form.path for form in forms_of(replace(empty(), sources={}))] == ["tilmeld/"]


def test_an_offer_is_told_what_it_has_from_its_club_unless_it_says_so_itself(
    catalogue: Catalogue,
) -> None:
    source = read(
        "clubs/f.yaml",
        b"forening: F\nkontakt:\n  rolle: formanden\n  telefon: 12 34 56 78\nfri: [skoleferier, juli]\n"
        b"periode:\nhold:\n  a:\n    navn: A\n    aktivitet: kor\n    fri: ingen\n",
    )
    made = questions_of(catalogue)
    form = made.change_offer(catalogue.clubs[0], source, "a", "A")
    inherited = {
        one.field.key: one.inherited
        for part in form.sections
        for one in part.fields
        if one.inherited
    }
    assert inherited == {"kontakt": ("formanden, 12 34 56 78",)}
    other = made.new_offer(catalogue.clubs[0], source)
    told = {one.field.key: one.inherited for part in other.sections for one in part.fields}
    assert told["fri"] == ("skoleferier", "juli")
    assert not any(one.value for part in other.sections for one in part.fields)


def test_a_place_of_the_clubs_own_is_asked_of_as_it_is_written(catalogue: Catalogue) -> None:
    source = read(
        "clubs/f.yaml",
        b"forening: F\nsteder:\n  hus: Huset, Skolevej 2, 4560 Vig\n  sal:\n    ligger_i: hus\n"
        b"    godt_at_vide: {toilet: ja}\nhold:\n  a: {navn: A, aktivitet: kor}\n",
    )
    form = questions_of(catalogue).change_club(catalogue.clubs[0], source)
    places = [part for part in form.sections if part.id.startswith("steder")]
    assert [(part.id, part.title) for part in places] == [
        ("steder-hus", "Huset"),
        ("steder-sal", "sal"),
    ]
    (line,) = places[0].fields
    assert (line.field.name, line.value) == ("steder.hus", "Huset, Skolevej 2, 4560 Vig")
    values = {one.field.name: one.value for one in places[1].fields if one.value}
    assert values == {"steder.sal.ligger_i": "hus", "steder.sal.godt_at_vide": {"toilet": "ja"}}


def test_the_words_that_most_offers_use_are_seen_at_once(catalogue: Catalogue) -> None:
    used = [fit.condition for club in catalogue.clubs for o in club.offers for fit in o.fits]
    most = max(set(used), key=used.count)
    options = next(one for one in questions_of(catalogue).offer if one.key == "for").options
    seen = [one.word for one in options if one.open]
    assert most in seen
    assert len(seen) == 8
    languages = next(one for one in questions_of(catalogue).offer if one.key == "sprog").options
    assert {one.group for one in languages} == {""}
    areas = next(one for one in questions_of(catalogue).offer if one.key == "område").options
    assert all(one.open for one in areas)


OPTIONS = (Option("kol", "KOL"), Option("astma", "Astma", "Lunger", open=False))


def test_a_word_that_is_chosen_is_seen_wherever_it_stands() -> None:
    assert [one.word for one in at_once(OPTIONS, None)] == ["kol"]
    assert list(folded(OPTIONS, None)) == [("Lunger", [OPTIONS[1]])]
    assert [one.word for one in at_once(OPTIONS, "astma")] == ["kol", "astma"]
    assert list(folded(OPTIONS, ["astma", "kol"])) == []


def test_a_word_that_is_written_in_another_way_stays_as_it_is_written() -> None:
    assert own_words(["kol", "Astma", "kol, også svær"], OPTIONS) == ("Astma", "kol, også svær")


@pytest.mark.parametrize(
    ("said_", "answer", "words"),
    [
        ("ja", "ja", ""),
        ("nej, der er ni trin", "nej", "der er ni trin"),
        ("ukendt", "ukendt", ""),
        ("ja, i forhallen, til højre", "ja", "i forhallen, til højre"),
        ("Ja", "", "Ja"),
        (None, "", ""),
        (["ja"], "", ""),
    ],
)
def test_an_answer_is_parted_from_its_words(said_: Plain, answer: str, words: str) -> None:
    found = answered({"toilet": said_}, "toilet")
    assert (found.answer, found.words) == (answer, words)
    assert answered(None, "toilet").answer == ""


def test_lines_and_slots_are_taken_in_the_files_order() -> None:
    assert texts("a") == ("a",)
    assert texts(["a", {"b": "c"}, "d"]) == ("a", "d")
    assert texts({"b": "c"}) == texts(None) == ()
    assert slots(["a", {"b": "c"}, None]) == ("a", {"b": "c"})
    assert slots({"b": "c"}) == ({"b": "c"},)
    assert slots(None) == ()


def test_a_control_has_an_id_without_danish_letters() -> None:
    assert id_of("hold.også_for") == "hold-ogsaa-for"
    assert id_of("hold.tid.1.kl") == "hold-tid-1-kl"
    assert id_of("hold.tid.{n}") == "hold-tid-{n}"


def test_a_text_of_several_lines_gets_room_for_them(catalogue: Catalogue) -> None:
    offer = {one.key: one for one in questions_of(catalogue).offer}
    assert is_area(offer["om"], "")
    assert not is_area(offer["navn"], "A")
    assert is_area(offer["navn"], "A\nB")


def test_what_is_answered_within_fields_is_seen_at_once(catalogue: Catalogue) -> None:
    contact = next(one for one in questions_of(catalogue).club if one.key == "kontakt")
    seen, rest = parted(contact, {"note": "x"})
    assert [one.key for one in seen] == ["rolle", "telefon", "mail", "note"]
    assert [one.key for one in rest] == ["link", "træffes", "til"]


def test_the_answers_of_a_place_are_asked_of_the_offer_unless_they_stand_there(
    catalogue: Catalogue,
) -> None:
    place = next(one for one in questions_of(catalogue).offer if one.key == "sted")
    assert [one.key for one in parted(place, {})[1]] == ["note", "transport", "link"]
    seen, _ = parted(place, {"godt_at_vide": {"toilet": "ja"}})
    assert [one.key for one in seen][-1] == "godt_at_vide"


def test_the_questions_that_guests_ask_most_come_first(catalogue: Catalogue) -> None:
    answers = next(one for one in questions_of(catalogue).offer if one.key == "godt_at_vide")
    groups = list(asked_in(answers))
    featured = [one.key for one in vocabulary().questions.values() if one.featured]
    assert groups[0][0] == ""
    assert [one.key for one in groups[0][1]] == featured
    shown = [one.key for _, inside in groups for one in inside]
    assert sorted(shown) == sorted(one.key for one in vocabulary().questions.values())
    assert {title for title, _ in groups[1:]} <= {
        one.name for one in vocabulary().question_groups.values()
    }


def test_a_choice_proposes_each_word_once_and_in_small_letters(catalogue: Catalogue) -> None:
    kinds = next(one for one in questions_of(catalogue).club if one.key == "slags").options
    words = [one.word for one in kinds]
    assert words == [word for word in dict.fromkeys(words) if word == word.lower()]
    assert "ukendt" not in words
    assert capital(words[0]) not in words
