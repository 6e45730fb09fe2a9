"""Everything but time and place: from one text to the parts of the model."""

from __future__ import annotations

import datetime as dt
import re

from holdkatalog.danish import capital
from holdkatalog.errors import Unreadable
from holdkatalog.grammar import facts as g
from holdkatalog.grammar.phrase import Phrase
from holdkatalog.grammar.words import MONTH, UNIT_FORMS, UNITS
from holdkatalog.model import (
    Answer,
    Effort,
    Fact,
    Limit,
    Notice,
    Price,
    Seats,
    State,
    Step,
    Walk,
)
from holdkatalog.reading.numbers import date, is_date
from holdkatalog.reading.spans import refused, unknown

Found = re.Match[str]
_METRES = 1000
# "1. maj 27" would stand as words and never be past.
_LIKE_A_DATE = re.compile(
    rf"\d{{4}}|^(?:den |d\. ?)?\d{{1,2}}(?:\. ?| )?(?:{MONTH}|[a-zæøå]{{3,4}}\.)[ .,]*'?\d"
    r"|^\d{1,2}[./-]\d{1,2}[-./ ]'?\d",
    re.IGNORECASE,
)


def matched(phrase: Phrase, text: str) -> tuple[str, Found] | None:
    """The form the text has; None for a sentence; Unreadable for the rest."""
    if found := phrase.match(text):
        return found
    if phrase.is_sentence(text):
        return None
    raise refused(phrase, text)


def of(phrase: Phrase, text: str) -> Found:
    """The groups of a phrase that has no sentence form."""
    if found := phrase.match(text):
        return found[1]
    raise refused(phrase, text)


def noted(found: Found) -> str:
    """The own words behind the comma."""
    return (found["note"] or "").strip()


def _range(text: str, low: int | None, high: int | None) -> None:
    if low is not None and high is not None and high < low:
        raise Unreadable("range-backwards", text)


def kind_of(choices: dict[str, tuple[str, ...]], word: str) -> str:
    """The fixed word that one of its spellings stands for."""
    return next(kind for kind, words in choices.items() if word.lower() in words)


def _oere(text: str) -> int:
    kroner, _, oere = text.replace(".", "").partition(",")
    return int(kroner) * 100 + int(oere or 0)


def price(text: str) -> tuple[Price, ...]:
    """One line of `pris`, as two prices where it says what comes on top: `gratis, kaffe 10 kr.` does."""
    head, _, behind = text.partition(", ")
    extra = re.fullmatch(g.EXTRA, behind.strip(), re.IGNORECASE)
    if extra is None or g.PRICE.match(head) is None:
        return _one_price(text)
    return (*_one_price(head), *_one_price(f"plus {extra['sum']} for {extra['thing'].lower()}"))


def _one_price(text: str) -> tuple[Price, ...]:
    if (words := unknown(text)) is not None:
        return (Price(None, note=capital(words)),) if words else ()
    hit = matched(g.PRICE, text)
    if hit is None:
        return (Price(None, note=text),)
    form, found = hit
    who, top, note = (found["who"] or "").strip(), bool(found["top"]), noted(found)
    if form == "free":
        return (Price(0, (), who, top, note),)
    amount, most = _oere(found["amount"]), _oere(found["most"]) if found["most"] else None
    _range(text, amount, most)
    words_per = re.findall(r"(?:pr\.?|per|om|i) (\w+)", found["per"].lower())
    per = tuple(word if word in UNITS else UNIT_FORMS[word] for word in words_per)
    return (Price(amount, per, who, top, note, bool(found["about"]), most),)


def way(text: str) -> tuple[Step, ...]:
    """One step of `tilmelding`."""
    if (words := unknown(text)) is not None:
        return (Step("", note=capital(words)),) if words else ()
    hit = matched(g.WAY, text)
    if hit is None:
        return (Step("", note=text),)
    found = hit[1]
    by = (found["by"] or "").strip()
    if _LIKE_A_DATE.search(by) and not is_date(by):
        raise Unreadable("deadline-unreadable", text, deadline=by)
    deadline = _last_day(by, found["until"]) if by else None
    return (
        Step(
            kind_of(g.WAYS, found["kind"]), (found["through"] or "").strip(), deadline, noted(found)
        ),
    )


def _last_day(by: str, until: str) -> dt.date | str:
    """`inden 1. maj` ends the day before; in words it stays `inden`."""
    before = until.lower() == "inden"
    if not is_date(by):
        return f"inden {by}" if before else by
    day = date(by)
    return max(day, dt.date.min + dt.timedelta(days=before)) - dt.timedelta(days=before)


