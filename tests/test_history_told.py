"""What a build does with git's history: the site has its days, and whoever builds hears what is lacking."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from holdkatalog.cli import main

ROOT = Path(__file__).resolve().parent.parent
CLUB = "krolf-grevinge"
ME = ("-c", "user.name=Prøve", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
PLAIN = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "warnings"]


def git(folder: Path, *words: str) -> None:
    day = {"GIT_COMMITTER_DATE": "2026-11-20T12:00:00+0100"}
    command = ["git", "-C", str(folder), *ME, *words]
    subprocess.run(command, env={**os.environ, **day}, capture_output=True, check=True)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A small municipality's repository with two commits, the last one of 20 November 2026."""
    place = tmp_path / "helt"
    shutil.copytree(ROOT / "content", place / "content", ignore=shutil.ignore_patterns("forloeb"))
    (place / "clubs").mkdir()
    shutil.copy(ROOT / "publishconf.py", place)
    shutil.copy(ROOT / ".gitignore", place)
    shutil.copy(ROOT / "clubs" / f"{CLUB}.yaml", place / "clubs")
    git(tmp_path, "init", "-q", str(place))
    for message in ("Den første", "Den anden"):
        git(place, "add", "--all")
        git(place, "commit", "-q", "--allow-empty", "-m", message)
    return place


@pytest.fixture
def part(whole: Path, tmp_path: Path) -> Path:
    """What a forge fetches when nobody asks it for more."""
    git(tmp_path, "clone", "-q", "--depth", "1", whole.as_uri(), str(tmp_path / "del"))
    return tmp_path / "del"


def edited(output: Path) -> set[str | None]:
    data = json.loads((output / "data" / "hold.json").read_text("utf-8"))
    return {offer["edited"] for offer in data["offers"]}


def test_a_site_built_of_the_whole_history_knows_the_days_and_nothing_is_said(
    whole: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(whole)
    assert main(["build", "--today", "2026-11-25"]) == 0
    assert edited(whole / "output") == {"2026-11-20"}
    assert capsys.readouterr().err == ""


def test_a_part_of_the_history_is_told_and_stops_neither_our_build_nor_plain_pelicans(
    part: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(part)
    assert main(["build", "--today", "2026-11-25"]) == 0
    assert "git fetch --unshallow" in capsys.readouterr().err
    assert edited(part / "output") == {None}
    day = 'HOLDKATALOG_TODAY="2026-11-25"'
    done = subprocess.run(
        [*PLAIN, "-e", day, "-o", "plain"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for file in (part / "output").rglob("*"):
        other = part / "plain" / file.relative_to(part / "output")
        assert file.is_dir() or file.read_bytes() == other.read_bytes()
    loud = subprocess.run(
        [*PLAIN, "--verbose", "-o", "loud"],
        env={**os.environ, "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "git fetch --unshallow" in loud.stdout + loud.stderr
