"""Reads every text of a file as what it should be, and tells of those that can't be read, or hardly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from holdkatalog.errors import Problem, Unreadable
from holdkatalog.messages import masked
from holdkatalog.reading import LEAVES
from holdkatalog.suggest import nearest
from holdkatalog.validation.dated import period_apart
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.hidden import hidden
from holdkatalog.validation.lexicon import PHRASES
from holdkatalog.validation.near import corrected
from holdkatalog.validation.pen import Pen, plain
from holdkatalog.validation.remedies import remedied

_UNKNOWN = re.compile(r"ukendt\b", re.IGNORECASE)
_SMALL = re.compile("[a-zæøåé]")


Surely = Callable[[Leaf, str], str]
"""Of a text with a word of a vocabulary: the text with the word that is surely meant, or empty."""


def unreadable(
    pen: Pen, leaf: Leaf, known: Iterable[str] = (), surely: Surely | None = None
) -> Problem | None:
    """Why the leaf can't be read, with a line to paste where one is certain; None when it can.

    `known` are further words the text may name, such as the ids of places. Without `surely` no
    word of a vocabulary is proposed.
    """
    try:
        LEAVES[leaf.kind](leaf.text)
    except Unreadable as error:
        return _explained(pen, leaf, error, tuple(known), surely)
    if not re.search(leaf.rules.get("pattern", ""), leaf.text):
        if _UNKNOWN.match(leaf.text):
            return pen.at("needless-unknown", leaf.path)
        code = "price-not-on-top" if leaf.kind == "price" else "wrong-form"
        line = pen.line(leaf.path, f"plus {leaf.text}") if leaf.kind == "price" else ""
        return pen.at(code, leaf.path, line=line, facts=_sayings(pen, leaf))
    return None


def _sayings(pen: Pen, leaf: Leaf) -> dict[str, str]:
    say = str(leaf.rules.get("patternErrorMessage") or leaf.rules.get("errorMessage") or "")
    examples = (e for e in leaf.rules.get("examples", ()) if isinstance(e, str))
    example = next(examples, "")
    return {"say": say, "example": f"{pen.name(leaf.path)}: {plain(example)}" if example else ""}


def _explained(
    pen: Pen, leaf: Leaf, error: Unreadable, known: tuple[str, ...], surely: Surely | None
) -> Problem:
    facts = _sayings(pen, leaf) | dict(error.facts)
    own = remedied(pen, leaf, error)
    code = f"unreadable-{leaf.kind}" if error.code == "unreadable" else error.code
    if own is not None:
        return pen.at(own.code or code, leaf.path, facts={**facts, **own.facts})
    fixed = _named(leaf.text, known) if leaf.kind == "place" else ""
    fixed = fixed or corrected(leaf.kind, leaf.text, known)
    if leaf.kind in {"vocabulary", "term"}:
        fixed = surely(leaf, fixed) if surely and fixed else ""
    if fixed:
        # What would have to be masked can't be pasted.
        line = pen.line(leaf.path, fixed)
        facts |= {"line": line} if masked(line) == line else {}
    elif leaf.rules.get("x-words") == "condition" and PHRASES["limit"].match(leaf.text):
        facts["limit"] = f"kun_for: {leaf.text}"
    elif leaf.kind == "limit" and surely and (whom := surely(leaf, leaf.text)):
        facts["whom"] = f"for: {whom}"
    elif parts := _several(leaf, surely):
        facts["lines"] = pen.lines(leaf.path, *parts)
    elif PHRASES[leaf.kind].sentence and _SMALL.match(leaf.text):
        facts["sentence"] = pen.line(leaf.path, leaf.text[:1].upper() + leaf.text[1:])
    return pen.at(code, leaf.path, facts=facts)


def _several(leaf: Leaf, surely: Surely | None) -> tuple[str, ...]:
    """The words of `kol; astma`, and of `dansk, engelsk` when each is surely a word."""
    if leaf.kind == "term" and surely and ", " in leaf.text:
        words = tuple(surely(leaf, part) for part in re.split(r"\s*(?:,| og )\s*", leaf.text))
        return words if all(words) else ()
    parts = re.split(r"\s*[;/&+]\s*", leaf.text)
    several = leaf.kind in {"vocabulary", "term"} and len(parts) > 1
    return tuple(parts) if several and all(map(PHRASES[leaf.kind].match, parts)) else ()


def _named(text: str, known: tuple[str, ...]) -> str:
    """`vig hallen, sal 2` with the id it nearly is."""
    word, comma, note = text.partition(", ")
    id_ = nearest(word, known)
    return f"{id_}{comma}{note}" if id_ else ""


def near_miss(pen: Pen, leaf: Leaf) -> Problem | None:
    """A sentence that looks like a fixed phrase with a slip in it: it is shown, but not reckoned with."""
    phrase = PHRASES.get(leaf.kind)
    if phrase is None or not phrase.is_sentence(leaf.text) or phrase.match(leaf.text):
        return None
    if trapped := phrase.trap(leaf.text):
        code, found = trapped
        groups = {k: v.strip() for k, v in found.groupdict().items() if v}
        own = remedied(pen, leaf, Unreadable(code, leaf.text, **groups))
        if own is not None and own.facts:
            return pen.at(f"looks-like-{leaf.kind}", leaf.path, facts=own.facts)
    apart = period_apart(pen, leaf) if leaf.kind == "session" else None
    if apart is not None:
        return pen.at("looks-like-session", leaf.path, facts=apart) if apart else None
    meant = hidden(leaf.kind, leaf.text)
    return (
        pen.at(f"looks-like-{leaf.kind}", leaf.path, line=pen.line(leaf.path, meant))
        if meant
        else None
    )
