"""Lists that answer one question: what is there on a weekday, what is free, what is there for an illness in an area."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from holdkatalog.facets.coming import ended
from holdkatalog.facets.entries import Entry, free
from holdkatalog.facets.groups import Group, gathered, listed, nowhere
from holdkatalog.model import Monthly, Offer, Often, OnDate, Session, Weekly
from holdkatalog.vocabulary import Area


def on_weekday(entries: Iterable[Entry], weekday: int, today: dt.date) -> tuple[Entry, ...]:
    """What is held on a weekday (Monday 0), by a rule that still holds or on a date to come.

    Times that are only words are on no weekday: nobody knows which.
    """
    return tuple(
        entry
        for entry in listed(entries)
        if any(_on(line, weekday) for line in entry.offer.sessions if not ended(line, today))
    )


def by_weekday(entries: Iterable[Entry], weekday: int, today: dt.date) -> tuple[Group, ...]:
    """What is held on a weekday, and what may be: nobody has said on which days it is held."""
    given = listed(entries)
    on = {entry.id for entry in on_weekday(given, weekday, today)}

    def key(entry: Entry) -> str:
        if entry.id in on:
            return "on"
        return "ask" if _any_day(entry.offer, today) else ""

    return gathered(("on", "ask"), [(key(entry), entry) for entry in given])


def _any_day(offer: Offer, today: dt.date) -> bool:
    """Whether nobody has said on which day it is, or only for some of its times."""
    whens = [line.when for line in offer.sessions if not ended(line, today)]
    return not offer.sessions or any(when is None or isinstance(when, Often) for when in whens)


def _on(line: Session, weekday: int) -> bool:
    match line.when:
        case Weekly(weekdays=days):
            return weekday in days
        case Monthly(weekday=day):
            return day == weekday
        case OnDate(date=date):
            return date.weekday() == weekday
        case _:
            return False


def by_price(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """What is free, and what has no price that is an amount: words alone may mean that or the other."""

    def key(entry: Entry) -> str:
        prices = entry.offer.prices
        if free(prices):
            return "free"
        return "" if any(p.amount is not None for p in prices) else "ask"

    return gathered(("free", "ask"), [(key(entry), entry) for entry in listed(entries)])


def in_area(groups: Iterable[Group], area: Area) -> tuple[Group, ...]:
    """An illness's groups of what serves the area, then what the neighbours and everybody have.

    What the neighbours have that is only open to all is left out: it stands on the illness's own
    page. Last comes what doesn't say for whom or where it is.
    """
    near, here = frozenset(area.neighbours), list[tuple[str, Entry]]()
    others = list[tuple[str, Entry]]()
    for group in groups:
        for entry in group.entries:
            close = area.id in entry.areas
            if nowhere(entry) or (group.key == "ask" and (close or entry.wide)):
                others.append(("ask", entry))
            elif close:
                here.append((group.key, entry))
            elif entry.wide:
                others.append(("wide", entry))
            elif entry.areas & near and group.key not in {"open", "ask"}:
                others.append(("near", entry))
    keys = dict.fromkeys(key for key, _ in here)
    return (*gathered(keys, here), *gathered(("near", "wide", "ask"), others))
