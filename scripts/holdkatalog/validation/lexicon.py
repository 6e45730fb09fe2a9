"""The words that a field's fixed phrases know, and what people write instead of them.

The words come from the grammar, so that a new one is known here too. What people write instead
only ever becomes a proposal: it is shown when the phrase then can be read, and never taken by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from holdkatalog.danish import DAYS, MONTHS
from holdkatalog.grammar import facts, when, words
from holdkatalog.grammar.phrase import Phrase

PHRASES: Mapping[str, Phrase] = MappingProxyType(
    {
        "session": when.SESSION,
        "day": when.DAY_PHRASE,
        "clock": when.CLOCK_PHRASE,
        "date": when.DATE_PHRASE,
        "period": when.PERIOD,
        "breaks": when.BREAKS,
        "times": when.TIMES,
        "price": facts.PRICE,
        "way": facts.WAY,
        "status": facts.STATUS,
        "notice": facts.NOTICE,
        "attestation": facts.ATTESTATION,
        "answer": facts.ANSWER,
        "effort": facts.EFFORT,
        "limit": facts.LIMIT,
        "seats": facts.SEATS,
        "walk": facts.WALK,
        "leader": facts.LEADER,
        "contact": facts.CONTACT,
        "phone": facts.PHONE_PHRASE,
        "mail": facts.MAIL_PHRASE,
        "link": facts.LINK_PHRASE,
        "place": facts.PLACE,
        "address": facts.ADDRESS,
        "vocabulary": facts.VOCABULARY,
        "term": facts.TERM_PHRASE,
        "partner": facts.PARTNER,
        "reference": facts.REFERENCE,
        "id": facts.ID_PHRASE,
    }
)
"""The phrase of each kind of leaf that has one."""


def _of(choices: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(word for said in choices.values() for text in said for word in text.split())


_YEAR = (*MONTHS, *words.SEASONS, "uge", "til", "fra", "hele", "året", "uger")
_TIME = (
    *DAYS, *words.NTH, *words.EVERY, *words.PARTS, *MONTHS, "hver", "til", "fra", "og", "måneden",
    "måned", "uger", "uge", "lige", "ulige", "timer", "gange", "hverdage", "sidste",
)  # fmt: skip
_DATED = (*MONTHS, "til", "fra")

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "session": _TIME,
        "day": _TIME,
        "clock": (*words.PARTS, "til", "fra"),
        "date": MONTHS,
        "period": _YEAR,
        "breaks": (
            *_YEAR, "skoleferier", "helligdage", "ingen", "juleferie", "vinterferie", "påskeferie",
            "sommerferie", "efterårsferie",
        ),
        "times": ("gange", "uger", *words.NUMBERS),
        "price": (*words.UNITS, *words.UNIT_FORMS, "gratis", "kroner", "plus"),
        "way": (*_of(facts.WAYS), *_DATED, "senest"),
        "status": (*_of(facts.STATES), *_DATED),
        "notice": _DATED,
        "attestation": (*_DATED, "aldrig"),
        "answer": ("nej", "ukendt"),
        "effort": (*facts.EFFORTS, "til", "tempo"),
        "limit": (*facts.PEOPLE, *facts.PHASES, *facts.STAGES, "over", "under", "behandling", "efter"),
        "seats": ("pladser", "personer", "deltagere", "højst", "mindst", "mellem"),
        "walk": ("kilometer", "meter"),
        "leader": _of(facts.LEADERS),
        "place": words.FIXED_PLACES,
    }
)  # fmt: skip
"""The words that a slip of the pen may be mended to, by leaf."""

_SHORT_DAYS = {
    "ma": "mandag", "man": "mandag", "mand": "mandag", "ti": "tirsdag", "tir": "tirsdag",
    "tirs": "tirsdag", "on": "onsdag", "ons": "onsdag", "to": "torsdag", "tor": "torsdag",
    "tors": "torsdag", "fr": "fredag", "fre": "fredag", "lø": "lørdag", "lør": "lørdag",
    "sø": "søndag", "søn": "søndag",
}  # fmt: skip
_SHORT_MONTHS = {
    "jan": "januar", "feb": "februar", "febr": "februar", "mar": "marts", "mrt": "marts",
    "apr": "april", "jun": "juni", "jul": "juli", "aug": "august", "sep": "september",
    "sept": "september", "okt": "oktober", "nov": "november", "dec": "december",
}  # fmt: skip
_CLOCK = {"klokken": "kl.", "klok": "kl.", "mdr": "måned"}
_TIMES = {**_SHORT_MONTHS, **_CLOCK}

SPOKEN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "session": {**_TIMES, **_SHORT_DAYS, "weekend": "lørdag og søndag", "ugentligt": "hver uge"},
        "day": {**_TIMES, **_SHORT_DAYS, "weekend": "lørdag og søndag"},
        "clock": _CLOCK,
        "date": _SHORT_MONTHS,
        "period": {**_SHORT_MONTHS, "altid": "hele året", "helårligt": "hele året"},
        "breaks": {
            **_SHORT_MONTHS, "skolernes": "skole", "skoleferie": "skoleferier", "nej": "ingen",
            "aldrig": "ingen", "jul": "juleferie", "julen": "juleferie", "påske": "påskeferie",
            "påsken": "påskeferie",
        },
        "price": {
            "gangen": "pr. gang", "måned": "pr. måned", "mdr": "pr. måned", "md": "pr. måned",
            "året": "pr. år", "årligt": "pr. år", "månedligt": "pr. måned", "pers": "person",
            "ingenting": "gratis", "nul": "gratis", "intet": "gratis",
        },
        "way": {**_SHORT_MONTHS, "fremmøde": "mød op", "drop-in": "mød op", "visitering": "visitation"},
        "status": {**_SHORT_MONTHS, "fyldt": "fuld", "fuldt": "fuld", "ferie": "pause",
                   "ledigt": "åben", "stoppet": "lukket"},
        "notice": _SHORT_MONTHS,
        "attestation": _SHORT_MONTHS,
        "answer": {"måske": "ukendt", "jo": "ja", "true": "ja", "false": "nej",
                   "yes": "ja", "no": "nej"},
        "effort": {"moderat": "middel", "hårdt": "hård", "høj": "hård", "lav": "let", "nem": "let",
                   "mellem": "middel", "rolig": "let", "roligt": "let", "stille": "let",
                   "svær": "hård", "medium": "middel"},
        "limit": {"kvinde": "kvinder", "damer": "kvinder", "mand": "mænd", "herrer": "mænd",
                  "ægtepar": "par", "kommunen": "bopæl i kommunen"},
        "seats": {"plads": "pladser", "deltager": "deltagere", "maximum": "højst", "minimum": "mindst"},
        "leader": {"ulønnede": "frivillige"},
        "place": {"zoom": "online", "teams": "online", "nettet": "online", "hjem": "hjemme"},
    }
)  # fmt: skip
"""What people write, and the word that the phrase knows, by leaf."""
