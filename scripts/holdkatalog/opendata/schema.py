"""From the dataclasses to the JSON Schema of the data.

A consumer's copy must outlive our next version, so keys that it doesn't know are allowed.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

from holdkatalog.fields.schema import DIALECT, text
from holdkatalog.opendata.records import VERSION, OpenData
from holdkatalog.opendata.shape import TAGGED, WORDS, keys, tag

Rules = dict[str, Any]
_SCALARS: Final[Mapping[type, Rules]] = MappingProxyType(
    {
        NoneType: {"type": "null"},
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        str: {"type": "string"},
        dt.date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        dt.time: {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"},
    }
)


def schema_text() -> str:
    """The schema of hold.json, as it is kept in a file."""
    definitions: dict[str, Rules] = {}
    top = _object(OpenData, definitions)
    top["properties"]["version"] = {"const": VERSION}
    return text(
        {
            "$schema": DIALECT,
            "title": "hold.json",
            **top,
            "$defs": dict(sorted(definitions.items())),
        }
    )


def _object(kind: type, definitions: dict[str, Rules]) -> Rules:
    properties = {
        **({"type": {"const": tag(kind)}} if kind in TAGGED else {}),
        **({"words": {"type": "string"}} if kind in WORDS else {}),
        **{name: _rules(hint, definitions) for name, hint in keys(kind).items()},
    }
    return {
        "description": " ".join((inspect.getdoc(kind) or "").split()),
        "type": "object",
        "required": sorted(properties),
        "properties": dict(sorted(properties.items())),
    }


def _rules(hint: Any, definitions: dict[str, Rules]) -> Rules:  # noqa: ANN401 - a type is of any kind
    inner = get_args(hint)
    match get_origin(hint):
        case None:
            return _single(hint, definitions)
        case origin if origin in {Union, UnionType}:
            return {"anyOf": [_rules(one, definitions) for one in inner]}
        case origin if origin is tuple and inner[-1] is not Ellipsis:
            each = [_rules(one, definitions) for one in inner]
            return {"type": "array", "prefixItems": each, "items": False, "minItems": len(each)}
        case origin if origin is Mapping:
            return {"type": "object", "additionalProperties": _rules(inner[1], definitions)}
        case origin:
            unique = {"uniqueItems": True} if origin is frozenset else {}
            return {"type": "array", "items": _rules(inner[0], definitions), **unique}


def _single(kind: type, definitions: dict[str, Rules]) -> Rules:
    if kind in _SCALARS:
        return _SCALARS[kind]
    if issubclass(kind, Enum):
        return {"enum": [one.value for one in kind]}
    name = tag(kind)
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}
