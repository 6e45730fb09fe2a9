"""What axe finds on pages: WCAG 2.0 to 2.2, A and AA, and what is held to be good practice."""

from __future__ import annotations

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def barriers(page: Page, name: str) -> list[str]:
    """What axe says of the page as it stands, each in a line that begins with the name."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [
        f"{name}: {one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found
        for node in one["nodes"]
    ]


def barriers_in_both(page: Page, name: str) -> list[str]:
    """The same in the light and in the dark."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += barriers(page, f"{name}, {scheme}")
    return found
