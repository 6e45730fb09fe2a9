"""`holdkatalog confirm`."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from holdkatalog.cli.say import (
    CLEAN,
    MISUSE,
    PROBLEMS,
    complain,
    say,
    say_errors,
    today,
    written,
)
from holdkatalog.errors import CatalogueError, Unreadable

if TYPE_CHECKING:
    from holdkatalog.catalogue.kept import Kept
    from holdkatalog.yamlfile import Document

HELP: Final = "skriv, at en forenings oplysninger er set igennem"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("id", metavar="ID", help="forening eller forening/hold, fx vig-if")
    parser.add_argument("--date", type=_day, metavar="DATO", help="dagen; i dag, hvis den mangler")
    parser.add_argument(
        "--by",
        type=_role,
        default="",
        metavar="ROLLE",
        help="hvem der så det igennem: en rolle, aldrig et navn; ellers bliver den gamle stående",
    )
    parser.add_argument(
        "--force", action="store_true", help="også selv om der allerede står en senere dato"
    )


def run(chosen: argparse.Namespace) -> int:
    """Give one line of one file its new date, or say why not."""
    from holdkatalog.catalogue.files import gone
    from holdkatalog.catalogue.kept import kept

    day = chosen.date or today()
    if day > today():
        complain(
            f"{_long(day)} er ikke kommet endnu. Skriv den dag, oplysningerne blev set igennem."
        )
        return MISUSE
    try:
        files = kept((), root=Path.cwd(), today=today())
    except CatalogueError as error:
        say_errors(error.problems)
        return MISUSE if any(map(gone, error.problems)) else PROBLEMS
    # Who lets the terminal fill in the name of the file means the club.
    asked = chosen.id.removeprefix("clubs/").removesuffix(".yaml")
    club, _, offer = asked.partition("/")
    found = {place.stem: (place, document) for place, document in files.files.items()}
    if club not in found:
        complain(*_unknown_club(asked, files, found))
        return MISUSE
    place, document = found[club]
    return _confirm(_Wish(files, place, document, offer, day, chosen.by, chosen.force))


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be confirmed, and where it stands."""

    files: Kept
    place: Path
    document: Document
    offer: str
    day: dt.date
    by: str
    force: bool


def _confirm(wish: _Wish) -> int:
    from holdkatalog.confirming import confirmed, offers, standing
    from holdkatalog.messages import is_error, render
    from holdkatalog.yamlfile import read

    files, document, offer, day = wish.files, wish.document, wish.offer, wish.day
    if errors := tuple(filter(is_error, files.problems(document))):
        say_errors(errors)
        complain(f"Ret først fejlene i {document.file}. Der er ikke ændret noget.")
        return PROBLEMS
    if offer and offer not in offers(document):
        complain(*_unknown_offer(wish.place.stem, offer, offers(document)))
        return MISUSE
    last = standing(document, offer or None)
    if last and last.date > day and not wish.force:
        complain(
            f"Der står allerede en senere dato: {_long(last.date)}. Der er ikke ændret noget.",
            "Skal den ældre dato alligevel stå, så tilføj --force",
        )
        return MISUSE
    source = confirmed(document, offer or None, day, wish.by)
    new = read(document.file, source.encode())
    if any(map(is_error, files.problems(new))):
        complain(f"Det kan ikke stå som en rolle: {wish.by}. Der er ikke ændret noget.")
        return MISUSE
    if source != document.source and not written(wish.place, document.file, source):
        return MISUSE
    _tell(new, wish.place.stem, offer, day, fresh=source != document.source)
    # What there was to say of the file before isn't this line's.
    before = {(each.code, each.path) for each in files.problems(document)}
    for each in files.problems(new):
        if (each.code, each.path) not in before:
            complain("", render(each, new.lines))
    return CLEAN


def _tell(document: Document, club: str, offer: str, day: dt.date, *, fresh: bool) -> None:
    from holdkatalog.confirming import own_dates, standing_role

    what = f"{club}/{offer}" if offer else club
    role = standing_role(document, offer or None)
    by = f" af {role}" if role else ""
    say(f"{'Bekræftet' if fresh else 'Det står der allerede'}: {what}, {_long(day)}{by}")
    own = {} if offer else {k: v for k, v in own_dates(document).items() if v.date < day}
    for key, said in own.items():
        say(f"{club}/{key} har sin egen dato og beholder den: {_long(said.date)}")
    if own:
        say(f"Passer det også, så skriv:  holdkatalog confirm {club}/{next(iter(own))}")


def _unknown_club(asked: str, files: Kept, known: Iterable[str]) -> list[str]:
    """That there is no such club, and what was meant."""
    from holdkatalog.suggest import nearest

    club, _, offer = asked.partition("/")
    held = [each for each in sorted(files.context.offers) if each.partition("/")[2] == club]
    meant = [*files.context.former.get(asked, ()), *files.context.former.get(club, ())]
    if near := nearest(club, known):
        own = [one.partition("/")[2] for one in files.context.offers if one.startswith(f"{near}/")]
        found = offer if offer in own else nearest(offer, own)
        meant.append(f"{near}/{found}" if found else near)
    elif not offer:
        meant += held
    lines = [f"Vi kender ingen forening med id {club}."]
    return [*lines, f"Mente du:  {', '.join(dict.fromkeys(meant))}"] if meant else lines


def _unknown_offer(club: str, offer: str, known: Iterable[str]) -> list[str]:
    """That the club has no such offer, and which it has."""
    from holdkatalog.suggest import nearest

    near = nearest(offer, known)
    ids = [near] if near else list(known)
    return [
        f"{club} har intet hold med id {offer}.",
        f"{'Mente du' if near else 'Den har'}:  {', '.join(f'{club}/{each}' for each in ids)}",
    ]


def _day(text: str) -> dt.date:
    from holdkatalog.reading.numbers import date

    try:
        return date(text)
    except Unreadable:
        message = f'skriv datoen som 31. december 2026 eller 2026-12-31, ikke "{text}"'
        raise argparse.ArgumentTypeError(message) from None


def _role(text: str) -> str:
    """The role as it stands in the file, where `af` comes before it anyhow."""
    return re.sub(r"^af\s+", "", text.strip(), flags=re.IGNORECASE)


def _long(day: dt.date) -> str:
    from holdkatalog.danish import long_date

    return long_date(day)
