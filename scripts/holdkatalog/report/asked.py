"""The facts of an offer that somebody is asked to confirm: those that stand on its page, and no others."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from holdkatalog import wording
from holdkatalog.danish import capital
from holdkatalog.facets.coming import coming, over, places_ahead
from holdkatalog.facets.days import states_after, states_of
from holdkatalog.facets.entries import Entry
from holdkatalog.model import Contact, OnDate, Place, Session
from holdkatalog.wording.words import say

ADDRESS: Final = "bekraeft/"
"""The folder of the pages where somebody answers."""
_LINK: Final = re.compile(r"https?://|[^\s@]+@")


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact by its key, as the page says it; no line says that nobody has written it.

    `over`: it is about times, and all of them have been.
    """

    key: str
    lines: tuple[str, ...]
    over: bool = False


def page_of(entry: Entry) -> str:
    """The address of the page where the offer's facts are confirmed, from the site's top."""
    return f"{ADDRESS}{entry.id}/"


def asked(entry: Entry, today: dt.date) -> tuple[Asked, ...]:
    """What is asked of the offer, in the order in which its page says it."""
    offer = entry.offer
    lines, places = coming(offer, today), places_ahead(offer, today)
    seasons = {_season(line) for line in lines if not isinstance(line.when, OnDate)}
    shared = seasons if len(seasons) == 1 else set[str]()
    times = [wording.times(offer.times)] if offer.times else []
    states = (*states_of(offer, places, today), *states_after(offer.states, today))
    return (
        Asked("time", _each(_time(line, season=not shared) for line in lines), over(offer, today)),
        Asked("season", _each((*shared, *times))),
        Asked("place", _each(map(_place, offer.places or places))),
        Asked("price", _each(map(wording.price, offer.prices))),
        Asked("way_in", _each(map(wording.step, offer.steps))),
        Asked("contact", _each(map(_contact, offer.contacts))),
        Asked("status", _each(map(wording.state, states))),
    )


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once; a web address or a mail that comes first stays as it is written."""
    plain = (" ".join(text.split()) for text in texts if text)
    return tuple(dict.fromkeys(t if _LINK.match(t) else capital(t) for t in plain))


def _time(line: Session, *, season: bool) -> str:
    """The line with its own place and pick-up; with its season where the lines have different ones."""
    said = wording.noted(wording.rule(line), line.note)
    where = " / ".join(map(wording.place, line.places))
    pickup = say("calendar", "pickup", pickup=line.pickup) if line.pickup else ""
    parts = (said, where, pickup, _season(line) if season else "")
    return ". ".join((*(capital(part) for part in parts if part), *line.links))


def _season(line: Session) -> str:
    """When on the year and when not, and how many times; "" for a listed day."""
    if isinstance(line.when, OnDate):
        return ""
    return wording.session(Session(periods=line.periods, times=line.times, breaks=line.breaks))


def _place(place: Place) -> str:
    return wording.noted(wording.place(place), wording.place_note(place))


def _contact(found: Contact) -> str:
    """Who it is and how to reach them; the hours may be a sentence of the club's own."""
    parts = (found.role, wording.phone(found.phone), found.mail, *found.links)
    reached = ", ".join(part for part in parts if part)
    return ". ".join(part for part in (reached, found.hours) if part)
