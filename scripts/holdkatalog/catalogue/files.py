"""Finds and reads the files of a catalogue. A file that can't be read is a Problem, never an exception."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from holdkatalog.danish import slug
from holdkatalog.errors import Problem
from holdkatalog.grammar.words import ID
from holdkatalog.messages import masked
from holdkatalog.yamlfile import Document, read

_ENDINGS = {".yaml", ".yml"}
_GONE = {"no-such-file", "no-clubs", "too-big", "too-many-lines", "not-fields"}


def document(path: Path, name: str) -> Document:
    """The file at the path, read strictly; `name` is what its Problems call it."""
    try:
        return read(name, path.read_bytes())
    except OSError:
        return Document(name, "", None, (Problem(name, 0, 0, "no-such-file", ()),), incomplete=True)


def documents(folder: Path, name: str) -> Iterator[Document]:
    """Every club's file of a folder, in the order of their names."""
    for path in sorted(folder.glob("*")):
        if path.is_file() and path.suffix.lower() in _ENDINGS and not path.name.startswith("."):
            yield document(path, f"{name}/{path.name}")


def gone(problem: Problem) -> bool:
    """Whether the Problem is that there is no file, or nothing in it that could be judged."""
    return problem.code in _GONE or (
        problem.code == "not-utf8" and dict(problem.facts).get("guess") != "Windows-1252"
    )


def no_clubs(folder: str) -> Problem:
    """The folder of the clubs is empty or isn't there."""
    return Problem(f"{folder}/", 0, 0, "no-clubs", ())


def misnamed(name: str) -> Problem | None:
    """A file's name is the club's id and so part of an address: small letters, and `.yaml`."""
    path = Path(name)
    if masked(path.stem) != path.stem:
        return Problem(masked(name), 0, 0, "cpr", (), masked(path.name))
    if re.fullmatch(ID, path.stem) and path.suffix == ".yaml":
        return None
    made = slug(path.stem) or "vores-forening"
    facts = (("name", f"{made if made[:1].isalpha() else f'f-{made}'}.yaml"),)
    return Problem(name, 0, 0, "bad-file-name", (), path.name, facts)


def photos(clubs: Path) -> frozenset[str]:
    """The names of the files in the folder of photos."""
    return frozenset(path.name for path in (clubs / "foto").glob("*") if path.is_file())
