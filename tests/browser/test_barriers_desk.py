"""No page has a barrier that a machine can find: on a wide screen, in the light and the dark."""

from __future__ import annotations

from browser.barriers import barriers, barriers_in_both
from browser.walk import DESK, Open
from page_types import PAGES


def test_no_page_has_a_barrier_on_a_desk(visit: Open, site: str) -> None:
    page = visit(viewport=DESK, reduced_motion="reduce")
    bad = []
    for name, path in PAGES.items():
        page.goto(site + path)
        bad += barriers_in_both(page, name)
    assert not bad, "\n".join(bad[:20])


def test_a_barrier_is_found(visit: Open) -> None:
    page = visit()
    page.set_content(
        "<html lang=da><title>Hold</title><main><h1>Hold</h1><img src=x></main></html>"
    )
    assert [told.partition(": [")[0] for told in barriers(page, "it")] == ["it: image-alt"]
