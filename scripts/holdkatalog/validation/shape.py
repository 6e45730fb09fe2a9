"""What the schema refuses, in a volunteer's words: the keyword and the value decide, never the library's English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Any

from jsonschema.exceptions import ValidationError

from holdkatalog.danish import fold, slug
from holdkatalog.errors import Problem
from holdkatalog.suggest import nearest
from holdkatalog.validation.examples import first_fields, first_items
from holdkatalog.validation.guide import Guide
from holdkatalog.validation.pen import Path, Pen, listing, plain
from holdkatalog.validation.typed import nulls, typed

_MOST_GUESSES = 50
"""So many misspelt keys are looked into; who has more has other worries, and guessing takes time."""
_IDS = re.compile("[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What stood in the file, what the keyword wanted, its schema, and how many guesses are left."""

    instance: Any
    wanted: Any
    schema: Any
    guesses: int


def refused(pen: Pen, guide: Guide) -> Iterator[Problem]:
    """Everything the schema refuses of the texts.

    Texts that a pattern refuses are left to the reading of leaves, which can say why.
    """
    guesses = _MOST_GUESSES
    if pen.document.values is not None:
        for error in guide.validator.iter_errors(pen.document.values):
            for problem in _problems(pen, guide, error, guesses):
                guesses = max(0, guesses - 1)
                yield problem


def nothings(pen: Pen, guide: Guide) -> Iterator[Problem]:
    """What editors take for nothing at all: `~` and `null` without quotes."""
    for path in nulls(pen.document.root):
        yield pen.at("empty-value", path, facts=_facts(guide, path))


def refused_when_typed(pen: Pen, guide: Guide) -> Iterator[Problem]:
    """What the schema refuses of the tree as an editor types it: what we take, editors take too."""
    tree = typed(pen.document.root)
    # Most files hold no bare numbers, and then nothing new can be said of them.
    for error in guide.validator.iter_errors(tree) if tree != pen.document.values else ():
        path: Path = tuple(error.absolute_path)
        if error.validator in _VALUES:
            yield pen.at(
                "needs-quotes", path, line=_in_quotes(pen, path), facts=_facts(guide, path)
            )


def _problems(pen: Pen, guide: Guide, error: ValidationError, guesses: int) -> Iterator[Problem]:
    path: Path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        yield _name(pen, guide, (*path, str(error.instance)))
    elif handler := _HANDLERS.get(str(error.validator)):
        refusal = Refusal(error.instance, error.validator_value, error.schema, guesses)
        yield from handler(pen, guide, path, refusal)


def _facts(guide: Guide, path: Path) -> dict[str, str]:
    """What the table of keys says of a path: a sentence of what to write, and an example."""
    rules = guide.at(path)
    say = str(rules.get("patternErrorMessage") or rules.get("errorMessage") or "")
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    simple = next((str(e) for e in rules.get("examples", ()) if isinstance(e, str | int)), "")
    return {"say": say, "example": f"{name}: {plain(simple)}" if simple and name else ""}


def _in_quotes(pen: Pen, path: Path) -> str:
    text = pen.written(path)
    name = pen.name(path)
    dash = "- " if path and isinstance(path[-1], int) else f"{name}: "
    return f'{dash}"{text}"' if '"' not in text else ""


def _missing(pen: Pen, guide: Guide, path: Path, error: Refusal) -> Iterator[Problem]:
    """A required key; of one that is there under a misspelt name, only the misspelling is told."""
    wanted = [key for key in error.wanted if key not in error.instance]
    known = _known(error.schema)
    others = islice((key for key in error.instance if key not in known), error.guesses)
    stray = [nearest(key, wanted) for key in others]
    for key in wanted:
        if key not in stray:
            below = (*path, key)
            yield pen.missing("missing-key", below, under=_above(path), **_facts(guide, below))


def _above(path: Path) -> str:
    return str(path[-1]) if path and isinstance(path[-1], str) else ""


def _known(schema: object) -> tuple[str, ...]:
    return tuple(schema.get("properties", ())) if isinstance(schema, Mapping) else ()


def _unknown(pen: Pen, guide: Guide, path: Path, error: Refusal) -> Iterator[Problem]:
    del guide
    known = _known(error.schema)
    every = listing(known)
    for at, key in enumerate(key for key in error.instance if key not in known):
        meant = _meant(key, known, error.instance) if at < error.guesses else ""
        facts = {"known": every, "under": _above(path)}
        facts |= {"suggestion": meant, "line": f"{meant}:"} if meant else {}
        if meant and isinstance(error.instance[key], str):
            facts["line"] = f"{meant}: {plain(error.instance[key])}"
        yield pen.at("unknown-key", (*path, key), key=True, value=key, facts=facts)


_LAY_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "titel": "navn", "overskrift": "navn", "tidspunkt": "tid", "hvornaar": "tid", "dag": "tid",
        "tider": "tid", "hvor": "sted", "adresse": "sted", "lokale": "sted", "steder": "sted",
        "priser": "pris", "kontingent": "pris", "beskrivelse": "om", "tekst": "om",
        "telefon": "kontakt", "tlf": "kontakt", "mail": "kontakt", "email": "kontakt",
        "kontaktperson": "kontakt", "sygdom": "for", "sygdomme": "for", "diagnose": "for",
        "maalgruppe": "for", "saeson": "periode", "ferie": "fri", "lukket": "fri", "udstyr": "medbring",
        "hjemmeside": "link", "web": "link", "url": "link", "facebook": "link", "alder": "kun_for",
        "koen": "kun_for", "antal": "pladser", "intensitet": "anstrengelse", "niveau": "anstrengelse",
        "byer": "område", "by": "område", "billede": "foto", "klokken": "kl", "tidspunkter": "tid",
        "foreningen": "forening", "klub": "forening", "hvem": "for", "instruktoer": "ledes_af",
        "leder": "ledes_af", "parkering": "godt_at_vide", "toilet": "godt_at_vide",
        "opdateret": "bekræftet", "nyheder": "opslag", "besked": "opslag", "noter": "note",
        "bemaerkning": "note", "navne": "navn", "nummer": "telefon", "mobil": "telefon",
        "koncept": "skabelon",
    }
)  # fmt: skip
"""What a key is called elsewhere, folded; told only where the key may stand."""


