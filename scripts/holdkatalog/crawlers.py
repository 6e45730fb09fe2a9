"""What search engines are told: which pages there are, and what they may take.

A sitemap's addresses are absolute (sitemaps.org), and a robots.txt is read at a host's top only
(RFC 9309, 2.3), so neither is made where the site doesn't know its address or lies below another.
Clubs that are made up must never be found as real ones. Their pages carry `noindex`, which a
crawler sees only on a page that it may fetch: so robots.txt bars them from the data alone. The same
holds of the pages where a club confirms its facts: they are for the club, and nobody should find them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape

from holdkatalog.facets.entries import Entry
from holdkatalog.pages import CONFIRM, NOT_FOUND, REDIRECT, Page

_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DATA: Final = ("data/hold.", "soeg/")


def for_crawlers(
    found: Iterable[Page], texts: Iterable[str], *, public: str, top: str, demo: bool
) -> Mapping[str, str]:
    """The files by their paths from the site's top.

    `texts` are the paths of the pages that aren't the catalogue's, `public` is the site's address
    with its last slash ("" when unknown), `top` that address's path; `demo`: the clubs are made up.
    """
    if not public:
        return {}
    files = {} if demo else {"sitemap.xml": sitemap(found, texts, public=public)}
    return {**files, "robots.txt": _robots(public, demo=demo)} if top == "/" else files


def sitemap(found: Iterable[Page], texts: Iterable[str], *, public: str) -> str:
    """Every page there is to find, by its address; those that only lead on or ask a club are none."""
    there = {page.path: _changed(page) for page in found if _is_place(page)}
    both = {**dict.fromkeys(texts), **there}
    rows = (_row(f"{public}{quote(path)}", both[path]) for path in sorted(both))
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_NAMESPACE}">\n'
    return f"{head}{''.join(rows)}</urlset>\n"


def _is_place(page: Page) -> bool:
    hidden = page.path == NOT_FOUND or "hidden" in page.values
    return not hidden and page.template not in {REDIRECT, CONFIRM}


def _changed(page: Page) -> dt.date | None:
    """The day an offer was confirmed, which its page tells; of other pages nobody knows."""
    entry = page.values.get("entry")
    confirmed = entry.offer.confirmed if isinstance(entry, Entry) else None
    return confirmed.date if confirmed else None


def _row(address: str, changed: dt.date | None) -> str:
    last = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{last}</url>\n"


def _robots(public: str, *, demo: bool) -> str:
    return "\n".join(_rules(public, demo=demo)) + "\n"


def _rules(public: str, *, demo: bool) -> Iterator[str]:
    yield "User-agent: *"
    if demo:
        yield from (f"Disallow: /{path}" for path in _DATA)
    else:
        yield from ("Disallow:", "", f"Sitemap: {public}sitemap.xml")
