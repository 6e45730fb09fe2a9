"""The draft of a form: nothing typed is lost, and nothing is kept that nobody was told of."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from on_form import CLUB, FORMS, MORE, NEW, OFFER, READY, UNFOLD, answer, finish, named, send, typed

PHONE = {"width": 360, "height": 740}
SAID = ".hk-draft__said"
Open = Callable[..., Page]
SHELF = "() => Object.fromEntries(Object.entries(localStorage))"
FORBIDDEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("", "SecurityError"); },
});"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("", "QuotaExceededError");};"""


def kept(page: Page) -> dict[str, Any]:
    """The drafts, by the page and the version they are of."""
    found: dict[str, str] = page.evaluate(SHELF)
    return {key.removeprefix("holdkatalog:"): json.loads(text) for key, text in found.items()}


def wait_for_draft(page: Page, text: str) -> None:
    page.wait_for_function("t => Object.values(localStorage).join().includes(t)", arg=text)


@pytest.mark.parametrize("path", FORMS.values(), ids=FORMS)
def test_nothing_is_kept_before_something_is_typed_and_the_page_has_said_so(
    visit: Open, path: str
) -> None:
    page = visit(path, viewport=PHONE)
    promise = page.locator(".hk-draft__promise")
    expect(promise).to_contain_text("Din egen browser gemmer en kladde")
    expect(promise).to_contain_text("30 dage")
    first = page.locator("#formular .hk-input:visible").first
    top, field = promise.bounding_box(), first.bounding_box()
    assert top
    assert field
    assert top["y"] < field["y"], "it is said before there is anything to type in"
    expect(page.get_by_role("button", name="Slet kladden")).to_be_hidden()
    first.focus()
    page.wait_for_timeout(600)
    assert kept(page) == {}
    first.fill("Noget")
    wait_for_draft(page, "Noget")
    assert [key.partition("#")[0] for key in kept(page)] == [f"/kommune/hold/{path}"]
    assert page.context.cookies() == []


def test_a_reload_loses_nothing_of_what_was_typed_added_and_chosen(visit: Open) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page, hold__tid__0="tirsdag 10-11")
    page.locator('[data-lines="hold.pris"] > [data-more]').click()
    page.keyboard.type("200 kr. pr. år")
    page.locator('[data-lines="hold.tid"] > [data-more=fields]').click()
    named(page, "hold.tid.1.dag").fill("onsdag")
    page.evaluate(UNFOLD)
    page.locator('[data-lines="hold.tid.1.sted"] > [data-more=line]').click()
    page.keyboard.type("hjemme")
    more = page.locator("details:has([name='hold.godt_at_vide.toilet'])").first
    more.locator("[name='hold.godt_at_vide.toilet'][value=ja]").check()
    named(page, "hold.godt_at_vide.toilet.ord").fill("i forhallen")
    named(page, "hold.om").fill("To linjer\nog en til: æøå 🎈")
    before = typed(page)
    page.reload()
    expect(page.locator(SAID)).to_contain_text("Her er det, du skrev den ")
    after = typed(page)
    assert before.pop("_ja") == ["ja"]
    after.pop("_ja", None)
    assert after == before
    expect(named(page, "hold.om")).to_be_visible()
    expect(page.locator('[name="hold.godt_at_vide.toilet"][value=ja]')).to_be_visible()


def test_going_away_and_back_loses_nothing(visit: Open, site: str) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page)
    # At once: she does not wait for a pause in which the draft is kept.
    page.goto(site)
    page.go_back()
    assert typed(page)["forening"] == ["Højby Ballonklub"]
    page.goto(site)
    page.goto(site + NEW)
    assert typed(page)["hold.navn"] == ["Ballon på stol"]
    expect(page.locator(SAID)).to_be_visible()


def test_errors_and_the_way_back_from_the_end_lose_nothing(visit: Open) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page, forening="")
    before = typed(page)
    send(page)
    expect(page.locator("#fejl-i-alt")).to_be_focused()
    assert typed(page) == before
    named(page, "forening").fill("Højby Ballonklub")
    before = typed(page)
    finish(page)
    expect(page.locator("#formular")).to_be_hidden()
    page.go_back()
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("h1")).to_be_in_viewport()
    assert typed(page) == before
    page.go_forward()
    expect(page.locator(READY)).to_be_focused()
    page.get_by_role("button", name="Ret noget").click()
    expect(page.locator("#formular")).to_be_visible()
    expect(page.locator("h1")).to_be_in_viewport()
    assert typed(page) == before
    page.go_forward()
    page.reload()
    expect(page.locator("#formular")).to_be_visible()
    assert not page.url.endswith("#faerdig")
    assert typed(page)["forening"] == before["forening"]


