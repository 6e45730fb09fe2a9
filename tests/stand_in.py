"""A script in the place of Pelican: of a build, only the ways in which Pelican can end matter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from holdkatalog import build as door
from holdkatalog.catalogue import Loaded

LOADED = cast("Loaded", object())
Script = Callable[[dict[str, Any], Path], None]


def good(settings: dict[str, Any], folder: Path) -> None:
    """Build a site of two pages."""
    (folder / "hold").mkdir(parents=True)
    (folder / "hold" / "index.html").write_text("nyt", "utf-8")
    (folder / "index.html").write_text("nyt", "utf-8")
    settings["HOLDKATALOG_REPORT"](LOADED)


def settled(folder: Path) -> Path:
    """The folder with a settings file in it, which is all that a build asks for."""
    settings = (
        "SITENAME = 'Hold'\nTIMEZONE = 'Europe/Copenhagen'\nSITEURL = 'https://example.org'\n"
    )
    (folder / "publishconf.py").write_text(settings, "utf-8")
    return folder


def standing_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[Script], None]:
    """Puts a script where Pelican stands: the good one at first, and each that it is given."""

    def does(script: Script) -> None:
        class Pelican:
            def __init__(self, settings: dict[str, Any]) -> None:
                self.settings = settings

            def run(self) -> None:
                script(self.settings, Path(self.settings["OUTPUT_PATH"]))

        monkeypatch.setattr(door, "Pelican", Pelican)

    does(good)
    return does
