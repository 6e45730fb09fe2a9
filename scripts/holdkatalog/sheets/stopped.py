"""The list of those that must not come back: clubs and offers that have asked to be left out."""

from __future__ import annotations

import re

from holdkatalog.errors import Problem
from holdkatalog.grammar.words import ID

_LINE = re.compile(rf"{ID}(?:/{ID})?")


def stopped(file: str, text: str) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The ids of a text, one on each line, and a Problem for every line that is none.

    What stands after `#` is a remark.
    """
    ids: set[str] = set()
    problems: list[Problem] = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        written = line.partition("#")[0].strip()
        if _LINE.fullmatch(written):
            ids.add(written)
        elif written:
            column = line.index(written) + 1
            problems.append(
                Problem(file, number, column, "import-no-id", (), written, (), len(written))
            )
    return frozenset(ids), tuple(problems)
