"""`holdkatalog import`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from holdkatalog.cli.say import CLEAN, MISUSE, PROBLEMS, say, say_errors, today
from holdkatalog.danish import listed
from holdkatalog.errors import CatalogueError

if TYPE_CHECKING:
    from holdkatalog.importing import Answer, Counts

_SHOWN: Final = 20
HELP: Final = "lav foreningernes filer ud fra en liste i et regneark"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, metavar="LISTE", help="listen: .csv eller .xlsx")
    parser.add_argument(
        "--map",
        type=Path,
        metavar="KOLONNER",
        required=True,
        help="filen, der siger, hvilken kolonne der er hvilket felt (.yaml)",
    )
    parser.add_argument(
        "--into", type=Path, metavar="MAPPE", default=Path("clubs"), help="hvor filerne skal ligge"
    )
    parser.add_argument(
        "--skip", type=Path, metavar="SPAR", help="en liste over dem, der ikke må komme med"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="vis, hvad der ville ske, og skriv ingenting"
    )


def run(chosen: argparse.Namespace) -> int:
    """Bring a list in, and account for every row of it."""
    from holdkatalog.importing import Asked, bring_in

    asked = Asked(chosen.file, chosen.map, chosen.into, chosen.skip, dry=chosen.dry_run)
    try:
        answer = bring_in(asked, root=Path.cwd(), today=today())
    except CatalogueError as error:
        say_errors(error.problems)
        return PROBLEMS
    for block in _blocks(answer, dry=asked.dry):
        say(block, end="\n\n")
    say(_sum(answer, dry=asked.dry))
    if answer.unreadable:
        return MISUSE
    return PROBLEMS if _bad(answer) else CLEAN


def _bad(answer: Answer) -> bool:
    from holdkatalog.messages import is_error

    return bool(answer.unwritten) or any(map(is_error, answer.problems))


def _blocks(answer: Answer, *, dry: bool) -> Iterator[str]:
    from holdkatalog.messages import render
    from holdkatalog.sheets import alike

    for name, text in answer.files.items() if dry else ():
        yield f"--- {name}\n{text}".rstrip()
    for found, rows in alike(answer.problems):
        document = answer.documents.get(found.file)
        told = render(found, document.lines if document else ())
        yield f"{told}\n   Det samme gælder række {_listed(rows)}." if rows else told
    if answer.stopped:
        lines = (f"   række {row}: {id_}" for row, id_ in sorted(answer.stopped.items()))
        yield "\n".join(("Må ikke komme med:", *lines))
    if answer.unused:
        yield f'De her ord under "ord" står ikke i listen: {", ".join(answer.unused)}'
    for name, reason in answer.unwritten.items():
        yield f"{name} kan ikke skrives: {reason}"


def _listed(rows: Sequence[int]) -> str:
    shown = [str(row) for row in rows[:_SHOWN]]
    return listed(shown if len(rows) <= _SHOWN else [*shown, f"{len(rows) - _SHOWN} mere"])


def _sum(answer: Answer, *, dry: bool) -> str:
    if answer.counts is None:
        return "Ingenting er skrevet. Ret det, og prøv igen."
    lines = [_rows(answer.counts), ""]
    if not answer.files:
        return "\n".join((*lines, "Ingen filer er skrevet."))
    lines += ["Ville blive skrevet:" if dry else "Skrevet:", *(f"   {n}" for n in answer.files)]
    if not dry:
        lines += [
            "",
            "Ingen har bekræftet holdene endnu. Ring til foreningerne, og se filerne med:",
        ]
        lines += ["   holdkatalog check"]
    return "\n".join(lines)


def _rows(counts: Counts) -> str:
    parts = [
        f"{counts.offers} blev til hold",
        f"{counts.stopped} må ikke komme med",
        f"{counts.bad} skal rettes",
    ]
    parts += [f"{counts.unwritten} kunne ikke skrives"] if counts.unwritten else []
    rows = f"{counts.rows} {'række' if counts.rows == 1 else 'rækker'}"
    empty = f"{counts.blank} {'tom' if counts.blank == 1 else 'tomme'}"
    blank = f" ({empty} er sprunget over.)" if counts.blank else ""
    return f"{rows}: {', '.join(parts[:-1])} og {parts[-1]}.{blank}"
