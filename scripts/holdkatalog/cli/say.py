"""What the commands share: how they speak, and how they end."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from holdkatalog.errors import Problem

CLEAN: Final = 0
PROBLEMS: Final = 1
MISUSE: Final = 2
LEFT_OUT: Final = 3
STOPPED: Final = 130
"""What a shell takes for Ctrl-C."""
CODES: Final = (
    "Kommandoen slutter med 0, når alt er i orden (gode råd tæller ikke), 1, når der er fejl i "
    "filerne, 2, når en fil slet ikke kan læses, eller kommandoen er skrevet forkert, 3, når siden "
    "er bygget uden de foreninger, hvis filer har fejl, og 130, når du selv har stoppet den med "
    "Ctrl-C."
)


def say(text: str, *, end: str = "\n") -> None:
    """Print at once. Who has read enough, like `| head`, changes nothing of how the command ends."""
    try:
        print(text, end=end, flush=True)
    except BrokenPipeError:
        # What is still to come, and what Python says as it ends, goes nowhere.
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())


def complain(*lines: str) -> None:
    """Print lines for the person, apart from what a program may read."""
    for line in lines:
        print(line, file=sys.stderr)


def say_errors(problems: Sequence[Problem]) -> None:
    """Print each error with the line it's in, an empty line after each, and how to see the rest."""
    from holdkatalog.checking import foremost, more
    from holdkatalog.messages import is_error, render
    from holdkatalog.yamlfile import read

    errors = [problem for problem in problems if is_error(problem)]
    for name, first, left in foremost(errors):
        path = Path(name)
        lines = read(name, path.read_bytes()).lines if path.is_file() else ()
        for problem in first:
            say(render(problem, lines), end="\n\n")
        if left:
            say(more(name, left), end="\n\n")
    if advice := len(problems) - len(errors):
        say(f"Gode råd: {advice}. Se dem med: {made('check', 'check')}", end="\n\n")


def made(task: str, command: str) -> str:
    """How one starts it here: by make in a checkout, by the command in a municipality's own folder."""
    return f"make {task}" if Path("Makefile").is_file() else f"holdkatalog {command}"


def written(file: Path, name: str, text: str) -> bool:
    """Whether the text could be put in the file; if not, the old one stands, and why is said."""
    from holdkatalog.keeping import keep, reason

    try:
        keep(file, text)
    except OSError as error:
        complain(f"{name} kan ikke skrives: {reason(error)}. Der er ikke ændret noget.")
        return False
    return True


def today() -> dt.date:
    """The day of the place we're in."""
    return dt.date.today()  # noqa: DTZ011 - that is the day meant
