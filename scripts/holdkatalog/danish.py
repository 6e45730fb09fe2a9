"""Danish words: folding, ids, alphabetical order, lists and dates."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "o", "ä": "a"})
_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "é": "e", "ü": "y"})


def fold(text: str) -> str:
    """The text in small letters a-z and digits with single spaces: æ as ae, ø as oe, å as aa."""
    plain = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    letters = unicodedata.normalize("NFD", plain)
    bare = "".join(c for c in letters if not unicodedata.category(c).startswith("M"))
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


def slug(text: str) -> str:
    """The text as an id or a part of an address: `Nykøbing Sj.` becomes `nykoebing-sj`."""
    return fold(text).replace(" ", "-")


def sort_key(text: str) -> tuple[str, str]:
    """The text's place in the Danish alphabet: æ, ø, å last, aa as å only where it is written å."""
    plain = unicodedata.normalize("NFC", text).lower().translate(_ORDER)
    return re.sub(r"[^a-z0-9{|} ]+", "", plain), text


def listed(words: Iterable[str], last: str = "og") -> str:
    """The words as a Danish list: `a`, `a og b`, `a, b og c`."""
    *head, tail = list(words) or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def capital(text: str) -> str:
    """The text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def long_date(day: dt.date) -> str:
    """A date as people write it: `5. december 2026`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
