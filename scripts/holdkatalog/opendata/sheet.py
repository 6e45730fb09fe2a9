"""The offers as a sheet that a Danish spreadsheet opens as it is: semicolons, CRLF and a mark of UTF-8.

Spreadsheets run a cell that looks like a formula, whoever wrote it: an apostrophe makes it a text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any, Final

from holdkatalog import wording
from holdkatalog.danish import sort_key
from holdkatalog.facets.entries import places_of
from holdkatalog.opendata.records import Names, OpenData, OpenOffer

COLUMNS: Final = (
    *("id", "name", "club", "activities", "made_for", "suits", "areas", "times", "place", "town"),
    *("price", "way_in", "phone", "mail", "status", "confirmed", "edited", "address"),
)
_MARK: Final = "\ufeff"
_BETWEEN: Final = " | "
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def sheet(data: OpenData, words: Mapping[str, Any], *, public: str) -> str:
    """The whole file; `words` has the headings (`csv`) and the wide areas' names (`wide`)."""
    clubs = {club.id: club.name for club in data.clubs}
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(safe(words["csv"][column]) for column in COLUMNS)
    for offer in data.offers:
        row = {
            **_what(offer, data.names, words["wide"]),
            **_how(offer),
            "club": clubs[offer.club],
            "address": f"{public}{offer.address}",
        }
        writer.writerow(safe(row[column]) for column in COLUMNS)
    return _MARK + out.getvalue()


def safe(cell: str) -> str:
    """The cell as a text and never as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _what(offer: OpenOffer, names: Names, wide: Mapping[str, str]) -> dict[str, str]:
    people = {**names.conditions, **names.audiences}
    areas = sorted((names.areas[area] for area in offer.areas), key=sort_key)
    served = (wide[one.area] for one in offer.served if one.area in wide)
    return {
        "id": offer.id,
        "name": offer.name,
        "activities": _joined(names.activities[one] for one in offer.activities),
        "made_for": _joined(people[fit.condition] for fit in offer.fits if fit.made_for),
        "suits": _joined(people[fit.condition] for fit in offer.fits if not fit.made_for),
        "areas": _joined((*areas, *served)),
    }


def _how(offer: OpenOffer) -> dict[str, str]:
    places = places_of(offer)
    # What is for professionals would only lead a citizen astray.
    contacts = [one for one in offer.contacts if one.purpose != "fagfolk"]
    return {
        "times": _joined(line.words for line in offer.sessions),
        "place": _joined(map(wording.place, places)),
        "town": _joined(place.town for place in places),
        "price": _joined(map(wording.price, offer.prices)),
        "way_in": _joined(map(wording.step, offer.steps)),
        "phone": _joined(wording.phone(one.phone) for one in contacts),
        "mail": _joined(one.mail for one in contacts),
        "status": _joined(map(wording.state, offer.states_today)),
        "confirmed": offer.confirmed.date.isoformat() if offer.confirmed else "",
        "edited": offer.edited.isoformat() if offer.edited else "",
    }


def _joined(texts: Iterable[str]) -> str:
    return _BETWEEN.join(dict.fromkeys(text for text in texts if text))
