"""The keys of an offer that tell how one joins: price, way in, limits, and what one meets."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from holdkatalog.fields import shared
from holdkatalog.fields.key import Key, many, one, text

PRICE: Final = Key(
    name="pris",
    title="Pris",
    help=(
        "gratis, et beløb eller en sætning. Flere priser skrives på hver sin linje; plus betyder "
        "oven i. gratis betyder, at man ikke betaler noget. Koster det noget for nogen, så skriv "
        "fx gratis for medlemmer og prisen for andre."
    ),
    examples=[
        "gratis",
        "50 kr. pr. gang",
        "300 kr. pr. halvår",
        "150 kr. pr. halvår for pensionister",
        "800 kr. pr. par pr. sæson",
        "cirka 75 kr. pr. gang",
        "plus 200 kr. pr. år for medlemskab",
    ],
    absent="'Spørg os om prisen', aldrig gratis.",
    rules=many("price", 12),
    group="Pris",
    step="kort",
    ask="Hvad koster det?",
    hint="Er der flere priser, så skriv dem på hver sin linje. Er det gratis for alle, så skriv »gratis«.",
)
COMING: Final = (
    PRICE,
    Key(
        name="vilkår",
        title="Vilkår",
        help=(
            "Det, man siger ja til ved at være med: betaling og afbud, eget ansvar, billeder og "
            "oplysninger om dig."
        ),
        examples=["Du får pengene tilbage, hvis du melder fra inden den første gang."],
        absent="Ingenting.",
        rules=text(1000),
        group="Pris",
        ask="Hvad siger man ja til ved at være med?",
        hint="Fx om betaling og afbud, eget ansvar, billeder og oplysninger om deltagerne.",
    ),
    Key(
        name="tilmelding",
        title="Tilmelding",
        help=(
            "Sådan kommer man med. Flere trin skrives som en liste i den rækkefølge, man gør dem. "
            "hos, fra, til eller via siger hvem; senest siger hvornår."
        ),
        examples=[
            "mød op",
            "ring først",
            "skriv først",
            "tilmeld dig",
            "tilmeld dig hos Sundhedscentret senest 1. september 2026",
            "samtale først",
            "henvisning fra egen læge",
            "bliv medlem",
        ],
        absent="'Ring først, så er du sikker'.",
        rules=many("way", 5),
        group="Kom med",
        ask="Hvordan kommer man med?",
        hint="Er der flere trin, så skriv dem på hver sin linje, det første øverst.",
    ),
    replace(
        shared.CONTACT,
        help="Hvem man ringer eller skriver til. Skriv den kun, hvis holdet har sin egen.",
        absent="Foreningens kontakt.",
        ask="Har holdet sin egen kontakt?",
        hint="Spring over, hvis det er den samme som foreningens.",
    ),
    Key(
        name="kun_for",
        title="Kun for",
        help=(
            "Grænser: alder (60+ eller 18-35), kvinder, mænd, pårørende, par (man kommer to "
            "sammen), under behandling, let til moderat, bopæl i kommunen, eller en sætning om, "
            "hvad man skal kunne."
        ),
        examples=[
            "60+",
            "18-35",
            "kvinder",
            "pårørende",
            "par",
            "efter behandling",
            "Du skal kunne gå 1 km",
        ],
        absent="Siden siger ikke noget om grænser.",
        rules=many("limit", 10),
        group="Hvem det er for",
        ask="Er der grænser for, hvem der kan være med?",
        hint=(
            "Skriv hver grænse på sin egen linje: en alder, kvinder, mænd, pårørende, par (man kommer "
            "to sammen) eller en sætning om, hvad man skal kunne."
        ),
    ),
    Key(
        name="ledes_af",
        title="Ledes af",
        help=(
            "Hvem der står for det: frivillige, fagperson eller deltagerne. Uddannelse og kurser "
            "kan stå efter et komma. Aldrig et navn."
        ),
        examples=["frivillige", "fagperson, fysioterapeut", "deltagerne"],
        absent="Ingenting.",
        rules=many("leader", 5),
        group="Om holdet",
        ask="Hvem leder det?",
        hint="Skriv frivillige, fagperson eller deltagerne, og efter et komma en uddannelse. Aldrig et navn.",
    ),
    Key(
        name="pladser",
        title="Pladser",
        help="Hvor mange der er plads til: et tal, cirka, højst, mindst, fra-til, eller par.",
        examples=[16, "8 par", "6-9", "cirka 12", "højst 30"],
        absent="Ingenting.",
        rules=one("seats"),
        group="Hvem det er for",
        ask="Hvor mange er der plads til?",
        hint="Skriv et tal, gerne med cirka, højst eller mindst foran.",
    ),
    Key(
        name="anstrengelse",
        title="Anstrengelse",
        help=(
            "let: du kan tale imens. middel: lidt forpustet. hård: svært at tale. ingen: man "
            "sidder eller snakker. Flere, hvis det skifter."
        ),
        examples=["let", "middel", "hård", "ingen", "eget tempo", "fra let til hård"],
        absent="'Spørg os, hvor hårdt det er'.",
        rules=many("effort", 4),
        group="Godt at vide",
        ask="Hvor hårdt er det?",
        hint=(
            "Skriv let (du kan tale imens), middel (du bliver lidt forpustet), hård (det er svært "
            "at tale) eller ingen (man sidder eller snakker)."
        ),
    ),
    Key(
        name="turlængde",
        title="Turens længde",
        help="Hvor langt man går eller kører på en tur. Flere, hvis man kan vælge.",
        examples=["3 km", "cirka 3 km", "2-5 km", "800 m, rundt om søen"],
        absent="Ingenting.",
        rules=many("walk", 10),
        group="Godt at vide",
        ask="Hvor lang er turen?",
        hint="Kan man vælge mellem flere ture, så skriv dem på hver sin linje.",
    ),
    shared.ANSWERS,
    Key(
        name="sprog",
        title="Sprog",
        help="De sprog, I taler på holdet.",
        examples=["dansk", "engelsk"],
        absent="Ingenting.",
        rules=many("term", 14, "language"),
        group="Godt at vide",
        ask="Hvilke sprog taler I?",
        hint="Sæt kryds ved alle dem, I taler på holdet.",
    ),
)
