"""Make a value of a file equal to a wanted one by the smallest edits, lists and fields too."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from holdkatalog.yamlfile.editing import addition, removals, replacement
from holdkatalog.yamlfile.nodes import (
    Document,
    KeyPath,
    Mapping_,
    Node,
    Plain,
    Sequence_,
    plain,
)
from holdkatalog.yamlfile.offsets import (
    applied,
    clean,
    found,
    gap,
    in_flow,
    line_end,
    newline,
    offspring,
    replaced,
)
from holdkatalog.yamlfile.quoting import meant
from holdkatalog.yamlfile.repairs import Edit
from holdkatalog.yamlfile.writing import below, inline, item


def change(
    document: Document, path: KeyPath, value: Plain, *, numbers: Collection[str] = ()
) -> str:
    """The source with the value at the path made equal to this one; None takes the key away.

    What is equal already stays as it is written: a list of one is its only item, and no fields, an
    empty list and an empty line are the same as nothing. A missing key is written after the last
    one of its parent. A parent left with nothing goes too. Keys in `numbers` may get bare numbers.
    Raises ValueError for a document with Problems, KeyError when there is no such parent.
    """
    wanted, node = solid(value), clean(document).node(path)
    work = _Work(document, numbers)
    if node is None:
        key = path[-1]
        if not isinstance(key, str):
            raise KeyError(path)
        new = {} if wanted is None else {key: wanted}
        edits = [addition(document, path[:-1], new, numbers=numbers)] if new else []
    elif wanted is None:
        edits = [] if solid(plain(node)) is None else list(work.gone(path))
    else:
        edits = list(work.value(path, node, wanted))
    return applied(document, edits)


def solid(value: Plain) -> Plain:
    """The value without what says nothing, its texts as the loader would give them back."""
    if isinstance(value, str):
        return meant(value)
    if isinstance(value, list):
        items = [solid(each) for each in value]
        return items if any(each is not None for each in items) else None
    if value is None:
        return None
    full = {key: solid(under) for key, under in value.items()}
    return {key: under for key, under in full.items() if under is not None} or None


def same(one: Plain, other: Plain) -> bool:
    """Whether two solid values say the same: a list of one says what its only item says."""
    one, other = single(one), single(other)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def single(value: Plain) -> Plain:
    """The only item of a list of one, else the value itself."""
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value


@dataclass(frozen=True, slots=True)
class _Work:
    """The edits of one document. Their places are those in the source as it stands."""

    document: Document
    numbers: Collection[str]

    def gone(self, path: KeyPath) -> Iterator[Edit]:
        """What stands at the path goes, with every parent that would be left with nothing."""
        node, parent = found(self.document, path)
        while len(path) > 1 and len(_children(parent)) == 1:
            path = path[:-1]
            node, parent = found(self.document, path)
        children = _children(parent)
        at = next(i for i, child in enumerate(children) if child is node)
        yield from removals(self.document, parent, [at])

    def value(self, path: KeyPath, node: Node, wanted: Plain) -> Iterator[Edit]:
        """What stands at the path becomes the wanted value."""
        if same(solid(plain(node)), wanted):
            return
        if isinstance(node, Sequence_):
            wanted = wanted if isinstance(wanted, list) else [wanted]
            if node.items:
                yield from self._list(path, node, wanted)
                return
        wanted = single(wanted)
        if isinstance(node, Mapping_) and isinstance(wanted, dict):
            yield from self._fields(path, node, wanted)
        elif isinstance(wanted, str):
            yield replacement(self.document, path, wanted, number=self._number(path))
        else:
            yield self._anew(path, node, wanted)

    def _fields(self, path: KeyPath, node: Mapping_, wanted: Mapping[str, Plain]) -> Iterator[Edit]:
        old = {each.key.text: solid(plain(each.value)) for each in node.entries}
        # A key with nothing after it may stay where nothing is wanted.
        gone = [i for i, key in enumerate(old) if key not in wanted and old[key] is not None]
        kept = [each for i, each in enumerate(node.entries) if i not in gone]
        if not kept:
            yield self._all_new(path, node, wanted)
            return
        yield from removals(self.document, node, gone)
        for each in kept:
            if each.key.text in wanted:
                here = (*path, each.key.text)
                yield from self.value(here, each.value, wanted[each.key.text])
        new = {key: under for key, under in wanted.items() if key not in old}
        if new:
            yield addition(self.document, path, new, after=kept[-1].value, numbers=self.numbers)

    def _all_new(self, path: KeyPath, node: Mapping_, wanted: Mapping[str, Plain]) -> Edit:
        """Other fields instead of all that are there."""
        if in_flow(self.document, (*path, "")):
            text = inline(dict(wanted), self.numbers, bare_number=False)
        else:
            lines = below(dict(wanted), node.span.column - 1, self.numbers, bare_number=False)
            text = newline(self.document).join(lines).lstrip()
        return Edit(node.span.start, node.span.end, text)

    def _list(self, path: KeyPath, node: Sequence_, wanted: list[Plain]) -> Iterator[Edit]:
        """Items that are the same at both ends stay; those between are made equal one by one."""
        old = [solid(plain(each)) for each in node.items]
        head = _alike(old, wanted)
        tail = _alike(old[head:][::-1], wanted[head:][::-1])
        was = range(head, len(old) - tail)
        now = range(head, len(wanted) - tail)
        for at in was[: len(now)]:
            yield from self.value((*path, at), node.items[at], wanted[at])
        yield from removals(self.document, node, was[len(now) :])
        more = [wanted[at] for at in now[len(was) :]]
        if more:
            yield self._items(path, node, head + len(was), more)

    def _items(self, path: KeyPath, node: Sequence_, at: int, items: list[Plain]) -> Edit:
        """New items in front of the one with this number, which may be one past the last."""
        number, source = self._number(path), self.document.source
        start = offspring(self.document, node)[at - 1 if at else 0][0]
        last = node.items[at - 1].span.end
        if in_flow(self.document, (*path, 0)):
            texts = [inline(each, self.numbers, bare_number=number) for each in items]
            if at:
                return Edit(last, last, "".join(f", {text}" for text in texts))
            return Edit(start, start, "".join(f"{text}, " for text in texts))
        indent, line_break = node.span.column - 1, newline(self.document)
        lines = [
            line for each in items for line in item(each, indent, self.numbers, bare_number=number)
        ]
        if at:
            end = line_end(source, last)
            return Edit(end, end, "".join(line_break + line for line in lines))
        text = line_break.join([*lines, " " * indent]).removeprefix(" " * indent)
        return Edit(start, start, text)

    def _anew(self, path: KeyPath, node: Node, wanted: Plain) -> Edit:
        """A value of another kind, below its key or behind its dash."""
        start, end, first, last = replaced(self.document, path)
        number = self._number(path)
        if in_flow(self.document, path):
            text = inline(wanted, self.numbers, bare_number=number)
            at, end = node.span.start, node.span.end
            return Edit(at, end, (gap(self.document.source, at) if at == end else "") + text)
        _, parent = found(self.document, path)
        lines = below(wanted, parent.span.column + 1, self.numbers, bare_number=number)
        if isinstance(parent, Mapping_):
            lines = [first + last, *lines]
        else:
            lines[0] = f" {lines[0].lstrip()}{first}{last}"
        return Edit(start, end, newline(self.document).join(lines))

    def _number(self, path: KeyPath) -> bool:
        """Whether a bare number may stand under the key that the path leads to."""
        return next((step for step in reversed(path) if isinstance(step, str)), "") in self.numbers


def _children(parent: Mapping_ | Sequence_) -> list[Node]:
    if isinstance(parent, Mapping_):
        return [each.value for each in parent.entries]
    return list(parent.items)


def _alike(one: list[Plain], other: list[Plain]) -> int:
    """How many items are the same from the start."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if not same(a, b)), min(len(one), len(other)))
