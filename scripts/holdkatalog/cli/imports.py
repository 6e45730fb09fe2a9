"""`holdkatalog import`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from holdkatalog.cli.say import CLEAN, MISUSE, PROBLEMS, say, say_errors, today
from holdkatalog.errors import CatalogueError

HELP: Final = "lav foreningernes filer ud fra en liste i et regneark"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, metavar="LISTE", help="listen: .csv eller .xlsx")
    parser.add_argument(
        "--map",
        type=Path,
        metavar="KOLONNER",
        required=True,
        help="filen, der siger, hvilken kolonne der er hvilket felt (.yaml)",
    )
    parser.add_argument(
        "--into", type=Path, metavar="MAPPE", default=Path("clubs"), help="hvor filerne skal ligge"
    )
    parser.add_argument(
        "--skip", type=Path, metavar="SPAR", help="en liste over dem, der ikke må komme med"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="vis, hvad der ville ske, og skriv ingenting"
    )


def run(chosen: argparse.Namespace) -> int:
    """Bring a list in, and account for every row of it."""
    from holdkatalog.cli.imported import told, wrong
    from holdkatalog.importing import Asked, bring_in

    asked = Asked(chosen.file, chosen.map, chosen.into, chosen.skip, dry=chosen.dry_run)
    try:
        answer = bring_in(asked, root=Path.cwd(), today=today())
    except CatalogueError as error:
        say_errors(error.problems)
        return PROBLEMS
    say(told(answer, dry=asked.dry))
    if answer.unreadable:
        return MISUSE
    return PROBLEMS if wrong(answer) else CLEAN
