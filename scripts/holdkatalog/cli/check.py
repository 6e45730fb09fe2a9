"""`holdkatalog check`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from holdkatalog.cli.say import say, today

HELP: Final = "se, om foreningernes filer holder"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="FIL", help="alle, hvis ingen nævnes"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="svarets form")


def run(chosen: argparse.Namespace) -> int:
    """Tell every Problem of the files."""
    from holdkatalog.checking import check

    answer = check(chosen.paths, root=Path.cwd(), today=today(), form=chosen.format)
    say(answer.text)
    return answer.code
