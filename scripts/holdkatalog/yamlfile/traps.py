"""What YAML reads without a word, though nobody meant it: texts cut, glued or swallowed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdkatalog.yamlfile.flow import cut_in_braces, cut_in_brackets
from holdkatalog.yamlfile.indentation import moved, parent_of
from holdkatalog.yamlfile.nodes import KeyPath, Mapping_, Node, Scalar, Sequence_
from holdkatalog.yamlfile.quoting import quoted
from holdkatalog.yamlfile.remedies import (
    FIELD,
    GLUED_COLON,
    GLUED_DASH,
    masked,
    pasted,
    requoted,
    space_at,
    whole,
)
from holdkatalog.yamlfile.repairs import Fault
from holdkatalog.yamlfile.source import Line, Source

_CUT = re.compile(r"[ \t]+#\S[^\n\r]*")
_SIZED_BLOCK = re.compile(r"[|>][-+]?\d")


def silent(source: Source, node: Node | None, path: KeyPath = ()) -> Iterator[Fault]:
    """Every trap in the tree."""
    if isinstance(node, Scalar):
        yield from _scalar(source, node, path)
    elif isinstance(node, Sequence_):
        yield from cut_in_brackets(source, node, path)
        for index, item in enumerate(node.items):
            yield from _sentence(source, item, (*path, index))
            yield from silent(source, item, (*path, index))
    elif isinstance(node, Mapping_):
        yield from cut_in_braces(source, node, path)
        for entry in node.entries:
            yield from silent(source, entry.value, (*path, entry.key.text))


def _scalar(source: Source, scalar: Scalar, path: KeyPath) -> Iterator[Fault]:
    text, span = source.text, scalar.span
    if text.startswith((" #", "\t#", "  "), span.end):
        yield from _hash(source, scalar, path)
    if scalar.style == "plain":
        if scalar.text == "=":
            yield special(source, source.line(span.start), span.start, path)
        elif "-" in scalar.text or ":" in scalar.text:
            yield from _glued(source, scalar, path)
    elif scalar.style in {"single", "double"}:
        if "\n" in text[span.start : span.end]:
            yield from _unclosed(source, scalar, path)
    elif _SIZED_BLOCK.match(text, span.start):
        yield special(source, source.line(span.start), span.start, path)


def special(source: Source, line: Line, start: int, path: KeyPath) -> Fault:
    """A text begins with a sign that means something to YAML."""
    sign = source.text[start : start + 1]
    code = {"&": "anchor", "*": "alias", "!": "tag"}.get(sign, "special-start")
    field = line.key is None and ":" in line.body
    problem = source.problem(
        code,
        source.span(start, start + 1),
        path=path,
        value=line.value,
        character=sign,
        paste=line.body[1:].strip() if field else pasted(line, line.value),
    )
    return Fault(problem, (requoted(source, line),))


def quotable(source: Source, line: Line, code: str, start: int, path: KeyPath) -> Fault:
    """A Problem at one character, which quotes round the whole value would mend."""
    text = whole(line)
    inside = text.startswith(("[", "{"))
    problem = source.problem(
        code,
        source.span(start, start + 1),
        path=path,
        value=text,
        paste="" if inside else pasted(line, text),
    )
    # Inside brackets the quotes would make one text of several values: better none than wrong.
    return Fault(problem, masked(source, line) if inside else (requoted(source, line),))


def _hash(source: Source, scalar: Scalar, path: KeyPath) -> Iterator[Fault]:
    found = _CUT.match(source.text, scalar.span.end)
    if found is None:
        return
    line = source.line(scalar.span.end)
    start = scalar.span.end + found[0].index("#")
    text = scalar.text + found[0] if scalar.text else found[0].strip()
    paste = pasted(line, text) if line.number == scalar.span.line else ""
    problem = source.problem(
        "hash-in-text",
        source.span(start, found.end()),
        path=path,
        value=text,
        paste=paste,
    )
    yield Fault(problem)


def _glued(source: Source, scalar: Scalar, path: KeyPath) -> Iterator[Fault]:
    """`-Mandag` and `navn:Foo` on lines of their own, and a list below a text."""
    first = source.line(scalar.span.start)
    alone = scalar.span.start == first.start + first.body_at
    for line in source.lines[first.number - 1 : source.line(scalar.span.end).number]:
        bare = line.text.strip()
        if line.number > first.number and bare.startswith("- "):
            yield _list_below(source, first, line, path)
        elif alone and GLUED_DASH.match(line.body):
            yield glued_dash(source, line, path)
        elif (alone or line.number > first.number) and GLUED_COLON.match(line.body):
            yield glued_colon(source, line, path)


def glued_dash(source: Source, line: Line, path: KeyPath) -> Fault:
    """`-Mandag`: the dash needs a space after it."""
    start = line.start + line.body_at
    problem = source.problem(
        "missing-space-after-dash",
        source.span(start, start + 1),
        path=path,
        value=line.body,
        paste=f"- {line.body[1:]}",
    )
    return Fault(problem, (space_at(start + 1),))


def glued_colon(source: Source, line: Line, path: KeyPath) -> Fault:
    """`navn:Foo`: the colon needs a space after it."""
    at = line.body.index(":")
    start = line.start + line.body_at + at
    problem = source.problem(
        "missing-space-after-colon",
        source.span(start, start + 1),
        path=path,
        value=line.body,
        key=line.body[:at],
        paste=f"{line.body[:at]}: {line.body[at + 1 :]}",
    )
    return Fault(problem, (space_at(start + 1),))


def _list_below(source: Source, first: Line, line: Line, path: KeyPath) -> Fault:
    if first.key is None and first.body_at > first.indent:
        return moved(source, line, first.indent, parent_of(source, first, first.indent + 1))
    return list_under_text(source, first, line, path)


def list_under_text(source: Source, first: Line, line: Line, path: KeyPath) -> Fault:
    """`- ` on a line below a text that is already there."""
    start = line.start + line.indent
    problem = source.problem(
        "list-under-text",
        source.span(start, start + 1),
        path=path,
        value=line.text.strip(),
        key=first.key or "",
        text=first.value,
        paste=f"{first.key}:\n  - {first.value}\n  {line.text.strip()}" if first.key else "",
    )
    return Fault(problem)


def _unclosed(source: Source, scalar: Scalar, path: KeyPath) -> Iterator[Fault]:
    """A quote that swallowed the fields below it."""
    first = source.line(scalar.span.start)
    last = source.line(scalar.span.end)
    for line in source.lines[first.number : last.number]:
        if line.key is not None and FIELD.fullmatch(line.key):
            yield unclosed_quote(source, first, scalar.span.start, path)
            return


def unclosed_quote(source: Source, line: Line, start: int, path: KeyPath) -> Fault:
    """A quote is opened on this line and never closed."""
    mark = source.text[start : start + 1]
    lone = line.key is None and ":" in line.body
    paste = line.body[1:] if lone else line.text.strip() + mark
    problem = source.problem(
        "unclosed-quote",
        source.span(start, start + 1),
        path=path,
        value=line.value,
        mark=mark,
        paste=paste,
    )
    return Fault(problem, (requoted(source, line),))


def _sentence(source: Source, item: Node, path: KeyPath) -> Iterator[Fault]:
    """`- Husk: vand` is one field to YAML, and a sentence to the one who wrote it."""
    if not isinstance(item, Mapping_) or len(item.entries) != 1:
        return
    entry = item.entries[0]
    if isinstance(entry.value, Scalar) and not FIELD.fullmatch(entry.key.text):
        line = source.line(entry.key.span.start)
        text = f"{entry.key.text}: {entry.value.text}".strip()
        if ":" in source.text[entry.key.span.end : entry.value.span.end]:
            yield colon_in_text(source, line, entry.key.span.end, text, path)


def colon_in_text(source: Source, line: Line, start: int, text: str, path: KeyPath) -> Fault:
    """A colon and a space in the middle of a text."""
    dash = line.key is not None and start <= line.value_start and line.body_at > line.indent
    problem = source.problem(
        "colon-in-text",
        source.span(start, start + 1),
        path=path,
        value=text,
        key=line.key or "",
        paste=f"- {quoted(text)}" if dash else pasted(line, text),
    )
    return Fault(problem)
