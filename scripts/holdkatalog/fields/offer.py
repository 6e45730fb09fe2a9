"""The keys of an offer: what it is, for whom, and what it says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from holdkatalog.fields import session, shared, texts
from holdkatalog.fields.coming import COMING
from holdkatalog.fields.key import Key, Table, choice, many, one, text
from holdkatalog.fields.key import texts as text_or_list
from holdkatalog.fields.place import PLACE
from holdkatalog.grammar.facts import KINDS

TEMPLATE: Final = Key(
    name="skabelon",
    title="Skabelon",
    help=(
        "Kun hvis I laver noget, mange foreninger i landet laver, fx et lungekor. Så henter siden "
        "det, der er ens alle steder, fra skabelonen. Det, du selv skriver, gælder frem for den, "
        "og ukendt tager en linje væk."
    ),
    examples=["lungekor"],
    absent="Kun det, I selv skriver.",
    rules={**one("term", "template"), "errorMessage": "Skriv én skabelon fra listen, fx lungekor."},
    group="Om holdet",
    ask="Er holdet et af dem, der findes mange steder i landet?",
    hint="Så vælg det her. Siden henter det, der er ens alle steder, og du skriver kun resten.",
)
WHAT: Final = (
    Key(
        name="navn",
        title="Navn",
        help="Det navn, folk kender. Du kan ændre det, uden at adressen på siden ændrer sig.",
        examples=["Stavgang for lungerne"],
        absent="Filen kan ikke læses uden.",
        rules=text(100),
        group="Om holdet",
        step="kort",
        required=True,
        ask="Hvad hedder holdet?",
    ),
    TEMPLATE,
    Key(
        name="også_kaldt",
        title="Også kaldt",
        help="Andre navne, folk bruger om det. Siden viser dem.",
        examples=["Lungeholdet", ["Lungeholdet", "KOL-gang"]],
        absent="Ingenting.",
        rules=text_or_list(100, 10),
        group="Om holdet",
        ask="Kalder folk det også noget andet?",
        hint="Siden viser også de navne.",
    ),
    Key(
        name="aktivitet",
        title="Aktivitet",
        help="Hvad I laver. Vælg fra listen, gerne flere. Passer intet, så skriv andet.",
        examples=["gaature", "stavgang", "andet"],
        absent="Filen kan ikke læses uden.",
        rules=many("term", 6, "activity"),
        group="Om holdet",
        step="kort",
        required=True,
        unless="skabelon",
        ask="Hvad laver I?",
        hint="Sæt kryds ved det, der passer, gerne flere. Passer intet, så vælg Andet.",
    ),
    Key(
        name="slags",
        title="Slags",
        help=(
            "Kun hvis siden gætter forkert ud fra aktiviteten. følgeskab er et menneske, der går "
            "med, besøger eller ringer; mødested er et sted, man kan komme forbi; forløb er "
            "kommunens eget."
        ),
        examples=["følgeskab", "mødested"],
        absent="Aktivitetens egen slags.",
        rules=choice(*KINDS),
        group="Om holdet",
        ask="Hvad for en slags tilbud er det?",
        hint="Siden finder det ud fra det, I laver. Vælg kun noget, hvis den tager fejl.",
    ),
    Key(
        name="for",
        title="For",
        help=(
            "Hvem det er lavet til: sygdomme fra listen, alle-kroniske (alle med langvarig "
            "sygdom), alle, eller fx aeldre. Siden skriver 'Lavet til dig med ...'. Egne ord kan "
            "stå efter komma."
        ),
        examples=["kol", "hjertesygdom", "alle-kroniske"],
        absent="'Spørg os, om det er noget for dig', og holdet er ikke på nogen sygdoms liste.",
        rules=many("vocabulary", 40, "condition"),
        group="Hvem det er for",
        step="kort",
        ask="Hvem er det lavet til?",
        hint="Sæt et kryds eller flere. Længere nede kan du sige, hvem det også er godt for.",
    ),
    Key(
        name="også_for",
        title="Også for",
        help=(
            "Hvem det også er godt for, selv om det ikke er lavet til dem. Siden skriver 'Også "
            "godt for dig med ...'."
        ),
        examples=["kol", "alle"],
        absent="Ingenting.",
        rules=many("vocabulary", 40, "condition"),
        group="Hvem det er for",
        ask="Hvem er det også godt for?",
        hint="Sæt et kryds eller flere, selv om det ikke er lavet til dem.",
    ),
    Key(
        name="vurderet",
        title="Vurderet",
        help=(
            "Hvem har vurderet, at det passer til sygdommene, og hvornår. Én linje for alle, eller "
            "én for hver sygdom."
        ),
        examples=[
            "1. maj 2026 af en fysioterapeut i Sundhedscentret",
            {"kol": "1. maj 2026 af en lungesygeplejerske"},
        ],
        absent="'Foreningen skriver selv, hvem det passer til'.",
        rules={"type": ["string", "object"], "$ref": "#/$defs/judged"},
        group="Hvem det er for",
        ask="Har en fagperson vurderet, hvem det passer til?",
        hint="Skriv, hvornår det var, og hvilken slags fagperson. Aldrig et navn.",
    ),
    shared.ABOUT,
    Key(
        name="første_gang",
        title="Første gang",
        help="Hvad sker der den første gang? Hvor går man hen, og hvad skal man sige?",
        examples=["Kom ti minutter før. Vi drikker et glas vand og viser dig rundt."],
        absent="'Ring og hør, hvad der sker første gang'.",
        rules=text(1500),
        group="Om holdet",
        ask="Hvad sker der den første gang?",
        hint="Hvor går man hen, hvem tager imod, og hvad skal man sige?",
    ),
    Key(
        name="medbring",
        title="Medbring",
        help="Det skal man have med eller have på.",
        examples=["Indendørs sko og en flaske vand"],
        absent="Ingenting.",
        rules=text(400),
        group="Om holdet",
        ask="Hvad skal man have med?",
        hint="Skriv også, hvad man skal have på.",
    ),
)
WHERE: Final = (
    session.TIME,
    shared.PERIOD,
    shared.BREAKS,
    shared.TIMES,
    PLACE,
    session.PICKUP,
    Key(
        name="område",
        title="Område",
        help=(
            "Kun hvis I dækker mere end stedet, I mødes, eller ikke har et sted: områder fra "
            "kommunens liste, hele-kommunen, andre-kommuner eller hele-landet. Egne ord kan stå "
            "efter komma."
        ),
        examples=["vig", "hele-kommunen", "andre-kommuner, hvis der er plads"],
        absent="Stedernes områder. Online og telefon gælder hele kommunen.",
        rules=many("vocabulary", 40, "area"),
        group="Hvor",
        ask="Dækker I mere end det sted, I mødes?",
        hint="Sæt kryds ved de områder, I dækker. Spring over, hvis det kun er der, I mødes.",
    ),
)
NOW: Final = (
    Key(
        name="sammen_med",
        title="Sammen med",
        help=(
            "Andre, der laver det sammen med jer: en forenings id (filens navn) eller et navn med "
            "stort begyndelsesbogstav."
        ),
        examples=["Odsherred Kommune", "vig-if"],
        absent="Ingenting.",
        rules=many("partner", 10),
        group="Links og andet",
        ask="Laver I det sammen med andre?",
        hint="Skriv navnet med stort. Er de her på siden, så skriv ordet fra deres adresse her.",
    ),
    Key(
        name="bagefter",
        title="Bagefter",
        help="Hvor man kan gå hen, når man er færdig her: id på et hold i filen, eller forening/hold.",
        examples=["stavgang", "vig-if/stavgang"],
        absent="Ingenting.",
        rules=many("reference", 20),
        group="Links og andet",
        ask="Hvilket hold kan man gå videre til bagefter?",
        hint="Skriv det ord, der står sidst i holdets adresse her på siden.",
    ),
    shared.STATUS,
    shared.NOTICE,
    shared.LINK,
    texts.PHOTO,
    replace(
        shared.CONFIRMED,
        help="Kun hvis holdet er set igennem en anden dag end resten af filen.",
        examples=["15. oktober 2026 af holdlederen"],
        absent="Foreningens dato.",
    ),
    shared.FORMER_ID,
    texts.TRANSLATED,
)
OFFER: Final = Table(
    name="offer",
    where="Et hold (under hold)",
    help=(
        "Et hold, et kor, et fællesskab, en følgeven eller et sted, man kan komme. Det korte ord "
        "foran kolon er holdets id: små bogstaver a-z, tal og bindestreg. Behold det, også hvis "
        "navnet skifter."
    ),
    keys=(*WHAT, *WHERE, *COMING, *NOW),
)
_TRANSLATED: Final = ("navn", "om", "første_gang", "medbring")
TRANSLATION: Final = Table(
    name="translation",
    where="En oversættelse (under oversat)",
    help="Teksterne på et andet sprog.",
    keys=tuple(
        replace(
            key,
            help=f"Teksten i {key.name} på det andet sprog.",
            absent="Teksten står på dansk.",
            step="mere",
            required=False,
            unless="",
            group="Oversat",
            ask="",
            hint="",
        )
        for key in WHAT
        if key.name in _TRANSLATED
    ),
)
