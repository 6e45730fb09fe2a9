"""One page of each type in a real browser: asks nobody else, works without scripts and on paper."""

from __future__ import annotations

from urllib.parse import urlsplit

from browser.walk import Open
from page_types import OFFER, PAGES

WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_nothing_is_asked_of_any_other_host_and_nothing_is_missing(visit: Open, site: str) -> None:
    page = visit("")
    asked, missing = set[str](), list[str]()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.on("response", lambda got: missing.append(got.url) if got.status >= 400 else None)
    for path in PAGES.values():
        page.goto(site + path)
    assert asked == {urlsplit(site).netloc}
    assert missing == []


def test_no_picture_of_a_page_is_wider_than_a_small_telephone(visit: Open, site: str) -> None:
    page = visit("", viewport={"width": 320, "height": 740})
    for path in PAGES.values():
        page.goto(site + path)
        assert page.evaluate(WIDE) <= 0, path


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
