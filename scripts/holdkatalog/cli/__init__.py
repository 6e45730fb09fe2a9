"""The command `holdkatalog`: the only room that prints. Each door is opened only when asked for.

Each command is a module here: `HELP` says in Danish what it is for, `arguments` adds what it takes,
and `run` does it and returns the exit code: 0 all is well, 1 there are problems, 2 something can't
be read or the command is used wrongly, 3 the site is built, but clubs were left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from types import ModuleType
from typing import Final

from holdkatalog.arguments import Arguments
from holdkatalog.cli import (
    build,
    changes,
    check,
    confirm,
    hosting,
    imports,
    inbox,
    new,
    report,
    schema,
    serve,
    take,
)
from holdkatalog.cli import format as tidy
from holdkatalog.cli.say import CODES, STOPPED, complain

COMMANDS: Final[tuple[tuple[str, ModuleType], ...]] = (
    ("check", check),
    ("build", build),
    ("serve", serve),
    ("hosting", hosting),
    ("report", report),
    ("confirm", confirm),
    ("format", tidy),
    ("changes", changes),
    ("take", take),
    ("inbox", inbox),
    ("schema", schema),
    ("new", new),
    ("import", imports),
)
"""The commands by their names, in the order in which the help lists them."""

_STOPPED: Final = (
    "Du har stoppet programmet. Det, der var færdigt, står der. Resten er, som det var."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that can't show æ must not stop the program.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    chosen = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = chosen.run
    try:
        return run(chosen)
    except KeyboardInterrupt:
        complain("", _STOPPED)
        return STOPPED


def _parser() -> argparse.ArgumentParser:
    parser = Arguments(prog="holdkatalog", description="Kommunens katalog over hold.", epilog=CODES)
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    for name, command in COMMANDS:
        own = commands.add_parser(name, help=command.HELP, epilog=CODES)
        own.set_defaults(run=command.run)
        command.arguments(own)
    return parser
