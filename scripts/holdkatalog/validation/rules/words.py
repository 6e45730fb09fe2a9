"""Words that must be in a vocabulary: illnesses, activities, areas, languages, questions and holidays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from holdkatalog.errors import Problem, Unreadable
from holdkatalog.grammar.facts import LIMIT, WIDE_AREAS
from holdkatalog.model import Named
from holdkatalog.reading.spans import breaks
from holdkatalog.suggest import suggest
from holdkatalog.validation.file import File, fields
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.pen import Path, listing, said
from holdkatalog.vocabulary import Audience, Condition, Vocabulary, lay_words

_PUBLIC = frozenset(("skoleferier", "helligdage"))

_TOWN = re.compile(r"[^\W\d_]{3,}(?:[ -][^\W\d_]+)*")

Called = Mapping[str, Iterable[str]]


def whom(vocabulary: Vocabulary) -> Called:
    """What illnesses and audiences are called, by id."""
    everybody: tuple[Condition | Audience, ...] = (
        *vocabulary.conditions.values(),
        *vocabulary.audiences.values(),
    )
    return {one.id: (one.name, one.in_words, *lay_words(one)) for one in everybody}


def activities(vocabulary: Vocabulary) -> Called:
    """What activities are called, by id."""
    return {one.id: (one.name, *one.synonyms) for one in vocabulary.activities.values()}


def areas(vocabulary: Vocabulary) -> Called:
    """What areas are called, by id."""
    known = vocabulary.areas.values()
    called = {one.id: (one.name, *one.postcodes, *one.villages, *one.also_called) for one in known}
    return {**called, **dict.fromkeys(WIDE_AREAS, ())}


def languages(vocabulary: Vocabulary) -> Called:
    """What languages are called, by id."""
    return {one.id: (one.name,) for one in vocabulary.languages.values()}


def templates(vocabulary: Vocabulary) -> Called:
    """What templates are called, by id."""
    return {one.id: (one.name,) for one in vocabulary.concepts.values()}


def questions(vocabulary: Vocabulary) -> Called:
    """The questions by the key that a volunteer writes."""
    return {one.key: () for one in vocabulary.questions.values()}


_KINDS: Mapping[str, tuple[str, Callable[[Vocabulary], Called]]] = MappingProxyType(
    {
        "condition": ("unknown-condition", whom),
        "activity": ("unknown-activity", activities),
        "area": ("unknown-area", areas),
        "language": ("unknown-language", languages),
        "template": ("unknown-template", templates),
    }
)


def find(kind: str, word: str, vocabulary: Vocabulary) -> str | None:
    """The id of a word that is written exactly: by id or by name; None when there is none."""
    terms = {
        "condition": vocabulary.whom_terms,
        "activity": vocabulary.activity_terms,
        "area": vocabulary.area_terms,
        "language": vocabulary.language_terms,
        "template": vocabulary.concept_terms,
    }[kind]
    return word if kind == "area" and word in WIDE_AREAS else terms.find(word)


def surely(file: File, leaf: Leaf, text: str) -> str:
    """The text with its word as the vocabulary has it; empty when no one word is surely meant.

    A limit that is no limit may be an illness or an audience.
    """
    kind = "condition" if leaf.kind == "limit" else str(leaf.rules.get("x-words", ""))
    if kind not in _KINDS:
        return ""
    word, comma, note = text.partition(", ")
    vocabulary = file.context.vocabulary
    if find(kind, word, vocabulary) is not None and leaf.kind != "limit":
        return text
    meant = suggest(word, _KINDS[kind][1](vocabulary))
    return f"{meant[0]}{comma}{note}" if len(meant) == 1 else ""


def unknown_words(file: File) -> Iterator[Problem]:
    """Every word of a vocabulary is in it."""
    vocabulary = file.context.vocabulary
    for leaf in file.leaves:
        kind = str(leaf.rules.get("x-words", ""))
        if kind not in _KINDS:
            continue
        word, _, note = leaf.text.partition(", ")
        unsaid = word.strip().lower() == "ukendt" and kind not in {"activity", "template"}
        if not unsaid and find(kind, word, vocabulary) is None:
            yield _unknown(file, kind, leaf.path, word.strip(), note)
        elif words := _several(kind, leaf.text, vocabulary):
            lines = file.pen.lines(leaf.path, *words)
            yield file.pen.at("several-words", leaf.path, part=note, value=note, lines=lines)


def _several(kind: str, text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The words of a text that holds nothing else: what stands behind the comma would be mere words."""
    parts = tuple(re.split(r",\s*|\s+(?:og|eller)\s+", text.strip()))
    known = all(find(kind, part, vocabulary) is not None for part in parts)
    return parts if known and len(parts) > 1 else ()


