"""Lays the pages that a change changes in a folder of their own, with what they need to be looked at."""

from __future__ import annotations

import shutil
from pathlib import Path

from holdkatalog.beside import beside
from holdkatalog.changes.preview import addresses, detached, index
from holdkatalog.comparing import Compared
from holdkatalog.keeping import reason
from holdkatalog.wording.words import FILE, strings

_SHEETS = ("tema/css/tokens.css", "tema/css/base.css", "tema/css/text.css")


class PreviewError(Exception):
    """The pages can't be laid there; the message is a sentence for a person."""


def preview(found: Compared, *, site: Path, into: Path) -> None:
    """Lay the changed pages of the built `site` in the new folder `into`, all of them or none.

    Raises PreviewError when there is no such site, or the folder can't be had.
    """
    if not (site / "index.html").is_file():
        raise PreviewError(f"I mappen {site} ligger der ikke en bygget side.")
    place = into.absolute()
    if place.is_symlink() or (place.exists() and (not place.is_dir() or any(place.iterdir()))):
        raise PreviewError(f"{into} er der allerede. Skriv navnet på en ny mappe.")
    pages = tuple(a for a in addresses(found.changes) if (site / a / "index.html").is_file())
    needed = set(_SHEETS)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with beside(place.parent) as fresh:
            for address in pages:
                text = (site / address / "index.html").read_text("utf-8")
                page = detached(text, address, pages)
                needed |= page.needed
                _write(fresh / address / "index.html", page.text)
            for name in sorted(needed):
                if (site / name).is_file():
                    (fresh / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(site / name, fresh / name)
            words = strings(FILE)
            _write(fresh / "index.html", index(found.changes, pages, words, _SHEETS))
            fresh.rename(place)
    except OSError as error:
        raise PreviewError(f"Der kan ikke skrives i {into}: {reason(error)}.") from error


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
