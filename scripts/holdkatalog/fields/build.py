"""From the table of keys and the vocabulary to the schema of a club's file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from holdkatalog.danish import listed
from holdkatalog.fields import club, contact, offer, place, session, texts
from holdkatalog.fields.key import Table, keyed, ref
from holdkatalog.fields.leaf import Rules
from holdkatalog.fields.leaves import LEAVES
from holdkatalog.fields.schema import document, entry, fields
from holdkatalog.grammar.facts import WIDE_AREAS
from holdkatalog.grammar.words import FIXED_PLACES
from holdkatalog.vocabulary import Concept, Question, Vocabulary

MIXED: Final[Mapping[str, str]] = MappingProxyType(
    {"contact-fields": "contact", "place-fields": "place", "time-fields": "session"}
)
"""Fields that a single line may stand for, and that line's leaf."""
TABLES: Final = (
    club.CLUB,
    offer.OFFER,
    session.FIELDS,
    place.FIELDS,
    contact.FIELDS,
    texts.PHOTO_FIELDS,
    offer.TRANSLATION,
)
"""Every table of a club's file, in the order a reader wants them."""

Word = tuple[str, str]
"""A word as it is written in a file, and what it stands for in Danish."""


def club_schema(vocabulary: Vocabulary, places: Iterable[Word] = ()) -> dict[str, object]:
    """The JSON Schema of a club's file; `places` are the shared places' ids and names.

    The words are offered, not demanded: a file may also say `Kræft` for `kraeft`, and the check
    compares with the merged vocabulary and explains.
    """
    definitions = {
        **place_definitions(vocabulary, places),
        **word_definitions(vocabulary),
        "contact-fields": _mixed("contact-fields", contact.FIELDS),
        "time-fields": _mixed("time-fields", session.FIELDS),
        "photo-fields": fields(texts.PHOTO_FIELDS.keys),
        "price-on-top": _price_on_top(),
        "judged": _judged(),
        "translation": entry(offer.TRANSLATION),
        "translations": keyed(ref("translation"), 14, ref("term")),
        "offer": entry(offer.OFFER),
    }
    return document(club.CLUB, definitions, title="En forenings fil")


def place_definitions(vocabulary: Vocabulary, places: Iterable[Word]) -> dict[str, Rules]:
    """What a place is made of: shared places have the same keys as a club's own."""
    words = _words("place", [*_fixed_places(), *places])
    return {
        "place-fields": {**_mixed("place-fields", place.FIELDS), **words},
        "answers": _answers(vocabulary),
    }


def _mixed(name: str, table: Table) -> dict[str, object]:
    return {**ref(MIXED[name]), **fields(table.keys)}


def _judged() -> Rules:
    """An attestation for all, or one for each illness."""
    one = {"type": "string", **ref("attestation")}
    each = {
        key: rule
        for key, rule in keyed(one, 40, ref("term")).items()
        if key not in {"type", "errorMessage"}
    }
    return {**ref("attestation"), **each}


def _price_on_top() -> Rules:
    """A price whose line begins with `plus`: the club's own part of what an offer costs."""
    price = LEAVES["price"].rules("price")
    return {
        **price,
        "pattern": f"^(?=[Pp]lus ){str(price['pattern']).removeprefix('^')}",
        "patternErrorMessage": "Begynd med plus, fx plus 200 kr. pr. år for medlemskab.",
    }


def _words(name: str, words: Iterable[Word]) -> Rules:
    """Words an editor offers; snippets, since a hover shows every example of a key."""
    snippets = [{"label": word, "body": word, "description": meaning} for word, meaning in words]
    return {"x-words": name, "defaultSnippets": snippets}


def word_definitions(vocabulary: Vocabulary) -> dict[str, Rules]:
    """The kinds of words that a file may be sorted by."""
    people = [(one.id, one.name) for one in vocabulary.conditions.values()]
    people += [(one.id, one.name) for one in vocabulary.audiences.values()]
    named = {
        "condition": ("vocabulary", people),
        "activity": ("term", [(one.id, one.name) for one in vocabulary.activities.values()]),
        "template": ("term", _templates(vocabulary)),
        "language": ("term", [(one.id, one.name) for one in vocabulary.languages.values()]),
        "area": ("vocabulary", [*_areas(vocabulary), *_wide_areas()]),
    }
    every = {name: {**ref(leaf), **_words(name, words)} for name, (leaf, words) in named.items()}
    return {**every, "template": {**every["template"], **_shown_over(named["template"][1])}}


def _shown_over(templates: Iterable[Word]) -> Rules:
    """What an editor shows over a template: the key's help, and what each template gives."""
    each = "".join(f"\n- `{id_}`: {meaning}" for id_, meaning in templates)
    return {"markdownDescription": f"{offer.TEMPLATE.help}\n{each}"}


def _templates(vocabulary: Vocabulary) -> list[Word]:
    return [(one.id, _told(one)) for one in vocabulary.concepts.values()]


def _told(concept: Concept) -> str:
    """A template in a line: its name, who stands behind it, and the keys that it gives."""
    behind = f" ({concept.association})" if concept.association else ""
    return f"{concept.name}{behind}. Giver {listed(concept.given)}."


def _areas(vocabulary: Vocabulary) -> list[Word]:
    return [(area.id, area.name) for area in vocabulary.areas.values()]


def _wide_areas() -> list[Word]:
    meanings = ("Hele kommunen", "Også borgere fra andre kommuner", "Hele landet")
    return list(zip(WIDE_AREAS, meanings, strict=True))


def _fixed_places() -> list[Word]:
    meanings = ("På en skærm", "I telefonen", "Hjemme hos dig")
    return list(zip(FIXED_PLACES, meanings, strict=True))


def _answers(vocabulary: Vocabulary) -> Rules:
    """The questions; a municipality's own are taken too, and the check knows which there are."""
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 80,
        "errorMessage": "Skriv hvert spørgsmål på sin egen linje under, fx toilet: ja.",
        "propertyNames": {"title": "spørgsmål", **ref("key")},
        "properties": {
            question.key: _question(question, order, vocabulary)
            for order, question in enumerate(vocabulary.questions.values(), start=1)
        },
        "additionalProperties": {"type": "string", **ref("answer")},
    }


def _question(question: Question, order: int, vocabulary: Vocabulary) -> Rules:
    group = vocabulary.question_groups[question.group].name
    examples = dict.fromkeys([question.example, "ja", "nej", "ukendt"])
    return {
        "title": question.yes,
        "description": f"{question.help} Svar ja, nej eller ukendt.".strip(),
        "examples": [example for example in examples if example],
        "x-absent": "'Spørg os'." if question.featured else "Ingenting.",
        "x-form": {
            "order": order,
            "step": "mere",
            "group": group,
            "ask": question.question,
            **({"open": True} if question.featured else {}),
        },
        "type": "string",
        **ref("answer"),
    }
