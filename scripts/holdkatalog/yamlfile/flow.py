"""Braces and brackets, in which a comma in a text cuts the text in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

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
    before, told = "", False
    for entry in node.entries:
        if not _colonless(source, entry):
            before = entry.key.text
        elif GLUED_COLON.match(entry.key.text):
            yield _glued(source, entry, path)
        elif not told:
            # One remedy mends all the words, so it's told once.
            told = True
            problem = source.problem(
                "comma-in-braces" if before else "word-in-braces",
                source.span(entry.key.span.start, entry.key.span.end),
                path=path,
                value=entry.key.text,
                paste=_fields(source, node),
                **({"key": before} if before else {}),
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
    if len(node.entries) > _LONGEST:
        return ""
    words = [entry.key.text for entry in node.entries if _colonless(source, entry)]
    if len(words) == len(node.entries):
        return _block(source, node, words if len(words) == 1 else [f"- {word}" for word in words])
    fields: list[str] = []
    for entry in node.entries:
        if not isinstance(entry.value, Scalar) or (not fields and entry.key.text in words):
            return ""
        if entry.key.text in words:
            fields[-1] += f", {entry.key.text}"
        else:
            fields.append(f"{entry.key.text}: {entry.value.text}")
    return _block(source, node, [_field(field) for field in fields])


def _field(field: str) -> str:
    key, _, text = field.partition(": ")
    return f"{key}: {_text(text)}"


def _block(source: Source, node: Mapping_ | Sequence_, rows: list[str]) -> str:
    """The rows below the key or dash that the braces or brackets stand behind."""
    line = source.line(node.span.start)
    if line.key is None:
        mark = "- " if line.body_at > line.indent else ""
        return mark + f"\n{' ' * len(mark)}".join(rows)
    if len(rows) == 1 and (isinstance(node, Sequence_) or ": " not in rows[0]):
        return f"{line.key}: {rows[0]}"
    return "\n  ".join([f"{line.key}:", *rows])


def cut_in_brackets(source: Source, node: Sequence_, path: KeyPath) -> Iterator[Fault]:
    """`[Badebroen, 4500 Nykøbing Sj]`: one address, read as two places."""
    if not node.flow:
        return
    texts = [
        item.text if isinstance(item, Scalar) and item.style == "plain" else ""
        for item in node.items
    ]
    cut = (i for i in range(1, len(texts)) if texts[i - 1] and _TOWN.match(texts[i]))
    for index in islice(cut, 1):
        span = node.items[index].span
        problem = source.problem(
            "comma-in-brackets",
            source.span(span.start, span.end),
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
    rows = [_text(text) for text in whole]
    listed = len(rows) > 1 and source.line(node.span.start).key is not None
    return _block(source, node, [f"- {row}" for row in rows] if listed else rows)


def _text(text: str) -> str:
    return written(text, indent=0, flow=False, numbers=True)
