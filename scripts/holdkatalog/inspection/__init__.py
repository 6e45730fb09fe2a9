"""Looks through every file of a built site, before anybody can read it.

The pages promise that nothing is run or fetched but what is ours, that no link is dead and that
nobody is told where a reader comes from. Here the promise is kept, whoever wrote the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from holdkatalog.errors import Problem
from holdkatalog.hosting import FORMS
from holdkatalog.inspection.links import Jump, followed, lost
from holdkatalog.inspection.seen import NOTHING, Seen, seen
from holdkatalog.inspection.sources import DRAFT, KINDS
from holdkatalog.inspection.tags import TOKEN, tag

READ: Final = ("html", *KINDS)
"""The endings of the files whose texts are looked into."""
_LOADS: Final = re.compile(r"<(?:link|script|img|svg|body)\b", re.IGNORECASE)
_REQUIRED: Final = ("policy", "referrer")
_SHOWN: Final = 120
Found = Iterator[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class _Site:
    """What is known of the whole site while its files are looked through."""

    files: Collection[str]
    top: str
    bridge: str
    tags: dict[str, Seen | None] = field(default_factory=dict)
    places: dict[str, frozenset[str]] = field(default_factory=dict)
    jumps: list[Jump] = field(default_factory=list)


def inspect(
    texts: Iterable[tuple[str, str]], *, files: Collection[str], top: str, bridge: str = ""
) -> tuple[Problem, ...]:
    """Everything that is wrong with the site; what is wrong on many pages is told of the first.

    `texts` are the names and texts of the files to look into, `files` the names of all files, seen
    from the site's top, and `top` the path that the site lies below, with its last slash. `bridge` is
    the address that forms are posted to, "" when the site has none.
    """
    site = _Site(frozenset(files), top, bridge)
    first: dict[tuple[str, str], tuple[str, int]] = {}
    count = Counter[tuple[str, str]]()
    for file, text in texts:
        kind = file.rpartition(".")[2]
        looked = (
            _page(file, text, site) if kind == "html" else _source(file, KINDS[kind](text), site)
        )
        for code, value, at in looked:
            first.setdefault((code, value), (file, text.count("\n", 0, at) + 1))
            count[code, value] += 1
    for jump in lost(site.jumps, site.places):
        first.setdefault(("site-no-place", jump.address), (jump.file, 0))
        count["site-no-place", jump.address] += 1
    return tuple(sorted(_problem(*place, *what, count[what]) for what, place in first.items()))


def _problem(file: str, line: int, code: str, value: str, number: int) -> Problem:
    more = (("pages", str(number - 1)),) if number > 1 else ()
    return Problem(file, line, 0, code, (), value[:_SHOWN], more)


def _page(file: str, text: str, site: _Site) -> Found:
    tokens = Counter(TOKEN.findall(text))
    if text.count("<") != tokens.total():
        spoilt = TOKEN.sub(lambda token: " " * len(token[0]), text).find("<")
        yield "site-unreadable", text[spoilt : spoilt + _SHOWN].partition("\n")[0], spoilt
    said, ids = dict[str, int](), Counter[str]()
    form = bool(site.bridge) and file.startswith(FORMS)
    for token, number in tokens.items():
        found = _known(token, site)
        if found is None:
            yield "site-unreadable", token, text.find(token)
        elif found is not NOTHING:
            wrong = (*found.wrong, *(("site-foreign",) if found.posts and not form else ()))
            yield from ((code, token, text.find(token)) for code in wrong)
            for each in found.addresses:
                yield from ((code, each, text.find(token)) for code in _follow(file, each, site))
            if found.id:
                ids[found.id] += number
            if found.said:
                said[found.said] = text.find(token)
    site.places[file] = frozenset(ids)
    yield from (("site-id-twice", id_, 0) for id_, number in ids.items() if number > 1)
    loads = _LOADS.search(text)
    latest = loads.start() if loads else len(text)
    begin = "form-" if form else ""
    lacking = (one for one in _REQUIRED if said.get(f"{begin}{one}", latest) >= latest)
    yield from ((f"site-{one}", "", 0) for one in lacking)


def _known(token: str, site: _Site) -> Seen | None:
    """The tag as it is seen, looked at once for all pages; None when it can't be read."""
    if token not in site.tags:
        try:
            found = tag(token)
        except ValueError:
            site.tags[token] = None
        else:
            looked = NOTHING if found is None else seen(found, site.bridge)
            site.tags[token] = NOTHING if looked == NOTHING else looked
    return site.tags[token]


def _follow(file: str, address: str, site: _Site) -> Iterator[str]:
    wrong, jump = followed(file, address, files=site.files, top=site.top)
    if wrong:
        yield wrong
    if jump:
        site.jumps.append(jump)


def _source(file: str, found: Found, site: _Site) -> Found:
    for code, words, at in found:
        if code == "link":
            yield from ((wrong, words, at) for wrong in _follow(file, words, site))
        elif (code, file, words) != ("site-keeps", *DRAFT):
            yield code, words, at
