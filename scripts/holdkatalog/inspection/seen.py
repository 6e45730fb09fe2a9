"""What one tag does: where it leads, what it fetches, and whether our pages may have it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from holdkatalog.hosting import FORM_REFERRER, META_POLICY, REFERRER, form_policy
from holdkatalog.inspection.tags import Tag, address

_EMBEDDING: Final = {
    *("iframe", "frame", "object", "embed", "applet", "base", "portal", "fencedframe"),
}
_DATA: Final = {"application/json", "application/ld+json"}
# Attributes whose address the browser asks for by itself.
_FETCHED: Final = {
    *("src", "srcset", "imagesrcset", "poster", "data", "background"),
    *("action", "formaction", "ping", "manifest", "attributionsrc"),
}
# Links that only say something of the page; all others of the head are fetched.
_SAID: Final = {"canonical", "license", "alternate"}
_LISTS: Final = {"srcset", "imagesrcset"}
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_OUT: Final = {"https", "http", "mailto", "tel"}
_REFRESH: Final = re.compile(r"\s*\d+\s*;\s*url=(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """A tag as the inspection sees it.

    `wrong` are codes of Problems, `addresses` those within the site, `said` is `policy` or
    `referrer` for the two lines that every page must have, with `form-` in front where a form may be
    posted to the bridge; `posts` tells that one is.
    """

    wrong: tuple[str, ...] = ()
    id: str = ""
    addresses: tuple[str, ...] = ()
    said: str = ""
    posts: bool = False


NOTHING: Final = Seen()


def seen(tag: Tag, bridge: str = "") -> Seen:
    """What the tag does; `bridge` is where the site's forms may be posted to."""
    inner, wrong = [], [*_kind(tag, bridge), *_by_hand(tag)]
    posts = bool(bridge) and tag.name == "form" and tag.attributes.get("action") == _taken(bridge)
    for found, fetched in () if posts else _addresses(tag):
        scheme = _SCHEME.match(found)
        if scheme is None and not found.startswith(("//", "\\", "/\\")):
            inner.append(found)
        elif fetched:
            wrong.append("site-foreign")
        elif scheme is None or scheme[0].lower() not in _OUT:
            wrong.append("site-scheme")
    id_, said = tag.attributes.get("id", ""), _said(tag, bridge)
    return Seen(tuple(wrong), id_, tuple(inner), said, posts)


def _taken(bridge: str) -> str:
    """Where the bridge takes what is sent."""
    return f"{bridge}forslag"


def _kind(tag: Tag, bridge: str) -> Iterator[str]:
    """What is wrong with there being such a tag at all."""
    given = tag.attributes
    if tag.name in _EMBEDDING or "srcdoc" in given:
        yield "site-embedded"
    if tag.name == "style":
        yield "site-style"
    if tag.name == "script" and "src" not in given and given.get("type") not in _DATA:
        yield "site-script"
    if "http-equiv" in given and not (
        _said(tag, bridge) or _REFRESH.match(given.get("content", ""))
    ):
        yield "site-order"


def _by_hand(tag: Tag) -> Iterator[str]:
    if "style" in tag.attributes:
        yield "site-style"
    if any(name.startswith("on") for name in tag.attributes):
        yield "site-script"


def _addresses(tag: Tag) -> Iterator[tuple[str, bool]]:
    """Each address of the tag, and whether the browser asks for it by itself."""
    given = tag.attributes
    for name in _FETCHED & given.keys():
        written = given[name].split(",") if name in _LISTS else [given[name]]
        yield from ((address(each).partition(" ")[0], True) for each in written)
    for name in {"href", "xlink:href"} & given.keys():
        only_said = tag.name in {"a", "area"} or given.get("rel") in _SAID
        yield address(given[name]), not only_said
    if given.get("http-equiv") == "refresh" and (turn := _REFRESH.match(given.get("content", ""))):
        yield address(turn[1]), True


def _said(tag: Tag, bridge: str) -> str:
    content = tag.attributes.get("content")
    if tag.attributes.get("http-equiv", "").lower() == "content-security-policy":
        given = {"policy": META_POLICY, "form-policy": form_policy(origin_of(bridge))}
    elif tag.attributes.get("name") == "referrer":
        given = {"referrer": REFERRER, "form-referrer": FORM_REFERRER}
    else:
        return ""
    known = [said for said, rule in given.items() if rule == content]
    return known[0] if known and (bridge or not known[0].startswith("form-")) else ""


def origin_of(bridge: str) -> str:
    """The part of an address that a browser's rules name."""
    return "/".join(bridge.split("/")[:3])
