"""The two letters that are begun for whoever is asked: yes, it is true still, and no, something must be mended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from holdkatalog import wording
from holdkatalog.correction import mailto
from holdkatalog.danish import long_date
from holdkatalog.facets.days import closed
from holdkatalog.facets.entries import Entry
from holdkatalog.report.asked import Asked, asked

Words = Mapping[str, str]
_DAY: Final = dt.timedelta(days=1)
_LONGEST: Final = 1900
"""Signs of an address: older Windows hands no more than 2,048 of them on to the mail program."""


class Stake(NamedTuple):
    """A sentence, and the days on which it is true, both included; None is open."""

    words: str
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Answers:
    """The addresses of the two letters, `yes` and `no`."""

    yes: str
    no: str


def answers(entry: Entry, to: str, words: Words, *, page: str, today: dt.date) -> Answers:
    """The letters about one offer; `page` is its public address, "" where nobody knows it.

    They hold nothing of whoever writes. `words` is the section `confirm`.
    """
    offer, club = entry.offer.name, entry.club.name
    about = [words["about"].format(offer=offer, club=club)]
    about += [words["where"].format(page=page)] if page else []
    facts = asked(entry, today)
    subject = words["no_subject"].format(about=offer)
    long = mailto(to, subject=subject, lines=_no(about, _told(facts, words), words))
    short = mailto(to, subject=subject, lines=_no(about, _named(facts, words), words))
    return Answers(
        yes=mailto(to, subject=words["yes_subject"].format(about=offer), lines=_yes(about, words)),
        no=long if len(long) <= _LONGEST else short,
    )


def _yes(about: Iterable[str], words: Words) -> Iterator[str]:
    yield from (words["yes_text"], "", *about, "", words["who"], "")


def _no(about: Iterable[str], facts: Iterable[str], words: Words) -> Iterator[str]:
    yield from (*about, "", words["no_text"], "", *facts, words["who"], "")


def _told(facts: Iterable[Asked], words: Words) -> Iterator[str]:
    """Each fact as it stands, with room below to write what is right."""
    for fact in facts:
        yield words["now"].format(fact=words[fact.key], told=told(fact, words))
        yield from (words["right"], "")


def _named(facts: Iterable[Asked], words: Words) -> Iterator[str]:
    """Only what there is to write about, when the whole would be too long."""
    for fact in facts:
        yield from (words["now"].format(fact=words[fact.key], told=""), "")


def told(fact: Asked, words: Words) -> str:
    """What the page says of the fact, in one line."""
    lines = (words["over"],) if fact.over else fact.lines
    return " / ".join(lines) or words["unknown"]


def stakes(entry: Entry, words: Words, today: dt.date) -> tuple[Stake, ...]:
    """Who confirmed the facts last, and what the site does by itself when nobody does it again.

    Of an offer that is closed for good it does nothing: that is on no list.
    """
    confirmed, old, out = entry.offer.confirmed, entry.ladder.old, entry.ladder.out
    gone = closed(entry.offer, today)
    if not (confirmed and old and out):
        return () if gone else (Stake(words["never"], None, None),)
    last = Stake(words["last"].format(who=wording.attestation(confirmed)), None, None)
    if gone:
        return (last,)
    days = {"old": long_date(old), "out": long_date(out)}
    return (
        last,
        Stake(words["unless"].format(**days), None, old - _DAY),
        Stake(words["low"].format(**days), old, out - _DAY),
        Stake(words["gone"], out, None),
    )
