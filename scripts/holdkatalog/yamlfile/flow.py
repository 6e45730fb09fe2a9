"""Braces and brackets, in which a comma in a text cuts the text in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdkatalog.yamlfile.nodes import Entry, KeyPath, Mapping_, Scalar, Sequence_
from holdkatalog.yamlfile.quoting import written
from holdkatalog.yamlfile.remedies import GLUED_COLON, space_at
from holdkatalog.yamlfile.repairs import Fault
from holdkatalog.yamlfile.source import Source

# A remedy is a few lines to paste; for more than this many nobody would.
_LONGEST = 40
# `4500 Nykøbing Sj` on its own: the end of an address.
_TOWN = re.compile(r"\d{4} [^\W\d]")


def cut_in_braces(source: Source, node: Mapping_, path: KeyPath) -> Iterator[Fault]:
    """`{parkering: ja, lige foran}`: words without a colon, named one by one."""
    if not node.flow:
        return
    before = ""
    for entry in node.entries:
        if not _colonless(source, entry):
            before = entry.key.text
        elif GLUED_COLON.match(entry.key.text):
            yield _glued(source, entry, path)
        else:
            problem = source.problem(
                "comma-in-braces" if before else "word-in-braces",
                source.span(entry.key.span.start, entry.key.span.end),
                path=path,
                value=entry.key.text,
                key=before,
                paste=_fields(source, node),
            )
            yield Fault(problem)


def _glued(source: Source, entry: Entry, path: KeyPath) -> Fault:
    start = entry.key.span.start + entry.key.text.index(":")
    key, _, text = entry.key.text.partition(":")
    problem = source.problem(
        "missing-space-after-colon",
        source.span(start, start + 1),
        path=path,
        value=entry.key.text,
        key=key,
        paste=f"{key}: {text}",
    )
    return Fault(problem, (space_at(start + 1),))


def _colonless(source: Source, entry: Entry) -> bool:
    if not isinstance(entry.value, Scalar) or not entry.value.empty:
        return False
    return ":" not in source.text[entry.key.span.end : entry.value.span.end]


def _fields(source: Source, node: Mapping_) -> str:
    """The same fields on lines of their own, with the cut texts put together again."""
    fields: list[list[str]] = []
    if len(node.entries) > _LONGEST:
        return ""
    for entry in node.entries:
        if not isinstance(entry.value, Scalar):
            return ""
        if not _colonless(source, entry):
            fields.append([entry.key.text, entry.value.text])
        elif fields:
            fields[-1][1] += f", {entry.key.text}"
        else:
            fields.append(["", entry.key.text])
    owner = source.line(node.span.start).key
    head = f"{owner}:" if owner and fields[0][0] else owner or ""
    if len(fields) == 1 and not fields[0][0]:
        return f"{head}: {_text(fields[0][1])}" if head else _text(fields[0][1])
    rows = [f"  {key}: {_text(text)}" if key else f"  {_text(text)}" for key, text in fields]
    return "\n".join([head, *rows] if head else [row.strip() for row in rows])


def cut_in_brackets(source: Source, node: Sequence_, path: KeyPath) -> Iterator[Fault]:
    """`[Badebroen, 4500 Nykøbing Sj]`: one address, read as two places."""
    if not node.flow:
        return
    texts = [
        item.text if isinstance(item, Scalar) and item.style == "plain" else ""
        for item in node.items
    ]
    for index, item in enumerate(node.items[1:], 1):
        if texts[index - 1] and _TOWN.match(texts[index]):
            problem = source.problem(
                "comma-in-brackets",
                source.span(item.span.start, item.span.end),
                path=(*path, index),
                value=texts[index],
                before=texts[index - 1],
                paste=_items(source, node, texts),
            )
            yield Fault(problem)


def _items(source: Source, node: Sequence_, texts: list[str]) -> str:
    if len(texts) > _LONGEST or not all(texts):
        return ""
    whole: list[str] = []
    for text in texts:
        if whole and _TOWN.match(text):
            whole[-1] += f", {text}"
        else:
            whole.append(text)
    owner = source.line(node.span.start).key
    if owner and len(whole) == 1:
        return f"{owner}: {_text(whole[0])}"
    return "\n".join([f"{owner}:"] * bool(owner) + [f"  - {_text(text)}" for text in whole])


def _text(text: str) -> str:
    return written(text, indent=0, flow=False, numbers=True)
