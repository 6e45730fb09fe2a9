"""`holdkatalog hosting`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from holdkatalog.cli.say import CLEAN, MISUSE, complain, say

HELP: Final = "vis en webservers indstillinger"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("server", choices=("nginx", "apache"), help="den webserver, I har")
    parser.add_argument("address", metavar="ADRESSE", help="https://hold.jeres-kommune.dk/")
    parser.add_argument("folder", type=Path, metavar="MAPPE", help="hvor siden ligger der")
    told = "det, formularerne sender til (HOLDKATALOG_BRIDGE)"
    parser.add_argument("--bridge", metavar="ADRESSE", default="", help=told)


def run(chosen: argparse.Namespace) -> int:
    """Print a web server's settings."""
    from holdkatalog.hosting import recipe

    try:
        folder = str(chosen.folder)
        made = recipe(chosen.server, address=chosen.address, folder=folder, bridge=chosen.bridge)
        say(made, end="")
    except ValueError as error:
        complain(
            f'"{error}" kan ikke stå i en servers indstillinger.',
            "Skriv sidens adresse og så hele vejen til mappen på serveren, fx:",
            f"holdkatalog hosting {chosen.server} https://hold.jeres-kommune.dk/ /srv/hold",
        )
        return MISUSE
    return CLEAN
