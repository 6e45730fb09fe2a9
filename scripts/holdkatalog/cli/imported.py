"""What `holdkatalog import` says of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from holdkatalog.danish import listed
from holdkatalog.messages import is_error, render
from holdkatalog.sheets import Answer, Counts, alike

_SHOWN: Final = 20


def told(answer: Answer, *, dry: bool) -> str:
    """Every Problem, what was left out, and how the rows add up."""
    return "\n\n".join((*_blocks(answer, dry=dry), _sum(answer, dry=dry)))


def wrong(answer: Answer) -> bool:
    """Whether something must be mended, or couldn't be written."""
    return bool(answer.unwritten) or any(map(is_error, answer.problems))


def _blocks(answer: Answer, *, dry: bool) -> Iterator[str]:
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
