"""Change one value and nothing else: a correction of one field is a difference of one line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from holdkatalog.yamlfile.nodes import Document, KeyPath, Mapping_, Node, Plain, Scalar, Sequence_
from holdkatalog.yamlfile.offsets import (
    applied,
    clean,
    column,
    first_on_line,
    found,
    gap,
    in_flow,
    line_end,
    line_start,
    newline,
    offspring,
    replaced,
)
from holdkatalog.yamlfile.quoting import meant, typed, written
from holdkatalog.yamlfile.repairs import Edit
from holdkatalog.yamlfile.writing import apart, entry, pairs, topmost

_BREAK = re.compile(r"\r\n|\n|\r|$")


def replace(document: Document, path: KeyPath, text: str) -> str:
    """The source with the value at the path replaced by the text, quoted if it must be.

    Raises ValueError for a document with Problems, KeyError when nothing stands at the path.
    """
    return applied(document, [replacement(document, path, text)])


def insert(document: Document, path: KeyPath, key: str, text: str) -> str:
    """The source with a new key under the path, on a line of its own after the last one there.

    Raises ValueError for a document with Problems, or when the key is there already; KeyError
    when there are no fields at the path.
    """
    return applied(document, [addition(document, path, {key: text})])


def delete(document: Document, path: KeyPath) -> str:
    """The source without the key or list item at the path; comments on other lines stay.

    Raises ValueError for a document with Problems, KeyError when nothing stands at the path.
    """
    node, parent = found(document, path)
    children = offspring(document, parent)
    at = next(i for i, (_, child) in enumerate(children) if child is node)
    inside = not parent.flow and not first_on_line(document.source, children[at][0])
    if inside and len(children) == 1:
        # Without its only field the item would be a lone dash.
        return delete(document, path[:-1])
    return applied(document, removals(document, parent, [at]))


def replacement(document: Document, path: KeyPath, text: str, *, number: bool = False) -> Edit:
    """The edit that writes the text at the path; with `number` a number may stand bare."""
    node, parent = found(document, path)
    start, end, first, last = replaced(document, path)
    before, comment = " ", first + last
    if isinstance(node, Scalar) or node.flow:
        # What stands between the colon and the value stays where it is.
        start, comment = node.span.start, last
        before = gap(document.source, start) if start == node.span.end else ""
    plain = written(
        meant(text),
        indent=parent.span.column + 1,
        flow=in_flow(document, path),
        numbers=number or (isinstance(node, Scalar) and node.style == "plain" and typed(node.text)),
        newline=newline(document),
    )
    # A comment stands on the line of the key, also when the text becomes a block below it.
    head, line_break, rest = plain.partition(newline(document))
    return Edit(start, end, before + head + comment + line_break + rest)


def addition(
    document: Document,
    path: KeyPath,
    fields: Mapping[str, Plain],
    *,
    after: Node | None = None,
    numbers: Collection[str] = (),
) -> Edit:
    """The edit that writes new fields under the path, after that value or the last one there."""
    node = clean(document).node(path)
    if not isinstance(node, Mapping_) and not (isinstance(node, Scalar) and node.empty):
        raise KeyError(path)
    there = {each.key.text for each in node.entries} if isinstance(node, Mapping_) else set()
    for key in fields:
        if key in there:
            raise ValueError(f"{key} is there already")
    last = after or (node.entries[-1].value if isinstance(node, Mapping_) and there else None)
    if in_flow(document, (*path, "")):
        text = ", ".join(pairs(fields, numbers))
        if last is not None:
            return Edit(last.span.end, last.span.end, f", {text}")
        if isinstance(node, Mapping_):
            return Edit(node.span.start + 1, node.span.start + 1, text)
        at = node.span.end
        return Edit(at, at, f"{gap(document.source, at)}{{{text}}}")
    at = line_end(document.source, (last or node).span.end)
    lines = _added(node, fields, len(path), column(document, path, node), numbers)
    return Edit(at, at, "".join(newline(document) + line for line in lines))


def _added(
    node: Node, fields: Mapping[str, Plain], depth: int, column: int, numbers: Collection[str]
) -> Iterator[str]:
    """The lines of new fields, with the empty lines between them that a new file has there."""
    there = node.entries if isinstance(node, Mapping_) else ()
    large = apart(fields) or any(isinstance(each.value, Mapping_) for each in there)
    for number, (key, value) in enumerate(fields.items()):
        if depth == 0:
            yield from topmost(key, value, numbers)
            continue
        if depth == 1 and large and (there or number):
            yield ""
        yield from entry(key, value, column, numbers)


def removals(
    document: Document, parent: Mapping_ | Sequence_, gone: Collection[int]
) -> Iterator[Edit]:
    """The edits that take away these children of the parent."""
    children, source = offspring(document, parent), document.source
    for run in _runs(gone):
        start, last = children[run[0]][0], run[-1]
        following = children[last + 1][0] if last + 1 < len(children) else None
        if parent.flow:
            if following is None and run[0]:
                start = children[run[0] - 1][1].span.end
            yield Edit(start, following or children[last][1].span.end, "")
        elif not first_on_line(source, start) and following is not None:
            # The first field after a dash: the next one moves up to the dash.
            yield from _behind_dash(source, children[: last + 2])
        else:
            yield from (_line(source, *children[i]) for i in run)


def _behind_dash(source: str, children: list[tuple[int, Node]]) -> Iterator[Edit]:
    """The edits that take away all of these but the last; the first stands behind a dash."""
    ends = [line_end(source, node.span.end) for _, node in children]
    starts = [start for start, _ in children]
    if any("#" in source[a:b] for a, b in zip(ends, starts[1:], strict=False)):
        yield Edit(len(source[: starts[0]].rstrip()), ends[0], "")
        yield from (_line(source, *child) for child in children[1:-1])
    else:
        yield Edit(starts[0], starts[-1], "")


def _runs(numbers: Collection[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _line(source: str, start: int, node: Node) -> Edit:
    end = line_end(source, node.span.end)
    line_break = _BREAK.match(source, end)
    return Edit(line_start(source, start), line_break.end() if line_break else end, "")
