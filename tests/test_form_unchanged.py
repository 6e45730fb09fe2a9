"""The built forms with their own files: what isn't changed there isn't touched, and one answer is one line."""

from __future__ import annotations

import datetime as dt
import difflib
import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast

import pytest

from holdkatalog.confirming import confirmed
from holdkatalog.yamlfile import Plain, change
from test_form_answers import DAY, document
from test_form_rules import table
from twin import Twin, twin


@pytest.fixture(scope="module")
def script(node: str) -> Iterator[Twin]:
    with twin(node) as running:
        running.ask("learn", table())
        yield running


class _Controls(HTMLParser):
    """What a form would send: each control with its value, and the texts of its JSON."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[list[str]] = []
        self.json: dict[str, str] = {}
        self._templates = 0
        self._text: list[str] | None = None
        self._select, self._options = "", list[tuple[str, bool]]()
        self._option: dict[str, str] | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = {name: value or "" for name, value in attrs}
        self._templates += tag == "template"
        name = given_.get("name", "")
        if self._templates:
            return
        if tag == "input" and given_.get("type") in {"checkbox", "radio"}:
            self.found += [[name, given_["value"]]] if "checked" in given_ else []
        elif tag == "input" and name:
            self.found.append([name, given_.get("value", "")])
        elif tag == "textarea":
            self.found.append([name, ""])
            self._text = self.found[-1]
        elif tag == "select":
            self._select, self._options = name, []
        elif tag == "option" and self._select:
            self._option = given_
            self._text = ["", ""]
        elif tag == "script" and given_.get("type") == "application/json":
            self._text = [given_.get("id", ""), ""]

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text[1] += data

    def handle_endtag(self, tag: str) -> None:
        self._templates -= tag == "template"
        if tag == "option" and self._option is not None and self._text is not None:
            value = self._option.get("value", self._text[1].strip())
            self._options.append((value, "selected" in self._option))
        if tag == "select" and self._select:
            chosen = [value for value, selected in self._options if selected]
            self.found.append([self._select, (chosen or [self._options[0][0]])[0]])
            self._select = ""
        if tag == "script" and self._text is not None:
            self.json[self._text[0]] = self._text[1]
        if tag in {"textarea", "option", "script"}:
            self._text = self._option = None


@cache
def form(page: Path) -> tuple[dict[str, Any], list[list[str]]]:
    """The page's facts, and what its form would send as it is."""
    read_ = _Controls(page.read_text("utf-8"))
    return json.loads(read_.json["sag"]), read_.found


def differing(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are only in the one, and those that are only in the other."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), "", "", n=0))[2:]
    return [o[1:] for o in lines if o[0] == "+"], [o[1:] for o in lines if o[0] == "-"]


def test_a_form_that_is_sent_as_it_is_changes_nothing(script: Twin, built: Path) -> None:
    pages = sorted((built / "ret").rglob("index.html"))
    assert pages
    for page in pages:
        of, first = form(page)
        made = script.ask("made", of, first, first, DAY)
        assert made["text"] == of["source"], page


def test_who_has_seen_it_through_writes_what_the_command_writes(script: Twin, built: Path) -> None:
    """One line, where the table has it; the role that stands stays when none is typed."""
    roles = 0
    for page in sorted((built / "ret").rglob("index.html")):
        of, first = form(page)
        before, offer = document(of["source"]), of["offer"] or None
        for typed in ("", "af kassereren"):
            now = [*first, ["_set", "ja"], ["_rolle", typed]]
            made = script.ask("made", of, first, now, DAY)["text"]
            role = typed.removeprefix("af ")
            assert made == confirmed(before, offer, dt.date.fromisoformat(DAY), role), page
            new, old = differing(of["source"], made)
            assert (len(new), len(old) <= 1) == (1, True), page
            roles += not typed and " af " in new[0]
        # What else is changed in the same go leaves the date where it belongs.
        name = "hold.navn" if offer else "forening"
        both = [[key, "Nyt navn" if key == name else text] for key, text in first]
        both.append(["_set", "ja"])
        made = script.ask("made", of, first, both, DAY)["text"]
        path = ("hold", offer, "navn") if offer else ("forening",)
        renamed = document(change(before, path, "Nyt navn"))
        assert made == confirmed(renamed, offer, dt.date.fromisoformat(DAY)), page
    assert roles > 50


def test_a_form_as_it_is_has_nothing_to_mend(script: Twin, built: Path) -> None:
    for page in sorted((built / "ret").rglob("index.html")):
        _, first = form(page)
        assert script.ask("wrong", first) == [], page


def at(values: Plain, name: str) -> list[str]:
    """The texts that stand where the name says."""
    for step in name.removesuffix(".ord").split("."):
        if step.isdigit():
            values = values if isinstance(values, list) else [values]
            values = values[int(step)] if int(step) < len(values) else None
        else:
            values = values.get(step) if isinstance(values, dict) else None
    return [
        one for one in (values if isinstance(values, list) else [values]) if isinstance(one, str)
    ]


def test_one_new_answer_in_a_form_is_one_change_in_the_file(script: Twin, built: Path) -> None:
    for page in sorted((built / "ret").rglob("index.html")):
        of, first = form(page)
        written = [n for n, (name, text) in enumerate(first) if text and not name.startswith("_")]
        for number in written[:: max(1, len(written) // 8)]:
            name = first[number][0]
            now = [
                [key, "ny: ting" if n == number else text] for n, (key, text) in enumerate(first)
            ]
            made = document(script.ask("made", of, first, now, DAY)["text"])
            values = cast("dict[str, Any]", made.values)
            inside = {**values, "hold": values["hold"][of["offer"]]} if of["offer"] else values
            assert any("ny: ting" in text for text in at(inside, name)), (page, name)
            new, old = differing(of["source"], made.source)
            assert len(new) == 1, (page, name, new)
            # A text that is written as a block becomes one on the line of its key.
            assert len(old) == 1 or re.search(r": [|>][-+]?( +#.*)?$", old[0]), (page, name, old)
