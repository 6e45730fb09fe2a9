"""The model in Danish words: plain text, one function for each part, used by pages, checks and open data alike."""

from __future__ import annotations

from holdkatalog.wording.calendars import calendar_note
from holdkatalog.wording.meetings import (
    meeting_clock,
    meeting_day,
    meeting_place,
    meeting_spot,
    meeting_start,
    place_name,
)
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
    "meeting_clock",
    "meeting_day",
    "meeting_place",
    "meeting_spot",
    "meeting_start",
    "noted",
    "off",
    "one_by_one",
    "period",
    "phone",
    "place",
    "place_name",
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
