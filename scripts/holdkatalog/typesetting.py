"""Lines that break well: what belongs together stays together, and nothing of ours is wider than it must be."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

from holdkatalog.danish import MONTHS

_HELD: Final = re.compile(r" (?:(?<=\b[Kk]l\. )(?=\d)|(?=· ))(?![^<]*>)")
"""Spaces at which no line may break, outside of tags; the space comes first, which is eight times as fast."""
_AS_IT_IS: Final = re.compile(r"(<(?:textarea|script)\b.*?</(?:textarea|script)>)", re.DOTALL)
"""What is no text of ours to be set: what a club has written, and what scripts read."""
_INDENTED: Final = re.compile(r"\n\s+")
_WHOLE: Final = re.compile(
    rf"(?:(?:\b[Kk]l\. )?\d{{1,2}}\.\d{{2}}-\d{{1,2}}\.\d{{2}}|\d{{1,2}}\. (?:{'|'.join(MONTHS)})\b(?: \d{{4}}\b)?"
    r"|\b[Uu]ge \d{1,2}\stil\s\d{1,2}\b|\d[\d.,]* kr\.|\b[Tt]ype \d-diabetes)[,.]?"
)
"""What is easier to read when no line breaks within it."""


def held(html: str) -> str:
    """The page with lines that break well: `kl.` stays with its hour, and no line begins with a dot.

    How the templates are indented is nobody's business, but what somebody has set in a `pre` is.
    """
    return "".join(
        part if number % 2 else _held(part) for number, part in enumerate(_AS_IT_IS.split(html))
    )


def _held(html: str) -> str:
    whole = html if "<pre" in html else _INDENTED.sub("\n", html)
    return _HELD.sub("\N{NO-BREAK SPACE}", whole)


def kroner(price: str) -> Markup:
    """A short price of which no line breaks before `kr.`."""
    return escape(price.replace(" kr.", "\N{NO-BREAK SPACE}kr."))


def whole(sentence: str) -> Markup:
    """A sentence in which hours, dates and amounts are not broken where there is room for them."""
    kept = r'<span class="hk-nowrap">\g<0></span>'
    return Markup(_WHOLE.sub(kept, str(escape(sentence))))  # noqa: S704 - escaped right here
