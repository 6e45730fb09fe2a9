"""Exact-span editing: one value changes, every other line stays as it was."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdkatalog.yamlfile import (
    Document,
    Mapping_,
    Node,
    Scalar,
    Sequence_,
    delete,
    insert,
    read,
    replace,
)
from holdkatalog.yamlfile.characters import normalise
from holdkatalog.yamlfile.nodes import KeyPath, Plain

SOURCE = """\
# A club with every way to write a value.
forening: Vig IF  # the name
om: | # kept
  Vi går.

  Vi løber.

# between
hold:
  stavgang:
    navn: 'Anne''s hold'
    for: [kol, "astma"]   # two
    pladser: 16
    tid:
      - tirsdag 10.00 # first
      - dag: onsdag
        kl: 10.00
      -
      - torsdag
    note: >-
      Kom
      bare
    gange:   # unknown
    sted: {navn: Hallen, adresse: {by: Vig}}
    pris: ""
  yoga: {}
link: slut"""
TEXTS = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\ufffd")
    | st.sampled_from("\n\n :-#'\"\\[]{},&*!|>%@`=?~\t\u00a0")
)
SOURCES = st.sampled_from([SOURCE, SOURCE + "\n", "\ufeff" + SOURCE, SOURCE.replace("\n", "\r\n")])


def document(source: str) -> Document:
    found = read("club.yaml", source.encode())
    assert found.problems == ()
    return found


def meant(text: str) -> str:
    return normalise(text).rstrip("\n")


def changed(values: Plain, path: KeyPath, text: str) -> Plain:
    """The values with the text at the path."""
    if not path:
        return text
    if isinstance(values, list):
        return [changed(v, path[1:], text) if i == path[0] else v for i, v in enumerate(values)]
    assert isinstance(values, dict)
    return {k: changed(v, path[1:], text) if k == path[0] else v for k, v in values.items()}


def lines(source: str, path: KeyPath) -> tuple[int, int]:
    """The first and the last line of the value, counted from 0."""
    span = document(source).place(path)
    return span.line - 1, span.line + source.count("\n", span.start, span.end)


def every(node: Node | None, path: KeyPath = ()) -> list[KeyPath]:
    if isinstance(node, Mapping_):
        below = [((*path, e.key.text), e.value) for e in node.entries]
    elif isinstance(node, Sequence_):
        below = [((*path, i), item) for i, item in enumerate(node.items)]
    else:
        return []
    return [p for step, child in below for p in (step, *every(child, step))]


PATHS = every(document(SOURCE).root)
SCALARS = [path for path in PATHS if isinstance(document(SOURCE).node(path), Scalar)]


@given(source=SOURCES, path=st.sampled_from(SCALARS), text=TEXTS)
def test_any_text_can_replace_any_value_and_is_read_again(
    source: str, path: KeyPath, text: str
) -> None:
    old = document(source)
    new = replace(old, path, text)
    assert document(new).values == changed(old.values, path, meant(text))
    first, last = lines(source, path)
    before, after = source.split("\n"), new.split("\n")
    assert after[:first] == before[:first]
    assert last == len(before) or after[last - len(before) :] == before[last:]


@given(
    source=SOURCES,
    path=st.sampled_from(
        [(), ("hold",), ("hold", "stavgang", "tid", 1), ("hold", "stavgang", "sted")]
    ),
    key=st.text(st.characters(categories=["Ll", "Nd"]), min_size=1),
    text=TEXTS,
)
def test_any_text_can_be_put_in_under_a_new_key(
    source: str, path: KeyPath, key: str, text: str
) -> None:
    key = meant(key)
    old = document(source)
    node = old.node(path)
    assert isinstance(node, Mapping_)
    if old.node((*path, key)) is not None:
        return
    new = insert(old, path, key, text)
    fresh = document(new)
    added = fresh.node(path)
    assert isinstance(added, Mapping_)
    assert [e.key.text for e in added.entries] == [*(e.key.text for e in node.entries), key]
    assert fresh.values == changed(
        document(insert(old, path, key, "x")).values, (*path, key), meant(text)
    )


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (("forening",), "Nyt navn", "forening: Nyt navn  # the name"),
        (("forening",), "KOL: hold", 'forening: "KOL: hold"  # the name'),
        (("forening",), "a\nb", "forening: |  # the name"),
        (("om",), "Kort", "om: Kort # kept"),
        (("om",), "To\nlinjer", "om: | # kept"),
        (("hold", "stavgang", "pladser"), "8", "    pladser: 8"),
        (("hold", "stavgang", "note"), "8", '    note: "8"'),
        (("hold", "stavgang", "gange"), "otte", "    gange: otte   # unknown"),
        (("hold", "stavgang", "for"), "kol", "    for: kol   # two"),
        (("hold", "stavgang", "tid"), "Efter aftale", "    tid: Efter aftale"),
        (("hold", "stavgang", "tid", 1), "onsdag", "      - onsdag"),
        (("hold", "stavgang", "tid", 2), "fredag", "      - fredag"),
        (("hold", "stavgang", "for", 0), "a, b", '    for: ["a, b", "astma"]   # two'),
        (("hold", "stavgang", "for", 0), "4500 Vig", '    for: ["4500 Vig", "astma"]   # two'),
        (("hold", "stavgang", "for", 0), "a\nb", '    for: ["a\\nb", "astma"]   # two'),
        (("link",), "Anne's", "link: Anne's"),
        (("link",), "'a", 'link: "\'a"'),
        (("link",), "'a' \"b\"", "link: '''a'' \"b\"'"),
        (("link",), "\n\na", 'link: "\\n\\na"'),
        (("link",), "19:30", 'link: "19:30"'),
        (("link",), "ja", "link: ja"),
    ],
)
def test_a_value_is_quoted_only_when_it_must_be(path: KeyPath, text: str, line: str) -> None:
    assert line in replace(document(SOURCE), path, text).split("\n")


@pytest.mark.parametrize(
    ("path", "key", "added"),
    [
        (("hold", "stavgang"), "ny", '    pris: ""\n    ny: x\n  yoga'),
        ((), "ny", "link: slut\nny: x"),
        ((), "1", 'link: slut\n"1": x'),
        (("hold", "yoga"), "ny", "  yoga: {ny: x}\n"),
        (("hold", "stavgang", "sted"), "ny", "adresse: {by: Vig}, ny: x}\n"),
        (("hold", "stavgang", "gange"), "ny", "    gange:   # unknown\n      ny: x\n"),
        (("hold", "stavgang", "tid", 1), "ny", "        kl: 10.00\n        ny: x\n      -\n"),
        (("hold", "stavgang", "tid", 2), "ny", "      -\n        ny: x\n      - torsdag"),
    ],
)
def test_a_new_key_stands_after_its_siblings(path: KeyPath, key: str, added: str) -> None:
    new = insert(document(SOURCE), path, key, "x")
    assert added in new
    assert document(new).node((*path, key)) is not None


def test_a_key_is_put_in_where_a_value_in_braces_is_missing() -> None:
    assert insert(document("a: {b: , c: 1}\n"), ("a", "b"), "d", "x") == "a: {b: {d: x}, c: 1}\n"


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        (("forening",), "forening: Vig IF  # the name\n"),
        (("om",), "om: | # kept\n  Vi går.\n\n  Vi løber.\n"),
        (("hold", "stavgang", "for"), '    for: [kol, "astma"]   # two\n'),
        (("hold", "stavgang", "for", 0), "kol, "),
        (("hold", "stavgang", "for", 1), ', "astma"'),
        (("hold", "stavgang", "sted", "adresse", "by"), "by: Vig"),
        (("hold", "stavgang", "tid", 0), "      - tirsdag 10.00 # first\n"),
        (("hold", "stavgang", "tid", 1), "      - dag: onsdag\n        kl: 10.00\n"),
        (("hold", "stavgang", "tid", 1, "dag"), "dag: onsdag\n        "),
        (("hold", "stavgang", "tid", 1, "kl"), "        kl: 10.00\n"),
        (("hold", "stavgang", "tid", 2), "      -\n"),
        (("hold", "stavgang", "tid", 3), "      - torsdag\n"),
        (("link",), "link: slut"),
    ],
)
def test_deleting_takes_away_the_value_and_nothing_else(path: KeyPath, gone: str) -> None:
    assert SOURCE.count(gone) == 1
    assert delete(document(SOURCE), path) == SOURCE.replace(gone, "")


def test_deleting_the_only_field_of_an_item_deletes_the_item() -> None:
    assert delete(document("a:\n  - b: 1\n  - c\n"), ("a", 0, "b")) == "a:\n  - c\n"


def test_deleting_keeps_a_byte_order_mark_out_of_the_way() -> None:
    assert delete(document("\ufeffa: 1\nb: 2\n"), ("a",)) == "b: 2\n"


def test_a_file_with_problems_is_not_edited() -> None:
    broken = read("club.yaml", b"a: b: c\n")
    for edit in (partial(replace, broken, ("a",)), partial(insert, broken, (), "b")):
        with pytest.raises(ValueError, match="Problems"):
            edit("x")


def test_what_is_not_there_is_not_edited() -> None:
    found = document(SOURCE)
    for path in [(), ("nej",), ("hold", "stavgang", "for", 2)]:
        with pytest.raises(KeyError):
            replace(found, path, "x")
        with pytest.raises(KeyError):
            delete(found, path)
    with pytest.raises(KeyError):
        insert(found, ("forening",), "a", "x")
    with pytest.raises(ValueError, match="there already"):
        insert(found, (), "forening", "x")
    with pytest.raises(KeyError):
        replace(document("a:\n"), ("a", "b"), "x")


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_every_node_can_be_replaced(path: KeyPath) -> None:
    old = document(SOURCE)
    assert document(replace(old, path, "x")).values == changed(old.values, path, "x")
