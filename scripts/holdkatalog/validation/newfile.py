"""What the program decides of a file that it writes: ids, the order of keys, and which may be bare numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from holdkatalog.danish import slug
from holdkatalog.validation.guide import Guide
from holdkatalog.yamlfile import Plain

_NUMBERS = frozenset(("integer", "number"))
_LONGEST_CLUB = 60
_LONGEST_OFFER = 40


def club_id(name: str) -> str:
    """The id of a club by its name: its file is called so."""
    made = slug(name)[:_LONGEST_CLUB].strip("-")
    return made if made[:1].isalpha() else f"f-{made}".strip("-")


def offer_id(name: str) -> str:
    """The id of an offer by its name."""
    return re.sub(r"^[^a-z]+", "", slug(name))[:_LONGEST_OFFER].strip("-") or "hold"


def ordered(
    values: Mapping[str, Plain], guide: Guide, path: tuple[str, ...] = ()
) -> dict[str, Plain]:
    """The fields in the schema's order, all the way down; keys that somebody chose keep their own."""
    known: Iterable[str] = guide.at(path).get("properties") or ()
    keys = [*(key for key in known if key in values), *(key for key in values if key not in known)]
    return {
        key: ordered(inner, guide, (*path, key)) if isinstance(inner, dict) else inner
        for key in keys
        for inner in (values[key],)
    }


def numbers(guide: Guide) -> frozenset[str]:
    """The keys whose value an editor takes as a bare number."""
    return frozenset(_numbers(guide, guide.schema))


def _numbers(guide: Guide, part: object) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _numbers(guide, each)
    elif isinstance(part, Mapping):
        rules: Any = part.get("properties")
        for name, under in rules.items() if isinstance(rules, Mapping) else ():
            types = guide.resolved(under).get("type", ())
            if _NUMBERS & ({types} if isinstance(types, str) else set(types)):
                yield name
        for key, each in part.items():
            if key != "examples":
                yield from _numbers(guide, each)
