"""When an offer runs on the year, as sentences that promise no more than is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from holdkatalog import wording
from holdkatalog.danish import capital, long_date
from holdkatalog.model import Dates, InWords, Offer, OnDate, Session, Times
from holdkatalog.validation.rules.spans import covers, days, meets
from holdkatalog.vocabulary import Vocabulary

Words = Mapping[str, str]


def asks(sessions: Iterable[Session], times: Times | None, vocabulary: Vocabulary) -> bool:
    """Whether only the club knows on which of the days it meets.

    A number of meetings is counted from the first day. Without one, or when a season with both its
    ends holds another number of days, nobody else can tell.
    """
    rules = [line for line in sessions if line.when and not isinstance(line.when, OnDate)]
    if times is None or not rules:
        return False
    spans = [[s for s in line.periods or () if isinstance(s, Dates)] for line in rules]
    if not all(any(s.first for s in found) for found in spans):
        return True
    if times.unit == "uger" or not all(s.last for found in spans for s in found):
        return False
    # Of days in "marts" every year beside this year's dates nobody can tell which are counted.
    mixed = any(
        len(found) < len(line.periods or ()) for line, found in zip(rules, spans, strict=True)
    )
    return mixed or len(_meetings(rules, vocabulary)) != times.number


def _meetings(rules: Iterable[Session], vocabulary: Vocabulary) -> set[dt.date]:
    spans = [(line, s) for line in rules for s in line.periods or () if isinstance(s, Dates)]
    met = [
        (line, day)
        for line, span in spans
        if span.first and span.last
        for day in days(span.first, span.last)
        if meets(line, day, span.first)
    ]
    return {d for line, d in met if not any(covers(b, d, vocabulary) for b in line.breaks or ())}


def rule(line: Session, offer: Offer, vocabulary: Vocabulary) -> str:
    """The rule in words; without `Hver` when it is not every one of them."""
    loose = asks(offer.sessions, offer.times, vocabulary) or asks((line,), line.times, vocabulary)
    return wording.rule(line, every=not loose)


def timed(line: Session, offer: Offer, vocabulary: Vocabulary) -> str:
    """The rule in words, with the line's own period when the offer's times have different ones."""
    rules = [one for one in offer.sessions if not isinstance(one.when, OnDate)]
    own = line in rules and len({wording.period(one) for one in rules}) > 1
    found = (rule(line, offer, vocabulary), wording.period(line) if own else "")
    return ", ".join(text for text in found if text) if found[0] else ""


def season_lines(
    offer: Offer, today: dt.date, words: Words, vocabulary: Vocabulary, *, running: bool
) -> tuple[str, ...]:
    """Periods, breaks and numbers; periods only when all times share them, see `timed`.

    `running`: the offer is neither paused, closed nor still to begin, so that it may be said to go
    on. `words` holds the sentences `ongoing`, `off`, `never_off`, `over`, `begins`, `times`,
    `times_ask`.
    """
    loose = asks(offer.sessions, offer.times, vocabulary)
    rules = [line for line in offer.sessions if not isinstance(line.when, OnDate)]
    goes_on = words["ongoing"] if running and not loose and not offer.times else ""
    periods = [_period(line, today, words, goes_on, sure=not loose) for line in rules]
    offs = [_off(line, words) for line in rules]
    lines: list[str] = []
    if len(set(periods)) == 1:
        lines += periods[0]
    lines += dict.fromkeys(off for off in offs if off)
    if offer.times:
        sentence = words["times_ask" if loose else "times"]
        lines.append(sentence.format(times=wording.times(offer.times)))
    return tuple(line for line in lines if line)


def _period(
    line: Session, today: dt.date, words: Words, goes_on: str, *, sure: bool
) -> tuple[str, ...]:
    period = wording.period(line)
    if not period:
        return (goes_on if line.when else "",)
    spans = [span for span in line.periods or () if isinstance(span, Dates)]
    texts = [f"{capital(period)}."]
    if spans and len(spans) == len(line.periods or ()):
        if all(span.last and span.last < today for span in spans):
            texts.append(words["over"])
        elif sure and all(span.first and span.last and today < span.first for span in spans):
            first = min(span.first for span in spans if span.first)
            texts.append(words["begins"].format(day=long_date(first)))
    return tuple(texts)


def _off(line: Session, words: Words) -> str:
    if line.breaks is None:
        return ""
    off = wording.off(line)
    if line.breaks and all(isinstance(span, InWords) for span in line.breaks):
        return off if off.endswith((".", "!", "?")) else f"{off}."
    return words["off"].format(breaks=off) if off else words["never_off"]
