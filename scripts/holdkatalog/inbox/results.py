"""What became of a mail, and how whoever has started the inbox is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from holdkatalog.inbox.branches import Branch
from holdkatalog.messages import masked
from holdkatalog.post import Verdict
from holdkatalog.yamlfile.source import shown

KIND: Final = "Her bliver kun .eml og .yaml læst. Er det en mail, så gem den som .eml."
_RESULT: Final = {
    "new": "ny forening, ingen fejl",
    "changed": "rettelser, ingen fejl",
    "same": "intet nyt",
    "errors": "fejl, der skal rettes",
    "nameless": "ingen kan se, hvilken forening det er",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """One file of a mail: what the check says, its branch if it has one, and what to look out for."""

    verdict: Verdict
    branch: Branch | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handled:
    """One mail: its files, its answer and where that lies.

    `again`: the same bytes have been handled before. `automatic`: a machine has written it.
    `left`: why it still lies in the folder, "" when it is done.
    """

    path: Path
    files: tuple[Taken, ...] = ()
    refused: tuple[str, ...] = ()
    answer: Path | None = None
    text: str = ""
    again: bool = False
    automatic: bool = False
    left: str = ""

    @property
    def clean(self) -> bool:
        """Whether its sender has nothing to mend."""
        if self.again or self.automatic:
            return True
        wrong = any(each.verdict.state in {"errors", "nameless"} for each in self.files)
        return bool(self.files) and not wrong and not self.refused

    @property
    def lines(self) -> tuple[str, ...]:
        """What became of it, with its name in front of each line."""
        return tuple(f"{_plain(self.path.name)}: {line}" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        if self.left:
            yield f"ligger der endnu. {self.left}"
            return
        if self.again:
            yield "den er behandlet før og er lagt til side"
        elif self.automatic:
            yield "et automatisk svar, som ingen skal svare på"
        elif not (self.files or self.refused):
            yield "ingen oplysninger"
        for each in self.files:
            yield from _file(each)
        for name in self.refused:
            yield f"kan ikke læses: {_plain(name) or 'en fil uden navn'}"
        if self.answer:
            yield f"svaret ligger i {self.answer}"


def _file(each: Taken) -> Iterator[str]:
    found = each.verdict
    file = found.file if found.club else _plain(found.sent) or "mailen"
    yield f"{file}: {_RESULT[found.state]}{f', gren {each.branch.name}' if each.branch else ''}"
    if each.branch and each.branch.touched:
        yield "grenen var der i forvejen, og andre har arbejdet på den; den er ikke rørt"
    yield from each.notes


def _plain(name: str) -> str:
    """A name from outside on one line, without what could steer a terminal."""
    return masked(" ".join(shown(name).split()))
