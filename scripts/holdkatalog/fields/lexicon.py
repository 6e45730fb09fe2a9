"""The keys of the vocabularies, the engine's and the municipality's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from holdkatalog.fields.content import LINKS, NOTHING, key
from holdkatalog.fields.key import Key, Table, choice, keyed, many, one, ref, text, texts
from holdkatalog.fields.offer import OFFER
from holdkatalog.grammar.facts import KINDS
from holdkatalog.reading.keys import OF_A_TEMPLATE

_ENGLISH: Final = key("engelsk", "Engelsk", "Navnet på engelsk.", "Asthma", text(100))
_IN_WORDS: Final = key(
    "i_sætning", "I en sætning",
    "Navnet inde i en sætning, hvis det ikke bare begynder med lille.", "Parkinson", text(100),
    absent="Navnet med lille begyndelsesbogstav.",
)  # fmt: skip
_HIDDEN: Final = key(
    "skjul", "Skjul", "ja i kommunens egen fil: ordet bruges ikke her.", "ja", one("yes"),
    absent="Ordet bruges.",
)  # fmt: skip


def _name(example: str) -> Key:
    return key("navn", "Navn", "Det, der står på siden.", example, text(100), required=True)


def _group(example: str) -> Key:
    return key(
        "gruppe", "Gruppe", "Den overskrift, det står under: et ord fra grupper.", example,
        one("group"), required=True,
    )  # fmt: skip


def _synonyms(example: str) -> Key:
    return key(
        "synonymer", "Synonymer", "Det, folk kalder det i stedet. Siden viser dem.", [example],
        texts(100, 60),
    )  # fmt: skip


CONDITION: Final = Table(
    name="condition-entry",
    where="En sygdom (under sygdomme)",
    help="En sygdom og det, man skal vide. Ordet foran kolon er dens id og står i adresser.",
    keys=(
        _name("Astma"),
        _IN_WORDS,
        _group("lunger"),
        key("kerne", "Kerne", "ja, hvis næsten alle kommuner har hold for den.", "ja", one("yes"),
            absent="nej."),
        _synonyms("pibende vejrtrækning"),
        key("søgeord", "Søgeord",
            "Ord, der finder sygdommen, men ikke bliver vist: de kan såre på tryk.", ["hvæsende"],
            texts(100, 60)),
        key("det_skal_du_vide", "Det skal du vide", "To til fire sætninger i enkelt sprog.",
            "Du må gerne holde pause.", text(1500)),
        LINKS,
        key("gennemset", "Gennemset", "Den dag, teksten og dens links sidst blev læst igennem.",
            "21. november 2026", one("date")),
        key("patientforening", "Patientforening", "Patientforeningens navn.", "Lungeforeningen",
            text(100)),
        _ENGLISH,
        key("icd10", "ICD-10", "Koderne i ICD-10.", ["J45"], many("icd10", 40)),
        _HIDDEN,
    ),
)  # fmt: skip
AUDIENCE: Final = Table(
    name="audience-entry",
    where="En målgruppe (under målgrupper)",
    help="Mennesker, et hold er for, uden at det handler om en sygdom. Det lukker ingen ude.",
    keys=(_name("Pårørende"), _IN_WORDS, _synonyms("familie"), _HIDDEN),
)
OPENACTIVE: Final = Table(
    name="openactive-fields",
    where="OpenActive (under openactive)",
    help="Den samme aktivitet i OpenActives liste.",
    keys=(
        key("id", "Id", "Aktivitetens adresse i OpenActives liste.",
            "https://openactive.io/activity-list#c72e1713-25c1-4886-926a-4cd549bb4916",
            one("openactive"), required=True),
        key("match", "Passer", "exact (det samme), close (næsten) eller broad (deres er bredere).",
            "exact", choice("exact", "close", "broad"), required=True),
    ),
)  # fmt: skip
ACTIVITY: Final = Table(
    name="activity-entry",
    where="En aktivitet (under aktiviteter)",
    help="Noget, man kan lave. Ordet foran kolon er dens id og står i adresser.",
    keys=(
        _name("Stavgang"),
        _group("gymnastik"),
        key("slags", "Slags", "Det, et hold regnes for, når det ikke selv skriver slags.", "hold",
            choice(*KINDS), required=True),
        _synonyms("gå med stave"),
        _ENGLISH,
        key("openactive", "OpenActive", "Den samme aktivitet i OpenActives liste.",
            {"id": "https://openactive.io/activity-list#c72e1713-25c1-4886-926a-4cd549bb4916",
             "match": "exact"}, ref("openactive-fields")),
        _HIDDEN,
    ),
)  # fmt: skip
QUESTION: Final = Table(
    name="question-entry",
    where="Et spørgsmål (under spørgsmål)",
    help="Noget, en nervøs gæst spørger om. Ordet foran kolon er det, foreningen skriver.",
    keys=(
        _group("stedet"),
        key("ja", "Ja", "Sætningen, når svaret er ja.", "Der er toilet", text(120), required=True),
        key("spørgsmål", "Spørgsmål", "Det, gæsten spørger om. Siden viser det med svaret efter.",
            "Er der toilet?", text(120), absent="Sætningen, når svaret er ja."),
        key("hjælp", "Hjælp", "Det, foreningen skal tænke på, når den svarer.",
            "Skriv, om der er enkeltrum.", text(200), required=True),
        key("eksempel", "Eksempel", "Et godt svar.", "ja, i forhallen", one("answer"),
            required=True),
        key("behov", "Behov", "Det samme set fra gæsten. Kun når et ja er det, hun leder efter.",
            "Jeg skal have et toilet i nærheden", text(120), absent="Ikke et behov, man kan vælge."),
        key("kort", "Kort", "Behovet, hvor der er lidt plads: på en knap og på papir.", "Toilet",
            text(40), absent="Behovet, som det står."),
        key("udvalgt", "Udvalgt", "ja: vises altid, også når svaret mangler.", "ja", one("yes"),
            absent="Vises kun, når der er svaret."),
        _HIDDEN,
    ),
)  # fmt: skip
LANGUAGE: Final = Table(
    name="language-entry",
    where="Et sprog (under sprog)",
    help="Et sprog, man kan skrive under sprog og oversat.",
    keys=(
        _name("engelsk"),
        key("kode", "Kode", "Sprogets kode på nettet (BCP 47).", "en", one("language-code"),
            required=True),
        _HIDDEN,
    ),
)  # fmt: skip
CONCEPT: Final = Table(
    name="concept-entry",
    where="En skabelon (under skabeloner)",
    help=(
        "Noget, mange foreninger i landet laver efter samme idé. Ordet foran kolon er det, et hold "
        "skriver under skabelon."
    ),
    keys=(
        _name("Lungekor"),
        key("landsforening", "Landsforening", "Den, der står bag idéen.", "Lungeforeningen",
            text(100)),
        key("link", "Link", "Deres egen side om det.", "https://www.example.org/lungekor",
            one("link")),
        key("hold", "Hold", "Det, et hold får fra skabelonen, skrevet som på et hold.",
            {"aktivitet": "lungekor", "for": ["kol", "astma"]}, ref("concept-offer"),
            required=True),
        _HIDDEN,
    ),
)  # fmt: skip
CONCEPT_OFFER: Final = Table(
    name="concept-offer",
    where="Det, en skabelon giver (under hold)",
    help=(
        "Det, der er ens alle steder. Hvornår, hvor, hvem man ringer til, og hvad det koster, skriver "
        "hver forening selv."
    ),
    keys=tuple(
        replace(each, step="mere", unless="") for each in OFFER.keys if each.name in OF_A_TEMPLATE
    ),
)


def _section(name: str, title: str, entry: str, names: str, example: object) -> Key:
    """The entries of one kind, each under its id."""
    rules = keyed(ref(entry), 500, {"title": "id", **ref(names)})
    return key(name, title, "Hver med sit id foran kolon.", example, rules, absent=NOTHING)


VOCABULARY: Final = Table(
    name="vocabulary",
    where="En ordliste (schema/vocabulary/ og content/vocabulary/)",
    help=(
        "Ordene, kataloget er sorteret efter. En kommunes egen fil har samme form: nye ord kommer "
        "til, skjul: ja tager et væk, og andre felter retter programmets."
    ),
    keys=(
        key("grupper", "Grupper", "Overskrifterne, hver med sit id foran kolon.",
            {"lunger": "Lunger og vejrtrækning"},
            keyed(text(100), 60, {"title": "id", **ref("group")})),
        _section("sygdomme", "Sygdomme", "condition-entry", "id",
                 {"astma": {"navn": "Astma", "gruppe": "lunger"}}),
        _section("målgrupper", "Målgrupper", "audience-entry", "id",
                 {"paaroerende": {"navn": "Pårørende"}}),
        _section("aktiviteter", "Aktiviteter", "activity-entry", "id",
                 {"stavgang": {"navn": "Stavgang", "gruppe": "gymnastik", "slags": "hold"}}),
        _section("spørgsmål", "Spørgsmål", "question-entry", "key",
                 {"toilet": {"gruppe": "stedet", "ja": "Der er toilet", "hjælp": "Skriv hvor.",
                             "eksempel": "ja, i forhallen"}}),
        _section("skabeloner", "Skabeloner", "concept-entry", "id",
                 {"lungekor": {"navn": "Lungekor", "hold": {"aktivitet": "lungekor"}}}),
        _section("sprog", "Sprog", "language-entry", "id",
                 {"engelsk": {"navn": "engelsk", "kode": "en"}}),
    ),
)  # fmt: skip
ENTRIES: Final = (
    CONDITION, AUDIENCE, ACTIVITY, OPENACTIVE, QUESTION, LANGUAGE, CONCEPT, CONCEPT_OFFER
)  # fmt: skip
