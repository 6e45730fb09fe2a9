"""A field that two people have changed: what stands there today, and what the sender has written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from holdkatalog.post.differences import Change
from holdkatalog.yamlfile import KeyPath, Plain
from holdkatalog.yamlfile.source import shown

Words = Mapping[str, Any]
_NAMED: Final = {"hold", "steder"}
"""The keys below which everything has a name of its own."""


def conflict(change: Change, values: Plain, words: Words) -> Iterator[str]:
    """Both values of the field, in a file with these values."""
    yield called(change.path, values)
    yield f"  {words['today'].format(value=_text(change.before) or words['nothing'])}"
    yield f"  {words['yours'].format(value=_text(change.after) or words['gone'])}"


def called(path: KeyPath, values: Plain) -> str:
    """What a field is called: an offer's and a place's with their own names."""
    steps = [str(step).replace("_", " ") for step in path]
    if len(path) > 1 and path[0] in _NAMED:
        steps = [_name(values, path[:2]) or str(path[1]), *steps[2:]]
    return ", ".join(map(shown, steps))


def _name(values: Plain, path: KeyPath) -> str:
    for step in (*path, "navn"):
        values = values.get(str(step)) if isinstance(values, dict) else None
    return values if isinstance(values, str) else ""


def _text(value: Plain) -> str:
    """The value on one line, fit to be shown."""
    if isinstance(value, dict):
        return ", ".join(f"{shown(key).replace('_', ' ')}: {_text(v)}" for key, v in value.items())
    if isinstance(value, list):
        return " / ".join(map(_text, value))
    return " ".join(shown(value or "").split())
