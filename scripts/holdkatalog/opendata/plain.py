"""From dataclasses to plain JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import Enum
from typing import Final

from holdkatalog.opendata.shape import TAGGED, WORDS, keys, tag

_ACTIVE: Final = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
"""What could begin a tag or end a line where somebody puts the data into a page or a script."""


def plain(value: object) -> object:
    """The value in the kinds that JSON knows."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [plain(inner) for inner in value]
    if is_dataclass(value):
        return _object(value)
    return _single(value)


def _object(thing: object) -> dict[str, object]:
    kind: type = type(thing)
    return {
        **({"type": tag(kind)} if kind in TAGGED else {}),
        **({"words": WORDS[kind](thing)} if kind in WORDS else {}),
        **{name: plain(getattr(thing, name)) for name in keys(kind)},
    }


def _single(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case dt.date():
            return value.isoformat()
        case dt.time():
            return f"{value:%H:%M}"
        case frozenset():
            return sorted(value)
        case _:
            return value


def text(value: object) -> str:
    """The value as a file of JSON, the same for the same value, in which nothing is active."""
    written = json.dumps(plain(value), ensure_ascii=False, sort_keys=True, indent=1)
    return _lifeless(written) + "\n"


def inline(value: Mapping[str, object]) -> str:
    """JSON as short as it can be, in the keys' own order, to stand in a page: nothing in it is active."""
    return _lifeless(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _lifeless(written: str) -> str:
    # These characters stand in texts only, where an escape means the same.
    return written.translate(_ACTIVE)
