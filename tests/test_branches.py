"""Every key and every branch of the schema has a valid example; what has none is listed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from holdkatalog.fields import LEAVES
from holdkatalog.paths import SCHEMA
from holdkatalog.validation.typed import typed
from holdkatalog.yamlfile import Document, read

EXAMPLES = sorted((Path(__file__).parent / "examples" / "valid").glob("*.yaml"))
CLUB: Mapping[str, Any] = json.loads((SCHEMA / "club.schema.json").read_text("utf-8"))
# A question that a municipality has added: the examples know the engine's words alone.
NOT_THE_ENGINES = {"answers.* as string"}
TYPES = {str: "string", int: "integer", float: "number", dict: "object", list: "array"}
Rules = Mapping[str, Any]


@cache
def document(file: Path) -> Document:
    return read(file.name, file.read_bytes())


def resolved(rules: Rules, name: str) -> tuple[Rules, str]:
    """The rules with what they refer to laid under them, and the name of the fields they lead to."""
    while "$ref" in rules:
        definition = str(rules["$ref"]).removeprefix("#/$defs/")
        there = CLUB["$defs"][definition]
        rules = {**there, **{key: rule for key, rule in rules.items() if key != "$ref"}}
        if "$ref" in there:
            rules = {**rules, "$ref": there["$ref"]}
        name = definition if "properties" in there else name
    return rules, name


def below(rules: Rules, name: str) -> Iterator[tuple[str, Rules, str]]:
    """The keys and items that may stand below: the step, its rules and its name."""
    for key, inner in rules.get("properties", {}).items():
        yield key, inner, f"{name}.{key}"
    for step, keyword in (("*", "additionalProperties"), ("-", "items")):
        if isinstance(rules.get(keyword), dict):
            yield step, rules[keyword], f"{name}.{step}"


def branches(rules: Rules, name: str, seen: set[str]) -> Iterator[str]:
    """Every way a value may be written, and every form of the phrases it may have."""
    rules, fields = resolved(rules, name)
    types = rules.get("type", [])
    yield from (f"{name} as {each}" for each in ([types] if isinstance(types, str) else types))
    yield from (f"{name}: {word.lower()}" for word in rules.get("enum", ()))
    if rules.get("x-leaf") in LEAVES:
        yield from (f"{rules['x-leaf']} as {form}" for form in LEAVES[rules["x-leaf"]].phrase.forms)
    if fields not in seen:
        seen.add(fields)
        for _, inner, deeper in below(rules, fields):
            yield from branches(inner, deeper, seen)


def taken(rules: Rules, value: object, name: str) -> Iterator[str]:
    """The branches that one value takes."""
    rules, fields = resolved(rules, name)
    yield f"{name} as {TYPES[type(value)]}"
    yield f"{name} as number" if isinstance(value, int) else ""
    if isinstance(value, str):
        yield f"{name}: {value.lower()}"
        leaf = LEAVES.get(rules.get("x-leaf", ""))
        found = leaf.phrase.match(value) if leaf else None
        yield f"{rules['x-leaf']} as {found[0]}" if found else ""
    steps = {step: (inner, deeper) for step, inner, deeper in below(rules, fields)}
    pairs = value.items() if isinstance(value, dict) else ()
    for key, each in [
        *pairs,
        *(("-", item) for item in (value if isinstance(value, list) else ())),
    ]:
        inner, deeper = steps[key] if key in steps else steps["*"]
        yield from taken(inner, each, deeper)


def test_every_key_and_every_branch_of_the_schema_has_a_valid_example() -> None:
    wanted = set(branches(CLUB, "club", set()))
    found: set[str] = set()
    for file in EXAMPLES:
        # As texts and as an editor types them: a phone may be a number in one and a text in the other.
        for values in (document(file).values, typed(document(file).root)):
            found |= set(taken(CLUB, values, "club"))
    assert sorted(wanted - found - NOT_THE_ENGINES) == []


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_valid_example_is_valid_as_texts_and_as_an_editor_types_it(file: Path) -> None:
    check = Draft202012Validator(CLUB)
    for values in (document(file).values, typed(document(file).root)):
        assert [error.message for error in check.iter_errors(values)] == []
