"""Keys that mean the same wherever they stand: on a club, an offer, a place or a single time."""

from __future__ import annotations

from typing import Final

from holdkatalog.fields.key import Key, many, mixed, one, ref, text

ABOUT: Final = Key(
    name="om",
    title="Om",
    help=(
        "Fortæl med dine egne ord. Korte sætninger. Sig 'du'. Enkel Markdown (fed skrift, punkter, "
        "links) er tilladt."
    ),
    examples=["Vi går stille og roligt ved fjorden og drikker kaffe bagefter."],
    absent="Ingen tekst.",
    rules=text(4000),
    group="Om holdet",
    ask="Hvad er det for et hold?",
    hint="Fortæl med dine egne ord. Skriv korte sætninger, og sig »du« til den, der læser.",
)
LINK: Final = Key(
    name="link",
    title="Link",
    help="Adressen på en side om netop dette. Har I flere, så skriv dem på hver sin linje.",
    examples=["https://www.example.org/stavgang"],
    absent="Intet link.",
    rules=many("link", 5),
    group="Links og andet",
    ask="Er der en hjemmeside om netop det her?",
    hint="Skriv sidens adresse. Har I flere, så skriv dem på hver sin linje.",
)
NOTE: Final = Key(
    name="note",
    title="Egne ord",
    help="Det, der ikke passer i de andre felter. Siden viser det, som du skriver det.",
    examples=["Brug indgangen fra gården"],
    absent="Ingenting.",
    rules=text(600),
    group="Links og andet",
    ask="Er der mere at sige?",
    hint="Siden viser det, som du skriver det.",
)
PERIOD: Final = Key(
    name="periode",
    title="Periode",
    help="Den del af året, I er i gang: måneder, uger eller datoer.",
    examples=[
        "september til april",
        "uge 36 til 17",
        "8. september 2026 til 27. april 2027",
        "fra 1. marts 2027",
        "12 uger fra 12. januar 2027",
        "hele året",
    ],
    absent="Foreningens periode. Har den heller ingen, fortsætter I indtil videre.",
    rules=many("period", 20),
    group="Hvornår",
    ask="Hvornår på året er I i gang?",
    hint="Skriv måneder, uger eller datoer.",
)
BREAKS: Final = Key(
    name="fri",
    title="Fri",
    help=(
        "Hvornår I holder fri: skoleferier, helligdage, en ferie ved navn, uger, måneder eller "
        "datoer. Skriv ingen, hvis I aldrig holder fri."
    ),
    examples=[
        "skoleferier",
        "helligdage",
        "juleferie",
        "juli",
        "uge 42",
        "24. december 2026",
        "20. december til 3. januar",
        "ingen",
    ],
    absent=(
        "Foreningens fridage. Er der heller ingen, skriver siden 'ring og hør' ved datoer i "
        "skolernes ferier og på helligdage."
    ),
    rules=many("breaks", 60),
    group="Hvornår",
    ask="Hvornår holder I fri?",
    hint="Skriv skoleferier, helligdage, uger, måneder eller datoer. Skriv »ingen«, hvis I aldrig har fri.",
)
TIMES: Final = Key(
    name="gange",
    title="Antal gange",
    help=(
        "Hvis I mødes et fast antal gange, fx et kursus. Der tælles fra periodens første dag. Tallet "
        "gælder alle linjer under tid tilsammen; under en enkelt tid gælder det kun den."
    ),
    examples=[8, "12 uger"],
    absent="Der er ikke et bestemt antal gange.",
    rules=one("times"),
    group="Hvornår",
    ask="Mødes I et fast antal gange?",
    hint="Svar kun, hvis I stopper igen, fx et kursus. Siden tæller fra den dag, I begynder.",
)
STATUS: Final = Key(
    name="status",
    title="Status",
    help=(
        "Er der plads til nye? Skriv gerne datoer, og egne ord efter et komma. Når slutdatoen er "
        "gået, forsvinder linjen af sig selv."
    ),
    examples=[
        "åben",
        "fuld",
        "venteliste",
        "starter når vi er nok",
        "ikke startet",
        "pause til 8. januar 2027, hallen males",
        "lukket fra 1. maj 2027",
    ],
    absent="Siden siger ikke noget om plads.",
    rules=many("status", 6),
    group="Lige nu",
    ask="Er der plads til nye?",
    hint="Skriv gerne datoer, og egne ord efter et komma. Når slutdatoen er gået, forsvinder det igen.",
)
NOTICE: Final = Key(
    name="opslag",
    title="Opslag",
    help=(
        "En besked, der forsvinder af sig selv: til, en dato, komma og teksten. Skriver du kun en "
        "sætning, bliver den stående i 60 dage, efter at I har bekræftet."
    ),
    examples=["til 31. december 2026, vi mødes på skolen, mens hallen males"],
    absent="Ingen besked.",
    rules=many("notice", 6),
    group="Lige nu",
    ask="Har I en besked, der gælder lige nu?",
    hint="Skriv »til«, en dato, et komma og beskeden. Så forsvinder den af sig selv efter den dag.",
)
CONFIRMED: Final = Key(
    name="bekræftet",
    title="Bekræftet",
    help=(
        "Den dag, et menneske i foreningen sidst så oplysningerne igennem, og hvilken rolle det "
        "menneske har. Aldrig et navn. Har ingen set dem igennem, så skriv aldrig."
    ),
    examples=["15. oktober 2026 af formanden", "aldrig"],
    absent="'Ikke bekræftet endnu. Ring først', og holdet står længere nede på listerne.",
    rules=one("attestation"),
    group="Lige nu",
    ask="Hvem har set oplysningerne igennem, og hvornår?",
)
CONTACT: Final = Key(
    name="kontakt",
    title="Kontakt",
    help=(
        "Hvem man ringer eller skriver til. Et telefonnummer eller en mail er nok. Brug "
        "foreningens, ikke din private. Flere skrives som en liste; den første er den vigtigste."
    ),
    examples=[
        "12 34 56 78",
        "kontakt@example.org",
        {"rolle": "formanden", "telefon": "12 34 56 78", "træffes": "Hverdage 9-14"},
    ],
    absent="Brobyggerens telefon, og 'Foreningen har ikke skrevet, hvem du kan ringe til'.",
    rules=mixed("contact", "contact-fields", 6),
    group="Kom med",
    ask="Hvem kan man ringe eller skrive til?",
    hint="Et telefonnummer eller en mail er nok. Brug foreningens, ikke din private.",
)
ANSWERS: Final = Key(
    name="godt_at_vide",
    title="Godt at vide",
    help=(
        "Det, en nervøs gæst spørger om. Svar ja, nej eller ukendt, og skriv gerne mere efter et "
        "komma. Holdets svar gælder frem for lokalets, og lokalets frem for stedets."
    ),
    examples=[{"siddende": "ja", "toilet": "ja, i forhallen", "kørestol": "ukendt"}],
    absent="'Spørg os' ved hvert af de ti spørgsmål, flest stiller. De andre vises ikke.",
    rules=ref("answers"),
    group="Godt at vide",
    ask="Hvad vil en ny gæst gerne vide?",
    hint="Svar på det, du ved, og skriv gerne et par ord mere.",
)
FORMER_ID: Final = Key(
    name="tidligere_id",
    title="Gamle adresser",
    help=(
        "Gamle adresser, der stadig skal virke: det gamle id, eller forening/hold, hvis holdet er "
        "flyttet."
    ),
    examples=["gaahold", "vig-if/gaahold"],
    absent="Ingenting.",
    rules=many("reference", 20),
    group="Links og andet",
)
