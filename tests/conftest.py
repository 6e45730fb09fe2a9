"""What all tests share: the built site, a browser, Node, and that CI forgives no skip."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Playwright

ROOT = Path(__file__).resolve().parent.parent
# A busy machine is no failure, and what CI tries today it tries tomorrow.
settings.register_profile("calm", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "calm")
BROWSERS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    report = yield
    return _unforgiven(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    report = yield
    return _unforgiven(report)


def _unforgiven(report: Any) -> Any:  # noqa: ANN401 - pytest has two kinds of reports
    """In CI a skip would hide for years that something is never tested: there it is a failure."""
    skipped = report.outcome == "skipped" and not hasattr(report, "wasxfail")
    if skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"Skipped, which CI=true does not allow: {reason}"
    return report


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], playwright: Playwright
) -> dict[str, Any]:
    """Start the Chromium or Chrome that is here, else Playwright's own, fit for a container."""
    own = next((path for path in map(shutil.which, BROWSERS) if path and _starts(path)), None)
    if own is None and not Path(playwright.chromium.executable_path).exists():
        pytest.skip("neither Chromium nor Chrome is installed")
    return {
        **browser_type_launch_args,
        **({"executable_path": own} if own else {}),
        "args": ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    }


def _starts(browser: str) -> bool:
    """Ubuntu has a `chromium` that only says where to get one."""
    tried = subprocess.run([browser, "--version"], capture_output=True, check=False, timeout=60)
    return tried.returncode == 0


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A small telephone in Denmark: what works there works everywhere."""
    return {**browser_context_args, "locale": "da-DK", "viewport": {"width": 360, "height": 740}}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, made once by plain Pelican, two folders below a root."""
    folder = tmp_path_factory.mktemp("www") / "kommune" / "hold"
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "warnings"]
    done = subprocess.run(
        [*command, "-o", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The address of the built site, served below a sub-path as many a municipality's host does."""
    handler = functools.partial(_Quiet, directory=str(built.parent.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/kommune/hold/"
        server.shutdown()
        thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("Node is not installed")
    return found


@pytest.fixture(scope="session")
def java() -> str:
    """The path of Java."""
    found = shutil.which("java")
    if found is None:
        pytest.skip("Java is not installed")
    return found


@pytest.fixture(scope="session")
def node_modules(node: str) -> Path:
    """The folder of the npm packages that `make test` installs."""
    assert node
    folder = ROOT / "tests" / "node" / "node_modules"
    if not (folder / ".package-lock.json").is_file():
        pytest.skip("npm is not installed, so the test tools from npm are missing")
    return folder
