"""`tid`, and the fields of a single time, for when a line isn't enough."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from holdkatalog.fields import place, shared
from holdkatalog.fields.key import Key, Table, mixed, one, text

TIME: Final = Key(
    name="tid",
    title="Tid",
    help=(
        "Hvornår I mødes: dag og klokkeslæt, en dato, en sætning, eller en liste. En dato gælder "
        "frem for reglen på samme dag."
    ),
    examples=[
        "tirsdag 10.00-11.30",
        "mandag og torsdag 13.00-14.00",
        "tirsdag i lige uger 10.00-11.30",
        "hver anden tirsdag 10.00-11.30",
        "første tirsdag i måneden 19.00-21.00",
        "5. december 2026 10.00-12.00",
        "to gange om måneden",
        "Efter aftale",
    ],
    absent="'Ring og hør hvornår', og ingen datoer.",
    rules=mixed("session", "time-fields", 120),
    group="Hvornår",
    step="kort",
    ask="Hvornår mødes I?",
    hint="Skriv dag og klokkeslæt. Er det ikke fast, så skriv en sætning med stort begyndelsesbogstav.",
)
PICKUP: Final = Key(
    name="opsamling",
    title="Opsamling",
    help=(
        "Hvis I mødes et andet sted først og følges ad: hvornår og hvor. Det gælder alle de af "
        "holdets tider, der ikke har deres egen opsamling."
    ),
    examples=["Kl. 9.30 ved Vig Station"],
    absent="Man kommer selv til stedet.",
    rules=text(200),
    group="Hvornår",
    ask="Mødes I et andet sted først og følges ad?",
    hint="Skriv hvornår og hvor.",
)
FIELDS: Final = Table(
    name="time-fields",
    where="En enkelt tid (under tid)",
    help="En tid, der har brug for mere end en linje.",
    keys=(
        Key(
            name="dag",
            title="Dag",
            help="Ugedag(e), en ugedag i måneden eller en dato.",
            examples=[
                "tirsdag",
                "mandag og torsdag",
                "mandag-fredag",
                "tirsdag i lige uger",
                "hver anden tirsdag",
                "første tirsdag i måneden",
                "5. december 2026",
            ],
            absent="Kun jeres egne ord eller et link, og ingen datoer.",
            rules=one("day"),
            group="Hvornår",
            ask="Hvilken dag?",
            hint="Skriv en eller flere ugedage, en ugedag i måneden eller en dato.",
        ),
        Key(
            name="kl",
            title="Klokken",
            help=(
                "Fra og til. Kun starten er også fint. Ved du kun cirka: formiddag, eftermiddag "
                "eller aften."
            ),
            examples=["10.00-11.30", "10.00", "formiddag"],
            absent="Intet klokkeslæt. En dato låner klokken af den regel, den står i stedet for.",
            rules=one("clock"),
            group="Hvornår",
            ask="Fra hvornår til hvornår?",
            hint="Kun starten er også fint. Er det kun cirka, så skriv formiddag, eftermiddag eller aften.",
        ),
        replace(shared.PERIOD, absent="Holdets periode."),
        replace(shared.BREAKS, absent="Holdets fridage."),
        replace(shared.TIMES, help="Hvis netop denne tid er et fast antal gange."),
        replace(
            place.PLACE,
            help="Hvis I denne gang mødes et andet sted, end holdet plejer.",
            absent="Holdets sted.",
            step="mere",
            ask="Mødes I et andet sted end ellers?",
            hint="Skriv stedets navn og adresse.",
        ),
        replace(
            PICKUP,
            help="Hvis I netop denne gang mødes et andet sted først og følges ad: hvornår og hvor.",
            absent="Holdets opsamling.",
        ),
        replace(shared.NOTE, examples=["For dig, der er ny", "Siddende hold"], group="Hvornår"),
        replace(
            shared.LINK,
            help="Hvis datoerne står et andet sted, fx i en kalender.",
            examples=["https://www.example.org/kalender"],
            group="Hvornår",
            ask="Står datoerne også på en hjemmeside?",
            hint="Fx i en kalender.",
        ),
    ),
)
