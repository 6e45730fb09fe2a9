"""What is different between two editions of a file, field by field, and how two changes are brought together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from holdkatalog.yamlfile import Document, KeyPath, Plain, change, read
from holdkatalog.yamlfile.changing import same, solid


class Change(NamedTuple):
    """A field's value before and after; None where it isn't there."""

    path: KeyPath
    before: Plain
    after: Plain


@dataclass(frozen=True, slots=True)
class Merged:
    """Today's file with what the sender has changed, and the fields that others have changed too.

    A conflict holds the value of today as `before`, and the sender's as `after`.
    """

    text: str
    conflicts: tuple[Change, ...]


def changes(before: Plain, after: Plain) -> tuple[Change, ...]:
    """Every field that is different, in the order of the later edition, then what is gone."""
    return tuple(_changes((), solid(before), solid(after)))


def merged(base: Plain, theirs: Plain, today: Document, *, numbers: Collection[str] = ()) -> Merged:
    """Today's file, changed only where the sender has changed the edition that theirs was made from.

    Raises ValueError when today's file has Problems.
    """
    conflicts: list[Change] = []
    now = today
    for path, before, after in changes(base, theirs):
        values = solid(now.values)
        ours = _value(values, path)
        if same(ours, after):
            continue
        if same(ours, before) and isinstance(_value(values, path[:-1]), dict):
            now = read(now.file, change(now, path, after, numbers=numbers).encode())
        else:
            conflicts.append(Change(path, ours, after))
    return Merged(now.source, tuple(conflicts))


def _changes(path: KeyPath, before: Plain, after: Plain) -> Iterator[Change]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*after, *before)):
            yield from _changes((*path, key), before.get(key), after.get(key))
    elif not same(before, after):
        yield Change(path, before, after)


def _value(values: Plain, path: KeyPath) -> Plain:
    for step in path:
        values = values.get(str(step)) if isinstance(values, dict) else None
    return values
