"""The texts of a file in their canonical spelling, each only where it is read as the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from holdkatalog.errors import Unreadable
from holdkatalog.reading import LEAVES
from holdkatalog.reading.spans import unknown
from holdkatalog.tidying.phrases import PHRASES
from holdkatalog.validation import Context
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.rules.words import find
from holdkatalog.vocabulary import Vocabulary
from holdkatalog.yamlfile import Document, KeyPath, Mapping_, Node, Sequence_
from holdkatalog.yamlfile.editing import replacement
from holdkatalog.yamlfile.offsets import applied
from holdkatalog.yamlfile.repairs import Edit

_WORDS: Final = frozenset(("condition", "activity", "area", "language", "template"))
_KEYED: Final[Mapping[str, str]] = {
    "vurderet": "condition",
    "godt_at_vide": "question",
}
"""Under these the keys are words of a vocabulary."""


def spelt(document: Document, context: Context) -> str:
    """The source with every fixed phrase, date, clock, price, phone and word as we spell it."""
    edits = list(_keys(document, document.root, (), context.vocabulary))
    for leaf in context.guide.leaves(document.values):
        new = _spelt(leaf, context.vocabulary)
        if new != leaf.text:
            edits.append(replacement(document, leaf.path, new))
    return applied(document, edits)


def _spelt(leaf: Leaf, vocabulary: Vocabulary) -> str:
    """The text in its canonical spelling, or as it stands when that would say something else."""
    old = leaf.text.strip()
    if unknown(old) is not None:
        return f"ukendt{old[len('ukendt') :]}"
    kind = str(leaf.rules.get("x-words", ""))
    if kind in _WORDS and leaf.kind in {"vocabulary", "term"}:
        word, comma, note = old.partition(", ")
        return f"{find(kind, word, vocabulary) or word}{comma}{note}"
    if old.lower() in leaf.rules.get("enum", ()):
        return old.lower()
    phrase = PHRASES.get(leaf.kind)
    new = phrase(old) if phrase else old
    return new if _alike(LEAVES[leaf.kind], old, new) else leaf.text


def _alike(read: Callable[[str], object], one: str, other: str) -> bool:
    try:
        return one == other or read(one) == read(other)
    except Unreadable:
        return False


def _keys(
    document: Document, node: Node | None, path: KeyPath, vocabulary: Vocabulary
) -> Iterator[Edit]:
    """The edits of keys that are words of a vocabulary."""
    if isinstance(node, Sequence_):
        for at, item in enumerate(node.items):
            yield from _keys(document, item, (*path, at), vocabulary)
    if not isinstance(node, Mapping_):
        return
    taken = {each.key.text for each in node.entries}
    kind = _KEYED.get(str(path[-1]), "") if path else ""
    for each in node.entries:
        key = _key(kind, each.key.text, vocabulary) if kind else each.key.text
        if key not in taken and each.key.style == "plain":
            yield Edit(each.key.span.start, each.key.span.end, key)
        yield from _keys(document, each.value, (*path, each.key.text), vocabulary)


def _key(kind: str, word: str, vocabulary: Vocabulary) -> str:
    if kind != "question":
        return find(kind, word, vocabulary) or word
    id_ = vocabulary.question_terms.find(word)
    return vocabulary.questions[id_].key if id_ else word
