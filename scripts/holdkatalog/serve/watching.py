"""When something that the site is built from has changed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

from holdkatalog.paths import PACKAGE, SCHEMA, THEME

SETTINGS = "publishconf.py"
_FOLDERS = ("clubs", "content", "schema", "theme")


def changes(root: Path, *, stop: threading.Event | None = None) -> Iterator[None]:
    """Yield once when the watching has begun, and each time something has changed, until `stop`.

    Changes that come close together count as one, and those that come while the caller works
    wait for it. Folders that appear later are watched from then on.
    """
    known: object = None  # yield only when the folders are watched, so that nothing is missed
    while True:
        folders = _folders(root)
        for changed in watch(
            *folders,
            stop_event=stop,
            debounce=1500,
            step=200,
            rust_timeout=250,
            yield_on_timeout=True,
        ):
            now = _seen(root)
            if not changed and now == known:
                continue
            if folders != _folders(root):
                known = None
                break
            known = now
            yield
        else:
            return


def _folders(root: Path) -> tuple[Path, ...]:
    named = (*(root / name for name in _FOLDERS), PACKAGE, SCHEMA, THEME)
    return tuple(dict.fromkeys(folder for folder in named if folder.is_dir()))


def _seen(root: Path) -> object:
    """What the watching of folders can't tell: whether the settings file was replaced."""
    settings = root / SETTINGS
    if not settings.is_file():
        return _folders(root), None
    status = settings.stat()
    return _folders(root), (status.st_mtime_ns, status.st_size, status.st_ino)
