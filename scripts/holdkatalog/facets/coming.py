"""What of an offer's times and places is still to come: days that have been are over, and so are past seasons."""

from __future__ import annotations

import datetime as dt

from holdkatalog import wording
from holdkatalog.model import Dates, InWords, Offer, OnDate, Place, Session, Span
from holdkatalog.schedule import calendar_of, called_off
from holdkatalog.vocabulary import Vocabulary

_FAR = 800
"""So many days ahead a period is looked for."""


def coming(offer: Offer, today: dt.date) -> tuple[Session, ...]:
    """The lines to show: the rules as they stand, then the listed days from today on that are held, by date."""
    rules = [line for line in offer.sessions if not isinstance(line.when, OnDate)]
    dated = [(line.when.date, line) for line in offer.sessions if isinstance(line.when, OnDate)]
    dated.sort(key=lambda pair: pair[0])
    return (*rules, *(line for day, line in dated if day >= today and not called_off(line, offer)))


def told(offer: Offer, today: dt.date, *, listed: bool = True) -> tuple[Session, ...]:
    """The lines to tell a guest; without the listed days where those stand among the dates."""
    return tuple(
        line for line in coming(offer, today) if listed or not isinstance(line.when, OnDate)
    )


def past(span: Span, today: dt.date) -> bool:
    """Whether the span ended before today, for good."""
    return isinstance(span, Dates) and span.last is not None and span.last < today


def ended(line: Session, today: dt.date) -> bool:
    """Whether the line holds no more: its listed day or all of its periods have been."""
    if isinstance(line.when, OnDate):
        return line.when.date < today
    return bool(line.periods) and all(past(span, today) for span in line.periods or ())


def over(offer: Offer, today: dt.date) -> bool:
    """Whether nothing is left of all the offer's times."""
    return bool(offer.sessions) and all(ended(line, today) for line in offer.sessions)


def places_ahead(offer: Offer, today: dt.date) -> tuple[Place, ...]:
    """Every place it still meets at, its own first, each once; when all is over, those it met at."""
    kept = [line for line in offer.sessions if over(offer, today) or not ended(line, today)]
    found = [*offer.places, *(place for line in kept for place in line.places)]
    return tuple(place for i, place in enumerate(found) if place not in found[:i])


def where(offer: Offer, today: dt.date) -> tuple[str, ...]:
    """The places in few words, each once; only the offer's own when it has any."""
    own = offer.places or places_ahead(offer, today)
    return tuple(dict.fromkeys(wording.place_name(place) for place in own))


def next_day(line: Session, today: dt.date, vocabulary: Vocabulary) -> dt.date:
    """The day from which the line holds: today while it does, else its listed day or its next period's first.

    What only a person can tell holds today.
    """
    if isinstance(line.when, OnDate):
        return line.when.date
    spans = line.periods
    if not spans or any(isinstance(span, InWords) for span in spans):
        return today
    calendar = calendar_of(vocabulary.holidays)
    ahead = (today + dt.timedelta(days=number) for number in range(_FAR))
    return next((d for d in ahead if any(calendar.covers(s, d) for s in spans)), dt.date.max)
