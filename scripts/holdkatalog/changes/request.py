"""What of a stranger's request may be taken: the clubs' files and their photos, as data, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from holdkatalog.errors import Problem
from holdkatalog.messages import masked

FOLDER: Final = "clubs/"
LARGEST: Final = {"yaml": 1 << 20, "foto": 8 << 20}
"""Bytes of a club's file, of which the reading itself takes less, and of a photo."""
MOST: Final = 2_000
"""Files of one request: more than any municipality has clubs."""
HEAVIEST: Final = 200 << 20
"""Bytes of all of them together."""
_REGULAR: Final = "100644"
_CLUB: Final = re.compile(r"clubs/(?!\.)[^/]{1,120}\.(?:yaml|yml)", re.IGNORECASE)
_PHOTO: Final = re.compile(r"clubs/foto/[a-z0-9][a-z0-9-]{0,79}\.(jpg|jpeg|png|webp)")
_BEGINNINGS: Final = {
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
_KINDS: Final = {
    "100755": "change-executable",
    "120000": "change-link",
    "160000": "change-submodule",
}
_NAMED: Final = 5
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Touched:
    """A path that a request changes: git's mode and id of what stands there now, "" when it is gone."""

    path: str
    mode: str
    blob: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Sorted:
    """What may be taken, and what is said of everything else."""

    taken: tuple[Touched, ...]
    problems: tuple[Problem, ...]


def sort(touched: Iterable[Touched]) -> Sorted:
    """Tell what may be taken of a request from what may not."""
    given = tuple(touched)
    own = [one for one in given if one.path.startswith(FOLDER)]
    problems = list(_outside([one.path for one in given if not one.path.startswith(FOLDER)]))
    if len(own) > MOST or sum(one.size for one in own) > HEAVIEST:
        facts = {"most": f"{MOST}", "size": f"{HEAVIEST >> 20}"}
        return Sorted((), (*problems, _problem(FOLDER, "change-many", **facts)))
    refused = {one.path: found for one in own if (found := _refusal(one))}
    taken = tuple(one for one in own if one.path not in refused)
    return Sorted(taken, (*problems, *refused.values()))


def _outside(paths: list[str]) -> Iterable[Problem]:
    if paths:
        names = [shown(path) for path in paths[:_NAMED]]
        names += ["..."] if len(paths) > _NAMED else []
        yield _problem(paths[0], "change-outside", list="\n".join(names))


def _refusal(one: Touched) -> Problem | None:
    """Why it may not be taken; None when it may."""
    if not one.path.isprintable():
        return _problem(one.path, "change-name")
    if one.blob and one.mode != _REGULAR:
        return _problem(one.path, _KINDS.get(one.mode, "change-submodule"))
    photo = _PHOTO.fullmatch(one.path)
    if not (photo or _CLUB.fullmatch(one.path)):
        return _problem(one.path, "change-not-a-club")
    if not one.blob:
        return None
    largest = LARGEST["foto" if photo else "yaml"]
    if one.size > largest:
        return _problem(one.path, "change-large", most=f"{largest >> 20}")
    return None


def no_picture(path: str, content: bytes) -> Problem | None:
    """What is wrong with a photo that begins otherwise than its name says; a club's file is read elsewhere."""
    photo = _PHOTO.fullmatch(path)
    if photo and not _BEGINNINGS[photo[1]].match(content):
        return _problem(path, "change-no-picture")
    return None


def shown(path: str) -> str:
    """A path as a person may see it, whatever somebody has put into it."""
    seen = masked(path.encode("utf-8", "replace").decode())
    return seen if len(seen) <= _LONGEST else f"{seen[: _LONGEST - 1]}…"


def _problem(path: str, code: str, **facts: str) -> Problem:
    return Problem(shown(path), 0, 0, code, (), "", tuple(sorted(facts.items())))
