"""A row of the table of keys, and the shapes that a key's value may have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from holdkatalog.fields.leaf import Rules
from holdkatalog.fields.others import ALL

TEXT_SAY: Final = 'Skriv en tekst. Er det et tal, så sæt det i anførselstegn, fx "60".'

KEYED_SAY: Final = "Skriv et kort ord, kolon, og det, der hører til, på linjerne under."


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a file: what an editor, a form, a reference page and a schema need to know of it.

    `help` is one or two Danish sentences, `absent` what the site shows when the key isn't there.
    `step` is the page of the form it stands on, `group` the heading there. A `required` key may be
    left out where the key `unless` stands beside it. `ask` is the question
    that a form asks for it, and `hint` what helps to answer it there, where the help is about files;
    "" where title and help do.
    """

    name: str
    title: str
    help: str
    examples: Sequence[object]
    absent: str
    rules: Rules
    group: str
    step: Literal["kort", "mere"] = "mere"
    required: bool = False
    unless: str = ""
    ask: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Keys that stand together: a file, or the fields under one key. `where` says it in Danish."""

    name: str
    where: str
    help: str
    keys: tuple[Key, ...]


def ref(name: str) -> dict[str, object]:
    """The definition `name`."""
    return {"$ref": f"#/$defs/{name}"}


def text(longest: int, pattern: str = "", say: str = TEXT_SAY) -> Rules:
    """Words that no parser looks into; a `pattern` only for names of files and the like."""
    rules: dict[str, object] = {"type": "string", "x-leaf": "text", "minLength": 1}
    rules |= {"maxLength": longest, "errorMessage": say}
    return rules | ({"pattern": pattern, "patternErrorMessage": say} if pattern else {})


def texts(longest: int, most: int) -> Rules:
    """One text or a list of them."""
    one = text(longest)
    return {**one, "type": ["string", "array"], "items": one, **_list(most)}


def one(leaf: str, definition: str = "") -> Rules:
    """A single value; `definition` when the leaf's own is narrowed or has words of its own."""
    types = ALL[leaf].types
    only = types if len(types) > 1 else types[0]
    return {"type": only, "errorMessage": ALL[leaf].say, **ref(definition or leaf)}


def many(leaf: str, most: int, definition: str = "") -> Rules:
    """One value or a list: a pattern only looks at texts, `items` only at lists, so no `anyOf` is needed."""
    single = one(leaf, definition)
    types = [*ALL[leaf].types, "array"]
    return {**single, "type": types, "items": single, **_list(most), "uniqueItems": True}


def choice(*words: str, heard: Iterable[str] = ()) -> Rules:
    """One of a few fixed words; what is `heard` is taken too, but not proposed."""
    listed = ", ".join(words[:-1])
    say = f"Skriv {listed} eller {words[-1]}."
    return {"type": "string", "x-leaf": "text", "enum": [*words, *heard], "errorMessage": say}


def mixed(leaf: str, fields: str, most: int) -> Rules:
    """A text, fields, or a list of either; the definition `fields` holds the rules of both."""
    types = [*ALL[leaf].types, "object"]
    item = {"type": types, "errorMessage": ALL[leaf].say, **ref(fields)}
    return {**item, "type": [*types, "array"], "items": item, **_list(most)}


def keyed(item: Rules, most: int, names: Rules) -> Rules:
    """Fields whose keys the volunteer chooses, each with the same kind of value."""
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": most,
        "propertyNames": names,
        "additionalProperties": item,
        "errorMessage": KEYED_SAY,
    }


def _list(most: int) -> dict[str, object]:
    return {"minItems": 1, "maxItems": most}
