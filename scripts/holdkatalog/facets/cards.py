"""What a card shows of an offer beside its name: its kind, and at most three short facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from holdkatalog import wording
from holdkatalog.danish import MONTHS, slug
from holdkatalog.facets.entries import facts_of, free
from holdkatalog.model import Answer, Offer
from holdkatalog.vocabulary import Group, Vocabulary

_MOST = 3
_LONGEST = 48
"""Characters of a price; a volunteer's own words can be longer, and stand on the offer's page."""
_YES = (("siddende", "stol"), ("tag-en-med", "stoette"))
"""Questions of which a yes is worth a place on the card, with their icons, the weightiest first."""


@dataclass(frozen=True, slots=True)
class CardFact:
    """A short fact: its icon, the key of its words in the strings, and what fills them."""

    icon: str
    key: str
    words: str = ""


def kind_of(offer: Offer, vocabulary: Vocabulary) -> Group | None:
    """The group of the offer's first activity."""
    found = (vocabulary.activities.get(id_) for id_ in offer.activities)
    groups = (vocabulary.activity_groups.get(one.group) for one in found if one)
    return next((group for group in groups if group), None)


def card_facts(offer: Offer) -> tuple[CardFact, ...]:
    """How hard it is, sitting, with somebody, and what it costs; an unknown price says so."""
    price = tuple(_price(offer))
    return (*tuple(_facts(offer))[: _MOST - len(price)], *price)


def month(day: dt.date) -> str:
    """The day's month and year: `marts 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _facts(offer: Offer) -> Iterator[CardFact]:
    levels = [effort.level for effort in offer.efforts if effort.level]
    if levels:
        yield CardFact("indsats", slug(levels[0]))
    facts = facts_of(offer)
    for question, icon in _YES:
        fact = facts.get(question)
        if fact and fact.answer is Answer.YES:
            yield CardFact(icon, question)


def _price(offer: Offer) -> Iterator[CardFact]:
    prices = sorted(offer.prices, key=lambda price: price.on_top)
    if free(prices):
        yield CardFact("pris", "free")
    elif not any(price.amount is not None or price.note for price in prices):
        yield CardFact("spoerg", "ask")
    else:
        first = prices[0]
        text = wording.price(first if first.amount is None else replace(first, note=""))
        if len(text) <= _LONGEST:
            small = text[:1].lower() + text[1:]
            yield CardFact("pris", "more" if prices[1:] else "price", small)
