"""Time the next dates of many offers beside a peer: the same rules expanded plainly by python-dateutil.

python tests/bench/dates.py [OFFERS] [ROUNDS] prints medians in seconds of one core, and the ratio to
the peer of the same run. The peer knows no period, break, holiday, state or number, and keeps
nothing. Each round begins with everything forgotten, as a build does.
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dateutil import rrule
from dateutil.relativedelta import relativedelta

from holdkatalog.catalogue.content import read_content
from holdkatalog.model import Monthly, Offer, OnDate, Weekly, Weeks
from holdkatalog.paths import SCHEMA
from holdkatalog.reading import club
from holdkatalog.schedule import MOST, ahead, calendar_of, start_of
from holdkatalog.schedule.calendar import _days_called
from holdkatalog.schedule.rules import _falls, _kept

ROOT = Path(__file__).resolve().parents[2]
HOLIDAYS = read_content(ROOT / "content", SCHEMA / "vocabulary").vocabulary.holidays
TODAY = dt.date(2026, 11, 25)
UNTIL = TODAY + relativedelta(months=14)
DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
RULES = (
    *("{day} {clock}",) * 12,
    *("{day} og {other} {clock}",) * 3,
    "{day} i lige uger {clock}",
    "hver anden {day} {clock}",
    "første {day} i måneden {clock}",
    "første og tredje {day} i måneden {clock}",
    "hverdage {clock}",
)
BREAKS = (
    ["skoleferier", "helligdage"],
    ["skoleferier", "helligdage"],
    "skoleferier",
    ["juleferie", "juli"],
    ["uge 42", "20. december til 3. januar"],
    "ingen",
    None,
)
STATES = ("åben", "fuld", "pause fra 20. december 2026 til 10. januar 2027", None)


def offers(number: int) -> list[Offer]:
    """As many offers, as varied as real ones, the same every time."""
    draw = random.Random(1)  # noqa: S311 - invented teams, the same every time, are no secret
    found: list[Offer] = []
    while len(found) < number:
        teams = {f"hold-{at}": _offer(draw) for at in range(draw.randint(1, 5))}
        values = {"forening": "F", "kontakt": "12 34 56 78", "hold": teams}
        found += club(f"forening-{len(found)}", values, {}).offers
    return found[:number]


def _offer(draw: random.Random) -> dict[str, object]:
    hour = draw.randint(8, 18)
    lines: list[str] = [
        draw.choice(RULES).format(
            day=draw.choice(DAYS), other=draw.choice(DAYS), clock=f"{hour}.00-{hour + 1}.30"
        )
        for _ in range(draw.choice((1, 1, 1, 2)))
    ]
    if draw.random() < 0.1:
        lines.append(f"{draw.randint(1, 28)}. december 2026 {hour}.00")
    begins = TODAY - dt.timedelta(days=draw.randint(0, 90))
    ends = begins + dt.timedelta(days=draw.randint(200, 500))
    dated = " til ".join(f"{day.day}/{day.month}-{day.year}" for day in (begins, ends))
    period = draw.choice(("september til april", "uge 36 til 17", "hele året", dated, dated))
    given = {"periode": period, "fri": draw.choice(BREAKS), "status": draw.choice(STATES)}
    course = {"gange": "8", "periode": dated.partition(" ")[0].join(("fra ", ""))}
    if draw.random() < 0.05:
        given |= course
    said = {key: value for key, value in given.items() if value is not None}
    return {"navn": "Gåtur", "aktivitet": "gaature", "tid": lines, **said}


def ours(found: list[Offer]) -> int:
    """The next dates of all the offers, with nothing known beforehand."""
    for kept in (_kept, _falls, _days_called):
        kept.cache_clear()
    calendar = calendar_of(HOLIDAYS)
    return sum(len(ahead(offer, TODAY, calendar)) for offer in found)


def peer(found: list[Offer]) -> int:
    """The days of all the offers' rules, and of nothing but them."""
    return sum(len(_plain(offer)[:MOST]) for offer in found)


def _plain(offer: Offer) -> list[dt.datetime]:
    begin, until = (dt.datetime.combine(day, dt.time()) for day in (TODAY, UNTIL))
    days: list[dt.datetime] = []
    for line in offer.sessions:
        match line.when:
            case OnDate(day):
                days.append(dt.datetime.combine(day, dt.time()))
            case Monthly(weekday, nth):
                each = [rrule.weekdays[weekday](n) for n in nth]
                days += rrule.rrule(rrule.MONTHLY, byweekday=each, dtstart=begin, until=until)
            case Weekly(weekdays, weeks, every):
                start = start_of(line.periods) if every > 1 else None
                begins = dt.datetime.combine(start, dt.time()) if start else begin
                rule = rrule.rrule(
                    rrule.WEEKLY, begins, every, byweekday=sorted(weekdays), until=until
                )
                odd = weeks is Weeks.ODD
                days += [
                    day for day in rule
                    if weeks is Weeks.ALL or day.isocalendar().week % 2 == odd
                ]  # fmt: skip
    return sorted(days)


def seconds(work: Callable[[list[Offer]], int], found: list[Offer]) -> float:
    """How long the work takes of this process's own time."""
    start = time.process_time()
    work(found)
    return time.process_time() - start


def main(number: int = 10_000, rounds: int = 5) -> None:
    """Measure both in turn, so that a busy moment hits both, and say it."""
    found = offers(number)
    times = [(seconds(ours, found), seconds(peer, found)) for _ in range(rounds)]
    mine, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    ratio = statistics.median(a / b for a, b in times)
    sys.stdout.write(
        f"next dates of {number} offers: {mine:.2f} s, peer {theirs:.2f} s, ratio {ratio:.2f} "
        "(dateutil's rules alone)\n"
    )


if __name__ == "__main__":
    main(*(int(arg) for arg in sys.argv[1:]))
