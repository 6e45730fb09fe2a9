"""Changing whole values: the smallest edits, over every example that we have."""

from __future__ import annotations

import difflib
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdkatalog.yamlfile import Document, Plain, blob, change, outline, read, replace
from holdkatalog.yamlfile.changing import same, solid
from holdkatalog.yamlfile.nodes import KeyPath
from test_yamlfile_editing import PATHS, SOURCES, TEXTS, every, meant

ROOT = Path(__file__).resolve().parent.parent
FILES = [
    *sorted((ROOT / "clubs").glob("*.yaml")),
    *sorted((ROOT / "content" / "forloeb").glob("*.yaml")),
    *sorted((ROOT / "tests" / "examples" / "valid").glob("*.yaml")),
]
CASES: Any = read("cases", (ROOT / "tests" / "examples" / "changes.yaml").read_bytes()).values
WORDS = st.sampled_from(
    ["kol", "Nyt navn", "Husk: sko", "4560 Vig", "19:30", "#1", "8", "to\nlinjer"]
)
KEYS = st.sampled_from(["navn", "tid", "pris", "ny", "toilet", "kl"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    WORDS | TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=6,
) | st.sampled_from([None, [], {}, {"a": None}, [[]]])


def document(source: str) -> Document:
    found = read("club.yaml", source.encode())
    assert found.problems == (), source
    return found


def at(values: Plain, path: KeyPath) -> Plain:
    """What stands at the path; None when nothing does, and a list of one for its only item."""
    for step in path:
        if isinstance(values, dict):
            values = values.get(str(step))
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
        else:
            return None
    return values


def without(values: Plain, path: KeyPath) -> Plain:
    """The values with nothing at the path."""
    if isinstance(values, dict) and path:
        return {
            k: v if k != path[0] else without(v, path[1:]) if path[1:] else None
            for k, v in values.items()
        }
    if isinstance(values, list) and path:
        return [v if i != path[0] else without(v, path[1:]) for i, v in enumerate(values)]
    return values


def said(value: Plain) -> Plain:
    """The value without anything empty, in lists too."""
    if isinstance(value, list):
        return [item for each in value if (item := said(each)) is not None] or None
    if isinstance(value, dict):
        full = {key: said(each) for key, each in value.items()}
        return {key: each for key, each in full.items() if each is not None} or None
    return value


def comments(source: str) -> list[str]:
    """The whole-line comments, which no change of a value may lose."""
    return [line.strip() for line in source.splitlines() if line.strip().startswith("#")]


def touched(before: str, after: str) -> list[str]:
    """The lines that differ, as a diff shows them."""
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in lines if line[0] in "+-"]


KEYED = [path for path in PATHS if isinstance(path[-1], str)]


@given(source=SOURCES, path=st.sampled_from(KEYED), value=VALUES)
def test_any_value_can_take_the_place_of_any_other_and_is_read_again(
    source: str, path: KeyPath, value: Plain
) -> None:
    old = document(source)
    wanted = solid(value)
    new = document(change(old, path, value))
    assert same(solid(at(new.values, path)), wanted)
    assert same(said(without(new.values, path)), said(without(old.values, path)))
    # And what is there already is left in peace.
    assert change(new, path, value) == new.source
    assert change(document(source), path, at(old.values, path)) == source


