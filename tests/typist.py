"""Somebody at a terminal, for the tests of `holdkatalog new`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from holdkatalog.asking import Ended, Voice, converse
from small import ROOT

TODAY = dt.date(2026, 11, 25)
THERE = ROOT / "tests" / "examples" / "import" / "there"
CLUB = ("Nord IF", "12 34 56 78", "")
OFFER = (
    "Gåtur",
    "gaature",
    "",
    "kol",
    "",
    "tirsdag 10.00",
    "",
    "Skovvej 1, 4560 Vig",
    "",
    "gratis",
    "",
)
END = ("n", "formanden", "j")


class Typist:
    """Types what it was given, line by line, and hears what is said; then it's gone."""

    def __init__(self, *lines: str, gone: type[BaseException] = EOFError) -> None:
        self._lines: Iterator[str] = iter(lines)
        self._gone = gone
        self.heard: list[str] = []

    def ask(self, prompt: str) -> str:
        """The next line."""
        self.heard.append(prompt)
        for line in self._lines:
            return line
        raise self._gone

    def talk(self, root: Path, club: str = "") -> Ended:
        """The whole conversation; all that was to be typed must have been."""
        ended = converse(club, root=root, today=TODAY, voice=Voice(self.ask, self.heard.append))
        assert list(self._lines) == []
        return ended

    @property
    def said(self) -> str:
        """All that was heard."""
        return "\n".join(self.heard)


def names(root: Path) -> list[str]:
    """The files of the clubs but the one that was there."""
    return sorted(path.name for path in (root / "clubs").iterdir() if path.name != "vig-if.yaml")
