"""The door to the municipality's report: it loads the catalogue as a build does, and lays letters in a folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from holdkatalog.beside import beside
from holdkatalog.catalogue import load
from holdkatalog.keeping import reason
from holdkatalog.report import Mail, Report, in_json, in_sheet, in_text, mails, report
from holdkatalog.wording.words import FILE, Strings, strings


class MailsError(Exception):
    """The letters can't be laid there; `reasons` are sentences for a person."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Told:
    """The report's text, what was written, and the files that were left out for their errors."""

    text: str
    written: tuple[str, ...]
    left_out: tuple[str, ...]


def freshness(
    settings: Mapping[str, Any], *, today: dt.date, form: str, folder: Path | None
) -> Told:
    """Which facts must be confirmed that day; with a `folder`, letters to the clubs are laid in it.

    Raises CatalogueError for what is wrong in the files, and MailsError when the letters have no place.
    """
    root, public = Path(settings["HOLDKATALOG_ROOT"]), settings["HOLDKATALOG_PUBLIC_ADDRESS"]
    loaded = load(clubs=root / "clubs", content=root / "content", strict=False, today=today)
    found = report(
        loaded.catalogue,
        site=settings["SITENAME"],
        public=f"{public.rstrip('/')}/" if public else "",
        today=today,
    )
    words, bridge = strings(FILE), loaded.catalogue.municipality.bridge
    letters = mails(found, bridge, words["report"], words["confirm"]) if folder else ()
    if folder:
        _lay(folder, letters)
    written = tuple(_told(folder, letters)) if folder else ()
    return Told(_text(found, form, words), written, loaded.left_out)


def _text(found: Report, form: str, words: Strings) -> str:
    if form == "json":
        return in_json(found)
    return in_sheet(found, words["report"]) if form == "csv" else in_text(found, words["report"])


def _lay(folder: Path, letters: Iterable[Mail]) -> None:
    """Put all the letters there at once: whoever looks finds every one of them whole, or none."""
    place = folder.absolute()
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise MailsError(f"{folder} er ikke en mappe.")
    if place.is_dir() and any(place.iterdir()):
        raise MailsError(f"Mappen {folder} er ikke tom. Skriv navnet på en ny mappe.")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with beside(place.parent) as fresh:
            fresh.mkdir()
            for letter in letters:
                (fresh / f"{letter.club}.txt").write_text(letter.text, "utf-8")
                if letter.eml:
                    (fresh / f"{letter.club}.eml").write_bytes(letter.eml)
            # An empty folder gives way; one that somebody has filled meanwhile doesn't.
            fresh.rename(place)
    except OSError as error:
        raise MailsError(f"Der kan ikke skrives i {folder}: {reason(error)}.") from error


def _told(folder: Path, letters: Iterable[Mail]) -> Iterator[str]:
    """What lies in the folder now."""
    found = tuple(letters)
    yield f"Mails skrevet i {folder}: {len(found)}. Ingen er sendt."
    if unaddressed := [letter.club for letter in found if not letter.eml]:
        yield f"De her har ingen mail, så ring i stedet: {', '.join(unaddressed)}"
