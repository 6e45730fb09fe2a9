"""`sted`, and the fields of a place: the club's own under `steder`, or written out where it is used."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from holdkatalog.fields import shared
from holdkatalog.fields.key import Key, Table, mixed, one, text

PLACE: Final = Key(
    name="sted",
    title="Sted",
    help=(
        "Hvor I mødes: et id fra steder (jeres egne eller kommunens), en adresse, en sætning, "
        "eller online, telefon, hjemme (hos dig). Egne ord kan stå efter komma."
    ),
    examples=[
        "vig-hallen",
        "vig-hallen, sal 2 på 1. sal",
        "Vig Hallen, Skolevej 2, 4560 Vig",
        "online",
        "telefon",
        "hjemme",
        "Skiftende steder, ring og hør",
    ],
    absent="'Ring og hør hvor'.",
    rules=mixed("place", "place-fields", 30),
    group="Hvor",
    step="kort",
    ask="Hvor mødes I?",
    hint="Skriv stedets navn og adresse. Kommer stedet frem på en liste, så vælg det der.",
)
FIELDS: Final = Table(
    name="place-fields",
    where="Et sted (under steder, eller skrevet ud under sted)",
    help="Et sted, I selv beskriver.",
    keys=(
        Key(
            name="navn",
            title="Navn",
            help="Det, folk kalder stedet.",
            examples=["Vig Hallen", "Sal 2"],
            absent="Adressen står alene.",
            rules=text(100),
            group="Sted",
            ask="Hvad hedder stedet?",
        ),
        Key(
            name="adresse",
            title="Adresse",
            help=(
                "Vej, nummer, postnummer og by. Er der ingen vej, er postnummer og by nok. Området "
                "finder siden selv."
            ),
            examples=["Skolevej 2, 4560 Vig", "4581 Rørvig", "Storgatan 1, S-252 21 Helsingborg"],
            absent="'Ring og hør hvor', og stedet hører ikke til noget område.",
            rules=one("address"),
            group="Sted",
            ask="Hvad er adressen?",
        ),
        Key(
            name="ligger_i",
            title="Ligger i",
            help=(
                "Hvis det er et lokale eller et hjørne af et andet sted: det andet steds id. "
                "Adresse og svar følger med."
            ),
            examples=["vig-hallen"],
            absent="Stedet står for sig selv.",
            rules=one("id"),
            group="Sted",
            ask="Ligger det inde i et andet sted?",
            hint="Fx et lokale i en hal. Vælg hallen på listen. Så følger dens adresse og svar med.",
        ),
        replace(
            shared.NOTE,
            title="Sådan finder du os",
            help="Indgang, etage eller mødested.",
            examples=["Indgang B fra parkeringspladsen, sal 2 på 1. sal"],
            group="Sted",
            ask="Hvordan finder man derhen?",
            hint="",
        ),
        Key(
            name="transport",
            title="Transport",
            help="Nærmeste stop, og hvor langt der er at gå.",
            examples=["Bus til Vig Station, 400 m ad fortov"],
            absent="'Spørg os om bus og kørsel'.",
            rules=text(300),
            group="Sted",
            ask="Hvordan kommer man dertil med bus eller tog?",
        ),
        shared.ANSWERS,
        replace(
            shared.LINK,
            help="Fx stedets egen side eller siden hos God Adgang.",
            examples=["https://www.example.org/vig-hallen"],
            group="Sted",
            ask="Har stedet en hjemmeside?",
            hint="Fx stedets egen eller siden hos God Adgang.",
        ),
        replace(
            shared.STATUS,
            help="Er stedet lukket, eller holder det pause, gælder det alle hold på stedet.",
            examples=["lukket til 1. marts 2027, taget skiftes"],
            absent="Stedet regnes for åbent.",
            hint="",
        ),
        shared.NOTICE,
    ),
)
