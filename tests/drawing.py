"""Pages drawn by the theme without Pelican, of a catalogue that a test gives."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from holdkatalog import settings
from holdkatalog.catalogue import Catalogue
from holdkatalog.icons import symbols
from holdkatalog.pages import pages
from holdkatalog.paths import THEME
from holdkatalog.rendering import Site, render
from holdkatalog.wording.words import strings

ROOT = Path(__file__).resolve().parent.parent


def a_site(catalogue: Catalogue, today: dt.date) -> Site:
    """The site that knows the catalogue, with the theme's own words and icons."""
    return Site(
        name="Hold",
        public="",
        top="/",
        today=today,
        catalogue=catalogue,
        left_out=(),
        t=strings(THEME / "strings" / "da.yaml"),
        icons=symbols((THEME / "icons.svg").read_text("utf-8")),
        own_colours=False,
    )


@cache
def environment() -> Environment:
    """The theme's templates, as the site's settings have them drawn."""
    base: dict[str, Any] = settings.base(ROOT)
    templates = FileSystemLoader(THEME / "templates")
    env = Environment(loader=templates, **base["JINJA_ENVIRONMENT"])  # noqa: S701 - given
    env.filters.update(base["JINJA_FILTERS"])
    env.globals.update(base["JINJA_GLOBALS"])
    return env


def drawn(catalogue: Catalogue, path: str, today: dt.date) -> str:
    """The page at that address."""
    page = next(page for page in pages(catalogue, today) if page.path == path)
    return render(page, environment(), a_site(catalogue, today))
