"""The filters of the list in a real browser: by mouse, by keyboard and by the back button."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from on_list import LIST, NUMBER, PHONE, box, number, shown, status

FOCUSED = "() => document.activeElement.closest('.hk-filters') !== null"
Open = Callable[..., Page]


def headings(page: Page) -> list[str]:
    return page.locator(".hk-group:visible h2").all_inner_texts()


def test_a_tick_is_told_and_written_in_the_address_and_nothing_is_sent(
    on_list: Open, site: str
) -> None:
    page = on_list()
    everything = len(shown(page))
    status(page).to_have_text(f"{everything} hold")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    box(page, "sygdom", "kol").check()
    status(page).to_have_text(re.compile(r"^\d+ hold passer(, og \d+ mere kan du spørge om)?$"))
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
    on_list: Open, site: str
) -> None:
    page = on_list("#behov=pauser&sygdom=kol,findes-ikke&farve=blaa")
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


def test_the_groups_are_read_in_order_and_the_unknown_stands_apart_and_last(on_list: Open) -> None:
    page = on_list("#sygdom=kol&omraade=vig&behov=pauser")
    status(page).to_have_text(re.compile("mere kan du spørge om"))
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


def test_a_heading_for_several_illnesses_is_one_list_without_a_list_inside(on_list: Open) -> None:
    first, *_ = headings(on_list("#sygdom=angst-og-stress,depression"))
    assert first.startswith("Lavet til dig med angst, stress, PTSD eller depression")


def test_every_count_keeps_its_promise_and_nothing_that_gives_nothing_can_be_chosen(
    on_list: Open,
) -> None:
    page = on_list("#sygdom=kol&omraade=roervig")
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


def test_having_somebody_with_her_is_met_by_the_club_or_by_the_bridge_builder(
    on_list: Open,
) -> None:
    page = on_list()
    page.get_by_label("Jeg vil gerne have én med").check()
    expect(page.locator(".hk-chip[data-key]")).to_have_text(re.compile("Have én med"))
    assert page.url.endswith("#behov=tag-en-med")
    assert "vig-stavgaengere/stavgang" in shown(page)


def test_the_filter_is_walked_by_keyboard_on_a_wide_screen(on_list: Open) -> None:
    page = on_list()
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
    on_list: Open,
) -> None:
    page = on_list("#sygdom=kol", size=PHONE)
    opener = page.get_by_role("button", name="Dine valg (1)")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#filtre-titel")).to_be_focused()
    expect(page.get_by_role("dialog", name="Vælg, hvad du søger")).to_be_visible()
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
    expect(page.get_by_role("button", name="Dine valg (2)")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="Dine valg (1)")).to_be_visible()


def test_when_nothing_fits_the_way_out_is_shown_and_leads_there(on_list: Open) -> None:
    page = on_list("#omraade=roervig&aktivitet=stavgang", size=PHONE)
    status(page).to_have_text("Ingen hold passer til det hele")
    none = page.locator(".hk-find__none")
    expect(none).to_contain_text("Du har valgt: Rørvig og Stavgang.")
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


def test_the_way_past_the_menu_does_not_forget_what_was_chosen(on_list: Open) -> None:
    page = on_list("#sygdom=kol")
    status(page).to_have_text(re.compile("passer"))
    page.locator(".hk-skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#sygdom=kol")
    expect(box(page, "sygdom", "kol")).to_be_checked()
