"""A checked file's texts become a club.

Inheritance and references are settled here, so that nothing above knows of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from holdkatalog.danish import slug
from holdkatalog.model import (
    Attestation,
    Club,
    Contact,
    Fit,
    Offer,
    OnDate,
    Photo,
    Place,
    Price,
    Session,
    Span,
)
from holdkatalog.reading import facts as read
from holdkatalog.reading import people
from holdkatalog.reading.keys import OF_A_CLUB, OF_AN_OFFER
from holdkatalog.reading.numbers import clock, date
from holdkatalog.reading.places import Values, facts, heard, many, notices, place, places, states
from holdkatalog.reading.sessions import day, session, with_clocks
from holdkatalog.reading.spans import breaks, period, times, unknown
from holdkatalog.reading.templates import ANSWERS, Templates, inherited, yielding

_AROUND = ("periode", "fri")
_BESIDE = (*_AROUND, "opsamling")
_INHERITED = ("kontakt", "bekræftet", *_AROUND)


_NO_TEMPLATES: Templates = {}


def club(
    club_id: str, values: Values, shared: Mapping[str, Place], templates: Templates = _NO_TEMPLATES
) -> Club:
    """The club of a file that has no errors.

    `shared` holds the municipality's places by id, `templates` what each of them gives an offer.
    """
    name, offers = values["forening"], values["hold"]
    values = heard({key: value for key, value in values.items() if key != "hold"})
    own = places(values.get("steder", {}), shared)
    known = {**shared, **own}
    return Club(
        id=club_id,
        name=name,
        kind=values.get("slags", "").lower(),
        association=values.get("landsforening", ""),
        about=values.get("om", ""),
        links=many(values.get("link")),
        cvr=values.get("cvr", ""),
        contacts=contacts(values.get("kontakt")),
        places=own,
        offers=tuple(
            _offer(f"{club_id}/{key}", raw, values, known, templates) for key, raw in offers.items()
        ),
        notices=notices(values.get("opslag")),
        photo=_photo(values.get("foto")),
        confirmed=_attested(values.get("bekræftet")),
        owners=many(values.get("ansvarlig")),
        former_ids=many(values.get("tidligere_id")),
        translations=values.get("oversat", {}),
        more=_more(values, OF_A_CLUB),
    )


def contacts(value: object) -> tuple[Contact, ...]:
    """All the contacts of a `kontakt`, the most important first."""
    return tuple(_contact(v) for v in many(value))


def _contact(value: str | Values) -> Contact:
    if isinstance(value, str):
        return people.contact(value)
    base = people.contact(value["telefon"]) if "telefon" in value else Contact()
    return replace(
        base,
        mail=value.get("mail", ""),
        links=many(value.get("link")),
        role=value.get("rolle", ""),
        hours=value.get("træffes", base.hours),
        purpose=value.get("til", ""),
        note=value.get("note", base.note),
    )


def _attested(value: str | None) -> Attestation | None:
    return people.attestation(value) if value else None


def _photo(value: Values | None) -> Photo | None:
    return Photo(value["fil"], value["alt"], date(value["samtykke"])) if value else None


def _spans(value: object, reader: Any) -> tuple[Span, ...] | None:  # noqa: ANN401 - period or breaks
    """All the spans of a list; None when nothing is said, () when the only word is `hele året` or `ingen`."""
    found = [reader(text) for text in many(value)]
    told = [spans for spans in found if spans is not None]
    return tuple(span for spans in told for span in spans) if told else None


def _offer(
    offer_id: str, raw: Values, top: Values, known: Mapping[str, Place], templates: Templates
) -> Offer:
    near = {key: top[key] for key in _INHERITED if key in top and key not in raw}
    own, taken = heard(dict(raw)), heard(inherited(raw, templates))
    met, sessions = _places(own.get("sted"), known), _sessions({**near, **own}, known)
    taken = yielding(taken, (*met, *(place for each in sessions for place in each.places)))
    o = {**near, **taken, **own}
    club_id = offer_id.partition("/")[0]
    return Offer(
        id=offer_id,
        name=raw["navn"],
        template=slug(raw.get("skabelon", "")),
        inherited=tuple(taken),
        sessions=sessions,
        places=met,
        facts={**facts(taken.get(ANSWERS)), **facts(own.get(ANSWERS))},
        prices=_prices(o.get("pris")) + _prices(top.get("pris")),
        next=tuple(r if "/" in r else f"{club_id}/{r}" for r in many(o.get("bagefter"))),
        photo=_photo(raw.get("foto")),
        **_said(o),
    )


def _said(o: Values) -> dict[str, Any]:
    """What an offer says on lines that need nothing beside them."""
    return {
        "activities": tuple(slug(a) for a in many(o["aktivitet"])),
        "also_called": many(o.get("også_kaldt")),
        "kind": o.get("slags", ""),
        "fits": _fits(o),
        "about": o.get("om", ""),
        "first_time": o.get("første_gang", ""),
        "bring": o.get("medbring", ""),
        "times": times(o["gange"]) if "gange" in o else None,
        "served": tuple(s for text in many(o.get("område")) for s in people.served(text)),
        "steps": tuple(s for text in many(o.get("tilmelding")) for s in read.way(text)),
        "contacts": contacts(o.get("kontakt")),
        "limits": tuple(x for text in many(o.get("kun_for")) for x in read.limit(text)),
        "seats": read.seats(o["pladser"]) if "pladser" in o else None,
        "efforts": tuple(e for text in many(o.get("anstrengelse")) for e in read.effort(text)),
        "walks": tuple(w for text in many(o.get("turlængde")) for w in read.walk(text)),
        "leaders": tuple(x for text in many(o.get("ledes_af")) for x in people.leader(text)),
        "languages": tuple(slug(s) for s in many(o.get("sprog"))),
        "partners": many(o.get("sammen_med")),
        "states": states(o.get("status")),
        "notices": notices(o.get("opslag")),
        "links": many(o.get("link")),
        "confirmed": _attested(o.get("bekræftet")),
        "former_ids": many(o.get("tidligere_id")),
        "translations": o.get("oversat", {}),
        "more": _more(o, OF_AN_OFFER),
    }


def _more(values: Values, read_here: frozenset[str]) -> dict[str, tuple[str, ...]]:
    return {key: many(value) for key, value in values.items() if key not in read_here}


def _places(value: object, known: Mapping[str, Place]) -> tuple[Place, ...]:
    return tuple(p for v in many(value) for p in place(v, known))


def _prices(value: object) -> tuple[Price, ...]:
    return tuple(p for text in many(value) for p in read.price(text))


def _fits(o: Values) -> tuple[Fit, ...]:
    judged = o.get("vurderet")
    each = (
        {slug(k): people.attestation(v) for k, v in judged.items()}
        if isinstance(judged, dict)
        else {}
    )
    every = people.attestation(judged) if isinstance(judged, str) else None
    return tuple(
        Fit(condition, made_for, note, each.get(condition, every))
        for key, made_for in (("for", True), ("også_for", False))
        for condition, note in (people.term(text) for text in many(o.get(key)))
        if condition != "ukendt"
    )


def _sessions(o: Values, known: Mapping[str, Place]) -> tuple[Session, ...]:
    found = tuple(_session(v, o, known) for v in many(o.get("tid")))
    if not found and any(key in o for key in _BESIDE):  # a season without a time is still a season
        found = (_session({}, o, known),)
    return with_clocks(found)


def _session(value: str | Values, o: Values, known: Mapping[str, Place]) -> Session:
    """One item of `tid`, with the nearest period and breaks around it; a date stands alone."""
    own: Values = {} if isinstance(value, str) else value
    found = session(value) if isinstance(value, str) else _described(own)
    near = own if isinstance(found.when, OnDate) else {**o, **own}
    return replace(
        found,
        periods=_spans(near.get("periode"), period),
        breaks=_spans(near.get("fri"), breaks),
        times=times(own["gange"]) if "gange" in own else None,
        places=_places(own.get("sted"), known),
        links=many(own.get("link")),
        pickup=own.get("opsamling", o.get("opsamling", "")),
    )


def _described(value: Values) -> Session:
    rule = value.get("dag", "ukendt")
    return Session(
        when=None if unknown(rule) is not None else day(rule),
        clock=clock(value["kl"]) if unknown(value.get("kl", "ukendt")) is None else None,
        note=value.get("note", ""),
    )
