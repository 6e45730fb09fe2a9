"""A card is drawn once for all pages that lead to its offer by the same way, and no page notices."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

import small
from drawing import a_site, environment
from holdkatalog.catalogue import load
from holdkatalog.pages import pages
from holdkatalog.rendering import Site, render

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 12, 5)


def test_a_card_is_drawn_once_for_each_way_to_its_offer_and_each_level() -> None:
    (entry,) = small.found(small.read(navn="Kor"))
    site, drawn = a_site(small.empty(), TODAY), list[tuple[str, int]]()

    def draw(one: object, href: str, t: object, of: Site, level: int) -> Markup:
        assert (one, t, of) == (entry, site.t, site)
        drawn.append((href, level))
        return Markup("{} {}").format(href, level)

    asked = [("../a/", 2), ("../a/", 3), ("../../a/", 2), ("../a/", 2), ("../a/", 3)]
    assert [site.once(draw, entry, *each) for each in asked] == [f"{a} {b}" for a, b in asked]
    assert drawn == asked[:3]


def test_no_page_is_another_one_because_others_were_drawn_before_it() -> None:
    env = environment()
    catalogue = load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True).catalogue
    site = a_site(catalogue, TODAY)
    with_cards = [page for page in pages(catalogue, TODAY) if page.template != "flyttet.html"]
    last = [render(page, env, site) for page in with_cards]
    # One page of each template, drawn as if it were the only one.
    alone = {page.template: number for number, page in enumerate(with_cards)}
    assert len(site.cards) > len(catalogue.clubs)
    for number in alone.values():
        assert render(with_cards[number], env, replace(site, cards={})) == last[number]
