"""From a page to HTML: what the templates can ask for, and nothing of Pelican.

Rendering is a function of the page and the site: no page depends on which others were rendered.
"""

from __future__ import annotations

import datetime as dt
import json
import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from jinja2 import Environment
from markupsafe import Markup, escape

from holdkatalog import forms, ics, markup, report, wording
from holdkatalog.catalogue import Catalogue
from holdkatalog.correction import letter
from holdkatalog.danish import DAYS, MONTHS, capital, listed, long_date
from holdkatalog.facets import ahead, cards, coming, days, entries, fits, seasons
from holdkatalog.facets.entries import Entry
from holdkatalog.fields import TABLES
from holdkatalog.forms import Filled, Ways
from holdkatalog.hosting import FORM_REFERRER, META_POLICY, REFERRER, form_policy
from holdkatalog.icons import sprite
from holdkatalog.model import Club
from holdkatalog.opendata import linked
from holdkatalog.pages import FORM, NOT_FOUND, Page
from holdkatalog.schedule import calendar_of
from holdkatalog.typesetting import held, kroner, whole
from holdkatalog.wording.words import Strings

_SUMMARY = 155
"""As many characters as search engines show."""


@dataclass(frozen=True, slots=True)
class Site:
    """What every page knows: the catalogue, the day, the words, the icons, and where the site will lie.

    `public` is the site's address with its last slash, "" when nobody has said; `top` is the path
    of that address, for the one page that can be shown anywhere (404). `own_colours` says that the
    municipality has a style sheet of its own. `edited` holds the day of each file's last edit, where git
    can tell. `cards` holds what is drawn already: the same card stands
    on many pages, and is the same on all that lead to its offer by the same way.
    """

    name: str
    public: str
    top: str
    today: dt.date
    catalogue: Catalogue
    left_out: tuple[str, ...]
    t: Strings
    icons: Mapping[str, str]
    own_colours: bool
    edited: Mapping[str, dt.date] = field(default_factory=dict)
    ways: Ways = field(default_factory=Ways)
    questions: dict[tuple[str, str, tuple[str, ...]], Markup] = field(
        default_factory=dict, compare=False
    )
    cards: dict[tuple[str, str, int], Markup] = field(default_factory=dict, compare=False)

    @property
    def brand(self) -> tuple[str, str]:
        """The name without the municipality at its end, and the municipality, "" when it isn't there."""
        place = self.catalogue.municipality.name
        name = self.name.removesuffix(f" {place}")
        return name, place if name != self.name else ""

    def club(self, id_: str) -> Club | None:
        """The club or course provider with that id."""
        both = (*self.catalogue.clubs, *self.catalogue.courses)
        return next((club for club in both if club.id == id_), None)

    def edited_on(self, entry: Entry) -> dt.date | None:
        """The day on which the offer's file was last changed, as far as that is known."""
        return self.edited.get(entry.file)

    def once(self, drawn: Callable[..., Markup], entry: Entry, href: str, level: int) -> Markup:
        """The offer's card with its link and level of heading, drawn the first time that it is asked for."""
        key = (entry.id, href, level)
        if key not in self.cards:
            self.cards[key] = drawn(entry, href, self.t, self, level)
        return self.cards[key]

    def asked(self, drawn: Callable[..., Markup], one: Filled) -> Markup:
        """A form's question with what the file says, drawn the first time that both are asked for."""
        key = (one.field.name, json.dumps(one.value), one.inherited)
        if key not in self.questions:
            inherited = (one.origin, one.inherited) if one.origin else ()
            self.questions[key] = drawn(one.field, one.value, inherited, one.field.name, self.t)
        return self.questions[key]


def link(here: str, to: str) -> str:
    """The address of a page, seen from another: `../../sygdom/kol/`. Both are paths from the top."""
    start = here if here.endswith("/") or not here else posixpath.dirname(here)
    path = posixpath.relpath(f"/{to}", f"/{start}")
    return f"{path}/" if to.endswith("/") or not to else path


def fill(sentence: str, **words: object) -> Markup:
    """A sentence with its {names} filled in; what is filled in is escaped."""
    return Markup(escape(sentence)).format(**words)  # noqa: S704 - escaped right here


def number(amount: int, words: Mapping[str, str]) -> Markup:
    """A number with its noun: `1 hold`, `12 hold`, by the keys `one` and `many`."""
    return fill(words["one" if amount == 1 else "many"], number=amount)