def _meant(key: str, known: tuple[str, ...], present: Mapping[str, object]) -> str:
    lay = _LAY_KEYS.get(slug(key).replace("-", "_"), "")
    if lay in known and lay not in present:
        return lay
    same = [each for each in known if fold(each) == fold(key)]
    return same[0] if same else nearest(key.replace("_", " "), known)


def _name(pen: Pen, guide: Guide, path: Path) -> Problem:
    """A key that the volunteer chose, where only an id may stand."""
    key = str(path[-1])
    made = re.sub(r"^[^a-z]+", "", slug(key))[:40].strip("-")
    where = pen.name(path[:-1])
    if where in {"godt_at_vide", "oversat", "vurderet"}:
        return pen.at("bad-word-key", path, key=True, value=key, under=where)
    title = "navn" if "navn" in _known(guide.at(path)) else ""
    return pen.at("bad-id", path, key=True, value=key, id=made, title=title)


def _kind(pen: Pen, guide: Guide, path: Path, error: Refusal) -> Iterator[Problem]:
    """Text where fields should be, a list where one value should be, or nothing at all."""
    wanted = error.wanted
    allowed = {wanted} if isinstance(wanted, str) else set(wanted)
    facts = _facts(guide, path)
    if error.instance is None:
        yield pen.at("empty-value", path, key=bool(path) and isinstance(path[-1], str), facts=facts)
    elif isinstance(error.instance, list):
        texts = [item for item in error.instance if isinstance(item, str)]
        whole = _joined(texts, guide.at(path)) if len(texts) == len(error.instance) else ""
        first = texts[0] if texts and "string" in allowed and not whole else ""
        facts |= {
            name: f"{pen.name(path)}: {plain(text)}"
            for name, text in (("joined", whole), ("line", first))
            if text
        }
        yield pen.at("no-list-here", path, key=True, facts=facts)
    elif isinstance(error.instance, dict):
        yield pen.at("no-fields-here", path, key=True, facts=facts)
    elif "object" in allowed:
        yield pen.at("fields-expected", path, fields=first_fields(guide, path), facts=facts)
    else:
        yield pen.at("list-expected", path, items=first_items(guide, path), facts=facts)


def _joined(texts: list[str], rules: Mapping[str, Any]) -> str:
    """All of a list as one text, where any words may stand and there is room for them."""
    words = [" ".join(text.split()) for text in texts]
    sentences = all(word[:1].isupper() and word.count(" ") > 1 for word in words)
    whole = " ".join(f"{word.rstrip('.')}." for word in words) if sentences else ", ".join(words)
    fits = rules.get("x-leaf") == "text" and len(whole) <= rules.get("maxLength", len(whole))
    return whole if fits else ""


def _long(pen: Pen, guide: Guide, path: Path, error: Refusal) -> Iterator[Problem]:
    length, limit = len(error.instance), error.wanted
    yield pen.at("too-long", path, length=str(length), limit=str(limit), facts=_facts(guide, path))


def _many(pen: Pen, guide: Guide, path: Path, error: Refusal) -> Iterator[Problem]:
    facts = {**_facts(guide, path), "count": str(len(error.instance)), "limit": str(error.wanted)}
    yield pen.at("too-many", path, key=True, facts=facts)


def _nothing(pen: Pen, guide: Guide, path: Path, error: Refusal) -> Iterator[Problem]:
    del error
    yield pen.at(
        "empty-value", path, key=bool(path) and isinstance(path[-1], str), facts=_facts(guide, path)
    )


def _twice(pen: Pen, guide: Guide, path: Path, error: Refusal) -> Iterator[Problem]:
    del guide
    seen: list[object] = []
    for at, item in enumerate(error.instance):
        if item in seen:
            yield pen.at("listed-twice", (*path, at))
        seen.append(item)


def _choice(pen: Pen, guide: Guide, path: Path, error: Refusal) -> Iterator[Problem]:
    words = [str(word) for word in error.wanted if str(word).islower()]
    meant = nearest(str(error.instance), words)
    facts = {"choices": ", ".join(words), "line": pen.line(path, meant) if meant else ""}
    yield pen.at("not-a-choice", path, facts={**_facts(guide, path), **facts})


Handler = Callable[[Pen, Guide, Path, Refusal], Iterator[Problem]]
_HANDLERS: Mapping[str, Handler] = MappingProxyType(
    {
        "required": _missing,
        "additionalProperties": _unknown,
        "type": _kind,
        "maxLength": _long,
        "maxItems": _many,
        "maxProperties": _many,
        "minLength": _nothing,
        "minItems": _nothing,
        "minProperties": _nothing,
        "uniqueItems": _twice,
        "enum": _choice,
    }
)
_VALUES = frozenset(("type", "minimum", "maximum", "enum", "const"))
