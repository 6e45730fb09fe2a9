"""Lines that a template would give all the same: whoever deletes them, gets what changes there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from holdkatalog.danish import slug
from holdkatalog.errors import Problem
from holdkatalog.reading.places import many
from holdkatalog.reading.templates import ANSWERS
from holdkatalog.validation.file import File, fields
from holdkatalog.validation.pen import Path


def same_as_template(file: File) -> Iterator[Problem]:
    """An offer doesn't repeat what its template says."""
    for offer, own in file.offers.items():
        name = own.get("skabelon")
        given = file.templates.get(slug(name), {}) if isinstance(name, str) else {}
        for path in _repeated(own, given):
            where = (*file.path(offer), *path)
            yield file.pen.at(
                "same-as-template", where, key=True, value=str(path[-1]), template=str(name)
            )


def _repeated(own: Mapping[str, Any], given: Mapping[str, Any]) -> Iterator[Path]:
    """The paths below the offer of what both say."""
    for key, value in own.items():
        if key == ANSWERS:
            said = {slug(each): text for each, text in given.get(key, {}).items()}
            same = [
                each for each, text in fields(value) if _words(text) == _words(said.get(slug(each)))
            ]
            yield from ((key, each) for each in same)
        elif key in given and _words(value) == _words(given[key]):
            yield (key,)


def _words(value: object) -> tuple[str, ...]:
    """What a value says, however it is broken into lines; one value is a list of one."""
    return tuple(" ".join(str(text).split()) for text in many(value))
