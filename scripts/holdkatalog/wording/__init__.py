"""The model in Danish words: plain text, one function for each part, used by pages, checks and open data alike."""

from __future__ import annotations

from holdkatalog.wording.calendars import calendar_note
from holdkatalog.wording.parts import (
    any_of,
    attestation,
    effort,
    kroner,
    leader,
    limit,
    noted,
    one_by_one,
    phone,
    place,
    place_note,
    price,
    seats,
    state,
    step,
    town,
    walk,
)
from holdkatalog.wording.when import clock, off, period, rule, session, span, times, when

__all__ = [
    "any_of",
    "attestation",
    "calendar_note",
    "clock",
    "effort",
    "kroner",
    "leader",
    "limit",
    "noted",
    "off",
    "one_by_one",
    "period",
    "phone",
    "place",
    "place_note",
    "price",
    "rule",
    "seats",
    "session",
    "span",
    "state",
    "step",
    "times",
    "town",
    "walk",
    "when",
]
