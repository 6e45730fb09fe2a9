"""What our style sheets, scripts and drawings may not have in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# Whole lines and blocks that are only for who reads the file.
_ASIDE: Final = re.compile(r"^[ \t]*(?://.*|/\*[\s\S]*?\*/)", re.MULTILINE)
_ASIDE_LINES: Final = re.compile(rf"(?:{_ASIDE.pattern})[ \t]*\n", re.MULTILINE)
_IMPORT: Final = re.compile(r"""\b(?:import|from)\s*\(?\s*["'`]([^"'`]*)["'`]""")
# The name of SVG is an address that nobody asks for.
_ELSEWHERE: Final = re.compile(
    r"""["'`](?:(?:https?|wss?):)?//(?!www\.w3\.org/)[^"'`]*""", re.IGNORECASE
)
_KEEPS: Final = re.compile(
    r"\bdocument\s*\.\s*cookie\b|\b(?:cookieStore|localStorage|sessionStorage|indexedDB|caches"
    r"|serviceWorker|sendBeacon|XMLHttpRequest|WebSocket|WebTransport|EventSource)\b"
)
# A picture may be named without `url()` too: image-set("..."), src("..."). `\75rl(` is url( as well.
_SHEET: Final = re.compile(
    r"""@import[^;]*|\burl\(\s*["']?([^"')]*)|\b(?:image-set|src)\([^)]*|\\[0-9a-f]+\s?\w*\(""",
    re.IGNORECASE,
)
_DRAWING: Final = re.compile(
    r"""<script[^>]*|<foreignObject|[\s"'/]on\w+\s*=|\bhref\s*=\s*["']\s*(?:[a-z]+:|//)[^"']*"""
    r"""|<\?xml-stylesheet|<!ENTITY|@import[^;<]*|\burl\(\s*(?!["']?\#)[^)]*""",
    re.IGNORECASE,
)

DRAFT: Final = ("tema/js/draft.mjs", "localStorage")
"""The one script that may keep something, and the one place where: what is typed in the form."""

Found = Iterator[tuple[str, str, int]]
"""Each thing: the code of its Problem (or `link` for an address to follow), the words and where."""


def bare(text: str) -> str:
    """A script or a style sheet without the lines that are only for who reads the file."""
    return _ASIDE_LINES.sub("", text)


def script(text: str) -> Found:
    """What a script asks elsewhere for or keeps, and the modules it imports."""
    bare = _ASIDE.sub(lambda aside: re.sub(r"[^\n]", " ", aside[0]), text)
    yield from (
        ("site-script-foreign", hit[0][1:], hit.start()) for hit in _ELSEWHERE.finditer(bare)
    )
    yield from (("site-keeps", hit[0], hit.start()) for hit in _KEEPS.finditer(bare))
    for hit in _IMPORT.finditer(bare):
        if hit[1].startswith(("./", "../")):
            yield "link", hit[1], hit.start()
        elif not _ELSEWHERE.match(hit[0][-len(hit[1]) - 2 :]):
            yield "site-dead", hit[1], hit.start()


def sheet(text: str) -> Found:
    """What a style sheet fetches."""
    for hit in _SHEET.finditer(text):
        within = hit[1] and not re.match(r"[a-z]+:|//", hit[1], re.IGNORECASE)
        yield "link" if within else "site-foreign", hit[1] or hit[0], hit.start()


def drawing(text: str) -> Found:
    """What an SVG file runs or fetches: opened by itself it is a page."""
    yield from (("site-drawing", hit[0].strip(), hit.start()) for hit in _DRAWING.finditer(text))


KINDS: Final = {"js": script, "mjs": script, "css": sheet, "svg": drawing}
"""Which files besides the pages are looked into, by their endings."""
