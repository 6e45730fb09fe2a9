"""Takes the clubs' files out of a stranger's commit: as data, and never by a checkout.

A checkout would follow the request's own links, attributes and submodules. Here git only answers
what stands where (`diff-tree`) and what is in it (`cat-file`), and we write it ourselves.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from holdkatalog.changes.request import Sorted, Touched, no_picture, sort
from holdkatalog.errors import Problem

_PATIENCE: Final = 120
_GONE: Final = "000000"


class RequestError(Exception):
    """The request can't be read at all; the message is a sentence for a person."""


def take(repository: Path, commit: str, into: Path) -> Sorted:
    """Lay what the commit changes in `clubs/` in the folder `into`, as far as it may be taken.

    `repository` has the state that the request is to be merged into as its HEAD, and the commit's
    objects. What it changes is counted from where the two parted. Raises RequestError when that
    can't be found.
    """
    ours = _said(repository, "rev-parse", "--verify", "--end-of-options", "HEAD^{commit}")
    theirs = _said(repository, "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}")
    parted = _said(repository, "merge-base", ours, theirs)
    found = sort(_sized(repository, tuple(_touched(repository, parted, theirs))))
    meanwhile = {one.path: one.blob for one in _touched(repository, parted, ours)}
    bad: list[Problem] = []
    kept: list[Touched] = []
    for one in found.taken:
        content = _git(repository, "cat-file", "blob", one.blob) if one.blob else b""
        if one.blob and (problem := no_picture(one.path, content)):
            bad.append(problem)
            continue
        if one.blob and meanwhile.get(one.path):
            content = _merged(repository, f"{parted}:{one.path}", meanwhile[one.path], one.blob)
        kept.append(one)
        _lay(into, one, content)
    return Sorted(tuple(kept), tuple(sorted((*found.problems, *bad))))


def _merged(repository: Path, parted: str, ours: str, theirs: str) -> bytes:
    """The file as a merge makes it when both have changed it; the request's own where that is for a person.

    Else a request that lies behind would seem to take back what others have corrected since.
    """
    with tempfile.TemporaryDirectory() as made:
        files = [Path(made, name) for name in ("ours", "parted", "theirs")]
        content = _git(repository, "cat-file", "blob", theirs)
        try:
            for file, blob in zip(files, (ours, parted, theirs), strict=True):
                file.write_bytes(_git(repository, "cat-file", "blob", blob))
            return _git(repository, "merge-file", "-p", *map(str, files))
        except RequestError:
            return content


def _lay(into: Path, one: Touched, content: bytes) -> None:
    place = into / one.path
    # Nothing that lies there already may lead the writing astray.
    if place.parent.exists() and place.parent.resolve() != into.resolve() / Path(one.path).parent:
        raise RequestError(f"Mappen {Path(one.path).parent} er en genvej. Det må den ikke være.")
    place.unlink(missing_ok=True)
    if one.blob:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _touched(repository: Path, base: str, theirs: str) -> Iterator[Touched]:
    """Each path that differs: `:100644 100644 <id> <id> M`, then the path, with NUL between."""
    raw = _git(
        repository, "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", base, theirs
    )
    words = iter(raw.split(b"\0")[:-1])
    for word in words:
        _, mode, _, blob, _ = word.decode("ascii").split(" ")
        path = next(words).decode("utf-8", "surrogateescape")
        yield Touched(path, mode, "" if mode == _GONE else blob)


def _sized(repository: Path, touched: Sequence[Touched]) -> Iterator[Touched]:
    """The same with their sizes; what isn't a blob of ours, as a submodule's commit, has none."""
    asked = [one.blob for one in touched if one.blob]
    told = _git(
        repository, "cat-file", "--batch-check=%(objectsize)", given="\n".join(asked)
    ).split(b"\n")
    sizes = dict(zip(asked, told, strict=False))
    for one in touched:
        size = sizes.get(one.blob, b"")
        yield replace(one, size=int(size) if size.isdigit() else 0)


def _said(repository: Path, *words: str) -> str:
    return _git(repository, *words).decode("ascii").strip()


def _git(repository: Path, *words: str, given: str = "") -> bytes:
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, and ids that git has told
            ["git", "-C", str(repository), "--no-pager", *words],  # noqa: S607 - the forge's own
            env={**surroundings, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"},
            input=given.encode(),
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise RequestError("Ændringen kan ikke læses med git. Prøv at lave den igen.") from error
    return done.stdout
