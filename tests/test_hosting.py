"""The recipes for web servers, each tried in a real one on this machine alone."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdkatalog.cli import main
from holdkatalog.hosting import FORMS, PERMISSIONS, POLICY, SERVERS, form_policy, recipe
from web_servers import Running, running

PATHS = ["/", "/kommune/hold/"]
HEADERS = {
    "cache-control": "no-cache",
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "permissions-policy": PERMISSIONS,
}


@pytest.fixture(scope="module")
def folder(built: Path) -> Iterator[Path]:
    """A copy of the built site that the server's own user can read, with a script and a calendar in it."""
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch).chmod(0o755)
        site = Path(scratch, "hold")
        shutil.copytree(built, site)
        (site / "tema" / "js").mkdir(exist_ok=True)
        (site / "tema" / "js" / "proeve.mjs").write_text("export {};\n", "utf-8")
        # On some day all the examples' seasons are over.
        (site / "hold" / "kalender.ics").write_text("BEGIN:VCALENDAR\r\n", "utf-8", newline="")
        yield site


@pytest.fixture(
    scope="module",
    params=[(server, path) for server in SERVERS for path in PATHS],
    ids=lambda one: f"{one[0]} at {one[1]}",
)
def host(
    request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """Each server with the site at the top and below a path."""
    server, path = request.param
    with running(server, path, folder, tmp_path_factory.mktemp(server)) as started:
        yield started


BRIDGE = "https://bro.example.org:8443/hold/"


@pytest.fixture(scope="module", params=SERVERS)
def bridged(
    request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """Each server as it is where the forms are posted to a bridge."""
    place = tmp_path_factory.mktemp(request.param)
    with running(request.param, PATHS[1], folder, place, bridge=BRIDGE) as started:
        yield started


def test_with_a_bridge_the_forms_and_no_other_page_may_post_to_it(bridged: Running) -> None:
    """A browser keeps to the header and to the page's own rules: both must let the form through."""
    allowed = form_policy("https://bro.example.org:8443", POLICY)
    assert allowed != POLICY
    for address in ("tilmeld/", "ret/vig-stavgaengere/stavgang/"):
        found = bridged.get(address).headers
        assert found["content-security-policy"] == allowed
        assert found["referrer-policy"] == "strict-origin"
        assert found["x-content-type-options"] == "nosniff"
    for address in ("", "hold/", "papir/", "ret/nej/", "hold/ret/x/", "tema/css/form.css"):
        found = bridged.get(address).headers
        assert {name: found.get(name) for name in HEADERS} == HEADERS


def test_the_folders_of_the_forms_are_those_that_the_pages_lie_in(built: Path) -> None:
    with_forms = {
        file.relative_to(built).parts[0]
        for file in built.rglob("index.html")
        if 'method="post"' in file.read_text("utf-8")
    }
    assert {f"{name}/" for name in with_forms} == set(FORMS)


@pytest.mark.parametrize("address", ["", "hold/", "tema/css/tokens.css", "data/hold.json", "nej/"])
def test_every_answer_says_what_a_browser_may_do_and_asks_for_no_https(
    host: Running, address: str
) -> None:
    found = host.get(address).headers
    assert {name: found.get(name) for name in HEADERS} == HEADERS
    assert "strict-transport-security" not in found


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("om/", "text/html; charset=utf-8"),
        ("tema/css/tokens.css", "text/css; charset=utf-8"),
        ("tema/js/proeve.mjs", "text/javascript; charset=utf-8"),
        ("data/hold.json", "application/json; charset=utf-8"),
        ("data/hold.csv", "text/csv; charset=utf-8"),
        ("hold/kalender.ics", "text/calendar; charset=utf-8"),
    ],
)
def test_every_kind_of_file_comes_as_what_it_is_and_whole(
    host: Running, folder: Path, address: str, kind: str
) -> None:
    found = host.get(address)
    file = folder / address / "index.html" if address[-1:] in {"", "/"} else folder / address
    assert (found.status, found.headers["content-type"]) == (200, kind)
    assert found.body == file.read_bytes()


