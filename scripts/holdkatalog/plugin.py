"""The door to Pelican: one generator that writes the catalogue's pages with the theme.

Pelican itself writes the ordinary pages of content/pages with the same theme. The settings it
understands: HOLDKATALOG_ROOT (the folder with clubs/ and content/), HOLDKATALOG_PUBLIC_ADDRESS
(where the site will lie, for canonical links and the sitemap), HOLDKATALOG_STRICT (stop at any
error; the default), HOLDKATALOG_PRODUCTION (refuse what the public must not see), HOLDKATALOG_TODAY
(the day that the site is built for), HOLDKATALOG_COMMIT (the commit it is built from, where git
can't tell), HOLDKATALOG_BRIDGE (the address that forms are posted to), HOLDKATALOG_FORGE,
HOLDKATALOG_REPOSITORY and HOLDKATALOG_BRANCH (where the clubs' files lie), HOLDKATALOG_REPORT (is told
what was loaded) and HOLDKATALOG_ADVICE (is told what should be mended outside the files; without it
the log is, too low for `--fatal warnings`).
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from pelican import Pelican, signals
from pelican.generators import Generator

from holdkatalog import __version__, ics, search
from holdkatalog.catalogue import Loaded, load
from holdkatalog.catalogue.content import OWN_COLOURS
from holdkatalog.catalogue.production import SETTINGS, unpublishable
from holdkatalog.crawlers import for_crawlers
from holdkatalog.errors import CatalogueError, Problem
from holdkatalog.facets.entries import Entry
from holdkatalog.forms import ways_of, wrong_ways
from holdkatalog.forms.rules import RULES, rules_text
from holdkatalog.history import commit, history
from holdkatalog.icons import symbols
from holdkatalog.inspection import READ, inspect
from holdkatalog.inspection.sources import bare
from holdkatalog.messages import is_error
from holdkatalog.messages import render as render_problem
from holdkatalog.opendata import Edition, files
from holdkatalog.pages import Page, pages
from holdkatalog.paths import THEME
from holdkatalog.rendering import Site, render
from holdkatalog.wording.words import FILE, strings

log = logging.getLogger(__name__)


def today_of(settings: dict[str, Any]) -> dt.date:
    """The day the site is built for: the setting, else SOURCE_DATE_EPOCH (UTC), else the clock."""
    if given := settings.get("HOLDKATALOG_TODAY"):
        return given if isinstance(given, dt.date) else dt.date.fromisoformat(given)
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return dt.date.today()  # noqa: DTZ011 - the day of the place we're in


def commit_of(settings: dict[str, Any]) -> str | None:
    """The commit the site is built from: the setting, else what git says of the root; None if neither can."""
    given = settings.get("HOLDKATALOG_COMMIT")
    return str(given) if given else commit(Path(settings["HOLDKATALOG_ROOT"]))


class CatalogueGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Loads the catalogue before anything is written, and writes its pages."""

    env: Environment

    def generate_context(self) -> None:
        """Load everything, so that Pelican's own pages know the site they stand on."""
        root = Path(self.settings["HOLDKATALOG_ROOT"])
        self.root, self.today = root, today_of(self.settings)
        strict = self.settings.get("HOLDKATALOG_STRICT", True)
        found = list(wrong_ways(self.settings, root / SETTINGS))
        public = bool(self.settings.get("HOLDKATALOG_PRODUCTION"))
        if public:
            found += unpublishable(root, public=self.settings["HOLDKATALOG_PUBLIC_ADDRESS"])
        try:
            self.loaded = load(
                clubs=root / "clubs",
                content=root / "content",
                strict=strict,
                today=self.today,
                public=public,
            )
        except CatalogueError as error:
            found += error.problems
        _refuse(found, self.settings)
        self._report(self.loaded)
        self.context["site"] = self._site()

    def _report(self, loaded: Loaded) -> None:
        report = self.settings.get("HOLDKATALOG_REPORT")
        if report:
            report(loaded)
        for name in loaded.left_out if not report else ():
            log.warning("left out: %s", name)

    def _site(self) -> Site:
        public = self.settings["HOLDKATALOG_PUBLIC_ADDRESS"]
        known = history(self.root, self.today)
        if known.lacking:
            self.settings.get("HOLDKATALOG_ADVICE", _log_advice)(known.lacking)
        return Site(
            name=self.settings["SITENAME"],
            public=f"{public.rstrip('/')}/" if public else "",
            top=_top(self.settings),
            today=self.today,
            catalogue=self.loaded.catalogue,
            left_out=self.loaded.left_out,
            t=strings(FILE),
            icons=symbols((THEME / "icons.svg").read_text("utf-8")),
            own_colours=self._colours.is_file(),
            edited=known.edited,
            ways=ways_of(self.settings),
        )

    def generate_output(self, writer: object) -> None:  # noqa: ARG002 - Pelican's signature
        """Write the pages, what the browser searches, the open data, and what the pages show."""
        output = Path(self.output_path)
        made = tuple(pages(self.loaded.catalogue, self.today))
        for page in made:
            file = output / page.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(render(page, self.env, self.context["site"]), "utf-8")
        texts = {**self._data(), **self._told(made)}.items()
        for path, text in chain(texts, self._calendars(made)):
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(text.encode())
        copied = {f"foto/{name}": self.root / "clubs" / "foto" / name for name in self._photos()}
        if self._colours.is_file():
            copied[f"tema/{OWN_COLOURS}"] = self._colours
        for path, source in copied.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, output / path)

    @property
    def _colours(self) -> Path:
        return self.root / "content" / OWN_COLOURS

    def _data(self) -> dict[str, str]:
        edition = Edition(self.today, commit_of(self.settings), __version__)
        site, catalogue = self.context["site"], self.loaded.catalogue
        places = ((id_, place.name or id_) for id_, place in catalogue.places.items())
        return {
            RULES: rules_text(catalogue.vocabulary, places),
            **files(catalogue, edition, site.t, public=site.public, edited=site.edited),
            **search.files(catalogue, self.today),
        }

    def _told(self, made: tuple[Page, ...]) -> Mapping[str, str]:
        site, texts = self.context["site"], [page.url for page in self.context["pages"]]
        demo = self.loaded.catalogue.municipality.demo
        return for_crawlers(made, texts, public=site.public, top=site.top, demo=demo)

    def _calendars(self, made: tuple[Page, ...]) -> Iterator[tuple[str, str]]:
        """Each offer's calendar, one at a time: together they are larger than all the pages."""
        shown = ((page.path, page.values.get("entry")) for page in made)
        # An offer has a page to confirm it on too.
        own = (one for path, one in shown if isinstance(one, Entry) and one.address == path)
        return ics.files(own, self.loaded.catalogue, public=self.context["site"].public)

    def _photos(self) -> frozenset[str]:
        catalogue = self.loaded.catalogue
        clubs = (*catalogue.clubs, *catalogue.courses)
        photos = [club.photo for club in clubs]
        photos += [offer.photo for club in clubs for offer in club.offers]
        return frozenset(photo.file for photo in photos if photo)


