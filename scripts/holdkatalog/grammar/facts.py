"""The phrases of everything but time: place, price, the way in, limits, state and people."""

from __future__ import annotations

from holdkatalog.grammar.phrase import NOTE, Phrase, either, note, without_names
from holdkatalog.grammar.words import (
    ABOUT,
    AMOUNT,
    DATE,
    FIXED_PLACES,
    ID,
    KR,
    LINK,
    MAIL,
    PHONE,
    TERM,
    TO,
    UNIT_FORMS,
    UNITS,
)

WAYS = {
    "mød op": (
        "mød op", "mød bare op", "bare mød op", "kom bare", "bare kom", "ingen tilmelding", "uden tilmelding",
        "du behøver ikke melde dig til", "du behøver ikke at melde dig til", "du behøver ikke tilmelde dig",
    ),
    "ring først": ("ring først", "ring"),
    "skriv først": ("skriv først", "skriv"),
    "tilmeld dig": ("tilmeld dig", "tilmelding", "meld dig til"),
    "samtale først": ("samtale først", "opstartssamtale", "forsamtale", "visitationssamtale", "en samtale først"),
    "henvisning": ("henvisning", "lægehenvisning", "du skal henvises"),
    "bliv medlem": ("bliv medlem først", "bliv medlem", "meld dig ind først", "meld dig ind"),
    "godkendelse": ("godkendelse", "godkendes", "visitation", "visiteres", "du skal visiteres", "du skal godkendes"),
    "test først": ("test først", "en test først", "helbredstjek først"),
    "undersøgelse først": ("undersøgelse først", "en undersøgelse først"),
    "helbredsundersøgelse først": ("helbredsundersøgelse først", "en helbredsundersøgelse først"),
    "lungefunktionsundersøgelse først": ("lungefunktionsundersøgelse først", "en lungefunktionsundersøgelse først"),
    "konditest først": ("konditest først", "en konditest først"),
}  # fmt: skip
STATES = {
    "åben": ("åben", "åbent", "åben for nye", "plads til nye", "ledige pladser"),
    "fuld": ("fuld", "fuldt", "alt optaget", "optaget"),
    "venteliste": ("venteliste",),
    "starter når vi er nok": ("starter når vi er nok", "starter, når vi er nok"),
    "ikke startet": ("ikke startet", "ikke startet endnu", "ikke begyndt", "ikke begyndt endnu"),
    "pause": ("pause", "holder pause"),
    "lukket": ("lukket", "nedlagt"),
}
EFFORTS = ("ingen", "let", "middel", "hård", "eget tempo")
PEOPLE = ("kvinder", "mænd", "pårørende", "par")
PHASES = ("under behandling", "efter behandling")
STAGES = ("let til moderat", "moderat til svær", "let", "moderat", "svær")
RESIDENCE = ("bopæl i kommunen", "bor i kommunen", "borgere i kommunen")
LEADERS = {
    "frivillige": ("frivillige", "frivillig", "en frivillig"),
    "fagperson": ("fagperson", "en fagperson", "fagpersoner", "fagfolk"),
    "deltagerne": ("deltagerne", "deltagere", "deltagerne selv", "os selv"),
}
KINDS = ("hold", "kor", "fællesskab", "følgeskab", "samtale", "mødested", "kursus", "forløb")
CLUB_KINDS = (
    "idrætsforening", "patientforening", "ældreorganisation", "aftenskole", "frivilliggruppe", "kommune",
    "region", "menighed", "selvejende institution", "selvejende", "andet",
)  # fmt: skip
PURPOSES = ("tilmelding", "fagfolk")
WIDE_AREAS = ("hele-kommunen", "andre-kommuner", "hele-landet")


def _any(choices: dict[str, tuple[str, ...]]) -> str:
    return either(*sorted((w for ws in choices.values() for w in ws), key=len, reverse=True))


