"""The pages that the browser tests look at are of every type that there is."""

from __future__ import annotations

from pathlib import Path

from holdkatalog.catalogue import load
from holdkatalog.pages import pages
from page_types import PAGES
from small import ROOT, TODAY


def test_no_type_of_page_is_left_out() -> None:
    known = load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True, today=TODAY)
    templates = {page.path: page.template for page in pages(known.catalogue, TODAY)}
    seen = {templates.get(path) for path in PAGES.values()}
    assert set(templates.values()) - seen == {"flyttet.html"}, "a page that only leads on"


def test_each_of_them_is_there(built: Path) -> None:
    files = [
        built / path if path.endswith(".html") else built / path / "index.html"
        for path in PAGES.values()
    ]
    assert [file for file in files if not file.is_file()] == []
