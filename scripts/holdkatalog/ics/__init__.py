"""A calendar file (RFC 5545) for each offer: the dates on its page, to lay in one's own calendar.

The file doesn't follow when the team changes a day, so it goes no further than what is known: to the
end of the season, and not past the day on which the facts are too old for the lists. A calendar is
seen by colleagues and family: its titles are the team's name alone, its events are marked private,
and nothing in it says for which illness the team is.

It is written by hand. The library `icalendar` needs 7 ms for a file of 60 events, which is 14 s for
2,000 offers; these few lines need a twentieth of that, and the tests read what they write with the
library.
"""

from holdkatalog.ics.files import FILE, files, text
from holdkatalog.ics.reach import until, within

__all__ = ["FILE", "files", "text", "until", "within"]
