"""What must not stand behind the comma of a time: false dates would stand on the page.

Every pattern is for the words behind the comma, from their first letter.
"""

from __future__ import annotations

from holdkatalog.grammar.phrase import either
from holdkatalog.grammar.words import (
    AT,
    COUNT,
    DAY,
    EVERY,
    HOUR,
    MONTH,
    NTH,
    SEASONS,
    TO,
)

_NTH = either(*NTH)
_SEASON = either(*SEASONS)
_EVERY = rf"(?:{either(*EVERY)}|[1-9]\d?\.)"
_UNIT = "(?:dagen?|ugen?|måned(?:en)?|kvartal(?:et)?|halvår(?:et)?|år(?:et)?)"
OFTEN = (
    rf"(?:{COUNT} gange? (?:om|i|hver|pr\.?) (?:{_EVERY} )?{_UNIT}"
    rf"|[Hh]vert? (?:{_EVERY} )?(?:uge|måned|kvartal|halvår|år)|[Hh]ver (?:14\.?|fjortende) dag)"
)
HOLIDAY = r"(?:[a-zæøå]{0,20}ferier?(?:ne|n)?|helligdage(?:ne)?)"

_ANYWHERE = r"(?:[\s\S]*\s)?"
_FIRST = (
    r"(?:[\s\S]*[,;] )?(?:(?:[Mm]en|[Dd]og|[Kk]un|altså|[Oo]g|samt|også|desuden|[Vv]i mødes"
    r"|[Vv]i er der|[Hh]oldet kører|[Dd]et er) ){0,3}"
)
_LAST = r"\.?(?:$|,)"
# "10.00" looks like a day and a month, so that only a slash or a name will do here.
NAMED_DAY = rf"(?:(?:den |d\. ?)?\d{{1,2}}(?:\. ?{MONTH}|/\d{{1,2}}))"
NAMED_DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}[-/ ]\d{{2,4}}|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d)"
    rf"|{NAMED_DAY} \d{{4}})"
)
SPAN = rf"(?:uge \d{{1,2}}(?:{TO}\d{{1,2}})?|{NAMED_DATE}|{NAMED_DAY}|{MONTH}(?: \d{{4}})?)"
_WHEN = rf"(?:{MONTH}|uge|{HOLIDAY}|{_SEASON}|jul|påske|{DAY}|\d{{1,2}}[./])"
_BEFORE = r"(?:(?:i|d\.|den|om|på|til|fra|hele|under) ){0,2}"

# No day is off for these: the weather, a breather on the way, and a team that is full.
_WEATHER = (
    "(?:(?:[a-zæøå]{1,20} ){0,2}vejr|[a-zæøå]{0,20}(?:vejr|regn|blæst|storm|sne|frost|kulde|hede|mørke))"
    "(?:$|[ ,.])"
)
_BREATHER = (
    "(?: (?:halvvejs|undervejs|midtvejs|i midten(?:$|[,.]))"
    "|,? (?:når|så tit) (?:du|man|I|nogen) (?:vil|har brug|trænger))"
)
_FULL = " (?:hold|gruppe|forløb|selskab|rum|for nye)"

EXCEPTION = (
    rf"(?:[Mm]en )?[Ii]kke (?:(?!i {_WEATHER})(?:i|d\.?|den|uge|om|mellem) "
    rf"|(?:på |til )?(?:{_WHEN}|[a-zæøå]{{0,20}}dage))"
    "|[Uu]ndtagen |[Bb]ortset fra "
    rf"|[Pp]å nær |[Aa]flyst|[Ll]ukket(?!{_FULL})|[Hh]older (?:fri|ferie|pause(?!{_BREATHER}))|[Ff]ri i "
    rf"|[A-ZÆØÅa-zæøå]{{0,20}}(?:[Pp]ause|[Ff]erie|[Ff]ri) {_BEFORE}{_WHEN}"
    rf"|(?:[Aa]ldrig|[Ii]ngen [a-zæøå]{{1,20}}) {_BEFORE}{_WHEN}"
)
EXCEPTION_IN_NOTE = rf"{_ANYWHERE}(?:{EXCEPTION})"
# Stands in the schema a dozen times, so that it is short.
BUT = rf"{_ANYWHERE}(?:ikke |undtagen|bortset|på nær|aflyst|lukket|pause|aldrig|holder f)"
RHYTHM = rf"{_ANYWHERE}hver (?:anden|tredje|fjerde|14)"

_TIMES = r"(?:gange|mødegange)(?! (?:om|i (?:ug|må)|hver|pr|\d))"
_WEEKS = "uger(?! (?:før|efter|inden|forinden))"
COUNTED = rf"{COUNT} (?:{_TIMES}|{_WEEKS}|lektioner|aftener|møder|{DAY}e)"
COUNT_IN_NOTE = (
    rf"{_FIRST}(?:[Ii] alt )?{COUNT} (?:{_TIMES}|{_WEEKS}|{DAY}e)"
    rf"|{_ANYWHERE}[Ii] alt {COUNTED}|{_ANYWHERE}{COUNTED} i alt"
    rf"|{_ANYWHERE}(?:mødes|kører|varer|over|på|kun|er|med) (?:i )?{COUNT} (?:{_TIMES}|{_WEEKS}|{DAY}e)"
)

