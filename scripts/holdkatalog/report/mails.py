"""A ready mail to each club that must be asked: as a text to copy, and as a file that a mail program opens.

Nothing is sent. One catalogue on one day gives the same letters, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from holdkatalog import wording
from holdkatalog.danish import capital, listed
from holdkatalog.facets.forgetting import holds
from holdkatalog.model import Contact
from holdkatalog.report.asked import asked
from holdkatalog.report.drafts import address, draft, plain
from holdkatalog.report.letters import stakes, told
from holdkatalog.report.rows import Report, Row
from holdkatalog.report.text import reach

Words = Mapping[str, Any]
Confirm = Mapping[str, str]
_RULE: Final = "-" * 40


@dataclass(frozen=True, slots=True)
class Mail:
    """One club's letter: `text` to copy, and `eml` for a mail program, empty when nobody can be written to."""

    club: str
    text: str
    eml: bytes


def mails(found: Report, bridge: Contact, words: Words, confirm: Confirm) -> tuple[Mail, ...]:
    """A letter to each club with an offer that must be confirmed, by the clubs' ids.

    `words` is the section `report`, `confirm` that of the page where one answers.
    """
    by_club: dict[str, list[Row]] = {}
    for row in found.rows:
        if row.urgent:
            by_club.setdefault(row.entry.club.id, []).append(row)
    return tuple(_mail(found, bridge, by_club[id_], words, confirm) for id_ in sorted(by_club))


def _mail(found: Report, bridge: Contact, rows: list[Row], words: Words, confirm: Confirm) -> Mail:
    first, own = rows[0], words["mail"]
    club = first.entry.club
    subject = plain(own["subject"].format(club=club.name, site=found.site))
    body = "\n".join(_body(found, bridge, rows, own, confirm)) + "\n"
    to = first.mail or capital(reach(first, words))
    head = (own["to"].format(to=to), own["about"].format(subject=subject))
    return Mail(
        club=club.id,
        text="\n".join((*head, "", body)),
        eml=_eml(found, bridge, first, subject, body),
    )


def _body(
    found: Report, bridge: Contact, rows: list[Row], words: Words, confirm: Confirm
) -> Iterator[str]:
    yield from (words["hello"].format(club=plain(rows[0].entry.club.name)), "")
    yield from (words["why"].format(site=found.site), "")
    if owners := rows[0].entry.club.owners:
        yield from (words["owner"].format(roles=listed(owners, words["or"])), "")
    for row in rows:
        yield from _offer(found, row, words, confirm)
    yield from (_RULE, "")
    if bridge.mail and rows[0].mail:
        # A written-out mailto: is half a screen of signs that no volunteer dares to press.
        yield words["reply"]
    if bridge.phone:
        yield words["ring"].format(phone=wording.phone(bridge.phone))
    yield from ("", words["thanks"], "")
    yield from (line for line in (capital(bridge.role), found.site) if line)


def _offer(found: Report, row: Row, words: Words, confirm: Confirm) -> Iterator[str]:
    yield from (_RULE, plain(row.entry.offer.name), "")
    facts = asked(row.entry, found.today)
    for fact in facts:
        if fact.lines or fact.over:
            yield confirm["now"].format(fact=confirm[fact.key], told=told(fact, confirm))
    if unknown := [confirm[fact.key] for fact in facts if not (fact.lines or fact.over)]:
        yield words["unknown"].format(names=" / ".join(unknown))
    yield ""
    for said, first, last in stakes(row.entry, confirm, found.today):
        if holds(first, last, found.today):
            yield said
    if found.public:
        yield from ("", words["answer"], row.confirm)
    yield ""


def _eml(found: Report, bridge: Contact, row: Row, subject: str, body: str) -> bytes:
    to, sender = address(row.mail, row.entry.club.name), address(bridge.mail, found.site)
    if not to:
        return b""
    return draft(
        to, sender=sender, subject=subject, body=body, day=found.today, name=row.entry.club.id
    )
