"""What a build says when a page, a template or the settings file stops it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from holdkatalog.build import BuildError, Built, build
from stand_in import Script, good, settled, standing_in


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return settled(tmp_path)


@pytest.fixture
def pelican(monkeypatch: pytest.MonkeyPatch) -> Callable[[Script], None]:
    return standing_in(monkeypatch)


def make(root: Path, name: str = "output") -> Built:
    return build(root, output=root / name, strict=True, today=None)


def says_of_untitled_pages(settings: dict[str, Any], folder: Path) -> None:
    good(settings, folder)
    log, page = logging.getLogger("pelican.contents"), f"{folder.parent.parent}/content/pages/x.md"
    log.error("Skipping %s: could not find information about '%s'", page, "title")
    log.error("Skipping %s: file %r would be written outside output path", page, "/index.html")
    log.warning("noget andet")


def test_a_page_without_a_title_is_told_once_in_danish(
    root: Path, pelican: Callable[[Script], None]
) -> None:
    pelican(says_of_untitled_pages)
    with pytest.raises(BuildError) as told:
        make(root)
    title = "content/pages/x.md: Skriv sidens overskrift på en linje øverst:  Title: Om os"
    assert told.value.reasons == (title, "noget andet")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("FOO = bar", "4: Her går programmet i stå: NameError: name 'bar' is not defined"),
        ("FOO = (", "4: Her går programmet i stå: SyntaxError: '(' was never closed"),
    ],
)
def test_an_error_of_python_is_told_in_one_line_with_its_file(
    root: Path, wrong: str, words: str
) -> None:
    file = root / "publishconf.py"
    file.write_text(f"{file.read_text('utf-8')}{wrong}\n", "utf-8")
    with pytest.raises(BuildError) as told:
        make(root)
    assert told.value.reasons == (f"publishconf.py:{words}",)
    assert told.value.trace.startswith("Traceback (most recent call last):")


def meets_a_wrong_template(_: dict[str, Any], folder: Path) -> None:
    templates = folder.parent.parent / "theme"
    templates.mkdir()
    (templates / "page.html").write_text("Hej\n{{ nobody.name }}\n", "utf-8")
    Environment(loader=FileSystemLoader(templates), autoescape=True).get_template(
        "page.html"
    ).render()


def test_an_error_of_a_template_is_told_in_one_line_with_its_file(
    root: Path, pelican: Callable[[Script], None]
) -> None:
    pelican(meets_a_wrong_template)
    with pytest.raises(BuildError, match=r"^theme/page\.html:2: Her går programmet i stå: Undef"):
        make(root)
