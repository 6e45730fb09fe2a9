"""The clubs of tests/examples/report, and the report that is expected of them."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from functools import cache
from pathlib import Path

from holdkatalog.catalogue import Catalogue, load
from holdkatalog.paths import THEME
from holdkatalog.report import Report, report
from holdkatalog.wording.words import strings
from small import ROOT

EXAMPLES = ROOT / "tests" / "examples" / "report"
DAY = dt.date(2026, 11, 25)
PUBLIC = "https://hold.example.org/"
STRINGS = strings(THEME / "strings" / "da.yaml")
WORDS, CONFIRM = STRINGS["report"], STRINGS["confirm"]
REWRITE = "GOLDEN=write .venv/bin/pytest tests/test_report.py tests/test_report_mails.py"


@cache
def catalogue() -> Catalogue:
    """The example's clubs, and no courses."""
    loaded = load(clubs=EXAMPLES / "clubs", content=ROOT / "content", strict=True)
    return replace(loaded.catalogue, courses=())


def reported(*, public: str = PUBLIC, today: dt.date = DAY) -> Report:
    """The report of the example."""
    return report(catalogue(), site="Aktive Fællesskaber", public=public, today=today)


def kept(name: str, made: bytes) -> bytes:
    """The bytes that are expected; written first when the tests are run with GOLDEN=write."""
    file: Path = EXAMPLES / name
    if os.environ.get("GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(made)
    return file.read_bytes()
