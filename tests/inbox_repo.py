"""A municipality's own git repository, and a folder of mails beside it."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from holdkatalog.inbox import Handled, Wishes, handled
from inbox_cases import EXAMPLES, TODAY
from small import ROOT

CLUB = "clubs/vig-stavgaengere.yaml"
_WHEN = {"GIT_AUTHOR_DATE": "2026-11-01T10:00:00Z", "GIT_COMMITTER_DATE": "2026-11-01T10:00:00Z"}


@dataclass(frozen=True)
class Place:
    """The repository in `root`, the mails in `post`."""

    root: Path
    post: Path

    def git(self, *words: str) -> str:
        """What git answers there."""
        names = {"GIT_AUTHOR_NAME": "formand", "GIT_COMMITTER_NAME": "formand"}
        mails = {"GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_EMAIL": "a@example.org"}
        around = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        done = subprocess.run(
            ["git", "-C", str(self.root), *words],
            env={**around, **names, **mails, **_WHEN},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def branches(self) -> list[str]:
        """The branches of what was sent, with their commits."""
        return self.git(
            "for-each-ref", "--format=%(refname:short) %(objectname)", "refs/heads/forslag"
        ).splitlines()

    def put(self, name: str, data: bytes | None = None) -> Path:
        """Lay a mail of the examples, or one with these bytes, in the folder."""
        path = self.post / name
        path.write_bytes((EXAMPLES / name).read_bytes() if data is None else data)
        return path

    def wishes(self, *, today: dt.date = TODAY, base: str = "HEAD", remote: str = "") -> Wishes:
        """What a user would ask for."""
        answers = self.post / "svar"
        return Wishes(self.root, self.post, answers, today, "Aktive Fællesskaber", base, remote)

    def run(self, *, base: str = "HEAD", remote: str = "") -> list[Handled]:
        """Take all the mails."""
        return list(handled(self.wishes(base=base, remote=remote)))

    def files(self) -> list[str]:
        """Everything that lies in the folder of mails."""
        return sorted(
            p.relative_to(self.post).as_posix() for p in self.post.rglob("*") if p.is_file()
        )


def place(folder: Path) -> Place:
    """A repository with two editions of a club, and an empty folder of mails."""
    made = Place(folder / "katalog", folder / "post")
    made.post.mkdir(parents=True)
    shutil.copytree(ROOT / "content", made.root / "content")
    shutil.copytree(EXAMPLES / "clubs", made.root / "clubs")
    shutil.copy(ROOT / "publishconf.py", made.root)
    today = (made.root / CLUB).read_bytes()
    made.git("init", "-q", "-b", "main")
    shutil.copy(EXAMPLES / "editions" / "vig-stavgaengere.yaml", made.root / CLUB)
    for data in ((made.root / CLUB).read_bytes(), today):
        (made.root / CLUB).write_bytes(data)
        made.git("add", ".")
        made.git("commit", "-q", "-m", "Rettelser")
    return made
