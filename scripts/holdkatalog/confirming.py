"""`Passer det stadig?`: a human has seen it through, so one line of the club's file gets a new date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from holdkatalog.danish import long_date
from holdkatalog.errors import Unreadable
from holdkatalog.fields import TABLES
from holdkatalog.model import Attestation
from holdkatalog.reading.people import attestation
from holdkatalog.yamlfile import Document, KeyPath, Mapping_, Plain, change
from holdkatalog.yamlfile.editing import addition
from holdkatalog.yamlfile.offsets import applied

_KEY: Final = "bekræftet"


def confirmed(document: Document, offer: str | None, day: dt.date, by: str = "") -> str:
    """The source with the day, and who saw it through, on the offer or on the whole club.

    Without `by` the role that stands nearest stays. A line that isn't there yet comes where the
    table of keys has it. Raises ValueError for a document with Problems, KeyError when there is no
    such offer.
    """
    path: KeyPath = ("hold", offer) if offer else ()
    node = document.node(path)
    if not isinstance(node, Mapping_):
        raise KeyError(path)
    role = by or standing_role(document, offer)
    text = f"{long_date(day)} af {role}" if role else long_date(day)
    if document.node((*path, _KEY)) is not None:
        return change(document, (*path, _KEY), text)
    order = [key.name for key in TABLES[1 if offer else 0].keys]
    before = order[: order.index(_KEY)]
    above = [each for each in node.entries if each.key.text in before]
    last = max(above, key=lambda each: before.index(each.key.text), default=node.entries[-1])
    return applied(document, [addition(document, path, {_KEY: text}, after=last.value)])


def standing(document: Document, offer: str | None = None) -> Attestation | None:
    """What the club or the offer itself says of when it was last seen through."""
    return _read(_fields(document, offer).get(_KEY))


def standing_role(document: Document, offer: str | None) -> str:
    """Who last saw it through: the nearest line that says so; "" when none does."""
    own = standing(document, offer) if offer else None
    found = own or standing(document)
    return found.by if found else ""


def own_dates(document: Document) -> dict[str, Attestation]:
    """The offers with a date of their own, which a date of the club doesn't reach."""
    found = {key: standing(document, key) for key in offers(document)}
    return {key: said for key, said in found.items() if said}


def offers(document: Document) -> tuple[str, ...]:
    """The keys of the file's offers."""
    held = _fields(document, None).get("hold")
    return tuple(held) if isinstance(held, dict) else ()


def _fields(document: Document, offer: str | None) -> Mapping[str, Plain]:
    values = document.values
    if offer and isinstance(values, dict):
        held = values.get("hold")
        values = held.get(offer) if isinstance(held, dict) else None
    return values if isinstance(values, dict) else {}


def _read(text: Plain) -> Attestation | None:
    try:
        return attestation(text) if isinstance(text, str) else None
    except Unreadable:
        return None
