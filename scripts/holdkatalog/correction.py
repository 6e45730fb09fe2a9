"""A letter that is begun: whoever finds a mistake on a page only has to fill in the lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

Words = Mapping[str, str]
_LINE = "\r\n"
"""What ends a line in a mailto address (RFC 6068, section 5)."""


def letter(to: str, words: Words, *, names: Iterable[str], page: str) -> str:
    """A `mailto:` address with its subject and body filled in; `page` is "" where nobody knows it.

    `names` say what it is about: the offer's, then its club's. `words` holds `subject`, `about`,
    `page`, `wrong`, `right` and `who`. The letter holds nothing of whoever reads the page.
    """
    about = ", ".join(names)
    first = [words["about"].format(about=about)]
    first += [words["page"].format(page=page)] if page else []
    asked = [line for key in ("wrong", "right", "who") for line in ("", words[key], "")]
    return mailto(to, subject=words["subject"].format(about=about), lines=[*first, *asked])


def mailto(to: str, *, subject: str, lines: Iterable[str]) -> str:
    """A `mailto:` address with a subject and the lines of a body."""
    body = _LINE.join(lines)
    return f"mailto:{_encoded(to, '@')}?subject={_encoded(subject)}&body={_encoded(body)}"


def _encoded(text: str, safe: str = "") -> str:
    return quote(text, safe=safe)
