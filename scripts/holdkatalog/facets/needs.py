"""What an offer answers to a guest's need, in three answers: unknown is never no."""

from __future__ import annotations

from holdkatalog.facets.entries import ELSEWHERE, facts_of, places_of
from holdkatalog.model import Answer, Offer

COMPANY = ("tag-en-med", "brobygger")
"""Both let a guest have somebody with her: one need, since she cares little who it is."""


def answer_to(offer: Offer, question: str) -> Answer:
    """The nearest answer; several places give one only when they all say the same."""
    if fact := facts_of(offer).get(question):
        return fact.answer
    places = [place for place in places_of(offer) if place.id not in ELSEWHERE]
    told = {p.facts[question].answer if question in p.facts else Answer.UNKNOWN for p in places}
    return told.pop() if len(told) == 1 else Answer.UNKNOWN


def answer_to_need(offer: Offer, question: str) -> Answer:
    """The answer to the need behind a question; to have somebody with her, one yes of two is enough."""
    if question not in COMPANY:
        return answer_to(offer, question)
    told = {answer_to(offer, one) for one in COMPANY}
    if Answer.YES in told:
        return Answer.YES
    return Answer.NO if told == {Answer.NO} else Answer.UNKNOWN
