"""What remains of what a page carries once time has passed: what the browser answers, said once more.

The browser has its own of this in `theme/static/js/forget.mjs`, and one table of cases holds them together.
Neither knows any team's rule: they drop what has been, and make up nothing. A moment is the wall clock of
Copenhagen, without a zone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from holdkatalog.facets.now import UNKNOWN, YES, Steps, sign_on

_HERE: Final = ZoneInfo("Europe/Copenhagen")
At = tuple[str, str, str, bool, bool]
"""The end of a meeting (`11:30`), its clock and place in words, whether it is sure, and is on that day alone."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The meetings that a card carries: `which` of `at` each of them has is empty when all have the first."""

    first: dt.date
    gaps: tuple[int, ...]
    at: tuple[At, ...]
    which: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A meeting as a card carries it."""

    day: dt.date
    end: dt.datetime
    clock: str
    place: str
    sure: bool
    once: bool


def carried(values: Mapping[str, Any]) -> Carried:
    """The meetings of a card's own JSON."""
    return Carried(
        dt.date.fromisoformat(values["first"]),
        tuple(values["gaps"]),
        tuple(
            (end, clock, place, sure, bool(once)) for end, clock, place, sure, *once in values["at"]
        ),
        tuple(values.get("which", ())),
    )


def moment(instant: dt.datetime, built: dt.date) -> dt.datetime:
    """The moment of an instant, to the minute, never earlier than the day on which the page was built."""
    now = instant.astimezone(_HERE).replace(second=0, microsecond=0, tzinfo=None)
    return max(now, dt.datetime.combine(built, dt.time(0)))


def meetings(given: Carried) -> tuple[Kept, ...]:
    """The meetings, by day."""
    found, day = [], given.first
    for number, gap in enumerate((0, *given.gaps)):
        day += dt.timedelta(days=gap)
        end, clock, place, sure, once = given.at[given.which[number] if given.which else 0]
        over = dt.datetime.combine(day, dt.time.fromisoformat(end))
        found.append(Kept(day, over, clock, place, sure, once))
    return tuple(found)


def left(found: Iterable[Kept], now: dt.datetime) -> tuple[Kept, ...]:
    """Those that are not over."""
    return tuple(one for one in found if one.end > now)


def said(found: Sequence[Kept], *, old: bool, shut: bool) -> tuple[str, Kept | None]:
    """What a card says, `none`, `usual`, `dated`, `again` or `next`, and of which meeting."""
    if not found:
        return "none", None
    if old:
        return "dated" if found[0].once else "usual", found[0]
    return "again" if shut else "next", found[0]


def holds(first: dt.date | None, last: dt.date | None, day: dt.date) -> bool:
    """Whether something holds on a day, by its first and last, both included; None is open."""
    return (first is None or first <= day) and (last is None or day <= last)


def step(ladder: Mapping[str, dt.date], day: dt.date) -> str:
    """How fresh facts are that turn `soon`, `old` and `out` on these days; what never turns old is old."""
    reached = (name for name in ("out", "old", "soon") if name in ladder and ladder[name] <= day)
    return next(reached, "fresh" if "old" in ladder else "old")


def week(found: Sequence[Kept] | None, quiet: Steps, now: dt.datetime) -> str:
    """The sign of whether it meets this week, from now to Sunday.

    `quiet` has the signs of a week without a meeting; when those that a card carries have run out,
    nobody knows.
    """
    today = now.date()
    sunday = today + dt.timedelta(days=6 - today.weekday())
    coming = left(found or (), now)
    within = [one.sure for one in coming if one.day <= sunday]
    if within:
        return YES if any(within) else UNKNOWN
    return UNKNOWN if found and not coming else sign_on(quiet, today)


def places(
    cards: Sequence[tuple[Sequence[Kept], Mapping[str, dt.date]]], now: dt.datetime
) -> tuple[int, ...]:
    """Each offer's place in the list: old ones last, those that meet first before others, else as they were."""

    def key(number: int) -> tuple[bool, dt.date]:
        found, ladder = cards[number]
        coming = left(found, now)
        late = step(ladder, now.date()) != "fresh"
        return late, coming[0].day if coming else dt.date.max

    ordered = sorted(range(len(cards)), key=key)
    return tuple(ordered.index(number) for number in range(len(cards)))
