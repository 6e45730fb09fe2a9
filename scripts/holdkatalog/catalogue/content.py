"""The municipality's own files: itself, its words, areas, holidays and shared places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from holdkatalog import colours
from holdkatalog.catalogue.files import document
from holdkatalog.errors import CatalogueError, Problem
from holdkatalog.fields import beginnings, content_schemas, vocabulary_schema
from holdkatalog.messages import is_error
from holdkatalog.model import Place
from holdkatalog.paths import TOKENS
from holdkatalog.reading import places
from holdkatalog.validation import Pen, check_concepts, check_places, check_shape
from holdkatalog.validation.guide import Guide
from holdkatalog.vocabulary import (
    Freshness,
    Municipality,
    Vocabulary,
    merged,
    municipality,
    vocabulary,
)
from holdkatalog.yamlfile import Document

WORDS = {
    "conditions": ("grupper", "sygdomme", "målgrupper"),
    "activities": ("grupper", "aktiviteter"),
    "needs": ("grupper", "spørgsmål"),
    "languages": ("sprog",),
    "concepts": ("skabeloner",),
}
"""The files of words, and the sections that each of them holds."""
FILES = ("kommune", "omraader", "skoleferier", "steder")
OWN_COLOURS = "farver.css"
"""The file in which a municipality says what its colours are; most have none."""
_OPTIONAL = {"steder"}
_USUAL = Freshness()
_DAYS = {"snart": _USUAL.soon, "gammel": _USUAL.old, "ud": _USUAL.out}
_WHOLE = {"no-such-file", "empty", "not-fields"}
_SECTIONS = {"sygdomme": "grupper", "aktiviteter": "grupper", "spørgsmål": "grupper"}


@dataclass(frozen=True)
class Content:
    """What the municipality says, checked; `problems` are only warnings."""

    municipality: Municipality
    vocabulary: Vocabulary
    places: Mapping[str, Place]
    problems: tuple[Problem, ...]


def read_content(content: Path, engine: Path) -> Content:
    """Everything in the folder `content` laid over the words of the folder `engine`.

    Raises CatalogueError with every Problem when one of them is an error.
    """
    documents = {name: _own(content, name) for name in FILES}
    own = dict(_own_words(content))
    base = {
        name: document(engine / f"{name}.yaml", f"schema/vocabulary/{name}.yaml") for name in WORDS
    }
    # The engine's own words are held to their schema by its tests, and not on every run.
    problems = [
        *_misnamed(content),
        *(p for name, found in own.items() for p in _words_problems(name, found)),
    ]
    _raise(problems)
    words = {name: merged(_values(base[name]), _values(own.get(name))) for name in WORDS}
    problems += [p for name, found in own.items() for p in _whole(found, words[name])]
    bare = vocabulary(**words, areas={}, holidays={"ferier": {}}) if not problems else None
    if bare is not None:
        schemas = content_schemas(bare)
        problems += [
            p for name in FILES for p in check_shape(documents[name], Guide(schemas[name]))
        ]
        problems += [*_neighbours(documents["omraader"]), *_steps(documents["kommune"])]
    _raise(problems)
    holidays, areas = _values(documents["skoleferier"]), _values(documents["omraader"])
    whole = vocabulary(**words, areas=areas, holidays=holidays)
    problems += check_concepts(own["concepts"], whole) if "concepts" in own else ()
    problems += [*check_places(documents["steder"], whole), *_colours(content)]
    _raise(problems)
    return Content(
        municipality=municipality(_values(documents["kommune"])),
        vocabulary=whole,
        places=places(_values(documents["steder"]).get("steder") or {}, {}),
        problems=tuple(sorted(problems)),
    )


def schema_problems(content: Path, engine: Path) -> None:
    """Raise CatalogueError when the words, areas, holidays or places hold an error.

    Editors' schema is made of them alone: a municipality that is only beginning has it, too.
    """
    try:
        read_content(content, engine)
    except CatalogueError as error:
        aside = f"{content.name}/kommune.yaml"
        _raise([p for p in error.problems if p.file != aside and p.code != "no-such-file"])


def _raise(problems: list[Problem]) -> None:
    if any(map(is_error, problems)):
        raise CatalogueError(problems)


def _own(content: Path, name: str) -> Document:
    """One of the municipality's files; one that it may do without can also be empty."""
    path = content / f"{name}.yaml"
    found = document(path, f"{content.name}/{name}.yaml")
    if name in _OPTIONAL and (found.empty or not path.exists()):
        return replace(found, problems=())
    begin, about = beginnings()[name]
    return _told(found, begin=begin, about=about[0].lower() + about[1:])


def _own_words(content: Path) -> Iterator[tuple[str, Document]]:
    for name, sections in WORDS.items():
        path = content / "vocabulary" / f"{name}.yaml"
        if path.is_file():
            found = document(path, f"{content.name}/vocabulary/{name}.yaml")
            section = next(section for section in sections if section != "grupper")
            yield name, _told(found, begin=f"{section}:")


