"""`holdkatalog changes`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from holdkatalog.arguments import date
from holdkatalog.cli.forge import append
from holdkatalog.cli.say import CLEAN, LEFT_OUT, MISUSE, PROBLEMS, complain, made, say
from holdkatalog.cli.say import today as today_here
from holdkatalog.errors import CatalogueError

HELP: Final = "se, hvad en ændring gør ved siden"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("base", type=Path, metavar="MAPPE", help="filerne, som de var før")
    parser.add_argument("--today", type=date, metavar="DATO", help="svar, som om det var den dag")
    parser.add_argument(
        "--summary", type=Path, metavar="FIL", help="skriv det også bagest i filen, som Markdown"
    )
    parser.add_argument(
        "--preview",
        type=Path,
        metavar="SIDE",
        help="mappen med den side, der er bygget med ændringen",
    )
    parser.add_argument(
        "--into",
        type=Path,
        default=Path("preview"),
        metavar="MAPPE",
        help="læg de sider, der ændrer sig, i en ny mappe (preview)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Tell what the files here change on the site, compared with those in another folder."""
    from holdkatalog.catalogue.files import gone
    from holdkatalog.comparing import compared
    from holdkatalog.comparing.preview import PreviewError, preview

    if not chosen.base.is_dir():
        complain(f"{chosen.base} er ikke en mappe.")
        return MISUSE
    try:
        found = compared(chosen.base, Path.cwd(), today=chosen.today or today_here())
    except CatalogueError as error:
        complain("Hvad der ændrer sig på siden, kan først ses, når fejlene i filerne er rettet.")
        complain(f"Se dem med: {made('check', 'check')}")
        return MISUSE if any(map(gone, error.problems)) else PROBLEMS
    say(found.text, end="")
    if chosen.summary:
        append(chosen.summary, found.markdown)
    if chosen.preview:
        try:
            preview(found, site=chosen.preview, into=chosen.into)
        except PreviewError as error:
            complain(str(error))
            return MISUSE
    if found.left_out:
        complain(f"Se fejlene med: {made('check', 'check')}")
    return LEFT_OUT if found.left_out else CLEAN
