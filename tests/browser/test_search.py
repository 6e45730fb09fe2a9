"""The search field in a real browser: walked by keyboard, fetched late, and silent about what is typed."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

INDEX = "soeg/hold.json"
TYPED = "sukkersyge & gåture"


def walk_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"Tab never comes to {selector}")


def test_the_keyboard_walks_to_the_field_and_on_to_the_list(page: Page, site: str) -> None:
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site)
    expect(page.get_by_role("search")).to_be_visible()
    assert [url for url in asked if "soeg" in url] == []
    with page.expect_response(f"**/{INDEX}") as got:
        walk_to(page, "#soeg")
    assert got.value.ok
    page.keyboard.type(TYPED)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}hold/#q=*")
    assert unquote(urlsplit(page.url).fragment) == f"q={TYPED}"
    assert len([url for url in asked if url.endswith(INDEX)]) >= 1
    sent = [url.partition("#")[0] for url in asked]
    assert [url for url in sent if "?" in url or "sukker" in url] == []


def test_the_button_does_as_enter_and_an_empty_field_leads_to_the_whole_list(
    page: Page, site: str
) -> None:
    page.goto(site)
    page.get_by_role("searchbox").fill("kor")
    page.get_by_role("button", name="Søg").click()
    page.wait_for_url(f"{site}hold/#q=kor")
    page.goto(site)
    page.get_by_role("button", name="Søg").click()
    page.wait_for_url(f"{site}hold/")


def test_the_field_says_what_can_be_written_in_it(page: Page, site: str) -> None:
    page.goto(site)
    field = page.get_by_label("Søg efter sygdom, aktivitet eller by")
    expect(field).to_be_visible()
    expect(field).to_have_accessible_description("For eksempel: sukkersyge, kor, gåtur")
    assert field.get_attribute("placeholder") is None


def test_without_scripts_there_is_no_field_that_would_not_work(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    expect(page.locator("form.hk-search")).to_be_hidden()
    context.close()
