"""The filters of the list in a real browser: by keyboard, by ear, by the back button and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

LIST = "hold/"
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CELLS = """one => {
  const cells = [...one.querySelectorAll(".hk-card, .hk-paper__row > span")];
  const places = cells.map((cell) => cell.getBoundingClientRect());
  return [places.map(({ left }) => Math.round(left)), places.map(({ top }) => Math.round(top))];
}"""
FOCUSED = "() => document.activeElement.closest('.hk-filters') !== null"
NUMBER = re.compile(r"\d+")
Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Open]:
    """Opens the list with a fragment."""
    contexts = []

    def open_(fragment: str = "", *, size: ViewportSize = DESK, **options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
        context = browser.new_context(locale="da-DK", viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(f"{site}{LIST}{fragment}")
        return page

    yield open_
    for context in contexts:
        context.close()


def status(page: Page) -> Any:  # noqa: ANN401 - Playwright's own assertions
    return expect(page.locator(".hk-result__count"))


def box(page: Page, key: str, id_: str) -> Any:  # noqa: ANN401 - a Locator that tests may press
    return page.locator(f"input[name={key}][value={id_}]")


def shown(page: Page) -> list[str]:
    """The ids of the offers that can be seen, in the order in which they are read."""
    found: list[str] = page.locator("li[data-id]").evaluate_all(
        "all => all.filter(one => one.offsetParent).map(one => one.dataset.id)"
    )
    return found


def headings(page: Page) -> list[str]:
    return page.locator(".hk-group:visible h2").all_inner_texts()


def number(text: str) -> int:
    found = NUMBER.search(text)
    assert found, text
    return int(found[0])


def test_a_tick_is_told_and_written_in_the_address_and_nothing_is_sent(
    visit: Open, site: str
) -> None:
    page = visit()
    everything = len(shown(page))
    status(page).to_have_text(f"{everything} hold")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    box(page, "sygdom", "kol").check()
    status(page).to_have_text(re.compile(r"^\d+ hold passer(, \d+ mere ved vi ikke)?$"))
    assert page.url == f"{site}{LIST}#sygdom=kol"
    page.locator("[data-facet=omraade] summary").click()
    box(page, "omraade", "vig").check()
    status(page).to_have_text(re.compile(f"^(?!{everything} )"))
    assert page.url == f"{site}{LIST}#sygdom=kol&omraade=vig"
    assert len(shown(page)) < everything
    assert page.locator(".hk-result__count").get_attribute("role") == "status"
    page.get_by_role("button", name="Ryd alle").click()
    status(page).to_have_text(f"{everything} hold")
    assert page.url == f"{site}{LIST}"
    assert sent == []
    assert page.evaluate("() => [document.cookie, localStorage.length, sessionStorage.length]") == [
        *("", 0, 0)
    ]


def test_what_was_chosen_comes_back_from_a_saved_link_and_by_going_back(
    visit: Open, site: str
) -> None:
    page = visit("#behov=pauser&sygdom=kol,findes-ikke&farve=blaa")
    expect(box(page, "sygdom", "kol")).to_be_checked()
    expect(box(page, "behov", "pauser")).to_be_checked()
    first = shown(page)
    names = page.locator(".hk-chip[data-key]")
    assert [" ".join(text.split()) for text in names.all_inner_texts()] == [
        "KOL Fjern",
        "Kan holde pause Fjern",
    ]
    box(page, "behov", "pauser").uncheck()
    expect(names).to_have_count(1)
    more = shown(page)
    assert len(more) > 0
    assert more != first
    page.locator("li[data-id] a:visible").first.click()
    page.wait_for_url(re.compile(r"/hold/.+/.+/$"))
    page.go_back()
    expect(names).to_have_count(1)
    assert shown(page) == more
    page.go_back()
    expect(names).to_have_count(2)
    assert shown(page) == first
    page.go_forward()
    expect(names).to_have_count(1)
    assert site in page.url


def test_the_groups_are_read_in_order_and_the_unknown_stands_apart_and_last(visit: Open) -> None:
    page = visit("#sygdom=kol&omraade=vig&behov=pauser")
    status(page).to_have_text(re.compile("mere ved vi ikke"))
    found = headings(page)
    order = [
        *("Lavet til dig med KOL", "Også godt for dig med KOL", "For pårørende", "Åbent for alle"),
        *("For hele kommunen", "Spørg om det her"),
    ]
    places = [next(i for i, name in enumerate(order) if text.startswith(name)) for text in found]
    assert places == sorted(places)
    assert len(places) > 2
    assert found[-1].startswith("Spørg om det her")
    told = [int(n) for n in NUMBER.findall(page.locator(".hk-result__count").inner_text())]
    numbers = [number(text.rpartition("(")[2]) for text in found]
    assert told == [sum(numbers[:-1]), numbers[-1]]
    assert len(shown(page)) == sum(numbers)


def test_every_count_keeps_its_promise_and_nothing_that_gives_nothing_can_be_chosen(
    visit: Open,
) -> None:
    page = visit("#sygdom=kol&omraade=roervig")
    dead = page.locator(".hk-check:has(:disabled) .hk-check__count")
    assert dead.count() > 0
    assert set(dead.all_text_contents()) == {"0"}
    for key, id_ in (("aktivitet", "kor"), ("behov", "tag-en-med"), ("sygdom", "astma")):
        page.evaluate("hash => { location.hash = hash }", "#omraade=vig")
        expect(page.locator(".hk-chip[data-key]")).to_have_count(1)
        option = box(page, key, id_)
        count = option.locator("xpath=..").locator(".hk-check__count").text_content()
        option.evaluate("one => one.click()")
        status(page).to_have_text(re.compile(f"^{count} hold passer"))
        expect(option).to_be_enabled()


def test_having_somebody_with_her_is_met_by_the_club_or_by_the_bridge_builder(visit: Open) -> None:
    page = visit()
    page.get_by_label("Jeg vil gerne have en med").check()
    expect(page.locator(".hk-chip[data-key]")).to_have_text(re.compile("Have en med"))
    assert page.url.endswith("#behov=tag-en-med")
    assert "vig-stavgaengere/stavgang" in shown(page)


def test_the_filter_is_walked_by_keyboard_on_a_wide_screen(visit: Open) -> None:
    page = visit()
    page.locator("#filtre-titel").focus()
    page.keyboard.press("Tab")
    expect(page.locator("[data-facet=sygdom] summary")).to_be_focused()
    page.keyboard.press("Tab")
    first = page.locator("[data-facet=sygdom] .hk-check:visible input").first
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    expect(first).to_be_focused()
    status(page).to_have_text(re.compile("passer"))
    expect(page.locator("[data-facet=sygdom] .hk-filters__picked")).to_have_text("1 valgt")
    hidden = page.locator("[data-facet=sygdom] .hk-check:not(:visible)").count()
    assert hidden > 0
    all_ = page.locator("[data-facet=sygdom] .hk-filters__all")
    all_.focus()
    page.keyboard.press("Enter")
    expect(all_).to_have_attribute("aria-expanded", "true")
    assert page.locator("[data-facet=sygdom] .hk-check:not(:visible)").count() == 0
    assert page.evaluate("() => document.activeElement.closest('[data-more]') !== null")
    page.locator(".hk-chip[data-key]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hk-result__count")).to_be_focused()
    expect(first).not_to_be_checked()


def test_on_a_telephone_the_filter_is_a_panel_that_keeps_and_gives_back_the_focus(
    visit: Open,
) -> None:
    page = visit("#sygdom=kol", size=PHONE)
    opener = page.get_by_role("button", name="Filtre (1)")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#filtre-titel")).to_be_focused()
    expect(page.get_by_role("dialog", name="Filtre")).to_be_visible()
    assert page.locator("header.hk-header").evaluate("one => one.inert")
    for _ in range(25):
        page.keyboard.press("Tab")
        # Beyond the last control is the browser's own window, which the page sees as its body.
        assert (
            page.evaluate(FOCUSED)
            or page.evaluate("() => document.activeElement.tagName") == "BODY"
        )
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(page.locator("#filtre")).to_be_hidden()
    assert not page.locator("header.hk-header").evaluate("one => one.inert")
    opener.click()
    box(page, "behov", "pauser").check()
    told = page.locator("#filtre [role=status]")
    expect(told).to_have_text(re.compile("hold passer"))
    show = page.get_by_role("button", name=re.compile(r"^Vis \d+ hold$"))
    assert number(show.inner_text()) == number(told.inner_text())
    show.click()
    expect(page.locator(".hk-result__count")).to_be_focused()
    expect(page.get_by_role("button", name="Filtre (2)")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="Filtre (1)")).to_be_visible()


def test_when_nothing_fits_the_way_out_is_shown_and_leads_there(visit: Open) -> None:
    page = visit("#omraade=roervig&aktivitet=stavgang", size=PHONE)
    status(page).to_have_text("Ingen hold passer til det hele")
    none = page.locator(".hk-find__none")
    expect(none).to_contain_text("Du valgte Rørvig og Stavgang.")
    expect(none.get_by_role("link", name="12 34 56 78")).to_be_visible()
    ways = none.locator(".hk-picker__link")
    texts = [" ".join(text.split()) for text in ways.all_inner_texts()]
    assert re.match(r"Uden »Rørvig« \d+ hold", texts[0])
    assert re.match(r"Uden »Stavgang« \d+ hold", texts[1])
    assert re.match(r".+, \d+ km fra Rørvig \d+ hold", texts[2])
    promised = number(texts[0].rpartition("«")[2])
    page.keyboard.press("Tab")
    ways.first.focus()
    page.keyboard.press("Enter")
    status(page).to_have_text(f"{promised} hold passer")
    expect(page.locator(".hk-result__count")).to_be_focused()
    assert page.url.endswith("#aktivitet=stavgang")
    page.go_back()
    expect(none).to_be_visible()


def test_the_way_past_the_menu_does_not_forget_what_was_chosen(visit: Open) -> None:
    page = visit("#sygdom=kol")
    status(page).to_have_text(re.compile("passer"))
    page.locator(".hk-skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#sygdom=kol")
    expect(box(page, "sygdom", "kol")).to_be_checked()


SEARCH = """
export const load = async (url) => {
  globalThis.asked = url;
  return { find: (text) => text === "yoga" ? [{ id: "roervig-yoga/stoleyoga", score: 1 }] : null };
};
"""
FORM = '<form class="hk-search" data-index="../soeg/hold.json" hidden><label>Søg <input type="search"></label></form>'


def with_search(page: Page, module: str | None) -> None:
    """The list with a search form, and a module that finds one offer, or none at all."""

    def put(route: Route) -> None:
        html = route.fetch().text()
        if "data-index" not in html:
            html = html.replace('<div class="hk-split', f'{FORM}<div class="hk-split', 1)
        route.fulfill(body=html, content_type="text/html")

    page.route(re.compile(r"/hold/$"), put)
    page.route(
        "**/tema/js/search.mjs",
        lambda route: (
            route.fulfill(body=module, content_type="text/javascript") if module else route.abort()
        ),
    )


def test_words_from_the_address_are_searched_for_and_joined_with_the_filters(
    visit: Open, site: str
) -> None:
    page = visit("../")
    with_search(page, SEARCH)
    page.goto(f"{site}{LIST}#q=yoga")
    status(page).to_have_text(re.compile("^1 hold passer"))
    assert shown(page) == ["roervig-yoga/stoleyoga"]
    assert page.evaluate("() => asked") == f"{site}soeg/hold.json"
    field = page.locator("form[data-index] input")
    expect(field).to_have_value("yoga")
    expect(page.locator(".hk-chip[data-key=q]")).to_contain_text("»yoga«")
    field.fill("og")
    field.press("Enter")
    expect(page.locator(".hk-chip[data-key=q]")).to_contain_text("»og«")
    assert page.url == f"{site}{LIST}#q=og"
    assert len(shown(page)) > 10


@pytest.mark.parametrize(
    "module", [None, "export const load = async () => { throw new Error('404') };"]
)
def test_without_its_search_the_list_says_so_and_still_filters(
    visit: Open, site: str, module: str | None
) -> None:
    page = visit("../")
    with_search(page, module)
    page.goto(f"{site}{LIST}#sygdom=kol&q=yoga")
    expect(page.locator(".hk-find__failed")).to_contain_text("Søgningen virker ikke lige nu")
    status(page).to_have_text(re.compile("passer"))
    expect(box(page, "sygdom", "kol")).to_be_checked()
    page.get_by_role("button", name="Ryd alle").click()
    expect(page.locator(".hk-find__failed")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_an_open_filter_has_no_barrier_that_a_machine_can_find(
    visit: Open, size: ViewportSize, scheme: str
) -> None:
    page = visit("#sygdom=kol&omraade=vig", size=size, color_scheme=scheme)
    status(page).to_have_text(re.compile("passer"))
    bad = []
    for name in ("chosen", "open", "nothing"):
        if name == "open":
            page.locator(".hk-filters__group").evaluate_all(
                "all => all.map(one => one.open = true)"
            )
            if size is PHONE:
                page.locator(".hk-filters__open button").click()
        if name == "nothing":
            page.evaluate("() => { location.hash = '#omraade=roervig&aktivitet=stavgang' }")
            expect(page.locator(".hk-find__none")).to_be_visible()
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        bad += [f"{name}: {v['id']}: {n['target']}" for v in found for n in v["nodes"]]
    assert bad == []


@pytest.mark.parametrize(("width", "percent"), [(320, 100), (360, 200)])
def test_the_panel_fits_a_small_screen_and_big_text(visit: Open, width: int, percent: int) -> None:
    page = visit("#sygdom=kol", size={"width": width, "height": 740})
    page.add_style_tag(content=f":root {{ font-size: {percent}% !important }}")
    page.locator(".hk-filters__open button").click()
    assert page.evaluate(WIDE) <= 0
    assert (
        page.locator(".hk-filters__body").evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    )
    expect(page.locator(".hk-filters__show")).to_be_in_viewport()


def test_without_scripts_the_list_has_every_offer_and_no_dead_control(visit: Open) -> None:
    page = visit(java_script_enabled=False)
    assert len(shown(page)) == page.locator("li[data-id]").count() > 50
    assert page.locator("main :is(button, input, select, summary):visible").count() == 0
    ways = page.locator(".hk-find__ways a:visible")
    assert ways.count() == 11
    ways.filter(has_text="Tirsdag").click()
    expect(page.locator("h1")).to_contain_text("tirsdag")


def test_what_was_found_prints_as_a_table_with_all_one_needs(visit: Open) -> None:
    page = visit("#sygdom=kol&behov=pauser", size={"width": 720, "height": 1000})
    status(page).to_have_text(re.compile("passer"))
    page.emulate_media(media="print")
    expect(page.get_by_text("Du valgte KOL og Kan holde pause.")).to_be_visible()
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
