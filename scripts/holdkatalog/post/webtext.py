"""The words of a mail that was only sent as a web page: line by line, as one reads it."""

from __future__ import annotations

import html
import re
from typing import Final

LONGEST: Final = 300_000
"""So many signs are read: a club's file is shorter, and a mail without an end must end."""
_LINES: Final = {"br", "p", "div", "li", "tr", "pre", "h1", "h2", "h3", "blockquote", "table"}
_SILENT: Final = {"style", "script", "head", "title"}
_SPACE: Final = re.compile(r"[ \t\n]+")
# Python's own reader of pages takes hours for one that was made for it: it looks for each end anew.
_PIECE: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>|<[!?/][^<>]*>|<|[^<]+")


def text_of(page: str) -> str:
    """The text of the page; a quoted mail gets the mark of one in front of each line."""
    made = _Page()
    for piece in _PIECE.finditer(_without_remarks(page[:LONGEST])):
        if piece[2]:
            made.tag(piece[2].lower(), closes=bool(piece[1]))
        elif not (piece[0].startswith("<") and piece[0].endswith(">")):
            made.words(html.unescape(piece[0]))
    return "\n".join(made.lines)


def _without_remarks(page: str) -> str:
    kept, at = [], 0
    while (start := page.find("<!--", at)) >= 0:
        kept.append(page[at:start])
        end = page.find("-->", start + 4)
        at = end + 3 if end >= 0 else len(page)
    return "".join((*kept, page[at:]))


class _Page:
    """Keeps the lines read so far. What is never shown, like a style sheet, is left out."""

    def __init__(self) -> None:
        self.lines = [""]
        self._open = dict.fromkeys((*_SILENT, "blockquote", "pre"), 0)

    def tag(self, name: str, *, closes: bool) -> None:
        """Begin or end a line where a browser would."""
        if not closes:
            self._count(name, 1)
        if name in _LINES and (self.lines[-1] or (name == "br" and not closes)):
            self.lines.append("")
        if closes:
            self._count(name, -1)

    def words(self, text: str) -> None:
        """Keep the words; spaces count only where they are kept, or written as hard ones."""
        if any(self._open[name] for name in _SILENT):
            return
        first, *rest = text.split("\n") if self._open["pre"] else [_SPACE.sub(" ", text)]
        self._write(first)
        for line in rest:
            self.lines.append("")
            self._write(line)

    def _count(self, name: str, step: int) -> None:
        if name in self._open:
            self._open[name] = max(0, self._open[name] + step)

    def _write(self, text: str) -> None:
        if not self.lines[-1]:
            text = text if self._open["pre"] else text.lstrip(" ")
            text = f"> {text}" if text and self._open["blockquote"] else text
        self.lines[-1] += text.replace("\u00a0", " ")
