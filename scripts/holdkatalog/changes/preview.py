"""The pages that change, fit to be looked at by themselves: out of a folder, without a server and without scripts."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from holdkatalog.changes.finding import Change

_TAG: Final = re.compile(r"<(?:a|link|img|source)\b[^>]*>")
_SCRIPT: Final = re.compile(r"<script\b[^>]*\bsrc=[^>]*></script>\n?")
_LINK: Final = re.compile(r'\s(href|src)="([^"]*)"')
_FOREIGN: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_CHARSET: Final = '<meta charset="utf-8">'
_HIDDEN: Final = '<meta name="robots" content="noindex">'
_PAGE: Final = "index.html"
# Out of a folder there is no host that "self" could be.
_SELF: Final = re.compile(r'(http-equiv="Content-Security-Policy" content=")[^"]*(")')
_POLICY: Final = "default-src 'none'; style-src 'self' file:; img-src 'self' file:"


@dataclass(frozen=True, slots=True)
class Detached:
    """A page that stands alone, and the files beside it that it needs, by their paths from the top."""

    text: str
    needed: frozenset[str]


def addresses(found: Iterable[Change]) -> tuple[str, ...]:
    """The pages to look at: those of what is new, moved or changed, and of its club."""
    shown = [change for change in found if change.address]
    clubs = (f"forening/{change.id.partition('/')[0]}/" for change in shown)
    return tuple(dict.fromkeys((*(change.address for change in shown), *clubs)))


def detached(text: str, here: str, pages: Collection[str]) -> Detached:
    """The page at the address `here` with links to nothing but the `pages` that lie beside it."""
    needed: set[str] = set()

    def link(found: re.Match[str]) -> str:
        address = html.unescape(found[2])
        if _FOREIGN.match(address):
            return found[0]
        path, mark, place = address.partition("#")
        to = posixpath.normpath(posixpath.join(here or ".", path))
        if path.endswith("/") or not path:
            if f"{to}/" not in pages:
                return ""
            return f' {found[1]}="{html.escape(f"{path}{_PAGE}{mark}{place}")}"'
        if to.startswith(("/", "../")):
            return ""
        needed.add(to)
        return found[0]

    bare = _SCRIPT.sub("", text)
    alone = _TAG.sub(lambda tag: _LINK.sub(link, tag[0]), bare)
    alone = _SELF.sub(lambda found: f"{found[1]}{_POLICY}{found[2]}", alone)
    if _HIDDEN not in alone:
        alone = alone.replace(_CHARSET, f"{_CHARSET}\n{_HIDDEN}", 1)
    return Detached(alone, frozenset(needed))


def index(
    found: Iterable[Change], pages: Collection[str], words: Mapping[str, Any], sheets: Iterable[str]
) -> str:
    """The page that lists the others; `sheets` are the style sheets to show it with."""
    told: Mapping[str, str] = words["changes"]
    items = "\n".join(_item(change, pages, told) for change in found)
    styles = "\n".join(f'<link rel="stylesheet" href="{html.escape(sheet)}">' for sheet in sheets)
    return f"""<!doctype html>
<html lang="{words["sprog"]}">
<head>
{_CHARSET}
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
{_HIDDEN}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{told["preview"]}</title>
{styles}
</head>
<body>
<main class="hk-page hk-main">
<h1>{told["preview"]}</h1>
<p>{told["preview_text"] if items else told["preview_none"]}</p>
<ul>
{items}
</ul>
</main>
</body>
</html>
"""


def _item(change: Change, pages: Collection[str], words: Mapping[str, str]) -> str:
    name = html.escape(change.offer or change.club)
    if change.address in pages:
        name = f'<a href="{html.escape(change.address)}{_PAGE}">{name}</a>'
    club = f" ({html.escape(change.club)})" if change.offer else ""
    key = "new_club" if change.kind.value == "new" and not change.offer else change.kind.value
    return f"<li>{words[key].format(name=name)}{club}</li>"
