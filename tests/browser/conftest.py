"""What the browser tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from on_list import DESK, LIST


@pytest.fixture
def on_list(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
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
