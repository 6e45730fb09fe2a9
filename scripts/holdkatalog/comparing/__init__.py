"""The door to two states of the catalogue: both are loaded, and what differs is told."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from holdkatalog.annotations import MOST
from holdkatalog.catalogue import Loaded, load
from holdkatalog.catalogue.files import photos
from holdkatalog.changes import Change, changes, in_markdown, in_text
from holdkatalog.changes.request import shown
from holdkatalog.errors import CatalogueError
from holdkatalog.messages import is_error
from holdkatalog.wording.words import FILE, strings


@dataclass(frozen=True, slots=True)
class Compared:
    """The changes and how they are told, and the files that weren't compared for their errors."""

    changes: tuple[Change, ...]
    text: str
    markdown: str
    left_out: tuple[str, ...]


def compared(base: Path, root: Path, *, today: dt.date) -> Compared:
    """What the files of the folder `root` change on the site of those of the folder `base`.

    A club whose file has errors stays as it was: its change can only be told when it is mended.
    Raises CatalogueError when one of the two can't be loaded at all.
    """
    before = load(clubs=base / "clubs", content=base / "content", strict=False, today=today)
    after, bad = _sound(base, root, today)
    silent = {Path(name).stem for name in (*before.left_out, *after.left_out, *bad)}
    words = strings(FILE)
    found = changes(
        before.catalogue,
        after.catalogue,
        today=today,
        words=words,
        redrawn=_redrawn(base, root),
    )
    kept = tuple(one for one in found if one.id.partition("/")[0] not in silent)
    unread = tuple(sorted({*after.left_out, *bad}))
    text = in_text(kept, words, unread=map(shown, unread))
    markdown = in_markdown(kept, words, most=MOST, unread=map(shown, unread))
    return Compared(kept, text, markdown, unread)


def _sound(base: Path, root: Path, today: dt.date) -> tuple[Loaded, frozenset[str]]:
    """The catalogue in `root`, with the files of `base` for those that have errors, and their names.

    Else a club that can't be read would be missed by others, and that is no change of theirs.
    """
    content = root / "content"
    try:
        loaded = load(clubs=root / "clubs", content=content, strict=True, today=today)
    except CatalogueError as error:
        bad = frozenset(p.file for p in error.problems if is_error(p))
        own = [name for name in bad if name.startswith("clubs/") and (root / name).is_file()]
        if len(own) < len(bad):
            raise
    else:
        return loaded, frozenset()
    with tempfile.TemporaryDirectory() as made:
        clubs = Path(made, "clubs")
        shutil.copytree(root / "clubs", clubs, ignore=shutil.ignore_patterns("foto"))
        if (root / "clubs" / "foto").is_dir():
            (clubs / "foto").symlink_to((root / "clubs" / "foto").resolve())
        for name in own:
            Path(made, name).unlink()
            if (base / name).is_file():
                shutil.copyfile(base / name, Path(made, name))
        return load(clubs=clubs, content=content, strict=False, today=today), bad


def _redrawn(base: Path, root: Path) -> frozenset[str]:
    """The photos that stand in both, and aren't the same."""
    ours, theirs = base / "clubs" / "foto", root / "clubs" / "foto"
    both = photos(base / "clubs") & photos(root / "clubs")
    return frozenset(
        name for name in both if (ours / name).read_bytes() != (theirs / name).read_bytes()
    )
