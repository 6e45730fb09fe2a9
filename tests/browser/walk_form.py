"""Walks by keyboard alone, on a small telephone, from the form's first word to a file, and counts the steps.

Run it for the figures: `python tests/browser/walk_form.py ADDRESS`, where ADDRESS is the site's.
"""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

# What somebody knows by heart of her own team, by the names of the fields.
ANSWERS = {
    "forening": "Højby Ballonklub",
    "kontakt.0": "12 34 56 78",
    "hold.navn": "Ballon på stol",
    "hold.aktivitet": " ",
    "hold.tid.0": "tirsdag 10.00-11.30",
    "hold.sted.0": "Højby Hallen, Skolevej 2, 4573 Højby",
    "hold.pris": "gratis",
}
REQUIRED = ("forening", "hold.navn", "hold.aktivitet", "_ja")
_TABS = 250
NAME = "() => document.activeElement.name || document.activeElement.type || ''"
FILE = "() => document.querySelector('[data-file]').textContent"
DONE = "() => document.activeElement.id === 'faerdig-titel'"


class LostError(Exception):
    """The keyboard did not come to where it should."""


@dataclass
class Walk:
    """What a walk came to."""

    answers: int
    required: int
    presses: int
    seconds: float
    file: str

    def __str__(self) -> str:
        """The figures in a line."""
        return (
            f"{self.required} required answers, {self.answers} given; {self.presses} key presses "
            f"({self.seconds:.1f} s of the machine)"
        )


class _Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses = page, 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.presses += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.presses += len(text)

    def to(self, name: str) -> None:
        """Step forward until a control with that name, or of that type, has the focus."""
        for _ in range(_TABS):
            if self.page.evaluate(NAME) == name:
                return
            self.press("Tab")
        raise LostError(name)


def walk(page: Page, *, only_required: bool = False) -> Walk:
    """From the page "Få jeres hold med", as it is opened, to the file."""
    keys, start = _Keys(page), time.monotonic()
    wanted = {name: text for name, text in ANSWERS.items() if not only_required or name in REQUIRED}
    for name, text in wanted.items():
        keys.to(name)
        keys.type(text)
    keys.to("_ja")
    keys.press("Space")
    keys.to("submit")
    keys.press("Enter")
    page.wait_for_function(DONE)
    file: str = page.evaluate(FILE)
    seconds = time.monotonic() - start
    return Walk(len(wanted) + 1, len(REQUIRED), keys.presses, seconds, file)


def _main(site: str) -> None:
    with sync_playwright() as driver:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for only_required in (True, False):
            page = browser.new_page(viewport={"width": 360, "height": 740}, locale="da-DK")
            page.goto(f"{site}tilmeld/")
            print(walk(page, only_required=only_required))  # noqa: T201 - it is for whoever runs it
        browser.close()


if __name__ == "__main__":
    _main(sys.argv[1])
