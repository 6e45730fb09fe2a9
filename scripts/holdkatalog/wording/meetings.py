"""One meeting in Danish words: its day, its hours and where it is held."""

from __future__ import annotations

from dataclasses import replace

from holdkatalog.danish import DAYS, long_date
from holdkatalog.model import Place
from holdkatalog.schedule import Meeting
from holdkatalog.wording.parts import any_of, place
from holdkatalog.wording.when import clock
from holdkatalog.wording.words import known


def meeting_day(found: Meeting) -> str:
    """The day: `tirsdag 1. december 2026`."""
    return f"{DAYS[found.day.weekday()]} {long_date(found.day)}"


def meeting_clock(found: Meeting) -> str:
    """From when to when: `kl. 10.00-11.30`, `om formiddagen`; "" when nobody has said."""
    return clock(found.clock) if found.clock else ""


def meeting_start(found: Meeting) -> str:
    """When it begins: `kl. 10.00`, `om formiddagen`; "" when nobody has said."""
    if found.clock is None or found.clock.start is None:
        return meeting_clock(found)
    return clock(replace(found.clock, end=None, minutes=None))


def meeting_place(found: Meeting) -> str:
    """Where, in few words: `Vig Hallen, Vig`; "" when nobody has said."""
    return any_of(dict.fromkeys(place_name(one) for one in found.places))


def meeting_spot(found: Meeting) -> str:
    """The house alone, as one says it within a sentence: `Vig Hallen`, `i telefonen`; "" when nobody has said."""
    return any_of(dict.fromkeys(_spot(one) for one in found.places))


def _spot(found: Place) -> str:
    fixed = known("places", found.id)
    return fixed[:1].lower() + fixed[1:] if fixed else found.name or place_name(found)


def place_name(found: Place) -> str:
    """`Sognegården, Asnæs`: what one says of a place, without street and postcode."""
    name = found.name or found.street
    if found.town and name:
        return name if found.town in name else f"{name}, {found.town}"
    return found.town or place(found)
