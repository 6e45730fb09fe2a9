"""The list as it is written: all of it without scripts, and every word that its script says."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from holdkatalog.rendering import data
from holdkatalog.wording.words import strings
from html_tags import Read, read_page

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "theme" / "static" / "js"
MOST_LINKS = 3


def page(built: Path, path: str) -> Read:
    return read_page((built / path / "index.html").read_text("utf-8"))


def led_to(built: Path, path: str) -> Iterator[str]:
    """The pages that a page's links lead to, by their paths from the top."""
    for link in page(built, path).named("a"):
        parts = urlsplit(link.attrs.get("href", ""))
        target = Path(os.path.normpath(built / path / unquote(parts.path)))
        if parts.path and not parts.scheme and (target / "index.html").is_file():
            yield target.relative_to(built).as_posix()


def test_every_offer_is_within_three_links_of_the_front_page_without_scripts(built: Path) -> None:
    offers = {
        file.parent.relative_to(built).as_posix() for file in built.glob("hold/*/*/index.html")
    }
    offers |= {
        file.parent.relative_to(built).as_posix() for file in built.glob("forloeb/*/index.html")
    }
    there = {
        f
        for f in offers
        if 'http-equiv="refresh"' not in (built / f / "index.html").read_text("utf-8")
    }
    steps, seen = {"."}, {"."}
    for _ in range(MOST_LINKS):
        steps = {to for path in sorted(steps) for to in led_to(built, path)} - seen
        seen |= steps
    assert len(there) > 50
    # A team that is closed for good is on no list; whoever has its address still finds its page.
    closed = strings(ROOT / "theme" / "strings" / "da.yaml")["offer"]["closed"]
    assert [path for path in sorted(there - seen) if closed not in text(built, path)] == []


def test_the_ways_without_scripts_tell_how_much_they_lead_to(built: Path) -> None:
    chips = {
        tag.attrs["href"]: tag.words
        for tag in page(built, "hold").named("a")
        if re.search(r"/(gratis|dag/[a-z]+)/$", tag.attrs["href"])
    }
    assert len(chips) == 8
    for href, said in chips.items():
        group = "free" if "gratis" in href else "on"
        there = page(built, href.removeprefix("../"))
        # Below its heading stands how many there are, and above it the week with the same numbers.
        _, _, below = text(built, href.removeprefix("../")).partition(f'id="gruppe-{group}"')
        number = re.search(r"(\d+) hold</p>", below)
        assert number, href
        assert said.endswith(f" ({number[1]})")
        current = [tag.words for tag in there.named("a") if "hk-chip" in tag.attrs.get("class", "")]
        assert group == "free" or said in current


def text(built: Path, path: str) -> str:
    return (built / path / "index.html").read_text("utf-8")


def test_the_data_are_about_the_cards_in_their_order(built: Path) -> None:
    found = page(built, "hold")
    cards = [tag.attrs["data-id"] for tag in found.named("li") if "data-id" in tag.attrs]
    (block,) = [tag for tag in found.named("script") if tag.attrs.get("id") == "hold-data"]
    facets = json.loads(block.words)["data"]["facets"]
    assert {len(signs) for _, options in facets for _, signs in options} == {len(cards)}
    boxes = [(t.attrs["name"], t.attrs["value"]) for t in found.named("input") if "name" in t.attrs]
    assert sorted(boxes) == sorted((key, id_) for key, options in facets for id_, _ in options)


def test_what_needs_a_script_is_born_hidden(built: Path) -> None:
    html = text(built, "hold")
    for part in (
        'id="filtre"',
        'class="hk-filters__open"',
        'class="hk-find__none',
        'class="hk-search"',
    ):
        (tag,) = re.findall(f"<[a-z]+ [^>]*{part}[^>]*>", html)
        assert tag.endswith(" hidden>"), tag


def test_data_can_never_end_their_block() -> None:
    hostile = {"a": "</script><script>alert(1)</script>", "b": "<!-- & -->", "æ": "»ø«"}
    written = data(hostile)
    assert not set("<>&") & set(written)
    assert json.loads(written) == hostile
    assert "»ø«" in written


def test_the_script_says_every_word_that_is_kept_for_it() -> None:
    code = "".join(file.read_text("utf-8") for file in SCRIPTS.glob("*.mjs"))
    words = strings(ROOT / "theme" / "strings" / "da.yaml")["live"]
    assert [key for key in words if not re.search(rf"\blive\.{key}\b", code)] == []
    assert [used for used in re.findall(r"\blive\.(\w+)", code) if used not in words] == []
