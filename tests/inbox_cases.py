"""The mails of tests/examples/inbox, the small catalogue they are judged against, and what is expected of them."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, field
from difflib import unified_diff
from functools import cache
from pathlib import Path

from holdkatalog.catalogue.files import documents
from holdkatalog.post import (
    Answer,
    Contents,
    Mail,
    Now,
    Office,
    Verdict,
    answer,
    contents,
    judged,
    message,
    opened,
)
from holdkatalog.wording.words import FILE, strings
from holdkatalog.yamlfile import blob
from small import ROOT, content

EXAMPLES = ROOT / "tests" / "examples" / "inbox"
MAILS = sorted(EXAMPLES.glob("*.eml"))
TODAY = dt.date(2026, 11, 25)
EDITED = dt.datetime(2026, 11, 24, 20, tzinfo=dt.UTC)
WORDS = strings(FILE)["post"]
OFFICE = Office("Aktive Fællesskaber", content().municipality.bridge, TODAY, WORDS)
REWRITE = "GOLDEN=write .venv/bin/pytest tests/test_post.py"


@dataclass(frozen=True)
class Before:
    """What git would know: one older edition of a club, and when every club was edited."""

    editions: dict[str, bytes] = field(default_factory=dict)
    last: dt.datetime | None = EDITED

    def edition(self, club: str, blob: str) -> bytes | None:
        """The older edition, if that is the one."""
        return self.editions.get(f"{club} {blob}")

    def edited(self, club: str) -> dt.datetime | None:
        """When the club's file was edited."""
        return self.last if club else None


@cache
def now() -> Now:
    """The catalogue of the example's clubs in this repository's municipality."""
    files = {found.file: found for found in documents(EXAMPLES / "clubs", "clubs")}
    return Now(content(), files, frozenset(), TODAY, strings(FILE))


@cache
def before() -> Before:
    """The older edition that some of the mails were made from."""
    old = (EXAMPLES / "editions" / "vig-stavgaengere.yaml").read_bytes()
    today = (EXAMPLES / "clubs" / "vig-stavgaengere.yaml").read_bytes()
    return Before({f"vig-stavgaengere {blob(each)}": each for each in (old, today)})


def taken(data: bytes) -> tuple[Mail, Contents, list[Verdict]]:
    """The mail, what is in it, and what becomes of its files."""
    mail = opened(data)
    found = contents(mail)
    return mail, found, [judged(one, now(), before(), written=mail.date) for one in found.files]


def answered(data: bytes) -> Answer:
    """The answer to the mail."""
    mail, found, verdicts = taken(data)
    return answer(mail, verdicts, found.refused, OFFICE, name="id")


def in_git(data: bytes) -> str:
    """What git would be given for the mail: each message, and what is different in the file."""
    return "\n".join(_one(verdict) for verdict in taken(data)[2]) or "Ingenting.\n"


def _one(verdict: Verdict) -> str:
    if not verdict.text:
        return f"{verdict.file}: {verdict.state}\n"
    old = now().files.get(verdict.file)
    lines = old.source.splitlines(keepends=True) if old else []
    changed = unified_diff(lines, verdict.text.splitlines(keepends=True), n=0)
    diff = "".join(line for line in changed if not line.startswith(("---", "+++")))
    return f"{message(verdict, WORDS['commit'])}\n{diff}"


def kept(name: str, made: bytes) -> bytes:
    """The bytes that are expected; written first when the tests are run with GOLDEN=write."""
    file: Path = EXAMPLES / name
    if os.environ.get("GOLDEN") == "write":
        file.write_bytes(made)
    return file.read_bytes()
