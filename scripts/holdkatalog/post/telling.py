"""What a file changes, told field by field: what stands there today, and what will."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from holdkatalog.post.differences import Change
from holdkatalog.yamlfile import KeyPath, Plain
from holdkatalog.yamlfile.source import shown

Words = Mapping[str, Any]
_NAMED: Final = {"hold", "steder"}
"""The keys below which everything has a name of its own."""


def whole(values: Plain) -> Iterator[str]:
    """Everything that a new file says, a line for each field."""
    yield from _lines(values, "")


def told(change: Change, values: Plain, words: Words, *, conflict: bool = False) -> Iterator[str]:
    """One change of the file with these values, or one that two have made."""
    before, after = ("today", "yours") if conflict else ("before", "after")
    yield called(change.path, values)
    yield from _valued(words[before], change.before, words["nothing"])
    yield from _valued(words[after], change.after, words["gone"])


def called(path: KeyPath, values: Plain) -> str:
    """What a field is called: an offer's and a place's with their own names."""
    steps = [str(step) for step in path]
    if len(steps) > 1 and steps[0] in _NAMED:
        own = _name(values, steps[0], steps[1])
        steps = [own or steps[1], *steps[2:]]
    else:
        own = ""
    first, *rest = steps or [""]
    plain = [step.replace("_", " ") for step in rest]
    return ", ".join((shown(first if own else first.replace("_", " ")), *map(shown, plain)))


def _name(values: Plain, *steps: str) -> str:
    found = values
    for step in (*steps, "navn"):
        found = found.get(step) if isinstance(found, dict) else None
    return found if isinstance(found, str) else ""


def _valued(words: str, value: Plain, nothing: str) -> Iterator[str]:
    if isinstance(value, dict) or _long(value):
        yield f"  {words.format(value='').rstrip()}"
        yield from _lines(value, "    ")
    else:
        yield f"  {words.format(value=_text(value) or nothing)}"


def _long(value: Plain) -> bool:
    return isinstance(value, list) and any(not isinstance(each, str) for each in value)


def _lines(value: Plain, margin: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, under in value.items():
            yield from _field(shown(key).replace("_", " "), under, margin)
    else:
        for each in value if isinstance(value, list) else (value,):
            yield from _item(each, margin)


def _field(name: str, value: Plain, margin: str) -> Iterator[str]:
    if isinstance(value, dict) or _long(value):
        yield f"{margin}{name}:"
        yield from _lines(value, f"{margin}  ")
    else:
        yield f"{margin}{name}: {_text(value)}"


def _item(value: Plain, margin: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{margin}{_flat(value)}"
    else:
        yield f"{margin}{_text(value)}"


def _text(value: Plain) -> str:
    """The value on one line, fit to be shown."""
    if isinstance(value, str):
        return " ".join(shown(value).split())
    texts: Iterable[Plain] = value if isinstance(value, list) else ()
    return " / ".join(_text(each) for each in texts)


def _flat(values: Mapping[str, Plain]) -> str:
    parts = ((key, _flat(v) if isinstance(v, dict) else _text(v)) for key, v in values.items())
    return ", ".join(f"{shown(key).replace('_', ' ')}: {text}" for key, text in parts)
