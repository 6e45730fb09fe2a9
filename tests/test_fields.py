"""The table of keys and the schemas made from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from holdkatalog import reading
from holdkatalog.errors import CatalogueError
from holdkatalog.fields import LEAVES, engine_files, municipal_files, vocabulary_schema
from holdkatalog.paths import SCHEMA
from holdkatalog.validation.guide import Guide
from holdkatalog.vocabulary import merged
from holdkatalog.yamlfile import read

ROOT = Path(__file__).resolve().parent.parent
FILES = engine_files(SCHEMA)
SCHEMAS = {name: json.loads(text) for name, text in FILES.items() if "json" in name}
CLUB: dict[str, Any] = SCHEMAS["club.schema.json"]
SHORT = ["forening", "kontakt", "navn", "aktivitet", "for", "tid", "sted", "pris"]
# What a number in a file may look like, and the leaves that take a bare one.
NUMBERS = ("8", "12", "16", "10.30", "1000", "24.12", "1.9", "12345678", "+4612345678")


def parts(rules: object, where: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every part of a schema with its place in it."""
    if isinstance(rules, dict):
        yield where, rules
        for name, inner in rules.items():
            if name != "examples":
                yield from parts(inner, f"{where}/{name}")
    elif isinstance(rules, list):
        for inner in rules:
            yield from parts(inner, where)


