"""One page of each type in a real browser: readable for all, on any screen, by keyboard and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

OFFER = "hold/lungekor-odsherred/koret/"
PAGES = {
    "the front page": "",
    "the list": "hold/",
    "an offer": OFFER,
    "an offer with changing places": "hold/hjertevenner-odsherred/hjertetur/",
    "the open data": "data/",
    "clubs": "forening/",
    "a club": "forening/hjertevenner-odsherred/",
    "conditions": "sygdom/",
    "a condition": "sygdom/kol/",
    "a condition in an area": "sygdom/kol/vig/",
    "a condition where it has nothing": "sygdom/muskelsvind/vig/",
    "a weekday": "dag/tirsdag/",
    "what is free": "gratis/",
    "areas": "omraade/",
    "an area": "omraade/vig/",
    "activities": "aktivitet/",
    "an activity": "aktivitet/gaature/",
    "courses": "forloeb/",
    "a course": "forloeb/kol-forloeb/",
    "an ordinary page": "om/",
    "the guide for clubs": "for-foreninger/",
    "accessibility": "was/",
    "no page": "404.html",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, site: str, built: Path) -> Iterator[Open]:
    """Opens a page of the site; 404.html asks for its styles from the top of the host."""
    contexts = []

    def open_(path: str, **options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
        context = browser.new_context(locale="da-DK", **options)
        contexts.append(context)
        page = context.new_page()

        def from_top(route: Route) -> None:
            file = built / urlsplit(route.request.url).path.lstrip("/")
            route.fulfill(path=file) if file.is_file() else route.continue_()

        page.route("**/tema/**", from_top)
        page.goto(site + path)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_has_a_barrier_that_a_machine_can_find(
    visit: Open, site: str, width: int, scheme: str
) -> None:
    page = visit("", viewport={"width": width, "height": 800}, color_scheme=scheme)
    bad = []
    for name, path in PAGES.items():
        page.goto(site + path)
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        bad += [
            f"{name}: {one['id']}: {node['target']} {node.get('failureSummary', '')}"
            for one in found
            for node in one["nodes"]
        ]
    assert not bad, "\n".join(bad[:20])


@pytest.mark.parametrize(("width", "size"), [(320, 100), (360, 200), (1280, 200)])
def test_no_page_scrolls_sideways_on_a_small_screen_or_with_big_text(
    visit: Open, site: str, width: int, size: int
) -> None:
    page = visit("", viewport={"width": width, "height": 800})
    over = {}
    for name, path in PAGES.items():
        page.goto(site + path)
        page.add_style_tag(content=f":root {{ font-size: {size}% !important }}")
        over[name] = page.evaluate(WIDE)
    assert {name: pixels for name, pixels in over.items() if pixels > 0} == {}


def test_the_first_tab_lands_on_the_way_past_the_menu_and_enter_goes_there(
    visit: Open, site: str
) -> None:
    page = visit("", viewport={"width": 360, "height": 740})
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
        behind = "() => document.activeElement.closest('header.hk-header, .hk-skip') === null"
        assert page.evaluate(behind), name


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_always_sees_where_the_keyboard_is(visit: Open, site: str, scheme: str) -> None:
    page = visit("", viewport={"width": 360, "height": 740}, color_scheme=scheme)
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


def test_nothing_is_asked_of_any_other_host_and_nothing_is_missing(visit: Open, site: str) -> None:
    page = visit("")
    asked, missing = set[str](), list[str]()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.on("response", lambda got: missing.append(got.url) if got.status >= 400 else None)
    for path in PAGES.values():
        page.goto(site + path)
    assert asked == {urlsplit(site).netloc}
    assert [url for url in missing if not url.endswith("/favicon.ico")] == []


def test_everything_is_there_without_scripts_and_cookies_are_never_set(
    visit: Open, site: str
) -> None:
    page = visit("", java_script_enabled=False)
    for path in PAGES.values():
        page.goto(site + path)
        assert page.locator("h1").is_visible()
        assert page.locator("main").inner_text().strip()
    assert page.context.cookies() == []
    page.goto(site)
    page.get_by_role("link", name="KOL").first.click()
    page.locator("main article a").first.click()
    assert page.url.startswith(f"{site}hold/")


def test_paper_shows_the_team_and_the_telephone_but_no_menus(visit: Open, site: str) -> None:
    page = visit("", viewport={"width": 720, "height": 1000})
    page.emulate_media(media="print")
    for name, path in PAGES.items():
        page.goto(site + path)
        menus = page.locator("header nav, footer nav, .hk-skip, .hk-no-print")
        shown = [menus.nth(i).is_visible() for i in range(menus.count())]
        assert shown, name
        assert not any(shown), name
        assert page.locator("h1").is_visible(), name
        assert page.locator(".hk-help").get_by_text("12 34 56 78").is_visible(), name
    page.goto(site + OFFER)
    assert page.evaluate(WIDE) <= 0
