"""A municipality's own colours lie over the shipped ones, and paper stays black on white."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from holdkatalog.build import build

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = """\
from pathlib import Path
from holdkatalog import settings
globals().update(settings.base(Path(__file__).resolve().parent))
SITENAME = "Hold i Prøveby"
"""
OWN = ":root { --hk-spark: #d98a20; }\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A municipality with one club."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.rmtree(tmp_path / "content" / "forloeb")
    (tmp_path / "publishconf.py").write_text(SETTINGS, "utf-8")
    (tmp_path / "clubs").mkdir()
    shutil.copy(ROOT / "clubs" / "vig-stavgaengere.yaml", tmp_path / "clubs")
    return tmp_path


def sheets(output: Path, path: str) -> list[str]:
    text = (output / path / "index.html").read_text("utf-8")
    return re.findall(r'stylesheet" href="[^"]*/([a-z]+)\.css', text)


def test_own_colours_come_after_the_shipped_and_before_paper(place: Path) -> None:
    (place / "content" / "farver.css").write_text(OWN, "utf-8")
    output = place / "output"
    build(place, output=output, strict=True, today=dt.date(2026, 12, 5))
    assert (output / "tema" / "farver.css").read_text("utf-8") == OWN
    for path in ("", "om", "sygdom/kol"):
        assert sheets(output, path)[:2] == ["tokens", "farver"]
        assert sheets(output, path)[-1] == "print"


def test_without_own_colours_there_is_nothing_to_load(place: Path) -> None:
    output = place / "output"
    build(place, output=output, strict=True, today=dt.date(2026, 12, 5))
    assert not (output / "tema" / "farver.css").exists()
    assert "farver" not in sheets(output, "")