def own(words: str) -> Markup:
    """Somebody's own words within a sentence; letters that run from right to left stay inside."""
    return Markup("<bdi>{}</bdi>").format(words)


def tel(phone: str) -> Markup:
    """A telephone number (E.164) as a link that rings it."""
    return Markup('<a class="hk-nowrap" href="tel:{}">{}</a>').format(phone, wording.phone(phone))


def data(values: object) -> Markup:
    """Values that a page's script reads, in a block or between single quotes; nothing in them can end it."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    for sign in "&<>'":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - made safe right here


def day(date: dt.date) -> Markup:
    """A date in words, which machines can read too."""
    return Markup('<time datetime="{}">{}</time>').format(date.isoformat(), long_date(date))


def dated(sentence: str, *dates: dt.date | None) -> Markup:
    """A sentence of which machines can read the dates too, where they stand in words."""
    found = escape(sentence)
    for date in dict.fromkeys(dates):
        # `5. december 2026` must not be found within `15. december 2026`.
        before, words, after = found.partition(long_date(date)) if date else (found, "", "")
        if date and words and not before[-1:].isdigit():
            found = before + day(date) + after
    return found


def during(first: dt.date | None, last: dt.date | None, today: dt.date) -> Markup:
    """Attributes for what holds from the first day to the last, both included: a browser moves with the day.

    None is open. What doesn't hold today is born hidden.
    """
    said = Markup("")
    for name, day_ in (("from", first), ("to", last)):
        said += Markup(' data-{}="{}"').format(name, day_.isoformat()) if day_ else ""
    outside = bool((first and today < first) or (last and today > last))
    return said + (Markup(" hidden") if outside else "")


def later(date: dt.date, days_: int) -> dt.date:
    """The day that comes so many days later, or earlier when there are fewer than none."""
    return date + min(dt.timedelta(days=days_), dt.date.max - date)


def linked_data(entry: Entry, site: Site) -> Markup:
    """What the offer's page tells machines (JSON-LD), without a sign that could end its script."""
    text = linked(entry, site.catalogue, site.today, public=site.public)
    return Markup(text)  # noqa: S704 - JSON in which no tag can begin


def calendar_reach(entry: Entry, site: Site) -> dt.date | None:
    """The last day in the offer's calendar file; None when it has none."""
    return ics.until(entry, calendar_of(site.catalogue.vocabulary.holidays))


FILTERS: Mapping[str, Callable[..., object]] = {
    "fill": fill,
    "number": number,
    "markdown": markup.html,
    "summary": partial(markup.plain, longest=_SUMMARY),
    "listed": listed,
    "capital": capital,
    "day": day,
    "dated": dated,
    "whole": whole,
    "kroner": kroner,
    "own": own,
    "tel": tel,
    "data": data,
}
TITLES: Final = {key.name: key.title for table in TABLES for key in table.keys}
"""What a key is called, so that a page and a form call it the same."""
GLOBALS: Mapping[str, object] = {
    "titles": TITLES,
    "say": wording,
    "link": link,
    "during": during,
    "later": later,
    "calendar_names": {"days": DAYS, "months": MONTHS},
    "ahead": ahead,
    "linked_data": linked_data,
    "calendar_reach": calendar_reach,
    "days": days,
    "facts": entries,
    "fits": fits,
    "seasons": seasons,
    "glance": cards,
    "coming": coming,
    "policy": Markup(META_POLICY),  # noqa: S704 - our own words, with quotes that need no escaping
    "referrer": REFERRER,
    "sprite": sprite,
    "letter": letter,
    "asking": report,
    "forms": forms,
}
"""What a template can ask for, Pelican's own pages too."""


def render(page: Page, env: Environment, site: Site) -> str:
    """The page's HTML."""
    # A host shows this one page at any address, so relative links would lead astray.
    links = {"link": lambda _, to: f"{site.top}{to}"} if page.path == NOT_FOUND else {}
    posts = bool(site.ways.bridge) and page.template == FORM
    rules = _form_rules(site.ways.origin) if posts else {}
    values = {**page.values, **links, **rules, "here": page.path, "site": site, "t": site.t}
    return held(env.get_template(page.template).render(values))


def _form_rules(origin: str) -> Mapping[str, str]:
    """What a browser may do with a page whose form is posted to that origin."""
    return {"policy": Markup(form_policy(origin)), "referrer": FORM_REFERRER}  # noqa: S704 - checked settings