_NUMBER = rf"(?P<about>{ABOUT})?(?P<amount>{AMOUNT})(?:{TO}(?P<most>{AMOUNT}))?"
_UNIT = either(*UNIT_FORMS, *UNITS)
# Whoever writes "gratis, hvis ..." means that it costs something for somebody.
_CONDITION = (
    "(?:men )?(?:kun )?(?:hvis|når|såfremt|forudsat|kun|de første|den første|første|som medlem|for "
    "|til (?!gengæld)|indtil |i starten|i begyndelsen"
    # "Ikke-medlemmer", "uden kontingent" and "alt er betalt" say that it is free after all.
    r"|(?!(?:[\s\S]*\s)?(?:ikke|uden |ingen |intet |også|betalt|betaler kommunen"
    r"|(?:kommunen|klubben|foreningen|vi) betaler))"
    r"[\s\S]*(?:betal|kontingent|medlem))"
)
_THING = either(
    "kaffe", "te", "kage", "brød", "mad", "frokost", "morgenmad", "aftensmad", "forplejning",
    "drikkevarer", "materialer", "bus", "bussen", "kørsel", "transport", "entré", "udstyr",
)  # fmt: skip
THINGS = rf"{_THING}(?:(?:, | og |/){_THING})*"
EXTRA = rf"(?P<thing>{THINGS}) (?:koster |til )?(?P<sum>{ABOUT}?{AMOUNT}(?:{TO}{AMOUNT})?{KR}(?: pr\.? {_UNIT})?)"
"""What comes on top, said behind the price: `kaffe 10 kr.`"""
_FREE = r"(?:[Gg]ratis|[Ff]ri entré|[Gg]ratis adgang|[Dd]et er gratis|[Dd]et koster ikke noget|0 ?[Kk]r\.?)"
_TOP = "(?P<top>[Pp]lus )?"
_PER = rf"(?P<per>(?: (?:pr\.?|per|om|i) {_UNIT}){{0,2}})"
_WHO = r"(?: for (?P<who>[^,\s][^,]*))?"
PRICE = Phrase(
    "price",
    {
        "free": rf"{_TOP}{_FREE}(?: pr\.? {_UNIT})?{_WHO}"
        # What costs something after all is a price of its own.
        + note(rf"{_CONDITION}|(?!{without_names(EXTRA)}$)[\s\S]*\d{KR}"),
        "amount": rf"{_TOP}(?!0 ?[Kk]r){_NUMBER}{KR}{_PER}{_WHO}"
        + note(rf"{AMOUNT}(?:{KR}|{TO}{AMOUNT}{KR})"),
        "amount_before": rf"{_TOP}[Kk]r\.? {_NUMBER}(?:,-)?{_PER}{_WHO}"
        + note(rf"{AMOUNT}(?:{KR}|{TO}{AMOUNT}{KR})"),
    },
    traps={
        "free-with-condition": rf"(?:gratis|0 ?kr\.?),? (?P<condition>{_CONDITION}[\s\S]*)",
        "two-prices": rf"(?P<first>[\s\S]+{KR}[^,]*?|gratis)(?:,| og| eller)"
        rf"(?: [a-zæøå]{{1,20}}){{0,4}}? (?P<second>{AMOUNT}(?:{TO}{AMOUNT})?{KR}[\s\S]*)",
        "amount-without-kroner": rf"(?P<amount>{AMOUNT})(?![\s\S]*{KR}(?![a-zæøå]))(?P<rest> [\s\S]*)?$",
    },
)
_THROUGH = r"(?: (?P<through>(?:hos|fra|til|via|på|af|i|ved) [^,]+?))?"
WAY = Phrase(
    "way",
    {"step": rf"(?P<kind>{_any(WAYS)}){_THROUGH}(?: (?P<until>senest|inden) (?P<by>[^,]+))?{NOTE}"},
)
STATUS = Phrase(
    "status",
    {
        "starts": rf"[Ss]tarter (?:fra )?(?P<first>{DATE}){NOTE}",
        "state": rf"(?P<kind>{_any(STATES)})(?: fra (?P<first>{DATE}))?(?: til (?P<last>{DATE}))?{NOTE}",
    },
    sentence="",
)
NOTICE = Phrase(
    "notice",
    {"dated": rf"(?:[Ff]ra (?P<first>{DATE}) )?[Tt]il (?P<last>{DATE}), (?P<note>[\s\S]+)"},
    own_words=False,
)
ATTESTATION = Phrase(
    "attestation",
    {"dated": rf"(?P<date>{DATE})(?: af (?P<by>[\s\S]+))?", "never": either("aldrig")},
    sentence="",
)
ANSWER = Phrase(
    "answer",
    {"answer": rf"(?P<answer>{either('ja', 'nej', 'ukendt')}){NOTE}"},
    sentence="",
    unknown=False,
    traps={"comma-missing": r"(?P<answer>ja|nej|ukendt) (?P<rest>[\s\S]+)"},
)
_LEVEL = either(*EFFORTS[:4])
EFFORT = Phrase(
    "effort",
    {
        "range": rf"[Ff]ra (?P<low>{_LEVEL}) til (?P<high>{_LEVEL}){NOTE}",
        "own": rf"(?:{either('eget tempo', 'i eget tempo', 'du bestemmer selv', 'bestem selv')}){NOTE}",
        "level": rf"(?P<level>{either(*EFFORTS)}){NOTE}",
    },
)
_YEARS = r"(?: år)?"
_AND_OVER = r"| år(?:\+| og derover| og opefter| og op)| og derover"
LIMIT = Phrase(
    "limit",
    {
        "under": rf"[Uu]nder (?P<high>\d{{1,3}}){_YEARS}{NOTE}",
        "over": rf"[Oo]ver (?P<low>\d{{1,3}}){_YEARS}{NOTE}",
        "from": rf"(?:[Ff]ra )?(?P<low>\d{{1,3}})(?:\+{_YEARS}{_AND_OVER}){NOTE}",
        "until": rf"(?:op til |til )(?P<high>\d{{1,3}}){_YEARS}{NOTE}|(?P<high2>\d{{1,3}}) år og derunder",
        "between": rf"[Mm]ellem (?P<low>\d{{1,3}}){_YEARS} og (?P<high>\d{{1,3}}){_YEARS}{NOTE}",
        "at_least": rf"[Ff]ra (?P<low>\d{{1,3}}) år{NOTE}"
        rf"|(?:[Ff]ra )?(?P<low2>\d{{1,3}}) plus{NOTE.replace('note', 'note2')}",
        "ages": rf"(?P<low>\d{{1,3}}){_YEARS}{TO}(?P<high>\d{{1,3}}){_YEARS}{NOTE}",
        "word": rf"(?:kun )?(?P<word>{either(*PEOPLE, *PHASES, *STAGES)}){NOTE}",
        "residence": rf"(?:{either(*RESIDENCE)}){NOTE}",
    },
)
_AT_MOST = either("højst", "max.", "max", "maks.", "maks", "maksimalt", "op til")
_SIZE = r"(?: (?P<unit>par|pladser|personer|deltagere|mennesker))?"
SEATS = Phrase(
    "seats",
    {
        "about": rf"(?P<about>{ABOUT})?(?P<low>\d{{1,4}})(?:{TO}(?P<high>\d{{1,4}}))?{_SIZE}{NOTE}",
        "most": rf"{_AT_MOST} (?P<high>\d{{1,4}}){_SIZE}{NOTE}",
        "least": rf"{either('mindst', 'minimum')} (?P<low>\d{{1,4}}){_SIZE}{NOTE}",
        "between": rf"[Mm]ellem (?P<low>\d{{1,4}}) og (?P<high>\d{{1,4}}){_SIZE}{NOTE}",
    },
)
_KM = r"\d{1,3}(?:[,.]\d{1,2})?"
_M = r"\d{2,5}"
_IN_KM = r"(?: ?(?:km|kilometer)\.?)"
_IN_M = r"(?: ?(?:m|meter)\.?)"
WALK = Phrase(
    "walk",
    {
        "length": rf"(?P<about>{ABOUT})?(?P<low>{_KM})(?:{_IN_KM}?{TO}(?P<high>{_KM}))?{_IN_KM}{NOTE}",
        "metres": rf"(?P<about>{ABOUT})?(?P<low>{_M})(?:{_IN_M}?{TO}(?P<high>{_M}))?{_IN_M}{NOTE}",
        "mixed": rf"(?P<about>{ABOUT})?(?P<low>{_M}){_IN_M}{TO}(?P<high>{_KM}){_IN_KM}{NOTE}",
    },
)
LEADER = Phrase("leader", {"kind": rf"(?P<kind>{_any(LEADERS)}){NOTE}"})
_NUMBER_AGAIN = r"(?:\d\d ?){3}\d\d"
# A second phone or mail behind the first would stand as mere words.
_REST = rf"(?:,? (?![\s\S]*(?:@|{_NUMBER_AGAIN}))(?P<rest>[^\d\s/][\s\S]*))?"
_SECOND = {
    "two-contacts": rf"(?P<first>{PHONE}|{MAIL})(?P<between>\D[\s\S]*?)??"
    rf"(?P<second>{MAIL}|{_NUMBER_AGAIN})(?P<rest>[\s\S]*)$"
}
CONTACT = Phrase(
    "contact",
    {"phone": rf"(?P<phone>{PHONE}){_REST}", "mail": rf"(?P<mail>{MAIL}){_REST}"},
    sentence="",
    own_words=False,
    traps=_SECOND,
)
PHONE_PHRASE = Phrase(
    "phone",
    {"phone": rf"(?P<phone>{PHONE}){_REST}"},
    sentence="",
    own_words=False,
    traps=_SECOND,
)
MAIL_PHRASE = Phrase("mail", {"mail": MAIL}, sentence="", own_words=False)
LINK_PHRASE = Phrase("link", {"link": LINK}, sentence="", own_words=False)
PLACE = Phrase(
    "place",
    {
        "fixed": rf"(?P<id>{either(*FIXED_PLACES)}|[Hh]jemme hos dig|[Ii] telefonen){NOTE}",
        "reference": rf"(?P<id>{ID}){NOTE}",
    },
    sentence="[A-ZÆØÅÉ0-9]",
)
_TOWN = r"[A-ZÆØÅ][^,\n]*"
_ADDRESS_END = (
    rf"(?:(?P<postcode>\d{{4}}) (?P<town>{_TOWN})"
    rf"|(?P<land>[A-Z]{{1,3}})-(?P<code>\d{{2,3}} ?\d{{2,3}}) (?P<town2>{_TOWN})(?:, (?P<country>{_TOWN}))?"
    rf"|(?P<code2>\d{{3}} ?\d{{2}}) (?P<town3>{_TOWN}), (?P<country2>{_TOWN}))"
)
ADDRESS = Phrase(
    "address",
    {"address": rf"(?:(?P<before>[^,\n]+(?:, [^,\n]+){{0,3}}), )?{_ADDRESS_END}"},
    sentence="",
    own_words=False,
)
VOCABULARY = Phrase("vocabulary", {"term": rf"(?P<term>{TERM}){NOTE}"}, sentence="", unknown=False)
TERM_PHRASE = Phrase("term", {"term": TERM}, sentence="", unknown=False)
PARTNER = Phrase("partner", {"reference": ID}, unknown=False)
REFERENCE = Phrase("reference", {"reference": rf"{ID}(?:/{ID})?"}, sentence="", own_words=False)
ID_PHRASE = Phrase("id", {"id": ID}, sentence="", unknown=False)
