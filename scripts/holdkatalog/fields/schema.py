"""From rows of the table to rules of a JSON Schema, and a schema to text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from holdkatalog.danish import listed
from holdkatalog.fields.key import Key, Table, ref
from holdkatalog.fields.leaf import Rules
from holdkatalog.fields.others import ALL

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_REF: Final = "#/$defs/"


def document(
    table: Table, definitions: Mapping[str, Rules], *, title: str, demanding: bool = True
) -> dict[str, object]:
    """The schema of a whole file, with those of the definitions that it needs.

    It has no `$id`: an editor finds it by a path from the file, and a municipality keeps its own
    copy. When not `demanding`, no key is required.
    """
    top: dict[str, object] = {
        "$schema": DIALECT,
        "title": title,
        "description": table.help,
        "type": "object",
        **fields(table.keys, demanding=demanding),
    }
    return {**top, "$defs": dict(_needed(top, {**_leaves(), **definitions}))}


def text(schema: Mapping[str, object]) -> str:
    """The schema as it is kept in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def fields(keys: Iterable[Key], *, demanding: bool = True) -> dict[str, object]:
    """The rules of an object that has these keys and no others."""
    ordered = tuple(keys)
    required = [key for key in ordered if key.required and demanding]
    always = [key.name for key in required if not key.unless]
    return {
        **({"required": always} if always else {}),
        **_spared(required),
        "minProperties": 1,
        "additionalProperties": False,
        "errorMessage": _wanted(always),
        "properties": {
            key.name: _property(key, order) for order, key in enumerate(ordered, start=1)
        },
    }


def _wanted(always: list[str]) -> str:
    """What an editor says, in its only sentence: of a key that isn't known, and of one that lacks."""
    known = "Skriv kun felter, vi kender her"
    also = f", og husk {listed(always)}" if always else ""
    return f"{known}{also}. Du ser dem med Ctrl og mellemrum."


def _spared(required: Iterable[Key]) -> dict[str, object]:
    """That keys are required where the one that spares them isn't there."""
    spared = [key for key in required if key.unless]
    if not spared:
        return {}
    (other,) = {key.unless for key in spared}
    names = [key.name for key in spared]
    say = f"Husk {listed(names)}, eller skriv en {other}."
    return {"if": {"required": [other]}, "else": {"required": names, "errorMessage": say}}


def entry(table: Table, *, demanding: bool = True) -> dict[str, object]:
    """The definition of an object with a table's keys; a hover over its id shows the help."""
    about = {"title": table.where, "description": table.help, "type": "object"}
    return {**about, **fields(table.keys, demanding=demanding)}


def _property(key: Key, order: int) -> dict[str, object]:
    return {
        "title": key.title,
        "description": key.help,
        "examples": list(key.examples),
        "x-absent": key.absent,
        "x-form": _form(key, order),
        **key.rules,
    }


def _form(key: Key, order: int) -> dict[str, object]:
    """The key's place in a form, and what is said there in other words than its title and its help."""
    said = {"ask": key.ask, "hint": key.hint}
    place = {"order": order, "step": key.step, "group": key.group}
    return {**place, **{name: text for name, text in said.items() if text}}


def _leaves() -> dict[str, Rules]:
    named = {name: leaf.rules(name) for name, leaf in ALL.items()}
    return {**named, "name": {"title": "id", "type": "string", **ref("id")}}


def _needed(top: object, definitions: Mapping[str, Rules]) -> Iterator[tuple[str, Rules]]:
    """The definitions that are referred to, directly or not, in their own order."""
    found: set[str] = set()
    waiting = set(_refs(top))
    while waiting:
        found |= waiting
        waiting = {name for known in waiting for name in _refs(definitions[known])} - found
    return ((name, rules) for name, rules in definitions.items() if name in found)


def _refs(rules: object) -> Iterator[str]:
    if isinstance(rules, Mapping):
        if isinstance(there := rules.get("$ref"), str):
            yield there.removeprefix(_REF)
        rules = list(rules.values())
    if isinstance(rules, list):
        for inner in rules:
            yield from _refs(inner)
