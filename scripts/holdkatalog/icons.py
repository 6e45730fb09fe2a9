"""The theme's icons: a page carries the drawings of just those that it uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

_SYMBOL: Final = re.compile(r'<symbol id="([^"]+)".*?</symbol>', re.DOTALL)
_USE: Final = re.compile(r'<use href="#([^"]+)"/>')


class UnknownIconError(LookupError):
    """A page uses an icon that the theme doesn't have."""


def symbols(drawings: str) -> dict[str, str]:
    """The symbols of an SVG file by their ids."""
    return {found[1]: found[0] for found in _SYMBOL.finditer(drawings)}


def sprite(html: str, known: Mapping[str, str]) -> Markup:
    """The drawings that a page's `<use href="#id"/>` point at, each once, in one hidden picture.

    Raises UnknownIconError for one that isn't known, since the page would show nothing there.
    """
    used = dict.fromkeys(_USE.findall(html))
    if missing := [id_ for id_ in used if id_ not in known]:
        raise UnknownIconError(", ".join(missing))
    if not used:
        return Markup()
    drawn = "".join(known[id_] for id_ in used)
    return Markup(f'<svg class="hk-sprite" aria-hidden="true">{drawn}</svg>')  # noqa: S704 - the theme's own drawings, no club's text
