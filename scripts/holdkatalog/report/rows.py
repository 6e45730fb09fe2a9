"""Who must confirm what, the most urgent first: a row an offer, with all that whoever asks must know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from holdkatalog.catalogue import Catalogue
from holdkatalog.danish import sort_key
from holdkatalog.facets.days import closed
from holdkatalog.facets.entries import Entry, entries
from holdkatalog.model import Club
from holdkatalog.report.asked import page_of

UNCONFIRMED: Final = "unconfirmed"
ORDER: Final = ("out", "old", UNCONFIRMED, "soon", "fresh")
"""Where facts can be, the most urgent first; those that nobody has ever confirmed are apart."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The step that facts are on from a day on."""

    step: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Row:
    """One offer: where its facts are today and since when, and what comes `next`, None when nothing does.

    `mail` and `phone` are the club's, "" for none; `page` and `confirm` are addresses.
    """

    entry: Entry
    step: str
    since: dt.date | None
    next: Turn | None
    mail: str
    phone: str
    page: str
    confirm: str

    @property
    def urgent(self) -> bool:
        """Whether somebody must be asked now."""
        return self.step != "fresh"


@dataclass(frozen=True, slots=True)
class Report:
    """The rows of a day, the most urgent first; `closed` counts the offers that nobody is asked about.

    `public` is the site's address with its last slash, "" when nobody has said.
    """

    site: str
    public: str
    today: dt.date
    rows: tuple[Row, ...]
    closed: int

    def on(self, step: str) -> tuple[Row, ...]:
        """The rows that are on that step."""
        return tuple(row for row in self.rows if row.step == step)


def report(catalogue: Catalogue, *, site: str, public: str, today: dt.date) -> Report:
    """The report of that day; what is closed for good has no facts to confirm."""
    every = entries(catalogue, today)
    living = [entry for entry in every if not closed(entry.offer, today)]
    rows = tuple(sorted((_row(entry, public, today) for entry in living), key=_order))
    return Report(site, public, today, rows, len(every) - len(living))


def _row(entry: Entry, public: str, today: dt.date) -> Row:
    firsts = (entry.ladder.soon, entry.ladder.old, entry.ladder.out)
    known = [
        Turn(step, day) for step, day in zip(("soon", "old", "out"), firsts, strict=True) if day
    ]
    begun = [turn for turn in known if turn.day <= today]
    # On a day that several share, the facts turn to the last of them.
    ahead = sorted(known[len(begun) :], key=lambda turn: turn.day)
    same = [turn for turn in ahead if turn.day == ahead[0].day]
    mail, phone = _reached(entry.club)
    return Row(
        entry=entry,
        step=entry.step.name.lower() if entry.offer.confirmed else UNCONFIRMED,
        since=begun[-1].day if begun else None,
        next=same[-1] if same else None,
        mail=mail,
        phone=phone,
        page=f"{public}{entry.address}",
        confirm=f"{public}{page_of(entry)}",
    )


def _reached(club: Club) -> tuple[str, str]:
    """The club's mail and telephone: its own before its offers', and never another body's."""
    both = (*club.contacts, *(one for offer in club.offers for one in offer.contacts))
    own = [one for one in both if not one.purpose]
    return _first(one.mail for one in own), _first(one.phone for one in own)


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _order(row: Row) -> tuple[int, dt.date, tuple[str, str], tuple[str, str], str]:
    """By urgency: the step, the day of the next, and then by name."""
    club, offer = sort_key(row.entry.club.name), sort_key(row.entry.offer.name)
    day = row.next.day if row.next else row.since or dt.date.max
    return ORDER.index(row.step), day, club, offer, row.entry.id
