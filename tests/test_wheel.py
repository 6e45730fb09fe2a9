"""What a municipality gets that installs the package: everything but its own files."""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    return next(folder.glob("*.whl"))


def kept(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder)


def test_the_wheel_holds_the_program_the_theme_and_the_schema_and_nothing_else(wheel: Path) -> None:
    expected = {f"holdkatalog/{path.as_posix()}" for path in kept(ROOT / "scripts" / "holdkatalog")}
    for name in ("theme", "schema"):
        carried = {f"holdkatalog/data/{name}/{path.as_posix()}" for path in kept(ROOT / name)}
        assert carried, f"{name} is empty"
        expected |= carried
    with zipfile.ZipFile(wheel) as found:
        names = {name for name in found.namelist() if ".dist-info/" not in name}
    assert names == expected


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts' folder of an environment with the wheel, and our dependencies beside it."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    ours = sysconfig.get_path("purelib")
    # A path in a .pth file is searched, but the .pth files there, and so our checkout, are not.
    place = next(folder.glob("lib/python*/site-packages"))
    (place / "dependencies.pth").write_text(f"{ours}\n", "utf-8")
    return folder / "bin"


def test_a_municipality_with_only_its_own_files_gets_the_same_site(
    installed: Path, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "publishconf.py", tmp_path)
    for name in ("clubs", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    run(installed / "holdkatalog", "check", cwd=tmp_path)
    run(installed / "holdkatalog", "build", "--strict", cwd=tmp_path)
    run(sys.executable, "-m", "holdkatalog", "build", "--strict", "-o", "ours", cwd=tmp_path)
    output, ours = tmp_path / "output", tmp_path / "ours"
    files = sorted(kept(ours))
    assert sorted(kept(output)) == files
    _, differ, missing = filecmp.cmpfiles(ours, output, map(str, files), shallow=False)
    assert (differ, missing) == ([], [])
