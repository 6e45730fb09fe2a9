"""What moves in the form: the errors and their going away, and more lines and fewer."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from on_form import FORMS, NEW, READY, answer, file_of, finish, named, send, typed, wrong

PHONE = {"width": 360, "height": 740}
ERRORS = "#fejl-i-alt"
Open = Callable[..., Page]


def test_everything_wrong_is_told_above_the_page_and_at_its_field_and_leads_there(
    visit: Open,
) -> None:
    page = visit(NEW, viewport=PHONE)
    title = page.title()
    named(page, "kontakt.0").fill("12 34 56")
    named(page, "hold.tid.0").fill("tirdag 10-11")
    send(page)
    expect(page.locator(ERRORS)).to_be_focused()
    expect(page.locator(ERRORS)).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Der er 6 ting at rette")).to_be_visible()
    assert page.title() == f"Fejl: {title}"
    assert wrong(page) == [
        "Hvad hedder foreningen? Her mangler et svar.",
        'Hvem kan man ringe eller skrive til? "12 34 56" forstår vi ikke som et telefonnummer eller en mail.',
        "Hvad hedder holdet? Her mangler et svar.",
        "Hvad laver I? Her mangler et valg.",
        'Hvornår mødes I? "tirdag 10-11" forstår vi ikke som et tidspunkt.',
        "Sæt kryds, når den, der har telefonen og mailen, har sagt ja.",
    ]
    phone = named(page, "kontakt.0")
    assert phone.get_attribute("aria-invalid") == "true"
    described = str(phone.get_attribute("aria-describedby")).split()
    texts = [page.locator(f"#{one}").inner_text() for one in described]
    assert any('"12 34 56" forstår vi ikke' in text for text in texts)
    page.locator(ERRORS).get_by_role("link", name=re.compile("12 34 56")).click()
    expect(phone).to_be_focused()
    expect(page.get_by_text("Hvem kan man ringe eller skrive til?", exact=True)).to_be_in_viewport()
    assert typed(page) == {
        "_slags": ["ny-forening"],
        "kontakt.0": ["12 34 56"],
        "hold.tid.0": ["tirdag 10-11"],
    }


def test_a_mended_field_loses_its_error_when_it_is_left_and_never_while_somebody_types(
    visit: Open,
) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page, kontakt__0="12 34 56")
    page.locator("#ja").uncheck()
    title = page.title()
    send(page)
    assert len(wrong(page)) == 2
    error = page.locator("#kontakt-fejl")
    phone = named(page, "kontakt.0")
    phone.focus()
    page.keyboard.press("End")
    page.keyboard.type(" 78")
    expect(error).to_be_visible()
    page.keyboard.press("Tab")
    expect(error).to_be_hidden()
    assert phone.get_attribute("aria-invalid") is None
    expect(page.locator(".hk-field--wrong")).to_have_count(1)
    assert wrong(page) == ["Sæt kryds, når den, der har telefonen og mailen, har sagt ja."]
    # What is wrong in a new way, or was never told, is not told before the button is pressed again.
    named(page, "forening").fill("")
    named(page, "hold.navn").focus()
    assert len(wrong(page)) == 1
    page.locator("#ja").check()
    page.locator("#ja").blur()
    expect(page.locator(ERRORS)).to_be_hidden()
    assert page.title() == title.removeprefix("Fejl: ")


def test_a_click_on_the_button_counts_though_a_mended_error_goes_away_above_it(
    visit: Open,
) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page)
    page.locator("#rolle").fill("x\u202ey")
    send(page)
    page.locator("#rolle").fill("formanden")
    page.locator("#rolle").focus()
    page.locator("#formular [type=submit]").scroll_into_view_if_needed()
    place = page.locator("#formular [type=submit]").bounding_box()
    assert place
    page.mouse.move(place["x"] + 20, place["y"] + 10)
    page.mouse.down()
    page.mouse.up()
    expect(page.locator(READY)).to_be_focused()


def test_an_error_that_is_folded_away_is_unfolded(visit: Open) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page)
    # A browser that brings values back does not unfold anything.
    named(page, "hold.gange").first.evaluate("one => { one.value = 'mange gange' }")
    expect(named(page, "hold.gange").first).to_be_hidden()
    send(page)
    assert len(wrong(page)) == 1
    expect(named(page, "hold.gange").first).to_be_visible()
    page.locator(f"{ERRORS} a").click()
    expect(named(page, "hold.gange").first).to_be_focused()


def test_one_more_line_and_one_more_group_are_made_where_somebody_stands_and_can_be_taken_back(
    visit: Open,
) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page)
    prices = named(page, "hold.pris")
    assert prices.count() == 1
    page.locator('[data-lines="hold.pris"] > [data-more]').press("Enter")
    expect(prices.nth(1)).to_be_focused()
    assert prices.nth(1).get_attribute("aria-label") != prices.nth(0).get_attribute("aria-label")
    page.locator('[data-lines="hold.tid"] > [data-more=fields]').press("Enter")
    day = named(page, "hold.tid.1.dag")
    expect(day).to_be_focused()
    day.fill("onsdag")
    named(page, "hold.tid.1.kl").fill("10-11")
    slot = page.locator('[data-slot-of="hold.tid.1"]')
    slot.get_by_role("button", name="Fjern").press("Enter")
    expect(slot).to_be_hidden()
    expect(page.get_by_role("button", name="Fortryd")).to_be_focused()
    assert re.search("er fjernet", page.locator(".hk-slot__gone [role=status]").inner_text())
    assert "hold.tid.1.dag" not in typed(page)
    page.keyboard.press("Enter")
    expect(day).to_be_focused()
    finish(page)
    assert "dag: onsdag" in file_of(page)
    page.go_back()
    slot.get_by_role("button", name="Fjern").click()
    finish(page)
    assert "onsdag" not in file_of(page)


def test_only_the_first_group_shows_its_help_and_the_others_tell_it_to_who_cannot_look_back(
    visit: Open,
) -> None:
    page = visit(NEW, viewport=PHONE)
    for _ in range(2):
        page.locator('[data-lines="hold.tid"] > [data-more=fields]').click()
    high = []
    for name in ("hold.tid.1.kl", "hold.tid.2.kl"):
        hint = str(named(page, name).get_attribute("aria-describedby")).split()[0]
        high.append(page.locator(f"#{hint}").evaluate("one => one.offsetHeight"))
        assert "10.00-11.30" in str(page.locator(f"#{hint}").text_content())
    assert high[0] > 20
    assert high[1] <= 1 or page.locator(f"#{hint}").evaluate("one => one.offsetWidth") == 1
    first = page.locator('[data-slot-of="hold.tid.1"]')
    assert first.locator("legend").first.inner_text() == "Tid 2"
    first.get_by_role("button", name="Fjern Tid 2").click()
    assert page.locator(f"#{hint}").evaluate("one => one.offsetWidth") > 100


@pytest.mark.parametrize("path", FORMS.values(), ids=FORMS)
def test_every_id_is_one_and_every_field_is_named_and_led_to_however_many_are_made(
    visit: Open, path: str
) -> None:
    page = visit(path, viewport=PHONE)
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    for _ in range(2):
        for button in page.locator("#formular [data-more]:visible").all():
            button.click()
    found = page.evaluate(
        """() => {
          const bad = [];
          const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
          bad.push(...ids.filter((id, at) => ids.indexOf(id) !== at));
          for (const one of document.querySelectorAll("#formular *")) {
            const said = ["id", "name", "for", "aria-label"].map((each) => one.getAttribute(each));
            if (/[{}]/.test(said.join())) bad.push(said.join());
            const refs = (one.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
            bad.push(...refs.filter((id) => !document.getElementById(id)));
            const named = one.ariaLabel || one.labels?.length;
            if (one.name && one.type !== "hidden" && !named) bad.push(one.name);
          }
          return bad;
        }"""
    )
    assert found == []
