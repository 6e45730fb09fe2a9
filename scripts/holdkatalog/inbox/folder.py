"""The folder of mails: what lies in it, where the answers go, and where a mail goes when it is done."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from holdkatalog.danish import slug
from holdkatalog.keeping import keep
from holdkatalog.post import SIZE, Answer

DONE: Final = "behandlet"
ANSWERS: Final = "svar"
_MAILS: Final = {".eml"}
_FILES: Final = {".yaml", ".yml"}
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Letter:
    """One file of the folder: its bytes, and an id that the same bytes always get."""

    path: Path
    data: bytes
    id: str
    is_mail: bool

    @property
    def name(self) -> str:
        """What everything that is made of it is called: no sign of it can do harm."""
        return f"{slug(self.path.stem)[:_LONGEST].strip('-') or 'mail'}-{self.id}"


@contextlib.contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Hold the folder, so that no mail is handled twice; False when another is at it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)


def waiting(folder: Path) -> tuple[list[Path], list[Path]]:
    """The mails and files that wait, and what lies there that can't be taken; in order of names."""
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    loose = [path for path in paths if path.is_symlink() or not path.is_dir()]
    good = [path for path in loose if _kind(path) and path.is_file() and not path.is_symlink()]
    return good, [path for path in loose if path not in good]


def letter(path: Path) -> Letter:
    """The file at the path. Of one that is endless only so much is read as shows that it is."""
    with path.open("rb") as file:
        data = file.read(SIZE + 1)
    is_mail = _kind(path) in _MAILS
    # A mail is known by its bytes; a file that came without one also by its name, which says whose it is.
    named = b"" if is_mail else os.fsencode(path.name) + b"\0"
    rest = os.fsencode(str(path.stat().st_size)) if len(data) > SIZE else b""
    return Letter(path, data, hashlib.sha256(named + data + rest).hexdigest()[:16], is_mail)


def done(folder: Path, one: Letter) -> bool:
    """Whether these bytes have been handled before."""
    place = folder / DONE
    return place.is_dir() and any(path.stem.endswith(f"-{one.id}") for path in place.iterdir())


def put_away(folder: Path, one: Letter) -> None:
    """Move the file to those that are done; one that lies there already is never written over."""
    place = folder / DONE
    place.mkdir(exist_ok=True)
    for number in count(1):
        target = place / f"{f'{number}-' if number > 1 else ''}{one.name}{_kind(one.path)}"
        if _moved(one.path, target):
            break


def _moved(path: Path, target: Path) -> bool:
    """Give the file that name; False when another file has it."""
    try:
        # A link is refused where a name is taken; a move would write over it.
        target.hardlink_to(path)
    except OSError:
        if not target.exists():
            # Not every disk has links; there, nobody else is at it while the folder is held.
            path.rename(target)
            return True
        if not target.samefile(path):
            return False
    path.unlink()
    return True


def lay(place: Path, one: Letter, found: Answer) -> Path:
    """Write the answer, as a text and for a mail program, and say where the text lies."""
    place.mkdir(parents=True, exist_ok=True)
    text = place / f"{one.name}.svar.txt"
    if found.eml:
        keep(place / f"{one.name}.svar.eml", found.eml.decode("ascii"))
    keep(text, found.text)
    return text


def _kind(path: Path) -> str:
    ending = path.suffix.lower()
    return ending if ending in _MAILS | _FILES else ""
