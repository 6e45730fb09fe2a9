"""Where the parser gave up: the cause, as a volunteer would see it, and a way to read on."""

from __future__ import annotations

from collections.abc import Callable

from holdkatalog.yamlfile.events import Trouble
from holdkatalog.yamlfile.remedies import GLUED_COLON, GLUED_DASH, above, emptied, masked
from holdkatalog.yamlfile.repairs import Fault
from holdkatalog.yamlfile.rows import colons, rows, words
from holdkatalog.yamlfile.signs import brackets, quotes, signs
from holdkatalog.yamlfile.source import Line, Source
from holdkatalog.yamlfile.traps import glued_colon, glued_dash


def diagnose(source: Source, trouble: Trouble) -> Fault:
    """The one cause of the parser's trouble. Its edits always change the copy that is read."""
    line = suspect(source, trouble)
    found = (check(source, trouble, line) for check in _CHECKS)
    return next(fault for fault in found if fault is not None)


def suspect(source: Source, trouble: Trouble) -> Line:
    """The line to look at: where a text without a colon began, else where the parser stopped."""
    unfinished = "expected ':'" in trouble.what
    line = source.line(trouble.context_offset if unfinished else trouble.offset)
    return line if line.structure else above(source, line) or line


def _glued(source: Source, trouble: Trouble, line: Line) -> Fault | None:
    if GLUED_DASH.match(line.text.lstrip()):
        return glued_dash(source, line, trouble.path)
    if GLUED_COLON.match(line.body):
        return glued_colon(source, line, trouble.path)
    return None


def _documents(source: Source, _: Trouble, line: Line) -> Fault | None:
    for mark in (line, above(source, line)):
        if mark is not None and mark.text.strip() in {"...", "---"}:
            problem = source.problem("several-documents", source.span(mark.start, mark.end))
            return Fault(problem, emptied([mark]))
    return None


def _unknown(source: Source, trouble: Trouble, line: Line) -> Fault | None:
    problem = source.problem("syntax", line, path=trouble.path, value=line.text.strip())
    return Fault(problem, masked(source, line))


_CHECKS: tuple[Callable[[Source, Trouble, Line], Fault | None], ...] = (
    _documents,
    quotes,
    _glued,
    signs,
    brackets,
    colons,
    rows,
    words,
    _unknown,
)
