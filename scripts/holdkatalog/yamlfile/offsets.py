"""Where an edit must begin and end so that it touches nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from holdkatalog.yamlfile.nodes import Document, KeyPath, Mapping_, Node, Scalar, Sequence_
from holdkatalog.yamlfile.repairs import Edit

_LINE_END = re.compile(r"[^\r\n]*")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_HEADER_COMMENT = re.compile(r"[|>][-+]?([ \t]+#[^\r\n]*)?")


def clean(document: Document) -> Document:
    """The document itself. Raises ValueError when it has Problems."""
    if document.problems:
        raise ValueError("a file with Problems can't be changed safely")
    return document


def found(document: Document, path: KeyPath) -> tuple[Node, Mapping_ | Sequence_]:
    """What stands at the path, and what it stands in. Raises KeyError when nothing does."""
    node = clean(document).node(path)
    parent = document.node(path[:-1])
    if not path or node is None or not isinstance(parent, Mapping_ | Sequence_):
        raise KeyError(path)
    return node, parent


def applied(document: Document, edits: Iterable[Edit]) -> str:
    """The source with the edits made; of several at one place, the first given comes first."""
    parts, at = [], 0
    every = list(edits)
    placed = [_placed(document.source, edit, every) for edit in every]
    for edit in sorted(placed, key=lambda edit: (edit.start, edit.end)):
        parts += [document.source[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, document.source[at:]])


def _placed(source: str, edit: Edit, edits: list[Edit]) -> Edit:
    """New lines after a line that goes come after the one above it instead."""
    at = edit.start
    if at != edit.end:
        return edit
    while over := next((e for e in edits if not e.text and e.start < at <= e.end), None):
        above = source[: over.start]
        at = len(above) - (2 if above.endswith("\r\n") else 1)
    return Edit(at, at, edit.text)


def replaced(document: Document, path: KeyPath) -> tuple[int, int, str, str]:
    """From the colon or dash to the end of what stands there, and the comments on those lines.

    The first comment is the one right after the colon or dash, when the value begins below it.
    """
    node, parent = found(document, path)
    source, start = document.source, after_mark(document, parent, path[-1])
    first = _COMMENT.match(source, start) if node.span.start != node.span.end else None
    if isinstance(node, Scalar) and node.style in {"literal", "folded"}:
        header = _HEADER_COMMENT.match(source, node.span.start)
        return start, node.span.end, first[0] if first else "", (header and header[1]) or ""
    tail = _COMMENT.match(source, node.span.end)
    end = tail.end() if tail else node.span.end
    return start, end, first[0] if first else "", tail[0] if tail else ""


def offspring(document: Document, parent: Mapping_ | Sequence_) -> list[tuple[int, Node]]:
    """Where each child begins, key or dash and all, and its value."""
    if isinstance(parent, Mapping_):
        return [(each.key.span.start, each.value) for each in parent.entries]
    if parent.flow:
        return [(item.span.start, item) for item in parent.items]
    return [(_dash(document.source, parent, item), item) for item in parent.items]


def _dash(source: str, parent: Sequence_, item: Node) -> int:
    """Where the dash of an item stands: on the item's line, or on one above it."""
    line = line_start(source, item.span.start)
    while True:
        at = line + parent.span.column - 1 + source.startswith("\ufeff", line)
        if source.startswith("-", at) and not source[line:at].strip(" -\ufeff"):
            return at
        line = line_start(source, line - 1)


def after_mark(document: Document, parent: Mapping_ | Sequence_, step: str | int) -> int:
    """The offset right after the key's colon, or after the item's dash."""
    if isinstance(parent, Mapping_):
        key = next(each.key for each in parent.entries if each.key.text == step)
        return document.source.index(":", key.span.end) + 1
    children = offspring(document, parent)
    return next(start for i, (start, _) in enumerate(children) if i == step) + (not parent.flow)


def in_flow(document: Document, path: KeyPath) -> bool:
    """Whether what stands at the path stands within braces or brackets."""
    nodes = [document.node(path[:length]) for length in range(len(path))]
    return any(isinstance(node, Mapping_ | Sequence_) and node.flow for node in nodes)


def column(document: Document, path: KeyPath, node: Node) -> int:
    """How many spaces stand in front of the fields under the path."""
    if isinstance(node, Mapping_):
        return node.span.column - 1
    parent = document.node(path[:-1])
    return parent.span.column + 1 if parent is not None else 0


def gap(source: str, offset: int) -> str:
    """The space that an empty value still lacks after its colon or dash."""
    return "" if source[offset - 1] == " " else " "


def line_end(source: str, offset: int) -> int:
    """Where the line of this offset ends, before its break."""
    match = _LINE_END.match(source, offset)
    return match.end() if match else offset


def line_start(source: str, offset: int) -> int:
    """Where the line of this offset begins."""
    return max(source.rfind("\n", 0, offset), source.rfind("\r", 0, offset)) + 1


def first_on_line(source: str, offset: int) -> bool:
    """Whether nothing but spaces stands before the offset on its line."""
    return not source[line_start(source, offset) : offset].strip(" \ufeff")


def newline(document: Document) -> str:
    """The line break of the file."""
    return "\r\n" if "\r\n" in document.source else "\n"
