"""The phrases of time: the line of `tid`, its day and clock, periods and breaks."""

from __future__ import annotations

from holdkatalog.grammar.phrase import NOTE, Phrase, either, note
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
_SPAN_OF_TIME = "(?:dagen?|ugen?|måned(?:en)?|kvartal(?:et)?|halvår(?:et)?|år(?:et)?)"
OFTEN = (
    rf"(?:{COUNT} gange? (?:om|i|hver|pr\.?) (?:{_EVERY} )?{_SPAN_OF_TIME}"
    rf"|[Hh]vert? (?:{_EVERY} )?(?:uge|måned|kvartal|halvår|år))"
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

# A note must not hide another time or an exception: false dates would stand on the page.
_ANOTHER_TIME = (
    rf"{AT}?{HOUR}(?:{TO}|$|\.? ?$)|{AT}\d|\d{{1,2}}[.:]\d{{2}}|{DAY}e? |{DAY}e?$|{_NTH} {DAY}"
)
_EXCEPTION = (
    r"(?:[Mm]en )?[Ii]kke (?:i|d\.?|den|uge|om|på|til|mellem) |[Uu]ndtagen |[Bb]ortset fra |[Aa]flyst"
    r"|[Ll]ukket|[Hh]older (?:pause|fri)|[Ff]ri i "
)
_COUNT_IN_NOTE = rf"(?:[Ii] alt )?{COUNT} (?:gange|mødegange|uger)"
_GUARD = rf"{_ANOTHER_TIME}|(?:[\s\S]*\s)?(?:{_EXCEPTION})|{_COUNT_IN_NOTE}"
_USUALLY = either(
    "som regel", "normalt", "oftest", "typisk", "for det meste", "næsten altid", "almindeligvis"
)
# "10-11 i hallen" is a room; "10-11 i september" is a period, and must not pass for one.
_NO_ROOM = (
    rf"(?![^,]*(?:{MONTH}|uge|ferie|nær|undtagen|ikke|{either(*SEASONS)}|periode|jul|påske|måned))"
)
_ROOMS = either("salen", "sal", "lokale", "hallen", "hal", "bane", "rum", "mødelokale", "bassin")
_ROOM = rf"(?:(?:i|på|ved) {_NO_ROOM}[^,\d]+|{_ROOMS}(?: {_NO_ROOM}[^,]{{1,40}})?)"
_RULE = (
    rf"(?P<usually>{_USUALLY} )?(?P<day>{_ANY_DAY})(?:,? (?P<clock>{CLOCK}))?"
    rf"(?:,? (?:i )?(?P<length>{LENGTH}))?(?: (?P<room>{_ROOM}))?"
)

SESSION = Phrase(
    "session",
    {"rule": _RULE + note(_GUARD)},
    traps={
        "exception-in-note": rf"(?P<rule>{_RULE}),? (?P<exception>[\s\S]*?(?:{_EXCEPTION})[\s\S]*)$",
        "count-in-note": rf"(?P<rule>{_RULE}),? (?P<count>{_COUNT_IN_NOTE})",
        "two-times": rf"(?P<rule>{_RULE})(?:,| og) (?P<second>{_ANOTHER_TIME})",
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
_HOLIDAY = r"(?:[a-zæøå]{0,20}ferier?(?:ne|n)?|helligdage(?:ne)?)"
_NOT_A_SPAN = rf"\d{{1,2}}[./]|uge \d|{MONTH}|{DAY_OF_YEAR}|{_HOLIDAY}|fra |til |og "
_SPAN_NOTE = note(_NOT_A_SPAN)
_SPANS = {
    "lasting": rf"(?:(?P<count>{COUNT}) uger fra (?P<first>{DATE})"
    rf"|{_FROM}?(?P<first2>{DATE}),? (?:og )?(?:i )?(?P<count2>{COUNT}) uger(?: frem)?)",
    "dates": rf"{_FROM}?(?P<first>{_WITH_YEAR}){TO}(?P<last>{_WITH_YEAR}){_SPAN_NOTE}",
    "last_year": rf"{_FROM}?(?P<first>{_YEARLESS}){TO}(?P<last>{_WITH_YEAR}){_SPAN_NOTE}",
    "first_year": rf"{_FROM}?(?P<first>{_WITH_YEAR}){TO}(?P<last>{_YEARLESS}){_SPAN_NOTE}",
    "since": rf"{_FROM}(?P<first>{_WITH_YEAR}){_SPAN_NOTE}",
    "until": rf"(?:til (?:og med )?|indtil )(?P<last>{_WITH_YEAR}){_SPAN_NOTE}",
    "one": rf"(?P<first>{_WITH_YEAR}){_SPAN_NOTE}",
    "weeks": rf"{_FROM}?uge (?P<first>\d{{1,2}}){TO}(?:uge )?(?P<last>\d{{1,2}}){_SPAN_NOTE}",
    "one_week": rf"uge (?P<first>\d{{1,2}}){_SPAN_NOTE}",
    "yearly": rf"{_FROM}?(?P<first>{_YEARLESS}){TO}(?P<last>{_YEARLESS}){_SPAN_NOTE}",
    "yearly_one": rf"(?P<first>{_YEARLESS}){_SPAN_NOTE}",
    "named": rf"(?:alle )?(?P<name>{_HOLIDAY}){_SPAN_NOTE}",
}
_ONE_SPAN = (
    rf"(?:{_HOLIDAY}|uge \d{{1,2}}(?:{TO}\d{{1,2}})?|{DATE}|{_YEARLESS}(?:{TO}{_YEARLESS})?)"
)
_JOINED = {"joined": rf"{_ONE_SPAN}(?:{AND}{_ONE_SPAN})+"}
_IN_WORDS = {
    "count": rf"(?P<count>{COUNT}) uger{NOTE}",
    "seasons": rf"(?:om )?{either(*SEASONS)}(?:(?:{AND}|{TO}){either(*SEASONS)})*{NOTE}",
}

PERIOD = Phrase(
    "period", {"always": "(?:[Hh]ele året|[Åå]ret rundt)", **_SPANS, **_JOINED, **_IN_WORDS}
)
_OFF = r"(?:(?:undtagen|ikke|lukket|fri|ferie|holder fri|vi holder fri) )?(?:(?:i|på|om|hele) )?"
BREAKS = Phrase(
    "breaks",
    {
        "never": either("ingen"),
        "school": "(?:når (?:skolen|skolerne|folkeskolen) (?:har|holder) (?:ferie|fri)"
        rf"|(?:vi )?følger skolernes? (?:ferier|ferieplan)){NOTE}",
        **{name: _OFF + form for name, form in {**_SPANS, **_JOINED}.items()},
    },
)
TIMES = Phrase(
    "times",
    {"times": rf"(?P<about>{ABOUT})?(?P<count>{COUNT})(?: (?P<unit>gange|mødegange|uger))?"},
    sentence="",
)
