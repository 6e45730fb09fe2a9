"""Sentences that look like a fixed phrase, or hold one: they are shown, but not reckoned with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from holdkatalog.danish import DAYS, MONTHS
from holdkatalog.grammar.words import COUNT
from holdkatalog.validation.lexicon import PHRASES
from holdkatalog.validation.near import LONGEST, corrected, reads


def hidden(leaf: str, sentence: str) -> str:
    """The fixed phrase that a sentence seems to be, or to hold; empty when it may well be a sentence."""
    lowered = sentence[:1].lower() + sentence[1:]
    phrase = PHRASES[leaf]
    if len(sentence) <= LONGEST and not phrase.match(sentence):
        found = corrected(leaf, lowered) if _begins_like(leaf, lowered) else ""
        return found or _inside(leaf, sentence)
    return ""


_BEGINNINGS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "session": re.compile(
            rf"(?:hver|den|første|anden|tredje|fjerde|sidste|(?:{'|'.join(d[:3] for d in DAYS)})\w*)\b.*\d|"
            rf"(?:hver )?(?:{'|'.join(DAYS)})e? ?(?:i|på|hos|ved|om|efter|og|fra)?\b"
            r"(?!.*\b(?:er|har|går|kan|skal|bliver)\b)", re.IGNORECASE,
        ),
        "period": re.compile(rf"(?:fra )?(?:{'|'.join(m[:3] for m in MONTHS)}|uge|\d|hele året)", re.IGNORECASE),
        "breaks": re.compile(rf"(?:{'|'.join(m[:3] for m in MONTHS)}|uge|skole|hellig|\w+ferie)", re.IGNORECASE),
        "price": re.compile(r"(?:\d|gra|kr|ca|cirka|plus)", re.IGNORECASE),
        "effort": re.compile(r"(?:let|mod|mid|hår|ing|eget)", re.IGNORECASE),
        "limit": re.compile(r"(?:\d|over|under|kvind|mænd|par|pårør|fra \d)", re.IGNORECASE),
        "seats": re.compile(r"(?:\d|max|højst|mindst|cirka|plads)", re.IGNORECASE),
        "walk": re.compile(r"(?:\d|cirka|ca)", re.IGNORECASE),
        "way": re.compile(r"(?:mød|ring|skriv|tilmeld|henvis|samtale)", re.IGNORECASE),
        "leader": re.compile(r"(?:frivil|fagp|deltag)", re.IGNORECASE),
        "place": re.compile(r"(?:online|telefon|hjemme)\b", re.IGNORECASE),
    }
)  # fmt: skip


def _begins_like(leaf: str, text: str) -> bool:
    pattern = _BEGINNINGS.get(leaf)
    return pattern is not None and pattern.match(text) is not None


_DAYS = "|".join(DAYS)
_INSIDE: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "session": re.compile(
            r"(?<!eller )(?<!første )(?<!sidste )(?:hver (?:anden )?)?"
            rf"(?:{_DAYS})e?(?:(?:, | og |-| til )(?:{_DAYS})e?)*,? (?:fra )?(?:kl\.? ?|klokken )?"
            r"\d{1,2}(?:[.:]\d{2})?(?:(?: ?[-–] ?| til )(?:kl\.? ?)?\d{1,2}(?:[.:]\d{2})?)?(?!\S*\d)", re.IGNORECASE
        ),
        "price": re.compile(
            r"(?<!fra )(?<!op til )(?<![\d.])\d[\d.]*(?:,\d\d)? ?(?:kr\.?|kroner|,-) (?:pr\.?|per|om) "
            r"(?:gang(?:en)?|måned(?:en)?|år(?:et)?|sæson|halvår|person)", re.IGNORECASE,
        ),
    }
)  # fmt: skip


# Twice a month on Mondays is not every Monday.
_SOME_OF_THEM = re.compile(rf"{COUNT} gange? (?:om|i|pr)", re.IGNORECASE)


def _inside(leaf: str, sentence: str) -> str:
    """The one phrase that stands in the middle of a sentence."""
    pattern = _INSIDE.get(leaf)
    hits = pattern.findall(sentence) if pattern and not _SOME_OF_THEM.match(sentence) else []
    if len(hits) != 1:
        return ""
    found = str(hits[0]).lower()
    return found if PHRASES[leaf].match(found) and reads(leaf, found) else ""
