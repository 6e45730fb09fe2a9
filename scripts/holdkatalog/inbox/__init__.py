"""The door to the inbox: mails that lie in a folder become branches, and answers to be sent.

A mail is put away only when its branch stands and its answer is written. Whoever is stopped before
that begins again and makes the same branch and the same answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from holdkatalog.errors import CatalogueError
from holdkatalog.inbox import branches
from holdkatalog.inbox.base import Base
from holdkatalog.inbox.branches import Author, Plan
from holdkatalog.inbox.folder import Letter, done, held, lay, letter, put_away, waiting
from holdkatalog.inbox.git import Git, GitError
from holdkatalog.inbox.results import KIND, Handled, Taken
from holdkatalog.keeping import reason
from holdkatalog.post import (
    SIZE,
    Contents,
    Mail,
    Now,
    Office,
    Submission,
    answer,
    contents,
    judged,
    message,
    notes,
    opened,
    read,
    submission,
)

__all__ = ["Handled", "InboxError", "Wishes", "handled"]

_OURS: Final = "Programmet kan ikke finde ud af den. Åbn den selv, og meld fejlen."
_DISK: Final = "Det kan ikke læses eller gemmes: {reason}."
_BUSY: Final = "En anden er i gang med mappen lige nu. Prøv igen om lidt."


class InboxError(Exception):
    """The inbox can't be opened; `reasons` are sentences for a person."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user has asked for: where, for which day, under which site's name, and how far."""

    root: Path
    folder: Path
    answers: Path
    today: dt.date
    site: str
    base: str = "HEAD"
    remote: str = ""


def handled(wishes: Wishes) -> Iterator[Handled]:
    """Each mail of the folder as it is done, and each file that can't be taken.

    Raises InboxError when nothing can be done at all, and CatalogueError when the municipality's
    own files have errors.
    """
    try:
        work = _begun(wishes)
    except OSError as error:
        raise InboxError(_DISK.format(reason=reason(error))) from error
    with held(wishes.folder) as free:
        if not free:
            raise InboxError(_BUSY)
        good, odd = waiting(wishes.folder)
        for path in good:
            yield work.mail(path)
        yield from (Handled(path, left=KIND) for path in odd)


def _git(wishes: Wishes) -> Git:
    """The catalogue's repository, when everything is as it must be."""
    git = Git(wishes.root)
    if not (wishes.root / ".git").exists():
        raise InboxError(
            "Her er ikke noget git-lager. Gå hen i katalogets egen mappe, og prøv igen."
        )
    if not wishes.folder.is_dir():
        raise InboxError(f"{wishes.folder} er ikke en mappe.")
    if wishes.answers.resolve() == wishes.folder.resolve():
        raise InboxError("Svarene kan ikke ligge sammen med mailene. Skriv en anden mappe.")
    try:
        remotes = git.text("remote").split()
    except GitError as error:
        raise InboxError(f"Git siger: {error.reason}") from error
    if wishes.remote and wishes.remote not in remotes:
        raise InboxError(
            f"Git kender ikke {wishes.remote}. Det kender: {', '.join(remotes) or 'ingen'}."
        )
    for folder in (wishes.folder, wishes.answers):
        if _would_be_published(git, folder):
            reason = f"{folder} ligger i katalogets mappe, så mailene kunne komme med i git."
            raise InboxError(reason, "Flyt den et andet sted hen, eller skriv den i .gitignore.")
    return git


def _would_be_published(git: Git, folder: Path) -> bool:
    """Whether what lies in the folder might be committed by chance: nothing private belongs in git."""
    place, root = folder.resolve(), git.root.resolve()
    if not place.is_relative_to(root) or place.is_relative_to(root / ".git"):
        return False
    try:
        git.data("check-ignore", "--quiet", "--", str(place / "mail.eml"))
    except GitError:
        return True
    return False


def _begun(wishes: Wishes) -> _Work:
    git = _git(wishes)
    base = git.commit(wishes.base)
    if not base:
        raise InboxError(f"Git kender ikke {wishes.base}.")
    now = Base(git, base).now(wishes.today)
    office = Office(wishes.site, now.known.municipality.bridge, wishes.today, now.words["post"])
    return _Work(wishes, git, base, office, {base: now})


@dataclass(frozen=True)
class _Work:
    """The mails of one run; the catalogue of each commit is read once."""

    wishes: Wishes
    git: Git
    base: str
    office: Office
    read: dict[str, Now]

    def mail(self, path: Path) -> Handled:
        """What becomes of one mail; what git or the disk refuses leaves it where it is."""
        try:
            one = letter(path)
            if done(self.wishes.folder, one):
                put_away(self.wishes.folder, one)
                return Handled(path, again=True)
            return self._handled(one)
        except GitError as error:
            return Handled(path, left=f"Git siger: {error.reason}")
        except OSError as error:
            return Handled(path, left=_DISK.format(reason=reason(error)))
        except CatalogueError:
            raise
        except Exception as error:  # noqa: BLE001 - no mail of a stranger's may stop the others
            return Handled(path, left=f"{_OURS} ({type(error).__name__})")

    def _handled(self, one: Letter) -> Handled:
        mail, found = _opened(one)
        files = tuple(self._files(one, mail, found))
        result = Handled(one.path, files, found.refused)
        if mail.automatic and not files:
            put_away(self.wishes.folder, one)
            return replace(result, automatic=True)
        verdicts = [each.verdict for each in files]
        made = answer(mail, verdicts, found.refused, self.office, name=one.id)
        place = lay(self.wishes.answers, one, made)
        put_away(self.wishes.folder, one)
        return replace(result, answer=place, text=made.text)

    def _files(self, one: Letter, mail: Mail, found: Contents) -> Iterator[Taken]:
        written = branches.likely(mail.date, self.wishes.today)
        for number, sent in enumerate(found.files, 1):
            name = f"{branches.FOLDER}{one.id}{f'-{number}' if number > 1 else ''}"
            yield self._taken(name, sent, written)

    def _taken(self, name: str, sent: Submission, written: dt.datetime | None) -> Taken:
        base = branches.origin(self.git, name, self.base)
        if base not in self.read:
            self.read[base] = Base(self.git, base).now(self.wishes.today)
        words = self.office.words["commit"]
        verdict = judged(sent, self.read[base], Base(self.git, base), written=written)
        if not verdict.text:
            return Taken(verdict, None)
        plan = Plan(
            base=base,
            file=verdict.file,
            data=verdict.text.encode(),
            message=message(verdict, words),
            when=branches.moment(written, self.wishes.today),
        )
        author = Author(self.wishes.site, self.office.contact.mail)
        branch = branches.made(self.git, name, plan, author)
        if self.wishes.remote:
            branches.pushed(self.git, name, self.wishes.remote)
        return Taken(verdict, branch, tuple(notes(verdict, words)))


def _opened(one: Letter) -> tuple[Mail, Contents]:
    if one.is_mail:
        mail = opened(one.data)
        return mail, contents(mail)
    if len(one.data) > SIZE:
        return Mail(whole=False), Contents(())
    return Mail(), Contents((submission(one.path.name, read(one.data, "")),))
