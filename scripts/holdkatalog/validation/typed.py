"""The tree as an editor types it: YAML 1.2's core schema, in which `60` is a number and `null` is nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdkatalog.yamlfile import KeyPath, Mapping_, Node, Scalar

# Python refuses to read longer whole numbers, and nothing in the format is a tenth as long.
_MOST_DIGITS = 300

_NULL = re.compile(r"~|null|Null|NULL|")
_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
_INT = re.compile(r"[-+]?\d+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[\da-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

Typed = dict[str, "Typed"] | list["Typed"] | str | float | bool | None


def typed(node: Node | None) -> Typed:
    """The values below a node, bare ones as YAML 1.2 takes them; a repeated key holds the first time."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return core(node.text) if node.style == "plain" else node.text
    if isinstance(node, Mapping_):
        return {entry.key.text: typed(entry.value) for entry in reversed(node.entries)}
    return [typed(item) for item in node.items]


def nulls(node: Node | None, path: KeyPath = ()) -> Iterator[KeyPath]:
    """The paths of the bare texts that are typed as nothing."""
    if isinstance(node, Scalar):
        if node.style == "plain" and node.text and core(node.text) is None:
            yield path
    elif isinstance(node, Mapping_):
        for entry in node.entries:
            yield from nulls(entry.value, (*path, entry.key.text))
    elif node is not None:
        for at, item in enumerate(node.items):
            yield from nulls(item, (*path, at))


def core(text: str) -> str | float | bool | None:
    """One bare value; numbers without end or without meaning count as 0, since both are refused alike."""
    if _NULL.fullmatch(text):
        return None
    if _BOOL.fullmatch(text):
        return text[0] in "tT"
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    if _INT.fullmatch(text):
        return int(text) if len(text) <= _MOST_DIGITS else 0.0
    if _FLOAT.fullmatch(text) or _NO_NUMBER.fullmatch(text):
        return 0.0 if _NO_NUMBER.fullmatch(text) else float(text)
    return text
