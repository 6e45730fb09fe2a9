"""The fixed words a form lets one choose from: the commonest are seen at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from holdkatalog.fields import club_schema
from holdkatalog.forms.questions import Rules, Words
from holdkatalog.forms.things import Option
from holdkatalog.model import Club, Place
from holdkatalog.vocabulary import Vocabulary

SEEN: Final = 8
"""So many words of a long list are seen at once."""
_SHORT: Final = 16
"""A list no longer than this is seen whole."""


def schema_of(vocabulary: Vocabulary, places: Mapping[str, Place]) -> Rules:
    """The schema of a club's file with the municipality's own words and places."""
    return club_schema(vocabulary, ((id_, one.name or id_) for id_, one in places.items()))


def words_of(schema: Rules, vocabulary: Vocabulary, clubs: Iterable[Club]) -> Words:
    """The words of each list of the schema, in its order, and under the vocabulary's headings."""
    first = {"condition": _commonest(vocabulary), "activity": _most_used(clubs)}
    groups = _groups(vocabulary)
    lists = {r["x-words"]: r["defaultSnippets"] for r in schema["$defs"].values() if "x-words" in r}
    return {
        name: tuple(_options(words, first.get(name, ()), groups.get(name, {})))
        for name, words in lists.items()
    }


def _options(
    words: list[Mapping[str, str]], first: Sequence[str], groups: Mapping[str, str]
) -> Iterator[Option]:
    ids = [one["label"] for one in words]
    open_ = ids if len(ids) <= _SHORT else first or ids[:SEEN]
    for one in words:
        id_ = one["label"]
        # Of a template it says what it gives too, which is too long to choose from.
        name = one["description"].partition(". ")[0]
        yield Option(id_, name, groups.get(id_, ""), open=id_ in open_)


def _groups(vocabulary: Vocabulary) -> Mapping[str, Mapping[str, str]]:
    """Each word's heading, by the name of its list."""
    ill = {one.id: one.name for one in vocabulary.condition_groups.values()}
    done = {one.id: one.name for one in vocabulary.activity_groups.values()}
    return {
        "condition": {one.id: ill.get(one.group, "") for one in vocabulary.conditions.values()},
        "activity": {one.id: done.get(one.group, "") for one in vocabulary.activities.values()},
    }


def _commonest(vocabulary: Vocabulary) -> list[str]:
    """The first illness under each heading that nearly all municipalities have teams for, and whom else they are for.

    Those that the offers use now would hide the very illnesses that nobody has made a team for yet.
    """
    first: dict[str, str] = {}
    for one in vocabulary.conditions.values():
        if one.core:
            first.setdefault(one.group, one.id)
    return [*first.values(), *vocabulary.audiences]


def _most_used(clubs: Iterable[Club]) -> list[str]:
    """The activities of most offers."""
    offers = [offer for club in clubs for offer in club.offers]
    used = Counter(id_ for one in offers for id_ in set(one.activities))
    return sorted(used, key=lambda id_: (-used[id_], id_))[:SEEN]
