"""The one currency between the floors: what is wrong, and where a person can see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing a person should mend in one file.

    `line` and `column` count from 1; `column` 0 means the whole line. `width` is the number of
    characters to underline, 0 when unknown. `path` leads through the file's keys. `code` is the
    key of the Danish sentence in the messages file, `value` the text as it was written, and
    `facts` are further named texts for the sentence, sorted by name.
    """

    file: str
    line: int
    column: int
    code: str
    path: tuple[str | int, ...] = field(compare=False)
    value: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    width: int = 0


class Unreadable(ValueError):  # noqa: N818 - it names the state of the text, not an error of the program
    """A text that is no known phrase and no sentence; `code` says why, `facts` fill its sentence."""

    def __init__(self, code: str, value: str = "", **facts: str) -> None:
        """Keep the code and the facts apart, so that the message is built in one place only."""
        super().__init__(code)
        self.code = code
        self.value = value
        self.facts = tuple(sorted(facts.items()))


class CatalogueError(Exception):
    """The catalogue can't be loaded; `problems` holds every Problem found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort once, so that every door shows the same order."""
        self.problems = tuple(sorted(problems))
        super().__init__(f"{len(self.problems)} problems")
