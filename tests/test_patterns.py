"""The patterns: what they take can be read, in Python and in a browser alike, and no text makes them slow."""

from __future__ import annotations

import functools
import json
import re
import subprocess
import sys
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from regress import Regex

from holdkatalog import reading
from holdkatalog.errors import Unreadable
from holdkatalog.fields import LEAVES

# What no pattern can see: the phrase is well formed, and what it says cannot be.
CANNOT_BE: Final = {
    "clock-ends-first",
    "deadline-unreadable",
    "ends-before-start",
    "fifth-alone",
    "interval-and-parity",
    "no-such-date",
    "no-such-time",
    "no-such-week",
    "no-such-year",
    "range-backwards",
    "weekday-mismatch",
}
FORMS: Final = [(name, form) for name, leaf in LEAVES.items() for form in leaf.phrase.forms]
LETTERS: Final = st.characters(codec="ascii", categories=("L", "N", "P", "Zs")) | st.sampled_from(
    "æøåÆØÅé–½\n"
)
# A text that can't be read is short already: to look for a shorter one takes minutes.
QUICK: Final = settings(
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
HOSTILE: Final = """
import json, re, sys
units = ("a", "1", " ", "mandag og ", "gratis for x", ", ", " senest", "1. maj til ", "a-", "12 ",
         "uge 1-2, ", "hver anden ", "a@a.", "1.", "ja, ", "januar - ", "(", "/")
for pattern in map(re.compile, json.load(sys.stdin)):
    for unit in units:
        for before in ("", "mandag, ", "gratis ", "tilmeld dig hos "):
            for after in ("", "!"):
                pattern.search(before + unit * (20000 // len(unit)) + after)
"""


@pytest.mark.parametrize(("name", "form"), FORMS)
@settings(QUICK, max_examples=60)
@given(data=st.data())
def test_what_a_pattern_takes_can_be_read(name: str, form: str, data: st.DataObject) -> None:
    pattern = re.compile(LEAVES[name].phrase.forms[form])
    text = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=LETTERS))
    assert re.search(LEAVES[name].phrase.pattern, text)
    assert _refusal(name, text) in CANNOT_BE | {""}, text


def _refusal(name: str, text: str) -> str:
    """Why the text can't be read; nothing when it can."""
    try:
        reading.LEAVES[name](text)
    except Unreadable as error:
        return error.code
    return ""


@pytest.mark.parametrize("name", LEAVES)
def test_what_begins_as_a_sentence_can_be_read(name: str) -> None:
    phrase = LEAVES[name].phrase
    for text in (
        "Æh, det må du spørge om",
        "4 steder i byen",
        "Undtagen i juli",
        "ukendt",
        "Ukendt, spørg",
    ):
        if re.search(phrase.pattern, text):
            reading.LEAVES[name](text)


@pytest.mark.parametrize(("name", "form"), FORMS)
@settings(QUICK, max_examples=30)
@given(data=st.data())
def test_an_editor_takes_what_python_takes(name: str, form: str, data: st.DataObject) -> None:
    pattern = LEAVES[name].phrase.pattern
    form_pattern = re.compile(LEAVES[name].phrase.forms[form])
    text = data.draw(st.from_regex(form_pattern, fullmatch=True, alphabet=LETTERS)).rstrip("\n")
    for near in (text, text[1:], text.upper(), f"{text} ", text.replace(",", "")):
        in_python, in_editor = (
            re.search(pattern, near.rstrip("\n")),
            _editor(pattern, near.rstrip("\n")),
        )
        assert (in_python is None) == (in_editor is None), near


@functools.cache
def _compiled(pattern: str) -> Regex:
    return Regex(pattern, "u")


def _editor(pattern: str, text: str) -> object:
    """The pattern as ECMA-262 reads it with the flag u, as JSON Schema asks for."""
    return _compiled(pattern).find(text)


def test_no_text_makes_a_pattern_slow() -> None:
    # A bound against patterns that never end, no measure of speed: all of it takes a second.
    patterns = json.dumps([leaf.phrase.pattern for leaf in LEAVES.values()])
    command = [sys.executable, "-c", HOSTILE]
    done = subprocess.run(command, input=patterns, text=True, check=False, timeout=20)
    assert done.returncode == 0
