"""How each fixed phrase is spelt: small letters, Danish dates, `1.200 kr. pr. år`, `12 34 56 78`.

Each function takes a text of its kind and gives our spelling of it; own words stay as they are.
What it makes of a text is only used when it is read as the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from holdkatalog.grammar import facts as g
from holdkatalog.grammar.phrase import Phrase
from holdkatalog.grammar.when import TIMES
from holdkatalog.reading.facts import limit as read_limit
from holdkatalog.reading.facts import price as read_price
from holdkatalog.reading.people import phone as read_phone
from holdkatalog.tidying import when

Spell = Callable[[str], str]

_DASH = re.compile(r"(?<=\d) ?[-–] ?(?=\d)")
_FREE = re.compile(
    r"^(plus )?(?:gratis adgang|gratis|fri entré|det er gratis|det koster ikke noget|0 ?kr\.?)",
    re.IGNORECASE,
)
_DANISH = re.compile(r"\+45\d{8}")


def _small(phrase: Phrase) -> Spell:
    """The spelling of a phrase that only wants small letters, and dates in words."""

    def spell(text: str) -> str:
        parts = when.split(phrase, text)
        if parts is None:
            return text
        return _DASH.sub("-", when.dates(parts[0]).lower()) + parts[1]

    return spell


def _first(phrase: Phrase, group: str) -> Spell:
    """The spelling of a phrase with names in its fixed part: only this group gets small letters."""

    def spell(text: str) -> str:
        found = phrase.match(text)
        parts = when.split(phrase, text)
        if found is None or parts is None or not found[1].groupdict().get(group):
            return text
        start, end = found[1].span(group)
        return (
            text[:start].lower() + text[start:end].lower() + when.dates(parts[0][end:]) + parts[1]
        )

    return spell


def _date(text: str) -> str:
    return when.day_of(text)


def _attestation(text: str) -> str:
    found = g.ATTESTATION.match(text)
    if found is None or found[0] == "never":
        return text.lower() if found else text
    return when.day_of(found[1]["date"]) + text[found[1].end("date") :]


def _price(text: str) -> str:
    head, comma, behind = text.partition(", ")
    found = g.PRICE.match(text)
    if found is None or re.fullmatch(g.EXTRA, behind.strip(), re.IGNORECASE):
        found = g.PRICE.match(head) if comma else None
    else:
        head, behind = when.split(g.PRICE, text) or (text, "")
        comma = ""
    if found is None:
        return text
    return (_free(head) if found[0] == "free" else _amount(head)) + comma + behind


def _free(head: str) -> str:
    return _FREE.sub(lambda found: (found[1] or "").lower() + "gratis", head)


def _amount(head: str) -> str:
    """An amount as we write it, made of what was read."""
    read = read_price(head)[0]
    numbers = [_kroner(oere) for oere in (read.amount, read.most) if oere is not None]
    plus, about = "plus " if read.on_top else "", "cirka " if read.about else ""
    per = "".join(f" pr. {unit}" for unit in read.per)
    who = f" for {read.who}" if read.who else ""
    return f"{plus}{about}{'-'.join(numbers)} kr.{per}{who}"


def _kroner(oere: int) -> str:
    whole = f"{oere // 100:,}".replace(",", ".")
    return f"{whole},{oere % 100:02}" if oere % 100 else whole


def _number(phrase: Phrase) -> Spell:
    """The spelling of what may be a phone: a Danish one in pairs, any other as it stands."""

    def spell(text: str) -> str:
        found = phrase.match(text)
        if found is None or not (written := found[1].groupdict().get("phone")):
            return text
        number = read_phone(written)
        if not _DANISH.fullmatch(number):
            return text
        digits = number.removeprefix("+45")
        pairs = " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))
        return pairs + text[found[1].end("phone") :]

    return spell


def _place(text: str) -> str:
    found = g.PLACE.match(text)
    if found is None or found[0] != "fixed":
        return text
    end = found[1].end("id")
    return text[:end].lower() + text[end:]


def _limit(text: str) -> str:
    found = g.LIMIT.match(text)
    parts = when.split(g.LIMIT, text)
    if found is None or parts is None:
        return text
    read = read_limit(text)[0]
    if read.low is not None and not read.above:
        note = f", {read.note}" if read.note else ""
        return f"{read.low}{'+' if read.high is None else f'-{read.high}'}{note}"
    return parts[0].lower() + parts[1]


PHRASES: Final[Mapping[str, Spell]] = {
    "session": when.time,
    "day": when.day,
    "clock": when.hours,
    "date": _date,
    "period": when.period,
    "breaks": when.breaks,
    "times": _small(TIMES),
    "price": _price,
    "way": _first(g.WAY, "kind"),
    "status": _small(g.STATUS),
    "notice": _small(g.NOTICE),
    "attestation": _attestation,
    "answer": _small(g.ANSWER),
    "effort": _small(g.EFFORT),
    "limit": _limit,
    "seats": _small(g.SEATS),
    "walk": _small(g.WALK),
    "leader": _first(g.LEADER, "kind"),
    "contact": _number(g.CONTACT),
    "phone": _number(g.PHONE_PHRASE),
    "place": _place,
}
"""Our spelling, by the kind of leaf; other kinds stay as they are."""
