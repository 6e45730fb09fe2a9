"""Who: contacts, leaders, those who saw to it, and the words of the vocabularies."""

from __future__ import annotations

import re

from holdkatalog.danish import capital, slug
from holdkatalog.grammar import facts as g
from holdkatalog.model import Attestation, Contact, Leader, Served
from holdkatalog.reading.facts import kind_of, matched, noted, of, unreadable
from holdkatalog.reading.numbers import near_date
from holdkatalog.reading.spans import unknown


def attestation(text: str) -> Attestation | None:
    """`15. oktober 2026 af formanden`; None for `aldrig` and `ukendt`."""
    if unknown(text) is not None:
        return None
    form, found = g.ATTESTATION.match(text) or unreadable(text)
    return (
        None
        if form == "never"
        else Attestation(near_date(found["date"]), (found["by"] or "").strip())
    )


def leader(text: str) -> tuple[Leader, ...]:
    """One text of `ledes_af`."""
    if (words := unknown(text)) is not None:
        return (Leader("", capital(words)),) if words else ()
    hit = matched(g.LEADER, text)
    return (
        (Leader(kind_of(g.LEADERS, hit[1]["kind"]), noted(hit[1])),) if hit else (Leader("", text),)
    )


def term(text: str) -> tuple[str, str]:
    """A word of a vocabulary and the own words behind it: (`type-2-diabetes`, `...`)."""
    found = of(g.VOCABULARY, text)
    return slug(found["term"]), noted(found)


def served(text: str) -> tuple[Served, ...]:
    """One area served."""
    area, note = term(text)
    return () if area == "ukendt" else (Served(area, note),)


_HOURS = re.compile(r"\d|hver|dag|kl\b|aften|efter|formiddag", re.IGNORECASE)


def phone(text: str) -> str:
    """The number in E.164: `+4512345678`."""
    digits = re.sub(r"\D", "", of(g.PHONE_PHRASE, text)["phone"])
    if text.strip().startswith(("+", "00")):
        digits = digits.removeprefix("00")
        return f"+{digits}"
    return f"+45{digits[-8:]}"


def contact(text: str) -> Contact:
    """A phone or a mail, with hours or own words behind it."""
    found = of(g.CONTACT, text)
    rest = re.sub(r"^\((.*)\)$", r"\1", (found["rest"] or "").strip())
    hours, note = (rest, "") if _HOURS.search(rest) else ("", rest)
    groups = found.groupdict()
    if groups.get("mail"):
        return Contact(mail=groups["mail"], hours=hours, note=note)
    return Contact(phone(groups["phone"]), hours=hours, note=note)
