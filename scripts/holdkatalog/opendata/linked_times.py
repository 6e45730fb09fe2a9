"""When an offer meets, as schema.org's schedules and days.

A schedule is something to reckon with, so it is given only where it holds: not for what the
volunteer hedged or only the club knows, not for even and odd weeks (an ISO year may have 53), and
not while the offer stands still.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Final
from zoneinfo import ZoneInfo

from holdkatalog import wording
from holdkatalog.facets.coming import ended
from holdkatalog.facets.days import running, states_of
from holdkatalog.facets.entries import places_of
from holdkatalog.model import (
    Clock,
    Dates,
    Monthly,
    Offer,
    OnDate,
    Place,
    Session,
    Weekly,
    Weeks,
    Yearly,
)
from holdkatalog.schedule import (
    Calendar,
    asks,
    calendar_of,
    called_off,
    falls,
    meetings,
    open_ended,
    rule_of,
    start_of,
    within,
)
from holdkatalog.vocabulary import Vocabulary

Thing = dict[str, Any]
Places = Callable[[Iterable[Place]], list[Thing]]
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ZONE: Final = "Europe/Copenhagen"
_AHEAD: Final = dt.timedelta(days=365)
_LONGEST: Final = dt.timedelta(days=800)
"""No number of meetings takes longer."""
_MONTHS: Final = 12


def times(offer: Offer, today: dt.date, vocabulary: Vocabulary, places: Places) -> Thing:
    """The keys of an Event that say when it is held; a line with its own place is an event within."""
    if not running(states_of(offer, places_of(offer), today)):
        return {}
    calendar = calendar_of(vocabulary.holidays)
    lines = [
        line for line in offer.sessions if not ended(line, today) and not called_off(line, offer)
    ]
    found = [(line, _line(line, offer, today, calendar)) for line in lines]
    if len(found) == 1:
        ((line, one),) = found
        return {**one, **({"location": places(line.places)} if line.places else {})}
    schedules = [one["eventSchedule"] for line, one in found if _is_plain(line, one)]
    within = [
        {"@type": "Event", "name": offer.name, **one, "location": places(line.places)}
        for line, one in found
        if one and not _is_plain(line, one)
    ]
    inner = [{key: value for key, value in event.items() if value} for event in within]
    return {"eventSchedule": schedules, "subEvent": inner}


def _is_plain(line: Session, one: Thing) -> bool:
    return "eventSchedule" in one and not line.places


def _line(line: Session, offer: Offer, today: dt.date, calendar: Calendar) -> Thing:
    if isinstance(line.when, OnDate):
        return _day(line.when.date, line.clock)
    loose = asks(offer.sessions, offer.times, calendar) or asks((line,), line.times, calendar)
    rhythm, period = _rhythm(line), _period(line)
    if line.usually or loose or rhythm is None or period is None:
        return {}
    met = _met(line, offer, today, calendar)
    counted = _counted(line, offer, met, calendar)
    if counted is None:
        return {}
    return {
        "eventSchedule": {
            "@type": "Schedule",
            **rhythm,
            **counted,
            **period,
            **_clock(line.clock),
            **_exceptions(line, met, today, calendar, only_to_last=bool(counted)),
            "scheduleTimezone": _ZONE,
            "description": wording.session(line),
        }
    }


def _met(line: Session, offer: Offer, today: dt.date, calendar: Calendar) -> list[dt.date]:
    """The line's own days to come, of what is counted all of them."""
    last = today + (_LONGEST if line.times or offer.times else _AHEAD)
    return [one.day for one in meetings(offer, today, last, calendar) if one.line is line]


def _counted(line: Session, offer: Offer, met: list[dt.date], calendar: Calendar) -> Thing | None:
    """Where a number of meetings ends, and the number where no day is skipped; None where nobody can tell."""
    times = line.times or offer.times
    if times is None or not open_ended((line,)):
        return {}
    if times.about or not met:
        return None
    rule, start = rule_of(line), start_of(line.periods)
    days = falls(rule, start or met[0], met[-1])
    whole = [day for day in days if within(rule.periods, day, calendar)]
    number = {"repeatCount": len(whole)} if len(whole) == times.number else {}
    return {"endDate": met[-1].isoformat(), **number}


def _day(date: dt.date, clock: Clock | None) -> Thing:
    """A listed day with its hours, if they are known."""
    if not (clock and clock.start) or clock.about:
        return {"startDate": date.isoformat()}
    zone = ZoneInfo(_ZONE)
    start = dt.datetime.combine(date, clock.start, zone)
    if clock.end is None:
        return {"startDate": start.isoformat()}
    night = dt.timedelta(days=1 if clock.end == dt.time(0) else 0)
    end = dt.datetime.combine(date + night, clock.end, zone)
    return {"startDate": start.isoformat(), "endDate": end.isoformat()}


def _rhythm(line: Session) -> Thing | None:
    """How often and on which days; None where schema.org has no words that hold."""
    match line.when:
        case Weekly(weekdays, Weeks.ALL, every) if every == 1 or _first(line):
            named = [f"https://schema.org/{_DAYS[day]}" for day in sorted(weekdays)]
            return {"repeatFrequency": f"P{every}W", "byDay": named}
        case Monthly(weekday, nth):
            day = _DAYS[weekday][:2].upper()
            named = [f"{n}{day}" for n in sorted(nth, key=lambda n: n % 9)]
            return {"repeatFrequency": "P1M", "byDay": named}
        case _:
            return None


def _first(line: Session) -> dt.date | None:
    """The day from which an interval is counted."""
    match line.periods:
        case (Dates(first),):
            return first
        case _:
            return None


def _period(line: Session) -> Thing | None:
    """The part of the year; None where schema.org has no words for it."""
    match line.periods or ():
        case ():
            return {}
        case (Dates(first, last),):
            ends = {"startDate": first, "endDate": last}
            return {key: day.isoformat() for key, day in ends.items() if day}
        case spans if all(isinstance(span, Yearly) and span.whole_months for span in spans):
            return {
                "byMonth": [m for span in spans if isinstance(span, Yearly) for m in _months(span)]
            }
        case _:
            return None


def _months(span: Yearly) -> Iterable[int]:
    first, last = span.first[0], span.last[0]
    return ((first + n - 1) % _MONTHS + 1 for n in range((last - first) % _MONTHS + 1))


def _clock(clock: Clock | None) -> Thing:
    if clock is None or clock.about or clock.start is None:
        return {}
    end = {"endTime": clock.end.isoformat()} if clock.end is not None else {}
    return {"startTime": clock.start.isoformat(), **end}


def _exceptions(
    line: Session, met: list[dt.date], today: dt.date, calendar: Calendar, *, only_to_last: bool
) -> Thing:
    """The days within the coming year on which the rule is known not to hold."""
    last = min(today + _AHEAD, met[-1]) if only_to_last else today + _AHEAD
    rule, held = rule_of(line), frozenset(met)
    found = [
        day.isoformat()
        for day in falls(rule, today, last)
        if day not in held and within(rule.periods, day, calendar)
    ]
    return {"exceptDate": found} if found else {}