@given(source=SOURCES, parent=st.sampled_from([(), *KEYED]), value=VALUES)
def test_any_value_can_be_put_in_under_a_new_key(
    source: str, parent: KeyPath, value: Plain
) -> None:
    old = document(source)
    path = (*parent, "nyt")
    if not isinstance(at(old.values, parent), dict | None):
        with pytest.raises(KeyError):
            change(old, path, "x")
        return
    new = document(change(old, path, value))
    assert same(solid(at(new.values, path)), solid(value))
    assert same(solid(without(new.values, path)), solid(old.values))
    assert comments(new.source)[: len(comments(source))] == comments(source)
    added = touched(source, new.source)
    inline = "{" in source.splitlines()[old.place(path).line - 1]
    assert inline or all(line[0] == "+" or "link: slut" in line for line in added)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_equal_values_leave_every_byte_of_a_file(file: Path) -> None:
    found = read(file.name, file.read_bytes())
    assert isinstance(found.values, dict)
    for key, value in found.values.items():
        assert change(found, (key,), value) == found.source
    for path in every(found.root):
        assert change(found, path, at(found.values, path)) == found.source


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_one_new_text_is_a_difference_of_the_lines_of_that_value(file: Path) -> None:
    found = read(file.name, file.read_bytes())
    for path in every(found.root):
        if not isinstance(at(found.values, path), str):
            continue
        span = found.place(path)
        lines = found.source.count("\n", span.start, span.end) + 1
        for text in ("Helt nyt", "Husk: sko, og kom før #2"):
            new = change(found, path, text)
            assert at(document(new).values, path) == text
            diff = touched(found.source, new)
            assert [line[0] for line in diff if not line.startswith("?")].count("+") == 1
            assert len([line for line in diff if line[0] == "-"]) == lines
            assert comments(new) == comments(found.source)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_key_can_go_and_takes_no_other_with_it(file: Path) -> None:
    found = read(file.name, file.read_bytes())
    for path in every(found.root):
        if not isinstance(path[-1], str) or at(found.values, path) is None or len(path) == 1:
            continue
        new = document(change(found, path, None))
        assert same(said(new.values), said(without(found.values, path)))
        assert comments(new.source) == comments(found.source)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_added_line_adds_one_line(file: Path) -> None:
    source = file.read_bytes().decode()
    for broken in (source, source.replace("\n", "\r\n")):
        found = document(broken)
        assert isinstance(found.values, dict)
        offers = found.values["hold"]
        assert isinstance(offers, dict)
        for offer in offers:
            new = change(found, ("hold", offer, "ny"), "Ja: nej")
            end = "\r\n" if "\r\n" in broken else "\n"
            assert touched(broken, new) == [f'+     ny: "Ja: nej"{end}']


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["rule"])
def test_a_change_looks_as_in_the_cases(case: dict[str, str]) -> None:
    path = tuple(int(step) if step.isdigit() else step for step in case["path"].split("."))
    value = json.loads(case["value"])
    new = change(document(case["before"] + "\n"), path, value, numbers={"pladser"})
    assert new == case["after"] + "\n"
    assert same(solid(at(document(new).values, path)), solid(value))
    windows = document((case["before"] + "\n").replace("\n", "\r\n"))
    assert change(windows, path, value, numbers={"pladser"}) == new.replace("\n", "\r\n")


def test_what_cannot_be_changed_is_said_so() -> None:
    found = document("a: 1\nb:\n  - c\n")
    with pytest.raises(KeyError):
        change(found, ("b", 4), "x")
    with pytest.raises(KeyError):
        change(found, ("a", "x"), "x")
    with pytest.raises(ValueError, match="nothing to write"):
        change(found, ("d",), [None, "x"])
    with pytest.raises(ValueError, match="nothing to write"):
        change(document("a: {c: d}\n"), ("a", "b"), [None, "x"])
    broken = read("club.yaml", b"a: b: c\n")
    for edit in (lambda: change(broken, ("a",), "x"), lambda: outline(broken)):
        with pytest.raises(ValueError, match="Problems"):
            edit()


def test_the_outline_leads_to_every_text_in_the_source() -> None:
    source = "\ufeffnavn: 😀 Åben # her\nfor: [kol]\nhold:\n  - 'a'\n"
    assert outline(document(source)) == {
        "s": 1, "e": len(source) - 1, "c": 1, "f": False,
        "m": [
            ["navn", 1, 5, {"s": 7, "e": 13, "c": 7, "t": "😀 Åben", "y": "plain"}],
            ["for", 20, 23, {"s": 25, "e": 30, "c": 6, "f": True, "l": [
                {"s": 26, "e": 29, "c": 7, "t": "kol", "y": "plain"}]}],
            ["hold", 31, 35, {"s": 39, "e": 44, "c": 3, "f": False, "l": [
                {"s": 41, "e": 44, "c": 5, "t": "a", "y": "single"}]}],
        ],
    }  # fmt: skip
    assert json.loads(json.dumps(outline(document(source)))) == outline(document(source))


def test_the_blob_is_named_as_git_names_it(tmp_path: Path) -> None:
    file = tmp_path / "club.yaml"
    file.write_bytes("navn: Åben\r\n".encode())
    git = subprocess.run(
        ["git", "hash-object", "--no-filters", file], capture_output=True, text=True, check=True
    )
    assert blob(file.read_bytes()) == git.stdout.strip()


def test_a_text_is_replaced_as_replace_does_it() -> None:
    found = document("a: |  # kept\n  b\n\nc: d\n")
    assert change(found, ("a",), "x\ny\n") == replace(found, ("a",), meant("x\ny\n"))
