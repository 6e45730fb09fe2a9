"""A club's file as it would look if we had written it: keys in their order, phrases in their spelling.

Nothing that is said may change. Each text that is spelt anew is read again, and the whole file
must make the same club as before, or it stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from holdkatalog.catalogue.settled import settled
from holdkatalog.messages import is_error
from holdkatalog.model import Club
from holdkatalog.tidying.order import ordered
from holdkatalog.tidying.spelling import spelt
from holdkatalog.validation import Context, Pen, check
from holdkatalog.validation.file import File
from holdkatalog.yamlfile import Document, read

__all__ = ["Tidied", "tidied"]


@dataclass(frozen=True, slots=True)
class Tidied:
    """The source in order; `safe` is False when it had to stay, since it would have meant another."""

    source: str
    safe: bool = True


def tidied(document: Document, context: Context) -> Tidied:
    """The file in canonical order and spelling. Raises ValueError for a file with errors."""
    if any(map(is_error, check(document, context))):
        raise ValueError("a file with errors can't be set in order safely")
    source = ordered(_again(document, spelt(document, context)), context.vocabulary)
    if source == document.source:
        return Tidied(source)
    new = _again(document, source)
    safe = not any(map(is_error, check(new, context)))
    if safe and _club(new, context) == _club(document, context):
        return Tidied(source)
    return Tidied(document.source, safe=False)


def _again(document: Document, source: str) -> Document:
    return read(document.file, source.encode())


def _club(document: Document, context: Context) -> tuple[Club, ...]:
    return settled((File(Pen(document), context).club,), context.vocabulary)
