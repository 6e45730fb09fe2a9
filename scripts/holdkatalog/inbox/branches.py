"""A branch for a file that was sent, made beside the user's own work: no file and no index is touched."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from holdkatalog.inbox.base import HERE
from holdkatalog.inbox.git import Git, GitError

FOLDER: Final = "forslag/"
_FIRST: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_ODD: Final = re.compile(r"[<>\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Author:
    """Who all commits are by: the office, never the sender."""

    name: str
    mail: str

    def env(self, when: dt.datetime) -> dict[str, str]:
        """What git is told of the author and the moment."""
        stamp = f"@{int(when.timestamp())} {when.strftime('%z')}"
        name, mail = (_ODD.sub("", text).strip() for text in (self.name, self.mail))
        said = {"NAME": name or "Holdkatalog", "EMAIL": mail or "hold@example.org", "DATE": stamp}
        roles = ("AUTHOR", "COMMITTER")
        return {f"GIT_{role}_{key}": value for role in roles for key, value in said.items()}


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch and its commit; `touched`: it was there already, and somebody has worked on it since."""

    name: str
    commit: str
    touched: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """One file to be kept on top of the commit `base`."""

    base: str
    file: str
    data: bytes
    message: str
    when: dt.datetime


def made(git: Git, name: str, plan: Plan, author: Author) -> Branch:
    """The branch of that name with the plan's commit; the same plan gives the same branch again."""
    tree = _tree(git, plan)
    commit = git.text(
        *("commit-tree", tree, "-p", plan.base, "-F", "-"),
        given=plan.message.encode(),
        env=author.env(plan.when),
    )
    ref = f"refs/heads/{name}"
    if there := git.commit(ref):
        return Branch(name, there, touched=not _same(git, there, tree, plan.base))
    # Only where there is none: who was quicker isn't written over.
    git.data("update-ref", "-m", "inbox", ref, commit, "0" * len(commit))
    return Branch(name, commit)


def origin(git: Git, name: str, base: str) -> str:
    """The commit that the branch of that name began on; `base` when there is no such branch."""
    if not git.commit(f"refs/heads/{name}"):
        return base
    try:
        return git.text("merge-base", f"refs/heads/{name}", base)
    except GitError:
        return base


def pushed(git: Git, name: str, remote: str) -> None:
    """Send that branch alone to the remote, and never over what others have put there."""
    ref = f"refs/heads/{name}"
    git.data(
        "push", "--quiet", "--no-follow-tags", "--recurse-submodules=no", remote, f"{ref}:{ref}"
    )


def moment(written: dt.datetime | None, today: dt.date) -> dt.datetime:
    """When the commit was made: as the mail says, else at noon of the day."""
    return written or dt.datetime.combine(today, dt.time(12), HERE)


def likely(written: dt.datetime | None, today: dt.date) -> dt.datetime | None:
    """The moment of a mail by the clock of the place; None for one that can't be true."""
    latest = dt.datetime.combine(today, dt.time(12), HERE) + dt.timedelta(days=1)
    return written.astimezone(HERE) if written and _FIRST <= written <= latest else None


def _tree(git: Git, plan: Plan) -> str:
    """The tree of the base with the one file in it, made in an index of its own."""
    with tempfile.TemporaryDirectory(prefix="holdkatalog-") as place:
        env = {"GIT_INDEX_FILE": str(Path(place, "index"))}
        blob = git.text("hash-object", "-w", "--no-filters", "--stdin", given=plan.data)
        git.data("read-tree", plan.base, env=env)
        git.data("update-index", "--add", "--cacheinfo", f"100644,{blob},{plan.file}", env=env)
        return git.text("write-tree", env=env)


def _same(git: Git, commit: str, tree: str, base: str) -> bool:
    there = git.text("rev-parse", f"{commit}^{{tree}}", f"{commit}^@")
    return there.split() == [tree, base]
