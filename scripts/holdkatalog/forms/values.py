"""What stands in the controls of a question, from the value in the file: as it is written there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from holdkatalog.danish import slug
from holdkatalog.forms.attributes import ANOTHER
from holdkatalog.forms.things import Field, Option
from holdkatalog.yamlfile import Plain

YES: Final = "ja"
"""What a box says when it is ticked."""
_FIRST: Final = 3
_OF_A_PLACE: Final = ("godt_at_vide", "status", "opslag")
"""What is asked of a place of the club's own; where one is only written out, the offer answers for it."""
_ANSWER: Final = re.compile(r"(ja|nej|ukendt)(?:, (.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question's answer (ja, nej, ukendt or "") and the words after it."""

    answer: str = ""
    words: str = ""


@cache
def id_of(name: str) -> str:
    """The id of the control with that name: `hold.også_for` is `hold-ogsaa-for`."""
    return "-".join(step if step == ANOTHER else slug(step) for step in name.split("."))


def is_area(field: Field, value: str) -> bool:
    """Whether there must be room for several lines: an input of one line would lose their breaks."""
    return field.control == "area" or "\n" in value


def texts(value: Plain) -> tuple[str, ...]:
    """One text or several, as lines to write on."""
    if isinstance(value, str):
        return (value,)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def slots(value: Plain) -> tuple[str | dict[str, Plain], ...]:
    """Texts and fields, in the file's order."""
    each = value if isinstance(value, list) else [value]
    return tuple(one for one in each if isinstance(one, str | dict))


def own_words(value: Plain, options: Iterable[Option]) -> tuple[str, ...]:
    """The texts that are none of the fixed words as they stand."""
    fixed = {one.word for one in options}
    return tuple(one for one in texts(value) if one not in fixed)


def at_once(options: Iterable[Option], value: Plain) -> list[Option]:
    """The words that are seen at once: the commonest, and those that are chosen."""
    chosen = texts(value)
    return [one for one in options if one.open or one.word in chosen]


def folded(options: Iterable[Option], value: Plain) -> Iterator[tuple[str, list[Option]]]:
    """The words that aren't seen at once, under their headings."""
    chosen = texts(value)
    groups: dict[str, list[Option]] = {}
    for one in options:
        if not (one.open or one.word in chosen):
            groups.setdefault(one.group, []).append(one)
    yield from groups.items()


def parted(field: Field, value: Mapping[str, Plain]) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """The questions within fields that are seen at once, the first and those with an answer, and the rest."""
    first = {one.key for one in field.inner[:_FIRST]}
    seen = tuple(one for one in field.inner if one.key in first or one.key in value)
    rest = (one for one in field.inner if one not in seen and one.key not in _OF_A_PLACE)
    return seen, tuple(rest)


def answered(value: Plain, key: str) -> Answered:
    """The answer to one of the questions; what can't be read as one stands among the words."""
    said = value.get(key) if isinstance(value, dict) else None
    if not isinstance(said, str):
        return Answered()
    found = _ANSWER.fullmatch(said)
    return Answered(found[1], found[2] or "") if found else Answered("", said)


def asked_in(field: Field) -> Iterator[tuple[str, list[Field]]]:
    """The questions of guests under their headings; those that are asked most come first, under none."""
    groups: dict[str, list[Field]] = {"": [one for one in field.inner if one.open]}
    for one in field.inner:
        if not one.open:
            groups.setdefault(one.group, []).append(one)
    yield from ((title, inside) for title, inside in groups.items() if inside)
