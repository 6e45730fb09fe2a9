"""Take the picture in the README: an offer's page as a small telephone shows it.

python tests/browser/picture.py builds the site and writes tests/golden/readme.png.
"""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from holdkatalog.build import build

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "tests" / "golden" / "readme.png"
PAGE = Path("hold", "lungekor-odsherred", "koret", "index.html")


def main() -> None:
    """Build, look, and keep the picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        build(ROOT, output=site, strict=True, today=dt.date(2026, 11, 21))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 400, "height": 1400}, color_scheme="light")
        page.goto((site / PAGE).as_uri())
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
