"""What lies in a mail: the clubs' files, attached or pasted, and what can't be used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from holdkatalog.post import letters
from holdkatalog.post.mail import Mail, Part
from holdkatalog.post.pasted import club_like, editions, pasted
from holdkatalog.post.webtext import text_of

MOST: Final = 20
"""So many files of one mail are taken; who has more asks the municipality."""
_YAML: Final = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
_KINDS: Final = {"text/yaml", "text/x-yaml", "application/yaml", "application/x-yaml"}
_UNSAID: Final = {"text/plain", "application/octet-stream"}
_NO_FILE: Final = re.compile(
    r"application/(?:pgp|pkcs7|x-pkcs7)-.*|text/(?:x-)?vcard|text/calendar"
)
"""What mail programs add by themselves."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One file as sent: its name, "" when it was pasted, and its text in UTF-8.

    `editions` are those that the mail says it was made from, as git names them.
    """

    name: str
    data: bytes
    editions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of a mail, and the names of those that can't be read, "" for one without a name."""

    files: tuple[Submission, ...]
    refused: tuple[str, ...] = ()


def contents(mail: Mail) -> Contents:
    """What the mail holds. Files that are attached count more than what is written in the mail."""
    files: list[Submission] = []
    refused, texts, pages = list[str](), list[str](), list[str]()
    for part in mail.parts:
        text = _text(part)
        if _is_file(part, text):
            files.append(submission(part.name, text))
        elif part.kind == "text/html" and not part.attached:
            pages.append(text_of(text))
        elif part.kind == "text/plain" and not part.attached and not part.name:
            texts.append(text)
        elif not _added_by_itself(part):
            refused.append(part.name)
    said = (*texts, *pages)
    if not files:
        found = next((made for text in said if (made := pasted(text))), "")
        files = [submission("", found)] if found else []
    known = editions("\n".join(said))
    files = list(dict.fromkeys(files))
    return Contents(tuple(_edited(each, known) for each in files[:MOST]), _left(files, refused))


def submission(name: str, text: str) -> Submission:
    """The file with that name and text; it may say itself what it was made from."""
    ended = text if text.endswith("\n") or not text else f"{text}\n"
    return Submission(name, ended.encode("utf-8", "replace"), editions(text))


def _edited(one: Submission, known: Iterable[str]) -> Submission:
    return Submission(one.name, one.data, tuple(dict.fromkeys((*one.editions, *known))))


def _left(files: Iterable[Submission], refused: Iterable[str]) -> tuple[str, ...]:
    more = [each.name for each in files][MOST:]
    return tuple(dict.fromkeys((*more, *refused)))


def _text(part: Part) -> str:
    text = letters.read(part.data, part.charset)
    flowed = part.flowed and part.kind == "text/plain"
    return letters.unflowed(text, delete_space=part.delete_space) if flowed else text


def _is_file(part: Part, text: str) -> bool:
    if _YAML.search(part.name.strip()) or part.kind in _KINDS:
        return True
    return part.kind in _UNSAID and bool(part.name or part.attached) and club_like(text)


def _added_by_itself(part: Part) -> bool:
    """A signature, a card, a picture that stands in the text: nobody has meant to send it."""
    picture = part.kind.startswith("image/") and not part.attached
    return picture or _NO_FILE.fullmatch(part.kind) is not None
