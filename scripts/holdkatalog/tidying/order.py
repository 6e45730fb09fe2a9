"""The keys of a file in the order of the tables, each with the remarks that stand above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from holdkatalog.fields import TABLES
from holdkatalog.vocabulary import Vocabulary
from holdkatalog.yamlfile import Document, Entry, KeyPath, Mapping_, Node, Sequence_, read
from holdkatalog.yamlfile.offsets import applied, first_on_line, line_end, line_start, newline
from holdkatalog.yamlfile.repairs import Edit

_BELOW: Final[Mapping[str, str]] = {
    "kontakt": "contact-fields",
    "tid": "time-fields",
    "sted": "place-fields",
    "foto": "photo-fields",
    "godt_at_vide": "answers",
}
"""The table of the fields under a key."""
_LARGE: Final[frozenset[KeyPath]] = frozenset(((), ("steder",), ("hold",)))
"""Where empty lines stand between the fields."""
_DEEPEST: Final = 8
_MODELINE: Final = "yaml-language-server"


@dataclass(frozen=True, slots=True)
class _Part:
    """A key with its value, as written; `above` are the lines above it that go where it goes."""

    key: str
    above: tuple[str, ...]
    text: str


def ordered(document: Document, vocabulary: Vocabulary) -> str:
    """The source with its keys in the order of the tables; ids of offers and places keep theirs."""
    orders = {table.name: [key.name for key in table.keys] for table in TABLES}
    orders["answers"] = [question.key for question in vocabulary.questions.values()]
    for depth in range(_DEEPEST):
        edits = [
            edit
            for path, table, node in _mappings((), document.root)
            if len(path) == depth
            for edit in _ordered(document, path, node, orders.get(table, []))
        ]
        if edits:
            document = read(document.file, applied(document, edits).encode())
    return document.source


def _mappings(path: KeyPath, node: Node | None) -> Iterator[tuple[KeyPath, str, Mapping_]]:
    if isinstance(node, Mapping_):
        yield path, _table(path), node
        for each in node.entries:
            yield from _mappings((*path, each.key.text), each.value)
    elif isinstance(node, Sequence_):
        for at, item in enumerate(node.items):
            yield from _mappings((*path, at), item)


def _table(path: KeyPath) -> str:
    """The name of the table that the fields at the path belong to; "" when there is none."""
    match [step for step in path if isinstance(step, str)]:
        case []:
            return "club"
        # The id of an offer or a place may be any word, also that of a key.
        case ["hold", _]:
            return "offer"
        case ["steder", _]:
            return "place-fields"
        case ["oversat", _] | ["hold", _, "oversat", _]:
            return "translation"
        case keys:
            return _BELOW.get(keys[-1], "")


def _ordered(
    document: Document, path: KeyPath, node: Mapping_, order: Sequence[str]
) -> Iterator[Edit]:
    place = {name: at for at, name in enumerate(order)}
    wanted = sorted(node.entries, key=lambda each: place.get(each.key.text, len(place)))
    moved = wanted != list(node.entries)
    if node.flow:
        yield from _in_braces(document, node, wanted) if moved else ()
    elif moved or path in _LARGE:
        parts, start, end = _parts(document, path, node)
        by_key = {part.key: part for part in parts}
        new = [by_key[each.key.text] for each in wanted]
        if moved:
            new = [replace(part, above=_without_air(part.above)) for part in new]
        if not first_on_line(document.source, node.span.start):
            # What stands above the first field now stands above its dash.
            yield _above_dash(document, node, new[0].above)
            new[0] = replace(new[0], above=())
        yield Edit(start, end, _joined(document, node, _aired(path, node, new), start))


def _in_braces(document: Document, node: Mapping_, wanted: Sequence[Entry]) -> Iterator[Edit]:
    """The fields of one line change places, and what stands between them stays."""
    source = document.source
    spans = [(each.key.span.start, each.value.span.end) for each in node.entries]
    if any("#" in source[a[1] : b[0]] for a, b in pairwise(spans)):
        return
    for (start, end), each in zip(spans, wanted, strict=True):
        yield Edit(start, end, source[each.key.span.start : each.value.span.end])


def _parts(document: Document, path: KeyPath, node: Mapping_) -> tuple[list[_Part], int, int]:
    """The keys with what belongs to each, and from where to where they stand in the source."""
    source, indent = document.source, node.span.column - 1
    first = node.entries[0].key.span.start
    start = first
    if first_on_line(source, first):
        start = _begin(source, line_start(source, first), top=not path)
    parts: list[_Part] = []
    end = start
    for each in node.entries:
        begin = each.key.span.start
        above = source[end : line_start(source, begin)].removeprefix("\ufeff").splitlines()
        stop = _end(source, line_end(source, each.value.span.end), indent)
        parts.append(_Part(each.key.text, tuple(above[1:] if parts else above), source[begin:stop]))
        end = stop
    return parts, start, end


def _begin(source: str, start: int, *, top: bool) -> int:
    """Where the remarks right above the first key begin; what heads the file stays there."""
    while start:
        above = line_start(source, start - 1 - source.endswith("\r\n", 0, start))
        line = source[above:start].strip("\ufeff \r\n")
        if not line.startswith("#") or (top and _MODELINE in line):
            return start
        start = above
    return start


def _end(source: str, end: int, indent: int) -> int:
    """Where a value ends, with the remarks below it that stand as deep as it does."""
    at = end
    while at < len(source):
        at = line_end(source, at + 1 + source.startswith("\r\n", at))
        line = source[line_start(source, at) : at]
        deeper = len(line) - len(line.lstrip()) > indent
        if line.strip() and not (deeper and line.lstrip().startswith("#")):
            break
        if line.strip():
            end = at
    return end


def _without_air(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if line.strip())


def _aired(path: KeyPath, node: Mapping_, parts: Sequence[_Part]) -> Iterator[_Part]:
    """The parts with one empty line between offers, and one in front of all the offers together."""
    values = {each.key.text: each.value for each in node.entries}
    for at, part in enumerate(parts):
        if path:
            large = len(path) == 1 and any(isinstance(v, Mapping_) for v in values.values())
        else:
            value = values[part.key]
            large = isinstance(value, Mapping_) and any(
                isinstance(each.value, Mapping_) for each in value.entries
            )
        above = part.above
        if large or not at:
            while above and not above[0].strip():
                above = above[1:]
        yield replace(part, above=("", *above) if large and at else above)


def _above_dash(document: Document, node: Mapping_, lines: Sequence[str]) -> Edit:
    at = line_start(document.source, node.span.start)
    line = document.source[at : line_end(document.source, at)]
    indent = line[: len(line) - len(line.lstrip())]
    return Edit(at, at, "".join(indent + each.strip() + newline(document) for each in lines))


def _joined(document: Document, node: Mapping_, parts: Iterator[_Part], start: int) -> str:
    indent = " " * (node.span.column - 1)
    lines = [line for part in parts for line in (*part.above, indent + part.text)]
    # Behind a dash the first field goes on where the line has begun.
    lines[0] = lines[0] if first_on_line(document.source, start) else lines[0].lstrip()
    return newline(document).join(lines)
