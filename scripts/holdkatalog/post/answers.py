"""The Danish answer to a mail: what will be shown, or what to mend and how; and what happens then.

Nothing is sent. It is plain text, and nothing of the sender's gets into the letter's head but the
address it goes to, the subject it answers and the ids that keep the letters together.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from holdkatalog import wording
from holdkatalog.danish import capital, listed, long_date
from holdkatalog.errors import Problem
from holdkatalog.messages import masked, render
from holdkatalog.model import Contact
from holdkatalog.post.judging import Verdict
from holdkatalog.post.mail import Mail
from holdkatalog.post.telling import Words, conflict
from holdkatalog.report.drafts import address, draft, plain
from holdkatalog.yamlfile.source import shown

_RULE: Final = "-" * 40
_LINES: Final = 150
"""So many lines are told of one file: who sees so much changed looks at the page."""
_PROBLEMS: Final = 12
_ADVICE: Final = 2
_SUBJECT: Final = 120
_AGAIN: Final = re.compile(r"^(?:(?:sv|re|vs|fwd?) ?: ?)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """Who answers: the site's name, whom one can ring or write to, the day, and the words for it."""

    site: str
    contact: Contact
    today: dt.date
    words: Words


@dataclass(frozen=True, slots=True)
class Answer:
    """The letter as `text` to copy, and as `eml` for a mail program, empty when nobody is known to write to."""

    text: str
    eml: bytes


def answer(
    mail: Mail, verdicts: Sequence[Verdict], refused: Sequence[str], office: Office, *, name: str
) -> Answer:
    """The answer to the mail with these files; `name` makes the letter's id."""
    words = office.words
    subject = _AGAIN.sub("", plain(shown(mail.subject)))[:_SUBJECT]
    about = (words["reply"] if subject else words["subject"]).format(
        subject=subject, site=office.site
    )
    body = "\n".join(_body(mail, verdicts, refused, office)) + "\n"
    to = mail.sender or words["somebody"]
    head = (words["to"].format(to=to), words["about"].format(subject=about))
    return Answer("\n".join((*head, "", body)), _eml(mail, office, about, body, name))


def _eml(mail: Mail, office: Office, subject: str, body: str, name: str) -> bytes:
    to = address(mail.sender)
    if to is None:
        return b""
    return draft(
        to,
        sender=address(office.contact.mail, office.site),
        subject=subject,
        body=body,
        day=office.today,
        name=name,
        references=mail.references,
    )


def _body(
    mail: Mail, verdicts: Sequence[Verdict], refused: Sequence[str], office: Office
) -> Iterator[str]:
    words = office.words
    yield from (words["hello"], "", words["thanks"], "")
    for verdict in verdicts:
        yield from (_RULE, "", *_file(verdict, words))
    if verdicts:
        yield from (_RULE, "")
    if refused:
        names = listed(dict.fromkeys(_name(each, words) for each in refused))
        yield from (words["refused"].format(names=names), "")
    if not mail.whole:
        yield from (words["too_big"], "")
    elif not verdicts and not refused:
        yield from (words["nothing_found"], "")
    if any(verdict.text for verdict in verdicts):
        yield from (words["next"], "")
    phone, role = office.contact.phone, office.contact.role
    yield words["ring"].format(phone=wording.phone(phone)) if phone else words["write"]
    yield from ("", *(line for line in (capital(role), office.site) if line))


def _name(name: str, words: Words) -> str:
    return f"»{masked(plain(shown(name)))}«" if name.strip() else str(words["unnamed"])


def _file(verdict: Verdict, words: Words) -> Iterator[str]:
    """The part of the answer that is about one file."""
    if verdict.name and not verdict.shown:
        yield from (masked(plain(shown(verdict.name))), "")
    if verdict.sent:
        yield words["file"].format(name=_name(verdict.sent, words))
    else:
        yield words["pasted"]
    if verdict.renamed and verdict.club:
        yield words["renamed"].format(name=f"{verdict.club}.yaml")
    yield ""
    if verdict.state in {"errors", "nameless"}:
        yield from _to_mend(verdict, words)
        return
    if verdict.text or not verdict.conflicts:
        yield from (words[verdict.state], "")
    lines = verdict.shown.splitlines()
    yield from lines[:_LINES]
    yield from ("…",) if len(lines) > _LINES else ()
    yield from ("",) if lines else ()
    yield from _beside(verdict, words)


def _beside(verdict: Verdict, words: Words) -> Iterator[str]:
    """What else the sender should know."""
    if verdict.conflicts:
        yield from (words["conflict"], "")
        for change in verdict.conflicts[:_PROBLEMS]:
            yield from (*conflict(change, verdict.values, words), "")
        yield from (words["decide"], "")
    if verdict.late and verdict.edited:
        yield from (words["edited"].format(day=long_date(verdict.edited)), "")
    if verdict.text and verdict.advice:
        yield from (words["advice"], "", *_problems(verdict, verdict.advice[:_ADVICE], words))


def _to_mend(verdict: Verdict, words: Words) -> Iterator[str]:
    if verdict.problems:
        yield from (words["errors"], "")
        yield from _problems(verdict, verdict.problems[:_PROBLEMS], words)
    if left := len(verdict.problems[_PROBLEMS:]):
        yield from (words["more"].format(number=left), "")
    yield from (words["again" if verdict.club else "nameless"], "")


def _problems(verdict: Verdict, problems: Iterable[Problem], words: Words) -> Iterator[str]:
    """Each Problem as the check tells it; which file it is about has been said."""
    for problem in problems:
        said = render(problem, verdict.lines)
        line = said.removeprefix(words["at"].format(file=problem.file))
        told_of = said.removeprefix(f"{problem.file}: ")
        yield from (told_of if line == said else words["line"].format(line=line), "")
