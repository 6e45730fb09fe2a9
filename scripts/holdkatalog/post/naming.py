"""Whose file it is: from the name of the file, else from the name of the club in it. Never a path."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from holdkatalog.danish import slug
from holdkatalog.grammar.words import ID
from holdkatalog.messages import masked
from holdkatalog.yamlfile import Plain

_LONGEST: Final = 60
_ENDINGS: Final = re.compile(r"(?:\.ya?ml|\.txt)+$", re.IGNORECASE)
_COPY: Final = re.compile(r"(?: ?\(\d{1,3}\)| ?- kopi| copy)+$", re.IGNORECASE)
"""What a computer adds when there was such a file already."""
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows can't give a file, so that nobody there could fetch the catalogue any more."""


class Named(NamedTuple):
    """The club's id, "" when nobody can tell, and whether the file was called something else."""

    club: str
    renamed: bool


def named(name: str, values: Plain) -> Named:
    """The club that the file with that name and these values is about."""
    base = PurePosixPath(name.replace("\\", "/")).name
    stem = _COPY.sub("", _ENDINGS.sub("", base.strip()))
    if good(stem.lower()):
        return Named(stem.lower(), renamed=name != f"{stem.lower()}.yaml")
    own = values.get("forening") if isinstance(values, dict) else None
    made = slug(own)[:_LONGEST].strip("-") if isinstance(own, str) else ""
    id_ = made if good(made) or not made else f"f-{made}"
    return Named(id_ if good(id_) else "", renamed=bool(base))


def good(id_: str) -> bool:
    """Whether a club's file may be called so on every machine."""
    fits = re.fullmatch(ID, id_) is not None and len(id_) <= _LONGEST
    return fits and not _DEVICES.fullmatch(id_) and masked(id_) == id_
