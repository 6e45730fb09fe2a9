"""How a Problem is told."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from holdkatalog import messages
from holdkatalog.errors import Problem

LINES = ("kontakt: 12 34 56 78", "hold:", "  stavgang:", "    for: [hjertesydom, kol]")


def problem(code: str, at: tuple[int, int] = (4, 11), value: str = "", **facts: str) -> Problem:
    row = tuple(facts.items())
    return Problem("clubs/x.yaml", *at, code, ("for", 0), value, row, len(value))


UNKNOWN = problem(
    "unknown-condition",
    value="hjertesydom",
    suggestion='"hjertesygdom"',
    line="for: [hjertesygdom, kol]",
)


def test_a_message_shows_where_the_line_and_the_remedy() -> None:
    assert messages.render(UNKNOWN, LINES) == (
        'clubs/x.yaml, linje 4: Vi kender ikke sygdommen "hjertesydom".\n'
        "   4 │     for: [hjertesydom, kol]\n"
        "     │           ^^^^^^^^^^^\n"
        '   Mente du "hjertesygdom"? Skriv:  for: [hjertesygdom, kol]'
    )


def test_the_remedy_is_the_first_whose_facts_are_known() -> None:
    assert messages.remedy(problem("unknown-condition", value="x", suggestion='"a" eller "b"')) == (
        'Mente du "a" eller "b"?'
    )
    assert messages.remedy(problem("unknown-condition", value="x", list="a, b")) == (
        "Du kan bruge:\na, b"
    )
    assert messages.remedy(problem("unknown-condition", value="x")) == ""


def test_good_advice_says_that_it_is_no_error() -> None:
    advice = problem("missing-owner", (1, 0), example="ansvarlig: sekretæren")
    assert not messages.is_error(advice)
    assert messages.render(advice, LINES).startswith("clubs/x.yaml, linje 1 (et godt råd): Ingen")


def test_a_whole_line_has_no_marks_under_it() -> None:
    assert "^" not in messages.render(problem("syntax", (4, 0)), LINES)


def test_a_line_that_is_not_there_or_empty_is_not_shown() -> None:
    assert "│" not in messages.render(problem("empty", (1, 0)), ())
    assert "│" not in messages.render(problem("empty", (1, 0)), ("",))
    gone = messages.render(problem("no-such-file", (0, 0)), ())
    assert gone.startswith("clubs/x.yaml: Filen er der ikke")


def test_a_long_line_is_cut_on_both_sides_and_the_marks_still_fit() -> None:
    line = "om: " + "a" * 200 + "HER" + "b" * 200
    shown = messages.render(problem("listed-twice", (1, 205), "HER"), (line,))
    _, text, marks, _ = shown.split("\n")
    assert text.startswith("   1 │ …a")
    assert text.endswith("b…")
    assert text[marks.index("^") : marks.rindex("^") + 1] == "HER"


def test_wide_and_combining_letters_do_not_move_the_marks() -> None:
    shown = messages.render(problem("listed-twice", (1, 9), "kol"), ("for: 🫁e\u0301kol",))
    marks = shown.split("\n")[2]
    assert marks == "     │ " + " " * len("for: ") + "  " + " " + "^^^"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ring 010170-1234 nu", "ring ••••••-•••• nu"),
        ("0101701234", "••••••••••"),
        ("skriv til anna.b@gmail.com", "skriv til ••••••@gmail.com"),
        ("kontakt@example.org", "kontakt@example.org"),
        ("12 34 56 78", "12 34 56 78"),
        ("a\tb\u202ec\u00a0d", "a→b·c·d"),
        ("9901701234", "9901701234"),
        ("010203 - 1234", "•••••• - ••••"),
        ("010203\u20111234, 010203\u22121234", "••••••\u2011••••, ••••••\u2212••••"),
        ("01.02.03-1234 og 010203/1234", "••.••.••-•••• og ••••••/••••"),
        ("010203\\u20131234", "••••••\\u••••••••"),
        ("fra 01.02.26 til 2027", "fra 01.02.26 til 2027"),
    ],
)
def test_what_is_private_or_hidden_is_masked_and_nothing_moves(written: str, shown: str) -> None:
    assert messages.masked(written) == shown
    assert len(shown) == len(written)


def test_a_message_never_repeats_what_must_not_be_repeated() -> None:
    told = messages.render(
        problem("unknown-key", (1, 1), "010170-1234", suggestion="navn"),
        ("010170-1234: anna@gmail.com",),
    )
    assert "010170" not in told
    assert "anna" not in told


def test_braces_in_a_file_are_only_text() -> None:
    assert messages.text(problem("unknown-area", value="{code} {0}")) == (
        'Vi kender ikke området "{code} {0}".'
    )


@pytest.mark.parametrize("code", messages.codes())
def test_each_message_is_said_kindly(code: str) -> None:
    names = ("under", "guess", "letter", "month", "days", "club", "key", "parent", "line")
    told = messages.text(replace(problem(code, value="x"), facts=tuple((n, "x") for n in names)))
    assert messages.severity(code) in ("fejl", "advarsel")
    assert not re.search(r"ugyldig|invalid|fejlkode|skema|string|parse", told, re.IGNORECASE)


def test_nothing_private_is_cut_in_two_where_a_long_line_is() -> None:
    line = "x" * 150 + " 010170-1234 " + "y" * 60 + "HER" + "z" * 400
    column = line.index("HER") + 1
    for at in range(column - 40, column + 40):
        told = messages.render(problem("listed-twice", (1, at), "HER"), (line,))
        assert not re.search(r"\d{3}", told.partition("\n")[2])
