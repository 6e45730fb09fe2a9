"""Photos and translations: what a club may have, and few have."""

from __future__ import annotations

from typing import Final

from holdkatalog.fields.key import Key, Table, one, ref, text

PHOTO: Final = Key(
    name="foto",
    title="Foto",
    help=(
        "Et billede uden genkendelige personer, eller hvor alle har sagt ja. Filen ligger i "
        "clubs/foto/."
    ),
    examples=[
        {
            "fil": "stavgang.jpg",
            "alt": "Seks mennesker går med stave på en skovvej",
            "samtykke": "1. september 2026",
        }
    ],
    absent="Intet billede.",
    rules={
        "type": "object",
        "errorMessage": "Skriv fil, alt og samtykke på hver sin linje under foto.",
        **ref("photo-fields"),
    },
    group="Links og andet",
)
PHOTO_FIELDS: Final = Table(
    name="photo-fields",
    where="Et foto",
    help="Felterne under foto.",
    keys=(
        Key(
            name="fil",
            title="Fil",
            help="Navnet på billedfilen i clubs/foto/.",
            examples=["stavgang.jpg"],
            absent="Filen kan ikke læses uden.",
            rules=text(
                80,
                "^[a-z0-9][a-z0-9-]*[.](?:jpg|jpeg|png|webp)$",
                "Skriv billedets filnavn med små bogstaver, fx stavgang.jpg.",
            ),
            group="Foto",
            required=True,
        ),
        Key(
            name="alt",
            title="Beskrivelse",
            help="Hvad man ser, til den, der ikke kan se billedet.",
            examples=["Seks mennesker går med stave på en skovvej"],
            absent="Filen kan ikke læses uden.",
            rules=text(200),
            group="Foto",
            required=True,
        ),
        Key(
            name="samtykke",
            title="Samtykke",
            help=(
                "Den dag, alle på billedet har sagt ja, eller den dag, du så, at ingen kan genkendes."
            ),
            examples=["1. september 2026"],
            absent="Filen kan ikke læses uden.",
            rules=one("date"),
            group="Foto",
            required=True,
        ),
    ),
)
TRANSLATED: Final = Key(
    name="oversat",
    title="Oversat",
    help="De samme tekster på et andet sprog, oversat af et menneske. Kun tekster.",
    examples=[{"engelsk": {"navn": "Nordic walking for your lungs"}}],
    absent="Teksterne står på dansk.",
    rules=ref("translations"),
    group="Links og andet",
)
