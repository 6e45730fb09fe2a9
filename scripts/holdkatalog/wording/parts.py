"""Everything but time in Danish words: places, prices, the way in, limits, state and people. Plain text, never HTML.

The words stand in the file of words; here is the grammar, how they are chosen and joined, and the format's own ids.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from holdkatalog.danish import capital, listed, long_date
from holdkatalog.model import (
    Attestation,
    Effort,
    Leader,
    Limit,
    Place,
    Price,
    Seats,
    State,
    Step,
    Walk,
)
from holdkatalog.wording.words import known, say

_KM = 1000


def phone(number: str) -> str:
    """An E.164 number as one reads it aloud: `12 34 56 78`, `+46 701234567`."""
    if number.startswith("+45"):
        digits = number.removeprefix("+45")
        return " ".join(digits[i : i + 2] for i in range(0, len(digits), 2))
    return number


def any_of(names: Iterable[str]) -> str:
    """Names of which one is enough: `KOL, astma eller hjertesvigt`."""
    return listed(names, say("common", "or"))


def one_by_one(name: str) -> list[str]:
    """What a name holds, so that no list has a list inside it: `kræft eller senfølger` is two."""
    last = re.escape(say("common", "or"))
    return re.split(f", | {last} ", name)


def noted(text: str, note: str) -> str:
    """The fixed words with the volunteer's own behind a comma; a sentence of its own begins anew."""
    if not (text and note):
        return text or note
    return f"{text}. {note}" if note[:1].isupper() else f"{text}, {note}"


def town(found: Place) -> str:
    """Postcode, town and country: `4560 Vig`."""
    return ", ".join(
        part for part in (f"{found.postcode} {found.town}".strip(), found.country) if part
    )


def place(found: Place) -> str:
    """Where, in one line, without the notes on how to find the door."""
    parts = (known("places", found.id), found.name, found.street, town(found))
    return ", ".join(part for part in parts if part) or found.note


def place_note(found: Place) -> str:
    """The volunteer's own words about the place, when they are not all that is said of it."""
    said = found.name or found.street or found.postcode or known("places", found.id)
    return capital(found.note) if said else ""


def kroner(amount: int) -> str:
    """An amount in øre in words: `1.200 kr.` or `12,50 kr.`."""
    return say("prices", "kroner", amount=_amount(amount))


def _amount(amount: int) -> str:
    whole = f"{amount // 100:,}".replace(",", ".")
    return f"{whole},{amount % 100:02}" if amount % 100 else whole


def price(found: Price) -> str:
    """One line of a price: `200 kr. pr. halvår for pensionister, kaffe er med`."""
    if found.amount is None:
        return found.note
    if found.amount == 0 and not found.most:
        head = say("prices", "free")
    elif found.most:
        head = f"{_amount(found.amount)}-{kroner(found.most)}"
    else:
        head = kroner(found.amount)
    if found.about:
        head = say("common", "about", what=head)
    if found.on_top:
        head = say("prices", "on_top", price=head)
    for unit in found.per:
        head = say("prices", "per", price=head, unit=unit)
    if found.who:
        head = say("prices", "who", price=head, who=found.who)
    return noted(capital(head), found.note)


def step(found: Step) -> str:
    """One step of the way in: `Tilmeld dig hos Sundhedscentret senest 1. maj 2027`."""
    if not found.kind:
        return found.note
    head = say("steps", found.kind) + (f" {found.through}" if found.through else "")
    return noted(_until(head, found.deadline), found.note)


def _until(head: str, deadline: dt.date | str | None) -> str:
    """The step with its deadline, `senest 1. maj 2027`; in words it may be `inden`."""
    if deadline is None:
        return head
    by = deadline if isinstance(deadline, str) else long_date(deadline)
    return f"{head} {by}" if by.startswith("inden ") else say("deadline", "by", step=head, day=by)


def limit(found: Limit) -> str:
    """Who may come: `Fra 60 år`, `Kun for kvinder`."""
    if not found.kind:
        return found.note
    head = _age(found) if found.kind == "alder" else say("limits", found.kind)
    return noted(head, found.note)


def _age(found: Limit) -> str:
    if found.above:
        return say("ages", "above", low=found.low)
    if found.low is None:
        return say("ages", "most", high=found.high)
    if found.high is None:
        return say("ages", "least", low=found.low)
    return say("ages", "between", low=found.low, high=found.high)


def seats(found: Seats) -> str:
    """How many: `Plads til 12`, `Cirka 6-9`, `Højst 30`."""
    if found.low is None and found.high is None:
        return found.note
    if found.low is None:
        head = say("seats", "most", size=_people(found.high, found))
    elif found.high is None:
        head = say("seats", "least", size=_people(found.low, found))
    else:
        size = str(found.low) if found.low == found.high else f"{found.low}-{found.high}"
        about = say("common", "about", what=size) if found.about else size
        head = say("seats", "room", size=_people(about, found))
    return noted(head, found.note)


def _people(size: object, found: Seats) -> str:
    return say("seats", "pairs", size=size) if found.pairs else f"{size}"


def effort(found: Effort) -> str:
    """How hard: `Let: du kan tale imens`."""
    head, colon, tail = known("efforts", found.level).partition(":")
    if colon and found.note and not found.note[0].isupper():
        return f"{head}, {found.note}:{tail}"
    return noted(head + colon + tail, found.note)


def _distance(metres: int) -> str:
    if metres < _KM:
        return say("walk", "metres", number=metres)
    return say("walk", "km", number=f"{metres / _KM:g}".replace(".", ","))


def walk(found: Walk) -> str:
    """How far: `Cirka 3 km`, `2 km til 5 km`."""
    if found.low is None or found.high is None:
        return found.note
    size = _distance(found.high)
    if found.high != found.low:
        unit = size.rpartition(" ")[2]
        low = _distance(found.low)
        size = say("common", "to", first=low.removesuffix(f" {unit}"), last=size)
    size = capital(say("common", "about", what=size)) if found.about else size
    return noted(size, found.note)


def leader(found: Leader) -> str:
    """Who leads: `Frivillige`, `En fagperson, fysioterapeut`."""
    if found.kind == "fagperson" and found.note:
        return f"{say('leaders', found.kind)}: {found.note}"
    return noted(known("leaders", found.kind), found.note)


def state(found: State) -> str:
    """Room, pause or closure: `Holder pause til og med 8. januar 2027, hallen males`."""
    if not found.kind:
        return found.note
    if found.kind == "ikke startet" and found.first:
        return noted(say("state", "starts", day=long_date(found.first)), found.note)
    head = say("states", found.kind)
    if found.first:
        head = say("state", "since", state=head, day=long_date(found.first))
    if found.last:
        head = say("state", "until", state=head, day=long_date(found.last))
    return noted(head, found.note)


def attestation(found: Attestation) -> str:
    """Who saw to it, and when: `15. oktober 2026 af formanden`."""
    day = long_date(found.date)
    return say("attestation", "by", day=day, by=found.by) if found.by else day
