"""`holdkatalog serve`."""

from __future__ import annotations

import argparse
import signal
from pathlib import Path
from typing import Final

from holdkatalog.arguments import port
from holdkatalog.cli.say import CLEAN, MISUSE, complain, made, say

HELP: Final = "vis siden her på maskinen, mens du skriver"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--port", type=port, default=8000, metavar="TAL", help="porten (8000)")
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADRESSE",
        help="hvem der kan se med (127.0.0.1: kun denne maskine)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Show the site until it is stopped."""
    from holdkatalog.serve import PortTakenError, run

    # `kill` ends the server as tidily as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        run(Path.cwd(), host=chosen.host, port=chosen.port, say=say)
    except PortTakenError:
        complain(
            f"Port {chosen.port} kan ikke bruges. Måske kører siden allerede i et andet vindue.",
            f"Prøv en anden port: {made('serve PORT=', 'serve --port ')}{chosen.port + 1}",
        )
        return MISUSE
    except KeyboardInterrupt:
        say("\nFarvel.")
    return CLEAN
