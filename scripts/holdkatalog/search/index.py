"""The index as lunr makes it: every word with how much it says of each offer (BM25)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from lunr.builder import Builder

from holdkatalog.search.documents import Document
from holdkatalog.search.words import words

FIELDS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "name": 10,
        "also_called": 8,
        "activities": 6,
        "made_for": 6,
        "areas": 4,
        "suits": 3,
        "club": 3,
        "days": 3,
        "free": 3,
        "places": 2,
        "needs": 2,
        "text": 1,
        "everywhere": 0.5,
    }
)
"""How much a word weighs where it stands; what serves everywhere comes after what serves the place."""


def serialized(found: Iterable[Document]) -> dict[str, Any]:
    """The index as lunr 2.3.9 reads it; an offer's ref is its number in the order given.

    lunr's pipelines stay empty: the words come folded and stemmed, since its own Danish needs nltk
    and downloads.
    """
    each = tuple(found)
    if not each:
        # lunr would divide by the number of offers.
        return {"invertedIndex": [], "fieldVectors": []}
    builder = Builder()
    builder.ref("id")
    for name, boost in FIELDS.items():
        builder.field(name, boost=boost)
    for number, one in enumerate(each):
        builder.add({"id": str(number), **{name: list(words(one.texts[name])) for name in FIELDS}})
    index: dict[str, Any] = builder.build().serialize()
    return index
