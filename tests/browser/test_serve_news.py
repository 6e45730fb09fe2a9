from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from holdkatalog.serve.loop import _serving
from holdkatalog.serve.page import State
from holdkatalog.serve.web import Server

HOSTILE = "clubs/a.yaml, linje 3: </pre><img src=x onerror=\"document.title='broken into'\">"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    page = '<!doctype html><html lang="da"><title>Hold</title><body><h1>Hold</h1></body></html>'
    (tmp_path / "index.html").write_text(page, "utf-8")
    with _serving(Server("127.0.0.1", 0, site=tmp_path)) as running:
        yield running


def test_a_page_reloads_itself_when_a_newer_build_is_done(server: Server, page: Page) -> None:
    page.goto(server.address)
    (server.site / "index.html").write_text("<body><h1>Nye hold</h1></body>", "utf-8")
    server.state = State()
    expect(page.get_by_role("heading", name="Nye hold")).to_be_visible()


def test_a_page_shows_the_problem_as_text_and_it_goes_when_it_is_mended(
    server: Server, page: Page
) -> None:
    page.goto(server.address)
    expect(page.get_by_role("alert")).to_have_count(0)
    server.state = State(heading="Siden kan ikke bygges lige nu.", report=HOSTILE)
    expect(page.get_by_role("alert")).to_contain_text("Siden kan ikke bygges lige nu.")
    expect(page.get_by_role("alert")).to_contain_text(HOSTILE)
    expect(page).to_have_title("Hold")
    server.state = State()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_news_can_be_folded_away_and_leaves_room_for_the_page(
    server: Server, page: Page
) -> None:
    server.state = State(heading="Siden kan ikke bygges lige nu.", report="\n".join(200 * ["galt"]))
    page.goto(server.address)
    box = page.get_by_role("alert").bounding_box()
    assert box
    assert box["width"] == 360
    assert box["height"] < 0.7 * 740
    page.locator("summary").click()
    expect(page.get_by_text("galt")).to_be_hidden()


def test_a_server_that_starts_again_is_found_again(server: Server, page: Page) -> None:
    page.goto(server.address)
    port = server.server_port
    server.shutdown()
    server.server_close()
    page.wait_for_timeout(1500)
    (server.site / "index.html").write_text("<body><h1>Nye hold</h1></body>", "utf-8")
    with _serving(Server("127.0.0.1", port, site=server.site)):
        expect(page.get_by_role("heading", name="Nye hold")).to_be_visible()
        page.close()
