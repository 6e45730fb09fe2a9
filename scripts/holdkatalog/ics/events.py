"""One event for each meeting: when, where, and the few words that one needs on the way."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from holdkatalog import wording
from holdkatalog.ics.lines import escaped, joined
from holdkatalog.ics.reach import Numbered
from holdkatalog.model import Attestation, Offer
from holdkatalog.schedule import Meeting

_DAY: Final = dt.timedelta(days=1)
_ZONE: Final = "Europe/Copenhagen"
ZONE: Final = joined(
    (
        "BEGIN:VTIMEZONE",
        f"TZID:{_ZONE}",
        # The rule of the European Union since 1996; nobody lays an older day in a calendar here.
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
    )
)
"""When the clocks change."""


@dataclass(frozen=True, slots=True)
class Source:
    """What all events of a file have in common.

    `owner` is who publishes it, so that two municipalities' events are never taken for one; `phone`
    (E.164) and `page` are "" where there are none. What `illness` finds is not said.
    """

    offer: Offer
    confirmed: Attestation
    owner: str
    phone: str
    page: str
    illness: re.Pattern[str]

    def seemly(self, text: str) -> str:
        """Somebody's words as a colleague may see them; "" when they name an illness."""
        return "" if self.illness.search(text) else text


def events(meetings: Iterable[Numbered], source: Source) -> str:
    """The events of the meetings, each with its number on its day."""
    name = f"{source.offer.id.replace('/', '.')}@{source.owner}"
    # What differs from day to day is little, and the rest is long.
    rests, found = dict[tuple[object, ...], str](), list[str]()
    for number, meeting in meetings:
        same = (id(meeting.line), meeting.clock, meeting.sure, *map(id, meeting.places))
        if same not in rests:
            rests[same] = joined(_rest(meeting, source))
        day = _digits(meeting.day)
        # The UID holds no hour: when the hour changes, a new file moves the event and adds none.
        head = ("BEGIN:VEVENT", f"UID:{day}-{number}.{name}", *_when(day, meeting))
        found += (joined(head), rests[same])
    return "".join(found)


def _when(day: str, meeting: Meeting) -> Iterator[str]:
    """The start, and an end or a length.

    By the RFC both may be missing, but Exchange refuses an event that has neither (MS-STANXICAL,
    on 3.6.1). So where nobody has said when it ends it lasts 0 seconds, which is what the RFC reads
    out of nothing, and the words say that the end isn't known. An hour would be a guess.
    """
    clock = meeting.clock
    if clock is None or clock.start is None:
        yield f"DTSTART;VALUE=DATE:{day}"
        yield f"DTEND;VALUE=DATE:{_digits(meeting.day + _DAY)}"
        # A whole day that nobody is busy.
        yield "TRANSP:TRANSPARENT"
        return
    yield f"DTSTART;TZID={_ZONE}:{day}T{_digits(clock.start)}"
    if clock.end is not None:
        # Midnight belongs to the next day, and so does 1.00 when three hours begin at 22.00.
        last = meeting.day if clock.end > clock.start else meeting.day + _DAY
        yield f"DTEND;TZID={_ZONE}:{_digits(last)}T{_digits(clock.end)}"
    else:
        yield "DURATION:PT0S"


def _digits(when: dt.date | dt.time) -> str:
    """`20261201`, `093000`; a format string takes six times as long."""
    return when.isoformat().replace("-", "").replace(":", "")


def _rest(meeting: Meeting, source: Source) -> Iterator[str]:
    """What is the same on every day of a line."""
    places = dict.fromkeys(wording.place(place) for place in meeting.places)
    where = wording.any_of(name for name in places if name)
    said = wording.calendar_note(
        meeting,
        pickup=source.seemly(meeting.line.pickup),
        notes=[source.seemly(note) for note in _notes(meeting)],
        phone=source.phone,
        page=source.page,
    )
    # The day a person saw to it, and a number that grows with it: the newer of two files wins.
    day = source.confirmed.date
    yield f"DTSTAMP:{_digits(day)}T000000Z"
    yield f"SEQUENCE:{day.toordinal()}"
    yield f"SUMMARY:{escaped(source.offer.name)}"
    if where:
        yield f"LOCATION:{escaped(where)}"
    if said:
        yield f"DESCRIPTION:{escaped(said)}"
    yield f"STATUS:{'CONFIRMED' if meeting.sure else 'TENTATIVE'}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _notes(meeting: Meeting) -> Iterator[str]:
    yield meeting.line.note
    if len(meeting.places) == 1:
        yield wording.place_note(meeting.places[0])
