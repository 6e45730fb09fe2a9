"""A mail as it came. It comes from a stranger: nothing in it is believed, and nothing stops the program."""

from __future__ import annotations

import datetime as dt
import email
import email.parser
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage, Message
from email.policy import EmailPolicy
from itertools import islice
from typing import Any, Final

SIZE: Final = 20 * 1024 * 1024
"""Bytes; what post offices carry is hardly ever larger."""
_LINES: Final = 300_000
_PARTS: Final = 60
_BORDERS: Final = 2_000
"""Lines that begin as the border between two parts does."""
_HEADER: Final = 2_000
"""Signs of one line of the head: the longer it is, the longer Python thinks about it."""
_HEAD: Final = 64 * 1024
_MARKS: Final = re.compile(rb"boundary|content-type", re.IGNORECASE)
_ID: Final = re.compile(r"<[!-;=?A-~]{1,200}@[!-;=?A-~]{1,200}>")
_REFERENCES: Final = 10
_LONGEST: Final = 254
_ADDRESS: Final = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a mail: `kind` is its type, `name` that of an attachment, "" when it has none."""

    kind: str
    name: str
    data: bytes
    charset: str = ""
    attached: bool = False
    flowed: bool = False
    delete_space: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """What can be known of a mail; "" and None for what can't. `whole` is False for one too large.

    `automatic` says that no human has written it: an answer to one would be answered by a machine.
    """

    sender: str = ""
    subject: str = ""
    message_id: str = ""
    references: tuple[str, ...] = ()
    date: dt.datetime | None = None
    automatic: bool = False
    parts: tuple[Part, ...] = ()
    whole: bool = True


class _Careful(EmailPolicy):
    """Python's own reading of a head, but of what is too long or trips it, only the bare text."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_HEADER]

    def header_fetch_parse(self, name: str, value: str) -> Any:  # noqa: ANN401 - as Python has it
        try:
            return super().header_fetch_parse(name, value)
        except Exception:  # noqa: BLE001 - there is no end to what strange heads make it raise
            return value.encode("ascii", "replace").decode()


def opened(data: bytes) -> Mail:
    """The mail of these bytes, however broken it is."""
    parser = email.parser.BytesParser(EmailMessage, policy=_Careful())
    whole = _fits(data)
    try:
        message = parser.parsebytes(data if whole else data[:_HEAD], headersonly=not whole)
        parts = tuple(_parts(message)) if whole else ()
    except Exception:  # noqa: BLE001 - a mail that can't be taken apart is one without parts
        message = parser.parsebytes(data[:_HEAD].partition(b"\n\n")[0], headersonly=True)
        parts, whole = (), False
    return _mail(message, parts, whole=whole)


def _fits(data: bytes) -> bool:
    """Whether the mail can be taken apart in some seconds."""
    if len(data) > SIZE or data.count(b"\n") > _LINES or data.count(b"\n--") > _BORDERS:
        return False
    return len(list(islice(_MARKS.finditer(data), 2 * _PARTS + 1))) <= 2 * _PARTS


def _mail(message: Message, parts: tuple[Part, ...], *, whole: bool) -> Mail:
    own = _ID.findall(str(message["Message-ID"] or ""))[:1]
    earlier = _ID.findall(f"{message['References'] or ''} {message['In-Reply-To'] or ''}")
    said = [str(message[name] or "").lower() for name in ("Auto-Submitted", "Precedence")]
    return Mail(
        sender=_sender(message),
        subject=str(message["Subject"] or ""),
        message_id="".join(own),
        references=tuple(dict.fromkeys((*earlier[-_REFERENCES:], *own))),
        date=_date(message),
        automatic=said[0] not in {"", "no"} or said[1] in {"bulk", "junk", "auto_reply"},
        parts=parts,
        whole=whole,
    )


def _sender(message: Message) -> str:
    found = message["From"]
    addresses = found.addresses if isinstance(found, AddressHeader) else ()
    written = (each.addr_spec for each in addresses)
    return next(
        (each for each in written if len(each) <= _LONGEST and _ADDRESS.fullmatch(each)), ""
    )


def _date(message: Message) -> dt.datetime | None:
    """The moment it says; without a zone (-0000), in the world's own time (RFC 5322, 3.3)."""
    found = message["Date"]
    moment = found.datetime if isinstance(found, DateHeader) else None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _parts(message: Message) -> Iterator[Part]:
    for each in islice(message.walk(), _PARTS):
        if each.is_multipart():
            continue
        content = each.get_payload(decode=True)
        yield Part(
            kind=each.get_content_type(),
            name=each.get_filename() or "",
            data=content if isinstance(content, bytes) else b"",
            charset=each.get_content_charset() or "",
            attached=each.get_content_disposition() == "attachment",
            flowed=str(each.get_param("format", "")).lower() == "flowed",
            delete_space=str(each.get_param("delsp", "")).lower() == "yes",
        )