def _unknown(file: File, kind: str, path: Path, word: str, note: str) -> Problem:
    code, called = _KINDS[kind]
    known = called(file.context.vocabulary)
    meant = suggest(word, known)
    facts = offered(meant, known)
    parts = re.split(r"\s+(?:og|eller)\s+|\s*/\s*", word)
    if kind == "condition" and LIMIT.match(word):
        facts = {"limit": f"kun_for: {word}"}
    elif len(parts) > 1 and all(find(kind, part, file.context.vocabulary) for part in parts):
        facts = {"lines": file.pen.lines(path, *parts)}
    elif len(meant) == 1:
        facts["line"] = file.pen.line(path, f"{meant[0]}, {note}" if note else meant[0])
    elif kind == "area" and not meant and _TOWN.fullmatch(word):
        told = ", ".join(each for each in ("andre-kommuner", word, note) if each)
        facts["elsewhere"] = file.pen.line(path, told)
    return file.pen.at(code, path, part=word, value=word, facts=facts)


def offered(meant: tuple[str, ...], known: Iterable[str]) -> dict[str, str]:
    """The proposal, or else the whole list."""
    if meant:
        return {"suggestion": said(meant)}
    return {"list": listing(known)}


def unknown_keys(file: File) -> Iterator[Problem]:
    """Words that stand as keys: questions, judged illnesses, languages of translations."""
    yield from _keys_under(file, (), file.values)
    for place, value in fields(file.values.get("steder")):
        yield from _keys_under(file, ("steder", place), value)
    for offer, value in file.offers.items():
        yield from _keys_under(file, file.path(offer), value)
        yield from _described(file, file.path(offer), value)


def _described(file: File, path: Path, offer: Mapping[str, object]) -> Iterator[Problem]:
    """The questions of places that are written out under `sted`."""
    sted = offer.get("sted")
    for at, value in enumerate(sted) if isinstance(sted, list) else ():
        yield from _keys_under(file, (*path, "sted", at), value)
    yield from _keys_under(file, (*path, "sted"), sted)


def _keys_under(file: File, path: Path, value: object) -> Iterator[Problem]:
    vocabulary = file.context.vocabulary
    found = dict(fields(value))
    for key, _ in fields(found.get("godt_at_vide")):
        if vocabulary.question_terms.find(key) is None:
            known = questions(vocabulary)
            meant = suggest(key.replace("_", " "), known)
            where = (*path, "godt_at_vide", key)
            yield file.pen.at(
                "unknown-question", where, key=True, value=key, facts=offered(meant, known)
            )
    for name, kind in (("vurderet", "condition"), ("oversat", "language")):
        code, called = _KINDS[kind]
        for key, _ in fields(found.get(name)):
            if find(kind, key, vocabulary) is None:
                known = called(vocabulary)
                facts = offered(suggest(key, known), known)
                yield file.pen.at(code, (*path, name, key), key=True, value=key, facts=facts)


def unknown_holidays(file: File) -> Iterator[Problem]:
    """A holiday by name is in the municipality's list."""
    known = file.context.vocabulary.holidays.ranges
    for leaf in file.leaves:
        if leaf.kind != "breaks":
            continue
        for span in _spans(leaf.text):
            if isinstance(span, Named) and span.name not in {*known, *_PUBLIC}:
                meant = suggest(span.name, dict.fromkeys(known, ()))
                facts = offered(meant, (*known, "skoleferier", "helligdage"))
                if len(meant) == 1:
                    facts["line"] = file.pen.line(leaf.path, meant[0])
                yield file.pen.at("unknown-holiday", leaf.path, facts=facts)


def _spans(text: str) -> tuple[object, ...]:
    try:
        return breaks(text) or ()
    except Unreadable:
        return ()
