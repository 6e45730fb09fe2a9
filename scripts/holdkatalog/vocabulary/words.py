"""From what somebody wrote to what it may mean: exact words give one id, lay words all they may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from holdkatalog.danish import fold, slug
from holdkatalog.vocabulary.things import (
    Activity,
    Area,
    Audience,
    Concept,
    Condition,
    Group,
    Holidays,
    Language,
    Point,
    Question,
)


@dataclass(frozen=True, slots=True)
class Terms:
    """Folded words to ids: `exact` are ids and names, `lay` what people say instead, often ambiguous."""

    exact: Mapping[str, str]
    lay: Mapping[str, tuple[str, ...]]

    def find(self, text: str) -> str | None:
        """The id that is written, by itself or by its name; None when it is neither."""
        return self.exact.get(fold(text))

    def meant(self, text: str) -> tuple[str, ...]:
        """Every id the lay word may mean, in the vocabulary's order."""
        return self.lay.get(fold(text), ())


def _terms(rows: Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> Terms:
    """Terms of (id, exact words, lay words)."""
    exact: dict[str, str] = {}
    lay: dict[str, dict[str, None]] = {}
    for id_, names, others in rows:
        exact.update((fold(word), id_) for word in (id_, *names))
        for word in others:
            lay.setdefault(fold(word), {})[id_] = None
    return Terms(exact, {word: tuple(ids) for word, ids in lay.items()})


def lay_words(one: Condition | Audience) -> tuple[str, ...]:
    """What people call it instead, the words that are only searched for too."""
    return (*one.synonyms, *(one.search_words if isinstance(one, Condition) else ()))


@dataclass(frozen=True)
class Vocabulary:
    """Everything by its id, in the files' order; what the municipality hides is not here.

    `outline` is the municipality's land, one ring for each piece; () where nobody has drawn it.
    """

    condition_groups: Mapping[str, Group]
    conditions: Mapping[str, Condition]
    audiences: Mapping[str, Audience]
    activity_groups: Mapping[str, Group]
    activities: Mapping[str, Activity]
    question_groups: Mapping[str, Group]
    questions: Mapping[str, Question]
    languages: Mapping[str, Language]
    areas: Mapping[str, Area]
    holidays: Holidays
    outline: tuple[tuple[Point, ...], ...] = ()
    concepts: Mapping[str, Concept] = field(default_factory=dict)

    @cached_property
    def condition_terms(self) -> Terms:
        """The words for illnesses alone."""
        return _terms((c.id, (c.name,), lay_words(c)) for c in self.conditions.values())

    @cached_property
    def whom_terms(self) -> Terms:
        """The words for illnesses and audiences together, as `for` takes them."""
        everybody: tuple[Condition | Audience, ...] = (
            *self.conditions.values(),
            *self.audiences.values(),
        )
        return _terms((one.id, (one.name, one.in_words), lay_words(one)) for one in everybody)

    @cached_property
    def activity_terms(self) -> Terms:
        """The words for activities."""
        return _terms((a.id, (a.name,), a.synonyms) for a in self.activities.values())

    @cached_property
    def question_terms(self) -> Terms:
        """The words for questions: their keys, with or without æøå."""
        return _terms((q.id, (q.key,), ()) for q in self.questions.values())

    @cached_property
    def language_terms(self) -> Terms:
        """The words for languages."""
        return _terms((one.id, (one.name,), ()) for one in self.languages.values())

    @cached_property
    def concept_terms(self) -> Terms:
        """The words for the ideas that offers are made after."""
        return _terms((one.id, (one.name,), ()) for one in self.concepts.values())

    @cached_property
    def templates(self) -> Mapping[str, Mapping[str, Any]]:
        """What each idea gives an offer that names it, by its id and by its name's slug."""
        named = {slug(one.name): one.given for one in self.concepts.values()}
        return {**named, **{one.id: one.given for one in self.concepts.values()}}

    @cached_property
    def area_terms(self) -> Terms:
        """The words for areas: villages and spoken names are lay words."""
        return _terms((a.id, (a.name,), (*a.villages, *a.also_called)) for a in self.areas.values())

    @cached_property
    def _postcodes(self) -> Mapping[str, str]:
        return {postcode: a.id for a in self.areas.values() for postcode in a.postcodes}

    def find_condition(self, text: str) -> str | None:
        """The id of the illness that is written exactly, by id or by name."""
        return self.condition_terms.find(text)

    def find_whom(self, text: str) -> str | None:
        """The id of the illness or audience that is written exactly, by id or by name."""
        return self.whom_terms.find(text)

    def synonyms_of(self, text: str) -> tuple[str, ...]:
        """Every illness and audience a lay word may mean: `gigt` is two."""
        return self.whom_terms.meant(text)

    def area_of(self, postcode: str) -> Area | None:
        """The area the postcode lies in; None when it is another municipality's."""
        id_ = self._postcodes.get(postcode)
        return None if id_ is None else self.areas[id_]

    def areas_called(self, text: str) -> tuple[str, ...]:
        """Every area the text may mean: an id, a name, a postcode, a village or a spoken name."""
        word = text.strip()
        exact = self.area_terms.find(word) or self._postcodes.get(word)
        return (exact,) if exact else self.area_terms.meant(word)
