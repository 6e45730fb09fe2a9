"""No state of a form has a barrier, loses the focus or must be moved sideways: on a phone, on a desk, in the dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser.barriers import barriers_in_both
from on_form import CLUB, MORE, NEW, OFFER, UNFOLD, answer, finish, named, send

Open = Callable[..., Page]
PHONE: ViewportSize = {"width": 360, "height": 740}
SIZES: dict[str, ViewportSize] = {"a phone": PHONE, "a desk": {"width": 1280, "height": 900}}
UNFOLD_ALL = (
    "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
)
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What has the focus, and whether any of it can be seen: not covered, not outside of the window.
SEEN = """() => {
  const one = document.activeElement;
  if (one === document.body) return "";
  const { left, top, right, bottom } = one.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const hit = document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 1), y);
  const seen = hit && (one.contains(hit) || hit.contains(one) || one.closest("label")?.contains(hit));
  return seen ? "" : `${one.outerHTML.slice(0, 120)} ${top} ${bottom}`;
}"""


def empty(page: Page) -> None:
    expect(page.locator("#kladde")).to_be_visible()


def unfolded(page: Page) -> None:
    page.evaluate(UNFOLD_ALL)
    for button in page.locator("#formular [data-more]:visible").all():
        button.click()
    page.evaluate(UNFOLD_ALL)
    page.locator("[data-remove]:visible").first.click()


def with_errors(page: Page) -> None:
    page.evaluate(UNFOLD)
    page.locator("#formular input[type=text]:visible, #formular textarea:visible").evaluate_all(
        "all => all.forEach((one) => { one.value = '\\u202e' + 'Donaudampf'.repeat(40); })"
    )
    send(page)
    expect(page.locator("#fejl-i-alt")).to_be_focused()


def restored(page: Page) -> None:
    named(page, "hold.navn").fill("Ballon på stol")
    page.wait_for_function("() => localStorage.length")
    page.reload()
    expect(page.locator(".hk-draft__said")).to_be_visible()


def deleted(page: Page) -> None:
    restored(page)
    page.get_by_role("button", name="Slet kladden").first.click()
    expect(page.get_by_role("button", name="Fortryd")).to_be_visible()


def offered(page: Page) -> None:
    named(page, "hold.navn").fill("Ballon på stol")
    page.wait_for_function("() => localStorage.length")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.evaluate(
        """() => {
          const [[key, text]] = Object.entries(localStorage);
          localStorage.clear();
          localStorage.setItem(`${key}andet`, text);
        }"""
    )
    page.goto("about:blank")
    page.goto(address)
    expect(page.get_by_role("button", name="Brug kladden")).to_be_visible()


def finished(page: Page) -> None:
    answer(page, kontakt__0="12 34 56 78", hold__om="Vi går stille og roligt.\n" * 60)
    finish(page)
    page.evaluate(UNFOLD_ALL)
    page.locator("[data-way=kopi]").click()


def unchanged(page: Page) -> None:
    page.locator("#ja").check()
    send(page)
    expect(page.locator("#besked")).to_be_focused()


def changed(page: Page) -> None:
    named(page, "hold.pris").first.fill("")
    page.locator("#ja").check()
    finish(page)


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "empty": (NEW, empty),
    "another offer": (MORE, empty),
    "filled in before": (OFFER, empty),
    "the club's own": (CLUB, empty),
    "unfolded": (NEW, unfolded),
    "filled in and unfolded": (OFFER, unfolded),
    "errors": (NEW, with_errors),
    "errors in what was there": (OFFER, with_errors),
    "a draft brought back": (NEW, restored),
    "a draft deleted": (NEW, deleted),
    "a draft of before": (OFFER, offered),
    "finished": (NEW, finished),
    "nothing changed": (OFFER, unchanged),
    "one thing changed": (OFFER, changed),
}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("state", STATES)
def test_no_state_of_a_form_has_a_barrier_or_must_be_moved_sideways(
    visit: Open, state: str, size: ViewportSize
) -> None:
    path, bring = STATES[state]
    page = visit(path, viewport=size, reduced_motion="reduce")
    bring(page)
    assert barriers_in_both(page, state) == []
    # A desk made four times as large is 320 wide; letters twice as large are more than that.
    for width in (320, size["width"]):
        page.set_viewport_size({"width": width, "height": size["height"]})
        assert page.evaluate(SIDEWAYS) == 0, width


def test_the_keyboard_is_never_lost_or_hidden_on_the_way_through(visit: Open) -> None:
    page = visit(NEW, viewport={"width": 320, "height": 480})
    page.locator("h1").focus()
    hidden, stops = [], 0
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("() => !document.activeElement.closest('main')"):
            break
        stops += 1
        hidden += [page.evaluate(SEEN)]
    assert stops > 30
    assert [one for one in hidden if one] == []
