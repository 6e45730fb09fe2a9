"""Pages drawn by the theme without Pelican, of a catalogue that a test gives."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

import small
from holdkatalog import settings
from holdkatalog.catalogue import Catalogue
from holdkatalog.icons import symbols
from holdkatalog.pages import pages
from holdkatalog.paths import THEME
from holdkatalog.rendering import Site, render
from holdkatalog.wording.words import strings

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 12, 5)
"""A Saturday."""
CONFIRMED = "1. december 2026 af formanden"
WEEKLY: dict[str, object] = {
    "tid": "tirsdag 10.00-11.30",
    "fri": "ingen",
    "sted": "Hallen, Skolevej 2, 4560 Vig",
    "bekræftet": CONFIRMED,
    "kontakt": "12 34 56 00",
}
"""An offer of which nothing is left to ask."""


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


def page(raw: dict[str, object], today: dt.date = TODAY) -> str:
    """The page of an offer with these keys."""
    return drawn(small.holding(small.read(**raw)), "hold/foreningen/gang/", today)


def plain(html: str) -> str:
    """What stands in a piece of a page, without what is hidden as long as the day is the build's."""
    shown = re.sub(r"<(\w+)[^<>]* hidden(?:=\"\")?>.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "", shown).split())


def part(html: str, begin: str, end: str) -> str:
    return html.partition(begin)[2].partition(end)[0]


def section(html: str) -> str:
    return part(html, 'id="hvornaar">', "</section>")


def dates(html: str) -> list[str]:
    return [
        plain(one) for one in re.findall(r"<li class=\"hk-dates__item\".*?</li>", html, re.DOTALL)
    ]


def card(raw: dict[str, object], today: dt.date = TODAY) -> str:
    """The card of an offer with these keys, as its club's page has it."""
    html = drawn(small.holding(small.read(**raw)), "forening/f/", today)
    return part(html, "<article", "</article>")
