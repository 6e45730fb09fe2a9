"""The door to Pelican: small municipalities built in this process and by plain Pelican."""

from __future__ import annotations

import datetime as dt
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pelican import Pelican
from pelican.settings import read_settings

from holdkatalog.catalogue import Loaded
from holdkatalog.errors import CatalogueError
from holdkatalog.plugin import today_of

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = """\
from pathlib import Path
from holdkatalog import settings
globals().update(settings.base(Path(__file__).resolve().parent))
SITENAME = "Hold i Prøveby"
"""
CLUB = """\
forening: Forening {name}
kontakt: 12 34 56 78
bekræftet: 1. december 2026 af formanden
ansvarlig: formanden
opslag: til 5. december 2026, vi er på skolen
hold:
  gang:
    navn: Gåtur {name}
    aktivitet: {activity}
    for: kol
    tid: tirsdag 10.00-11.30
    sted: Skolevej 2, 4560 Vig
    pris: gratis
    tilmelding: mød op
"""
NAMES = [f"klub-{letter}" for letter in "abcdefghij"]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pelican sets the time zone and the level of the logs for the whole program."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("TZ", "Europe/Copenhagen")
    level = logging.getLogger().level
    yield
    logging.getLogger().setLevel(level)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A municipality with ten clubs of one team each."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.rmtree(tmp_path / "content" / "forloeb")
    (tmp_path / "publishconf.py").write_text(SETTINGS, "utf-8")
    (tmp_path / "clubs").mkdir()
    for name in NAMES:
        write(tmp_path, name)
    return tmp_path


def write(place: Path, name: str, *, activity: str = "gaature", more: str = "") -> None:
    text = CLUB.format(name=name, activity=activity) + more
    (place / "clubs" / f"{name}.yaml").write_text(text, "utf-8")


def made(place: Path, **own: Any) -> Path:  # noqa: ANN401 - Pelican's settings are of every kind
    """The site that Pelican builds there in this process."""
    output = place / "output"
    settings = {"OUTPUT_PATH": str(output), "HOLDKATALOG_TODAY": "2026-12-05", **own}
    Pelican(read_settings(str(place / "publishconf.py"), override=settings)).run()
    return output


def page(output: Path, path: str = "") -> str:
    return (output / path / "index.html").read_text("utf-8")


