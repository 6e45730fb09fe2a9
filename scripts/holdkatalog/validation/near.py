"""Near misses: a text that all but is a fixed phrase, and the phrase it was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from holdkatalog.danish import DAYS, MONTHS, fold
from holdkatalog.errors import Unreadable
from holdkatalog.grammar.phrase import Phrase
from holdkatalog.grammar.words import KR, NUMBERS
from holdkatalog.reading import LEAVES
from holdkatalog.suggest import distance
from holdkatalog.validation.lexicon import PHRASES, SPOKEN, WORDS
from holdkatalog.validation.rewrites import ANY, OWN, Rewrite

LONGEST = 200
"""Longer texts are sentences."""
_MOST_WORDS = 30
_SHORT = rf"(?:{'|'.join((*DAYS, *SPOKEN['day']))})"
_LISTED_DAYS = re.compile(
    rf"(?:hver )?(?:{_SHORT}e?\.?, )+(?={_SHORT}e?\.?(?:,? og |,? ?\d|,? kl|$))", re.IGNORECASE
)
_DAY_OR_CLOCK = re.compile(
    rf"\d ?[-–] ?\d|^{_SHORT}\.?(?: og {_SHORT}\.?)*(?: (?:\d|kl)|$)|\bog {_SHORT}\.? (?:\d|kl)",
    re.IGNORECASE,
)
_MATTERS = {
    "session": _DAY_OR_CLOCK,
    "price": re.compile(rf"\d{KR}(?![a-zæøå])|kr\.? ?\d", re.IGNORECASE),
}
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?")
_QUARTERS = {"halv": -30, "kvart over": 15, "kvart i": -15}
_SPOKEN_CLOCK = re.compile(
    rf"\b(halv|kvart over|kvart i) ({'|'.join(NUMBERS)}|\d{{1,2}})\b", re.IGNORECASE
)
_WORD_CLOCK = re.compile(rf"\bkl(?:okken|\.)? ({'|'.join(NUMBERS)})\b", re.IGNORECASE)
_EARLIEST = 8 * 60
_HALF_DAY = 12 * 60
# Behind the comma only what can't be another time: else a rule would hide among the words.
_A_TIME = re.compile(
    rf"\d|\b(?:{'|'.join((*DAYS, *MONTHS))}|uger?|ikke|undtagen|lukket)\b", re.IGNORECASE
)
_FREE = re.compile("^gratis|^fri", re.IGNORECASE)
_NOTHING = re.compile(r"(?!)")
_GUARDS = {
    "session": _A_TIME,
    "status": _A_TIME,
    "way": _A_TIME,
    "limit": re.compile(r"\d"),
    "price": _FREE,
    # A level or a length behind the comma would not be reckoned with.
    "effort": re.compile(r"\b(?:ingen|let|middel|hårdt?|tempo)\b", re.IGNORECASE),
    "walk": re.compile(r"\d"),
}
_TAKES_COMMA = frozenset(
    ("session", "price", "answer", "effort", "leader", "limit", "seats", "status", "walk", "way")
)


def corrected(leaf: str, text: str, extra: Iterable[str] = ()) -> str:
    """The fixed phrase that the text nearly is; empty when it's none. `extra` are more known words."""
    phrase = PHRASES.get(leaf)
    if phrase is None or len(text) > LONGEST or text.count(" ") > _MOST_WORDS:
        return ""
    for candidate in _candidates(leaf, text, (*WORDS.get(leaf, ()), *extra), phrase):
        found = phrase.match(candidate) if candidate != text else None
        if found and not _hides(leaf, found[1]) and reads(leaf, candidate):
            return candidate
    return ""


def _hides(leaf: str, found: re.Match[str]) -> bool:
    """Whether the correction leaves what matters behind the comma: `mandag, ti og on 10-11`, another price."""
    pattern = _MATTERS.get(leaf)
    return pattern is not None and pattern.search(found["note"] or "") is not None


def reads(leaf: str, text: str) -> bool:
    """Whether the text can be read as what the leaf is."""
    try:
        LEAVES[leaf](text)
    except Unreadable:
        return False
    return True


def _candidates(leaf: str, text: str, known: Iterable[str], phrase: Phrase) -> Iterator[str]:
    """Less and less of what was written: the nearest first."""
    words = tuple(known)
    tidy = _apply(ANY, text)
    own = _apply(OWN.get(leaf, ()), tidy)
    yield from (tidy, own)
    mended = [_mended(leaf, each, words) for each in (tidy, own)]
    mended.append(_apply(OWN.get(leaf, ()), mended[0]))
    yield from mended
    if leaf in _TAKES_COMMA:
        for each in dict.fromkeys((tidy, own, *mended)):
            yield _with_comma(each, phrase, guard=_GUARDS.get(leaf, _NOTHING))


def _apply(rewrites: Iterable[Rewrite], text: str) -> str:
    for pattern, replacement in rewrites:
        text = pattern.sub(replacement, text)
    return text


def _mended(leaf: str, text: str, known: tuple[str, ...]) -> str:
    """The text with its clock in digits and every word in front of the first comma made known."""
    clocked = _WORD_CLOCK.sub(
        lambda m: f"kl. {NUMBERS[m[1].lower()]}", _SPOKEN_CLOCK.sub(_clock, text)
    )
    listed = _LISTED_DAYS.match(clocked) if leaf in {"session", "day"} else None
    head, comma, note = clocked[listed.end() if listed else 0 :].partition(", ")
    head = f"{listed[0] if listed else ''}{head}"
    spoken = SPOKEN.get(leaf, {})
    fixed = _LETTERS.sub(lambda m: _word(m[0], known, spoken), head)
    return re.sub(r"\bpr\.? pr\.", "pr.", fixed) + comma + note


def _clock(found: re.Match[str]) -> str:
    """`halv otte` is 19.30: before eight in the morning nobody meets."""
    said = found[2].lower()
    minutes = (NUMBERS.get(said) or int(said)) * 60 + _QUARTERS[found[1].lower()]
    minutes += _HALF_DAY if minutes < _EARLIEST else 0
    return f"{minutes // 60}.{minutes % 60:02}"


def _word(word: str, known: tuple[str, ...], spoken: Mapping[str, str]) -> str:
    bare = word.lower().removesuffix(".")
    if bare in known or word.lower() in known:
        return word
    parts = bare.split("-")
    if len(parts) > 1:
        return "-".join(_word(part, known, spoken) for part in parts)
    return spoken.get(bare) or _near_word(bare, known) or word


_SHORTEST = 4
_LONG = 9


def _near_word(word: str, known: Iterable[str]) -> str:
    """The one known word a slip away; empty when there is none, or when two are equally near."""
    if len(word) < _SHORTEST:
        return ""
    allowed = 2 if len(word) >= _LONG else 1
    ranked = sorted(
        (distance(fold(word), fold(each)), each) for each in dict.fromkeys(known) if " " not in each
    )
    best = [each for far, each in ranked if far == ranked[0][0] and far <= allowed]
    return best[0] if len(best) == 1 else ""


def _with_comma(text: str, phrase: Phrase, *, guard: re.Pattern[str]) -> str:
    """The text with a comma after the longest beginning that is a phrase by itself; empty when none is."""
    words = text.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        head, rest = " ".join(words[:cut]).rstrip(","), " ".join(words[cut:])
        if rest.startswith("og "):
            continue
        if phrase.match(head) and not guard.search(text if guard is _FREE else rest):
            return f"{head}, {rest}"
    return ""
