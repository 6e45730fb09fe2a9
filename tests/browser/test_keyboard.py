"""Everything can be reached by keyboard, in the order in which it stands, and one sees where one is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import ViewportSize

from browser.walk import DESK, PHONE, Open
from page_types import OFFER, PAGES

FOCUS = """() => {
  const seen = (element, part) => {
    const style = getComputedStyle(element, part);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return (ring && (!part || style.content !== "none")) || (!part && style.boxShadow !== "none");
  };
  const element = document.activeElement;
  if (element === document.body) return "";
  const shown = seen(element, null) || seen(element, "::after");
  const box = element.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight;
  return (shown && inside ? "seen: " : "not seen: ") + element.outerHTML;
}"""
PLACE = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const inside = document.activeElement.closest(".hk-header") !== null;
  return inside ? [box.top + box.height / 2, box.height / 2, box.left] : null;
}"""
BEHIND = "() => document.activeElement.closest('header.hk-header, .hk-skip') === null"


def test_the_first_tab_lands_on_the_way_past_the_menu_and_enter_goes_there(
    visit: Open, site: str
) -> None:
    page = visit(viewport=PHONE)
    for name, path in PAGES.items():
        page.goto(site + path)
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.get_attribute("href") == "#indhold", name
        box = skip.bounding_box()
        assert box, name
        assert box["x"] >= 0, name
        assert box["y"] >= 0, name
        page.keyboard.press("Enter")
        # The browser tells of a jump within the page a few milliseconds after it was made.
        page.wait_for_url("**#indhold", timeout=5000)
        page.keyboard.press("Tab")
        assert page.evaluate(BEHIND), name


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_always_sees_where_the_keyboard_is(
    visit: Open, site: str, scheme: str, forced: str
) -> None:
    page = visit(viewport=PHONE, color_scheme=scheme, forced_colors=forced)
    for path in ("", OFFER, "omraade/vig/"):
        page.goto(site + path)
        found: list[str] = []
        while len(found) < 200:
            page.keyboard.press("Tab")
            found.append(page.evaluate(FOCUS))
            if not found[-1]:
                break
        assert len(found) > 10
        assert [one for one in found if one.startswith("not")] == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_keyboard_goes_through_the_header_as_the_eye_does(
    visit: Open, size: ViewportSize
) -> None:
    page = visit(viewport=size)
    page.keyboard.press("Tab")  # the way past the menu
    places = []
    for _ in range(20):
        page.keyboard.press("Tab")
        if (place := page.evaluate(PLACE)) is None:
            break
        places.append(place)
    assert len(places) >= 3
    for (middle, half, left), (below, _, right) in pairwise(places):
        assert below > middle + half or (below > middle - half and right > left)


def test_the_menu_opens_by_keyboard_and_the_next_tab_stands_in_it(visit: Open, site: str) -> None:
    page = visit(viewport=PHONE)
    page.locator(".hk-menu > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    assert first.get_attribute("class") == "hk-menu__link"
    assert first.is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}hold/")
