"""The forms as a test sees them: how they are filled in and sent, and what they say and make."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

NEW = "tilmeld/"
MORE = "tilmeld/vig-stavgaengere/"
OFFER = "ret/vig-stavgaengere/stavgang/"
CLUB = "ret/vig-stavgaengere/"
FORMS = {"ny-forening": NEW, "nyt-hold": MORE, "hold": OFFER, "forening": CLUB}
READY = "#faerdig-titel"
Typed = dict[str, list[str]]
UNFOLD = (
    "() => document.querySelectorAll('#formular details').forEach((one) => { one.open = true; })"
)
_TYPED = """() => {
  const all = {};
  const form = document.getElementById("formular");
  for (const [name, value] of new FormData(form)) if (value) (all[name] ??= []).push(value);
  return all;
}"""


def named(page: Page, name: str) -> Locator:
    """The controls with a name, those that are folded away too."""
    return page.locator(f'[name="{name}"]')


def typed(page: Page) -> Typed:
    """Everything that stands in the form, by its names."""
    found: Typed = page.evaluate(_TYPED)
    return found


def answer(page: Page, **more: str) -> None:
    """Answer what a new club must answer, and more by the names of lines; `.` is written as `__`."""
    required = {"forening": "Højby Ballonklub", "hold__navn": "Ballon på stol", **more}
    for name, text in required.items():
        line = named(page, name.replace("__", ".")).first
        if not line.is_visible():
            page.evaluate(UNFOLD)
        line.fill(text)
    page.locator('[name="hold.aktivitet"]').first.check()
    page.locator("#ja").check()


def send(page: Page) -> None:
    """Press the button at the end of the form, and wait for what it does."""
    page.locator("#formular [type=submit]").click()
    page.locator("#formular[aria-busy]").wait_for(state="detached")


def finish(page: Page) -> None:
    """Press the button, and come to the end."""
    send(page)
    expect(page.locator(READY)).to_be_focused()


def file_of(page: Page) -> str:
    """The file as the page shows it at the end."""
    return page.locator("[data-file]").text_content() or ""


def told(page: Page) -> dict[str, list[str]]:
    """What the page says was written: each question with its answers."""
    found: dict[str, list[str]] = page.locator("[data-said]").evaluate(
        """list => {
          const all = {};
          for (const one of list.children) {
            if (one.tagName === "DT") all[one.textContent] = [];
            else Object.values(all).at(-1).push(one.textContent);
          }
          return all;
        }"""
    )
    return found


def wrong(page: Page) -> list[str]:
    """What there is to mend, as it stands above the page."""
    return page.locator("#fejl-i-alt li").all_inner_texts()


def case_of(page: Page) -> Mapping[str, Any]:
    """What the page knows of the file that is changed."""
    found: Mapping[str, Any] = json.loads(page.locator("#sag").text_content() or "")
    return found
