"""How time is spelt: `første tirsdag i måneden 10.00-11.30`, `5. december 2026`, `september til april`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from holdkatalog.danish import MONTHS, listed, long_date
from holdkatalog.errors import Unreadable
from holdkatalog.grammar.phrase import Phrase, either
from holdkatalog.grammar.when import BREAKS, DAY_PHRASE, PERIOD, SESSION
from holdkatalog.grammar.words import DATE, DAY, MONTH, NTH, TO
from holdkatalog.model import Clock
from holdkatalog.reading.numbers import clock, date
from holdkatalog.reading.sessions import session

_Rewrites = tuple[tuple[re.Pattern[str], str], ...]


def _rewrites(pairs: Iterable[tuple[str, str]]) -> _Rewrites:
    return tuple((re.compile(pattern), text) for pattern, text in pairs)


_NTH = either(*NTH)
_EVERY: Final = {"2": "anden", "3": "tredje", "4": "fjerde", "5": "femte", "6": "sjette"}
_DAY: Final = _rewrites((
    (rf"\b({DAY})e\b", r"\1"),
    (rf"^hver (?={DAY}\b)", ""),
    (rf"({DAY}){TO}({DAY})", r"\1-\2"),
    (rf"({DAY}),? (?:den |d\. ?)?(?=\d)", r"\1 "),
    (rf"^den (?={_NTH}[ ,])", ""),
    (rf"({_NTH}), ({_NTH}) (?={DAY})", r"\1 og \2 "),
    (r" (?:i hver måned|hver måned|i måned)$", " i måneden"),
))  # fmt: skip
_PERIOD: Final = _rewrites((
    (r"^året rundt$", "hele året"),
    (r"^indtil ", "til "),
    (r" til og med ", " til "),
    (r"(?<=[\wæøå]) ?[-–] ?(?=\w)", " til "),
    (r" til uge (?=\d)", " til "),
    (r"^fra (?:og med )?(?=.* til )", ""),
    (r"\b(?:den |d\. ?)(?=\d)", ""),
    (rf"(\d)\.(?={MONTH})", r"\1. "),
    (r"^(?:alle )?skoleferie(?:n|rne)?$", "skoleferier"),
))  # fmt: skip
_DAY_OF_YEAR = re.compile(r"\b(\d{1,2})[./](\d{1,2})\.?(?![\d.])")


def split(phrase: Phrase, text: str) -> tuple[str, str] | None:
    """The fixed part of a text, and its own words with their comma; None when it isn't the phrase."""
    found = phrase.match(text)
    if found is None:
        return None
    note = found[1].groupdict().get("note") or ""
    if not note:
        return text, ""
    head = text[: found[1].start("note")]
    return head[: head.rindex(",")], text[head.rindex(",") :]


def dates(text: str) -> str:
    """The text with every date in Danish words."""
    return re.sub(rf"\b{DATE}", lambda found: day_of(found[0]), text, flags=re.IGNORECASE)


def day_of(text: str) -> str:
    """A date in Danish words; one that the calendar doesn't have stays as it is."""
    try:
        return long_date(date(text))
    except Unreadable:
        return text


def day(text: str) -> str:
    """Weekdays, nth weekdays of the month, a rhythm or a date."""
    if DAY_PHRASE.match(text) is None:
        return text
    new = dates(text.lower())
    for pattern, instead in _DAY:
        new = pattern.sub(instead, new)
    if re.fullmatch(rf"{DAY}(?:, {DAY})+", new):
        new = listed(new.split(", "))
    return re.sub(r"^hver ([2-6])\. ", lambda found: f"hver {_EVERY[found[1]]} ", new)


def hours(text: str) -> str:
    """From when to when, or a part of the day."""
    try:
        return _clock(clock(text))
    except Unreadable:
        return text


def _clock(read: Clock) -> str:
    times = [f"{time.hour}.{time.minute:02}" for time in (read.start, read.end) if time]
    return read.part or ("cirka " if read.about else "") + "-".join(times)


def time(text: str) -> str:
    """A line of `tid`; its room and its own words stay as they are."""
    matched = SESSION.match(text)
    if matched is None:
        return text
    found, end = matched[1], matched[1].end("day")
    spelt = (found["usually"] or "").lower() + day(found["day"])
    if found["clock"]:
        end = found.end("clock")
        spelt += f" {hours(found['clock'])}"
    if found["length"] and (read := session(text).clock) and read.end and not read.minutes:
        # "10, halvanden time" says when it ends.
        end = found.end("length")
        spelt = spelt.rpartition(" ")[0] + f" {_clock(read)}"
    return spelt + text[end:]


def _spans(phrase: Phrase) -> Callable[[str], str]:
    def spell(text: str) -> str:
        matched, parts = phrase.match(text), split(phrase, text)
        if matched is None or parts is None:
            return text
        # In "1/5-30/9" no year stands, though its beginning looks like a date.
        head = parts[0].lower() if matched[0] == "yearly" else dates(parts[0].lower())
        new = _DAY_OF_YEAR.sub(_yearless, head)
        for pattern, instead in _PERIOD:
            new = pattern.sub(instead, new)
        return new + parts[1]

    return spell


def _yearless(found: re.Match[str]) -> str:
    month = int(found[2])
    return f"{int(found[1])}. {MONTHS[month - 1]}" if 0 < month <= len(MONTHS) else found[0]


period: Final = _spans(PERIOD)
"""A part of the year."""
breaks: Final = _spans(BREAKS)
"""When there is nothing."""
