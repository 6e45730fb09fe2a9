"""From a file's texts to the model. What can't be read raises Unreadable.

A value is read in this order: a fixed phrase (small or capital letters), else a sentence if it
begins with a capital letter, else it is a Problem with a remedy: nothing that looks like a fact
ever becomes mere words in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from holdkatalog.grammar import facts as g
from holdkatalog.reading.club import club, contacts
from holdkatalog.reading.facts import (
    answer,
    effort,
    limit,
    notice,
    plain,
    price,
    seats,
    status,
    walk,
    way,
)
from holdkatalog.reading.numbers import clock, date
from holdkatalog.reading.people import attestation, contact, leader, phone, term
from holdkatalog.reading.places import address, place, places
from holdkatalog.reading.sessions import day, session
from holdkatalog.reading.spans import breaks, period, times, unknown
from holdkatalog.reading.templates import inherited

__all__ = ["LEAVES", "club", "contacts", "inherited", "places"]


def _known(read: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: None if unknown(text) is not None else read(text)


LEAVES: Mapping[str, Callable[[str], object]] = {
    "session": session,
    "day": _known(day),
    "clock": _known(clock),
    "date": date,
    "period": period,
    "breaks": breaks,
    "times": times,
    "price": price,
    "way": way,
    "status": status,
    "notice": _known(notice),
    "attestation": attestation,
    "answer": answer,
    "effort": effort,
    "limit": limit,
    "seats": seats,
    "walk": walk,
    "leader": leader,
    "contact": _known(contact),
    "phone": _known(phone),
    "mail": _known(partial(plain, g.MAIL_PHRASE)),
    "link": _known(partial(plain, g.LINK_PHRASE)),
    "place": lambda text: place(text, {}),
    "address": _known(address),
    "vocabulary": term,
    "term": partial(plain, g.TERM_PHRASE),
    "partner": partial(plain, g.PARTNER),
    "reference": _known(partial(plain, g.REFERENCE)),
    "id": partial(plain, g.ID_PHRASE),
    "text": str,
}
"""How each kind of leaf is read, by the schema's `x-leaf`."""
