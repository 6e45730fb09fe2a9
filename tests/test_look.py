"""What the pages of the demo site show to the eye: the way in, the bridge, the alphabet, the map and the icons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from holdkatalog.danish import sort_key
from html_tags import Read, read_page
from small import vocabulary

PHONE = 'href="tel:+4512345678"'


def text(built: Path, path: str) -> str:
    return (built / path / "index.html").read_text("utf-8")


def page(built: Path, path: str) -> Read:
    return read_page(text(built, path))


def words(read: Read, name: str) -> list[str]:
    found = [tag.words for tag in read.tags if name in tag.attrs.get("class", "").split()]
    return [" ".join(one.split()) for one in found]


def test_the_front_page_asks_three_questions_then_shows_the_bridge_and_then_three_teams(
    built: Path,
) -> None:
    html = text(built, "")
    marks = ("hk-hero", 'id="lever-med"', 'id="bor"', 'id="lyst"', "hk-help--mid", "hk-card__name")
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)
    read = read_page(html)
    assert len(words(read, "hk-card__name")) == 3
    assert len(words(read, "hk-picker__count")) == 15
    assert all(re.fullmatch(r"\d+ hold", said) for said in words(read, "hk-picker__count"))
    assert len(words(read, "hk-picker__link--all")) == 3
    assert html.count('aria-labelledby="hjaelp"') == 1, "one bridge a page"


def test_the_alphabet_has_only_letters_that_exist_in_danish_order(built: Path) -> None:
    read = page(built, "sygdom")
    letters = words(read, "hk-letters__link")
    assert letters == sorted(letters, key=sort_key)
    assert letters == words(read, "hk-index__letter")
    assert letters[-1] == "Å"
    targets = [tag.attrs["href"][1:] for tag in read.named("a") if tag.words.strip() in letters]
    assert set(targets) <= set(read.ids)


def test_lay_words_lead_to_their_illness_and_an_illness_without_a_team_to_the_telephone(
    built: Path,
) -> None:
    read = page(built, "sygdom")
    said = words(read, "hk-index__see")
    assert "Sukkersyge, se Type 1-diabetes og Type 2-diabetes" in said
    rows = [i for i in words(read, "hk-index__item") if " hold" in i]
    empty = [row for row in rows if re.search(r"\b0 hold", row)]
    assert empty
    assert all("12 34 56 78" in row for row in empty)
    assert len(rows) == len(vocabulary().conditions)


def test_where_an_illness_has_nothing_the_page_says_what_one_may_let_go_of_and_what_is_nearest(
    built: Path,
) -> None:
    def chips(path: str, within: str) -> dict[str, str]:
        _, begun, rest = text(built, path).partition(f'aria-labelledby="{within}"')
        links = read_page(rest.partition("</nav>")[0]).named("a") if begun else []
        return {tag.attrs["href"]: tag.words for tag in links}

    ways = chips("sygdom/parkinson/sjaellands-odde", "veje")
    assert list(ways) == ["../", "../../../omraade/sjaellands-odde/", "../asnaes/"]
    (row,) = [
        one for one in words(page(built, "sygdom"), "hk-index__row") if one.startswith("Parkinson ")
    ]
    there = chips("omraade/nykoebing-sj", "naboer")["../sjaellands-odde/"]
    numbers = [re.findall(r"\d+", said)[0] for said in (row, there)]
    names = ("Sjællands Odde", "Parkinson")
    expected = [f"Uden »{name}« ({n})" for name, n in zip(names, numbers, strict=True)]
    *without, nearest = ways.values()
    assert without == expected
    assert re.fullmatch(r"Asnæs, 1\d km fra Sjællands Odde \([1-9]\)", nearest)
    assert not chips("sygdom/kol/vig", "veje"), "there is something"
    assert list(chips("sygdom/nyresygdom/vig", "veje")) == ["../../../omraade/vig/"]


@pytest.mark.parametrize("path", ["sygdom", "omraade"])
def test_the_map_leads_where_the_words_beside_it_lead_with_the_same_numbers(
    built: Path, path: str
) -> None:
    read = page(built, path)
    areas = [tag for tag in read.named("a") if tag.attrs.get("class") == "hk-map__area"]
    on_map = {tag.attrs["href"]: tag.attrs["aria-label"] for tag in areas}
    chips = {
        tag.attrs["href"]: re.sub(r" \((\d+)\)", r", \1 hold", tag.words)
        for tag in read.named("a")
        if "hk-chip" in tag.attrs.get("class", "").split()
    }
    assert len(on_map) == len(vocabulary().areas)
    assert on_map == chips


def test_a_page_carries_the_drawings_it_uses_and_no_other(built: Path) -> None:
    for file in sorted(built.rglob("*.html")):
        html = file.read_text("utf-8")
        used = set(re.findall(r'<use href="#([a-z-]+)"/>', html))
        assert sorted(re.findall(r'<symbol id="([a-z-]+)"', html)) == sorted(used), file


@pytest.mark.parametrize(
    "path", ["hold", "sygdom", "sygdom/kol", "omraade/vig", "gratis", "dag/soendag", "om", "data"]
)
def test_every_page_ends_with_whom_to_ring(built: Path, path: str) -> None:
    html = text(built, path)
    bridge = html[html.index('<section class="hk-help') :]
    assert PHONE in bridge
    assert bridge.index(PHONE) < bridge.index("<footer")


def test_the_groups_of_an_illness_have_their_own_numbers(built: Path) -> None:
    html = text(built, "sygdom/kol")
    for key in ("made", "suits", "open"):
        part = html[html.index(f'<section class="hk-group" aria-labelledby="gruppe-{key}"') :]
        part = part[: part.index("</section>")]
        said = re.search(r"(\d+) hold</p>", part)
        assert said
        assert int(said[1]) == part.count('<article class="hk-card"')
        assert re.search(rf'href="#gruppe-{key}">[^<]*\({said[1]}\)', html)


def test_nothing_found_says_whom_to_ring(built: Path) -> None:
    empty = next(
        file
        for file in sorted(built.glob("aktivitet/*/index.html"))
        if "hk-card" not in _main(file)
    )
    notice = _main(empty)
    assert 'class="hk-notice"' in notice
    assert PHONE in notice


def _main(file: Path) -> str:
    html = file.read_text("utf-8")
    return html[html.index("<main") : html.index("</main>")]
