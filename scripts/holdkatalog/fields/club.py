"""The keys of a file: the club itself, its places and its offers."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from holdkatalog.danish import capital
from holdkatalog.fields import coming, shared, texts
from holdkatalog.fields.key import Key, Table, choice, keyed, many, ref, text
from holdkatalog.fields.key import texts as text_or_list
from holdkatalog.grammar.facts import CLUB_KINDS

_EVERY_OFFER: Final = "Det, hvert hold selv skriver."
CLUB: Final = Table(
    name="club",
    where="Foreningen (hele filen)",
    help=(
        "Én fil pr. forening. Filens navn er foreningens id, fx vig-if.yaml. Fem regler: 1) Et "
        "fast ord eller et tal er noget, siden kan regne med; en sætning med stort "
        "begyndelsesbogstav vises, som den står. 2) Efter et komma kan du skrive med egne ord. 3) "
        "Ved du det ikke, så lad linjen være væk (eller skriv ukendt); siden skriver 'Spørg os'. "
        "4) Skriv én ting eller flere. 5) Det nærmeste gælder: holdets linje frem for foreningens."
    ),
    keys=(
        Key(
            name="forening",
            title="Forening",
            help=(
                "Navnet på foreningen. Også en kommune, en aftenskole, en menighed eller en gruppe."
            ),
            examples=["Vig Idrætsforening"],
            absent="Filen kan ikke læses uden.",
            rules=text(100),
            group="Foreningen",
            step="kort",
            required=True,
            ask="Hvad hedder foreningen?",
            hint="Det kan også være en kommune, en aftenskole, en menighed eller en gruppe.",
        ),
        Key(
            name="slags",
            title="Slags forening",
            help="Hvad for en slags forening I er.",
            examples=["idrætsforening", "patientforening"],
            absent="Ingenting.",
            rules=choice(*CLUB_KINDS, heard=(*map(capital, CLUB_KINDS), "ukendt")),
            group="Foreningen",
            ask="Hvad for en slags forening er I?",
            hint="Vælg det, der passer bedst.",
        ),
        Key(
            name="landsforening",
            title="Landsforening",
            help="Den landsforening, I hører under.",
            examples=["Lungeforeningen"],
            absent="Ingenting.",
            rules=text(100),
            group="Foreningen",
            ask="Hører I under en landsforening?",
            hint="Skriv landsforeningens navn.",
        ),
        replace(
            shared.ABOUT,
            help="Et par sætninger om jer. Sig 'du'. Enkel Markdown er tilladt.",
            examples=["Vi er en lille forening med gymnastik, boldspil og gåture."],
            group="Foreningen",
            ask="Hvem er I?",
            hint="Skriv et par sætninger om jer. Sig »du« til den, der læser.",
        ),
        replace(
            shared.LINK,
            help="Foreningens hjemmeside, og gerne fx en Facebook-side.",
            examples=["https://www.example.org"],
            group="Foreningen",
            ask="Har I en hjemmeside?",
            hint="Skriv gerne også fx en Facebook-side, på sin egen linje.",
        ),
        Key(
            name="cvr",
            title="CVR-nummer",
            help="Otte cifre. Kun hvis I har et.",
            examples=["13748136"],
            absent="Ingenting.",
            rules={
                "type": ["string", "integer"],
                "x-leaf": "text",
                "minimum": 10**7,
                "maximum": 10**8 - 1,
                "maxLength": 8,
                "pattern": "^[1-9][0-9]{7}$",
                "patternErrorMessage": "Skriv CVR-nummeret med otte cifre, fx 13748136.",
            },
            group="Foreningen",
            ask="Har I et CVR-nummer?",
        ),
        replace(shared.CONTACT, step="kort"),
        shared.CONFIRMED,
        Key(
            name="ansvarlig",
            title="Ansvarlig",
            help=(
                "Den rolle i foreningen, der holder filen ved lige, og gerne den, der tager over. "
                "Ikke navne."
            ),
            examples=["sekretæren", ["sekretæren", "kassereren"]],
            absent="Ingenting på siden. Kommunen ser, at ingen er sat på.",
            rules=text_or_list(80, 4),
            group="Foreningen",
            ask="Hvem holder oplysningerne ved lige?",
            hint="Skriv rollen, aldrig et navn. Skriv gerne også den, der tager over.",
        ),
        replace(
            shared.PERIOD,
            help="Den del af året, I er i gang. Gælder alle hold, der ikke har deres egen.",
            absent=_EVERY_OFFER,
            hint="Skriv måneder, uger eller datoer. Det gælder alle hold, der ikke har deres egne.",
        ),
        replace(
            shared.BREAKS,
            help="Hvornår I holder fri. Gælder alle hold, der ikke har deres egne fridage.",
            absent=_EVERY_OFFER,
            hint="Det gælder alle hold, der ikke har deres egne fridage.",
        ),
        replace(
            coming.PRICE,
            title="Pris oven i",
            help=(
                "Det, alle hold koster oven i deres egen pris, fx medlemskab. Hver linje begynder "
                "med plus."
            ),
            examples=["plus 200 kr. pr. år for medlemskab"],
            absent=_EVERY_OFFER,
            rules=many("price", 6, "price-on-top"),
            step="mere",
            ask="Skal man betale noget ud over holdets pris?",
            hint="Fx medlemskab. Det gælder alle jeres hold. Begynd hver linje med »plus«.",
        ),
        shared.NOTICE,
        texts.PHOTO,
        shared.FORMER_ID,
        texts.TRANSLATED,
        # What is long stands last, so that the file's head can be seen at once, and grows downwards.
        Key(
            name="steder",
            title="Steder",
            help=(
                "Steder, I selv beskriver, hver med et kort id foran kolon. Kommunens fælles "
                "steder kan du bruge uden at skrive dem her."
            ),
            examples=[{"klubhuset": "Klubhuset, Skolevej 2, 4560 Vig"}],
            absent="Ingenting.",
            rules=keyed({"type": ["string", "object"], **ref("place-fields")}, 60, ref("name")),
            group="Hvor",
        ),
        Key(
            name="hold",
            title="Hold",
            help="Jeres hold og andre tilbud, hvert med et kort id foran kolon.",
            examples=[{"stavgang": {"navn": "Stavgang for lungerne", "aktivitet": "stavgang"}}],
            absent="Filen kan ikke læses uden.",
            rules=keyed(ref("offer"), 100, ref("name")),
            group="Hold",
            required=True,
        ),
    ),
)
