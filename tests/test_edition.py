"""Which edition a site is: the day, the program, and the commit that its files are."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import tomllib
from pathlib import Path

import pytest

from holdkatalog import history
from holdkatalog.plugin import commit_of

ROOT = Path(__file__).resolve().parent.parent


def git(folder: Path, *words: str) -> str:
    me = ("-c", "user.name=Prøve", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", "-C", str(folder), *me, *words], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_edition_names_the_day_the_commit_and_the_program(built: Path) -> None:
    found = json.loads((built / "data" / "udgave.json").read_text("utf-8"))
    program = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert dt.date.fromisoformat(found.pop("built")).year > 2000
    assert found == {"commit": commit_of({"HOLDKATALOG_ROOT": str(ROOT)}), "program": program}


def test_the_commit_is_the_settings_else_that_of_the_root(tmp_path: Path) -> None:
    settings = {"HOLDKATALOG_ROOT": str(tmp_path)}
    assert commit_of(settings) is None
    git(tmp_path, "init", "-q")
    assert commit_of(settings) is None
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "Klubberne")
    assert commit_of(settings) == git(tmp_path, "rev-parse", "HEAD")
    assert commit_of({**settings, "HOLDKATALOG_COMMIT": "v1"}) == "v1"


def test_a_folder_without_a_commit_of_its_own_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {"HOLDKATALOG_ROOT": str(tmp_path / "inner")}
    (tmp_path / "inner").mkdir()
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "En anden mappe")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / ".git"))
    assert commit_of(settings) is None
    monkeypatch.delenv("GIT_DIR")
    git(tmp_path / "inner", "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / ".git"))
    assert commit_of(settings) is None
    monkeypatch.setenv("PATH", "")
    assert commit_of({"HOLDKATALOG_ROOT": str(tmp_path)}) is None


@pytest.mark.parametrize("script", ["exit 1", "echo hej", "exec sleep 5"])
def test_a_git_that_fails_babbles_or_hangs_stops_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    (tmp_path / ".git").mkdir()
    tool = tmp_path / "git"
    tool.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(history, "_PATIENCE", 0.2)
    assert commit_of({"HOLDKATALOG_ROOT": str(tmp_path)}) is None
