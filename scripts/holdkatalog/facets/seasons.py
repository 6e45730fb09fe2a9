"""When an offer runs on the year, as sentences that promise no more than is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from holdkatalog import wording
from holdkatalog.danish import capital, long_date
from holdkatalog.facets.coming import coming, ended, next_day, over, past
from holdkatalog.model import Dates, InWords, Offer, Often, OnDate, Session, Span
from holdkatalog.schedule import asks, calendar_of, season
from holdkatalog.vocabulary import Vocabulary

Words = Mapping[str, str]
_FOR_GOOD = Dates(None, None)


def rule(line: Session, offer: Offer, vocabulary: Vocabulary) -> str:
    """The rule in words; without `Hver` when it is not every one of them."""
    calendar = calendar_of(vocabulary.holidays)
    loose = asks(offer.sessions, offer.times, calendar) or asks((line,), line.times, calendar)
    return wording.rule(line, every=not loose)


class Told(NamedTuple):
    """A time in words, and the last day on which it is told; None while nobody can tell.

    A `listed` day stands among the dates too, from which it goes when it has been.
    """

    text: str
    last: dt.date | None
    listed: bool


def card_times(offer: Offer, today: dt.date, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The times that have not ended, each with its period: what holds today first, then the next to begin."""
    return tuple(one.text for one in told_times(offer, today, vocabulary))


def told_times(offer: Offer, today: dt.date, vocabulary: Vocabulary) -> tuple[Told, ...]:
    """The same, with the day on which each ends: a page that is read later leaves out what has."""
    lines = [line for line in coming(offer, today) if not ended(line, today)]
    # Words alone ("ring and hear") come last: a day and an hour say more.
    if len(lines) > 1:
        lines.sort(key=lambda line: (line.when is None, next_day(line, today, vocabulary)))
    texts = ((_with_period(line, offer, today, vocabulary), line) for line in lines)
    return tuple(
        Told(text, _last(line), isinstance(line.when, OnDate)) for text, line in texts if text
    )


def ends_on(told: Iterable[Told]) -> dt.date | None:
    """The last day on which any of the times is told; None while one of them has no end, or there is none."""
    return _latest(one.last for one in told)


def _last(line: Session) -> dt.date | None:
    """The day of a listed day, else the end of the last period when all of them have one."""
    if isinstance(line.when, OnDate):
        return line.when.date
    return _latest(span.last if isinstance(span, Dates) else None for span in line.periods or ())


def _latest(days: Iterable[dt.date | None]) -> dt.date | None:
    """The latest of the days; None when one of them is unknown, or there is none."""
    given = tuple(days)
    known = [day for day in given if day]
    return max(known, default=None) if len(known) == len(given) else None


def _with_period(line: Session, offer: Offer, today: dt.date, vocabulary: Vocabulary) -> str:
    text = rule(line, offer, vocabulary)
    spans = tuple(_ahead(span, today) for span in line.periods or () if not past(span, today))
    if isinstance(line.when, OnDate) or not spans or _FOR_GOOD in spans:
        return text or line.note
    period = wording.period(replace(line, periods=spans))
    return wording.noted(text or line.note.rstrip("."), period if text else capital(period))


def _ahead(span: Span, today: dt.date) -> Span:
    """The span without the day it began, when that has been."""
    if isinstance(span, Dates) and span.first and span.first <= today:
        return Dates(None, span.last, span.note)
    return span


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
    on. `words` holds the sentences `ongoing`, `off`, `never_off`, `off_of`, `never_off_of`, `over`,
    `begins`, `times`, `times_ask`.
    """
    loose = asks(offer.sessions, offer.times, calendar_of(vocabulary.holidays))
    rules = [line for line in offer.sessions if not isinstance(line.when, OnDate)]
    named = [(rule(line, offer, vocabulary), line) for line in rules]
    goes_on = running and not loose and not offer.times and all(line.when for line in rules)
    lines: list[str] = []
    if len({wording.period(line) for line in rules}) == 1:
        period = wording.period(rules[0])
        lines.append(f"{capital(period)}." if period else words["ongoing"] if goes_on else "")
        # A listed day can be the first of them.
        listed = len(rules) < len(coming(offer, today))
        lines += () if loose or listed else _begins(rules, today, words, vocabulary)
    lines += [words["over"]] if over(offer, today) else []
    lines += _offs(named, words)
    if offer.times:
        sentence = words["times_ask" if loose else "times"]
        lines.append(sentence.format(times=wording.times(offer.times)))
    return tuple(line for line in lines if line)


def _begins(
    rules: Iterable[Session], today: dt.date, words: Words, vocabulary: Vocabulary
) -> Iterator[str]:
    """The first day they meet, when that is ahead and known."""
    lines = tuple(rules)
    spans = [span for line in lines for span in line.periods or ()]
    if not spans or not all(_is_ahead(span, today) for span in spans):
        return
    # Which days these are, nobody has told the program.
    if any(
        isinstance(line.when, Often) or any(isinstance(span, InWords) for span in line.breaks or ())
        for line in lines
    ):
        return
    if met := season(lines, calendar_of(vocabulary.holidays)):
        yield words["begins"].format(day=long_date(min(met)))


def _is_ahead(span: Span, today: dt.date) -> bool:
    """Whether the span has both its days, and they are still to come."""
    return bool(isinstance(span, Dates) and span.last and span.first and today < span.first)


def _offs(named: Iterable[tuple[str, Session]], words: Words) -> Iterator[str]:
    """The breaks: in one sentence when all times share them, else each with its time."""
    pairs = tuple(named)
    if len({line.breaks for _, line in pairs}) == 1:
        yield _off("", pairs[0][1], words)
    else:
        yield from dict.fromkeys(_off(text, line, words) for text, line in pairs)


def _off(text: str, line: Session, words: Words) -> str:
    if line.breaks is None:
        return ""
    off = wording.off(line)
    if line.breaks and all(isinstance(span, InWords) for span in line.breaks):
        said = f"{text}. {off}" if text else off
        return said if said.endswith((".", "!", "?")) else f"{said}."
    key = "off" if line.breaks else "never_off"
    return words[f"{key}_of" if text else key].format(breaks=off, rule=text)
