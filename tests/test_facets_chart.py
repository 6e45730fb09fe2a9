"""The municipality as a drawing, and the words of its alphabet."""

from __future__ import annotations

import re
from dataclasses import replace

from holdkatalog.facets.chart import Chart, chart
from holdkatalog.facets.counted import letters
from holdkatalog.vocabulary import Area, Vocabulary
from small import vocabulary

SQUARE = ((56.0, 11.0), (56.0, 12.0), (55.0, 12.0), (55.0, 11.0))


def area(id_: str, north: float, east: float, label: str = "east") -> Area:
    return Area(id_, id_.title(), (), (north, east), (), (), (), label=label)


def drawn(*areas: Area, known: Vocabulary | None = None) -> Chart:
    there = replace(known or vocabulary(), areas={a.id: a for a in areas}, outline=(SQUARE,))
    made = chart(there, {a.id: 4 for a in areas})
    assert made
    return made


def test_without_an_outline_there_is_no_map() -> None:
    known = replace(vocabulary(), outline=())
    assert chart(known, dict.fromkeys(known.areas, 0)) is None


def test_north_is_up_east_is_right_and_a_degree_of_east_is_shorter() -> None:
    found = drawn(area("vest", 55.0, 11.0), area("oest", 56.0, 12.0))
    oest, vest = found.spots
    assert (oest.id, vest.id) == ("oest", "vest"), "from north to south, as one reads"
    assert oest.x > vest.x
    assert oest.y < vest.y
    assert 1.7 < (vest.y - oest.y) / (oest.x - vest.x) < 1.85
    assert found.land == "M12 22L348 22L348 615L12 615Z"
    assert found.height == 615 + 22


def test_a_name_stands_on_the_side_of_its_number_that_its_area_says() -> None:
    sides = ("north", "south", "west", "east")
    spots = {s.id: s for s in drawn(*(area(side, 55.5, 11.5, side) for side in sides)).spots}
    x, y, r = spots["north"].x, spots["north"].y, spots["north"].radius
    assert (r, spots["north"].number) == (14, 4)
    assert spots["north"].name_y < y - r
    assert spots["south"].name_y > y + r
    assert (spots["west"].anchor, spots["west"].name_x) == ("end", x - r - 5)
    assert (spots["east"].anchor, spots["east"].name_x) == ("start", x + r + 5)
    assert spots["north"].anchor == spots["south"].anchor == "mid"


def test_no_name_is_cut_off_at_the_edge() -> None:
    found = drawn(area("en-lang-by-vestpaa", 55.5, 11.0, "west"), area("by", 55.5, 12.0))
    assert found.left < -100
    assert found.left + found.width > 360
    assert drawn(area("by", 55.5, 11.5)).left == 0


def test_the_real_municipality_is_drawn_with_all_its_areas() -> None:
    known = vocabulary()
    found = chart(known, dict.fromkeys(known.areas, 1))
    assert found
    assert {spot.id for spot in found.spots} == set(known.areas)
    assert re.fullmatch(r"(M\d+ \d+(L\d+ \d+)+Z)+", found.land)
    assert len(found.land) < 2_000


def test_every_word_stands_below_its_letter_in_the_danish_alphabet() -> None:
    known = vocabulary()
    changed = replace(known.conditions["kol"], synonyms=("éntand", "Aab", "ål", "æble", "ørken"))
    found = letters(replace(known, conditions={"kol": changed, "astma": known.conditions["astma"]}))
    assert [(one.id, one.letter) for one in found] == [
        *(("a", "A"), ("e", "É"), ("k", "K"), ("p", "P"), ("ae", "Æ"), ("oe", "Ø"), ("aa", "Å")),
    ]
    assert [word for word, _ in found[0].words] == ["Aab", "Astma", "Astma og allergi"]
