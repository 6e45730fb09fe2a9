"""What stands below the name of a meeting in somebody's own calendar. Whom the team is for is never said there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from holdkatalog.danish import capital
from holdkatalog.model import Clock
from holdkatalog.schedule import Meeting
from holdkatalog.wording.parts import phone as number
from holdkatalog.wording.when import clock as hours
from holdkatalog.wording.words import say


def calendar_note(
    found: Meeting, *, pickup: str, notes: Iterable[str], phone: str, page: str
) -> str:
    """The few words one needs on the way, one line each.

    `pickup` and `notes` are the volunteer's own; `phone` (E.164) and `page` are "" where there are none.
    """
    lines = ("" if found.sure else say("calendar", "unsure"), *_hours(found.clock))
    last = (
        say("calendar", "pickup", pickup=pickup) if pickup else "",
        *map(capital, notes),
        say("calendar", "phone", number=number(phone)) if phone else "",
        say("calendar", "page", address=page) if page else "",
    )
    return "\n".join(line for line in (*lines, *last) if line)


def _hours(clock: Clock | None) -> Iterator[str]:
    """What the calendar can't show of the hours."""
    if clock is None:
        return
    if clock.about or clock.start is None:
        yield capital(hours(clock))
    if clock.start is not None and clock.end is None:
        yield say("calendar", "open")
