"""The words and small pieces that the phrases are made of. Every piece is linear and has no groups with names."""

from __future__ import annotations

from holdkatalog.danish import DAYS, MONTHS
from holdkatalog.grammar.phrase import either

NTH = {"første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sidste": -1}
EVERY = {"anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6}
PARTS = ("morgen", "formiddag", "middag", "eftermiddag", "aften")
NUMBERS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
SEASONS = ("forår", "foråret", "sommer", "sommeren", "efterår", "efteråret", "vinter", "vinteren")
UNITS = (
    "gang", "time", "dag", "uge", "måned", "kvartal", "halvår", "sæson", "år", "forløb", "kursus",
    "klippekort", "person", "par",
)  # fmt: skip
UNIT_FORMS = {
    "gangen": "gang", "timen": "time", "dagen": "dag", "ugen": "uge", "måneden": "måned",
    "kvartalet": "kvartal", "halvåret": "halvår", "sæsonen": "sæson", "året": "år",
    "deltager": "person", "næse": "person", "fremmøde": "gang", "mødegang": "gang",
    "medlem": "person",
}  # fmt: skip
FIXED_PLACES = ("online", "telefon", "hjemme")

MONTH = either(*MONTHS)
DAY = either(*DAYS)
COUNT = rf"(?:{either(*NUMBERS)}|[1-9]\d{{0,2}})"
TO = "(?: ?[-–] ?| til | til og med )"
AND = "(?:, | og | eller )"
ABOUT = r"(?:(?:[Cc]irka|[Cc]a\.?|[Oo]mkring|[Oo]mtrent) )"

DATE = (
    r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[-./ ](?:\d{4}|\d{2})"
    rf"|(?:den |d\. ?)?\d{{1,2}}\. ?{MONTH} \d{{4}})"
)
DAY_OF_YEAR = rf"(?:(?:den |d\. ?)?\d{{1,2}}\. ?{MONTH}|\d{{1,2}}[./]\d{{1,2}}\.?)"
HOUR = r"(?:\d{1,2}[.:]\d{2}|\d{4}|\d{1,2})"
AT = r"(?:[Kk]l\.? ?)"
CLOCK = (
    rf"(?:(?:[Ff]ra )?{AT}?{ABOUT}?{AT}?{HOUR}(?:{TO}{AT}?{HOUR})?|(?:om )?{either(*PARTS)}(?:en)?)"
)
LENGTH = r"(?:(?:\d{1,2}(?:,5|½| ½)?|[Ee]n|[Hh]alvanden|[Tt]o|[Tt]re|[Ff]ire) timer?|\d{1,3} min(?:utter|\.)?)"

ID = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
TERM = "[0-9A-Za-zÆØÅæøåéÉ][0-9A-Za-zÆØÅæøåéÉ./ -]*"
PHONE = r"(?:(?:(?:\+|00) ?45[ .-]?)?[1-9](?:[ .-]?\d){7}|(?:\+|00)(?! ?45)[1-9](?:[ .-]?\d){6,14})"
MAIL = r'[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[A-Za-zÆØÅæøå]{2,20}'
LINK = r'https?://[^\s<>"]+'
AMOUNT = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?:,\d{2})?"
KR = r"(?: ?(?:[Kk]r\.?|[Kk]roner|DKK)|,-)"
