"""A line of `tid`: its rule, its clock and the words behind."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from holdkatalog.danish import DAYS, capital
from holdkatalog.errors import Unreadable
from holdkatalog.grammar.when import DAY_PHRASE, SESSION
from holdkatalog.grammar.words import DATE, DAY, EVERY, NTH, TO
from holdkatalog.model import Clock, Monthly, Often, OnDate, Session, Weekly, Weeks, When
from holdkatalog.reading.numbers import clock, count, minutes, near_date
from holdkatalog.reading.spans import refused, unknown

_ALL_DAYS = frozenset(range(7))
_WORKING_DAYS = frozenset(range(5))
_FIFTH = 5


def session(text: str) -> Session:
    """One text of `tid`: a rule, a sentence, or nothing (`ukendt`)."""
    if (words := unknown(text)) is not None:
        return Session(note=capital(words))
    if not (matched := SESSION.match(text)):
        if SESSION.is_sentence(text):
            return Session(note=text)
        raise refused(SESSION, text)
    found = matched[1]
    notes = [found["room"], found["note"]]
    return Session(
        when=day(found["day"]),
        clock=_clock(found["clock"], found["length"]),
        note=", ".join(n.strip() for n in notes if n),
        usually=bool(found["usually"]),
    )


def _clock(text: str | None, length: str | None) -> Clock | None:
    found = clock(text) if text else None
    if not length:
        return found
    if found is None or found.start is None or found.end:
        return replace(found or Clock(), minutes=minutes(length))
    end = dt.datetime.combine(dt.date.min, found.start) + dt.timedelta(minutes=minutes(length))
    return replace(found, end=end.time())


def day(text: str) -> When:
    """Weekdays, nth weekdays of the month, a rhythm or a date."""
    match DAY_PHRASE.match(text):
        case "monthly", _:
            return _monthly(text)
        case "weekly", _:
            return _weekly(text)
        case "weekdays", _:
            return Weekly(_WORKING_DAYS if "hverdage" in text.lower() else _ALL_DAYS)
        case "often", _:
            return _often(text)
        case "date", _:
            return _on_date(text)
    raise Unreadable("unreadable", text)


def _run(text: str, word: str, order: list[str]) -> list[int]:
    """The places in `order` of the words in the text; `mandag-fredag` means all between."""
    found: list[int] = []
    end = 0
    for hit in re.finditer(word, text, re.IGNORECASE):
        place = order.index(hit[0].lower())
        between = re.sub(r"^e", "", text[end : hit.start()])
        if found and re.fullmatch(TO, between, re.IGNORECASE):
            step = found[-1]
            while step != place:
                step = (step + 1) % len(order)
                found.append(step)
        else:
            found.append(place)
        end = hit.end()
    return found


def _monthly(text: str) -> When:
    order = list(NTH)
    head, _, _ = text.partition(" i ")
    weekday = _run(text, DAY, list(DAYS))[0]
    nth = frozenset(NTH[order[i]] for i in _run(head, rf"\b(?:{'|'.join(NTH)})\b", order))
    if nth == {_FIFTH}:  # most months have no fifth: "sidste" is what people mean
        raise Unreadable("fifth-alone", text)
    return Monthly(weekday, nth)


def _weekly(text: str) -> When:
    low = text.lower()
    weeks = (
        Weeks.ODD
        if low.endswith(" i ulige uger")
        else Weeks.EVEN
        if low.endswith(" i lige uger")
        else Weeks.ALL
    )
    every = 1
    if found := re.match(rf"hver ({'|'.join(EVERY)}|\d+\.) ", low):
        every = EVERY.get(found[1]) or int(found[1][:-1])
        if weeks is not Weeks.ALL and every > 1:
            raise Unreadable("interval-and-parity", text)
    return Weekly(frozenset(_run(text, DAY, list(DAYS))), weeks, every)


_UNITS = ("halvår", "kvartal", "måned", "uge", "dag", "år")


def _often(text: str) -> When:
    low = text.lower()
    if re.search(r"\b(?:14\.?|fjortende) dag$", low):
        return Often(1, "uge", 2)
    unit = next(u for u in _UNITS if re.search(rf"\b{u}", low))
    interval = re.search(rf"\b(?:om|i|hvert?|pr\.?) ({'|'.join(EVERY)}|\d+\.) ", low)
    every = (EVERY.get(interval[1]) or int(interval[1][:-1])) if interval else 1
    number = re.match(r"(\S+) gange? ", low)
    return Often(count(number[1]) if number else 1, unit, every)


def _on_date(text: str) -> When:
    found = re.fullmatch(rf"(?:({DAY}),? (?:den |d\. ?)?)?({DATE})", text.strip(), re.IGNORECASE)
    named, written = (found[1], found[2]) if found else (None, text)
    on = near_date(written)
    if named and DAYS.index(named.lower()) != on.weekday():
        raise Unreadable("weekday-mismatch", text, right=DAYS[on.weekday()], written=named)
    return OnDate(on)


def with_clocks(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """The sessions, where a narrower rule without a clock takes that of the wider one it replaces."""
    return tuple(s if s.clock else replace(s, clock=_replaced(s, sessions)) for s in sessions)


def _replaced(narrow: Session, sessions: tuple[Session, ...]) -> Clock | None:
    wide = [s for s in sessions if isinstance(s.when, Weekly)]
    if isinstance(narrow.when, Monthly):
        clocks = {s.clock for s in wide if narrow.when.weekday in s.when.weekdays}  # type: ignore[union-attr]
    elif isinstance(narrow.when, OnDate):
        rules = [s for s in sessions if isinstance(s.when, Weekly | Monthly)]
        same = [s for s in rules if narrow.when.date.weekday() in _weekdays(s.when)]
        clocks = {s.clock for s in same or (rules if len(rules) == 1 else [])}
    else:
        return None
    return clocks.pop() if len(clocks) == 1 else None


def _weekdays(when: When | None) -> frozenset[int]:
    if isinstance(when, Weekly):
        return when.weekdays
    return frozenset({when.weekday}) if isinstance(when, Monthly) else frozenset()
