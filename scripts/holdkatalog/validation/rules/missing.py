"""What a guest will ask for and the file doesn't say: never an error, and told with what the site shows instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from holdkatalog.errors import Problem
from holdkatalog.validation.file import File, fields
from holdkatalog.validation.pen import Path

_CLUBS = frozenset(("kontakt", "bekræftet"))
_NEEDS = (
    ("missing-fit", ("for", "også_for")),
    ("missing-time", ("tid",)),
    ("missing-place", ("sted", "område")),
    ("missing-price", ("pris",)),
    ("missing-way", ("tilmelding",)),
)


def unsaid(file: File) -> Iterator[Problem]:
    """For whom, when, where, what it costs and how one joins."""
    for offer, values in file.told.items():
        for code, keys in _NEEDS:
            if not any(key in values for key in keys):
                yield _about(file, code, ("hold", offer, keys[0]))


def _about(file: File, code: str, path: Path) -> Problem:
    # What is inherited is shown in its place only when the club has it.
    rules = file.context.guide.at(path[-1:] if path[-1] in _CLUBS else path)
    example = next((str(e) for e in rules.get("examples", ()) if isinstance(e, str)), "")
    # What the site will say stands in single quotes in the table of keys; a message has double ones.
    absent = re.sub(r"'([^']*)'", r'"\1"', str(rules.get("x-absent", "")).rstrip("."))
    under = str(path[-2]) if len(path) > 1 else ""
    return file.pen.missing(
        code, path, under=under, example=f"{path[-1]}: {example}", absent=absent
    )


def nobody_to_ask(file: File) -> Iterator[Problem]:
    """Somebody answers: the offer, the club, or at least the municipality."""
    if not file.context.reachable:
        for path in _silent(file):
            yield _about(file, "no-contact", path)


def no_contact(file: File) -> Iterator[Problem]:
    """The club itself says whom to ring."""
    if file.context.reachable:
        for path in _silent(file):
            yield _about(file, "missing-contact", path)


def _silent(file: File) -> Iterator[Path]:
    """Where a contact should stand: the club's own line first."""
    club = _ways(file.values.get("kontakt"))
    quiet = [key for key, values in file.offers.items() if not _answers(values, club=club)]
    if quiet and "kontakt" not in file.values:
        yield ("kontakt",)
    else:
        yield from (("hold", key, "kontakt") for key in quiet)


def _answers(offer: Mapping[str, Any], *, club: bool) -> bool:
    return _ways(offer["kontakt"]) if "kontakt" in offer else club


def _ways(contact: object) -> bool:
    """A phone, a mail or a page."""
    if isinstance(contact, list):
        return any(_ways(one) for one in contact)
    given = dict(fields(contact))
    return isinstance(contact, str) or any(key in given for key in ("telefon", "mail", "link"))


def never_confirmed(file: File) -> Iterator[Problem]:
    """A person has looked the file through, on a day that is told."""
    open_ = [key for key, values in file.offers.items() if "bekræftet" not in values]
    if "bekræftet" not in file.values and open_:
        yield _about(file, "missing-confirmed", ("bekræftet",))


def no_owner(file: File) -> Iterator[Problem]:
    """Somebody keeps the file."""
    if "ansvarlig" not in file.values:
        yield _about(file, "missing-owner", ("ansvarlig",))
