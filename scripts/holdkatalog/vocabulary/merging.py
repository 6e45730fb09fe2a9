"""The municipality's own words laid over the engine's, id by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Values = Mapping[str, Any]


def merged(engine: Values, own: Values) -> dict[str, dict[str, Any]]:
    """Both vocabulary files as one.

    An id the engine has not is added last, `skjul: ja` takes one away, and any other key replaces
    the engine's under the same id; fields of fields are laid over each other in the same way. A
    club's file that names what is hidden gets a Problem.
    """
    sections = dict.fromkeys((*engine, *own))
    return {name: _section(engine.get(name) or {}, own.get(name) or {}) for name in sections}


def _section(engine: Values, own: Values) -> dict[str, Any]:
    both = {id_: _entry(engine.get(id_), own.get(id_)) for id_ in dict.fromkeys((*engine, *own))}
    return {id_: entry for id_, entry in both.items() if not _hidden(entry)}


def _entry(engine: object, own: object) -> object:
    """A group is only a name: the municipality's stands alone. Fields are laid over each other."""
    if isinstance(engine, Mapping) and isinstance(own, Mapping):
        return {
            key: _entry(engine.get(key), own.get(key)) for key in dict.fromkeys((*engine, *own))
        }
    return engine if own is None else own


def _hidden(entry: object) -> bool:
    return isinstance(entry, Mapping) and entry.get("skjul") == "ja"
