"""Lists that answer one question: what is there on a weekday, what is free, what is there for an illness in an area."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from holdkatalog.facets.entries import Entry, free
from holdkatalog.facets.groups import Group, gathered, listed
from holdkatalog.model import Monthly, OnDate, Session, Weekly
from holdkatalog.vocabulary import Area


def on_weekday(entries: Iterable[Entry], weekday: int, today: dt.date) -> tuple[Entry, ...]:
    """What is held on a weekday (Monday 0), by a rule or on a date to come.

    Times that are only words are on no weekday: nobody knows which.
    """
    return tuple(
        entry
        for entry in listed(entries)
        if any(_on(line, weekday, today) for line in entry.offer.sessions)
    )


def _on(line: Session, weekday: int, today: dt.date) -> bool:
    match line.when:
        case Weekly(weekdays=days):
            return weekday in days
        case Monthly(weekday=day):
            return day == weekday
        case OnDate(date=date):
            return date >= today and date.weekday() == weekday
        case _:
            return False


def by_price(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """What is free, and what nobody has said the price of; an unknown price is never free."""

    def key(entry: Entry) -> str:
        prices = entry.offer.prices
        if free(prices):
            return "free"
        return "" if any(p.amount is not None or p.note for p in prices) else "ask"

    return gathered(("free", "ask"), [(key(entry), entry) for entry in listed(entries)])


def in_area(groups: Iterable[Group], area: Area) -> tuple[Group, ...]:
    """An illness's groups of what serves the area, then what the neighbours and everybody have.

    What is far away and only open to all is left out: it stands on the illness's own page.
    """
    near, here = frozenset(area.neighbours), list[tuple[str, Entry]]()
    others = list[tuple[str, Entry]]()
    for group in groups:
        for entry in group.entries:
            if area.id in entry.areas:
                here.append((group.key, entry))
            elif group.key != "open" and (entry.wide or entry.areas & near):
                others.append(("wide" if entry.wide else "near", entry))
    keys = dict.fromkeys(key for key, _ in here)
    return (*gathered(keys, here), *gathered(("near", "wide"), others))
