"""`holdkatalog inbox`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from holdkatalog.arguments import date
from holdkatalog.cli.say import CLEAN, MISUSE, PROBLEMS, complain, say, say_errors
from holdkatalog.errors import CatalogueError

HELP: Final = "tag imod de mails, foreningerne har sendt"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "folder", type=Path, metavar="MAPPE", help="mappen med mails (.eml) og filer (.yaml)"
    )
    parser.add_argument(
        "--answers", type=Path, metavar="MAPPE", help="hvor svarene skal ligge (MAPPE/svar)"
    )
    parser.add_argument("--date", type=date, metavar="DATO", help="gør, som om det var den dag")
    parser.add_argument(
        "--base", default="HEAD", metavar="GREN", help="den gren, der rettes i (den, du står på)"
    )
    parser.add_argument(
        "--push", default="", metavar="FJERNLAGER", help="send også grenene dertil, fx origin"
    )


def run(chosen: argparse.Namespace) -> int:
    """Tell what became of each mail, and the answer to it."""
    from holdkatalog.build import BuildError, settings_of
    from holdkatalog.inbox import InboxError, Wishes, handled
    from holdkatalog.plugin import today_of

    codes = list[int]()
    try:
        own = settings_of(Path.cwd(), today=chosen.date, address=None)
        wishes = Wishes(
            root=Path(own["HOLDKATALOG_ROOT"]),
            folder=chosen.folder,
            answers=chosen.answers or chosen.folder / "svar",
            today=today_of(own),
            site=own["SITENAME"],
            base=chosen.base,
            remote=chosen.push,
        )
        for one in handled(wishes):
            if one.left:
                complain(*one.lines)
            else:
                say("\n".join(one.lines))
            if one.text:
                say(
                    "\n" + "\n".join(f"    {line}".rstrip() for line in one.text.splitlines()),
                    end="\n\n",
                )
            codes.append(MISUSE if one.left else CLEAN if one.clean else PROBLEMS)
    except CatalogueError as error:
        say_errors(error.problems)
        return PROBLEMS
    except (BuildError, InboxError) as error:
        complain(*error.reasons)
        return MISUSE
    if not codes:
        say("Der er ingen mails.")
    return max(codes, default=CLEAN)
