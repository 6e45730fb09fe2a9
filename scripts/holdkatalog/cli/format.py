"""`holdkatalog format`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from holdkatalog.cli.say import (
    CLEAN,
    MISUSE,
    PROBLEMS,
    complain,
    say,
    say_errors,
    today,
    written,
)
from holdkatalog.errors import CatalogueError

HELP: Final = "skriv foreningernes filer ens: felter i orden, datoer og faste ord på samme måde"

_COURSES: Final = "content/forloeb/"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="FIL", help="alle foreninger, hvis ingen nævnes"
    )
    parser.add_argument(
        "--check", action="store_true", help="ret ikke noget, sig kun, hvad der ville blive rettet"
    )


def run(chosen: argparse.Namespace) -> int:
    """Set the files in order, one by one; a file with errors is left as it is."""
    from holdkatalog.catalogue.files import gone
    from holdkatalog.catalogue.kept import kept
    from holdkatalog.messages import is_error
    from holdkatalog.tidying import tidied

    try:
        found = kept(chosen.paths, root=Path.cwd(), today=today())
    except CatalogueError as error:
        say_errors(error.problems)
        return MISUSE if any(map(gone, error.problems)) else PROBLEMS
    if not found.files:
        complain("Her er ingen filer fra foreninger.")
        return MISUSE
    code, changed = CLEAN, 0
    for place, document in found.files.items():
        if document.file.startswith("content/") and not document.file.startswith(_COURSES):
            complain(f"Det er ikke en forenings fil, så den bliver ikke rettet: {document.file}")
            code = MISUSE
            continue
        errors = tuple(filter(is_error, found.problems(document)))
        if errors:
            say_errors(errors)
            complain(f"Ikke rettet, før fejlene er rettet: {document.file}")
            code = max(code, MISUSE if any(map(gone, errors)) else PROBLEMS)
            continue
        tidy = tidied(document, found.context)
        if not tidy.safe:
            complain(f"Ikke rettet, for så ville filen sige noget andet: {document.file}")
        elif tidy.source != document.source:
            if not chosen.check and not written(place, document.file, tidy.source):
                return MISUSE
            changed += 1
            say(f"{'Ville blive rettet' if chosen.check else 'Rettet'}: {document.file}")
    if changed or code == CLEAN:
        say(_told(len(found.files), changed, check=chosen.check))
    return max(code, PROBLEMS) if chosen.check and changed else code


def _told(files: int, changed: int, *, check: bool) -> str:
    if not changed:
        return "Ingen filer skulle rettes."
    what = "ville blive rettet" if check else "er rettet"
    return f"{changed} af {files} {'fil' if files == 1 else 'filer'} {what}."
