"""Lines that don't fit the lines above them: a colon, a dash or a space too many or too few."""

from __future__ import annotations

import re

from holdkatalog.yamlfile.events import Trouble
from holdkatalog.yamlfile.indentation import misplaced, moved, parent_of, path_of
from holdkatalog.yamlfile.remedies import FIELD, above, masked, requoted, whole
from holdkatalog.yamlfile.repairs import Edit, Fault
from holdkatalog.yamlfile.source import Line, Source
from holdkatalog.yamlfile.traps import colon_in_text, list_under_text, quotable

_HASH = re.compile(r"\s#\S")


def colons(source: Source, trouble: Trouble, line: Line) -> Fault | None:
    """A colon in a text, or a field that stands deeper than the one above it."""
    if "mapping values" not in trouble.what:
        return None
    before = above(source, line)
    head = source.text[line.start + line.body_at : trouble.offset]
    if ":" in head or before is None or line.key is None:
        fault = colon_in_text(source, line, trouble.offset, whole(line), trouble.path)
        return Fault(fault.problem, (requoted(source, line),))
    owner: Line | None = before
    while owner is not None and owner.key is None and owner.body_at == owner.indent:
        owner = above(source, owner)
    if owner is not before and (owner is None or not owner.value or owner.indent >= line.indent):
        return _colonless(source, trouble, before)
    if FIELD.fullmatch(line.key) and line.indent > before.body_at:
        return moved(source, line, before.body_at, parent_of(source, before, before.indent))
    text = " ".join(source.text[owner.value_start : line.end].split())
    path = path_of(source, owner, owner.indent)
    return Fault(
        colon_in_text(source, owner, trouble.offset, text, path).problem, masked(source, line)
    )


def rows(source: Source, trouble: Trouble, line: Line) -> Fault | None:
    """Lines that don't stand in a row with their siblings."""
    before = above(source, line)
    if before is None or "expected ':'" in trouble.what:
        return None
    if _HASH.search(before.text) and line.indent > before.indent:
        start = before.start + before.text.index("#")
        return quotable(source, before, "hash-in-text", start, trouble.path)
    listed = before.key and before.value and before.indent <= line.indent
    if listed and line.text.lstrip().startswith("- "):
        fault = list_under_text(source, before, line, trouble.path)
        return Fault(fault.problem, masked(source, line))
    return misplaced(source, line)


def words(source: Source, trouble: Trouble, line: Line) -> Fault | None:
    """A line without a colon."""
    if "expected ':'" not in trouble.what:
        return None
    before = above(source, line)
    start = source.span(line.start + line.body_at, line.end)
    if before is not None and before.text.rstrip().endswith(("|", ">")):
        problem = source.problem(
            "text-not-indented", start, path=trouble.path, value=line.body, key=before.key or ""
        )
        return Fault(problem, masked(source, line))
    if before is not None and before.indent == line.indent and before.body_at > before.indent:
        problem = source.problem(
            "missing-dash", start, path=trouble.path, value=line.body, paste=f"- {line.body}"
        )
        at = line.start + line.indent
        return Fault(problem, (Edit(at, at, "- "),))
    return _colonless(source, trouble, line)


def _colonless(source: Source, trouble: Trouble, line: Line) -> Fault:
    """A field that lacks its colon, or a text that belongs to no field."""
    if FIELD.fullmatch(line.body.partition(" ")[0]):
        return _no_colon(source, line, trouble)
    span = source.span(line.start + line.body_at, line.end)
    problem = source.problem("stray-text", span, path=trouble.path, value=line.body)
    return Fault(problem, masked(source, line))


def _no_colon(source: Source, line: Line, trouble: Trouble) -> Fault:
    key, _, text = line.body.partition(" ")
    start = line.start + line.body_at + len(key)
    problem = source.problem(
        "missing-colon",
        source.span(start - len(key), line.end),
        path=trouble.path,
        value=line.body,
        key=key,
        paste=f"{key}: {text}".strip(),
    )
    following = (below for below in source.lines[line.number :] if below.structure)
    deeper = next((below.indent > line.indent for below in following), False)
    if deeper == bool(text):
        return Fault(problem, masked(source, line))
    return Fault(problem, (Edit(start, start, ":"),))
