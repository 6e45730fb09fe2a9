"""Every page of the built demo site: links lead somewhere, structure is right, nothing comes from elsewhere."""

from __future__ import annotations

import os
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from html_tags import Read, Tag, read_page

FETCHED = {"src", "srcset", "poster", "data", "action", "formaction", "background", "ping"}
LANDMARKS = ("nav", "section", "aside", "form")
NOT_FOUND = "404.html"


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, Read]:
    """Every page by its file's path from the top of the site."""
    return {
        file.relative_to(built).as_posix(): read_page(file.read_text("utf-8"))
        for file in sorted(built.rglob("*.html"))
    }


def told(bad: list[str]) -> None:
    assert not bad, f"{len(bad)} in all:\n" + "\n".join(bad[:20])


def moved(page: Read) -> bool:
    return any(tag.attrs.get("http-equiv") == "refresh" for tag in page.named("meta"))


def resolved(built: Path, file: str, path: str) -> Path:
    """The file that a relative path leads to, seen from the page."""
    target = Path(os.path.normpath(built / Path(file).parent / unquote(path)))
    return target / "index.html" if target.is_dir() else target


def links(page: Read) -> list[tuple[Tag, str]]:
    """Each address on the page, a redirect's too."""
    found = [
        (tag, tag.attrs[key])
        for tag in page.tags
        for key in ("href", "src", "action")
        if key in tag.attrs
    ]
    turns = [t for t in page.named("meta") if t.attrs.get("http-equiv") == "refresh"]
    return found + [(turn, turn.attrs["content"].partition("url=")[2]) for turn in turns]


def dead(built: Path, pages: dict[str, Read], file: str, address: str) -> str:
    """Why a link within the site leads nowhere, or nothing."""
    parts = urlsplit(address)
    if parts.path.startswith("/") and file != NOT_FOUND:
        return "an absolute path"
    target = resolved(built, file, parts.path.lstrip("/")) if parts.path else built / file
    if not target.is_relative_to(built) or not target.is_file():
        return "leads nowhere"
    name = target.relative_to(built).as_posix()
    if name.endswith("index.html") and parts.path and not parts.path.endswith("/"):
        return "a folder without its last slash"
    if parts.fragment and parts.fragment not in pages[name].ids:
        return "no such place on the page"
    return ""


def test_every_link_and_fragment_leads_somewhere(built: Path, pages: dict[str, Read]) -> None:
    told(
        [
            f"{file}: {address}: {why}"
            for file, page in pages.items()
            for _, address in links(page)
            if not urlsplit(address).scheme and (why := dead(built, pages, file, address))
        ]
    )


def test_links_out_of_the_site_only_go_to_web_mail_and_telephone(pages: dict[str, Read]) -> None:
    schemes = {urlsplit(address).scheme for page in pages.values() for _, address in links(page)}
    assert schemes <= {"", "https", "http", "mailto", "tel"}


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Read]) -> None:
    told(
        [
            f"{file}: {tag.name} {tag.attrs}"
            for file, page in pages.items()
            for tag in page.tags
            for key, value in tag.attrs.items()
            if (key in FETCHED or (tag.name == "link" and key == "href"))
            and tag.attrs.get("rel") != "canonical"
            and (urlsplit(value).scheme or urlsplit(value).netloc)
        ]
    )


def test_styles_and_pictures_of_the_theme_load_nothing_from_elsewhere(built: Path) -> None:
    sheets = {file.name: file.read_text("utf-8") for file in built.rglob("*.css")}
    assert sheets
    told([name for name, text in sheets.items() if re.search(r"@import|url\(|//[a-z]", text)])


def test_nothing_runs_and_nothing_is_styled_by_hand(pages: dict[str, Read]) -> None:
    told(
        [
            f"{file}: {tag.name} {tag.attrs}"
            for file, page in pages.items()
            for tag in page.tags
            if tag.name in {"style", "iframe", "object", "embed"}
            or (tag.name == "script" and not _own_module(tag) and not _only_data(tag))
            or any(key == "style" or key.startswith("on") for key in tag.attrs)
        ]
    )


def _own_module(tag: Tag) -> bool:
    """A module of our own theme, with nothing written between its tags."""
    return tag.attrs.get("type") == "module" and "src" in tag.attrs and not tag.words


def _only_data(tag: Tag) -> bool:
    """A block that no browser runs, and that cannot end before its end tag."""
    data = tag.attrs.get("type") in {"application/json", "application/ld+json"}
    return data and "src" not in tag.attrs and "<" not in tag.words


def test_ids_are_unique_and_what_points_at_them_finds_them(pages: dict[str, Read]) -> None:
    bad = [
        f"{file}: #{id_} {n} times"
        for file, p in pages.items()
        for id_, n in p.ids.items()
        if n > 1
    ]
    bad += [
        f"{file}: {key} {tag.attrs[key]}"
        for file, page in pages.items()
        for tag in page.tags
        for key in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
        if any(id_ not in page.ids for id_ in tag.attrs.get(key, "").split())
    ]
    told(bad)


def test_headings_begin_with_the_only_h1_and_skip_no_level(pages: dict[str, Read]) -> None:
    bad = []
    for file, page in pages.items():
        levels = [int(t.name[1]) for t in page.tags if re.fullmatch("h[1-6]", t.name)]
        steps = any(after > before + 1 for before, after in pairwise(levels))
        if levels[:1] != [1] or levels.count(1) != 1 or steps:
            bad.append(f"{file}: {levels}")
        bad += [
            f"{file}: empty {t.name}" for t in page.named("h1", "h2", "h3") if not t.words.strip()
        ]
    told(bad)


def test_a_page_has_its_language_its_main_and_named_landmarks(pages: dict[str, Read]) -> None:
    bad = []
    for file, page in pages.items():
        (html,) = page.named("html")
        if html.attrs.get("lang") != "da":
            bad.append(f"{file}: no language")
        if len(page.named("main")) != 1:
            bad.append(f"{file}: main")
        if not moved(page) and (len(page.named("header")) < 1 or len(page.named("footer")) != 1):
            bad.append(f"{file}: header or footer")
        names = [
            (tag.name, tag.attrs.get("aria-label") or tag.attrs.get("aria-labelledby", ""))
            for tag in page.named(*LANDMARKS)
            if "lang" not in tag.attrs
        ]
        bad += [f"{file}: {tag} has no name" for tag, name in names if not name]
        bad += [f"{file}: {name} twice" for name, n in Counter(names).items() if n > 1]
    told(bad)


def test_every_title_is_there_and_names_one_page(pages: dict[str, Read]) -> None:
    titles = {
        file: " ".join("".join(t.words for t in page.named("title")).split())
        for file, page in pages.items()
        if not moved(page)
    }
    told([file for file, title in titles.items() if not title or title.startswith("–")])
    told([f"{title!r} names {n} pages" for title, n in Counter(titles.values()).items() if n > 1])


def test_every_link_has_words(pages: dict[str, Read]) -> None:
    told(
        [
            f"{file}: {tag.attrs}"
            for file, page in pages.items()
            for tag in page.named("a")
            if not tag.words.strip()
        ]
    )


def test_every_picture_is_described(pages: dict[str, Read]) -> None:
    told([f for f, p in pages.items() for tag in p.named("img") if not tag.attrs.get("alt")])
