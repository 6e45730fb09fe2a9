"""The report for a person at a terminal: what there is to do, and then each club with its offers."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from holdkatalog import wording
from holdkatalog.danish import capital, listed, long_date
from holdkatalog.model import Club
from holdkatalog.report.rows import ORDER, Report, Row

Words = Mapping[str, Any]
_WIDTH: Final = 100
_INDENT: Final = "  "
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def in_text(found: Report, words: Words) -> str:
    """The whole report, at most 100 signs wide where an address isn't longer itself."""
    lines = [*_summary(found, words)]
    for step in ORDER:
        if rows := found.on(step):
            title = words["title"][step].format(number=len(rows))
            lines += ["", title, "=" * len(title), *_clubs(rows, words)]
    return "\n".join(lines) + "\n"


def _summary(found: Report, words: Words) -> Iterator[str]:
    yield from _wrapped(words["head"].format(site=found.site, day=long_date(found.today)))
    yield ""
    clubs = {row.entry.club.id for row in found.rows}
    yield from _wrapped(words["all"].format(number=len(found.rows), clubs=len(clubs)))
    for step in ORDER:
        if number := len(found.on(step)):
            yield f"{_INDENT}{number:>4}  {words['count'][step]}"
    for row in found.on("fresh")[:1]:
        yield from _wrapped(_first_to_turn(row, words))
    if ownerless := {row.entry.club.id for row in found.rows if not row.entry.club.owners}:
        yield from _wrapped(words["ownerless"].format(number=len(ownerless)))
    if found.closed:
        yield from _wrapped(words["closed"].format(number=found.closed))
    if not found.public:
        yield from _wrapped(words["no_address"])


def _first_to_turn(row: Row, words: Words) -> str:
    offer, club = row.entry.offer.name, row.entry.club.name
    return str(words["first"].format(offer=offer, club=club, turns=_turns(row, words)))


def _clubs(rows: Iterable[Row], words: Words) -> Iterator[str]:
    """Each club once, in the order of its most urgent offer."""
    by_club: dict[str, list[Row]] = {}
    for row in rows:
        by_club.setdefault(row.entry.club.id, []).append(row)
    for own in by_club.values():
        club = own[0].entry.club
        yield from ("", *_wrapped(club.name))
        yield from _wrapped(_who(own[0], club, words), _INDENT)
        for row in own:
            yield from _wrapped(_what(row, words), f"{_INDENT}- ", f"{_INDENT * 2}")
            yield f"{_INDENT * 2}{row.confirm if row.urgent else row.page}"


def _who(row: Row, club: Club, words: Words) -> str:
    """Who owns it, and how one reaches the club."""
    phone = wording.phone(row.phone)
    reached = reach(row, words).replace(phone, _held(phone))
    return f"{capital(_owner(club, words))}. {capital(reached)}."


def _owner(club: Club, words: Words) -> str:
    if not club.owners:
        return str(words["no_owner"])
    first, *then = club.owners
    said = words["owner"].format(role=first)
    return f"{said}{words['then'].format(roles=listed(then))}" if then else str(said)


def reach(row: Row, words: Words) -> str:
    """How one reaches the club: by mail, else by telephone."""
    phone = wording.phone(row.phone)
    if row.mail:
        said = words["write"].format(mail=row.mail)
        return f"{said}{words['or_ring'].format(phone=phone)}" if phone else str(said)
    return str(words["ring"].format(phone=phone) if phone else words["unreachable"])


def _what(row: Row, words: Words) -> str:
    offer = row.entry.offer
    if offer.confirmed is None:
        return f"{offer.name}: {words['never']}"
    said = words["confirmed"].format(who=wording.attestation(offer.confirmed))
    begun = words["since"][row.step].format(day=_held(long_date(row.since))) if row.since else ""
    parts = (said, begun, _turns(row, words))
    return f"{offer.name}: {' '.join(part for part in parts if part)}"


def _turns(row: Row, words: Words) -> str:
    """What comes next and when; "" when nothing does."""
    if row.next is None:
        return ""
    return str(words["turns"][row.next.step].format(day=_held(long_date(row.next.day))))


def _held(words: str) -> str:
    """A date or a number that no line breaks."""
    return words.replace(" ", _NO_BREAK)


def _wrapped(text: str, first: str = "", then: str | None = None) -> list[str]:
    lines = textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first if then is None else then,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_NO_BREAK, " ") for line in lines]
