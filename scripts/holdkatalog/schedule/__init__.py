"""When a team meets, computed: the only place where a rule becomes days.

The days are dates in Europe/Copenhagen. Everything is a function of what is given, the first day too.
"""

from __future__ import annotations

from holdkatalog.schedule.calendar import Calendar, calendar_of
from holdkatalog.schedule.counting import asks, listed, open_ended, season
from holdkatalog.schedule.ending import season_end
from holdkatalog.schedule.meetings import MOST, Meeting, ahead, called_off, meetings
from holdkatalog.schedule.rules import Rule, falls, held, rule_of, start_of, within
from holdkatalog.schedule.states import IDLE, SHUT, barred, states_on

__all__ = [
    "IDLE",
    "MOST",
    "SHUT",
    "Calendar",
    "Meeting",
    "Rule",
    "ahead",
    "asks",
    "barred",
    "calendar_of",
    "called_off",
    "falls",
    "held",
    "listed",
    "meetings",
    "open_ended",
    "rule_of",
    "season",
    "season_end",
    "start_of",
    "states_on",
    "within",
]
