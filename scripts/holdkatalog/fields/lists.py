"""The keys of the small file that says which column of a list is which key: for `holdkatalog import`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from holdkatalog.fields import club, contact, offer, place, session
from holdkatalog.fields.content import key
from holdkatalog.fields.key import Key, Table, choice, keyed, ref, text, texts
from holdkatalog.fields.leaf import Rules
from holdkatalog.fields.schema import document, fields
from holdkatalog.vocabulary import Vocabulary

HOLD: Final = "hold."
"""What stands before an offer's own keys."""
DELIMITERS: Final = {"semikolon": ";", "komma": ",", "tabulator": "\t"}
_COLUMN: Final = 200
# What is no single text, is made by the program, or belongs to a file that has been here for long.
_NOT_LISTED: Final = frozenset(("hold", "steder", "foto", "oversat", "bekræftet", "tidligere_id"))
_FIELDS: Final = {
    "kontakt": contact.FIELDS,
    "tid": session.FIELDS,
    "sted": place.FIELDS,
}
# Also a bare number: a column or a sheet may be called 2026, and a fixed value be a telephone.
_BARE: Final = {"type": ["string", "integer"]}
_NAME: Final[Rules] = {**text(_COLUMN), **_BARE}
_NAMES: Final[Rules] = {
    **texts(_COLUMN, 200),
    "type": ["string", "integer", "array"],
    "items": _NAME,
}
_ONE: Final[Rules] = {**text(4000), **_BARE}
_VALUE: Final[Rules] = {**texts(4000, 20), "type": ["string", "integer", "array"], "items": _ONE}
MAP: Final = Table(
    name="import",
    where="En liste udefra (til holdkatalog import)",
    help=(
        "Filen siger, hvilken kolonne i regnearket der er hvilket felt. Hver kolonne skal være med: "
        "enten under felter eller under spring_over. Foran holdets egne felter står hold og et "
        "punktum, fx hold.navn."
    ),
    keys=(
        key("felter", "Felter", "Hvert felt og den kolonne, det står i. Flere kolonner skrives som en "
            "liste. Skal der ord til, så sæt < og > om kolonnens navn.",
            {"forening": "Foreningens navn", "hold.navn": "Aktivitet",
             "hold.tid": ["Ugedag", "Klokken"], "hold.pris": "<Pris> kr. pr. gang"},
            ref("targets"), required=True, group="Liste"),
        key("faste", "Faste", "Felter, der er ens i alle rækker, og det, der skal stå.",
            {"hold.tilmelding": "ring først"}, ref("targets"), group="Liste"),
        key("ord", "Ord", "Ord fra listen, og det, de hedder her. Ét ord kan blive til flere.",
            {"KOL-patienter": "kol", "Lunger": ["kol", "astma"]},
            keyed(_NAMES, 500, {"title": "ord", **text(_COLUMN)}), group="Liste"),
        key("tomt", "Tomt", "Ord, der betyder, at cellen er tom. Tegn skrives i anførselstegn.",
            ["ved ikke", "ikke oplyst"],
            _NAMES, group="Liste"),
        key("spring_over", "Spring over", "Kolonner, der ikke skal med. En kolonne uden overskrift hedder "
            "Kolonne og sit bogstav.", ["Intern bemærkning", "Kolonne F"], _NAMES,
            absent="Alle kolonner skal stå under felter.", group="Liste"),
        key("række", "Række", "Den kolonne, en række bliver kaldt efter i beskeder.", "Aktivitet",
            _NAME, absent="Holdets navn.", group="Liste"),
        key("ark", "Ark", "Arkets navn, når regnearket har flere.", "Hold 2026", _NAME,
            absent="Det eneste ark.", group="Liste"),
        key("overskrifter", "Overskrifter", "Nummeret på den række, overskrifterne står i.", 3,
            {"type": ["string", "integer"], "x-leaf": "text", "pattern": "^[1-9][0-9]?$",
             "maxLength": 2, "minimum": 1, "maximum": 99,
             "patternErrorMessage": "Skriv rækkens nummer, fx 3."},
            absent="Den første række, der står noget i.", group="Liste"),
        key("skilletegn", "Skilletegn", "Det tegn, der står mellem cellerne i en CSV-fil.", "semikolon",
            choice(*DELIMITERS), absent="Programmet ser det selv, når det kan.", group="Liste"),
    ),
)  # fmt: skip


def list_schema(vocabulary: Vocabulary) -> dict[str, object]:
    """The JSON Schema of the file that says which column is which key."""
    every = tuple(_targets(vocabulary))
    targets = {"type": "object", "errorMessage": "Skriv et felt, kolon og kolonnens navn.",
               **fields(every, demanding=False)}  # fmt: skip
    return document(MAP, {"targets": targets}, title=MAP.where)


def _targets(vocabulary: Vocabulary) -> Iterator[Key]:
    for each in club.CLUB.keys:
        yield from _listed(each, "")
    for each in offer.OFFER.keys:
        yield from _listed(each, HOLD)
        if each.name == "godt_at_vide":
            for question in vocabulary.questions.values():
                name = f"{HOLD}{each.name}.{question.key}"
                yield _target(replace(each, title=question.yes, help=question.question), name)


def _listed(each: Key, before: str) -> Iterator[Key]:
    if each.name in _NOT_LISTED:
        return
    if each.name != "godt_at_vide":
        yield _target(each, before + each.name)
    for inner in _FIELDS[each.name].keys if each.name in _FIELDS else ():
        name = f"{before}{each.name}.{inner.name}"
        if "array" not in str(inner.rules.get("type")) or inner.name == "link":
            yield _target(inner, name)


def _target(each: Key, name: str) -> Key:
    """The key as it may be filled from columns."""
    return replace(
        each,
        name=name,
        examples=[each.title],
        rules=_VALUE,
        step="mere",
        required=False,
        group="Liste",
    )
