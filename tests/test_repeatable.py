"""Two builds of one tree on one date are the same, byte for byte, wherever and whenever they run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOON = "1796212800"  # 2 December 2026, 12.00 UTC


def copied(place: Path, *, backwards: bool) -> Path:
    """A copy of this municipality's own files, laid down in one order or the other."""
    files = [ROOT / "publishconf.py", *(ROOT / "clubs").rglob("*"), *(ROOT / "content").rglob("*")]
    for file in sorted(files, reverse=backwards):
        if file.is_file():
            target = place / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    return place


def made(place: Path, *, seed: str, zone: str) -> dict[str, bytes]:
    """Every file of a site that plain Pelican builds there, by its path."""
    output = place / "output"
    surroundings = {"PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": NOON, "LC_ALL": "C"}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pelican",
            "-s",
            "publishconf.py",
            "--fatal",
            "warnings",
            "-o",
            output,
        ],
        cwd=place,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in output.rglob("*")
        if file.is_file()
    }


def test_two_builds_of_one_tree_on_one_date_are_equal(tmp_path: Path) -> None:
    one = made(copied(tmp_path / "a", backwards=False), seed="1", zone="Pacific/Kiritimati")
    other = made(
        copied(tmp_path / "en længere mappe" / "b", backwards=True),
        seed="2",
        zone="Pacific/Pago_Pago",
    )
    assert list(one.keys() ^ other.keys()) == []
    assert [name for name in sorted(one) if one[name] != other[name]] == []
    assert "2. december 2026" in one["index.html"].decode()
    assert not [name for name, data in one.items() if bytes(tmp_path) in data]