def test_pages_come_packed_and_are_only_sent_again_when_they_have_changed(
    host: Running, folder: Path
) -> None:
    first = host.get("hold/")
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["vary"] == "Accept-Encoding"
    tag = first.headers["etag"]
    assert host.get("hold/", **{"If-None-Match": tag}).status == 304
    file = folder / "hold" / "index.html"
    before = file.stat().st_mtime
    os.utime(file, (before + 10, before + 10))
    assert host.get("hold/", **{"If-None-Match": tag}).status == 200


@pytest.mark.parametrize("address", ["nej", "nej/", "hold/nej/nej.html", "om/nej.mjs", "tema/css/"])
def test_what_is_not_there_is_answered_with_our_page(
    host: Running, folder: Path, address: str
) -> None:
    found = host.get(address)
    assert found.status in ({403, 404} if address == "tema/css/" else {404})
    assert found.body == (folder / "404.html").read_bytes()
    assert found.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("address", ["om", "sygdom/kol", "."])
def test_a_forgotten_slash_leads_to_the_page(host: Running, address: str) -> None:
    if address == "." and host.path == "/":
        return
    asked = host.path.rstrip("/") if address == "." else address
    found = host.get(asked)
    assert found.status == 301
    expected = host.path if address == "." else f"{host.path}{address}/"
    assert re.sub("^https?://[^/]+", "", found.headers["location"]) == expected


@pytest.mark.parametrize("server", SERVERS)
def test_the_logs_hold_the_pages_but_nothing_of_who_read_them(
    server: str, folder: Path, tmp_path: Path
) -> None:
    with running(server, "/hold/", folder, tmp_path) as host:
        for address in (
            "sygdom/kol/?q=angst",
            "nej/?navn=Anna",
            "/hold/..%2f..%2fetc/passwd",
            "/andet",
        ):
            host.get(address)
    log = (tmp_path / "hold.log").read_text("utf-8")
    assert re.search('"GET /hold/sygdom/kol/(index.html)?" 200 ', log)
    assert '"GET /hold/nej/" 404 ' in log
    assert len(log.splitlines()) == len(host.asked)
    assert "warn" not in (tmp_path / "start.log").read_text("utf-8")
    logs = {file.name: file.read_text("utf-8") for file in tmp_path.glob("*.log")}
    for name, text in logs.items():
        for private in ("127.0.0.1", "angst", "Anna", "example.org/fra", "Tingest"):
            assert private not in text, name


@pytest.mark.parametrize("server", SERVERS)
def test_the_command_shows_the_recipe(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    address = "https://hold.example.org/min.side/"
    assert main(["hosting", server, address, "/srv/hold"]) == 0
    said = capsys.readouterr().out
    assert said == recipe(server, address=address, folder="/srv/hold")
    assert "hold.example.org" in said
    assert "@" not in said
    assert "/min.side/404.html" in said


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("hold.example.org", "/srv/hold"),
        ("https://hold.example.org/a b/", "/srv/hold"),
        ('https://hold.example.org/";/', "/srv/hold"),
        ("https://hold.example.org/", "hold"),
        ("https://hold.example.org/", "/srv/h old"),
    ],
)
def test_what_cannot_stand_in_settings_is_refused(
    address: str, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["hosting", "nginx", address, folder]) == 2
    said = capsys.readouterr().err
    assert "kan ikke stå i en servers indstillinger" in said
    assert "fx:\nholdkatalog hosting nginx https://hold.jeres-kommune.dk/ /srv/hold" in said


@pytest.mark.parametrize(
    "bridge", ["http://bro.example.org/", "https://bro.example.org", 'https://b/"/']
)
def test_nor_can_a_bridge_that_is_no_whole_address(
    bridge: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = ["hosting", "nginx", "https://hold.example.org/", "/srv/hold"]
    assert main([*whole, "--bridge", bridge]) == 2
    assert f'"{bridge}" kan ikke stå' in capsys.readouterr().err
    assert main([*whole, "--bridge", BRIDGE]) == 0
    assert "form-action https://bro.example.org:8443;" in capsys.readouterr().out
