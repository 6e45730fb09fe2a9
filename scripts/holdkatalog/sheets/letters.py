"""Which letters a list's bytes stand for. Where that can't be told, it's said instead of guessed."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# UTF-8 that somebody has already read wrongly once, and letters that are lost.
_BROKEN = re.compile("\u00c3[\u0080-\u00bf]|\ufffd|\x00")
# What æ, ø and å of MS-DOS and of an old Mac look like when they are taken for Windows' own.
_OF_OTHERS = re.compile("(?<=[A-Za-z])[\u2018\u203a\u2020\u00be\u00bf\u0152](?=[A-Za-z])")


class LettersError(ValueError):
    """The bytes aren't letters that we know."""


def decoded(data: bytes) -> str:
    """The text of the bytes: UTF-8, UTF-16 or Windows-1252; raises LettersError for anything else."""
    text = _decoded(data)
    if _BROKEN.search(text):
        raise LettersError
    return text


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name)
    # Without a mark, UTF-16 gives itself away: every other byte of a Latin letter is nothing.
    if len(data) % 2 == 0 and b"\x00" in data:
        return _strict(data, "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strict(data, "cp1252")
    if _OF_OTHERS.search(text):
        raise LettersError
    return text


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        raise LettersError from None
