"""The keys of the municipality's own files: itself, its areas, the school holidays and shared places."""

from __future__ import annotations

from typing import Final

from holdkatalog.fields.key import Key, Table, choice, keyed, many, one, ref, text, texts
from holdkatalog.fields.leaf import Rules

WITHOUT: Final = "Filen kan ikke læses uden."
NOTHING: Final = "Ingenting."


def key(  # noqa: PLR0913 - a row of a table has as many cells as it has
    name: str,
    title: str,
    help_: str,
    example: object,
    rules: Rules,
    *,
    required: bool = False,
    absent: str = NOTHING,
    group: str = "Kommunen",
) -> Key:
    """A row of a table whose keys stand in no form."""
    return Key(
        name=name,
        title=title,
        help=help_,
        examples=[example],
        absent=WITHOUT if required else absent,
        rules=rules,
        group=group,
        required=required,
    )


LINKS: Final = key(
    "links",
    "Links",
    "Sider, der hører til, hver med navn og adresse.",
    [{"navn": "Odsherred Kommune", "adresse": "https://www.example.org/"}],
    {"type": "array", "minItems": 1, "maxItems": 10, "items": ref("link-fields")},
)
LINK_FIELDS: Final = Table(
    name="link-fields",
    where="Et link (under links)",
    help="En side: ordene, man trykker på, og adressen.",
    keys=(
        key("navn", "Navn", "Ordene, man trykker på.", "Lungeforeningen", text(100), required=True),
        key(
            "adresse", "Adresse", "Hele adressen.", "https://www.example.org/", one("link"),
            required=True,
        ),
    ),
)  # fmt: skip
BRIDGE: Final = Table(
    name="bridge",
    where="Brobyggeren (under brobygger)",
    help="Den, man kan ringe til. Nummeret står på hver liste og hvert ark papir.",
    keys=(
        key("rolle", "Rolle", "Rollen, fx brobyggeren.", "brobyggeren", text(80), required=True),
        key(
            "telefon", "Telefon", "Kommunens eget nummer.", "12 34 56 78", one("phone"),
            required=True,
        ),
        key("mail", "Mail", "Kommunens egen mail.", "brobygger@example.org", one("mail"),
            absent="Ingen knap til at skrive."),
        key("træffes", "Træffes", "Hvornår det er bedst at ringe.", "Hverdage 9-14", text(120)),
    ),
)  # fmt: skip
STATEMENT_SAY: Final = (
    "Skriv adressen på erklæringen, fx https://www.was.digst.dk/hold-example-org."
)
ACCESSIBILITY: Final = Table(
    name="accessibility",
    where="Tilgængelighed (under tilgængelighed)",
    help="Det, loven siger, at siden skal fortælle om sin tilgængelighed.",
    keys=(
        key("erklæring", "Tilgængelighedserklæring",
            "Adressen på sidens erklæring hos Digitaliseringsstyrelsen.",
            "https://www.was.digst.dk/hold-example-org",
            text(300, r"^https://(www\.)?was\.digst\.dk/[A-Za-z0-9._~-]+/?$", STATEMENT_SAY),
            absent="Siden skriver, at erklæringen mangler."),
        key("telefon", "Telefon", "Nummeret til den, der svarer, når noget på siden ikke virker.",
            "12 34 56 78", one("phone"), absent="Siden skriver, at nummeret mangler."),
        key("mail", "Mail", "Mailen til den, der svarer, når noget på siden ikke virker.",
            "tilgaengelighed@example.org", one("mail"), absent="Siden skriver, at mailen mangler."),
    ),
)  # fmt: skip
FRESHNESS: Final = Table(
    name="freshness",
    where="Friskhed (under friskhed)",
    help="Hvor mange dage efter bekræftelsen der sker noget med holdet. Tallene skal vokse.",
    keys=(
        key("snart", "Snart", "Så mange dage efter skriver holdets side, at man kan ringe for at være sikker.",
            "180", one("number-of-days"), absent="180 dage."),
        key("gammel", "Gammel", "Så mange dage efter bliver holdet mærket og står nederst på listerne.",
            "365", one("number-of-days"), absent="365 dage."),
        key("ud", "Ud", "Så mange dage efter er holdet ikke på listerne længere. Dets side siger, at man "
            "skal ringe først.", "425", one("number-of-days"), absent="425 dage."),
    ),
)  # fmt: skip
MUNICIPALITY: Final = Table(
    name="kommune",
    where="Kommunen (content/kommune.yaml)",
    help="Kommunen, og den, man ringer til.",
    keys=(
        key("id", "Id", "Kommunens id: små bogstaver a-z, tal og bindestreg.", "odsherred",
            one("id"), required=True),
        key("navn", "Navn", "Kommunens navn uden ordet kommune.", "Odsherred", text(100),
            required=True),
        key("kode", "Kode", "Kommunekoden, fire cifre i anførselstegn.", "0306", one("code"),
            required=True),
        key("eksempeldata", "Eksempeldata", "ja, så længe holdene er opdigtede. Siden siger det øverst.",
            "ja", one("yes"), absent="Holdene er rigtige."),
        key("brobygger", "Brobygger", "Den, man kan ringe til.",
            {"rolle": "brobyggeren", "telefon": "12 34 56 78"}, ref("bridge"), required=True),
        key("tilgængelighed", "Tilgængelighed", "Sidens tilgængelighedserklæring, og hvem der svarer.",
            {"erklæring": "https://www.was.digst.dk/hold-example-org", "telefon": "12 34 56 78",
             "mail": "tilgaengelighed@example.org"},
            ref("accessibility"), absent="Siden skriver, at oplysningerne mangler."),
        LINKS,
        key("friskhed", "Friskhed", "Hvor længe oplysninger er friske, når en forening har bekræftet dem.",
            {"snart": "180", "gammel": "365", "ud": "425"}, ref("freshness"),
            absent="180, 365 og 425 dage."),
    ),
)  # fmt: skip
AREA: Final = Table(
    name="area-fields",
    where="Et område (under områder)",
    help="Et eller flere postnumre, man kan søge i.",
    keys=(
        key("navn", "Navn", "Det, området hedder.", "Vig", text(60), required=True),
        key("postnumre", "Postnumre", "Områdets postnumre.", ["4560"], many("postcode", 20),
            required=True),
        key("midte", "Midte", "Bredde og længde i grader, i anførselstegn.", "55.846 11.592",
            one("centre"), required=True),
        key("naboer", "Naboer", "Områder, der ligger op til. Skriv dem hos begge.",
            ["asnaes", "grevinge"], many("id", 20)),
        key("landsbyer", "Landsbyer", "Byer og landsbyer, der hører til.", ["Vig Lyng"],
            texts(60, 60)),
        key("kaldes", "Kaldes", "Det, folk siger og skriver i stedet for navnet.", ["Odden"],
            texts(60, 20)),
        key("i_sætning", "I en sætning", "Hvor man er, når man er der, hvis det ikke er 'i' og navnet.",
            "på Sjællands Odde", text(80), absent="i og navnet."),
        key("navnets_plads", "Navnets plads", "Den side af tallet på kortet, navnet står på.", "nord",
            choice("nord", "øst", "syd", "vest"), absent="Øst for tallet."),
    ),
)  # fmt: skip
AREAS: Final = Table(
    name="omraader",
    where="Områderne (content/omraader.yaml)",
    help="Områder, man kan søge i.",
    keys=(
        key("områder", "Områder", "Hvert område med et kort id foran kolon.",
            {"vig": {"navn": "Vig", "postnumre": ["4560"], "midte": "55.846 11.592"}},
            keyed(ref("area-fields"), 100, ref("name")), required=True),
        key("omrids", "Omrids", "Kommunens omrids: hvert stykke land med sine punkter, bredde og længde.",
            {"Odsherred": ["55.968 11.369", "55.953 11.750", "55.757 11.452"]},
            keyed(many("centre", 400), 20, text(60)), absent="Der er intet kort."),
    ),
)  # fmt: skip
HOLIDAYS: Final = Table(
    name="skoleferier",
    where="Skolernes ferier (content/skoleferier.yaml)",
    help="Skolernes ferier og andre fridage.",
    keys=(
        key("kendt_til", "Kendt til", "Den sidste dag, ferierne er kendt til.", "31. juli 2027",
            one("date"), required=True),
        key("ferier", "Ferier", "Hver ferie med sit navn foran kolon og fra-til på hver sin linje.",
            {"juleferie": ["19. december 2026 til 3. januar 2027"]},
            keyed(many("period", 10), 20, {"title": "ferie", **ref("key")}), required=True),
        key("også_helligdage", "Også helligdage", "Dage, der regnes som helligdage ud over de officielle.",
            ["24. december"], many("day-of-year", 20),
            absent="De officielle og 1. maj, 5. juni, 24. december og 31. december."),
        key("ikke_helligdage", "Ikke helligdage", "Dage, der ellers regnes som helligdage, men som er "
            "almindelige dage her.", ["1. maj"], many("day-of-year", 20)),
    ),
)  # fmt: skip
PLACES: Final = Table(
    name="steder",
    where="Fælles steder (content/steder.yaml)",
    help="Kommunens fælles steder. Foreninger skriver kun id'et.",
    keys=(
        key("steder", "Steder", "Hvert sted med et kort id foran kolon.",
            {"vig-hallen": {"navn": "Vig Hallen", "adresse": "Stadionvej 2, 4560 Vig"}},
            # A municipality without shared places may keep the key with nothing below it.
            {**keyed({"type": "object", **ref("place-fields")}, 500, ref("name")),
             "type": ["object", "null"]},
            absent="Kommunen har ingen fælles steder."),
    ),
)  # fmt: skip
FILES: Final = (MUNICIPALITY, AREAS, HOLIDAYS, PLACES)
INNER: Final = (BRIDGE, ACCESSIBILITY, FRESHNESS, AREA, LINK_FIELDS)
