"""Where an address within the site leads."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

NOT_FOUND: Final = "404.html"
"""The one page that may be shown at any address, and so has its links from the host's top."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A link that leads to a certain place on a page."""

    file: str
    address: str
    target: str
    place: str


def target(file: str, path: str) -> str | None:
    """The file that a path leads to, seen from another file; None for one outside of the site."""
    parts = file.split("/")[:-1]
    *folders, name = unquote(path).split("/")
    for step in folders if name not in {".", ".."} else (*folders, name):
        if step == "..":
            if not parts:
                return None
            parts.pop()
        elif step not in {"", "."}:
            parts.append(step)
    last = "index.html" if name in {"", ".", ".."} else name
    return "/".join((*parts, last))


def followed(
    file: str, address: str, *, files: Collection[str], top: str
) -> tuple[str, Jump | None]:
    """What is wrong with an address on a page ("" for nothing), and the place it jumps to.

    `top` is the path that the site lies below, with its last slash.
    """
    whole, _, place = address.partition("#")
    path = whole.partition("?")[0]
    start = file
    if path.startswith("/"):
        if file != NOT_FOUND or not path.startswith(top):
            return "site-absolute", None
        path, start = path.removeprefix(top) or "./", ""
    found = target(start, path) if path else file
    if found is None or found not in files:
        # Many hosts lead from a folder without its slash to the one with it, but not all do.
        return ("site-slash" if f"{found}/index.html" in files else "site-dead"), None
    # What has a sign of equation is no place: it is what a page's own script reads.
    jumps = place and "=" not in place and found.endswith(".html")
    return "", Jump(file, address, found, unquote(place)) if jumps else None


def lost(jumps: Collection[Jump], places: Mapping[str, Collection[str]]) -> Iterator[Jump]:
    """The jumps to places that aren't on their pages."""
    return (jump for jump in jumps if jump.place not in places[jump.target])
