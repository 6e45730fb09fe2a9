"""An offer as linked data (JSON-LD in the words of schema.org), for search engines and assistants.

Only what is true whenever it is read: rules and listed days, never a computed next date; and what
nobody has said, or only hedged, is left out. An offer with a day is an Event; one that is had by
agreement (a companion, a telephone friend), or of whose days nothing is known, is a Service.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from holdkatalog import markup, wording
from holdkatalog.catalogue import Catalogue
from holdkatalog.facets.days import states_of
from holdkatalog.facets.entries import ELSEWHERE, Entry, free, places_of
from holdkatalog.facets.groups import only_relatives
from holdkatalog.model import Club, Limit, Monthly, Offer, OnDate, Place, Price, Seats, Weekly
from holdkatalog.opendata.linked_times import times
from holdkatalog.opendata.plain import inline
from holdkatalog.vocabulary import Area, Condition, Vocabulary

Thing = dict[str, Any]
_CLUBS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "idrætsforening": "SportsOrganization",
        "aftenskole": "EducationalOrganization",
        "kommune": "GovernmentOrganization",
    }
)
_GENDERS: Final[Mapping[str, str]] = MappingProxyType({"kvinder": "female", "mænd": "male"})
_ROOM: Final[Mapping[str, str]] = MappingProxyType({"åben": "InStock", "fuld": "SoldOut"})
_COMPANY: Final = "følgeskab"
_RELATIVES: Final = "paaroerende"
_TERMS: Final = "https://schema.org/"
_LONGEST: Final = 300
_CURRENCY: Final = "DKK"
_ORE: Final = 100


def linked(entry: Entry, catalogue: Catalogue, today: dt.date, *, public: str) -> str:
    """The offer's JSON-LD, in which nothing is active; `public` is the site's address, "" when unknown."""
    make = _event if _is_event(entry.offer) else _service
    return inline(
        known({"@context": "https://schema.org", **make(entry, catalogue, today, public)})
    )


def known(thing: Thing) -> Thing:
    """The thing without what nobody has said."""
    return {key: value for key, value in thing.items() if value not in ("", None, (), [], {})}


def _is_event(offer: Offer) -> bool:
    dated = any(isinstance(line.when, Weekly | Monthly | OnDate) for line in offer.sessions)
    return dated and offer.kind != _COMPANY


def _event(entry: Entry, catalogue: Catalogue, today: dt.date, public: str) -> Thing:
    offer, words = entry.offer, catalogue.vocabulary
    codes = (words.languages[id_].code for id_ in offer.languages if id_ in words.languages)
    return {
        "@type": "Event",
        **_named(entry, public),
        "keywords": _activities(offer, words),
        "inLanguage": list(codes),
        "eventAttendanceMode": _mode(places_of(offer)),
        "location": _places(offer.places),
        **times(offer, today, words, _places),
        "organizer": _clubs(entry, catalogue, public),
        "audience": _audience(offer, words),
        "maximumAttendeeCapacity": _capacity(offer.seats),
        "isAccessibleForFree": free(offer.prices) or None,
        "offers": _offers(offer, today),
    }


def _service(entry: Entry, catalogue: Catalogue, today: dt.date, public: str) -> Thing:
    offer, words = entry.offer, catalogue.vocabulary
    return {
        "@type": "Service",
        **_named(entry, public),
        "serviceType": _activities(offer, words),
        "provider": _clubs(entry, catalogue, public),
        "areaServed": _areas(entry, catalogue),
        "audience": _audience(offer, words),
        "offers": _offers(offer, today),
    }


def _named(entry: Entry, public: str) -> Thing:
    offer = entry.offer
    return {
        "name": offer.name,
        "alternateName": list(offer.also_called),
        "url": public and f"{public}{entry.address}",
        "description": markup.plain(offer.about, longest=_LONGEST),
    }


def _activities(offer: Offer, words: Vocabulary) -> list[str]:
    return [words.activities[id_].name for id_ in offer.activities if id_ in words.activities]


def _clubs(entry: Entry, catalogue: Catalogue, public: str) -> list[Thing]:
    """The club and whom it does it with; a partner is a club of ours or only a name."""
    clubs = {club.id: club for club in (*catalogue.clubs, *catalogue.courses)}
    partners = [
        _club(clubs[name], public) if name in clubs else {"@type": "Organization", "name": name}
        for name in entry.offer.partners
    ]
    return [_club(entry.club, public), *partners]


def _club(club: Club, public: str) -> Thing:
    kind = _CLUBS.get(club.kind, "Organization")
    url = public and f"{public}forening/{club.id}/"
    return known({"@type": kind, "name": club.name, "url": url})


def _places(places: Iterable[Place]) -> list[Thing]:
    """Where one can go or log on; a place in words alone has no name to give."""
    return [found for place in places if (found := _place(place))]


def _place(place: Place) -> Thing:
    if place.id == "online":
        return {"@type": "VirtualLocation"}
    lines = {
        "streetAddress": place.street,
        "postalCode": place.postcode,
        "addressLocality": place.town,
    }
    if place.id in ELSEWHERE or not any((place.name, *lines.values())):
        return {}
    country = place.country or "DK"
    address = known({"@type": "PostalAddress", **lines, "addressCountry": country})
    return known(
        {
            "@type": "Place",
            "name": place.name,
            "address": address if any(lines.values()) else {},
        }
    )


def _mode(places: Iterable[Place]) -> str:
    found = tuple(places)
    online = any(place.id == "online" for place in found)
    there = any(place.id not in ELSEWHERE for place in found)
    if not (online or there):
        return ""
    kind = "Mixed" if online and there else "Online" if online else "Offline"
    return f"{_TERMS}{kind}EventAttendanceMode"


def _areas(entry: Entry, catalogue: Catalogue) -> list[Thing]:
    if entry.wide:
        return [{"@type": "AdministrativeArea", "name": catalogue.municipality.name}]
    served: list[Area] = [catalogue.vocabulary.areas[id_] for id_ in sorted(entry.areas)]
    return [{"@type": "Place", "name": area.name} for area in served]


def _is_illness(condition: Condition) -> bool:
    """ICD-10's chapter Z tells of circumstances, such as living alone."""
    return not all(code.startswith("Z") for code in condition.icd10)


