from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from holdkatalog.serve import PortTakenError
from holdkatalog.serve.loop import _serving
from holdkatalog.serve.page import State
from holdkatalog.serve.web import Server

PAGE = "<!doctype html><title>Hold</title><body><h1>Hold på Sjælland</h1></body>"


@dataclass(frozen=True)
class Answer:
    """What a browser got."""

    status: int
    headers: Message
    text: str


def ask(server: Server, address: str, method: str = "GET") -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, address)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return Answer(answer.status, answer.headers, text)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    site = tmp_path / "output"
    (site / "hold").mkdir(parents=True)
    (site / "hold" / "index.html").write_text(PAGE, "utf-8")
    (site / "empty").mkdir()
    (site / "style.css").write_text("body {}", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    with _serving(Server("127.0.0.1", 0, site=site)) as running:
        yield running


def test_a_page_gets_the_script_that_reloads_it_and_nothing_else_changes(server: Server) -> None:
    answer = ask(server, "/hold/")
    token = server.state.token
    script = f'<script type="module" src="/-/reload.mjs?seen={token}"></script>\n'
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.text == PAGE.replace("</body>", f"{script}</body>")


def test_other_files_come_as_they_are(server: Server) -> None:
    answer = ask(server, "/style.css")
    assert (answer.status, answer.text) == (200, "body {}")
    assert answer.headers["Content-Type"] == "text/css"


def test_a_calendar_comes_as_one_on_every_machine(server: Server) -> None:
    (server.site / "hold" / "kalender.ics").write_text("BEGIN:VCALENDAR", "utf-8")
    answer = ask(server, "/hold/kalender.ics")
    assert (answer.status, answer.text) == (200, "BEGIN:VCALENDAR")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"


@pytest.mark.parametrize("address", ["/hold/", "/style.css", "/nothing", "/hold", "/-/newest"])
def test_nothing_is_kept_by_the_browser(server: Server, address: str) -> None:
    assert ask(server, address).headers["Cache-Control"] == "no-store"


def test_a_folder_is_read_with_a_slash_last(server: Server) -> None:
    answer = ask(server, "/hold?x=1")
    assert (answer.status, answer.headers["Location"]) == (301, "/hold/?x=1")


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/nothing/",
        "/empty/",
        "/hold/index.html/",
        "/style.css/",
        "/-/nothing",
        "/-/web.py",
        "/%00",
        "/" + 5000 * "a",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/hold/..%2f..%2fsecret.txt",
        "//etc/passwd",
        "/-/../../secret.txt",
    ],
)
def test_what_is_not_in_the_site_is_not_found(server: Server, address: str) -> None:
    answer = ask(server, address)
    assert answer.status == 404
    assert "Siden findes ikke" in answer.text
    assert "secret" not in answer.text


def test_the_sites_own_page_tells_what_is_missing(server: Server) -> None:
    (server.site / "404.html").write_text("<body>Vi kan ikke finde siden</body>", "utf-8")
    answer = ask(server, "/nothing")
    assert answer.status == 404
    assert "Vi kan ikke finde siden" in answer.text
    assert "/-/reload.mjs" in answer.text


def test_a_head_request_has_no_body(server: Server) -> None:
    answer = ask(server, "/hold/", "HEAD")
    assert (answer.status, answer.text) == (200, "")
    assert int(answer.headers["Content-Length"]) > len(PAGE)


def test_the_server_gives_its_own_script_and_style(server: Server) -> None:
    assert ask(server, "/-/newest").text == server.state.token
    script = ask(server, "/-/reload.mjs?seen=x")
    assert "export async function follow" in script.text
    assert script.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert ".serve-news" in ask(server, "/-/news.css").text


def test_a_page_tells_what_went_wrong_and_nothing_in_it_is_active(server: Server) -> None:
    server.state = State(heading="Kan ikke <b>", report="</pre><script>alert('x')</script> & æøå")
    text = ask(server, "/hold/").text
    assert "<summary>Kan ikke &lt;b&gt;</summary>" in text
    assert "&lt;/pre&gt;&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; æøå</pre>" in text
    assert text.count("<script") == 1


def test_a_page_without_a_body_tag_gets_the_script_last(server: Server) -> None:
    (server.site / "bare.html").write_text("<p>Hej", "utf-8")
    assert ask(server, "/bare.html").text.startswith("<p>Hej<script")


def test_before_the_first_build_every_page_says_so(tmp_path: Path) -> None:
    with _serving(Server("127.0.0.1", 0, site=tmp_path / "output")) as server:
        answer = ask(server, "/hold/")
    assert answer.status == 503
    assert "Siden er ikke bygget endnu" in answer.text
    assert "/-/reload.mjs" in answer.text


def test_a_taken_port_is_told_apart_from_other_errors(server: Server) -> None:
    with pytest.raises(PortTakenError):
        Server("127.0.0.1", server.server_port, site=server.site)


def test_the_address_is_the_one_to_type(server: Server) -> None:
    assert server.address == f"http://127.0.0.1:{server.server_port}/"


def test_closing_waits_for_no_silent_connection(tmp_path: Path) -> None:
    before = threading.active_count()
    with _serving(Server("127.0.0.1", 0, site=tmp_path)) as server:
        silent = socket.create_connection(("127.0.0.1", server.server_port))
        ask(server, "/")  # the silent one was accepted before this
    silent.close()
    assert threading.active_count() == before


def test_a_browser_that_leaves_is_no_news(
    server: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    (server.site / "big.bin").write_bytes(bytes(20_000_000))
    with socket.create_connection(("127.0.0.1", server.server_port)) as gone:
        gone.sendall(b"GET /big.bin HTTP/1.0\r\n\r\n")
        gone.recv(1)
    ask(server, "/hold/")
    server.server_close()
    assert capfd.readouterr().err == ""
