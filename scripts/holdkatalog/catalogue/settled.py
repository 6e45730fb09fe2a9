"""What only the whole catalogue can settle: kinds, the ids that names stand for, and links between clubs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from holdkatalog.grammar.facts import PARTNER
from holdkatalog.model import Club, Fit, Offer, Served
from holdkatalog.validation.rules.words import find
from holdkatalog.vocabulary import Vocabulary


def settled(clubs: Iterable[Club], vocabulary: Vocabulary) -> tuple[Club, ...]:
    """The clubs with every word as its id, every offer's kind, and no link that leads nowhere."""
    given = tuple(clubs)
    offers = frozenset(offer.id for club in given for offer in club.offers)
    ids = frozenset(club.id for club in given)
    return tuple(
        replace(club, offers=tuple(_offer(offer, vocabulary, offers, ids) for offer in club.offers))
        for club in given
    )


def _offer(
    offer: Offer, vocabulary: Vocabulary, offers: frozenset[str], clubs: frozenset[str]
) -> Offer:
    activities = tuple(_id("activity", word, vocabulary) for word in offer.activities)
    return replace(
        offer,
        activities=activities,
        template=_id("template", offer.template, vocabulary),
        kind=offer.kind or vocabulary.activities[activities[0]].kind,
        fits=tuple(_fit(fit, vocabulary) for fit in offer.fits),
        served=tuple(Served(_id("area", s.area, vocabulary), s.note) for s in offer.served),
        languages=tuple(_id("language", word, vocabulary) for word in offer.languages),
        partners=tuple(p for p in offer.partners if PARTNER.is_sentence(p) or p in clubs),
        next=tuple(id_ for id_ in offer.next if id_ in offers),
    )


def _fit(fit: Fit, vocabulary: Vocabulary) -> Fit:
    return replace(fit, condition=_id("condition", fit.condition, vocabulary))


def _id(kind: str, word: str, vocabulary: Vocabulary) -> str:
    """The id that a checked word stands for."""
    return find(kind, word, vocabulary) or word
