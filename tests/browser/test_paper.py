"""Paper: an ordinary offer on one sheet, and whom to ring, where to look and the whole text on every print."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from moving import served

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-25"

# What most offers are: a text, a first time, a place, a price, ten to fifteen answers.
ORDINARY = (
    "krolf-grevinge/petanque",
    "kvinder-efter-kraeft/vinterbad",
    "livsrum-holbaek/unge-voksne",
    "lungekor-odsherred/julesang",
    "maendenes-vaerksted/fisketur",
    "nykoebing-motion/motionscenter",
    "nyttehaven/vintervaerksted",
    "parkinson-nordvest/onsdagscafe",
    "roervig-yoga/rolig-yoga",
    "seniorerne-hoerve/mandagsklub",
    "sognecafeen-vig/eftermiddagssang",
    "telefonkaeden/telefonven",
)
TYPES = {
    "the front page": "",
    "the list": "hold/",
    "an offer": "hold/lungekor-odsherred/koret/",
    "an offer with changing places": "hold/hjertevenner-odsherred/hjertetur/",
    "an offer that is closed": "hold/faarevejle-badminton/petanque/",
    "clubs": "forening/",
    "a club": "forening/lungekor-odsherred/",
    "conditions": "sygdom/",
    "a condition": "sygdom/kol/",
    "a condition where it has nothing": "sygdom/muskelsvind/vig/",
    "a weekday": "dag/tirsdag/",
    "an area": "omraade/vig/",
    "an activity": "aktivitet/gaature/",
    "courses": "forloeb/",
    "a course": "forloeb/kol-forloeb/",
    "whom one can ring": "brobygger/",
    "the guide for clubs": "for-foreninger/",
    "the form on paper": "papir/",
    "a form": "tilmeld/",
    "a form for a change": "ret/hjertevenner-odsherred/hjertetur/",
    "the open data": "data/",
}
SHEET: ViewportSize = {"width": 703, "height": 1070}
"""What is left of an A4 within its margins, at 96 pixels an inch."""
CUT = """() => [...document.querySelectorAll("body *")]
  .filter((e) => e.checkVisibility() && !e.closest("svg, .hk-hidden-visually"))
  .filter((e) => {
    const box = e.getBoundingClientRect();
    return box.right > innerWidth + 1 || box.left < -1 || e.scrollWidth > e.clientWidth + 1
      && getComputedStyle(e).overflowX !== "visible";
  })
  .map((e) => e.outerHTML.slice(0, 120))"""
LINKS = """() => [...document.querySelectorAll("main a:is([href^=http], [href^='tel:'], [href^='mailto:'])")]
  .filter((a) => a.checkVisibility())
  .map((a) => [a.getAttribute("href"), a.innerText + a.parentElement.innerText,
    getComputedStyle(a, "::after").content])"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo on one day: as its facts grow old, more is said of them than fits an ordinary sheet."""
    folder = tmp_path_factory.mktemp("paper") / "site"
    command = [sys.executable, "-m", "holdkatalog", "build", "--today", DAY, "-o", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[str]:
    """Its address."""
    with served(built) as address:
        yield address


@pytest.fixture
def paper(page: Page) -> Page:
    """A page as it is laid out on paper, read on the day that it was built."""
    page.clock.set_fixed_time(f"{DAY}T09:00:00Z")
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print")
    return page


def sheets(page: Page) -> int:
    """How many sheets it takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("offer", ORDINARY)
def test_an_ordinary_offer_stands_on_one_sheet_in_letters_of_twelve_points(
    paper: Page, site: str, offer: str
) -> None:
    paper.goto(f"{site}hold/{offer}/")
    assert sheets(paper) == 1
    size = "() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    assert paper.evaluate(size) == pytest.approx(16), "12 points are 16 pixels"


def test_the_longest_pages_of_offers_take_two_sheets(paper: Page, site: str, built: Path) -> None:
    files = [*built.glob("hold/*/*/index.html"), *built.glob("forloeb/*/index.html")]
    longest = sorted(files, key=lambda file: file.stat().st_size)[-6:]
    found = {}
    for file in longest:
        paper.goto(site + file.parent.relative_to(built).as_posix() + "/")
        found[file.parent.name] = sheets(paper)
    assert set(found.values()) == {2}, found


def test_the_short_form_on_paper_is_one_sheet_and_the_whole_of_it_at_most_six(
    paper: Page, site: str
) -> None:
    paper.goto(f"{site}papir/")
    assert 3 <= sheets(paper) <= 6
    # What ends every page ends the last sheet; the first one tells whom to ring at its top.
    gone = ".hk-sheet__next, .hk-help, footer"
    paper.evaluate("gone => document.querySelectorAll(gone).forEach((one) => one.remove())", gone)
    assert sheets(paper) == 1


def test_every_print_says_what_it_is_and_whom_to_ring_and_leaves_the_menus_out(
    paper: Page, site: str
) -> None:
    for name, path in TYPES.items():
        paper.goto(site + path)
        assert paper.locator("h1").is_visible(), name
        band = paper.locator(".hk-help")
        assert "12 34 56 78" in band.inner_text(), name
        assert "brobygger@example.org" in band.inner_text(), name
        assert not paper.locator(
            "header nav:visible, footer nav:visible, .hk-bar:visible, button:visible"
        ).count(), name


def test_nothing_is_cut_off_at_the_edge_of_the_paper(paper: Page, site: str) -> None:
    cut = {}
    for name, path in TYPES.items():
        paper.goto(site + path)
        cut[name] = paper.evaluate(CUT)
    assert {name: found for name, found in cut.items() if found} == {}


def test_addresses_telephones_and_mails_are_written_out(paper: Page, site: str) -> None:
    seen, lost = 0, []
    for name, path in TYPES.items():
        paper.goto(site + path)
        for address, said, after in paper.evaluate(LINKS):
            seen += 1
            bare = re.sub("^mailto:|^tel:(\\+45)?", "", address)
            written = bare in re.sub(r"\s", "", said) or "attr(href)" in after or bare in after
            lost += [] if written else [f"{name}: {address}"]
    assert seen > 10
    assert lost == []


def test_black_ink_on_white_also_for_whoever_reads_in_the_dark(paper: Page, site: str) -> None:
    paper.emulate_media(media="print", color_scheme="dark")
    paper.goto(f"{site}hold/lungekor-odsherred/koret/")
    colours = "() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    assert paper.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
