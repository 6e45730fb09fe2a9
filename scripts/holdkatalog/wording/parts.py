"""Everything but time in Danish words: places, prices, the way in, limits, state and people. Plain text, never HTML."""

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

_FIXED_PLACES = {"online": "Online", "telefon": "I telefonen", "hjemme": "Hjemme hos dig"}
_EFFORTS = {
    "ingen": "Ikke anstrengende",
    "let": "Let: du kan tale imens",
    "middel": "Middel: du bliver lidt forpustet",
    "hård": "Hårdt: det er svært at tale imens",
    "eget tempo": "I dit eget tempo",
}
_LEADERS = {
    "frivillige": "Frivillige",
    "fagperson": "Fagperson",
    "deltagerne": "Deltagerne selv",
}
_LIMITS = {
    "kvinder": "Kun for kvinder",
    "mænd": "Kun for mænd",
    "pårørende": "Kun for pårørende",
    "par": "I skal være to, der kommer sammen",
    "under behandling": "Kun for dig, der er under behandling",
    "efter behandling": "Kun for dig, der er færdig med behandling",
    "let": "Kun hvis din sygdom er let",
    "moderat": "Kun hvis din sygdom er middelsvær",
    "svær": "Kun hvis din sygdom er svær",
    "let til moderat": "Kun hvis din sygdom er let til middelsvær",
    "moderat til svær": "Kun hvis din sygdom er middelsvær til svær",
    "bopæl": "Kun for dig, der bor i kommunen",
}
_STEPS = {
    "mød op": "Mød bare op",
    "ring først": "Ring først",
    "skriv først": "Skriv først",
    "tilmeld dig": "Tilmeld dig",
    "samtale først": "Først en samtale",
    "henvisning": "Få en henvisning",
    "bliv medlem": "Bliv medlem",
    "godkendelse": "Du skal godkendes",
    "test først": "Først en test",
    "undersøgelse først": "Først en undersøgelse",
    "helbredsundersøgelse først": "Først en helbredsundersøgelse",
    "lungefunktionsundersøgelse først": "Først en lungefunktionsundersøgelse",
    "konditest først": "Først en konditest",
}
_STATES = {
    "åben": "Plads til nye",
    "fuld": "Alt er optaget",
    "venteliste": "Venteliste",
    "starter når vi er nok": "Starter, når vi er nok",
    "ikke startet": "Ikke startet endnu",
    "pause": "Holder pause",
    "lukket": "Lukket",
}
_KM = 1000


def phone(number: str) -> str:
    """An E.164 number as one reads it aloud: `12 34 56 78`, `+46 701234567`."""
    if number.startswith("+45"):
        digits = number.removeprefix("+45")
        return " ".join(digits[i : i + 2] for i in range(0, len(digits), 2))
    return number


def any_of(names: Iterable[str]) -> str:
    """Names of which one is enough: `KOL, astma eller hjertesvigt`."""
    return listed(names, "eller")


def one_by_one(name: str) -> list[str]:
    """What a name holds, so that no list has a list inside it: `kræft eller senfølger` is two."""
    return re.split(r", | eller ", name)


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
    parts = (_FIXED_PLACES.get(found.id, ""), found.name, found.street, town(found))
    return ", ".join(part for part in parts if part) or found.note


def place_note(found: Place) -> str:
    """The volunteer's own words about the place, when they are not all that is said of it."""
    said = found.name or found.street or found.postcode or found.id in _FIXED_PLACES
    return capital(found.note) if said else ""


def kroner(amount: int) -> str:
    """An amount in øre in words: `1.200 kr.` or `12,50 kr.`."""
    whole = f"{amount // 100:,}".replace(",", ".")
    return f"{whole},{amount % 100:02} kr." if amount % 100 else f"{whole} kr."


