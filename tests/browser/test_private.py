"""Reading the site tells nobody anything: tried in a real browser, on every type of page."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

PAGES = (
    *(
        "",
        "hold/",
        "hold/lungekor-odsherred/koret/",
        "data/",
        "forening/",
        "sygdom/",
        "sygdom/kol/",
    ),
    *("forening/hjertevenner-odsherred/", "sygdom/kol/vig/", "dag/tirsdag/", "gratis/", "omraade/"),
    *("omraade/vig/", "aktivitet/", "aktivitet/gaature/", "forloeb/", "forloeb/kol-forloeb/"),
    *("om/", "privatliv/", "brobygger/", "for-foreninger/", "was/", "404.html"),
    *("tilmeld/", "tilmeld/vig-stavgaengere/", "ret/vig-stavgaengere/", "papir/"),
    "ret/vig-stavgaengere/stavgang/",
)
KEPT = """async () => [
  document.cookie,
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((base) => base.name),
  ...(window.caches ? await caches.keys() : []),
  ...(navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : []),
].filter(Boolean)"""
# Each returns what the browser said was broken, as soon as it says it.
INJECT = """(html) => new Promise((said) => {
  document.addEventListener("securitypolicyviolation", (event) => said(
    `${event.effectiveDirective} ${event.blockedURI}`
  ), { once: true });
  const made = document.createRange().createContextualFragment(html);
  document.body.append(made);
})"""


class _Other(http.server.ThreadingHTTPServer):
    """Another site, which notes what it is asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Notes)
        self.seen: list[tuple[str, str | None]] = []

    @property
    def address(self) -> str:
        """Where it is, by another name than the site's own."""
        return f"http://localhost:{self.server_port}/"


class _Notes(http.server.BaseHTTPRequestHandler):
    server: _Other

    def do_GET(self) -> None:
        # A browser asks for the icon of whatever page it shows.
        if self.path != "/favicon.ico":
            self.server.seen.append((self.path, self.headers["Referer"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def other() -> Iterator[_Other]:
    with _Other() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@contextmanager
def visiting(browser: Browser, **options: Any) -> Iterator[tuple[BrowserContext, Page]]:  # noqa: ANN401 - Playwright's own
    context = browser.new_context(locale="da-DK", **options)
    try:
        yield context, context.new_page()
    finally:
        context.close()


def test_no_page_asks_elsewhere_or_keeps_anything(browser: Browser, site: str) -> None:
    here = urlsplit(site).netloc
    with visiting(browser) as (context, page):
        asked, blocked = set[str](), list[str]()
        context.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
        page.on(
            "console", lambda line: blocked.append(line.text) if "Policy" in line.text else None
        )
        for path in PAGES:
            page.goto(site + path)
            assert page.evaluate(KEPT) == [], path
        assert asked == {here}
        assert blocked == [], "no page is held back by its own rules"
        assert context.cookies() == []
        assert context.storage_state() == {"cookies": [], "origins": []}


def test_only_a_form_keeps_anything_and_only_when_something_is_typed_in_it(
    browser: Browser, site: str
) -> None:
    with visiting(browser) as (context, page):
        page.goto(f"{site}hold/")
        page.locator("input[type=search]").first.fill("kor")
        page.locator("input[type=search]").first.press("Enter")
        page.goto(f"{site}tilmeld/")
        page.locator("#forening").focus()
        page.locator("#formular summary:visible").first.click()
        assert page.evaluate(KEPT) == []
        page.locator("#forening").fill("Højby Ballonklub")
        page.wait_for_function("() => localStorage.length")
        draft = [f"holdkatalog:{urlsplit(site).path}tilmeld/#"]
        assert page.evaluate(KEPT) == draft
        for path in PAGES:
            page.goto(site + path)
            assert page.evaluate(KEPT) == draft, path
        page.goto(f"{site}tilmeld/")
        page.get_by_role("button", name="Slet kladden").first.click()
        assert page.evaluate(KEPT) == []
        assert context.storage_state() == {"cookies": [], "origins": []}


@pytest.mark.parametrize(
    ("html", "directive"),
    [
        ("<script>document.title = 'taget'</script>", "script-src-elem inline"),
        ("<script src='{other}a.js'></script>", "script-src-elem {other}a.js"),
        ("<img src='{other}a.gif' alt='x'>", "img-src {other}a.gif"),
        ("<img src='x' onerror=\"document.title = 'taget'\" alt='x'>", "script-src-attr inline"),
        ("<style>h1 {{ color: red }}</style>", "style-src-elem inline"),
        ("<p style='color: red'>x</p>", "style-src-attr inline"),
        ("<iframe src='{other}'></iframe>", "frame-src {other}"),
        ("<link rel='stylesheet' href='{other}a.css'>", "style-src-elem {other}a.css"),
        ("<base href='{other}'>", "base-uri {other}"),
    ],
)
def test_a_browser_refuses_what_somebody_slipped_into_a_page(
    browser: Browser, site: str, other: _Other, html: str, directive: str
) -> None:
    with visiting(browser) as (_, page):
        page.goto(site)
        title = page.title()
        said = page.evaluate(INJECT, html.format(other=other.address))
        expected = directive.format(other=other.address)
        assert said.rstrip("/") == expected.rstrip("/")
        assert page.title() == title
    assert other.seen == []


def test_no_script_can_send_anything_elsewhere(browser: Browser, site: str, other: _Other) -> None:
    send = "(url) => fetch(url, { mode: 'no-cors' }).then(() => 'sent', () => 'refused')"
    with visiting(browser) as (_, page):
        page.goto(site)
        assert page.evaluate(send, other.address) == "refused"
        assert page.evaluate(send, site) == "sent"
    assert other.seen == []


def test_a_form_that_was_slipped_in_sends_nothing(
    browser: Browser, site: str, other: _Other
) -> None:
    form = """(action) => new Promise((said) => {
      document.addEventListener("securitypolicyviolation", (e) => said(e.effectiveDirective));
      const form = Object.assign(document.createElement("form"), { action, method: "post" });
      document.body.append(form);
      form.submit();
    })"""
    with visiting(browser) as (_, page):
        page.goto(site)
        assert page.evaluate(form, f"{other.address}tag") == "form-action"
    assert other.seen == []


def test_no_other_site_is_told_where_its_reader_comes_from(
    browser: Browser, site: str, other: _Other
) -> None:
    follow = """(href) => {
      const link = Object.assign(document.createElement("a"), { href, textContent: "ud" });
      document.querySelector("main").append(link);
      link.click();
    }"""
    with visiting(browser) as (_, page):
        for number, path in enumerate(PAGES):
            page.goto(site + path)
            with page.expect_navigation(url=f"{other.address}{number}"):
                page.evaluate(follow, f"{other.address}{number}")
    assert other.seen == [(f"/{number}", None) for number in range(len(PAGES))]


def test_a_page_that_has_moved_keeps_the_secret_too(
    browser: Browser, site: str, built: Path
) -> None:
    refreshes = [
        p for p in sorted(built.rglob("*.html")) if 'http-equiv="refresh"' in p.read_text("utf-8")
    ]
    assert refreshes
    address = refreshes[0].parent.relative_to(built).as_posix()
    with visiting(browser) as (_, page):
        told = list[str | None]()
        page.on("request", lambda request: told.append(request.headers.get("referer")))
        page.goto(f"{site}{address}/")
        page.wait_for_url(lambda url: url != f"{site}{address}/")
        assert page.locator("h1").is_visible()
    assert len(told) > 1
    assert not any(told)
