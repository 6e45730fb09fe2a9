"""`holdkatalog check`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from holdkatalog.cli.forge import FORMS, tell
from holdkatalog.cli.say import say, today

HELP: Final = "se, om foreningernes filer holder"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="FIL", help="alle, hvis ingen nævnes"
    )
    parser.add_argument(
        "--format", choices=("text", "json", *FORMS), default="text", help="svarets form"
    )
    parser.add_argument(
        "--summary", type=Path, metavar="FIL", help="skriv det også bagest i filen, som Markdown"
    )
    parser.add_argument(
        "--base",
        type=Path,
        metavar="MAPPE",
        help="giv kun gode råd om filer, der er anderledes end i den mappe",
    )


def run(chosen: argparse.Namespace) -> int:
    """Tell every Problem of the files."""
    from holdkatalog.checking import Form, check

    form: Form = "json" if chosen.format == "json" else "text"
    answer = check(chosen.paths, root=Path.cwd(), today=today(), form=form, base=chosen.base)
    if chosen.format == "json":
        say(answer.text)
    else:
        tell(answer, form=chosen.format, head="Foreningernes filer", summary=chosen.summary)
    return answer.code
