"""The strict reader: every text with its place, and every mistake at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from holdkatalog.errors import Problem
from holdkatalog.yamlfile import SIZE, Document, Mapping_, Node, Scalar, Sequence_, read

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = yaml.safe_load(
    (HERE / "examples" / "yamlfile.yaml").read_text(encoding="utf-8")
)
CLUBS = sorted(path.read_text(encoding="utf-8") for path in (HERE.parent / "clubs").glob("*.yaml"))
KIB = 256 * 1024
BOMBS = {
    "aliases that grow a billionfold": "a: &a [x, x]\n"
    + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "merged keys that grow a billionfold": "a: &a {x: 1}\n"
    + "".join(
        f"{new}: &{new}\n  <<: [*{old}, *{old}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "deep nesting": "".join(" " * depth + "a:\n" for depth in range(600)),
    "brackets": "[" * KIB,
    "brackets on lines of their own": "[\n" * 9_999,
    "brackets in a field": "a: " + "[" * (KIB - 3),
    "braces": "{" * KIB,
    "fields in braces": "{a: " * (KIB // 4),
    "dashes": "- " * (KIB // 2),
    "double quotes": '"' * KIB,
    "single quotes": "'" * KIB,
    "question marks": "? " * (KIB // 2),
    "colons": "a: " * (KIB // 3),
    "anchors": "&a " * (KIB // 3),
    "aliases": "a: [" + "*a," * (KIB // 3 - 2) + "]",
    "tags": "!a " * (KIB // 3),
    "a key over and over": "a: 1\n" * 9_999,
    "tabs": "\ta: 1\n" * 9_999,
    "null bytes": "\0" * KIB,
    "words in braces": "a: {" + "b," * (KIB // 2 - 3) + "}",
    "addresses in brackets": "a: [" + "4500 N," * (KIB // 7 - 1) + "]",
    "many lines": "\n" * KIB,
    "mistakes on every line": "a: b: c\n" * 9_999,
}


def said(problem: Problem) -> dict[str, Any]:
    facts = dict(problem.facts)
    paste = facts.pop("paste", "")
    told = {
        "at": f"{problem.line}:{problem.column}+{problem.width}",
        "code": problem.code,
        "path": list(problem.path),
        "value": problem.value,
        "facts": facts,
        "paste": paste,
    }
    return {name: part for name, part in told.items() if part}


def scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence_):
        return [scalar for item in node.items for scalar in scalars(item)]
    assert isinstance(node, Mapping_)
    return [s for entry in node.entries for s in (entry.key, *scalars(entry.value))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_each_mistake_is_named_at_its_place_and_the_rest_is_read(case: dict[str, Any]) -> None:
    document = read("club.yaml", case["file"].encode())
    assert [said(problem) for problem in document.problems] == case["problems"]
    assert document.values == case["values"]
    assert document.incomplete == case.get("incomplete", False)


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_hostile_file_is_refused(bomb: str) -> None:
    document = read("club.yaml", bomb.encode())
    assert 1 <= len(document.problems) <= 100


def test_a_file_of_more_than_256_kib_is_refused_before_it_is_parsed() -> None:
    document = read("club.yaml", b"a" * (SIZE + 1))
    assert [(p.code, p.line, p.facts) for p in document.problems] == [
        ("too-big", 1, (("limit", "256"),))
    ]
    assert document.root is None
    assert document.incomplete


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_file_of_more_than_10_000_lines_is_refused(newline: str) -> None:
    (problem,) = read("club.yaml", f"# x{newline}".encode() * 10_001).problems
    assert problem.code == "too-many-lines"
    assert problem.facts == (("limit", "10.000"),)
    (problem,) = read("club.yaml", f"# x{newline}".encode() * 10_000).problems
    assert problem.code == "empty"


def test_a_file_from_windows_names_the_line_and_letter_and_is_read_all_the_same() -> None:
    document = read("club.yaml", "a: 1\r\nby: Højby\r\nc: d: e\r\n".encode("windows-1252"))
    first, second = document.problems
    assert (first.line, first.column, first.code) == (2, 6, "not-utf8")
    assert dict(first.facts) == {"byte": "F8", "guess": "Windows-1252", "letter": "ø"}
    assert second.code == "colon-in-text"
    assert document.values == {"a": "1", "by": "Højby", "c": "d: e"}


def test_a_utf_16_file_and_a_picture_are_refused_as_a_whole() -> None:
    (problem,) = read("club.yaml", "a: 1".encode("utf-16")).problems
    assert dict(problem.facts)["guess"] == "UTF-16"
    document = read("club.yaml", b"\x89PNG\r\n\x1a\n\x00\xff\x81")
    assert [dict(p.facts)["guess"] for p in document.problems] == [""]
    assert document.source == ""
    assert document.values is None


def test_every_value_is_text_however_it_looks() -> None:
    texts = ["on", "no", "19:30", "04500", "+4512345678", "2026-05-01", "~", "null", "1e3", "<<"]
    source = "a:\n" + "".join(f"  - {text}\n" for text in texts)
    assert read("club.yaml", source.encode()).values == {"a": texts}


def test_an_empty_value_is_nothing_and_an_empty_text_in_quotes_is_a_text() -> None:
    document = read("club.yaml", b"a:\nb: ''\nc:\n  -\n")
    assert document.values == {"a": None, "b": "", "c": [None]}


def test_places_are_exact_with_danish_letters_emoji_and_every_line_break() -> None:
    for newline in ("\n", "\r\n", "\r"):
        for mark in ("", "\ufeff"):
            source = f"{mark}æ: '🏊 å'\nø: |\n  én\n\n  to  \n\n\nå: [x, y]\nc:\n".replace(
                "\n", newline
            )
            document = read("club.yaml", source.encode())
            assert document.problems == ()
            cut = [source[s.span.start : s.span.end] for s in scalars(document.root)]
            block = f"|{newline}  én{newline}{newline}  to"
            assert cut == ["æ", "'🏊 å'", "ø", block, "å", "x", "y", "c", ""]
            assert [s.style for s in scalars(document.root)][1] == "single"
            places = [(s.span.line, s.span.column) for s in scalars(document.root)]
            assert places == [
                (1, 1),
                (1, 4),
                (2, 1),
                (2, 4),
                (8, 1),
                (8, 5),
                (8, 8),
                (9, 1),
                (9, 3),
            ]


def test_paths_lead_to_nodes_and_places() -> None:
    document = read("club.yaml", b"a:\n  b: [x, yy]\n  c:\n")
    b = document.node(("a", "b"))
    assert isinstance(b, Sequence_)
    assert b.flow
    assert document.node(()) is document.root
    for wrong in [("z",), ("a", "b", 2), ("a", "b", "x"), ("a", "b", 0, "y"), ("a", 0)]:
        assert document.node(wrong) is None
    assert document.place(("a", "b", 1)).column == 10
    assert document.place(("a", "b"), key=True).column == 3
    assert document.place(("a", "b", 1), key=True).column == 10
    assert document.place(("a", "c")).line == 3
    assert document.place(("a", "c")).column == 3
    assert document.place(("a", "missing")) == document.place(("a",))
    assert document.place(("a", "missing"), key=True) == document.place(("a",), key=True)
    assert Document("f", "", None, ()).place(("a",)).line == 1


def test_lines_are_masked_and_keep_their_columns() -> None:
    document = read("club.yaml", "\ufeffa: x\u202ey\r\nb: å\n".encode())
    assert document.lines == ("a: x\ufffdy", "b: å", "")


def test_a_dangerous_character_is_never_repeated() -> None:
    source = "a: \u202e: b: \x1b[31m\nc: 'd\u2066' e\n- \x00\n"
    for problem in read("club.yaml", source.encode()).problems:
        assert not set("\u202e\u2066\x1b\x00") & set(problem.value + str(problem.facts))


def test_a_long_text_is_cut_in_a_problem() -> None:
    (problem,) = read("club.yaml", f"a: {'b' * 300}: c\n".encode()).problems
    assert len(problem.value) == 200
    assert problem.value.endswith("…")


@pytest.mark.parametrize("club", CLUBS, ids=lambda club: club[:60].splitlines()[0])
def test_the_clubs_of_the_house_are_read_without_a_word(club: str) -> None:
    assert read("club.yaml", club.encode()).problems == ()


BITS = st.sampled_from(
    [*"\"':-&*!{}[]|>?%@`,#\\=\t\n\r\x00\u00a0\u202e\ufeff", ": ", "- ", " #1", "? ", "  "]  # noqa: RUF005 - two lines are easier to read than one
    + ["---\n", "...\n", "a: 1\n", "<<: ", "\n ", "\n      ", '"\\u202e"', "om: |\n"]
)


@given(
    club=st.sampled_from(CLUBS or ["a:\n  b: [c, d]\n"]),
    blows=st.lists(st.tuples(st.floats(0, 1), BITS, st.integers(0, 30)), max_size=12),
)
def test_no_broken_file_makes_the_reader_fall(
    club: str, blows: list[tuple[float, str, int]]
) -> None:
    for where, bit, gone in blows:
        at = int(where * len(club))
        club = club[:at] + bit + club[at + gone :]
    document = read("club.yaml", club.encode())
    assert document.problems or not document.incomplete
    for problem in document.problems:
        assert 1 <= problem.line <= len(document.lines)
        assert 0 <= problem.column <= len(document.lines[problem.line - 1]) + 1


@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "ignore"))
)
def test_no_bytes_make_the_reader_fall(data: bytes) -> None:
    assert read("club.yaml", data).file == "club.yaml"


def test_a_key_may_follow_a_text_that_ends_with_a_question_mark() -> None:
    found = read(
        "x.yaml", b"om: Vil du med?\nlink: https://example.org\nhold: {a: {navn: B?, om: c}}\n"
    )
    assert found.problems == ()
