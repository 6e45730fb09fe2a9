"""What git knows of the catalogue's files: which commit they are, and the day each was last edited.

A build must never stand or fall with git: what it can't tell is left out, and why is told.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from holdkatalog.errors import Problem

FOLDERS: Final = ("clubs", "content/forloeb")
"""Where the files lie that somebody keeps and confirms."""
_HERE: Final = ZoneInfo("Europe/Copenhagen")
_PATIENCE = 10
"""Seconds; git answers at once or is stuck."""
_LONG_PATIENCE = 30
"""Seconds for the whole history: 100,000 commits take some five of them."""
_LOG: Final = (
    # What a person may have chosen for own eyes would change what we read.
    *("-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "log.follow=false"),
    # Children before parents, so that a name is known to be a former one before it is met.
    *("log", "--topo-order", "--format=@%ct"),
    # A merge tells of the files that are like those of no parent: they were edited by it.
    *("-c", "--find-renames", "--name-status", "-z", "--no-color", "--no-ext-diff"),
)
_COMMIT: Final = re.compile(r"@(\d*)")
"""A commit may have been made with a time that is none; git says nothing of it then."""
_LATEST: Final = 253_370_764_800
"""The seconds up to the year 9999; a clock can be more wrong than a calendar is long."""
_MOVED: Final = re.compile(r"[RC]\d+")
_UNCHANGED: Final = "R100"


@dataclass(frozen=True, slots=True)
class History:
    """The day of each file's last edit by its path from the root, or why git can't tell."""

    edited: Mapping[str, dt.date] = field(default_factory=dict)
    lacking: Problem | None = None


def commit(root: Path) -> str | None:
    """The commit that is checked out in the folder; None where git can't tell."""
    said = (_git(root, "rev-parse", "--verify", "HEAD") or "").strip()
    return said if re.fullmatch("[0-9a-f]{40,64}", said) else None


def history(root: Path, today: dt.date) -> History:
    """When each club's file was last edited, as the main branch's readers saw it.

    The day is the committer's, in Danish time: the author's is that of a draft, and both zones are
    those of whoever's machine it was. A new name alone is no edit. A day after `today` is left out,
    for somebody's clock was wrong, or the site is built for an earlier day. A part of the history
    would give every file that it doesn't reach the day of its first commit, so it gives nothing.
    """
    shallow = (_git(root, "rev-parse", "--is-shallow-repository") or "").strip()
    if shallow != "false":
        return _lacking("history-shallow" if shallow == "true" else "history-missing")
    told = _git(root, *_LOG, "--", *FOLDERS, patience=_LONG_PATIENCE)
    if told is None:
        return _lacking("history-missing")
    last: dict[str, dt.date] = {}
    for path, day in _edits(told):
        last[path] = max(day, last.get(path, day))
    return History({path: last[path] for path in sorted(last) if last[path] <= today})


def _lacking(code: str) -> History:
    return History(lacking=Problem(FOLDERS[0], 0, 0, code, ()))


def _edits(told: str) -> Iterator[tuple[str, dt.date]]:
    """Each edit by the present name of its file, the youngest commits first."""
    words = iter(told.split("\0"))
    day, present = dt.date.max, dict[str, str]()
    for word in words:
        mark = word.strip()
        if found := _COMMIT.fullmatch(mark):
            seconds = min(int(found[1] or _LATEST), _LATEST)
            day = dt.datetime.fromtimestamp(seconds, _HERE).date()
        elif mark:
            former = next(words, "") if _MOVED.fullmatch(mark) else ""
            path = next(words, "")
            path = present.get(path, path)
            if former:
                present[former] = path
            if mark != _UNCHANGED:
                yield path, day


def _git(root: Path, *words: str, patience: float = 0) -> str | None:
    """What git says of the folder; None where it isn't there, fails, is stuck, or isn't asked.

    A folder that only lies somewhere below a repository is not taken for it, and what git is told
    by the surroundings (a hook's GIT_DIR) may be about another one. Nothing is fetched.
    """
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return None
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, and a path that is ours
            [git, "-C", str(root), *words],
            env={**surroundings, "GIT_NO_LAZY_FETCH": "1"},
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=True,
            timeout=patience or _PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
