"""`holdkatalog report`."""

from __future__ import annotations

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from holdkatalog.arguments import address, date
from holdkatalog.cli.say import CLEAN, LEFT_OUT, MISUSE, PROBLEMS, complain, made, say, say_errors
from holdkatalog.errors import CatalogueError

HELP: Final = "se, hvad der skal bekræftes"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "what", choices=("freshness",), metavar="freshness", help="hvor friske oplysningerne er"
    )
    parser.add_argument(
        "--format", choices=("text", "csv", "json"), default="text", help="svarets form"
    )
    parser.add_argument("--today", type=date, metavar="DATO", help="svar, som om det var den dag")
    parser.add_argument(
        "--mails",
        type=Path,
        metavar="MAPPE",
        help="skriv en mail til hver forening, der skal spørges, i en ny mappe",
    )
    parser.add_argument(
        "--address",
        type=address,
        metavar="ADRESSE",
        help="sidens adresse, når den ikke står i publishconf.py",
    )


def run(chosen: argparse.Namespace) -> int:
    """Say what must be confirmed. What else there is to say stands apart from a sheet or a JSON."""
    from holdkatalog.build import BuildError, settings_of
    from holdkatalog.catalogue.files import gone
    from holdkatalog.plugin import today_of
    from holdkatalog.reporting import MailsError, freshness

    try:
        own = settings_of(Path.cwd(), today=chosen.today, address=chosen.address)
        told = freshness(own, today=today_of(own), form=chosen.format, folder=chosen.mails)
    except CatalogueError as error:
        say_errors(error.problems)
        return MISUSE if any(map(gone, error.problems)) else PROBLEMS
    except (BuildError, MailsError) as error:
        complain(*error.reasons)
        return MISUSE
    if chosen.format != "text" and isinstance(sys.stdout, TextIOWrapper):
        # A file that says what it is must be it, whatever the terminal can show.
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    say(told.text, end="")
    complain(*told.written)
    for name in told.left_out:
        complain(f"Ikke med i rapporten: {name}", f"Se hvorfor med: {made('check', 'check')}")
    return LEFT_OUT if told.left_out else CLEAN
