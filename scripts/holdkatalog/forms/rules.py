"""What a form can say of one answer by itself: the schema's patterns and the check's own sentences, for a browser.

Only the field's own: required, the pattern, the range, the choices, the length. Whatever takes more
knowing than the one answer is left to the check.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from holdkatalog import messages
from holdkatalog.fields import club_schema
from holdkatalog.validation.lexicon import PHRASES
from holdkatalog.vocabulary import Vocabulary

Rules = Mapping[str, Any]
RULES: Final = "tilmeld/regler.json"
"""The file of the site that has the rules."""
_FIELDS: Final = ("offer", "contact-fields", "place-fields", "time-fields")
_REF: Final = "#/$defs/"
_LEFT: Final = ("foto", "oversat", "tidligere_id", "hold", "steder", "godt_at_vide")
"""Keys whose own value is no text that a form asks for; what stands below them has rules of its own."""
_EITHER: Final = re.compile(r"\[\w([a-zæøåé])\]")
"""A letter as a phone writes it at the start, or small: the schema has no other class of two letters."""
_PLAIN: Final = "text"
"""What no parser looks into; a key without a leaf holds it."""
_NUMBERS: Final = frozenset(("number", "integer"))
_OWN: Final = {
    "maxLength": "longest",
    "pattern": "pattern",
    "minimum": "least",
    "maximum": "most",
    "patternErrorMessage": "say",
}
_CODES: Final = (
    *("form-missing", "form-choose", "control-character", "lost-letter", "too-long", "too-many"),
    *("listed-twice", "not-a-choice", "wrong-form", "needless-unknown", "price-not-on-top"),
)
_LEFT_OUT: Final = frozenset(("line", "lines", "dated", "extra", "whom", "limit"))
"""Facts that only the check can give. A limit of numbers is one of ours."""
_OURS: Final = frozenset(("too-long", "too-many", "price-not-on-top"))


def rules_text(vocabulary: Vocabulary, places: Iterable[tuple[str, str]]) -> str:
    """The rules as JSON; `places` are the shared places' ids and names.

    `keys` has the keys of each table in its order with the rules of each, `questions` those of
    guests in theirs, `numbers` the keys that may be bare numbers in a file, `leaves` what a kind of
    text looks like, and `messages` the sentences of each code: the first holds whose {facts} are
    all known; where no `help` stands it is the fact `say`.
    """
    schema = club_schema(vocabulary, places)
    definitions: Rules = schema["$defs"]  # type: ignore[assignment]  # a part of a JSON Schema
    tables: dict[str, Rules] = {"club": schema} | {name: definitions[name] for name in _FIELDS}
    keys = {name: dict(_keys(table, definitions)) for name, table in tables.items()}
    used = {rule.get("leaf", _PLAIN) for table in keys.values() for rule in table.values()}
    leaves = {name: _leaf(definitions, name) for name in sorted({*used, "answer"} - {_PLAIN})}
    made = {
        "keys": keys,
        "questions": list(definitions["answers"]["properties"]),
        "numbers": sorted({name for table in tables.values() for name in _numbers(table)}),
        "leaves": leaves,
        "messages": _messages(leaf.get("kind", name) for name, leaf in leaves.items()),
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def _keys(table: Rules, definitions: Rules) -> Iterator[tuple[str, dict[str, Any]]]:
    required = (*table.get("required", ()), *table.get("else", {}).get("required", ()))
    # What a template may give instead.
    unless = dict.fromkeys(table.get("else", {}).get("required", ()), _instead(table))
    for key, own in table["properties"].items():
        if key in _LEFT:
            yield key, {}
            continue
        leaf = _named(own, definitions)
        rule: dict[str, Any] = _own(own) if leaf == _PLAIN else {"leaf": leaf}
        rule |= {"choices": own["enum"]} if "enum" in own else {}
        rule |= {"many": own["maxItems"]} if "maxItems" in own else {}
        rule |= {"once": True} if own.get("uniqueItems") else {}
        rule |= {"required": True} if key in required else {}
        rule |= {"unless": unless[key]} if key in unless else {}
        if leaf == "session" or key in required:
            rule |= {"example": next(one for one in own["examples"] if isinstance(one, str))}
        yield key, rule


def _instead(table: Rules) -> str:
    """The key without which some others are required."""
    return next(iter(table.get("if", {}).get("required", ())), "")


def _named(own: Rules, definitions: Rules) -> str:
    """The kind of text that a key holds: the first definition with a pattern of its own."""
    name, rules = _PLAIN, own
    while "$ref" in rules:
        name = str(rules["$ref"]).removeprefix(_REF)
        rules = definitions[name]
    return name


def _leaf(definitions: Rules, name: str) -> dict[str, Any]:
    """What a kind of text looks like. What only narrows another kind borrows that one's pattern."""
    own = definitions[name]
    kind = str(own["x-leaf"])
    made = _own(own)
    phrase = PHRASES.get(kind)
    if phrase is not None and phrase.sentence:
        made["sentence"] = True
    if kind != name:
        pattern = _short(str(definitions[kind]["pattern"]))
        begins = made.pop("pattern").removesuffix(pattern.removeprefix("^"))
        made |= {"kind": kind, "begins": begins}
    return made


def _own(rules: Rules) -> dict[str, Any]:
    found = {ours: rules[theirs] for theirs, ours in _OWN.items() if theirs in rules}
    return found | ({"pattern": _short(str(found["pattern"]))} if "pattern" in found else {})


def _short(pattern: str) -> str:
    """The pattern in fewer letters: `~m` for `[Mm]`, and groups without the sign that they keep nothing."""
    return _EITHER.sub(r"~\1", pattern).replace("(?:", "(")


def _numbers(table: Rules) -> Iterator[str]:
    """The keys whose value may be a bare number."""
    for key, own in table["properties"].items():
        types = own.get("type", ())
        if _NUMBERS & set([types] if isinstance(types, str) else types):
            yield key


def _messages(kinds: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """The sentences of each code that a form may tell, without those that only the check can fill in."""
    codes = [*_CODES, *(f"unreadable-{kind}" for kind in sorted({*kinds}))]
    return {code: _sentences(code) for code in codes}


def _sentences(code: str) -> dict[str, list[str]]:
    known = frozenset() if code in _OURS else _LEFT_OUT
    both = zip(("text", "help"), messages.sentences(code), strict=True)
    told = {
        name: [one for one in sentences if not known & messages.facts_in(one)]
        for name, sentences in both
    }
    # What a kind of text looks like is what most often helps, so only other help is told.
    return told if told["help"] != ["{say}"] else {"text": told["text"]}
