"""How fresh an offer's facts are: a ladder of days, climbed from the day that a person confirmed them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum

from holdkatalog.model import Offer
from holdkatalog.vocabulary import Freshness


class Step(IntEnum):
    """Where the facts are: FRESH, SOON to be asked about, OLD (marked and lower), OUT of the lists."""

    FRESH = 0
    SOON = 1
    OLD = 2
    OUT = 3


@dataclass(frozen=True, slots=True)
class Ladder:
    """The first day of each step; all None for facts that nobody has confirmed, which are old."""

    soon: dt.date | None
    old: dt.date | None
    out: dt.date | None

    def on(self, day: dt.date) -> Step:
        """The step that holds that day."""
        if self.soon is None or self.old is None or self.out is None:
            return Step.OLD
        return Step(sum(day >= first for first in (self.soon, self.old, self.out)))


UNCONFIRMED = Ladder(None, None, None)
"""The ladder of facts that nobody has confirmed."""


def ladder(offer: Offer, given: Freshness) -> Ladder:
    """The offer's ladder."""
    if offer.confirmed is None:
        return UNCONFIRMED
    soon, old, out = (
        offer.confirmed.date + dt.timedelta(days=days)
        for days in (given.soon, given.old, given.out)
    )
    return Ladder(soon, old, out)
