"""The door to two states of the catalogue: both are loaded, and what differs is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from holdkatalog.annotations import MOST
from holdkatalog.catalogue import load
from holdkatalog.catalogue.files import photos
from holdkatalog.changes import Change, changes, in_markdown, in_text
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
    before, after = (
        load(clubs=folder / "clubs", content=folder / "content", strict=False, today=today)
        for folder in (base, root)
    )
    silent = {Path(name).stem for name in (*before.left_out, *after.left_out)}
    words = strings(FILE)
    found = changes(
        before.catalogue, after.catalogue, today=today, words=words, redrawn=_redrawn(base, root)
    )
    kept = tuple(one for one in found if one.id.partition("/")[0] not in silent)
    told = in_text(kept, words), in_markdown(kept, words, most=MOST)
    return Compared(kept, *told, after.left_out)


def _redrawn(base: Path, root: Path) -> frozenset[str]:
    """The photos that stand in both, and aren't the same."""
    ours, theirs = base / "clubs" / "foto", root / "clubs" / "foto"
    both = photos(base / "clubs") & photos(root / "clubs")
    return frozenset(
        name for name in both if (ours / name).read_bytes() != (theirs / name).read_bytes()
    )
