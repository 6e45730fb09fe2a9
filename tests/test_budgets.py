"""What a first visit loads is little, also on an old telephone far from the mast.

Counted as a host sends it, each file through gzip -9, by following what the page itself names: its
styles, its scripts with all that they import, and its pictures. What is fetched only when somebody
begins to search (the index) is counted apart. The list is counted with as many offers as its budget
is given for, since the examples hold more of them. A KB is 1,000 bytes here, the stricter of the two.
"""

from __future__ import annotations

import datetime as dt
import gzip
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from drawing import drawn
from holdkatalog.catalogue import Catalogue, load
from holdkatalog.facets.entries import entries
from holdkatalog.facets.groups import listed
from holdkatalog.model import Club
from html_tags import Tag, read_page

ROOT = Path(__file__).resolve().parent.parent
KB = 1000
OFFERS = 75
"""So many offers the budgets are given for."""
_IMPORT = re.compile(r"""^\s*(?:import|export)\b[^;()=]*?["']([^"']+)["']""", re.MULTILINE)
_NAMED_BY_CSS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_LOADED_BY = {"stylesheet", "icon", "modulepreload", "preload", "manifest"}


@cache
def sent(file: Path) -> int:
    """The bytes that a host sends."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def first_visit(page: Path) -> dict[Path, int]:
    """The page and every file that a browser gets with it, each with its bytes."""
    found, waiting = dict[Path, int](), [page]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found[file] = sent(file)
            waiting += [_beside(file, name) for name in _named(file)]
    return found


def _beside(file: Path, name: str) -> Path:
    return (file.parent / unquote(urlsplit(name).path)).resolve()


def _named(file: Path) -> list[str]:
    """The addresses that a file has fetched at once."""
    if file.suffix == ".html":
        return [name for tag in read_page(file.read_text("utf-8")).tags for name in _fetched(tag)]
    if file.suffix == ".mjs":
        return _IMPORT.findall(file.read_text("utf-8"))
    if file.suffix == ".css":
        return [one or two for one, two in _NAMED_BY_CSS.findall(file.read_text("utf-8"))]
    return []


def _fetched(tag: Tag) -> list[str]:
    if tag.name == "link":
        loads = _LOADED_BY & set(tag.attrs.get("rel", "").split())
        return [tag.attrs["href"]] if loads else []
    named = [tag.attrs[name] for name in ("src", "poster") if name in tag.attrs]
    named += [tag.attrs["href"]] if tag.name in {"use", "image"} and "href" in tag.attrs else []
    named += [one.split()[0] for one in tag.attrs.get("srcset", "").split(",") if one.strip()]
    return [name for name in named if not name.startswith(("#", "data:"))]


def told(page: Path, built: Path) -> str:
    """Each file of a first visit with its bytes, the largest first."""
    files = sorted(first_visit(page).items(), key=lambda each: -each[1])
    return "\n".join(f"{bytes_:7} {file.relative_to(built)}" for file, bytes_ in files)


def weight(page: Path) -> int:
    return sum(first_visit(page).values())


def offers(built: Path) -> list[Path]:
    pages = [*built.glob("hold/*/*/index.html"), *built.glob("forloeb/*/index.html")]
    return [page for page in pages if 'http-equiv="refresh"' not in page.read_text("utf-8")]


def test_the_front_page_is_at_most_30_kb(built: Path) -> None:
    page = built / "index.html"
    assert weight(page) <= 30 * KB, told(page, built)


def test_the_heaviest_offer_is_at_most_20_kb(built: Path) -> None:
    page = max(offers(built), key=weight)
    assert weight(page) <= 20 * KB, told(page, built)


def as_large_as_it_is_spoken_of(catalogue: Catalogue) -> Catalogue:
    """The catalogue with no more offers than the budgets are given for: whole clubs, by name."""
    left, clubs = OFFERS - sum(len(one.offers) for one in catalogue.courses), list[Club]()
    for club in catalogue.clubs:
        clubs.append(replace(club, offers=club.offers[:left]))
        left -= len(clubs[-1].offers)
    return replace(catalogue, clubs=tuple(clubs))


def test_the_list_of_75_offers_is_at_most_45_kb(built: Path) -> None:
    page = built / "hold" / "index.html"
    whole = load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True)
    given, today = as_large_as_it_is_spoken_of(whole.catalogue), dt.date(2026, 11, 25)
    assert sum(len(club.offers) for club in (*given.clubs, *given.courses)) == OFFERS
    html = drawn(given, "hold/", today)
    assert html.count("<li data-id=") == len(listed(entries(given, today)))
    around = weight(page) - sent(page)
    assert around + len(gzip.compress(html.encode(), 9)) <= 45 * KB, told(page, built)


def test_every_other_page_is_no_heavier_than_the_list_may_be(built: Path) -> None:
    own = built / "hold" / "index.html"
    others = {*built.rglob("index.html")} - {own, *forms(built)}
    page = max(others, key=weight)
    assert weight(page) <= 45 * KB, told(page, built)


def forms(built: Path) -> list[Path]:
    return [page for top in ("tilmeld", "ret") for page in (built / top).rglob("index.html")]


def test_the_heaviest_form_is_at_most_50_kb_before_somebody_answers_something(built: Path) -> None:
    page = max(forms(built), key=weight)
    assert weight(page) <= 50 * KB, told(page, built)
    looked = first_visit(built / "tema" / "js" / "outcome.mjs").keys() - first_visit(page).keys()
    rules = built / "tilmeld" / "regler.json"
    assert sum(map(sent, (*looked, rules))) <= 25 * KB, "what is fetched with the first answer"


def test_all_style_sheets_of_citizens_pages_are_at_most_14_kb(built: Path) -> None:
    sheets = [
        sheet
        for sheet in (built / "tema" / "css").glob("*.css")
        if sheet.stem not in {"form", "sending", "sheet"}
    ]
    assert sheets
    assert sum(map(sent, sheets)) <= 14 * KB, {file.name: sent(file) for file in sheets}


def test_our_own_pictures_are_at_most_150_kb(built: Path) -> None:
    kinds = {".svg", ".png", ".jpg", ".webp", ".avif", ".ico"}
    pictures = [file for file in (built / "tema").rglob("*") if file.suffix in kinds]
    assert sum(file.stat().st_size for file in pictures) <= 150 * KB


def test_the_demo_data_are_as_large_as_the_budgets_speak_of(built: Path) -> None:
    assert len(offers(built)) >= OFFERS


def test_the_search_index_is_at_most_25_kb(built: Path) -> None:
    assert sent(built / "soeg" / "hold.json") <= 25 * KB


def test_nothing_that_a_page_loads_is_overlooked(tmp_path: Path) -> None:
    files = {
        "side/index.html": '<link rel="stylesheet" href="../a.css"><link rel="canonical" href="x">'
        '<script type="module" src="../js/a.mjs"></script><img src="../b.png" alt="">'
        '<svg><use href="#i"></use></svg><svg><use href="../i.svg#t"></use></svg>'
        '<img srcset="../c.png 1x, ../d.png 2x" src="data:," alt="">',
        "a.css": '@import "b.css"; p { background: url(e.png) }',
        "js/a.mjs": 'import { b } from "./b.mjs";\nexport * from "./c.mjs";\n'
        'const late = await import("./late.mjs");\n',
        "js/b.mjs": 'import "./c.mjs";\nimport {\n  d,\n} from "./d.mjs";\n',
        **dict.fromkeys(("b.css", "b.png", "c.png", "d.png", "e.png", "i.svg"), ""),
        **dict.fromkeys(("js/c.mjs", "js/d.mjs", "js/late.mjs", "x"), ""),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    seen = first_visit(tmp_path / "side" / "index.html")
    assert set(files) - {str(file.relative_to(tmp_path)) for file in seen} == {"js/late.mjs", "x"}


@pytest.mark.parametrize("text", ["", "a" * 1000])
def test_a_file_is_counted_as_it_is_sent(tmp_path: Path, text: str) -> None:
    (tmp_path / "a").write_text(text, "utf-8")
    assert 20 <= sent(tmp_path / "a") < 50
