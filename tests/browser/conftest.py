"""What the browser tests share: pages of the site, opened as a reader has set her browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize

from on_list import DESK, LIST


@pytest.fixture
def visit(browser: Browser, site: str, built: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site; 404.html asks for its styles from the top of the host."""
    with ExitStack() as opened:

        def from_top(route: Route) -> None:
            file = built / urlsplit(route.request.url).path.lstrip("/")
            route.fulfill(path=file) if file.is_file() else route.continue_()

        def open_(path: str = "", **options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
            context = browser.new_context(locale="da-DK", **options)
            opened.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(10_000)
            page.route("**/tema/**", from_top)
            page.goto(site + path)
            return page

        yield open_


@pytest.fixture
def on_list(visit: Callable[..., Page]) -> Callable[..., Page]:
    """Opens the list with a fragment."""

    def open_(fragment: str = "", *, size: ViewportSize = DESK, **options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
        return visit(f"{LIST}{fragment}", viewport=size, **options)

    return open_
