"""The questions, made from the schema."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from holdkatalog.danish import fold
from holdkatalog.validation.guide import Guide, Rules

Word = tuple[str, str]
"""A word that can be answered, and what it stands for."""
# What the program sees to itself, and what nobody can answer before the file has been there for long.
_NOT_ASKED = frozenset(("hold", "bekræftet", "tidligere_id"))
_LONG = 1000
_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `path` is where its answer stands in the file; `several` answers may be given.

    A `long` answer is written on several lines; `before` is what the program writes before it.
    """

    path: tuple[str, ...]
    title: str
    ask: str
    help: str
    examples: tuple[str, ...]
    group: str
    short: bool
    required: bool
    several: bool
    long: bool
    words: tuple[Word, ...]
    before: str = ""

    @property
    def key(self) -> str:
        """The key its answer stands under."""
        return self.path[-1]


def questions(
    guide: Guide, offer: str, *, club: bool, places: Iterable[Word] = ()
) -> tuple[Question, ...]:
    """Everything there is to ask of an offer with that id, and of its club too; the short ones first.

    `places` are the places that a file may name by their id.
    """
    known = tuple(places)
    asked = (*_asked(guide, (), known), *_asked(guide, ("hold", offer), known))
    wanted = [each for each in asked if club or each.path[0] == "hold"]
    return tuple(sorted(wanted, key=lambda each: not each.short))


def groups(asked: Iterable[Question]) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """The questions after the short ones, under the headings of the form."""
    rest = [each for each in asked if not each.short]
    order = list(dict.fromkeys(each.group for each in rest))
    rest.sort(key=lambda each: order.index(each.group))
    return tuple((name, tuple(group)) for name, group in groupby(rest, lambda each: each.group))


def help_of(question: Question, wanted: str = "") -> tuple[str, ...]:
    """The lines of help; of the words that can be answered only those that hold what is `wanted`."""
    lines = textwrap.wrap(question.help, _WIDTH)
    if question.examples and not wanted:
        lines += ["Eksempler:", *(f"   {example}" for example in question.examples)]
    said = [
        f"{word} ({meaning})" if meaning and fold(meaning) != fold(word) else word
        for word, meaning in question.words
        if fold(wanted) in fold(f"{word} {meaning}")
    ]
    if said:
        told = textwrap.wrap(", ".join(said), _WIDTH - 3, break_on_hyphens=False)
        lines += ["Ordene er:", *(f"   {line}" for line in told)]
    elif question.words:
        lines += [f'Der er ingen ord med "{wanted}". Skriv ? for at se dem alle.']
    return tuple(lines)


def _asked(guide: Guide, above: tuple[str, ...], places: tuple[Word, ...]) -> Iterator[Question]:
    rules = guide.at(above)
    # What a template could say instead is asked for all the same: it costs one line.
    required = {*rules.get("required", ()), *rules.get("else", {}).get("required", ())}
    for key in rules["properties"]:
        below = guide.below(rules, key)
        if key in _NOT_ASKED:
            continue
        if key == "godt_at_vide":
            for name in below["properties"]:
                each = guide.below(below, name)
                yield _question((*above, key, name), each, required=False, places=places)
        elif "string" in _types(below):
            yield _question((*above, key), below, required=key in required, places=places)


def _question(
    path: tuple[str, ...], rules: Rules, *, required: bool, places: tuple[Word, ...]
) -> Question:
    form: Mapping[str, Any] = rules["x-form"]
    examples = (str(each) for each in rules["examples"] if isinstance(each, str | int | float))
    listed = "array" in _types(rules)
    return Question(
        path=path,
        title=rules["title"],
        ask=form.get("ask", ""),
        help=rules["description"],
        examples=tuple(examples),
        group=form["group"],
        short=form["step"] == "kort",
        required=required,
        several=listed,
        long=not listed and rules.get("x-leaf") == "text" and rules.get("maxLength", 0) >= _LONG,
        words=tuple(_words(rules, places)),
    )


def _words(rules: Rules, places: tuple[Word, ...]) -> Iterator[Word]:
    yield from ((str(word), "") for word in rules.get("enum", ()) if str(word).islower())
    for snippet in rules.get("defaultSnippets", ()):
        yield snippet["label"], snippet["description"]
    if rules.get("x-words") == "place":
        yield from places


def _types(rules: Rules) -> set[str]:
    types = rules.get("type", ())
    return {types} if isinstance(types, str) else set(types)