def test_the_draft_is_deleted_when_somebody_says_so_and_comes_back_if_she_did_not_mean_it(
    visit: Open,
) -> None:
    page = visit(OFFER, viewport=PHONE)
    given = typed(page)
    named(page, "hold.navn").fill("Et andet navn")
    named(page, "hold.pris").first.fill("30 kr. pr. gang")
    wait_for_draft(page, "30 kr.")
    changed = typed(page)
    page.get_by_role("button", name="Slet kladden").first.click()
    expect(page.locator(SAID)).to_be_focused()
    expect(page.locator(SAID)).to_have_text("Kladden er slettet, og svarene er som før.")
    assert typed(page) == given
    assert kept(page) == {}
    page.get_by_role("button", name="Fortryd").click()
    assert typed(page) == changed
    wait_for_draft(page, "30 kr.")
    page.get_by_role("button", name="Slet kladden").first.click()
    page.reload()
    assert typed(page) == given
    assert kept(page) == {}


def test_the_drafts_of_two_pages_are_two(visit: Open, site: str) -> None:
    page = visit(MORE, viewport=PHONE)
    named(page, "hold.navn").fill("Vinterhold")
    wait_for_draft(page, "Vinterhold")
    page.goto(site + NEW)
    assert "hold.navn" not in typed(page)
    page.goto(site + CLUB)
    expect(page.locator(SAID)).to_be_hidden()


def test_after_thirty_days_it_is_gone(visit: Open, site: str) -> None:
    page = visit(NEW, viewport=PHONE)
    named(page, "forening").fill("Højby Ballonklub")
    wait_for_draft(page, "Ballonklub")
    now = dt.datetime.now(tz=dt.UTC)
    other = page.context.new_page()
    other.clock.install(time=now + dt.timedelta(days=29))
    other.goto(site + NEW)
    assert typed(other)["forening"] == ["Højby Ballonklub"]
    late = page.context.new_page()
    late.clock.install(time=now + dt.timedelta(days=31))
    # Any of the forms throws it away, not only the one it is of.
    late.goto(site + MORE)
    assert kept(late) == {}


def test_what_has_been_sent_is_kept_for_a_day_only(visit: Open, site: str) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page)
    wait_for_draft(page, "Ballonklub")
    finish(page)
    page.evaluate(
        "() => document.addEventListener('click', (event) => event.preventDefault(), true)"
    )
    page.locator("[data-way=mail]:visible").click()
    page.goto(site + NEW)
    expect(page.locator(SAID)).to_contain_text("du har sendt det videre")
    late = page.context.new_page()
    late.clock.install(time=dt.datetime.now(tz=dt.UTC) + dt.timedelta(days=1, minutes=1))
    late.goto(site + NEW)
    assert kept(late) == {}
    assert "forening" not in typed(late)


def with_older(page: Page, site: str) -> None:
    """A draft of the page as it was before somebody changed it."""
    named(page, "hold.navn").fill("Mit nye navn")
    wait_for_draft(page, "Mit nye navn")
    page.goto(site + CLUB)
    page.evaluate(
        """() => {
          const [[key, text]] = Object.entries(localStorage);
          localStorage.clear();
          const names = { ...JSON.parse(text).names, "hold.tid.0.findes.ikke": ["Uden plads"] };
          const other = `${key.split("#")[0]}#${"0".repeat(40)}`;
          localStorage.setItem(other, JSON.stringify({ ...JSON.parse(text), names }));
        }"""
    )
    page.goto(site + OFFER)


def test_a_draft_of_an_older_version_is_offered_and_never_put_in_unasked(
    visit: Open, site: str
) -> None:
    page = visit(OFFER, viewport=PHONE)
    with_older(page, site)
    expect(page.locator(SAID)).to_contain_text("Du har en kladde fra den ")
    assert typed(page)["hold.navn"] == ["Stavgang for lungerne"]
    page.get_by_role("button", name="Brug kladden").click()
    assert typed(page)["hold.navn"] == ["Mit nye navn"]
    expect(page.locator(SAID)).to_be_focused()
    expect(page.locator(SAID)).to_contain_text("ikke plads til: Uden plads")


def test_an_older_draft_that_was_deleted_by_mistake_comes_back_too(visit: Open, site: str) -> None:
    page = visit(OFFER, viewport=PHONE)
    with_older(page, site)
    page.get_by_role("button", name="Slet kladden").first.click()
    assert kept(page) == {}
    page.get_by_role("button", name="Fortryd").click()
    assert typed(page)["hold.navn"] == ["Mit nye navn"]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (FORBIDDEN, "Din browser gemmer ingen kladde."),
        (FULL, "Din browser kunne ikke gemme kladden."),
    ],
    ids=["forbidden", "full"],
)
def test_a_browser_that_keeps_nothing_says_so_and_the_form_works(
    visit: Open, site: str, script: str, said: str
) -> None:
    page = visit()
    page.add_init_script(script)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(site + NEW)
    answer(page)
    expect(page.locator("#kladde")).to_contain_text(said)
    finish(page)
    assert faults == []
