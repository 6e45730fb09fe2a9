"""Quotes, brackets and other signs of YAML's own, in places where they break a text."""

from __future__ import annotations

import re
from itertools import takewhile

from holdkatalog.yamlfile.events import Trouble
from holdkatalog.yamlfile.remedies import emptied
from holdkatalog.yamlfile.repairs import Edit, Fault
from holdkatalog.yamlfile.source import Line, Source
from holdkatalog.yamlfile.traps import quotable, special, unclosed_quote

_HASH = re.compile(r"\s#\S")
_SPECIAL = frozenset("&*!@`%|>?,]}")
_PAIRS = {"[": "]", "{": "}"}


def quotes(source: Source, trouble: Trouble, line: Line) -> Fault | None:
    """A quote that is never closed, closed too early, or holds a backslash."""
    if "quoted scalar" not in trouble.context:
        return _after_quote(source, trouble)
    line = source.line(trouble.context_offset)
    if "escape" in trouble.what or "hex" in trouble.what:
        start = source.text.rfind("\\", trouble.context_offset, trouble.offset + 1)
        return quotable(source, line, "backslash", start, trouble.path)
    return unclosed_quote(source, line, trouble.context_offset, trouble.path)


def _after_quote(source: Source, trouble: Trouble) -> Fault | None:
    last = trouble.last
    if last is None or last.style not in {"single", "double"}:
        return None
    if source.text[last.span.end : trouble.offset].strip(" \t"):
        return None
    line = source.line(last.span.start)
    if "\n" in source.text[last.span.start : last.span.end]:
        return unclosed_quote(source, line, last.span.start, trouble.path)
    return quotable(source, line, "text-after-quote", trouble.offset, trouble.path)


def signs(source: Source, trouble: Trouble, line: Line) -> Fault | None:
    """A text that begins with a sign of YAML's own."""
    sign = line.value[:1]
    closed = "flow" not in trouble.context and line.value_start < trouble.offset <= line.end
    if sign in _SPECIAL or (sign in _PAIRS and closed):
        fault = special(source, line, line.value_start, trouble.path)
        if line.key is None and ":" in line.body:
            # `*navn: ...`: without the sign the line is a field again.
            return Fault(fault.problem, (Edit(line.value_start, line.value_start + 1, ""),))
        return fault
    if line.key is not None and (line.value == "-" or line.value.startswith("- ")):
        start, item = line.value_start, line.value
        indent = " " * (line.body_at + 2)
        problem = source.problem(
            "dash-after-colon",
            source.span(start, start + 1),
            path=trouble.path,
            value=item,
            key=line.key,
            paste=f"{line.key}:\n  {item}",
        )
        return Fault(problem, (Edit(start, start, f"\n{indent}"),))
    return None


def brackets(source: Source, trouble: Trouble, _: Line) -> Fault | None:
    """A bracket that is never closed, or closed in a comment."""
    if "flow" not in trouble.context:
        return None
    line = source.line(trouble.context_offset)
    same = source.line(trouble.offset).number == line.number
    start = trouble.context_offset
    cut = _HASH.search(line.text)
    if cut is not None:
        at = line.start + cut.start() + 1
        return quotable(source, line, "hash-in-text", at, trouble.path)
    sign = source.text[start : start + 1]
    if sign not in _PAIRS or (same and _PAIRS[sign] in line.text):
        return None
    rest = list(
        takewhile(
            lambda below: below.key is None or below.indent > line.indent,
            source.lines[line.number :],
        )
    )
    problem = source.problem(
        "unclosed-bracket",
        source.span(start, start + 1),
        path=trouble.path,
        value=line.value,
        character=sign,
        missing=_PAIRS[sign],
        paste=_closed(line, sign, rest),
    )
    return Fault(problem, emptied([line, *rest]))


def _closed(line: Line, sign: str, rest: list[Line]) -> str:
    """The line with its bracket closed; without it when fields or items stand on the lines below."""
    written = line.text.strip()
    below = any(each.key is not None or each.value.startswith("- ") for each in rest)
    if line.value != sign:
        return written + _PAIRS[sign]
    return written[:-1].rstrip() if below else f"{written[:-1].rstrip()} ..."
