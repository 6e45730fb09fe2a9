"""Lines to paste, and the edits that let the parser go on as if they had been pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from holdkatalog.yamlfile.characters import readable
from holdkatalog.yamlfile.quoting import quoted
from holdkatalog.yamlfile.repairs import Edit
from holdkatalog.yamlfile.source import Line, Source, shown

_COMMENT = re.compile(r"\s# ")
# A field's name as this program's files have them; capitals and spaces belong to sentences.
FIELD = re.compile(r"[a-zæøå_][a-zæøå0-9_-]*")
# `navn:Foo`, but no web address, mail link or clock.
GLUED_COLON = re.compile(r"(?!https?:|mailto:|tel:)[a-zæøå_][a-zæøå0-9_-]*:(?!//)[^\s:]")
GLUED_DASH = re.compile(r"-[^\W\d]")


def whole(line: Line) -> str:
    """The value as it was meant: without a comment, and without the quotes round all of it."""
    value = _COMMENT.split(line.value)[0].strip()
    mark = value[:1]
    if mark in {'"', "'"}:
        if value.count(mark) == 1:
            return value[1:]
        # `'Anne's hold'` has three, and the outer ones are meant; `'a' og 'b'` is left alone.
        if value.endswith(mark) and (mark not in value[1:-1] or value.count(mark) % 2):
            return value[1:-1]
    return value


def pasted(line: Line, text: str) -> str:
    """The line to write instead: the same key or dash, then the text in quotes."""
    return line.text[line.indent : line.value_start - line.start] + quoted(shown(text))


def requoted(source: Source, line: Line) -> Edit:
    """The edit that puts the line's value, and what plainly belongs to it below, in quotes."""
    end = line.end
    for below in source.lines[line.number :]:
        if below.structure and (below.indent <= line.indent or below.key or _item(below)):
            break
        if below.structure:
            end = below.end
    if line.key is None and not _item(line) and not _awaited(source, line):
        # No key and no dash to hold a value: in quotes it would only be in the way.
        return Edit(line.start, end, "")
    text = whole(line) if end == line.end else source.text[line.value_start : end]
    return Edit(line.value_start, end, quoted(" ".join(readable(text).split())))


def masked(source: Source, line: Line) -> tuple[Edit, ...]:
    """The edits that empty the line and what hangs on it: deeper lines, and items of its list."""
    lines = [line]
    for below in source.lines[line.number :]:
        same_list = _item(line) and _item(below) and below.indent == line.indent
        if below.structure and below.indent <= line.indent and not same_list:
            break
        lines.append(below)
    return emptied(lines)


def emptied(lines: Iterable[Line]) -> tuple[Edit, ...]:
    """The edits that empty the lines."""
    return tuple(Edit(line.start, line.end, "") for line in lines)


def space_at(offset: int) -> Edit:
    """The edit that writes a missing space."""
    return Edit(offset, offset, " ")


def above(source: Source, line: Line) -> Line | None:
    """The nearest line above that says something about the structure."""
    return next(
        (other for other in reversed(source.lines[: line.number - 1]) if other.structure), None
    )


def _awaited(source: Source, line: Line) -> bool:
    """The key above has no value of its own, so this line is its value."""
    before = above(source, line)
    return (
        before is not None
        and before.text.rstrip().endswith((":", "-"))
        and (line.indent > before.indent)
    )


def _item(line: Line) -> bool:
    return line.body_at > line.indent
