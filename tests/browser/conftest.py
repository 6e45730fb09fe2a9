"""What the browser tests share: pages of the site, opened as a reader has set her browser."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize

from on_list import DESK, LIST

ROOT = Path(__file__).resolve().parent.parent.parent


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


@pytest.fixture(scope="session")
def built_with(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Builds the site with settings of its own, once for each."""

    @functools.cache
    def build(**settings: str) -> Path:
        folder = tmp_path_factory.mktemp("www")
        given = [f"{key}={json.dumps(value)}" for key, value in settings.items()]
        command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "warnings"]
        command += ["-o", str(folder), "-e", *given]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return folder

    return build


@pytest.fixture
def visit_with(
    visit: Callable[..., Page], built_with: Callable[..., Path], site: str
) -> Callable[..., Page]:
    """Opens a page of the site as it is with settings of its own, at the site's own address."""

    def open_(path: str, settings: dict[str, str], **options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
        folder = built_with(**settings)

        def answer(route: Route) -> None:
            asked = urlsplit(route.request.url).path.removeprefix(urlsplit(site).path)
            file = folder / asked
            route.fulfill(path=file / "index.html" if file.is_dir() else file)

        page = visit(**options)
        page.context.route(f"{site}**", answer)
        page.goto(site + path)
        return page

    return open_
