"""The settings of a web server, filled in for one municipality's address."""

from __future__ import annotations

import re
from importlib import resources
from typing import Final
from urllib.parse import urlsplit

from holdkatalog.hosting.headers import PERMISSIONS, POLICY, REFERRER

_UP: Final = {
    "nginx": "\n    location = {bare} {{\n        return 301 {path};\n    }}\n",
    "apache": '\n    RedirectMatch permanent "^{escaped}$" "{path}"\n',
}
"""From the address without its last slash to the one with it."""
SERVERS: Final = tuple(_UP)
"""The web servers that there is a recipe for."""
_ADDRESS: Final = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~-]+)*/?")
_FOLDER: Final = re.compile(r"(?:/[A-Za-z0-9._~-]+)+")


def recipe(server: str, *, address: str, folder: str) -> str:
    """The settings for `server`; `folder` is where the built site lies on it, from the root.

    Raises ValueError with the one of the two that can't stand in a server's settings.
    """
    for pattern, given in ((_ADDRESS, address), (_FOLDER, folder)):
        if not pattern.fullmatch(given):
            raise ValueError(given)
    parts = urlsplit(address)
    bare = parts.path.rstrip("/")
    up = _UP[server].format(bare=bare, escaped=re.escape(bare), path=f"{bare}/") if bare else ""
    words = {
        "NAME": parts.hostname or "",
        "PATH": f"{bare}/",
        "FOLDER": folder,
        "UP": up.rstrip("\n"),
        "POLICY": POLICY,
        "REFERRER": REFERRER,
        "PERMISSIONS": PERMISSIONS,
    }
    text = resources.files("holdkatalog.hosting").joinpath(f"{server}.conf").read_text("utf-8")
    return re.sub("@([A-Z]+)@", lambda found: words[found[1]], text)
