"""A walk over one page of each type, asking each the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, ViewportSize

from page_types import PAGES

Open = Callable[..., Page]
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}


def everywhere(page: Page, site: str, script: str, *, style: str = "") -> dict[str, Any]:
    """What the script says on each page where it says something, with the style laid over the page."""
    said = {}
    for name, path in PAGES.items():
        page.goto(site + path)
        if style:
            page.add_style_tag(content=style)
        said[name] = page.evaluate(script)
    return {name: one for name, one in said.items() if one}
