"""Change one value and nothing else: a correction of one field is a difference of one line."""

from __future__ import annotations

import re

from holdkatalog.yamlfile.characters import normalise
from holdkatalog.yamlfile.nodes import Document, KeyPath, Mapping_, Node, Scalar, Sequence_
from holdkatalog.yamlfile.quoting import bare, quoted, typed, written

_LINE_END = re.compile(r"[^\r\n]*")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_HEADER_COMMENT = re.compile(r"[|>][-+]?([ \t]+#[^\r\n]*)?")


def replace(document: Document, path: KeyPath, text: str) -> str:
    """The source with the value at the path replaced by the text, quoted if it must be.

    Raises ValueError for a document with Problems, KeyError when nothing stands at the path.
    """
    node, parent = _found(document, path)
    old = node.span.start, node.span.end
    before = ""
    if old[0] == old[1]:
        before = _gap(document.source, old[0])
    elif not isinstance(node, Scalar) and not node.flow:
        # A block list or block of fields begins on the next line; the text follows the colon.
        old = _after_mark(document, parent, path[-1]), old[1]
        before = " "
    tail = _COMMENT.match(document.source, old[1])
    comment, end = (tail[0], tail.end()) if tail else ("", old[1])
    if isinstance(node, Scalar) and node.style in {"literal", "folded"}:
        header = _HEADER_COMMENT.match(document.source, old[0])
        comment = (header[1] or "") if header else ""
    plain = written(
        normalise(text).rstrip("\n"),
        indent=parent.span.column + 1,
        flow=_in_flow(document, path),
        numbers=isinstance(node, Scalar) and node.style == "plain" and typed(node.text),
        newline=_newline(document.source),
    )
    # A comment stands on the line of the key, also when the text becomes a block below it.
    head, newline, rest = plain.partition(_newline(document.source))
    new = before + head + comment + newline + rest
    return document.source[: old[0]] + new + document.source[end:]


def insert(document: Document, path: KeyPath, key: str, text: str) -> str:
    """The source with a new key under the path, on a line of its own after the last one there.

    Raises ValueError for a document with Problems, or when the key is there already; KeyError
    when there are no fields at the path.
    """
    node = _clean(document).node(path)
    if not isinstance(node, Mapping_) and not (isinstance(node, Scalar) and node.empty):
        raise KeyError(path)
    if document.node((*path, key)) is not None:
        message = f"{key} is there already"
        raise ValueError(message)
    flow = _in_flow(document, (*path, key))
    column = _column(document, path, node)
    newline = _newline(document.source)
    value = written(
        normalise(text).rstrip("\n"), indent=column + 2, flow=flow, numbers=False, newline=newline
    )
    field = f"{key if bare(key, flow=flow) and not typed(key) else quoted(key)}: {value}"
    if flow:
        at, field = _flow_end(document.source, node, field)
    else:
        at = _line_end(document.source, node.span.end)
        field = newline + " " * column + field
    return document.source[:at] + field + document.source[at:]


def delete(document: Document, path: KeyPath) -> str:
    """The source without the key or list item at the path; comments on other lines stay.

    Raises ValueError for a document with Problems, KeyError when nothing stands at the path.
    """
    node, parent = _found(document, path)
    children = _children(parent)
    at = next(i for i, (_, child) in enumerate(children) if child is node)
    start = children[at][0]
    source = document.source
    if parent.flow:
        if at + 1 < len(children):
            end = children[at + 1][0]
        else:
            start = children[at - 1][1].span.end if at else start
            end = node.span.end
        return source[:start] + source[end:]
    if isinstance(parent, Sequence_):
        start = len(source[:start].rstrip().removesuffix("-"))
    end = _line_end(source, node.span.end)
    line = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    if source[line:start].strip(" \ufeff") == "":
        gap = re.compile(r"\r\n|\n|\r|$").match(source, end)
        return source[:line] + source[gap.end() if gap else end :]
    # The first field after a dash: the next one moves up to the dash.
    if at + 1 < len(children):
        return source[:start] + source[children[at + 1][0] :]
    return delete(document, path[:-1])


def _clean(document: Document) -> Document:
    if document.problems:
        message = "a file with Problems can't be changed safely"
        raise ValueError(message)
    return document


def _found(document: Document, path: KeyPath) -> tuple[Node, Mapping_ | Sequence_]:
    node = _clean(document).node(path)
    parent = document.node(path[:-1])
    if not path or node is None or not isinstance(parent, Mapping_ | Sequence_):
        raise KeyError(path)
    return node, parent


def _children(parent: Mapping_ | Sequence_) -> list[tuple[int, Node]]:
    """Where each child begins, key and all, and its value."""
    if isinstance(parent, Mapping_):
        return [(entry.key.span.start, entry.value) for entry in parent.entries]
    return [(item.span.start, item) for item in parent.items]


def _after_mark(document: Document, parent: Mapping_ | Sequence_, step: str | int) -> int:
    """The offset right after the key's colon, or after the item's dash."""
    if isinstance(parent, Mapping_):
        key = next(entry.key for entry in parent.entries if entry.key.text == step)
        return document.source.index(":", key.span.end) + 1
    start = next(item.span.start for i, item in enumerate(parent.items) if i == step)
    return len(document.source[:start].rstrip())


def _in_flow(document: Document, path: KeyPath) -> bool:
    nodes = [document.node(path[:length]) for length in range(len(path))]
    return any(isinstance(node, Mapping_ | Sequence_) and node.flow for node in nodes)


def _column(document: Document, path: KeyPath, node: Node) -> int:
    """How many spaces stand in front of the fields under the path."""
    if isinstance(node, Mapping_):
        return node.span.column - 1
    parent = document.node(path[:-1])
    return parent.span.column + 1 if parent is not None else 0


def _flow_end(source: str, node: Node, field: str) -> tuple[int, str]:
    if isinstance(node, Mapping_) and node.entries:
        return node.entries[-1].value.span.end, f", {field}"
    if isinstance(node, Mapping_):
        return node.span.start + 1, field
    return node.span.end, f"{_gap(source, node.span.end)}{{{field}}}"


def _gap(source: str, offset: int) -> str:
    """The space that an empty value still lacks after its colon or dash."""
    return "" if source[offset - 1] == " " else " "


def _line_end(source: str, offset: int) -> int:
    match = _LINE_END.match(source, offset)
    return match.end() if match else offset


def _newline(source: str) -> str:
    return "\r\n" if "\r\n" in source else "\n"
