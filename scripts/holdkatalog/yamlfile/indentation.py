"""A line that is moved too far in or out: which one, and how many spaces its siblings have."""

from __future__ import annotations

from itertools import takewhile

from holdkatalog.yamlfile.nodes import KeyPath
from holdkatalog.yamlfile.repairs import Edit, Fault
from holdkatalog.yamlfile.source import Line, Source


def misplaced(source: Source, line: Line) -> Fault | None:
    """The line that breaks the row: this one, or the ones above when most stand as this one."""
    higher = [other for other in reversed(source.lines[: line.number - 1]) if other.structure]
    siblings = list(takewhile(lambda other: other.indent >= line.indent, higher))
    if not siblings or siblings[-1].indent == line.indent:
        return None
    parent = higher[len(siblings)] if len(siblings) < len(higher) else None
    first = siblings[-1]
    theirs = sum(other.indent == first.indent for other in siblings)
    mine = sum(other.indent == line.indent for other in block(source, line))
    if theirs > mine or (theirs == mine and line.indent != _expected(parent)):
        return moved(source, line, first.indent, parent)
    # Those above are the ones to move, all of them, as far as to this line.
    edits = tuple(_shift(other, line.indent - first.indent) for other in siblings)
    return Fault(moved(source, first, line.indent, parent).problem, edits)


def moved(source: Source, line: Line, want: int, parent: Line | None) -> Fault:
    """The Problem for a line that should have `want` spaces; its whole block moves along."""
    have = line.indent
    code = "indented-too-much" if have > want else "indented-too-little"
    name = line.key or line.body
    start = line.start + line.body_at
    problem = source.problem(
        code,
        source.span(start, start + len(name)),
        path=path_of(source, line, want),
        value=line.body,
        key=name,
        have=str(have),
        want=str(want),
        spaces=str(abs(have - want)),
        parent=(parent.key or "") if parent else "",
    )
    return Fault(problem, tuple(_shift(other, want - have) for other in block(source, line)))


def parent_of(source: Source, line: Line, indent: int) -> Line | None:
    """The nearest line above with fewer spaces than `indent`."""
    higher = reversed(source.lines[: line.number - 1])
    return next((other for other in higher if other.structure and other.indent < indent), None)


def path_of(source: Source, line: Line, indent: int) -> KeyPath:
    """The keys and list numbers that lead to a line, were it moved in by `indent` spaces."""
    steps: list[str | int] = _keys(line)
    column, items = indent, 0 if line.body_at > line.indent else -1
    for other in reversed(source.lines[: line.number - 1]):
        if not other.structure:
            continue
        dash = other.body_at > other.indent
        if items >= 0 and dash and other.indent == column:
            items += 1
        elif (items >= 0 and other.indent <= column) or other.indent < column:
            if items >= 0:
                steps.append(items)
            if items >= 0 or other.body_at != column:
                steps += _keys(other)
            column, items = (other.indent, 0) if dash else (other.body_at, -1)
    return tuple(reversed([*steps, items] if items >= 0 else steps))


def _keys(line: Line) -> list[str | int]:
    return [] if line.key is None else [line.key]


def block(source: Source, line: Line) -> list[Line]:
    """The line with what hangs on it, and the lines right below that stand just as far in."""
    taken, inner, opens = [line], 0, _opens(line)
    for other in source.lines[line.number :]:
        if other.structure and other.indent <= line.indent:
            if other.indent < line.indent:
                break
            inner, opens = 0, _opens(other)
        elif other.structure:
            # Deeper lines belong to a line that opens for them; else they are its right siblings.
            if not opens or other.indent < inner:
                break
            inner = inner or other.indent
        taken.append(other)
    return [other for other in taken if other.text.strip()]


def _opens(line: Line) -> bool:
    return line.body_at > line.indent or line.text.split(" #")[0].rstrip().endswith(":")


def _expected(parent: Line | None) -> int:
    if parent is None:
        return 0
    return parent.body_at if parent.body_at > parent.indent else parent.indent + 2


def _shift(line: Line, spaces: int) -> Edit:
    return Edit(line.start, line.start + line.indent, " " * max(line.indent + spaces, 0))
