"""The letters of a mail's bytes: which signs they stand for, whatever its head says about it."""

from __future__ import annotations

import codecs
import re
from typing import Final

_CHARSETS: Final = {
    "iso-8859-1": "cp1252",  # what calls itself so is mostly written by Windows, as browsers know
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-15": "iso8859-15",
    "macintosh": "mac-roman",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
"""Those that Danish mails are written in. Python knows others, and some of them take hours to read."""
_BREAK: Final = re.compile(r"\r\n?")


def read(data: bytes, charset: str) -> str:
    """The text of the bytes; what can't be read becomes the sign for a lost letter."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        charset = "utf-16"
    codec = _CHARSETS.get(charset.strip().lower().replace("_", "-"), "cp1252")
    # Letters of other sets hardly ever look like UTF-8 by chance, so it wins over what the head says;
    # only the wide sets, whose Danish letters all bring a zero, would pass for it.
    order = (codec, "utf-8") if codec.startswith("utf-16") and b"\0" in data else ("utf-8", codec)
    for each in order:
        try:
            return _plain(data.decode(each))
        except UnicodeDecodeError:
            continue
    return _plain(data.decode("cp1252", "replace"))


def _plain(text: str) -> str:
    """The text with line breaks as git keeps them and without the mark of a file."""
    return _BREAK.sub("\n", text).removeprefix("\ufeff")


def unflowed(text: str, *, delete_space: bool) -> str:
    """The text as it was typed, its lines put together again (RFC 3676: format=flowed)."""
    lines: list[str] = []
    open_line = False
    for line in text.split("\n"):
        fixed = line == "-- " or line.startswith(">")
        bare = line if fixed else line.removeprefix(" ")
        flows = not fixed and bare.endswith(" ")
        shown = bare[:-1] if flows and delete_space else bare
        if open_line and not fixed:
            lines[-1] += shown
        else:
            lines.append(shown)
        open_line = flows
    return "\n".join(lines)
