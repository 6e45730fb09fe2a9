"""The leaves of a club's file: a phrase each, and what an editor says when it isn't one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from holdkatalog.fields.leaf import Leaf
from holdkatalog.grammar import facts, when

SENTENCE: Final = "eller en sætning med stort begyndelsesbogstav"
# A phone number in full has 8 to 15 digits; a day and month without a year looks like a decimal.
_PHONE: Final = (10**7, 10**15 - 1)
_DAY: Final = (1, 31.12)

LEAVES: Final[Mapping[str, Leaf]] = MappingProxyType({
    "session": Leaf(
        phrase=when.SESSION,
        say=f'Skriv dag og klokkeslæt, fx tirsdag 10.00-11.30, {SENTENCE}, fx "Efter aftale".',
    ),
    "day": Leaf(
        phrase=when.DAY_PHRASE,
        say="Skriv en dag, fx tirsdag, første tirsdag i måneden eller 5. december 2026.",
        longest=120,
    ),
    "clock": Leaf(
        phrase=when.CLOCK_PHRASE,
        say="Skriv klokken med tal, fx 10.00-11.30, eller formiddag, eftermiddag eller aften.",
        longest=60,
        typed="number",
        bounds=(0, 2400),
    ),
    "date": Leaf(
        phrase=when.DATE_PHRASE, say="Skriv en dato, fx 1. september 2026.", longest=40
    ),
    "period": Leaf(
        phrase=when.PERIOD,
        say=f"Skriv en del af året, fx september til april eller uge 36 til 17, {SENTENCE}.",
        typed="number",
        bounds=_DAY,
    ),
    "breaks": Leaf(
        phrase=when.BREAKS,
        say=f"Skriv fx skoleferier, helligdage, juli, uge 42 eller 24. december 2026, {SENTENCE}.",
        typed="number",
        bounds=_DAY,
    ),
    "times": Leaf(
        phrase=when.TIMES,
        say="Skriv et antal, fx 8, 8 gange eller 12 uger.",
        longest=60,
        typed="integer",
        bounds=(1, 400),
    ),
    "price": Leaf(
        phrase=facts.PRICE,
        say=f"Skriv gratis, et beløb med kr., fx 50 kr. pr. gang, {SENTENCE}.",
    ),
    "way": Leaf(
        phrase=facts.WAY,
        say=f"Skriv fx mød op, ring først, skriv først eller tilmeld dig, {SENTENCE}.",
    ),
    "status": Leaf(
        phrase=facts.STATUS,
        say="Skriv åben, fuld, venteliste, ikke startet, pause eller lukket, fx pause til 8. januar 2027.",
    ),
    "notice": Leaf(
        phrase=facts.NOTICE,
        say=(
            'Skriv til, en dato, komma og teksten, fx "til 31. december 2026, vi er på skolen", '
            f"{SENTENCE}."
        ),
        longest=600,
    ),
    "attestation": Leaf(
        phrase=facts.ATTESTATION,
        say="Skriv en dato og en rolle, fx 15. oktober 2026 af formanden.",
        longest=200,
    ),
    "answer": Leaf(
        phrase=facts.ANSWER,
        say='Skriv ja, nej eller ukendt, og gerne mere efter et komma, fx "ja, i forhallen".',
    ),
    "effort": Leaf(
        phrase=facts.EFFORT,
        say=f"Skriv ingen, let, middel, hård eller eget tempo, {SENTENCE}.",
    ),
    "limit": Leaf(
        phrase=facts.LIMIT,
        say=f"Skriv en alder, fx 60+ eller 18-35, eller kvinder, mænd, pårørende, par, {SENTENCE}.",
    ),
    "seats": Leaf(
        phrase=facts.SEATS,
        say=f"Skriv et antal, fx 16, 8 par, 6-9 eller højst 30, {SENTENCE}.",
        longest=200,
        typed="integer",
        bounds=(1, 9999),
    ),
    "walk": Leaf(
        phrase=facts.WALK,
        say=f"Skriv en længde, fx 3 km, 2-5 km eller 800 m, {SENTENCE}.",
        longest=200,
    ),
    "leader": Leaf(
        phrase=facts.LEADER,
        say=f"Skriv frivillige, fagperson eller deltagerne, og gerne mere efter et komma, {SENTENCE}.",
    ),
    "contact": Leaf(
        phrase=facts.CONTACT,
        say="Skriv et telefonnummer, fx 12 34 56 78, eller en mail, fx kontakt@example.org.",
        longest=300,
        typed="integer",
        bounds=_PHONE,
    ),
    "phone": Leaf(
        phrase=facts.PHONE_PHRASE,
        say="Skriv et telefonnummer med otte cifre, fx 12 34 56 78, eller med landekode, fx +46 8 123 456 78.",
        longest=200,
        typed="integer",
        bounds=_PHONE,
    ),
    "mail": Leaf(
        phrase=facts.MAIL_PHRASE, say="Skriv en mail, fx kontakt@example.org.", longest=120
    ),
    "link": Leaf(
        phrase=facts.LINK_PHRASE,
        say="Skriv hele adressen, fx https://www.example.org/stavgang.",
        longest=300,
    ),
    "place": Leaf(
        phrase=facts.PLACE,
        say=(
            'Skriv et steds id, fx vig-hallen, en adresse, fx "Skolevej 2, 4560 Vig", eller online, '
            "telefon, hjemme."
        ),
    ),
    "address": Leaf(
        phrase=facts.ADDRESS,
        say='Skriv vej, nummer, postnummer og by, fx "Skolevej 2, 4560 Vig".',
        longest=200,
    ),
    "vocabulary": Leaf(
        phrase=facts.VOCABULARY,
        say='Skriv et ord fra listen, og gerne mere efter et komma, fx "kol, også svær".',
        longest=300,
    ),
    "term": Leaf(
        phrase=facts.TERM_PHRASE,
        say="Skriv ét ord fra listen. Er der flere, så skriv dem på hver sin linje.",
        longest=60,
    ),
    "partner": Leaf(
        phrase=facts.PARTNER,
        say=(
            "Skriv en forenings id, fx vig-if, eller et navn med stort begyndelsesbogstav, "
            "fx Odsherred Kommune."
        ),
        longest=120,
    ),
    "reference": Leaf(
        phrase=facts.REFERENCE,
        say="Skriv et id, fx stavgang, eller forening/hold, fx vig-if/stavgang.",
        longest=90,
    ),
    "id": Leaf(
        phrase=facts.ID_PHRASE,
        say="Skriv et id med små bogstaver a-z, tal og bindestreg, fx vig-hallen.",
        longest=40,
    ),
})  # fmt: skip
"""How each kind of value of a club's file looks; the names are those of `reading.LEAVES`."""
