"""The list page as a test sees it: its boxes, what can be seen of it, and what it says."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, ViewportSize, expect

LIST = "hold/"
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}
NUMBER = re.compile(r"\d+")


def status(page: Page) -> Any:  # noqa: ANN401 - Playwright keeps the type of its assertions to itself
    """What the list says of how many there are."""
    return expect(page.locator(".hk-result__count"))


def box(page: Page, key: str, id_: str) -> Locator:
    """The box of an option."""
    return page.locator(f"input[name={key}][value={id_}]")


def shown(page: Page) -> list[str]:
    """The ids of the offers that can be seen, in the order in which they are read."""
    found: list[str] = page.locator("li[data-id]").evaluate_all(
        "all => all.filter(one => one.offsetParent).map(one => one.dataset.id)"
    )
    return found


def number(text: str) -> int:
    """The first number of a text."""
    found = NUMBER.search(text)
    assert found, text
    return int(found[0])
