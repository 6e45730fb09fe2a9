"""A letter as a file that a mail program opens, ready to be sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final
from zoneinfo import ZoneInfo

_WHEN: Final = (dt.time(8), ZoneInfo("Europe/Copenhagen"))
"""The hour that a letter of the day is dated with; who sends it gets the true one."""


def draft(  # noqa: PLR0913 - what a letter's head holds
    to: Address,
    *,
    sender: Address | None,
    subject: str,
    body: str,
    day: dt.date,
    name: str,
    references: Sequence[str] = (),
) -> bytes:
    """The letter of that day; `name` makes its id. The last of the `references` is what it answers."""
    message = EmailMessage(policy=SMTP)
    hour, zone = _WHEN
    message["Date"] = format_datetime(dt.datetime.combine(day, hour, zone))
    if sender:
        # Without one, the mail program puts in whoever sends it.
        message["From"], message["Reply-To"] = sender, sender
        message["Message-ID"] = f"<holdkatalog.{day.isoformat()}.{name}@{sender.domain}>"
    if references:
        message["In-Reply-To"], message["References"] = references[-1], " ".join(references)
    message["To"], message["Subject"] = to, subject
    # Mail programs open it as a letter to be sent, not as one that was received.
    message["X-Unsent"] = "1"
    message.set_content(body, cte="quoted-printable")
    return bytes(message)


def address(mail: str, name: str = "") -> Address | None:
    """The address as letters carry it; None for one that no ordinary post can be sent to."""
    user, _, domain = mail.rpartition("@")
    try:
        user.encode("ascii")
        host = domain.encode("idna").decode()
    except UnicodeError:
        return None
    return Address(plain(name), user, host) if user else None


def plain(text: str) -> str:
    """The text on one line: a letter's head can't hold another."""
    return " ".join(text.split())
