"""What is known of a place, and of several: each answer stands where it holds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from holdkatalog.facets.entries import answers, away, facts_of, place_answers
from holdkatalog.model import Answer, Attestation, Fact, Offer, Place
from small import TODAY, empty, found

CONFIRMED = Attestation(TODAY)
VIG, HOEJBY = Place(town="Vig", postcode="4560"), Place(town="Højby", postcode="4573")


def offer(key: str, **facts: Any) -> Offer:  # noqa: ANN401 - each has its own
    base = Offer(id=f"f/{key}", name=key, activities=("gaature",), confirmed=CONFIRMED)
    return replace(base, **facts)


YES, NO, UNKNOWN = Fact(Answer.YES), Fact(Answer.NO), Fact(Answer.UNKNOWN)


def test_the_nearest_answer_wins_and_two_places_give_none() -> None:
    hall = replace(VIG, facts={"toilet": YES, "trinfri": YES})
    own = {"toilet": NO, "kaffe": UNKNOWN}
    assert facts_of(offer("a", places=(hall,), facts=own)) == {
        "toilet": NO,
        "trinfri": YES,
        "kaffe": UNKNOWN,
    }
    assert facts_of(offer("a", places=(hall, HOEJBY), facts=own)) == own
    assert facts_of(offer("a", facts=own)) == own


def test_answered_and_featured_questions_are_shown_in_the_vocabularys_order() -> None:
    questions = empty().vocabulary.questions
    asked = [id_ for id_, question in questions.items() if question.featured]
    odd = next(id_ for id_, question in questions.items() if not question.featured)
    (entry,) = found(offer("a", facts={odd: YES, asked[0]: UNKNOWN}))
    shown = {question.id: fact for question, fact in answers(entry, questions)}
    assert list(shown) == [id_ for id_ in questions if id_ in {odd, *asked}]
    assert shown[odd] == YES
    assert shown[asked[0]] == UNKNOWN
    assert all(shown[id_] is None for id_ in asked[1:])


def test_of_a_building_nothing_unanswered_is_asked_where_there_is_none() -> None:
    questions = empty().vocabulary.questions
    online, hall = Place(id="online"), replace(VIG, facts={})
    (called,) = found(offer("a", places=(online,), facts={"toilet": UNKNOWN}))
    (both,) = found(offer("b", places=(online, hall)))
    said = {q.id for q, _ in answers(called, questions)}
    assert {"toilet", "tag-en-med"} <= said
    assert not said & {"trinfri", "koersel", "koerestol"}
    assert {"trinfri", "koersel", "koerestol"} <= {q.id for q, _ in answers(both, questions)}
    assert [away(offer("c", places=p)) for p in ((), (online,), (online, hall))] == [
        False,
        True,
        False,
    ]


def test_several_places_answer_each_for_itself_what_the_offer_does_not() -> None:
    questions = empty().vocabulary.questions
    asked = [id_ for id_, question in questions.items() if question.featured]
    odd = next(id_ for id_, question in questions.items() if not question.featured)
    hall = replace(VIG, facts={asked[0]: YES, asked[1]: NO, odd: YES})
    (entry,) = found(offer("a", places=(hall, HOEJBY), facts={asked[1]: YES}))
    there = {q.id: fact for q, fact in place_answers(entry, hall, questions)}
    assert there == {asked[0]: YES, odd: YES}
    assert [(q.id, fact) for q, fact in place_answers(entry, HOEJBY, questions)] == [
        (asked[0], None)
    ]
    words_alone = Place(note="Et nyt sted hver måned")
    assert place_answers(entry, words_alone, questions) == ()
    assert asked[0] not in {q.id for q, _ in answers(entry, questions)}
    (alone,) = found(offer("a", places=(hall,)))
    assert place_answers(alone, hall, questions) == ()
