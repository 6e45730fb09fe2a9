"""Everybody can see what stands on the pages: in the shipped colours, and in a municipality's own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from holdkatalog.catalogue import load
from holdkatalog.colours import PAIRS, TEXT, check, read, shown
from holdkatalog.colours.pairs import EDGE, Pair, luminance, ratio
from holdkatalog.errors import CatalogueError
from holdkatalog.messages import remedy, text
from holdkatalog.paths import THEME, TOKENS
from small import ROOT

SHIPPED = read(TOKENS.read_text("utf-8"), "tokens.css")
PRINTED = (THEME / "static" / "css" / "print.css").read_text("utf-8")
WANTED = 7.0
"""What words are given here; the law asks for 4.5."""
DARK = "@media (prefers-color-scheme: dark) {{ :root {{ {} }} }}"


def named(pair: Pair) -> str:
    return f"{' or '.join(pair.fore)} on {pair.ground}".replace("--hk-", "")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=named)
def test_the_shipped_colours_can_be_seen_by_everybody(pair: Pair, *, dark: bool) -> None:
    colours = shown(SHIPPED, dark=dark)
    assert pair.ratio(colours) >= (WANTED if pair.least == TEXT else EDGE)


def test_the_shipped_colours_are_read_to_the_last_line() -> None:
    assert SHIPPED.problems == ()
    assert {token.dark for token in SHIPPED.tokens} == {False, True}
    assert shown(SHIPPED, dark=False)["--hk-focus"] == shown(SHIPPED, dark=True)["--hk-focus"]


def test_paper_is_white_and_its_words_can_be_seen() -> None:
    printed = dict(re.findall(r"(--hk-[\w-]+): (#[0-9a-f]{3,6})\b", PRINTED))
    inks = {
        k: v if len(v) == 7 else "#" + "".join(c + c for c in v[1:]) for k, v in printed.items()
    }
    grounds = {inks[pair.ground] for pair in PAIRS if pair.ground in inks}
    colours = {**shown(SHIPPED, dark=True), **inks}
    assert grounds == {"#ffffff", "#000000"}
    assert [named(pair) for pair in PAIRS if pair.least == TEXT and pair.ratio(colours) < 7] == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#767676", "#ffffff", 4.54),
        ("#1b2a2f", "#fbfaf7", 14.18),
    ],
)
def test_contrast_is_measured_as_the_standard_measures_it(
    one: str, other: str, expected: float
) -> None:
    assert ratio(one, other) == ratio(other, one) == pytest.approx(expected, abs=0.005)
    assert luminance("#ffffff") == 1


def told(own: str) -> list[tuple[str, str]]:
    found = check(own, file="content/farver.css", shipped=SHIPPED)
    return [(text(problem), remedy(problem)) for problem in found]


@pytest.mark.parametrize(
    "own",
    [
        "",
        "/* Endnu ingen. */\n:root { }",
        ":root { --hk-paper: #fff; --hk-spark: #EEE }" + DARK.format("--hk-paper: #000"),
        ":root { --hk-primary: #003366; --hk-primary-strong: #001a33 }\n"
        + DARK.format("--hk-primary: #a9c8f5; --hk-primary-strong: #d5e4fb;"),
        DARK.format("--hk-paper: #000;"),
    ],
)
def test_colours_that_can_be_seen_are_taken(own: str) -> None:
    assert told(own) == []


def test_a_colour_for_the_light_counts_in_the_dark_until_another_is_given() -> None:
    own = ":root { --hk-ink: #002244; }"
    ((said, mend),) = told(own)
    assert said.startswith("I den mørke visning er der for lidt forskel på --hk-ink og ")
    line = "@media (prefers-color-scheme: dark) { :root { --hk-ink: #e9eff1; } }"
    assert mend.endswith(f"Skriv:  {line}")
    assert told(f"{own}\n{line}") == []
    assert told(f"{line}\n{own}") == [(said, mend)], "what comes last counts"


@pytest.mark.parametrize(
    "own",
    [
        ":root { --hk-muted: #999; }" + DARK.format("--hk-muted: #b6c4c9;"),
        ":root { --hk-sand: #888; }" + DARK.format("--hk-sand: #777;"),
        DARK.format("--hk-on-band: #555;"),
        DARK.format("--hk-border: #333;"),
    ],
)
def test_the_remedy_mends_it(own: str) -> None:
    problems = check(own, file="content/farver.css", shipped=SHIPPED)
    assert problems
    for problem in problems:
        line = remedy(problem).partition("Skriv:  ")[2]
        assert line.startswith(dict(problem.facts)["name"])
        own = own.replace(f"{dict(problem.facts)['name']}: {problem.value};", line)
    assert told(own) == []


@pytest.mark.parametrize(
    "own",
    [
        ":root { --hk-ink: #000; --hk-surface: #000; }" + DARK.format("--hk-surface: #1b2529;"),
        ":root { --hk-ink: #002; }" + DARK.format("--hk-paper: #fff;"),
    ],
)
def test_where_no_shade_does_the_remedy_says_which_way(own: str) -> None:
    assert any(mend.endswith("meget mørkere eller meget lysere.") for _, mend in told(own))


def test_the_pair_that_is_furthest_off_speaks_for_its_colour_and_is_rounded_down() -> None:
    ((said, _),) = told(":root { --hk-muted: #6f6f6f; }" + DARK.format("--hk-muted: #b6c4c9;"))
    assert "--hk-muted og --hk-sand" in said
    assert said.endswith("Den er 4,3 og skal være mindst 4,5.")


@pytest.mark.parametrize(
    ("own", "line", "column"),
    [
        ("body { color: red; }", 1, 1),
        (":root {\n  --hk-ink: #000;\n", 3, 1),
        (":root { @import url(x.css); }", 1, 9),
        (":root { --hk-ink: #000; } }", 1, 27),
        ("--hk-ink: #000;", 1, 1),
        ("@media print { :root { --hk-ink: #000; } }", 1, 1),
        ("@media (prefers-color-scheme: dark) { --hk-ink: #000; }", 1, 39),
        (":root { :root { } }", 1, 9),
        (":root { --hk-ink: #000; <script> }", 1, 25),
        (":root { --hk-ink: }", 1, 9),
    ],
)
def test_what_is_no_list_of_colours_is_refused_where_it_begins(
    own: str, line: int, column: int
) -> None:
    (problem,) = check(own, file="content/farver.css", shipped=SHIPPED)
    assert (problem.code, problem.line, problem.column) == ("other-than-colours", line, column)


def test_a_name_that_no_page_asks_for_and_a_colour_that_cant_be_measured_are_told() -> None:
    found = check(
        ":root { --hk-blaa: #00f; --hk-text: 2rem; --hk-ink: rgb(0 0 0); }",
        file="content/farver.css",
        shipped=SHIPPED,
    )
    assert [(p.code, p.value) for p in found] == [
        ("unknown-colour", "--hk-blaa"),
        ("unknown-colour", "--hk-text"),
        ("no-colour", "rgb(0 0 0)"),
    ]


def test_every_name_of_the_table_is_a_shipped_colour() -> None:
    assert {name for pair in PAIRS for name in pair.names} <= set(shown(SHIPPED, dark=False))


def test_colours_that_cant_be_seen_stop_a_steady_build_too(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content" / "farver.css").write_text(":root { --hk-ink: #ccc; }", "utf-8")
    with pytest.raises(CatalogueError) as stopped:
        load(clubs=ROOT / "clubs", content=tmp_path / "content", strict=False)
    assert {problem.code for problem in stopped.value.problems} == {"pale-colour"}