def status(text: str) -> tuple[State, ...]:
    """One text of `status`."""
    if (words := unknown(text)) is not None:
        return (State("", note=capital(words)),) if words else ()
    form, found = g.STATUS.match(text) or unreadable(text)
    first = date(found["first"]) if found["first"] else None
    if form == "starts":
        return (State("ikke startet", first, None, noted(found)),)
    last = date(found["last"]) if found["last"] else None
    if first and last and last < first:
        raise Unreadable("ends-before-start", text)
    return (State(kind_of(g.STATES, found["kind"]), first, last, noted(found)),)


def unreadable(text: str) -> tuple[str, Found]:
    """Give up on a text that has no sentence form."""
    raise Unreadable("unreadable", text)


def notice(text: str) -> tuple[Notice, ...]:
    """One text of `opslag`."""
    hit = matched(g.NOTICE, text)
    if hit is None:
        return (Notice(text, None),)
    first, last = date(hit[1]["first"]) if hit[1]["first"] else None, date(hit[1]["last"])
    if first and last < first:
        raise Unreadable("ends-before-start", text)
    return (Notice(hit[1]["note"].strip(), last, first),)


def answer(text: str) -> Fact:
    """`ja`, `nej` or `ukendt`, with own words."""
    found = of(g.ANSWER, text)
    return Fact(Answer(found["answer"].lower()), noted(found))


def effort(text: str) -> tuple[Effort, ...]:
    """One text of `anstrengelse`; `fra let til hård` gives all the levels between."""
    if (words := unknown(text)) is not None:
        return (Effort("", capital(words)),) if words else ()
    hit = matched(g.EFFORT, text)
    if hit is None:
        return (Effort("", text),)
    form, found = hit
    if form == "own":
        return (Effort("eget tempo", noted(found)),)
    if form == "level":
        return (Effort(found["level"].lower(), noted(found)),)
    low, high = g.EFFORTS.index(found["low"].lower()), g.EFFORTS.index(found["high"].lower())
    _range(text, low, high)
    return tuple(
        Effort(level, noted(found) if level == g.EFFORTS[high] else "")
        for level in g.EFFORTS[low : high + 1]
    )


def limit(text: str) -> tuple[Limit, ...]:
    """One text of `kun_for`."""
    if (words := unknown(text)) is not None:
        return (Limit("", note=capital(words)),) if words else ()
    hit = matched(g.LIMIT, text)
    if hit is None:
        return (Limit("", note=text),)
    form, found = hit
    groups = found.groupdict()
    note = (groups.get("note") or groups.get("note2") or "").strip()
    if form in {"word", "residence"}:
        return (Limit(groups.get("word", "bopæl").lower(), note=note),)
    low_text = groups.get("low") or groups.get("low2")
    low = int(low_text) if low_text else None
    high_text = groups.get("high") or groups.get("high2")
    high = int(high_text) - (form == "under") if high_text else None
    _range(text, low, high)
    return (Limit("alder", low, high, note, above=form == "over"),)


def seats(text: str) -> Seats | None:
    """How many there is room for."""
    if (words := unknown(text)) is not None:
        return Seats(note=capital(words)) if words else None
    hit = matched(g.SEATS, text)
    if hit is None:
        return Seats(note=text)
    form, found = hit
    groups = found.groupdict()
    low = int(groups["low"]) if groups.get("low") else None
    high = int(groups["high"]) if groups.get("high") else low if form == "about" else None
    _range(text, low, high)
    return Seats(
        low, high, (groups["unit"] or "").lower() == "par", bool(groups.get("about")), noted(found)
    )


def walk(text: str) -> tuple[Walk, ...]:
    """One text of `turlængde`, in metres."""
    if (words := unknown(text)) is not None:
        return (Walk(None, None, note=capital(words)),) if words else ()
    hit = matched(g.WALK, text)
    if hit is None:
        return (Walk(None, None, note=text),)
    form, found = hit
    low = _metres(found["low"], in_km=form == "length")
    high = _metres(found["high"], in_km=form != "metres") if found["high"] else low
    _range(text, low, high)
    return (Walk(low, high, bool(found["about"]), noted(found)),)


def _metres(number: str, *, in_km: bool) -> int:
    return round(float(number.replace(",", ".")) * (_METRES if in_km else 1))


def plain(phrase: Phrase, text: str) -> str:
    """The text itself, when it has a form of the phrase or is its sentence."""
    matched(phrase, text)
    return text.strip()
