"""Whether the words can be read, and whether illnesses, numbers and days can be believed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from holdkatalog.danish import long_date
from holdkatalog.errors import Problem, Unreadable
from holdkatalog.grammar.facts import ATTESTATION
from holdkatalog.reading.numbers import date
from holdkatalog.validation.file import File, texts

_WORDS_TO_JUDGE = 40
_HARD = 45
_LONG_WORD = 6
_MANY_FITS = 6
_PROSE = frozenset(("om", "første_gang", "vilkår"))
_CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
_MODULUS = 11


def hard_texts(file: File) -> Iterator[Problem]:
    """A longer text is written so that most can read it: LIX at most 45."""
    for leaf in file.leaves:
        if leaf.path[-1] in _PROSE and (measured := lix(leaf.text)) > _HARD:
            yield file.pen.at("hard-to-read", leaf.path, value="", lix=str(round(measured)))


def lix(text: str) -> float:
    """How hard a Danish text is to read (LIX): words a sentence, and long words in a hundred; 0 when too short."""
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) <= _WORDS_TO_JUDGE:
        return 0.0
    sentences = len(re.findall(r"[.!?:](?=\s|$)|\n\s*[-*]", text)) or 1
    long = sum(len(word) > _LONG_WORD for word in words)
    return len(words) / sentences + 100 * long / len(words)


def many_fits(file: File) -> Iterator[Problem]:
    """A team made for more than six illnesses is hardly made for any."""
    for offer, values in file.offers.items():
        count = len(list(texts(values.get("for"), ())))
        if count > _MANY_FITS:
            yield file.pen.at("many-fits", ("hold", offer, "for"), key=True, count=str(count))


def confirmed_ahead(file: File) -> Iterator[Problem]:
    """Nobody has looked anything through on a day to come."""
    for leaf in file.leaves:
        found = ATTESTATION.match(leaf.text) if leaf.kind == "attestation" else None
        day = _day(found[1]["date"]) if found and found[0] == "dated" else dt.date.min
        if found and day > file.context.today:
            part = found[1]["date"]
            yield file.pen.at("confirmed-ahead", leaf.path, part=part, day=long_date(day))


def _day(text: str) -> dt.date:
    """The date; one that isn't in the calendar is told of elsewhere."""
    try:
        return date(text)
    except Unreadable:
        return dt.date.min


def wrong_cvr(file: File) -> Iterator[Problem]:
    """A CVR number's digits, weighed, are divisible by eleven."""
    cvr = file.values.get("cvr")
    if isinstance(cvr, str) and re.fullmatch(r"\d{8}", cvr):
        weighed = sum(int(d) * w for d, w in zip(cvr, _CVR_WEIGHTS, strict=True))
        if weighed % _MODULUS:
            yield file.pen.at("cvr-checksum", ("cvr",))
