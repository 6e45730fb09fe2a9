"""The parser's events become a tree of texts; what YAML allows and we refuse is found here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import yaml

from holdkatalog.yamlfile.characters import DANGEROUS, named, normalise
from holdkatalog.yamlfile.nodes import Entry, KeyPath, Mapping_, Node, Scalar, Sequence_
from holdkatalog.yamlfile.remedies import pasted
from holdkatalog.yamlfile.repairs import Edit, Fault, Patched
from holdkatalog.yamlfile.source import Source

DEPTH = 8
FAULTS = 100
_STYLES = {"": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}


class _Mark(Protocol):
    """The parser's mark, of which it has two classes."""

    index: int


class _Stop(Exception):  # noqa: N818 - it ends the reading, it's no error of the program
    """The file is refused as a whole; reading on would only cost time."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where the parser gave up and what it says; `last` is the text it read just before."""

    what: str
    context: str
    offset: int
    context_offset: int
    last: Scalar | None
    path: KeyPath


@dataclass(slots=True)
class _Open:
    """A list or a set of fields whose end isn't reached yet."""

    mapping: bool
    flow: bool
    start: int
    nodes: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    key: Scalar | None = None
    seen: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Reading:
    """One go at a text: the tree so far, what is refused, and where the parser gave up."""

    source: Source
    text: Patched
    root: Node | None = None
    faults: list[Fault] = field(default_factory=list)
    trouble: Trouble | None = None
    stopped: bool = False
    _stack: list[_Open] = field(default_factory=list)
    _last: Scalar | None = None

    def run(self) -> Reading:
        """Read everything, or as far as the parser comes; never raises."""
        parser = yaml.CBaseLoader(self.text.text)
        try:
            while True:
                event = parser.get_event()
                if event is None:
                    break
                self._take(event)
        except yaml.MarkedYAMLError as error:
            self.trouble = self._trouble(error)
        except _Stop:
            self.stopped = True
        finally:
            parser.dispose()
        while self._stack:
            self._close(None)
        return self

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _trouble(self, error: yaml.MarkedYAMLError) -> Trouble:
        mark, context = error.problem_mark, error.context_mark or error.problem_mark
        return Trouble(
            what=error.problem or "",
            context=error.context or "",
            offset=self._offset(mark),
            context_offset=self._offset(context),
            last=self._last,
            path=self._path(),
        )

    def _offset(self, mark: _Mark | None) -> int:
        """The mark's offset in the file as written; the parser always sets it."""
        return self.text.back(mark.index if mark else 0)

    def _path(self) -> KeyPath:
        steps: list[str | int] = []
        for opened in self._stack:
            if not opened.mapping:
                steps.append(len(opened.nodes))
            elif opened.key is not None:
                steps.append(opened.key.text)
        return tuple(steps)

    def _refuse(self, code: str, start: int, end: int, *, value: str = "", **facts: str) -> None:
        problem = self.source.problem(
            code, self.source.span(start, end), path=self._path(), value=value, **facts
        )
        self.faults.append(Fault(problem))
        if len(self.faults) >= FAULTS:
            raise _Stop

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        start = self._offset(event.start_mark)
        line = self.source.line(start)
        if event.version or event.tags:
            self._refuse("special-start", start, start + 1, character="%", paste="")
        if self.root is not None:
            # Take the marks away and read on, as if the file had been one document.
            edits = tuple(
                Edit(other.start, other.end, "")
                for other in self.source.lines[line.number - 1 :]
                if not other.inside and other.text.rstrip() in {"---", "..."}
            )
            problem = self.source.problem("several-documents", self.source.span(start, line.end))
            self.faults.append(Fault(problem, edits))
            raise _Stop

    def _sign(self, code: str, start: int) -> None:
        """An anchor, an alias or a tag: a text that begins with one of YAML's own signs."""
        line = self.source.line(start)
        sign = self.source.text[start : start + 1]
        paste = pasted(line, line.value) if start == line.value_start else ""
        self._refuse(code, start, start + 1, value=line.value, character=sign, paste=paste)

    def _marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        start = self._offset(event.start_mark)
        for code, name in (("anchor", event.anchor), ("tag", event.tag)):
            if name:
                self._sign(code, start)

    def _alias(self, event: yaml.AliasEvent) -> None:
        start = self._offset(event.start_mark)
        end = self._offset(event.end_mark)
        self._sign("alias", start)
        self._add(Scalar(self.source.span(start, end), self.source.text[start:end], "plain"))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = self._offset(event.start_mark), self._offset(event.end_mark)
        style = _STYLES[event.style or ""]
        text = normalise(event.value)
        if style == "plain":
            text = text.strip()
        elif style in {"literal", "folded"}:
            text = text.rstrip("\n")
            # The parser's end lies past the blank lines; ours after the last line with text.
            end = start + len(self.source.text[start:end].rstrip(" \t\r\n"))
        # `"\\u202e"` hides a dangerous character behind its number.
        found = DANGEROUS.search(text)
        if found:
            number, _ = named(found[0])
            self._refuse("control-character", start, start + 1, character=number)
            text = DANGEROUS.sub("", text)
        scalar = Scalar(self.source.span(start, end), text, style)
        if event.anchor or event.tag:
            self._marks(event)
        self._last = scalar
        self._add(scalar)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        start = self._offset(event.start_mark)
        if event.anchor or event.tag:
            self._marks(event)
        if len(self._stack) >= DEPTH:
            self._refuse("too-deep", start, start + 1, limit=str(DEPTH))
            raise _Stop
        mapping = isinstance(event, yaml.MappingStartEvent)
        if not self._stack and not mapping:
            self._refuse("not-fields", start, start + 1)
            raise _Stop
        self._stack.append(_Open(mapping, bool(event.flow_style), start))

    def _close(self, event: yaml.CollectionEndEvent | None) -> None:
        top = self._stack.pop()
        children = [entry.value for entry in top.entries] if top.mapping else top.nodes
        end = max([top.start, *(child.span.end for child in children[-1:])])
        if top.flow and event is not None:
            end = self._offset(event.end_mark)
        span = self.source.span(top.start, end)
        if top.mapping:
            self._add(Mapping_(span, tuple(top.entries), top.flow))
        else:
            self._add(Sequence_(span, tuple(top.nodes), top.flow))

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if not top.mapping:
            top.nodes.append(node)
        elif top.key is None:
            top.key = self._key(top, node)
        else:
            top.entries.append(Entry(top.key, node))
            top.key = None

    def _key(self, top: _Open, node: Node) -> Scalar:
        span = node.span
        if not isinstance(node, Scalar) or _no_key(self.source.text, node):
            self._refuse(
                "key-not-text", span.start, span.end, value=self.source.text[span.start : span.end]
            )
            return Scalar(span, "", "plain")
        if node.text == "<<":
            self._refuse("merge-key", span.start, span.end)
        elif node.text in top.seen:
            first = str(top.seen[node.text])
            self._refuse(
                "repeated-key", span.start, span.end, value=node.text, key=node.text, line=first
            )
        top.seen.setdefault(node.text, span.line)
        return node


def _no_key(source: str, node: Scalar) -> bool:
    """Empty, a block, over several lines, or introduced by `? `; a line above may end with `?`."""
    span = node.span
    written = source[span.start : span.end]
    odd = not node.text or node.style in {"literal", "folded"} or "\n" in written
    return odd or source[max(span.start - 2, 0) : span.start] in {"? ", "?\t"}