def _told(found: Document, **facts: str) -> Document:
    """The file; where the whole of it is missing or wrong, with what it is for and begins with."""
    problems = (
        replace(problem, facts=tuple(sorted(facts.items()))) if problem.code in _WHOLE else problem
        for problem in found.problems
    )
    return replace(found, problems=tuple(problems))


def _colours(content: Path) -> tuple[Problem, ...]:
    """What can't be seen in the municipality's own colours, where it has some."""
    file = content / OWN_COLOURS
    if not file.is_file():
        return ()
    text, shipped = file.read_text("utf-8", "replace"), TOKENS.read_text("utf-8")
    name = f"{content.name}/{OWN_COLOURS}"
    return colours.check(text, file=name, shipped=colours.read(shipped, TOKENS.name))


def _values(found: Document | None) -> Mapping[str, Any]:
    values = None if found is None else found.values
    return values if isinstance(values, dict) else {}


def _misnamed(content: Path) -> Iterator[Problem]:
    """A file that nobody would read: its words would be missing in silence."""
    names = [f"{name}.yaml" for name in WORDS]
    for path in sorted((content / "vocabulary").glob("*")):
        if path.is_file() and path.name not in names and not path.name.startswith("."):
            file = f"{content.name}/vocabulary/{path.name}"
            facts = (("list", ", ".join(names)),)
            yield Problem(file, 0, 0, "not-a-vocabulary", (), path.name, facts)


def _words_problems(name: str, found: Document) -> Iterator[Problem]:
    """What is wrong with a file by itself; a section that belongs in another is told only that."""
    pen = Pen(found)
    homes = {
        section: f"{pen.document.file.rpartition('/')[0]}/{other}.yaml"
        for other, sections in WORDS.items()
        for section in sections
        if section not in WORDS[name]
    }
    astray = [section for section in _values(found) if section in homes]
    for section in astray:
        yield pen.at("section-astray", (section,), key=True, value=section, home=homes[section])
    for problem in check_shape(found, Guide(vocabulary_schema(whole=False))):
        if problem.path[:1] not in {(section,) for section in astray}:
            yield problem


def _whole(found: Document, values: Mapping[str, Any]) -> Iterator[Problem]:
    """What a new word lacks, and groups that aren't there: only seen with the engine's words below."""
    pen = Pen(found)
    errors = Guide(vocabulary_schema(whole=True)).validator.iter_errors(values)
    lacking = dict.fromkeys(
        (*error.absolute_path, key)
        for error in errors
        for key in (error.validator_value if error.validator == "required" else ())
        if key not in error.instance
    )
    for path in lacking:
        yield pen.missing("missing-key", path, under=str(path[-2]) if len(path) > 1 else "")
    for section, groups in _SECTIONS.items():
        for id_, entry in (values.get(section) or {}).items():
            group = entry.get("gruppe")
            if group is not None and group not in (values.get(groups) or {}):
                known = ", ".join(values.get(groups) or {})
                yield pen.at("unknown-group", (section, id_, "gruppe"), value=group, list=known)


def _neighbours(found: Document) -> Iterator[Problem]:
    """Neighbours are there and know of each other; no postcode lies in two areas."""
    pen = Pen(found)
    areas = {
        id_: area
        for id_, area in (_values(found).get("områder") or {}).items()
        if isinstance(area, dict)
    }
    taken: dict[str, str] = {}
    for id_, area in areas.items():
        for at, other in enumerate(_many(area.get("naboer"))):
            path = ("områder", id_, "naboer", at)
            if other not in areas:
                yield pen.at("unknown-neighbour", path, list=", ".join(areas))
            elif id_ not in _many(areas[other].get("naboer")):
                yield pen.at("one-sided-neighbour", path, here=id_)
        for at, postcode in enumerate(_many(area.get("postnumre"))):
            if postcode in taken:
                yield pen.at(
                    "postcode-twice", ("områder", id_, "postnumre", at), other=taken[postcode]
                )
            taken.setdefault(postcode, id_)


def _steps(found: Document) -> Iterator[Problem]:
    """Facts can't be old before they are soon old, nor out of the lists before they are old."""
    given = _values(found).get("friskhed")
    written = given if isinstance(given, dict) else {}
    steps = {key: str(written.get(key, days)) for key, days in _DAYS.items()}
    # Of what is no number the schema tells.
    if not all(days.isdecimal() and int(days) for days in steps.values()):
        return
    for first, then in pairwise(steps):
        if int(steps[first]) >= int(steps[then]):
            at = then if then in written else first
            days = {"a": steps[first], "b": steps[then]}
            yield Pen(found).at(
                "steps-out-of-order", ("friskhed", at), facts={"first": first, "then": then, **days}
            )


def _many(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
