"""Ask Lighthouse of the front page, the list and an offer, as a telephone gets them.

python tests/audit/audit.py [RUNS] prints the four scores of each page, the median of RUNS (3) runs,
and ends with 1 when one of them is below 95. The site is built as if the clubs were real: as long as
they are invented, each page asks search engines to leave it alone, which Lighthouse takes for a fault.
It is served on this machine with gzip, as every host would.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from holdkatalog.build import build

ROOT = Path(__file__).resolve().parents[2]
LIGHTHOUSE = Path(__file__).resolve().parent / "node_modules" / ".bin" / "lighthouse"
PAGES = {"front": "", "list": "hold/", "offer": "hold/lungekor-odsherred/koret/"}
Report = dict[str, Any]
SCORES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95
BROWSERS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")


def real(folder: Path) -> Path:
    """The site of this repository in the folder, without the word that its clubs are invented."""
    for name in ("clubs", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "publishconf.py", folder)
    file = folder / "content" / "kommune.yaml"
    text = re.sub(r"^eksempeldata: ja$", "", file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(text, "utf-8")
    build(folder, output=folder / "site", strict=True, today=None)
    return folder / "site"


class Zipped(http.server.SimpleHTTPRequestHandler):
    """Sends every text file through gzip."""

    def do_GET(self) -> None:
        """Send the file, or the page that says there is none."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        body = gzip.compress(file.read_bytes()) if file.is_file() else b""
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site while it is served."""
    handler = functools.partial(Zipped, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def asked(address: str, browser: str) -> Report:
    """What Lighthouse reports of a page."""
    flags = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
    done = subprocess.run(
        [
            LIGHTHOUSE,
            address,
            "--output=json",
            "--quiet",
            f"--only-categories={','.join(SCORES)}",
            f"--chrome-flags={flags}",
        ],
        env={**os.environ, "CHROME_PATH": browser},
        capture_output=True,
        text=True,
        check=True,
    )
    report: Report = json.loads(done.stdout)
    return report


def main(runs: int) -> int:
    """Print the table and what was found wanting, and give the exit code."""
    browser = next((found for found in map(shutil.which, BROWSERS) if found), None)
    if browser is None:
        sys.exit("neither Chromium nor Chrome is installed")
    low, say = False, sys.stdout.write
    say(f"{'':<8}{''.join(f'{name:>16}' for name in SCORES)}\n")
    with tempfile.TemporaryDirectory() as folder, served(real(Path(folder))) as top:
        for name, path in PAGES.items():
            reports = [asked(top + path, browser) for _ in range(runs)]
            scores = [statistics.median(score(report, one) for report in reports) for one in SCORES]
            say(f"{name:<8}{''.join(f'{value:>16.0f}' for value in scores)}\n")
            say("".join(f"    {fault}\n" for fault in wanting(reports[0])))
            low = low or min(scores) < LEAST
    return 1 if low else 0


def score(report: Report, name: str) -> float:
    """From 0 to 100."""
    return 100 * float(report["categories"][name]["score"])


def wanting(report: Report) -> Iterator[str]:
    """Each audit that took something from a score."""
    for category in report["categories"].values():
        for one in category["auditRefs"]:
            audit = report["audits"][one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < 1:
                said = audit.get("displayValue", "")
                yield f"{audit['score']:.2f} {audit['title']} {said}".rstrip()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
