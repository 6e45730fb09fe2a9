"""Take the pictures in the guide for clubs: the form as a telephone shows it, at its start and with a mistake.

python tests/browser/guide_pictures.py builds the site and writes theme/static/billeder/.
"""

from __future__ import annotations

import base64
import datetime as dt
import functools
import http.server
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import FloatRect, Page, sync_playwright

from holdkatalog.build import build

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "theme" / "static" / "billeder"
WIDTH, HEIGHT = 380, 480
# So sharp as a telephone's own screen would be is not worth the bytes.
SHARP = 1.25
# The browser itself writes the picture in a form that takes a sixth of the bytes.
SMALLER = """async (address) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas.toDataURL("image/webp", 0.3).split(",")[1];
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder at an address of this machine: scripts don't run from a file."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def take(page: Page, name: str, top: str) -> None:
    """Keep what stands from the top of an element on, a screen high."""
    box = page.locator(top).first.bounding_box()
    assert box, f"{top} can't be seen"
    clip = FloatRect(x=0, y=max(0, box["y"] - 16), width=WIDTH, height=HEIGHT)
    seen = base64.b64encode(page.screenshot(full_page=True, clip=clip)).decode()
    small = page.context.new_page()
    kept = small.evaluate(SMALLER, f"data:image/png;base64,{seen}")
    small.close()
    (PICTURES / f"{name}.webp").write_bytes(base64.b64decode(kept))


def main() -> None:
    """Build, look, and keep the pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    PICTURES.mkdir(exist_ok=True)
    for name in ("tilmeld", "fejl"):
        # The guide's own links must lead somewhere while the site is built.
        (PICTURES / f"{name}.webp").touch()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        build(ROOT, output=site, strict=True, today=dt.date(2026, 11, 21))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": WIDTH, "height": 900},
            color_scheme="light",
            locale="da-DK",
            device_scale_factor=SHARP,
        )
        page = context.new_page()
        with served(site) as address:
            page.goto(f"{address}tilmeld/")
            page.locator("[data-no-script]").wait_for(state="hidden")
            take(page, "tilmeld", "#formular h2")
            page.locator("#formular button[type=submit]").click()
            page.locator("#fejl-i-alt").wait_for()
            page.mouse.move(0, 0)
            take(page, "fejl", "#fejl-i-alt")
            browser.close()


if __name__ == "__main__":
    main()