def keys() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Every key of every schema: its schema, its place, its rules."""
    for file, schema in SCHEMAS.items():
        for where, rules in parts(schema):
            for name, key in rules.get("properties", {}).items():
                yield file, f"{where}/{name}", key


def texts(value: object) -> Any:  # noqa: ANN401 - what stands in an example
    """The value as our own reading sees it: every scalar is text."""
    if isinstance(value, dict):
        return {key: texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [texts(inner) for inner in value]
    return str(value)


@pytest.mark.parametrize(("name", "text"), FILES.items(), ids=list(FILES))
def test_a_generated_file_is_what_the_table_says(name: str, text: str) -> None:
    assert (SCHEMA / name).read_text("utf-8") == text, "run `make schema`"


def test_every_key_has_its_help_and_its_place_in_a_form() -> None:
    wanted = ("title", "description", "examples", "x-absent", "x-form")
    lacking = [(place, word) for _, place, key in keys() for word in wanted if not key.get(word)]
    assert lacking == []


def test_every_example_is_valid_as_a_text_and_as_it_stands() -> None:
    refused = []
    for file, place, key in keys():
        check = Draft202012Validator({**key, "$defs": SCHEMAS[file]["$defs"]})
        for example in key["examples"]:
            refused += [(place, e) for e in (example, texts(example)) if not check.is_valid(e)]
    assert refused == []


def test_every_example_can_be_read() -> None:
    for file, _, key in keys():
        guide = Guide({**key, "$defs": SCHEMAS[file]["$defs"]})
        for example in key["examples"]:
            for leaf in guide.leaves(texts(example)):
                reading.LEAVES[leaf.kind](leaf.text)


def test_the_schemas_are_true_to_their_dialect_and_have_no_address() -> None:
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)
        assert "$id" not in schema


def test_no_schema_has_alternatives_so_that_an_error_is_one_error() -> None:
    words = {"anyOf", "oneOf", "allOf", "not", "if", "patternProperties"}
    found = [
        where for schema in SCHEMAS.values() for where, rules in parts(schema) if words & set(rules)
    ]
    # Whether the activity may be left out hangs on the template: what lacks is one error all the same.
    assert found == ["/$defs/offer"]
    offer = CLUB["$defs"]["offer"]
    assert (offer["if"], offer["else"]) == (
        {"required": ["skabelon"]},
        {"required": ["aktivitet"], "errorMessage": "Husk aktivitet, eller skriv en skabelon."},
    )


def test_every_pattern_has_a_danish_sentence_instead() -> None:
    for schema in SCHEMAS.values():
        for where, rules in parts(schema):
            if "pattern" in rules and not where.endswith("/properties"):
                assert re.fullmatch(r"(Skriv|Begynd) .{10,140}[.]", rules["patternErrorMessage"])


def test_every_part_made_of_fields_has_a_danish_sentence_for_the_fields_it_lacks_or_has_not() -> (
    None
):
    for schema in SCHEMAS.values():
        for where, rules in parts(schema):
            if rules.get("additionalProperties") is False and "$ref" not in where:
                assert re.fullmatch(r"Skriv kun felter, .{10,140}[.]", rules["errorMessage"]), where
                assert all(name in rules["errorMessage"] for name in rules.get("required", ()))


def test_a_long_pattern_stands_once() -> None:
    found = re.findall(r'"pattern": (".*")', FILES["club.schema.json"])
    # The price that only a club has is the price with `plus` in front.
    assert len(found) == len(set(found))
    # Times, periods and breaks.
    assert len([pattern for pattern in found if len(pattern) > 5000]) <= 3


def test_the_short_page_of_the_form_asks_eight_things() -> None:
    both = (CLUB["properties"], CLUB["$defs"]["offer"]["properties"])
    short = [n for each in both for n, key in each.items() if key["x-form"]["step"] == "kort"]
    assert sorted(short, key=SHORT.index) == SHORT
    everywhere = [key for file, _, key in keys() if key["x-form"]["step"] == "kort"]
    assert len(everywhere) == len(SHORT)


def test_every_kind_of_value_is_one_that_can_be_read() -> None:
    assert set(reading.LEAVES) == {*LEAVES, "text"}
    used = {
        rules["x-leaf"]
        for schema in SCHEMAS.values()
        for _, rules in parts(schema)
        if "x-leaf" in rules
    }
    assert used == {*LEAVES, "text"}


def test_a_bare_number_is_taken_as_a_number_wherever_it_is_taken_as_a_text() -> None:
    # A bare number is no word of a vocabulary and no name of a place: there it must be refused.
    for name in set(LEAVES) - {"term", "vocabulary", "place"}:
        check = Draft202012Validator({"type": LEAVES[name].types, **LEAVES[name].rules(name)})
        for number in NUMBERS:
            if check.is_valid(number):
                typed = float(number) if "." in number else int(number)
                assert check.is_valid(typed), (name, number)


def test_a_question_of_the_municipalitys_own_is_taken_and_must_be_answered_like_the_others() -> (
    None
):
    offer = {"navn": "Kor", "aktivitet": "kor", "godt_at_vide": {"må_man_tage_hund_med": "ja"}}
    check = Draft202012Validator(CLUB)
    assert check.is_valid({"forening": "Koret", "hold": {"kor": offer}})
    offer["godt_at_vide"] = {"må_man_tage_hund_med": "måske"}
    assert not check.is_valid({"forening": "Koret", "hold": {"kor": offer}})


def test_a_bare_number_outside_its_bounds_is_refused() -> None:
    for name, number in {"clock": 2500, "phone": 112, "period": 32, "times": 0, "seats": 0}.items():
        assert not Draft202012Validator(LEAVES[name].rules(name)).is_valid(number)


def test_the_engines_vocabularies_are_whole() -> None:
    check = Draft202012Validator(vocabulary_schema(whole=True))
    for file in sorted((SCHEMA / "vocabulary").glob("*.yaml")):
        assert list(check.iter_errors(read(file.name, file.read_bytes()).values)) == []


def test_a_municipality_may_hide_or_relabel_a_word_and_say_nothing_else_of_it() -> None:
    own = {"sygdomme": {"astma": {"skjul": "ja"}, "kol": {"navn": "Rygerlunger"}}}
    assert Draft202012Validator(vocabulary_schema(whole=False)).is_valid(own)
    assert not Draft202012Validator(vocabulary_schema(whole=True)).is_valid(own)


def test_what_a_municipality_adds_must_be_whole_when_merged() -> None:
    both = merged({"sygdomme": {}}, {"sygdomme": {"gigt-i-ryggen": {"navn": "Gigt i ryggen"}}})
    assert not Draft202012Validator(vocabulary_schema(whole=True)).is_valid(both)


@pytest.mark.parametrize("name", ["kommune", "omraader", "skoleferier", "steder"])
def test_the_municipalitys_own_files_are_valid(name: str) -> None:
    values = read(name, (ROOT / "content" / f"{name}.yaml").read_bytes()).values
    Draft202012Validator(SCHEMAS[f"{name}.schema.json"]).validate(values)


def test_the_municipalitys_schema_offers_its_own_words(tmp_path: Path) -> None:
    own = tmp_path / "vocabulary"
    own.mkdir()
    (own / "conditions.yaml").write_text(
        "sygdomme:\n  astma:\n    skjul: ja\n  stress:\n    navn: Stress og udbrændthed\n"
        "    gruppe: sind\n",
        "utf-8",
    )
    (own / "activities.yaml").write_text("grupper:\n  andet: Alt det andet\n", "utf-8")
    (tmp_path / "omraader.yaml").write_text(
        'områder:\n  vig:\n    navn: Vig\n    postnumre: [4560]\n    midte: "55.846 11.592"\n',
        "utf-8",
    )
    (tmp_path / "steder.yaml").write_text(
        "steder:\n  vig-hallen:\n    navn: Vig Hallen\n  sal-2:\n    ligger_i: vig-hallen\n",
        "utf-8",
    )
    schema = json.loads(municipal_files(SCHEMA, tmp_path)["club.schema.json"])
    offered = {
        name: {word["label"]: word["description"] for word in rules["defaultSnippets"]}
        for name, rules in schema["$defs"].items()
        if "defaultSnippets" in rules
    }
    assert "astma" not in offered["condition"]
    assert offered["condition"]["stress"] == "Stress og udbrændthed"
    assert list(offered["area"]) == ["vig", "hele-kommunen", "andre-kommuner", "hele-landet"]
    assert offered["place-fields"]["vig-hallen"] == "Vig Hallen"
    assert offered["place-fields"]["sal-2"] == "sal-2"
    assert "gaature" in offered["activity"]


@pytest.mark.parametrize("broken", [b"\xff\xfe\x00", b"- en liste\n"])
def test_words_that_cannot_be_read_make_no_schema(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "omraader.yaml").write_bytes(broken)
    with pytest.raises(CatalogueError):
        municipal_files(SCHEMA, tmp_path)


def test_the_page_of_keys_shows_every_form_that_fits_on_a_line() -> None:
    """What stands only in the schemas is read by editors, and most volunteers have none."""
    fields = CLUB["$defs"]["time-fields"]["properties"]
    for form in (*fields["dag"]["examples"], *fields["periode"]["examples"]):
        assert f"`{form}`" in FILES["FORMAT.md"]
