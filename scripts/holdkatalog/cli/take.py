"""`holdkatalog take`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from holdkatalog.cli.forge import tell
from holdkatalog.cli.say import CLEAN, MISUSE, PROBLEMS, complain

HELP: Final = "hent foreningernes filer ud af en andens ændring, og intet andet"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("commit", metavar="COMMIT", help="ændringen, som git kender den")
    parser.add_argument(
        "--into", type=Path, required=True, metavar="MAPPE", help="læg filerne i den mappe"
    )
    parser.add_argument("--format", choices=("text", "github"), default="text", help="svarets form")
    parser.add_argument(
        "--summary", type=Path, metavar="FIL", help="skriv det også bagest i filen, som Markdown"
    )


def run(chosen: argparse.Namespace) -> int:
    """Lay a request's files beside ours, and tell what isn't taken."""
    from holdkatalog.checking import Answer
    from holdkatalog.comparing.taking import RequestError, take
    from holdkatalog.messages import is_error, render

    try:
        found = take(Path.cwd(), chosen.commit, chosen.into)
    except RequestError as error:
        complain(str(error))
        return MISUSE
    number = len(found.taken)
    count = f"Foreningernes filer i ændringen: {number}."
    text = "\n\n".join([*(render(problem, ()) for problem in found.problems), count])
    code = PROBLEMS if any(map(is_error, found.problems)) else CLEAN
    answer = Answer(text, code, found.problems, {}, count)
    summary = chosen.summary if found.problems else None
    tell(answer, form=chosen.format, head="Ændringen", summary=summary)
    return code