def _audience(offer: Offer, words: Vocabulary) -> Thing:
    """Whom it is for; where only relatives may come, the illness isn't theirs."""
    relatives = only_relatives(offer)
    ids = [fit.condition for fit in offer.fits]
    known_ids = [id_ for id_ in ids if id_ in words.conditions and not relatives]
    ill = [words.conditions[id_].name for id_ in known_ids if _is_illness(words.conditions[id_])]
    people = dict.fromkeys([*ids, _RELATIVES] if relatives else ids)
    found = known(
        {
            "audienceType": [words.audiences[id_].name for id_ in people if id_ in words.audiences],
            "healthCondition": [{"@type": "MedicalCondition", "name": name} for name in ill],
            **_limits(offer.limits),
        }
    )
    return {"@type": "PeopleAudience", **found} if found else {}


def _limits(limits: Iterable[Limit]) -> Thing:
    found: Thing = {}
    for limit in limits:
        if limit.kind == "alder":
            low = limit.low if limit.low is None or not limit.above else limit.low + 1
            found |= {"requiredMinAge": low, "requiredMaxAge": limit.high}
        elif limit.kind in _GENDERS:
            found["requiredGender"] = _GENDERS[limit.kind]
    return found


def _capacity(seats: Seats | None) -> int | None:
    return seats.high if seats and not (seats.pairs or seats.about) else None


def _offers(offer: Offer, today: dt.date) -> list[Thing]:
    """The prices that are known to the krone, with what comes on top of them."""
    kinds = {state.kind for state in states_of(offer, places_of(offer), today)}
    room = next((f"{_TERMS}{_ROOM[kind]}" for kind in _ROOM if kind in kinds), "")
    exact = [p for p in offer.prices if p.amount is not None and not p.about]
    # "Free for members", or free with something on top, must not look free to who reads numbers only.
    costless = free(offer.prices)
    base = [p for p in exact if not p.on_top and (p.amount or p.most or costless)]
    more = [_price(p) for p in exact if p.on_top]
    return [known({**_price(p), "addOn": more, "availability": room}) for p in base]


def _price(price: Price) -> Thing:
    low, high = _kroner(price.amount), _kroner(price.most)
    between = {"@type": "PriceSpecification", "minPrice": low, "maxPrice": high}
    what = (
        {"priceSpecification": {**between, "priceCurrency": _CURRENCY}}
        if price.most
        else {"price": low, "priceCurrency": _CURRENCY}
    )
    return {"@type": "Offer", **what, "description": wording.price(price)}


def _kroner(amount: int | None) -> str:
    whole, rest = divmod(amount or 0, _ORE)
    return f"{whole}.{rest:02}" if rest else f"{whole}"
