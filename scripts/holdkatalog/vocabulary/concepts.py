"""The ideas that clubs all over the country take up, with what an offer takes from each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from holdkatalog.vocabulary.merging import Values
from holdkatalog.vocabulary.things import Concept
from holdkatalog.vocabulary.words import Vocabulary

_FINDS: Final[Mapping[str, Callable[[Vocabulary, str], str | None]]] = MappingProxyType(
    {
        "aktivitet": lambda words, text: words.activity_terms.find(text),
        "for": lambda words, text: words.find_whom(text),
        "også_for": lambda words, text: words.find_whom(text),
        "godt_at_vide": lambda words, text: words.question_terms.find(text),
    }
)


def concepts_of(values: Values, words: Vocabulary) -> dict[str, Concept]:
    """Each idea by its id, without the words that the municipality hides.

    An idea of which no activity is left can't make an offer, so it isn't there.
    """
    every = (_concept(id_, row, words) for id_, row in (values.get("skabeloner") or {}).items())
    return {one.id: one for one in every if one.given.get("aktivitet")}


def _concept(id_: str, values: Values, words: Vocabulary) -> Concept:
    given = {key: _kept(key, value, words) for key, value in values["hold"].items()}
    return Concept(
        id=id_,
        name=values["navn"],
        association=values.get("landsforening", ""),
        link=values.get("link", ""),
        given={key: value for key, value in given.items() if value},
    )


def _kept(key: str, value: Any, words: Vocabulary) -> Any:  # noqa: ANN401 - any value of a file
    find = _FINDS.get(key)
    if find is None:
        return value
    if isinstance(value, Mapping):
        return {each: text for each, text in value.items() if find(words, each)}
    if isinstance(value, str):
        return value if find(words, value.partition(",")[0]) else ""
    return [text for text in value if find(words, text.partition(",")[0])]
