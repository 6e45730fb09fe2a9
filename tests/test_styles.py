"""The style sheets: small, plain enough for old tablets, none of it dead, and each page links those it uses."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest

from holdkatalog.paths import PACKAGE, THEME

SHEETS = sorted((THEME / "static" / "css").glob("*.css"))
MOST = 14_000
"""Bytes of the style sheets that citizens' pages share, each gzipped by itself."""
FORMS = {"form": 2_000, "sheet": 800}
"""Those that only a club's forms load, which no citizen ever fetches."""
CLASS = re.compile(r"\.(hk-[a-z0-9_-]+)")
# One unknown selector voids a whole rule, and older tablets know none of these.
TOO_NEW = re.compile(r":has\(|:is\(|:where\(|@layer|@container|@import|&")


@cache
def classes(sheet: Path) -> frozenset[str]:
    """The classes that the sheet says something of."""
    rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    return frozenset(CLASS.findall(rules))


def test_all_style_sheets_together_are_small() -> None:
    sizes = {sheet.stem: len(gzip.compress(sheet.read_bytes(), 9)) for sheet in SHEETS}
    assert sum(size for name, size in sizes.items() if name not in FORMS) <= MOST
    assert {name: size for name, size in sizes.items() if size > FORMS.get(name, MOST)} == {}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.stem)
def test_a_style_sheet_can_be_read_by_old_tablets(sheet: Path) -> None:
    assert TOO_NEW.findall(sheet.read_text("utf-8")) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.stem)
def test_a_style_sheet_says_nothing_of_what_no_page_has(sheet: Path) -> None:
    files = [*(THEME / "templates").rglob("*.html"), *(THEME / "static").rglob("*.mjs")]
    files += [THEME / "icons.svg", PACKAGE / "icons.py"]
    text = "\n".join(file.read_text("utf-8") for file in files)
    # A class whose end is only known to the page: hk-cards--{{ shape }}.
    begun = re.findall(r"hk-[a-z_-]+--(?=\{\{|\$\{)", text)
    whole = set(re.findall(r"hk-[a-z0-9_-]+", text))
    assert {c for c in classes(sheet) - whole if not c.startswith(tuple(begun))} == set()


def test_every_page_links_the_style_sheets_of_what_stands_on_it(built: Path) -> None:
    owners: dict[str, set[str]] = {}
    for sheet in SHEETS:
        if sheet.stem != "print":
            for name in classes(sheet):
                owners.setdefault(name, set()).add(sheet.stem)
    bad = []
    for file in sorted(built.rglob("*.html")):
        text = file.read_text("utf-8")
        linked = set(re.findall(r'<link rel="stylesheet" href="[^"]*?([a-z]+)\.css"', text))
        used = {name for found in re.findall(r'class="([^"]*)"', text) for name in found.split()}
        missing = sorted(n for n in used if n in owners and not owners[n] & linked)
        bad += [f"{file.relative_to(built)}: {missing}"] if missing else []
    assert not bad, "\n".join(bad[:20])
