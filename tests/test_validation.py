"""One cause is told once, at its place; the schema's refusals are told in Danish."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from holdkatalog.catalogue.content import read_content
from holdkatalog.errors import Problem
from holdkatalog.paths import SCHEMA
from holdkatalog.validation import Context, check
from holdkatalog.validation.guide import Guide
from holdkatalog.validation.pen import Pen, said
from holdkatalog.validation.shape import refused, refused_when_typed
from holdkatalog.validation.typed import core, typed
from holdkatalog.yamlfile import read

ROOT = Path(__file__).resolve().parent.parent
GOOD = """\
forening: Prøveforeningen
kontakt: 12 34 56 78
bekræftet: aldrig
ansvarlig: sekretæren
hold:
  gang:
    navn: Gåtur
    aktivitet: gaature
    for: kol
    tid: tirsdag 10.00-11.30
    sted: vig-hallen
    pris: gratis
    tilmelding: mød op
"""


@cache
def context() -> Context:
    content = read_content(ROOT / "content", SCHEMA / "vocabulary")
    return Context(
        vocabulary=content.vocabulary,
        today=dt.date(2026, 11, 21),
        shared=content.places,
        reachable=True,
    )


def found(text: str) -> tuple[Problem, ...]:
    return check(read("clubs/proeve.yaml", text.encode()), context())


def codes(text: str) -> list[str]:
    return [problem.code for problem in found(text)]


def test_a_file_in_order_has_no_problems() -> None:
    assert found(GOOD) == ()


@pytest.mark.parametrize("text", ["- a\n- b\n", "bare en tekst\n", "", "\x00"])
def test_a_file_that_is_no_club_is_told_what_the_reading_found_and_nothing_more(text: str) -> None:
    assert len(found(text)) == 1


def test_what_may_stand_in_a_lost_part_of_the_file_is_not_asked_for() -> None:
    broken = (
        'forening: X\nhold:\n  gang:\n    navn: "a" b: c\n    aktivitet: gaature\n    "x" y: z\n'
    )
    assert set(codes(broken)) <= {"colon-in-text", "text-after-quote", "syntax"}


def test_a_line_that_the_reading_has_explained_is_not_explained_again() -> None:
    assert codes(GOOD.replace("pris: gratis", "pris:gratiss")) == ["missing-space-after-colon"]


def test_below_a_place_that_is_wrong_nothing_more_is_told() -> None:
    text = GOOD.replace("pris: gratis", "priss:\n      - 50\n      - 60")
    assert codes(text) == ["unknown-key"]


def test_below_a_name_that_is_wrong_everything_is_told() -> None:
    text = GOOD.replace("  gang:", "  Gå:").replace("pris: gratis", "pris: 50")
    assert codes(text) == ["bad-id", "amount-without-kroner"]


def test_all_problems_of_a_file_are_told_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("for: kol", "for: koll").replace("gratis", "50").replace("mød op", "mødop")
    assert codes(text) == ["unknown-condition", "amount-without-kroner", "unreadable-way"]


@pytest.mark.parametrize(
    ("old", "new", "code", "facts"),
    [
        ("  gang:", "  Gang-2!:", "bad-id", {"id": "gang-2", "title": "navn"}),
        ("  gang:", "  2. hold:", "bad-id", {"id": "hold"}),
        ("  gang:", "  æøå-hold:", "bad-id", {"id": "aeoeaa-hold"}),
        ("pris: gratis", "priser: gratis", "unknown-key", {"line": "pris: gratis"}),
        ("pris: gratis", "Pris: gratis", "unknown-key", {"suggestion": "pris"}),
        ("pris: gratis", "beskrivelse: X", "unknown-key", {"suggestion": "om"}),
        ("pris: gratis", "kontaktperson:\n      rolle: X", "unknown-key", {"line": "kontakt:"}),
        ("pris: gratis", "pris: ''", "empty-value", {"example": "pris: gratis"}),
        ("pris: gratis", "pris: []", "empty-value", {}),
        ("pris: gratis", "pris: ~", "empty-value", {}),
        ("navn: Gåtur", "navn:\n      - 1:\n          2: 3", "no-list-here", {}),
        ("navn: Gåtur", "navn: {a: b}", "no-fields-here", {}),
        ("navn: Gåtur", "navn: '" + "x" * 101 + "'", "too-long", {"length": "101", "limit": "100"}),
        ("navn: Gåtur", "navn: true", "needs-quotes", {"line": 'navn: "true"'}),
        ("kontakt: 12 34 56 78", "kontakt: [~]", "empty-value", {}),
        ("for: kol", "for: [kol, kol]", "listed-twice", {}),
    ],
)  # fmt: skip
def test_what_the_schema_refuses_is_told_from_the_keyword(
    old: str, new: str, code: str, facts: dict[str, str]
) -> None:
    told = [p for p in found(GOOD.replace(old, new)) if p.code == code]
    assert told
    assert facts.items() <= dict(told[0].facts).items()


def test_a_key_that_is_already_there_is_not_proposed_once_more() -> None:
    told = found(GOOD + "    priser: 50 kr.\n    pris_: x\n")
    assert [p.code for p in told] == ["unknown-key", "unknown-key"]


def test_a_keyword_without_words_of_its_own_is_left_alone() -> None:
    pen = Pen(read("x.yaml", b"a: b\n"))
    assert list(refused(pen, Guide({"not": {}}))) == []
    assert list(refused_when_typed(pen, Guide({"properties": {"a": {"not": {}}}}))) == []


def test_fields_are_shown_as_deep_as_the_example_goes() -> None:
    rules = {"properties": {"a": {"type": "object", "examples": ["x", {"b": {"c": "d"}}]}}}
    (problem,) = refused(Pen(read("x.yaml", b"a: b\n")), Guide(rules))
    assert dict(problem.facts)["fields"] == "a:\n  b:\n    c: d"
    bare = Guide({"properties": {"a": {"type": "object"}}})
    (problem,) = refused(Pen(read("x.yaml", b"a: b\n")), bare)
    assert "fields" not in dict(problem.facts)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("null", None), ("true", True), ("False", False), ("12", 12), ("-3", -3),
        ("012", 12), ("0o17", 15), ("0x1F", 31), ("1.5", 1.5), ("1e3", 1000.0), (".inf", 0.0), (".nan", 0.0),
        ("ja", "ja"), ("12 34", "12 34"), ("2026-01-01", "2026-01-01"), ("1_000", "1_000"),
    ],
)  # fmt: skip
def test_a_bare_value_is_typed_as_yaml_says(text: str, value: object) -> None:
    assert core(text) == value
    assert type(core(text)) is type(value)


def test_quotes_keep_a_value_a_text_and_the_tree_keeps_its_shape() -> None:
    root = read("x.yaml", b'a: "60"\nb: [1, x]\nc: {d: true}\n').root
    assert typed(root) == {"a": "60", "b": [1, "x"], "c": {"d": True}}
    assert typed(None) is None


def test_a_part_of_a_long_text_is_underlined_where_it_stands() -> None:
    pen = Pen(read("x.yaml", "om: |\n  Først.\n  Så kol, og så.\n".encode()))
    problem = pen.at("x", ("om",), part="kol")
    assert (problem.line, problem.column, problem.width) == (3, 6, 3)
    assert pen.at("x", ("om",), part="findes ikke").line == 1


def test_a_long_value_is_cut_in_a_message() -> None:
    pen = Pen(read("x.yaml", ("om: " + "ord " * 100 + "\n").encode()))
    assert len(pen.at("x", ("om",)).value) == 200


@pytest.mark.parametrize(
    ("source", "path", "text", "line"),
    [
        ("a: b\n", ("a",), "c", "a: c"),
        ("a: b", ("a",), "c", "a: c"),
        ("a: b # note\n", ("a",), "c", "a: c # note"),
        ("a: b\n", ("a",), "c: d", 'a: "c: d"'),
        ("a: [b, c]\n", ("a", 1), "d, e", 'a: [b, "d, e"]'),
        ("a:\n  - b\n", ("a", 0), "c", "- c"),
        ("a: >-\n  b\n  c\n", ("a",), "d", "a: d"),
        ("a: b\n  c\n", ("a",), "d", "a: d"),
    ],
)  # fmt: skip
def test_a_line_to_paste_is_the_files_own_with_another_text(
    source: str, path: tuple[str | int, ...], text: str, line: str
) -> None:
    assert Pen(read("x.yaml", source.encode())).line(path, text) == line


def test_choices_are_listed_as_in_a_sentence() -> None:
    assert said(()) == ""
    assert said(("a",)) == '"a"'
    assert said(("a", "b", "c")) == '"a", "b" eller "c"'


def test_the_guide_knows_nothing_of_what_the_schema_does_not() -> None:
    guide = Guide({"properties": {"a": {"items": {}}}, "additionalProperties": False})
    assert guide.at(("b",)) == {}
    assert guide.at(("a", 0, "c")) == {}
    assert list(guide.leaves({"a": ["x"], "b": None})) == []
