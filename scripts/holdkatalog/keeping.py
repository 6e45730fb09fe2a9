"""Puts a text in a file so that whoever looks finds the old file or the new one, never half of either."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_NOT_ALLOWED: Final = "det har du ikke lov til på den her maskine"
_FULL: Final = "der er ikke mere plads på disken"
_REASONS: Final[Mapping[int, str]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: "der kan kun læses fra den disk",
    errno.ENOENT: "filen eller mappen er der ikke",
    errno.ENOTDIR: "der ligger en fil, hvor der skal være en mappe",
    errno.EEXIST: "der ligger allerede noget med det navn",
}


def keep(file: Path, text: str, *, new: bool = False) -> None:
    """Write the text (UTF-8, line breaks as they are) in the file's place, with the rights it had.

    A link is followed. With `new`, nothing that stands there already is written over: raises
    FileExistsError. Raises OSError when it can't be written; then the old file stands untouched.
    """
    place = file.resolve()
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}-")
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(text.encode())
            out.flush()
            os.fsync(out.fileno())
        made.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())
        if new:
            # A link is refused where a name is taken, also by somebody who was quicker.
            place.hardlink_to(made)
        else:
            made.replace(place)
    finally:
        made.unlink(missing_ok=True)


def reason(error: OSError) -> str:
    """Why it couldn't be read or written, in Danish where we know the word for it."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
