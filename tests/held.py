"""The days on which a team that a test writes is held."""

from __future__ import annotations

import datetime as dt

from holdkatalog.model import Offer
from holdkatalog.schedule import Meeting, calendar_of, meetings
from small import read, vocabulary

CALENDAR = calendar_of(vocabulary().holidays)


def between(offer: Offer, first: str, last: str) -> list[Meeting]:
    """The offer's meetings between two days, as they are written in ISO."""
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return list(meetings(offer, *days, CALENDAR))


def days(first: str, last: str, **raw: object) -> list[str]:
    """The days between two others, month and day; a question mark behind those that aren't sure."""
    found = between(read(**raw), first, last)
    return [f"{one.day:%m-%d}{'' if one.sure else '?'}" for one in found]
