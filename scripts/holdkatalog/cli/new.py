"""`holdkatalog new`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from holdkatalog.cli.say import CLEAN, MISUSE, PROBLEMS, STOPPED, complain, say, say_errors, today
from holdkatalog.errors import CatalogueError

HELP: Final = "svar på spørgsmål, og få en forenings fil eller et hold mere"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "club",
        nargs="?",
        default="",
        metavar="FORENING",
        help="foreningens id, når et hold skal lægges til dens fil",
    )


def run(chosen: argparse.Namespace) -> int:
    """Ask at the terminal, and say what is next."""
    from holdkatalog.asking import Voice, converse
    from holdkatalog.catalogue.files import gone

    try:
        ended = converse(chosen.club, root=Path.cwd(), today=today(), voice=Voice(input, say))
    except CatalogueError as error:
        say_errors(error.problems)
        return MISUSE if any(map(gone, error.problems)) else PROBLEMS
    if ended.draft:
        again = f"holdkatalog new {chosen.club}".rstrip()
        draft = ended.draft.relative_to(Path.cwd())
        complain(f"Svarene ligger i {draft}. Gå videre en anden gang med:  {again}")
    if ended.file is None:
        return PROBLEMS if ended.refused else STOPPED if ended.stopped else CLEAN
    file = ended.file.relative_to(Path.cwd())
    say(
        f"Skrevet: {file}\n\n"
        f"Se gode råd til filen med:  holdkatalog check {file}\n"
        f"Læg et hold mere til med:   holdkatalog new {file.stem}\n"
        "Send så filen til kommunen, eller gem den i git:\n"
        f"   git add {file}\n"
        f'   git commit -m "Nyt hold"'
    )
    return CLEAN
