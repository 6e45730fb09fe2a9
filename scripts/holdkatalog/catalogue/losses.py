"""How much would be lost if the files with errors were left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from holdkatalog.yamlfile import Document

_PART = 10
"""At most one offer in so many may be left out, and at most one club in so many."""
_HOLD = re.compile(r"^hold[ \t]*:[ \t]*(?:#.*)?$", re.MULTILINE)
_LINE = re.compile(r"([ \t]*)([^\s#][^\n]*)?")


def offers(found: Document) -> tuple[str, ...]:
    """The keys of the offers that could be read."""
    values = found.values
    hold = values.get("hold") if isinstance(values, dict) else None
    return tuple(hold) if isinstance(hold, dict) else ()


def too_many(bad: Sequence[Document], every: Sequence[Document]) -> bool:
    """Whether so much would be lost that something else than a few files must be wrong.

    A file that was emptied or overwritten doesn't say how many offers it had: that is why clubs are
    counted too. One club alone is measured by its offers only, since there may be few clubs.
    """
    lost, whole = (sum(map(_count, files)) for files in (bad, every))
    return lost * _PART > whole or (len(bad) > 1 and len(bad) * _PART > len(every))


def _count(found: Document) -> int:
    """The offers of a file, at least one; where the reading lost some, the lines tell of them."""
    return max(1, len(offers(found)), _written(found.source))


def _written(source: str) -> int:
    """How many lines below `hold:` stand at the margin of its first."""
    start = _HOLD.search(source)
    margins: list[str] = []
    for line in source[start.end() + 1 :].splitlines() if start else ():
        margin, text = _LINE.match(line).groups()  # type: ignore[union-attr]  # it matches anything
        if text and not margin:
            break
        margins += [margin] if text else []
    return margins.count(margins[0]) if margins else 0
