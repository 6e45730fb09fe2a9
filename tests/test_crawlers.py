"""Sitemap and robots.txt: where there is an address to tell of, and never for clubs that are made up."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest

from holdkatalog.build import build
from holdkatalog.crawlers import for_crawlers, sitemap
from holdkatalog.pages import Page

ROOT = Path(__file__).resolve().parent.parent
PUBLIC = "https://hold.example.org/"
TODAY = dt.date(2026, 12, 5)
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
NOINDEX = '<meta name="robots" content="noindex">'


def told(*, public: str = PUBLIC, top: str = "/", demo: bool = False) -> dict[str, str]:
    return dict(for_crawlers([Page("", "a.html")], ["om/"], public=public, top=top, demo=demo))


def built_there(place: Path, *, address: str, demo: bool) -> Path:
    """The site of the example municipality, as it would be at the address."""
    for folder in ("clubs", "content"):
        shutil.copytree(ROOT / folder, place / folder)
    own = (ROOT / "publishconf.py").read_text("utf-8")
    assert 'PUBLIC_ADDRESS = ""' in own
    own = own.replace('PUBLIC_ADDRESS = ""', f'PUBLIC_ADDRESS = "{address}"')
    (place / "publishconf.py").write_text(own, "utf-8")
    about = place / "content" / "kommune.yaml"
    text = about.read_text("utf-8")
    assert "eksempeldata: ja\n" in text
    about.write_text(text if demo else text.replace("eksempeldata: ja\n", ""), "utf-8")
    build(place, output=place / "output", strict=True, today=TODAY)
    return place / "output"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with its own address and clubs that are real."""
    return built_there(tmp_path_factory.mktemp("own"), address=PUBLIC, demo=False)


def test_the_sitemap_holds_each_page_once_in_order_and_nothing_else(own: Path) -> None:
    rows = ET.parse(own / "sitemap.xml").findall("s:url", NAMES)  # noqa: S314 - made right here
    found = [row.findtext("s:loc", "", NAMES).removeprefix(PUBLIC) for row in rows]
    assert found == sorted(set(found))
    pages = {
        file.relative_to(own).as_posix(): file.read_text("utf-8") for file in own.rglob("*.html")
    }
    kept = {name.removesuffix("index.html") for name, text in pages.items() if NOINDEX not in text}
    assert set(found) == kept
    gone = {name for name, text in pages.items() if NOINDEX in text}
    assert "404.html" in gone
    leading = {name for name in gone if 'http-equiv="refresh"' in pages[name]}
    clubs = ("bekraeft/", "tilmeld/", "ret/", "papir/")
    asking = {name for name in gone if name.startswith(clubs)}
    assert gone == {"404.html"} | leading | asking
    assert leading
    assert asking == {name for name in pages if name.startswith(clubs)} - {"tilmeld/index.html"}
    assert len(asking) > 75


def test_the_canonical_address_of_a_page_is_the_one_in_the_sitemap(own: Path) -> None:
    rows = ET.parse(own / "sitemap.xml").findall("s:url", NAMES)  # noqa: S314 - made right here
    for row in rows:
        address = row.findtext("s:loc", "", NAMES)
        page = own / address.removeprefix(PUBLIC) / "index.html"
        assert page.read_text("utf-8").count(f'<link rel="canonical" href="{address}">') == 1


def test_only_a_confirmed_offer_has_a_day_of_change(own: Path) -> None:
    rows = ET.parse(own / "sitemap.xml").findall("s:url", NAMES)  # noqa: S314 - made right here
    days = {
        row.findtext("s:loc", "", NAMES).removeprefix(PUBLIC): row.findtext("s:lastmod", "", NAMES)
        for row in rows
    }
    assert days["hold/vig-stavgaengere/stavgang/"] == "2026-10-15"
    assert days["hold/hoerve-gymnastik/seniorer/"] == ""
    assert {
        path for path, day in days.items() if day if path[:5] not in {"hold/", "forlo"}
    } == set()
    assert days["hold/"] == ""


def test_crawlers_are_shown_the_sitemap_and_kept_from_nothing(own: Path) -> None:
    rules = RobotFileParser()
    rules.parse((own / "robots.txt").read_text("utf-8").splitlines())
    assert rules.site_maps() == [f"{PUBLIC}sitemap.xml"]
    assert rules.can_fetch("*", f"{PUBLIC}data/hold.json")
    assert rules.can_fetch("*", f"{PUBLIC}hold/")
    # A page that may not be fetched would hide its noindex.
    assert rules.can_fetch("*", f"{PUBLIC}bekraeft/vig-stavgaengere/stavgang/")


def test_clubs_that_are_made_up_are_kept_from_every_index(tmp_path: Path) -> None:
    output = built_there(tmp_path, address=PUBLIC, demo=True)
    assert not (output / "sitemap.xml").exists()
    texts = [file.read_text("utf-8") for file in output.rglob("*.html")]
    assert {text.count(NOINDEX) for text in texts} == {1}
    rules = RobotFileParser()
    rules.parse((output / "robots.txt").read_text("utf-8").splitlines())
    # A page that may not be fetched would hide its noindex; the data can't carry any.
    assert rules.can_fetch("*", f"{PUBLIC}hold/")
    for name in ("hold.json", "hold.csv"):
        assert (output / "data" / name).is_file()
        assert not rules.can_fetch("*", f"{PUBLIC}data/{name}")


def test_without_an_address_there_is_nothing_to_tell() -> None:
    assert told(public="") == {}
    assert told(public="", demo=True) == {}


def test_below_another_site_nobody_would_read_a_robots_txt() -> None:
    below = {"public": "https://example.org/hold/", "top": "/hold/"}
    assert set(told(**below, demo=False)) == {"sitemap.xml"}
    assert told(**below, demo=True) == {}
    assert set(told()) == {"sitemap.xml", "robots.txt"}


def test_an_address_is_written_as_addresses_and_xml_are() -> None:
    text = sitemap([Page("a&b/", "a.html")], ["på/"], public="https://example.org/?a&b/")
    locs = [row.text for row in ET.fromstring(text).iter(f"{{{NAMES['s']}}}loc")]  # noqa: S314
    assert locs == ["https://example.org/?a&b/a%26b/", "https://example.org/?a&b/p%C3%A5/"]
