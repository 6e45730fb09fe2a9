"""No page has a barrier that a machine can find: on a small telephone, in the light and the dark."""

from __future__ import annotations

from browser.barriers import barriers_in_both
from browser.walk import PHONE, Open
from page_types import PAGES


def test_no_page_has_a_barrier_on_a_telephone(visit: Open, site: str) -> None:
    page = visit(viewport=PHONE, reduced_motion="reduce")
    bad = []
    for name, path in PAGES.items():
        page.goto(site + path)
        bad += barriers_in_both(page, name)
    assert not bad, "\n".join(bad[:20])


def test_the_open_menu_has_none(visit: Open) -> None:
    page = visit(viewport=PHONE, reduced_motion="reduce")
    page.locator(".hk-menu > summary").click()
    assert page.locator(".hk-menu__link").first.is_visible()
    assert barriers_in_both(page, "the menu") == []
