"""Which calendar files there are, and what stands in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from holdkatalog.catalogue import Catalogue
from holdkatalog.facets.entries import Entry
from holdkatalog.ics.events import ZONE, Source, events
from holdkatalog.ics.lines import escaped, joined
from holdkatalog.ics.reach import within
from holdkatalog.model import Contact
from holdkatalog.schedule import calendar_of
from holdkatalog.vocabulary import Vocabulary

FILE: Final = "kalender.ics"
"""The name of an offer's file, below the offer's address."""
_SHORT: Final = 4
"""So few letters begin many another word (`MS`, `KOL`): these are only found as whole words."""


def files(
    entries: Iterable[Entry], catalogue: Catalogue, *, public: str
) -> Iterator[tuple[str, str]]:
    """Each file's path from the site's top, and its text; `public` as in `text`."""
    for entry in entries:
        if written := text(entry, catalogue, public=public):
            yield f"{entry.address}{FILE}", written


def text(entry: Entry, catalogue: Catalogue, *, public: str) -> str:
    """The offer's calendar; "" when it has no day that anybody answers for.

    `public` is the site's address with its last slash, "" when unknown.
    """
    meetings = within(entry, calendar_of(catalogue.vocabulary.holidays))
    if not meetings or entry.offer.confirmed is None:
        return ""
    source = Source(
        offer=entry.offer,
        confirmed=entry.offer.confirmed,
        owner=f"{catalogue.municipality.id}.holdkatalog",
        phone=_phone((*entry.offer.contacts, catalogue.municipality.bridge)),
        page=f"{public}{entry.address}" if public else "",
        illness=_illness(catalogue.vocabulary),
    )
    head = joined(
        (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Holdkatalog//Holdkatalog//DA",
            "CALSCALE:GREGORIAN",
            # Outlook opens a file of many events as a calendar of its own, and calls it so.
            f"X-WR-CALNAME:{escaped(entry.offer.name)}",
        )
    )
    return f"{head}{ZONE}{events(meetings, source)}{joined(('END:VCALENDAR',))}"


def _phone(contacts: Iterable[Contact]) -> str:
    """The first number that is for everybody."""
    return next((one.phone for one in contacts if one.phone and one.purpose != "fagfolk"), "")


def _illness(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Finds every word for an illness, what people call it and are found by too."""
    return _any_of(
        tuple(
            word
            for one in vocabulary.conditions.values()
            for word in (one.name, one.in_words, *one.synonyms, *one.search_words)
        )
    )


@lru_cache(maxsize=4)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    found = (re.escape(word) + (r"\b" if len(word) <= _SHORT else "") for word in set(words))
    return re.compile(rf"\b(?:{'|'.join(sorted(found)) or '(?!)'})", re.IGNORECASE)
