"""What a volunteer writes, read into the model and said in Danish again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
import yaml

from holdkatalog import wording
from holdkatalog.danish import listed, long_date
from holdkatalog.model import Attestation, Contact, Notice, Place, Session, Times
from holdkatalog.reading import LEAVES, sessions, spans

CASES = Path(__file__).parent / "examples" / "words.yaml"
Table = dict[str, dict[str, str]]


def cases() -> Iterator[tuple[str, str, str]]:
    table: Table = yaml.load(CASES.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - all texts
    for leaf, rows in table.items():
        for written, said in rows.items():
            yield leaf, written, said


def _session(found: Session) -> str:
    return wording.session(found)


def _places(found: tuple[Place, ...]) -> str:
    return ". ".join(t for p in found for t in (wording.place(p), wording.place_note(p)) if t)


def _contact(found: Contact) -> str:
    hours, note = (
        f" [{found.hours}]" if found.hours else "",
        f" ({found.note})" if found.note else "",
    )
    return (wording.phone(found.phone) if found.phone else found.mail) + hours + note


def _notices(found: tuple[Notice, ...]) -> str:
    (one,) = found
    first = f"fra {long_date(one.first)} " if one.first else ""
    return (
        f"{first}til {long_date(one.last)}: {one.note}"
        if one.last
        else f"indtil videre: {one.note}"
    )


def _attestation(found: Attestation | None) -> str:
    return f"{long_date(found.date)}{f' af {found.by}' if found.by else ''}" if found else ""


def _each(say: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda found: " + ".join(say(part) for part in found or ())


SAY: dict[str, Callable[[Any], str]] = {
    "session": _session,
    "period": lambda found: listed(wording.span(s) for s in found or ()),
    "breaks": lambda found: listed(wording.span(s) for s in found or ()),
    "price": _each(wording.price),
    "way": _each(wording.step),
    "status": _each(wording.state),
    "limit": _each(wording.limit),
    "seats": lambda found: wording.seats(found) if found else "",
    "effort": _each(wording.effort),
    "walk": _each(wording.walk),
    "leader": _each(wording.leader),
    "times": wording.times,
    "place": _places,
    "contact": _contact,
    "notice": _notices,
    "attestation": _attestation,
}


@pytest.mark.parametrize(("leaf", "written", "said"), list(cases()))
def test_what_is_written_is_said_in_plain_danish(leaf: str, written: str, said: str) -> None:
    assert SAY[leaf](LEAVES[leaf](written)) == ("" if said == "-" else said)


def test_a_part_of_the_day_and_its_length_are_both_kept() -> None:
    found = LEAVES["session"]("fredag aften, halvanden time")
    assert isinstance(found, Session)
    assert found.clock is not None
    assert astuple(found.clock)[2:4] == ("aften", 90)


def test_always_and_never_are_said_and_no_period_at_all() -> None:
    assert LEAVES["period"]("hele året") == ()
    assert LEAVES["breaks"]("ingen") == ()


@pytest.mark.parametrize(
    ("period", "breaks", "said"),
    [
        (
            "september til april",
            "juli",
            "Hver mandag, september til april, 8 gange. Nye. Holder fri: juli",
        ),
        (
            "hele året",
            "ingen",
            "Hver mandag, hele året, 8 gange. Nye. Også i ferier og på helligdage",
        ),
        (
            "maj til september",
            "Vi kører ikke i regn",
            "Hver mandag, maj til september, 8 gange. Nye. Vi kører ikke i regn",
        ),
    ],
)
def test_a_line_of_time_says_season_number_words_and_breaks(
    period: str, breaks: str, said: str
) -> None:
    line = Session(
        when=sessions.day("mandag"),
        periods=spans.period(period),
        breaks=spans.breaks(breaks),
        times=Times(8),
        note="nye",
    )
    assert wording.session(line) == said


@pytest.mark.parametrize(
    ("leaf", "text"),
    [("mail", "a@example.org"), ("partner", "Odsherred Kommune"), ("reference", "vig-if/stavgang")],
)
def test_plain_texts_are_read_as_they_stand(leaf: str, text: str) -> None:
    assert LEAVES[leaf](f"{text} ") == text