def plain(place: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """What comes of `pelican -s publishconf.py --fatal warnings`, on a wide terminal."""
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "warnings"]
    return subprocess.run(
        [*command, *more],
        cwd=place,
        env={**os.environ, "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_small_municipality_becomes_a_site(place: Path) -> None:
    output = made(place)
    assert "Gåtur klub-a" in page(output, "hold/klub-a/gang")
    assert "Der er ingen forløb på siden." in page(output, "forloeb")
    assert "Ikke med på siden" not in page(output, "for-foreninger")
    assert "canonical" not in page(output)
    assert 'href="/hold/"' in (output / "404.html").read_text("utf-8")
    assert (output / "tema" / "css" / "base.css").is_file()


def test_nothing_of_a_blog_is_written(place: Path) -> None:
    written = [file.relative_to(place) for file in made(place).rglob("*") if file.is_file()]
    kinds = {one.suffix for one in written}
    assert kinds == {".html", ".css", ".json", ".csv", ".ics", ".mjs", ".svg", ".webp"}
    assert not [one for one in written if re.search("feed|tag|author|archiv|categor", str(one))]


def test_plain_pelican_builds_the_same_site_without_a_warning(place: Path) -> None:
    done = plain(place, "-e", 'HOLDKATALOG_TODAY="2026-12-05"', "-o", "plain")
    assert done.returncode == 0, done.stdout + done.stderr
    output = made(place)
    one, other = (
        {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*.html")}
        for folder in (output, place / "plain")
    )
    assert one == other


def test_plain_pelican_stops_at_errors_and_tells_them_all(place: Path) -> None:
    write(place, "klub-a", activity="faldskaerm")
    write(place, "klub-b", activity="gaatuer")
    done = plain(place)
    assert done.returncode != 0
    said = done.stdout + done.stderr
    assert "clubs/klub-a.yaml, linje 9" in said
    assert "clubs/klub-b.yaml, linje 9" in said
    assert not (place / "output" / "hold").exists()


def test_an_error_stops_the_build_and_the_log_says_what_must_be_mended(
    place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(place, "klub-a", activity="faldskaerm")
    with pytest.raises(CatalogueError):
        made(place)
    assert 'Vi kender ikke aktiviteten "faldskaerm".' in caplog.text


def test_who_asked_for_a_report_gets_it_and_the_log_is_silent(
    place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reported: list[Loaded] = []
    write(place, "klub-a", activity="faldskaerm")
    with pytest.raises(CatalogueError):
        made(place, HOLDKATALOG_REPORT=reported.append)
    made(place, HOLDKATALOG_REPORT=reported.append, HOLDKATALOG_STRICT=False)
    assert [loaded.left_out for loaded in reported] == [("clubs/klub-a.yaml",)]
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]


def test_steady_leaves_a_club_out_and_names_it_loudly(
    place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(place, "klub-a", activity="faldskaerm")
    output = made(place, HOLDKATALOG_STRICT=False)
    assert "left out: clubs/klub-a.yaml" in caplog.text
    assert "clubs/klub-a.yaml" in page(output, "for-foreninger")
    assert not (output / "hold" / "klub-a").exists()
    assert "Gåtur klub-a" not in page(output, "hold")
    assert "Gåtur klub-b" in page(output, "hold")


def test_the_day_is_the_settings_else_that_of_the_source_else_the_clocks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    day = dt.date(2026, 12, 5)
    before = dt.date.today()  # noqa: DTZ011 - what the program takes
    assert today_of({}) >= before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796212800")
    assert today_of({"HOLDKATALOG_TODAY": None}) == dt.date(2026, 12, 2)
    assert today_of({"HOLDKATALOG_TODAY": "2026-12-05"}) == day
    assert today_of({"HOLDKATALOG_TODAY": day}) == day


def test_the_day_decides_what_is_shown(place: Path) -> None:
    assert "Vi er på skolen" in page(made(place), "hold/klub-a/gang")
    later = page(made(place, HOLDKATALOG_TODAY="2026-12-06"), "hold/klub-a/gang")
    assert "Vi er på skolen" not in later
    assert "6. december 2026" in later


@pytest.mark.parametrize("public", ["https://example.org/hold", "https://example.org/hold/"])
def test_a_public_address_gives_canonical_links_and_the_top_of_the_404(
    place: Path, public: str
) -> None:
    write(place, "klub-a", more="    tidligere_id: tur\n")
    output = made(place, HOLDKATALOG_PUBLIC_ADDRESS=public)
    for path in ("", "hold/klub-a/gang/", "om/"):
        canonical = f'<link rel="canonical" href="https://example.org/hold/{path}">'
        assert page(output, path).count(canonical) == 1
    to = "https://example.org/hold/hold/klub-a/gang/"
    assert f'<link rel="canonical" href="{to}">' in page(output, "hold/klub-a/tur")
    missing = (output / "404.html").read_text("utf-8")
    assert 'href="/hold/hold/"' in missing
    assert 'href="/hold/tema/css/base.css"' in missing
    assert "canonical" not in missing


PHOTO = "{indent}foto:\n{indent}  fil: {name}\n{indent}  alt: En skovvej\n{indent}  samtykke: 1. september 2026\n"


def test_the_photos_that_are_shown_are_copied_and_no_others(place: Path) -> None:
    folder = place / "clubs" / "foto"
    folder.mkdir()
    for name in ("skov.jpg", "strand.jpg", "ubrugt.jpg"):
        (folder / name).write_bytes(name.encode())
    offers = PHOTO.format(indent="    ", name="skov.jpg")
    write(place, "klub-a", more=offers + PHOTO.format(indent="", name="strand.jpg"))
    output = made(place)
    assert {file.name for file in (output / "foto").iterdir()} == {"skov.jpg", "strand.jpg"}
    assert (output / "foto" / "skov.jpg").read_bytes() == b"skov.jpg"
    assert 'src="../../../foto/skov.jpg" alt="En skovvej"' in page(output, "hold/klub-a/gang")
    assert 'src="../../foto/strand.jpg"' in page(output, "forening/klub-a")


WORDS = """\
aktiviteter:
  vinterbadning:
    navn: Vinterbadning
    gruppe: vand
    slags: hold
  stavgang:
    skjul: ja
  gaature:
    navn: Vandreture
"""


def test_a_municipality_adds_hides_and_renames_words_without_touching_the_engine(
    place: Path,
) -> None:
    (place / "content" / "vocabulary").mkdir()
    (place / "content" / "vocabulary" / "activities.yaml").write_text(WORDS, "utf-8")
    write(place, "klub-a", activity="vinterbadning")
    output = made(place)
    assert "Gåtur klub-a" in page(output, "aktivitet/vinterbadning")
    assert not (output / "aktivitet" / "stavgang").exists()
    assert "<h1>Vandreture</h1>" in page(output, "aktivitet/gaature")
    assert "Vandreture" in page(output, "hold/klub-b/gang")
