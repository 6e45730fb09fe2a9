"""The lines of a calendar file: nothing that somebody wrote can end one, and none is too long."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 75
"""Octets, without the line's end (RFC 5545, 3.1)."""
_SPECIAL: Final = re.compile(r"([\\;,])")
_BREAK: Final = re.compile("\r\n|[\n\r\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
# RFC 5545 has no way to write them; a tab may stand, but nobody needs one.
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def escaped(text: str) -> str:
    """A text as the value of a property (RFC 5545, 3.3.11)."""
    lines = _BREAK.split(text.strip())
    return r"\n".join(_SPECIAL.sub(r"\\\1", _CONTROL.sub("", line)) for line in lines)


def folded(line: str) -> str:
    """The line in pieces that are short enough; no character is cut in two."""
    octets = line.encode()
    if len(octets) <= _LONGEST:
        return line
    pieces, start, room = list[bytes](), 0, _LONGEST
    while len(octets) - start > room:
        end = start + room
        while _within_a_character(octets[end]):
            end -= 1
        pieces.append(octets[start:end])
        # The space that begins every further piece counts too.
        start, room = end, _LONGEST - 1
    return b"\r\n ".join([*pieces, octets[start:]]).decode()


def _within_a_character(octet: int) -> bool:
    """Whether no character begins here (UTF-8)."""
    return octet & 0xC0 == 0x80  # noqa: PLR2004 - the bits of UTF-8


def joined(lines: Iterable[str]) -> str:
    """The lines as they stand in a file."""
    return "".join(f"{folded(line)}\r\n" for line in lines)