def _refuse(found: Sequence[Problem], settings: dict[str, Any]) -> None:
    """Stop with all that must be mended at once; who asked for a report says it better."""
    if not found:
        return
    error = CatalogueError(found)
    wrong = [render_problem(each, ()) for each in error.problems if is_error(each)]
    if not settings.get("HOLDKATALOG_REPORT"):
        log.critical("%s", "\n\n".join(wrong))
    raise error


def _log_advice(advice: Problem) -> None:
    log.info("%s", render_problem(advice, ()))


def _top(settings: dict[str, Any]) -> str:
    """The path that the site lies below, with its last slash."""
    return f"{urlsplit(settings['HOLDKATALOG_PUBLIC_ADDRESS']).path.rstrip('/')}/"


def _lighten(finished: Pelican) -> None:
    """Leave the comments of the theme's scripts and style sheets at home: every first visit waits for them."""
    for file in Path(finished.output_path, "tema").glob("*/*"):
        if file.suffix in {".css", ".mjs"}:
            file.write_text(bare(file.read_text("utf-8")), "utf-8")


def _inspect(finished: Pelican) -> None:
    """Look through every file that was written, before anybody reads it."""
    if "HOLDKATALOG_ROOT" not in finished.settings:
        return
    _lighten(finished)
    output = Path(finished.output_path)
    names = sorted(p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file())
    texts = ((n, (output / n).read_text("utf-8")) for n in names if n.rpartition(".")[2] in READ)
    ways = ways_of(finished.settings)
    found = inspect(texts, files=names, top=_top(finished.settings), bridge=ways.bridge)
    _refuse(found, finished.settings)


def _generators(_: object) -> type[CatalogueGenerator]:
    return CatalogueGenerator


def register() -> None:
    """Tell Pelican of the generator and the inspection; called by Pelican when it loads the plugin."""
    # Signals hold their receivers weakly: these stand at the module's top so that they live.
    signals.get_generators.connect(_generators)
    signals.finalized.connect(_inspect)
