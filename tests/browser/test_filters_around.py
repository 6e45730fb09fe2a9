"""Around the filters of the list: search, barriers, big text, no scripts at all, and paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from holdkatalog.wording.words import strings
from on_list import DESK, LIST, PHONE, box, shown, status

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CELLS = """one => {
  const cells = [...one.querySelectorAll(".hk-card, .hk-paper__row > span")];
  const places = cells.map((cell) => cell.getBoundingClientRect());
  return [places.map(({ left }) => Math.round(left)), places.map(({ top }) => Math.round(top))];
}"""
# What can be heard: not what sleeps behind the panel, nor what nobody can see.
LISTEN = """() => {
  window.heard = [];
  for (const region of document.querySelectorAll("[role=status], [role=alert]")) {
    new MutationObserver(() => {
      const awake = region.checkVisibility() && !region.closest("[inert]");
      if (awake && region.textContent) heard.push(region.textContent);
    }).observe(region, { childList: true });
  }
}"""
Open = Callable[..., Page]
WORDS = strings(Path(__file__).resolve().parents[2] / "theme" / "strings" / "da.yaml")


def test_words_from_the_address_are_searched_for_and_joined_with_the_filters(
    on_list: Open, site: str
) -> None:
    page = on_list()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.evaluate("() => { location.hash = '#q=yoga' }")
    expect(page.locator(".hk-chip[data-key=q]")).to_contain_text("»yoga«")
    assert sorted(url.removeprefix(site) for url in sent) == [
        *("soeg/hold.json", "tema/js/fold.mjs", "tema/js/search.mjs")
    ]
    found = shown(page)
    assert any("yoga" in id_ for id_ in found)
    field = page.get_by_role("searchbox")
    expect(field).to_have_value("yoga")
    page.evaluate("() => { location.hash = '#dag=tirsdag&q=yoga' }")
    expect(page.locator(".hk-chip[data-key]")).to_have_count(2)
    assert set() < set(shown(page)) < set(found)
    field.fill("  zzzz ")
    field.press("Enter")
    status(page).to_have_text("Ingen hold passer til det hele")
    assert page.url == f"{site}{LIST}#dag=tirsdag&q=zzzz"
    expect(page.locator(".hk-find__none")).to_contain_text("Uden »zzzz«")
    field.fill("")
    field.press("Enter")
    status(page).to_have_text(re.compile(r"^\d+ hold passer"))
    assert page.url == f"{site}{LIST}#dag=tirsdag"
    page.get_by_role("button", name="Ryd alle").click()
    assert len(sent) == 3


@pytest.mark.parametrize("words", ["!!!", "og", "kl. 10.00"])
def test_words_that_ask_for_nothing_choose_nothing(on_list: Open, words: str) -> None:
    page = on_list(f"#q={words}&sygdom=kol")
    status(page).to_have_text(re.compile("passer"))
    expect(page.locator(".hk-chip[data-key]")).to_have_count(1)
    expect(page.locator("#valgt-paa-papir")).to_have_text(
        WORDS["live"]["chosen"].format(names="KOL")
    )
    expect(page.get_by_text(WORDS["list"]["order"])).to_be_hidden()  # the best fits come first
    page.get_by_role("button", name="Ryd alle").click()
    status(page).to_have_text(re.compile(r"^\d+ hold$"))
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**#q=*")
    status(page).to_have_text(re.compile(r"^\d+ hold$"))
    expect(page.get_by_text(WORDS["list"]["order"])).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_screen_reader_hears_once_how_many_there_are(on_list: Open, size: ViewportSize) -> None:
    page = on_list(size=size)
    page.evaluate(LISTEN)
    if size is PHONE:
        page.locator(".hk-filters__open button").click()
    box(page, "sygdom", "kol").check()
    status(page).to_have_text(re.compile("passer"))
    assert page.evaluate("() => heard") == [page.locator(".hk-result__count").text_content()]


def test_a_single_thing_to_let_go_of_is_not_called_one_of_them(on_list: Open) -> None:
    page = on_list("#q=zzzz")
    none = page.locator(".hk-find__none > p").first
    expect(none).to_have_text(WORDS["live"]["let_go_one"].format(names="»zzzz«"))
    page.evaluate("() => { location.hash = '#omraade=roervig&aktivitet=stavgang' }")
    expect(none).to_have_text(WORDS["live"]["let_go"].format(names="Rørvig og Stavgang"))


@pytest.mark.parametrize("missing", ["**/tema/js/search.mjs", "**/soeg/hold.json"])
def test_without_its_search_the_list_says_so_and_still_filters(
    on_list: Open, site: str, missing: str
) -> None:
    page = on_list()
    page.route(missing, lambda route: route.abort())
    page.goto(f"{site}{LIST}?#sygdom=kol&q=yoga")
    expect(page.locator(".hk-find__failed")).to_contain_text("Søgningen virker ikke lige nu")
    status(page).to_have_text(re.compile("passer"))
    expect(box(page, "sygdom", "kol")).to_be_checked()
    page.get_by_role("button", name="Ryd alle").click()
    expect(page.locator(".hk-find__failed")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_an_open_filter_has_no_barrier_that_a_machine_can_find(
    on_list: Open, size: ViewportSize, scheme: str
) -> None:
    page = on_list("#sygdom=kol&omraade=vig", size=size, color_scheme=scheme)
    status(page).to_have_text(re.compile("passer"))
    bad = []
    page.route("**/soeg/hold.json", lambda route: route.abort())
    for name in ("chosen", "open", "nothing", "error"):
        if name == "open":
            page.locator(".hk-filters__group").evaluate_all(
                "all => all.map(one => one.open = true)"
            )
            if size is PHONE:
                page.locator(".hk-filters__open button").click()
        if name == "nothing":
            page.evaluate("() => { location.hash = '#omraade=roervig&aktivitet=stavgang' }")
            expect(page.locator(".hk-find__none")).to_be_visible()
        if name == "error":
            page.evaluate("() => { location.hash = '#q=yoga' }")
            expect(page.locator(".hk-find__failed")).to_be_visible()
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        bad += [f"{name}: {v['id']}: {n['target']}" for v in found for n in v["nodes"]]
    assert bad == []


@pytest.mark.parametrize(("width", "letters"), [(320, 16), (360, 32)])
def test_the_panel_fits_a_small_screen_and_big_text(
    on_list: Open, width: int, letters: int
) -> None:
    page = on_list("#sygdom=kol", size={"width": width, "height": 740})
    asked = page.context.new_cdp_session(page)
    asked.send("Page.setFontSizes", {"fontSizes": {"standard": letters}})
    page.locator(".hk-filters__open button").click()
    assert (
        page.locator(".hk-filters__body").evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    )
    expect(page.locator(".hk-filters__show")).to_be_in_viewport()


def test_at_four_times_the_size_the_choices_are_not_squeezed_between_head_and_foot(
    on_list: Open,
) -> None:
    page = on_list(size={"width": 320, "height": 225})
    page.locator(".hk-filters__open button").click()
    panel = page.locator(".hk-filters")
    assert panel.evaluate("one => one.scrollHeight > 2 * one.clientHeight")
    page.locator(".hk-filters__show").scroll_into_view_if_needed()
    expect(page.locator(".hk-filters__show")).to_be_in_viewport(ratio=1)


def test_without_scripts_the_list_has_every_offer_and_no_dead_control(on_list: Open) -> None:
    page = on_list(java_script_enabled=False)
    assert len(shown(page)) == page.locator("li[data-id]").count() > 50
    assert page.locator("main :is(button, input, select, summary):visible").count() == 0
    ways = page.locator(".hk-find__ways a:visible")
    assert ways.count() == 11
    ways.filter(has_text="Tirsdag").click()
    expect(page.locator("h1")).to_contain_text("tirsdag")


def test_what_was_found_prints_as_a_table_with_all_one_needs(on_list: Open) -> None:
    page = on_list("#sygdom=kol&behov=pauser", size={"width": 720, "height": 1000})
    status(page).to_have_text(re.compile("passer"))
    page.emulate_media(media="print")
    expect(page.get_by_text("Du har valgt: KOL og Kan holde pause.")).to_be_visible()
    expect(page.get_by_text("»Spørg« betyder")).to_be_visible()
    row = page.locator("li[data-id='vig-stavgaengere/stavgang']")
    for words in (
        *("Stavgang for lungerne", "Vig Stavgængere", "tirsdag", "10.00-11.30"),
        *("Tranebærvej 1, 4560 Vig", "Gratis", "12 34 56 78"),
    ):
        text = " ".join(row.inner_text().split())
        assert words in text
    across, down = row.evaluate(CELLS)
    assert len(set(down)) == 1, "one row"
    head, _ = page.locator(".hk-paper:visible").first.evaluate(CELLS)
    assert head[1:] == across[1:]
    assert len(head) == len(across) == 5
    expect(
        page.locator(".hk-chips:visible, .hk-filters:visible, .hk-filters__open:visible")
    ).to_have_count(0)
    assert page.evaluate(WIDE) <= 0
    expect(page.get_by_text("Er du i tvivl?")).to_be_visible()