def price(found: Price) -> str:
    """One line of a price: `200 kr. pr. halvår for pensionister, kaffe er med`."""
    if found.amount is None:
        return found.note
    if found.amount == 0 and not found.most:
        amount = "gratis"
    elif found.most:
        amount = f"{kroner(found.amount).removesuffix(' kr.')}-{kroner(found.most)}"
    else:
        amount = kroner(found.amount)
    head = f"{'plus ' if found.on_top else ''}{'cirka ' if found.about else ''}{amount}"
    head += "".join(f" pr. {unit}" for unit in found.per) + (
        f" for {found.who}" if found.who else ""
    )
    return noted(capital(head), found.note)


def step(found: Step) -> str:
    """One step of the way in: `Tilmeld dig hos Sundhedscentret senest 1. maj 2027`."""
    if not found.kind:
        return found.note
    head = _STEPS[found.kind] + (f" {found.through}" if found.through else "")
    return noted(head + _until(found.deadline), found.note)


def _until(deadline: dt.date | str | None) -> str:
    """` senest 1. maj 2027`; in words it may be `inden`."""
    if deadline is None:
        return ""
    by = deadline if isinstance(deadline, str) else long_date(deadline)
    return f" {by}" if by.startswith("inden ") else f" senest {by}"


def limit(found: Limit) -> str:
    """Who may come: `Fra 60 år`, `Kun for kvinder`."""
    if not found.kind:
        return found.note
    return noted(_age(found) if found.kind == "alder" else _LIMITS[found.kind], found.note)


def _age(found: Limit) -> str:
    if found.above:
        return f"Over {found.low} år"
    if found.low is None:
        return f"Til og med {found.high} år"
    return f"Fra {found.low} år" if found.high is None else f"Fra {found.low} til {found.high} år"


def seats(found: Seats) -> str:
    """How many: `Plads til 12`, `Cirka 6-9`, `Højst 30`."""
    unit = " par" if found.pairs else ""
    if found.low is None and found.high is None:
        return found.note
    if found.low is None:
        head = f"Plads til højst {found.high}{unit}"
    elif found.high is None:
        head = f"Vi skal være mindst {found.low}{unit}"
    else:
        size = str(found.low) if found.low == found.high else f"{found.low}-{found.high}"
        head = f"Plads til {'cirka ' if found.about else ''}{size}{unit}"
    return noted(head, found.note)


def effort(found: Effort) -> str:
    """How hard: `Let: du kan tale imens`."""
    head, colon, tail = _EFFORTS.get(found.level, "").partition(":")
    if colon and found.note and not found.note[0].isupper():
        return f"{head}, {found.note}:{tail}"
    return noted(head + colon + tail, found.note)


def _distance(metres: int) -> str:
    return f"{metres / _KM:g}".replace(".", ",") + " km" if metres >= _KM else f"{metres} m"


def walk(found: Walk) -> str:
    """How far: `Cirka 3 km`, `2 km til 5 km`."""
    if found.low is None or found.high is None:
        return found.note
    size = _distance(found.high)
    if found.high != found.low:
        unit = size.rpartition(" ")[2]
        low = _distance(found.low)
        size = f"{low.removesuffix(f' {unit}')} til {size}"
    return noted(f"Cirka {size}" if found.about else size, found.note)


def leader(found: Leader) -> str:
    """Who leads: `Frivillige`, `En fagperson, fysioterapeut`."""
    if found.kind == "fagperson" and found.note:
        return f"{_LEADERS[found.kind]}: {found.note}"
    return noted(_LEADERS.get(found.kind, ""), found.note)


def state(found: State) -> str:
    """Room, pause or closure: `Holder pause til 8. januar 2027, hallen males`."""
    if not found.kind:
        return found.note
    if found.kind == "ikke startet" and found.first:
        return noted(f"Starter {long_date(found.first)}", found.note)
    ends = (f" fra {long_date(found.first)}" if found.first else "") + (
        f" til {long_date(found.last)}" if found.last else ""
    )
    return noted(_STATES[found.kind] + ends, found.note)


def attestation(found: Attestation) -> str:
    """Who saw to it, and when: `15. oktober 2026 af formanden`."""
    return long_date(found.date) + (f" af {found.by}" if found.by else "")
