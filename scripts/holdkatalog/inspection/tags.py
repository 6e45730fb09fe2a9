"""Reads the tags of our own pages, and refuses what isn't written as strictly as they are.

A browser mends whatever it is given, and nobody can foresee how. So a page that could be read in
two ways is refused, and what is left is read the only way there is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

TOKEN: Final = re.compile(r"<[^<>]*>")
"""Anything between angle brackets; within texts and attributes our pages have neither."""
_NAME: Final = r"[A-Za-z][A-Za-z0-9-]*"
_ATTRIBUTE: Final = re.compile(
    r"""\s+([A-Za-z_:][-A-Za-z0-9_:.]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'=`/]+)))?"""
)
_TAG: Final = re.compile(rf"<({_NAME})((?:{_ATTRIBUTE.pattern})*)\s*/?>")
_OTHER: Final = re.compile(rf"</{_NAME}\s*>|<!doctype html>|<!--[^-<>]*-->", re.IGNORECASE)
# What a browser drops from an address before it looks at it.
_DROPPED: Final = re.compile(r"[\t\n\r]")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: its name and its attributes, in small letters and unescaped."""

    name: str
    attributes: Mapping[str, str]


def tag(token: str) -> Tag | None:
    """The start tag that the token is; None for an end tag, a comment and the doctype.

    Raises ValueError for everything else, and for an attribute that stands twice.
    """
    found = _TAG.fullmatch(token)
    if found is None:
        if _OTHER.fullmatch(token):
            return None
        raise ValueError(token)
    attributes: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(found[2]):
        if name.lower() in attributes:
            raise ValueError(token)
        attributes[name.lower()] = html.unescape("".join(values))
    return Tag(found[1].lower(), attributes)


def address(written: str) -> str:
    """An address as a browser takes it: without breaks, and without what stands around it."""
    return _DROPPED.sub("", written).strip("".join(map(chr, range(0x21))))
