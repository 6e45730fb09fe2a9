"""The phrases of time: the line of `tid`, its day and clock, periods and breaks."""

from __future__ import annotations

from holdkatalog.grammar.notes import (
    ANOTHER_TIME,
    BUT,
    HOLIDAY,
    IN_NOTE,
    OFTEN,
    RHYTHM,
    TRAPS,
)
from holdkatalog.grammar.phrase import NOTE, Phrase, either, note, without_names
from holdkatalog.grammar.words import (
    ABOUT,
    AND,
    AT,
    CLOCK,
    COUNT,
    DATE,
    DAY,
    DAY_OF_YEAR,
    EVERY,
    HOUR,
    LENGTH,
    MONTH,
    NTH,
    SEASONS,
    TO,
)

_NTH = either(*NTH)
_EVERY = rf"(?:{either(*EVERY)}|[1-9]\d?\.)"
WEEKLY = rf"(?:[Hh]ver (?:{_EVERY} )?)?{DAY}e?(?:(?:, | og |{TO}){DAY}e?)*(?: i (?:u?lige) uger)?"
WEEKDAYS = r"(?:(?:[Aa]lle |[Pp]å )?[Hh]verdage|[Hh]ver dag|[Aa]lle ugens dage)"
MONTHLY = (
    rf"(?:[Dd]en )?{_NTH}(?:(?:, | og |{TO}){_NTH})* {DAY} (?:i (?:hver )?måned(?:en)?|hver måned)"
)
ON_DATE = rf"(?:{DAY},? (?:den |d\. ?)?)?{DATE}"
DAY_FORMS = {
    "monthly": MONTHLY,
    "weekly": WEEKLY,
    "weekdays": WEEKDAYS,
    "often": OFTEN,
    "date": ON_DATE,
}
_ANY_DAY = "(?:" + "|".join(DAY_FORMS.values()) + ")"

_USUALLY = either(
    "som regel", "normalt", "oftest", "typisk", "for det meste", "næsten altid", "almindeligvis"
)
# "10-11 i hallen" is a room; "10-11 i september" is a period, and must not pass for one.
_NO_ROOM = (
    rf"(?![^,]*(?:{MONTH}|uge|ferie|nær|undtagen|ikke|{either(*SEASONS)}|periode|jul|påske|måned))"
)
_ROOMS = either("salen", "sal", "lokale", "hallen", "hal", "bane", "rum", "mødelokale", "bassin")
_ROOM = rf"(?:(?:i|på|ved) {_NO_ROOM}[^,\d]+|(?:i |på |ved )?{_ROOMS}(?: {_NO_ROOM}[^,]{{1,40}})?)"
_RULE = (
    rf"(?P<usually>{_USUALLY} )?(?P<day>{_ANY_DAY})(?:,? (?P<clock>{CLOCK}))?"
    rf"(?:,? (?:i )?(?P<length>{LENGTH}))?(?: (?P<room>{_ROOM}))?"
)

_WITHOUT_COMMA = frozenset(("exception-in-note", "count-in-note"))
SESSION = Phrase(
    "session",
    {"rule": _RULE + note(IN_NOTE)},
    traps={
        **{
            # Behind a rule without its comma an exception or a number is told of all the same.
            code: rf"(?P<rule>{_RULE}),{'?' if code in _WITHOUT_COMMA else ''} (?={held})(?P<note>[\s\S]+)"
            for code, held in TRAPS.items()
        },
        "two-times": rf"(?P<rule>{_RULE})(?:,| og) (?P<second>{ANOTHER_TIME})",
        "clock-without-day": rf"{CLOCK}$",
    },
)
DAY_PHRASE = Phrase("day", DAY_FORMS, sentence="")
CLOCK_PHRASE = Phrase(
    "clock",
    {
        "hours": rf"(?:fra )?{AT}?(?P<about>{ABOUT})?{AT}?(?P<start>{HOUR})(?:{TO}{AT}?(?P<end>{HOUR}))?",
        "part": rf"(?:om )?(?P<part>{either('morgen', 'formiddag', 'middag', 'eftermiddag', 'aften')})(?:en)?",
    },
    sentence="",
)
DATE_PHRASE = Phrase("date", {"date": DATE}, sentence="", unknown=False)

