"""Checked values into things. What a schema guarantees is not asked for again here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from holdkatalog.danish import slug
from holdkatalog.model import Dates
from holdkatalog.reading import contacts
from holdkatalog.reading.numbers import date, day_of_year
from holdkatalog.reading.spans import period
from holdkatalog.vocabulary.concepts import concepts_of
from holdkatalog.vocabulary.merging import Values
from holdkatalog.vocabulary.things import (
    Activity,
    Area,
    Audience,
    Condition,
    Freshness,
    Group,
    Holidays,
    Language,
    Link,
    Municipality,
    OpenActive,
    Point,
    Question,
)
from holdkatalog.vocabulary.words import Vocabulary

_SIDES = {"": "east", "nord": "north", "øst": "east", "syd": "south", "vest": "west"}
_STEPS = {"snart": "soon", "gammel": "old", "ud": "out"}


def vocabulary(  # noqa: PLR0913 - one for each file
    *,
    conditions: Values,
    activities: Values,
    needs: Values,
    languages: Values,
    areas: Values,
    holidays: Values,
    concepts: Values = MappingProxyType({}),
) -> Vocabulary:
    """The whole vocabulary from the values of its seven files, the municipality's already merged in."""
    questions = (_question(key, row) for key, row in _rows(needs, "spørgsmål"))
    words = Vocabulary(
        condition_groups=_groups(conditions),
        conditions={id_: _condition(id_, row) for id_, row in _rows(conditions, "sygdomme")},
        audiences={id_: _audience(id_, row) for id_, row in _rows(conditions, "målgrupper")},
        activity_groups=_groups(activities),
        activities={id_: _activity(id_, row) for id_, row in _rows(activities, "aktiviteter")},
        question_groups=_groups(needs),
        questions={question.id: question for question in questions},
        languages={id_: _language(id_, row) for id_, row in _rows(languages, "sprog")},
        areas={id_: _area(id_, row) for id_, row in _rows(areas, "områder")},
        holidays=_holidays(holidays),
        outline=_outline(areas),
    )
    return replace(words, concepts=concepts_of(concepts, words))


def municipality(values: Values) -> Municipality:
    """The municipality from the values of content/kommune.yaml."""
    access: Values = values.get("tilgængelighed") or {}
    return Municipality(
        id=values["id"],
        name=values["navn"],
        code=values["kode"],
        bridge=contacts(values["brobygger"])[0],
        statement=_text(access, "erklæring"),
        access=contacts(access)[0],
        links=_links(values),
        demo=_yes(values, "eksempeldata"),
        freshness=_freshness(values.get("friskhed") or {}),
    )


def _freshness(values: Values) -> Freshness:
    """The days of each step; what isn't said stays as it is."""
    given = {_STEPS[name]: int(days) for name, days in values.items()}
    return replace(Freshness(), **given)


def _rows(values: Values, section: str) -> tuple[tuple[str, Values], ...]:
    return tuple((values.get(section) or {}).items())


def _text(values: Values, key: str) -> str:
    return str(values.get(key) or "")


def _texts(values: Values, key: str) -> tuple[str, ...]:
    """One value or a list: everywhere in the format, one may be written without its dash."""
    written = values.get(key) or ()
    return (written,) if isinstance(written, str) else tuple(written)


def _yes(values: Values, key: str) -> bool:
    return _text(values, key) == "ja"


def _links(values: Values) -> tuple[Link, ...]:
    return tuple(Link(row["navn"], row["adresse"]) for row in values.get("links") or ())


def _groups(values: Values) -> dict[str, Group]:
    return {id_: Group(id_, name) for id_, name in values["grupper"].items()}


def _in_words(values: Values) -> str:
    """The name inside a sentence: small first letter, unless it is short for something (`KOL`)."""
    name = _text(values, "navn")
    small = name[:1].lower() + name[1:]
    return _text(values, "i_sætning") or (name if name[1:2].isupper() else small)


def _condition(id_: str, values: Values) -> Condition:
    reviewed = _text(values, "gennemset")
    return Condition(
        id=id_,
        name=values["navn"],
        group=values["gruppe"],
        synonyms=_texts(values, "synonymer"),
        about=_text(values, "det_skal_du_vide"),
        links=_links(values),
        reviewed=date(reviewed) if reviewed else None,
        association=_text(values, "patientforening"),
        core=_yes(values, "kerne"),
        english=_text(values, "engelsk"),
        icd10=_texts(values, "icd10"),
        in_words=_in_words(values),
        search_words=_texts(values, "søgeord"),
    )


def _audience(id_: str, values: Values) -> Audience:
    return Audience(id_, values["navn"], _texts(values, "synonymer"), _in_words(values))


def _activity(id_: str, values: Values) -> Activity:
    other = values.get("openactive")
    return Activity(
        id=id_,
        name=values["navn"],
        group=values["gruppe"],
        kind=values["slags"],
        synonyms=_texts(values, "synonymer"),
        english=_text(values, "engelsk"),
        openactive=OpenActive(other["id"], other["match"]) if other else None,
    )


def _question(key: str, values: Values) -> Question:
    return Question(
        id=slug(key),
        key=key,
        group=values["gruppe"],
        question=_text(values, "spørgsmål") or values["ja"],
        yes=values["ja"],
        help=_text(values, "hjælp"),
        example=_text(values, "eksempel"),
        need=_text(values, "behov"),
        short=_text(values, "kort"),
        featured=_yes(values, "udvalgt"),
    )


def _language(id_: str, values: Values) -> Language:
    return Language(id_, values["navn"], _text(values, "kode"))


def _area(id_: str, values: Values) -> Area:
    north, east = values["midte"].split()
    return Area(
        id=id_,
        name=values["navn"],
        postcodes=_texts(values, "postnumre"),
        centre=(float(north), float(east)),
        neighbours=_texts(values, "naboer"),
        villages=_texts(values, "landsbyer"),
        also_called=_texts(values, "kaldes"),
        in_words=_text(values, "i_sætning"),
        label=_SIDES[_text(values, "navnets_plads")],
    )


def _outline(values: Values) -> tuple[tuple[Point, ...], ...]:
    rings = values.get("omrids") or {}
    return tuple(_ring(_texts(rings, name)) for name in rings)


def _ring(points: Iterable[str]) -> tuple[Point, ...]:
    pairs = (point.split() for point in points)
    return tuple((float(north), float(east)) for north, east in pairs)


def _holidays(values: Values) -> Holidays:
    known = _text(values, "kendt_til")
    return Holidays(
        ranges={slug(name): _ranges(values["ferier"], name) for name, _ in _rows(values, "ferier")},
        known_to=date(known) if known else None,
        extra_public=_days(values, "også_helligdage"),
        not_public=_days(values, "ikke_helligdage"),
    )


def _days(values: Values, key: str) -> tuple[tuple[int, int], ...]:
    return tuple(day_of_year(text, last=False) for text in _texts(values, key))


def _ranges(values: Values, name: str) -> tuple[Dates, ...]:
    spans = (span for text in _texts(values, name) for span in period(text) or ())
    return tuple(span for span in spans if isinstance(span, Dates))
