"""The words of a mail that was only sent as a web page: line by line, as one reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

LONGEST: Final = 300_000
"""So many signs are read: a club's file is shorter, and a mail without an end must end."""
_LINES: Final = {"br", "p", "div", "li", "tr", "pre", "h1", "h2", "h3", "blockquote", "table"}
_SILENT: Final = {"style", "script", "head", "title"}
_SPACE: Final = re.compile(r"[ \t\n]+")


def text_of(html: str) -> str:
    """The text of the page; a quoted mail gets the mark of one in front of each line."""
    page = _Page()
    page.feed(html[:LONGEST])
    page.close()
    return "\n".join(page.lines)


class _Page(HTMLParser):
    """Keeps the lines read so far. What is never shown, like a style sheet, is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self._silent, self._quoted, self._kept = 0, 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where a browser would."""
        del attrs
        self._silent += tag in _SILENT
        self._quoted += tag == "blockquote"
        self._kept += tag == "pre"
        if tag in _LINES:
            self._line(always=tag == "br")

    def handle_endtag(self, tag: str) -> None:
        """End a line where a browser would."""
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _LINES:
            self._line(always=False)
        self._quoted = max(0, self._quoted - (tag == "blockquote"))
        self._kept = max(0, self._kept - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        """Keep the words; spaces count only where they are kept, or written as hard ones."""
        if self._silent:
            return
        first, *rest = data.split("\n") if self._kept else [_SPACE.sub(" ", data)]
        self._write(first)
        for line in rest:
            self._line(always=True)
            self._write(line)

    def _write(self, text: str) -> None:
        if not self.lines[-1]:
            text = ("" if self._kept else "> " if self._quoted else "") + (
                text if self._kept else text.lstrip(" ")
            )
        self.lines[-1] += text.replace("\u00a0", " ")

    def _line(self, *, always: bool) -> None:
        if always or self.lines[-1]:
            self.lines.append("")
