"""Every address of the demo site is written down: printed codes and saved links can't be recalled."""

from __future__ import annotations

import os
from pathlib import Path

from holdkatalog.ics import FILE

GOLDEN = Path(__file__).resolve().parent / "golden" / "addresses.txt"
REWRITE = "GOLDEN=write .venv/bin/pytest tests/test_addresses.py"


def test_the_addresses_are_those_that_were_promised(built: Path) -> None:
    kept = [*built.rglob("*.html"), *(built / "data").glob("*.csv"), *built.glob("data/*.json")]
    files = [file.relative_to(built).as_posix() for file in kept]
    found = sorted(f"/{file.removesuffix('index.html')}" for file in files)
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text("\n".join(found) + "\n", "utf-8")
    promised = GOLDEN.read_text("utf-8").splitlines()
    gone, new = sorted({*promised} - {*found}), sorted({*found} - {*promised})
    assert not gone, f"These would die; a tidligere_id keeps them: {gone}. Meant? {REWRITE}"
    assert not new, f"These are new: {new}. Write them down: {REWRITE}"
    assert promised == found


def test_a_calendar_lies_at_its_offers_own_address(built: Path) -> None:
    promised = GOLDEN.read_text("utf-8").splitlines()
    # Whether there is one depends on the day: it goes when the season is over.
    for file in built.rglob("*.ics"):
        assert file.name == FILE
        assert f"/{file.parent.relative_to(built).as_posix()}/" in promised
