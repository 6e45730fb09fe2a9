"""Where what is written in a form goes: a bridge, a forge's own page for new files, or nowhere by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from holdkatalog.errors import Problem

FORGES: Final = ("github", "gitlab", "forgejo", "gitea")
_PART: Final = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?"
_HOST: Final = r"https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?"
_PATTERNS: Final = {
    "HOLDKATALOG_BRIDGE": re.compile(rf"{_HOST}/(?:{_PART}/)*"),
    "HOLDKATALOG_FORGE": re.compile("|".join(FORGES)),
    "HOLDKATALOG_REPOSITORY": re.compile(rf"{_HOST}(?:/{_PART}){{2,}}"),
    "HOLDKATALOG_BRANCH": re.compile(
        r"(?!.*(?:\.\.|//|\.lock$))[A-Za-z0-9][A-Za-z0-9._/-]*(?<![./])"
    ),
}
_CODES: Final = {
    "HOLDKATALOG_BRIDGE": "setting-bridge",
    "HOLDKATALOG_FORGE": "setting-forge",
    "HOLDKATALOG_REPOSITORY": "setting-repository",
    "HOLDKATALOG_BRANCH": "setting-branch",
}
BRANCH: Final = "main"
Facts = tuple[tuple[str, str], ...]
Wrong = tuple[str, str, Facts]
"""The code of a Problem, what is written, and the facts of its sentence."""


@dataclass(frozen=True, slots=True)
class Ways:
    """`bridge` is the address that forms post to, with its last slash; `forge` its kind, its repository and branch.

    Both are empty where the municipality has none.
    """

    bridge: str = ""
    forge: tuple[str, str, str] = ("", "", "")

    @property
    def origin(self) -> str:
        """The part of the bridge's address that a browser's rules name."""
        found = re.match(_HOST, self.bridge)
        return found[0] if found else ""


def ways_of(settings: Mapping[str, Any]) -> Ways:
    """The ways that the settings name; they are right, or `wrong_ways` says so."""
    given = {key: str(settings.get(key) or "") for key in _PATTERNS}
    kind, repository = given["HOLDKATALOG_FORGE"], given["HOLDKATALOG_REPOSITORY"]
    branch = given["HOLDKATALOG_BRANCH"] or BRANCH
    forge = (kind, repository, branch) if kind and repository else ("", "", "")
    return Ways(given["HOLDKATALOG_BRIDGE"], forge)


def wrong_ways(settings: Mapping[str, Any], file: Path) -> tuple[Problem, ...]:
    """What is wrong with them; `file` is where the settings stand."""
    text = file.read_text("utf-8") if file.is_file() else ""
    wrong = (*_unlike(settings), *_alone(settings))
    return tuple(_problem(file.name, text, *each) for each in wrong)


def _unlike(settings: Mapping[str, Any]) -> Iterator[Wrong]:
    """Values that don't look as they must."""
    for key, pattern in _PATTERNS.items():
        value = settings.get(key) or ""
        if value and not (isinstance(value, str) and pattern.fullmatch(value)):
            yield _CODES[key], str(value), (("key", key),)


def _alone(settings: Mapping[str, Any]) -> Iterator[Wrong]:
    """A forge without its repository, or a repository of which nobody says what kind of place it lies in."""
    pair = ("HOLDKATALOG_FORGE", "HOLDKATALOG_REPOSITORY")
    there = [key for key in pair if settings.get(key)]
    if len(there) == 1:
        (lacking,) = set(pair) - set(there)
        yield "setting-alone", str(settings[there[0]]), (("key", there[0]), ("lacking", lacking))


def _problem(name: str, text: str, code: str, value: str, facts: Facts) -> Problem:
    line = re.search(rf"^{facts[0][1]}\b", text, re.MULTILINE)
    number = text.count("\n", 0, line.start()) + 1 if line else 0
    return Problem(name, number, 0, code, (), value, facts)
