"""Every page of the built demo site has the structure that readers and their tools go by.

That links lead somewhere and nothing comes from elsewhere, the build itself looks after:
tests/test_inspection.py.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from html_tags import Read, read_page

LANDMARKS = ("nav", "section", "aside", "form")


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


def test_what_points_at_an_id_finds_it(pages: dict[str, Read]) -> None:
    bad = [
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
