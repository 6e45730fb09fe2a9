"""Where: a reference, an address line, a sentence or fields become a place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from holdkatalog.danish import slug
from holdkatalog.errors import Unreadable
from holdkatalog.grammar.facts import ADDRESS, PLACE
from holdkatalog.model import Fact, Notice, Place, State
from holdkatalog.reading.facts import answer, notice, of, status
from holdkatalog.reading.spans import unknown

Values = Mapping[str, Any]

_COUNTRIES = {
    "S": "Sverige",
    "SE": "Sverige",
    "D": "Tyskland",
    "DE": "Tyskland",
    "N": "Norge",
    "NO": "Norge",
    "DK": "",
}
_HERE = {"danmark", "denmark"}
_FIXED = {"hjemme hos dig": "hjemme", "i telefonen": "telefon"}
_FLOOR = (
    r"(?:\d{1,2}\. ?(?:sal|etage)|stuen|st\.?|kld\.?|kl\.|kælderen?)(?: ?(?:t\.?[hv]\.?|mf\.?))?"
)
_HOUSE = re.compile(
    rf".*[^\d\s] ?\d{{1,4}} ?[A-Za-z]?(?:-\d{{1,4}}[A-Za-z]?)?(?: {_FLOOR})?$", re.IGNORECASE
)
_ONLY_FLOOR = re.compile(_FLOOR, re.IGNORECASE)
# An address may have lost the comma before its postcode, and have own words behind its town.
_LOOSE = re.compile(r"(?P<before>.*\S),? (?P<end>\d{4} [A-ZÆØÅ][^,]*)(?:, (?P<note>.+))?")
_STREET = re.compile(
    r".*(?:vej|gade|stræde|allé|alle|boulevard|vænget|stien|plads|torvet|torv)$", re.IGNORECASE
)
_ROOM = re.compile(
    r"(?:sal|hal|lokale|bane|rum|port|indgang|mødelokale|klasse|opgang|blok)\b", re.IGNORECASE
)


def many(value: object) -> tuple[Any, ...]:
    """Nothing, one value or a list, as a tuple."""
    return () if value is None else tuple(value) if isinstance(value, list) else (value,)


def heard(value: Any) -> Any:  # noqa: ANN401 - any part of a file
    """The values without what is said to be unknown; answers keep it, since there it is one."""
    if isinstance(value, dict):
        kept = {
            key: inner if key == "godt_at_vide" else heard(inner) for key, inner in value.items()
        }
        return {key: inner for key, inner in kept.items() if inner is not None}
    if isinstance(value, list):
        return [inner for inner in map(heard, value) if inner is not None] or None
    return None if isinstance(value, str) and unknown(value) == "" else value


def facts(value: Values | None) -> dict[str, Fact]:
    """Answers by the question's id."""
    return {slug(key): answer(text) for key, text in (value or {}).items()}


def states(value: object) -> tuple[State, ...]:
    """All the states of a `status`."""
    return tuple(state for text in many(value) for state in status(text))


def notices(value: object) -> tuple[Notice, ...]:
    """All the notices of an `opslag`."""
    return tuple(found for text in many(value) for found in notice(text))


def address(text: str) -> Place:
    """Name, street, postcode, town and country of an address line."""
    found = of(ADDRESS, text)
    parts = [part.strip() for part in (found["before"] or "").split(",") if part.strip()]
    floors = [part for part in parts if _ONLY_FLOOR.fullmatch(part)]
    parts = [part for part in parts if part not in floors]
    at = next((i for i, part in enumerate(parts) if _is_street(part)), None)
    if at is None:
        at = 1 if parts else 0
    postcode = found["postcode"] or found["code"] or found["code2"]
    town = found["town"] or found["town2"] or found["town3"]
    land = found["land"] or ""
    country = found["country"] or found["country2"] or _COUNTRIES.get(land, land)
    country = "" if country.strip().lower() in _HERE else country
    return Place(
        name=", ".join(parts[:at]),
        street=", ".join([*parts[at:], *floors]),
        postcode=postcode,
        town=town.strip(),
        country=country.strip(),
    )


def _is_street(part: str) -> bool:
    if _ROOM.match(part):
        return False
    return bool(_HOUSE.fullmatch(part) or _STREET.fullmatch(part))


def reference(text: str) -> str:
    """The id of the place that the text refers to; "" when it describes one in words."""
    found = PLACE.match(text)
    if not found or (PLACE.is_sentence(text) and found[0] == "reference"):
        return ""
    head = found[1]["id"].lower()
    return _FIXED.get(head, head)


def is_address(text: str) -> bool:
    """Whether the text ends in a postcode and a town."""
    return ADDRESS.match(text) is not None


def place(value: str | Values, known: Mapping[str, Place], own_id: str = "") -> tuple[Place, ...]:
    """One value of `sted`; `known` holds the places one may refer to, by id."""
    if not isinstance(value, str):
        return (_described(value, known, own_id),)
    if (words := unknown(value)) is not None:
        return (Place(own_id, note=words),) if words else ()
    if head := reference(value):
        return (_referred(head, value.partition(", ")[2].strip(), known),)
    if is_address(value):
        return (replace(address(value), id=own_id),)
    if loose := _LOOSE.fullmatch(value):
        found = address(f"{loose['before'].rstrip(',')}, {loose['end']}")
        return (replace(found, id=own_id, note=(loose["note"] or "").strip()),)
    if PLACE.is_sentence(value):
        return (Place(own_id, note=value),)
    raise Unreadable("unreadable", value)


def _referred(head: str, note: str, known: Mapping[str, Place]) -> Place:
    found = known.get(head, Place(id=head))
    return replace(found, note=". ".join(text for text in (note, found.note) if text))


def _described(value: Values, known: Mapping[str, Place], own_id: str) -> Place:
    base = known.get(value.get("ligger_i", ""), Place())
    where = address(value["adresse"]) if "adresse" in value else base
    own = value.get("navn", "")
    return Place(
        id=own_id or base.id,
        name=", ".join(text for text in (own or where.name, base.name if own else "") if text),
        street=where.street,
        postcode=where.postcode,
        town=where.town,
        country=where.country,
        note=value.get("note", base.note),
        transport=value.get("transport", base.transport),
        links=many(value.get("link")) or base.links,
        facts={**base.facts, **facts(value.get("godt_at_vide"))},
        states=states(value.get("status")) or base.states,
        notices=notices(value.get("opslag")) + base.notices,
    )


def places(value: Values, shared: Mapping[str, Place]) -> dict[str, Place]:
    """The file's own places by id; a room may stand before its building. Rings are left out: a rule tells of them."""
    known, todo = dict(shared), dict(heard(dict(value)))
    while todo:
        ready = [
            key for key, raw in todo.items() if _inside(raw) not in todo or _inside(raw) == key
        ]
        if not ready:
            break
        for key in ready:
            for found in place(todo.pop(key), known, key):
                known[key] = found
    return {key: known[key] for key in value if key in known and key not in todo}


def _inside(raw: str | Values) -> str:
    return "" if isinstance(raw, str) else str(raw.get("ligger_i", ""))
