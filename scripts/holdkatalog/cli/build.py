"""`holdkatalog build`."""

from __future__ import annotations

import argparse
import signal
from pathlib import Path
from typing import Final

from holdkatalog.arguments import date
from holdkatalog.cli.say import (
    CLEAN,
    LEFT_OUT,
    MISUSE,
    PROBLEMS,
    STOPPED,
    complain,
    say,
    say_errors,
)
from holdkatalog.errors import CatalogueError

HELP: Final = "byg siden"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--strict", action="store_true", help="byg kun, hvis alle filer holder")
    parser.add_argument(
        "--production", action="store_true", help="byg kun, hvis alle må se siden: lovlig og ægte"
    )
    parser.add_argument("--today", type=date, metavar="DATO", help="byg, som om det var den dag")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("output"),
        metavar="MAPPE",
        help="hvor siden skal ligge (output)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Build the site in its place."""
    from holdkatalog.build import BuildError, build
    from holdkatalog.catalogue.files import gone
    from holdkatalog.messages import told

    # `kill` lets the half-made site be removed as tidily as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        built = build(
            Path.cwd(),
            output=chosen.output.resolve(),
            strict=chosen.strict,
            production=chosen.production,
            today=chosen.today,
        )
    except CatalogueError as error:
        say_errors(error.problems)
        complain("Siden er ikke bygget.")
        return MISUSE if any(map(gone, error.problems)) else PROBLEMS
    except BuildError as error:
        complain(*error.reasons)
        if error.trace:
            complain("", error.trace)
        return MISUSE
    except KeyboardInterrupt:
        complain("Du har stoppet programmet, før siden var bygget færdig. Intet er ændret.")
        return STOPPED
    say_errors(built.loaded.problems)
    for problem in built.advice:
        complain(told(problem))
    for name in built.loaded.left_out:
        complain(f"Ikke med på siden: {name}")
    say(f"{built.pages} sider er bygget i {chosen.output}.")
    return LEFT_OUT if built.loaded.left_out else CLEAN
