"""The settings of a web server, filled in for one municipality's address."""

from __future__ import annotations

import re
from importlib import resources
from typing import Final
from urllib.parse import urlsplit

from holdkatalog.hosting.headers import (
    FORM_REFERRER,
    FORMS,
    PERMISSIONS,
    POLICY,
    REFERRER,
    form_policy,
)

_UP: Final = {
    "nginx": "\n    location = {bare} {{\n        return 301 {path};\n    }}\n",
    "apache": '\n    RedirectMatch permanent "^{escaped}$" "{path}"\n',
}
"""From the address without its last slash to the one with it."""
_FORMS: Final = "|".join(folder.rstrip("/") for folder in FORMS)
# A page's own rules can only be made stricter by a header: so the header of the forms lets through what they need.
_HEADS: Final = {
    "nginx": """\

# Formularerne må sende til kommunens egen modtager, og kun dertil.
map $uri $hold_regler {{
    default "{policy}";
    "~^{path}(?:{forms})/" "{form_policy}";
}}
map $uri $hold_henviser {{
    default "{referrer}";
    "~^{path}(?:{forms})/" "{form_referrer}";
}}
""",
    "apache": "",
}
_TAILS: Final = {
    "nginx": "",
    "apache": """\

        # Formularerne må sende til kommunens egen modtager, og kun dertil.
        <If "%{{REQUEST_URI}} =~ m#^{path}({forms})/#">
            Header always set Content-Security-Policy "{form_policy}"
            Header always set Referrer-Policy "{form_referrer}"
        </If>""",
}
SERVERS: Final = tuple(_UP)
"""The web servers that there is a recipe for."""
_ADDRESS: Final = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~-]+)*/?")
_BRIDGE: Final = re.compile(r"(https://[a-z0-9.-]+(?::\d+)?)/(?:[A-Za-z0-9._~-]+/)*")
_FOLDER: Final = re.compile(r"(?:/[A-Za-z0-9._~-]+)+")


def recipe(server: str, *, address: str, folder: str, bridge: str = "") -> str:
    """The settings for `server`; `folder` is where the built site lies on it, from the root.

    `bridge` is the address that the site's forms post to, "" when it has none. Raises ValueError with
    the one of them that can't stand in a server's settings.
    """
    wanted = [(_ADDRESS, address), (_FOLDER, folder), *([(_BRIDGE, bridge)] if bridge else [])]
    for pattern, given in wanted:
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
        "PERMISSIONS": PERMISSIONS,
        **_rules(server, f"{bare}/", bridge),
    }
    text = resources.files("holdkatalog.hosting").joinpath(f"{server}.conf").read_text("utf-8")
    return re.sub("@([A-Z]+)@", lambda found: words[found[1]], text)


def _rules(server: str, path: str, bridge: str) -> dict[str, str]:
    """The rules for browsers; with a bridge those of the forms are others."""
    same = {"POLICY": POLICY, "REFERRER": REFERRER, "HEAD": "", "TAIL": ""}
    found = _BRIDGE.fullmatch(bridge)
    if found is None:
        return same
    words = {
        "policy": POLICY,
        "referrer": REFERRER,
        "form_policy": form_policy(found[1], POLICY),
        "form_referrer": FORM_REFERRER,
        "path": re.escape(path),
        "forms": _FORMS,
    }
    parts = {"HEAD": _HEADS[server].format(**words), "TAIL": _TAILS[server].format(**words)}
    by_path = {"POLICY": "$hold_regler", "REFERRER": "$hold_henviser"} if parts["HEAD"] else {}
    return {**same, **parts, **by_path}