PARITY = "u?lige uger"
EACH = rf"[Hh]ver (?:{_EVERY}|14|fjortende) (?:uge|dag|gang|måned|{DAY})"
INTERVAL_IN_NOTE = (
    rf"{_ANYWHERE}[Hh]ver (?:{_EVERY}|14|fjortende) (?:uge|dag|måned|{DAY})"
    rf"|{_ANYWHERE}[Hh]ver {_EVERY} gang{_LAST}"
    rf"|{_ANYWHERE}kun i {PARITY}|{_FIRST}(?:[Ii] )?{PARITY}{_LAST}"
    rf"|{_FIRST}{COUNT} gange? (?:om|i|hver|pr\.?) {_UNIT}{_LAST}"
)

_STARTS = "(?:[Ff]ørste gang|[Ss]tarter|[Ss]tart|[Oo]pstart|[Bb]egynder|[Ss]æsonstart|[Ss]idste gang|[Ss]lutter)"
PERIOD_IN_NOTE = (
    rf"{_ANYWHERE}{SPAN}{TO}{SPAN}"
    rf"|{_FIRST}(?:(?:{_STARTS} )?(?:[Ff]ra og med|[Ff]ra|[Tt]il og med|[Tt]il|[Ii]ndtil)|{_STARTS})"
    rf" (?:(?:i|igen i|igen) )?{SPAN}"
    rf"|{_FIRST}(?:(?:[Ii]|[Hh]ele) )?{MONTH}(?: \d{{4}})?{_LAST}"
    rf"|{_FIRST}(?:[Ii] )?uge \d{{1,2}}(?:{TO}\d{{1,2}})?{_LAST}"
    rf"|{_ANYWHERE}[Kk]un (?:(?:i|om|fra|til) )?(?:{SPAN}|[a-zæøå]{{0,20}}{_SEASON}|vinterhalv|sommerhalv)"
    rf"|{_FIRST}(?:(?:[Oo]m )?{_SEASON}|[Hh]ele året|[Åå]ret rundt){_LAST}"
)

# The short names that are words too ("to", "ti") count only before a clock.
_SURE = r"(?:[Mm]an|[Mm]a|[Tt]irs?|[Oo]ns?|[Tt]ors?|[Ff]re?|[Ll]ør?|[Ss]øn?)\.?"
_SHORT = rf"(?:{_SURE}|(?:[Tt]i|[Tt]o)\.?)"
_SHORTS = rf"{_SHORT}(?:(?:, | og |{TO}){_SHORT})*"
SHORT_DAYS = rf"{_FIRST}(?:{_SHORTS} (?:{AT}{HOUR}|{HOUR}(?:{TO}\d|{_LAST}))|(?:{_SHORT}(?:, | og )){{0,6}}{_SURE}$)"
# What opens, leaves or ends at an hour is no other time of the team.
_OTHER_THAN_US = (
    "(?:[Dd]ør|[Åå]bn|[Kk]affe|[Rr]ing|[Kk]om|[Ff]ør|[Ee]fter|[Ss]enest|[Ii]nden|[Aa]fgang|[Bb]us|[Ss]pis|[Mm]ad"
    "|[Ff]rokost|[Oo]mklæd|[Oo]pvarm|[Pp]ause|[Ss]lut|[Mm]ødetid|[Mm]ød op|[Tt]og|[Hh]jem|[Ff]ærdig|[Tt]ilmeld"
    "|[Tt]uren|[Vv]i mødes|[Vv]i går|er der kl|[Bb]ade|[Ff]oredrag)"
)
_CLOCK_IN_NOTE = rf"(?!{_ANYWHERE}{_OTHER_THAN_US}){_ANYWHERE}(?:{AT}\d|\d{{1,2}}[.:]\d{{2}}{TO}\d{{1,2}}[.:]\d{{2}})"
_MANY = "(?:deltagere|personer|mennesker|pladser|par|stykker|gange)"
ANOTHER_TIME = (
    rf"(?!\d+{TO}\d+ {_MANY}){AT}?{HOUR}(?:{TO}|$|\.? ?$)|{AT}\d|\d{{1,2}}[.:]\d{{2}}|{DAY}e? |{DAY}e?$|{_NTH} {DAY}"
    rf"|{_FIRST}(?:{DAY}e? (?:{AT})?\d|{_NTH} {DAY}|(?:[Hh]ver )?{DAY}e?{_LAST})"
    rf"|{_FIRST}(?:{DAY} )?(?:{NAMED_DATE}|{NAMED_DAY})(?:{_LAST}| {AT}?\d)"
    rf"|{_ANYWHERE}(?:[Dd]og|også|[Mm]en) (?:{DAY} )?(?:{NAMED_DATE}|{NAMED_DAY})"
    rf"|{_CLOCK_IN_NOTE}|{SHORT_DAYS}"
)
TRAPS = {
    "exception-in-note": EXCEPTION_IN_NOTE,
    "count-in-note": COUNT_IN_NOTE,
    "interval-in-note": INTERVAL_IN_NOTE,
    "period-in-note": PERIOD_IN_NOTE,
}
"""What a note is refused for, by the code it is told with."""
IN_NOTE = "|".join((ANOTHER_TIME, *TRAPS.values()))
