"""A build that was stopped leaves nothing, and what was left is removed by the next."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from holdkatalog.beside import beside, sweep
from holdkatalog.build import Built, build
from holdkatalog.cli import main
from stand_in import Script, good, settled, standing_in

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return settled(tmp_path)


@pytest.fixture
def pelican(monkeypatch: pytest.MonkeyPatch) -> Callable[[Script], None]:
    return standing_in(monkeypatch)


def make(root: Path, name: str = "output") -> Built:
    return build(root, output=root / name, strict=True, today=None)


def left_behind(root: Path, name: str, *inside: str) -> Path:
    folder = root / name
    for each in ("", *inside):
        (folder / each).mkdir(exist_ok=True)
    return folder


@pytest.mark.usefixtures("pelican")
def test_what_a_killed_build_left_is_removed_and_nothing_else(root: Path) -> None:
    stale = [
        left_behind(root, ".output-abcd_123", "site"),
        left_behind(root, ".output-00000000", "site", "old"),
        left_behind(root, ".output-empty000"),
    ]
    others = [
        left_behind(root, ".output-af-mig-selv", "site"),
        left_behind(root, ".output-mineegne", "site", "breve"),
        left_behind(root, "output-abcd_123", "site"),
    ]
    (root / ".output-someways").symlink_to(others[0])
    make(root)
    assert [folder for folder in stale if folder.exists()] == []
    assert [folder for folder in others if not folder.exists()] == []
    assert (root / ".output-someways").is_symlink()


def test_a_build_that_runs_keeps_its_folder_while_another_one_begins(
    root: Path, pelican: Callable[[Script], None]
) -> None:
    def begins_another(settings: dict[str, Any], folder: Path) -> None:
        pelican(good)
        make(root, "other")
        assert folder.parent.is_dir()
        good(settings, folder)

    pelican(begins_another)
    make(root)
    assert sorted(p.name for p in root.iterdir()) == ["other", "output", "publishconf.py"]


def test_a_build_that_is_stopped_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("holdkatalog.build.build", stopped)
    assert main(["build"]) == 130
    assert (
        capsys.readouterr().err
        == "Du har stoppet programmet, før siden var bygget færdig. Intet er ændret.\n"
    )


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_server_that_is_stopped_while_it_builds_leaves_nothing_behind(
    tmp_path: Path, end: signal.Signals
) -> None:
    root = tmp_path
    shutil.copy(ROOT / "publishconf.py", root)
    for name in ("clubs", "content"):
        shutil.copytree(ROOT / name, root / name)
    command = [sys.executable, "-m", "holdkatalog", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        while not list(root.glob(".output-*")):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(end)
        said, _ = process.communicate(timeout=20)
    assert said.endswith("Farvel.\n")
    assert process.returncode == 0
    assert not list(root.glob(".output-*"))


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_in_the_moment_the_folder_is_made_leaves_no_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch, end: signal.Signals
) -> None:
    def stopped_there(prefix: str, dir: Path) -> str:  # noqa: A002 - the name that tempfile uses
        made = real(None, prefix, dir)
        os.kill(os.getpid(), end)
        return made

    real = tempfile.mkdtemp
    monkeypatch.setattr(
        "tempfile.mkdtemp", lambda _suffix, prefix, dir_: stopped_there(prefix, dir_)
    )
    before = signal.signal(end, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt), beside(root):
            pytest.fail("the stop must come before the build begins")
    finally:
        signal.signal(end, before)
    assert [p.name for p in root.iterdir()] == ["publishconf.py"]


def test_what_builds_left_can_be_removed_without_building(root: Path) -> None:
    stale = left_behind(root, ".output-abcd_123", "site")
    with beside(root) as running:
        sweep(root)
        assert running.parent.is_dir()
    assert not stale.exists()


def test_where_no_signal_can_come_the_folder_is_made_as_always(root: Path) -> None:
    def build_there() -> None:
        with beside(root) as fresh:
            seen.append(fresh.parent.is_dir())

    seen: list[bool] = []
    thread = threading.Thread(target=build_there)
    thread.start()
    thread.join()
    assert seen == [True]
    assert [p.name for p in root.iterdir()] == ["publishconf.py"]
