"""When a team meets, computed: the only place where a rule becomes days.

The days are dates in Europe/Copenhagen. Everything is a function of what is given, the first day too.
"""

from __future__ import annotations

from holdkatalog.schedule.calendar import Calendar, calendar_of
from holdkatalog.schedule.meetings import MOST, Meeting, ahead, meetings

__all__ = ["MOST", "Calendar", "Meeting", "ahead", "calendar_of", "meetings"]
