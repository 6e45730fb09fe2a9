"""What a browser needs to change one line of a file that it can't read itself."""

from __future__ import annotations

import hashlib

from holdkatalog.yamlfile.nodes import Document, Mapping_, Node, Scalar

Outline = dict[str, "str | int | bool | list[Outline] | list[list[str | int | Outline]]"]


def outline(document: Document) -> Outline:
    """The document's tree with the place of everything in it: `s` start, `e` end, `c` column.

    Offsets count characters (code points, not UTF-16 units) from 0, columns from 1. A text has
    `t` and its style `y`; fields have `m`, each with key, the key's start, its end and the value;
    a list has `l`. `f` says whether they stand in braces or brackets. Raises ValueError for a
    document with Problems.
    """
    if document.problems or document.root is None:
        raise ValueError("a file with Problems can't be changed safely")
    return _outlined(document.root)


def blob(source: bytes) -> str:
    """The name git gives a file with these bytes: it tells whether the file is still the same."""
    # Git's own choice; it is a name here, not a seal.
    return hashlib.sha1(b"blob %d\0" % len(source) + source, usedforsecurity=False).hexdigest()


def _outlined(node: Node) -> Outline:
    place: Outline = {"s": node.span.start, "e": node.span.end, "c": node.span.column}
    if isinstance(node, Scalar):
        return place | {"t": node.text, "y": node.style}
    if isinstance(node, Mapping_):
        fields: list[list[str | int | Outline]] = [
            [each.key.text, each.key.span.start, each.key.span.end, _outlined(each.value)]
            for each in node.entries
        ]
        return place | {"m": fields, "f": node.flow}
    return place | {"l": [_outlined(item) for item in node.items], "f": node.flow}