_YEARLESS = rf"(?:{DAY_OF_YEAR}|{MONTH})"
_WITH_YEAR = rf"(?:{DATE}|{MONTH} \d{{4}})"
_FROM = "(?:[Ff]ra (?:og med )?)"
_NOT_A_SPAN = rf"\d{{1,2}}[./]|uge \d|{MONTH}|{DAY_OF_YEAR}|{HOLIDAY}|fra |til |og "


def _spans(behind: str) -> dict[str, str]:
    """The forms of a part of the year, with what may stand behind."""
    return {
        "lasting": rf"(?:(?P<count>{COUNT}) uger fra (?P<first>{DATE})"
        rf"|{_FROM}?(?P<first2>{DATE}),? (?:og )?(?:i )?(?P<count2>{COUNT}) uger(?: frem)?)",
        "dates": rf"{_FROM}?(?P<first>{_WITH_YEAR}){TO}(?P<last>{_WITH_YEAR}){behind}",
        "last_year": rf"{_FROM}?(?P<first>{_YEARLESS}){TO}(?P<last>{_WITH_YEAR}){behind}",
        "first_year": rf"{_FROM}?(?P<first>{_WITH_YEAR}){TO}(?P<last>{_YEARLESS}){behind}",
        "since": rf"{_FROM}(?P<first>{_WITH_YEAR}){behind}",
        "until": rf"(?:til (?:og med )?|indtil )(?P<last>{_WITH_YEAR}){behind}",
        "one": rf"(?P<first>{_WITH_YEAR}){behind}",
        "weeks": rf"{_FROM}?uge (?P<first>\d{{1,2}}){TO}(?:uge )?(?P<last>\d{{1,2}}){behind}",
        "one_week": rf"uge (?P<first>\d{{1,2}}){behind}",
        "yearly": rf"{_FROM}?(?P<first>{_YEARLESS}){TO}(?P<last>{_YEARLESS}){behind}",
        "yearly_one": rf"(?P<first>{_YEARLESS}){behind}",
        "named": rf"(?:alle )?(?P<name>{HOLIDAY}){behind}",
    }


_ONE_SPAN = rf"(?:{HOLIDAY}|uge \d{{1,2}}(?:{TO}\d{{1,2}})?|{DATE}|{_YEARLESS}(?:{TO}{_YEARLESS})?)"
_JOINED = {"joined": rf"{_ONE_SPAN}(?:{AND}{_ONE_SPAN})+"}
_IN_WORDS = {
    "count": rf"(?P<count>{COUNT}) uger{NOTE}",
    "seasons": rf"(?:om )?{either(*SEASONS)}(?:(?:{AND}|{TO}){either(*SEASONS)})*{NOTE}",
}

_PERIODS = {
    "always": "(?:[Hh]ele året|[Åå]ret rundt)",
    **_spans(note(f"{_NOT_A_SPAN}|{BUT}|{RHYTHM}")),
    **_JOINED,
    **_IN_WORDS,
}
PERIOD = Phrase(
    "period",
    _PERIODS,
    traps={
        code: rf"(?P<rule>{without_names('|'.join(_PERIODS.values()))}),? (?={held})(?P<note>[\s\S]+)"
        for code, held in (("exception-in-note", BUT), ("interval-in-note", RHYTHM))
    },
)
_OFF = r"(?:(?:undtagen|ikke|lukket|fri|ferie|holder fri|vi holder fri) )?(?:(?:i|på|om|hele) )?"
BREAKS = Phrase(
    "breaks",
    {
        "never": either("ingen"),
        "school": "(?:når (?:skolen|skolerne|folkeskolen) (?:har|holder) (?:ferie|fri)"
        rf"|(?:vi )?følger skolernes? (?:ferier|ferieplan)){NOTE}",
        # A part of the year that is off may well be told why: "uge 42, hallen er lukket".
        **{name: _OFF + form for name, form in {**_spans(note(_NOT_A_SPAN)), **_JOINED}.items()},
    },
)
TIMES = Phrase(
    "times",
    {"times": rf"(?P<about>{ABOUT})?(?P<count>{COUNT})(?: (?P<unit>gange|mødegange|uger))?"},
    sentence="",
)
