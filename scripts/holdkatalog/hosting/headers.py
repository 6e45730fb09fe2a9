"""What a browser may do with a page, said once: the pages carry it, and so do the servers' headers.

A page on a host without headers of its own is guarded by its `meta` lines alone. Only a header can
forbid that other sites show the page in a frame.
"""

from __future__ import annotations

from typing import Final

META_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The Content-Security-Policy that stands in every page."""
POLICY: Final = f"{META_POLICY}; frame-ancestors 'none'"
"""The same as a header."""
REFERRER: Final = "no-referrer"
"""No other site is told which page its visitor comes from: the page may name an illness."""
FORM_REFERRER: Final = "strict-origin"
"""What a form's page tells the bridge it posts to: the site, never the page.

Without it a browser says that the form comes from nowhere (`Origin: null`), and a bridge couldn't tell
our forms from others.
"""
FORMS: Final = ("tilmeld/", "ret/")
"""Where the pages with forms lie: they alone may post, and only to the municipality's own bridge."""
PERMISSIONS: Final = (
    "camera=(), geolocation=(), microphone=(), interest-cohort=(), browsing-topics=()"
)
"""What no page of ours ever asks a browser for, as a header."""


def form_policy(origin: str, policy: str = META_POLICY) -> str:
    """The policy of a page with a form that is posted to that origin."""
    return policy.replace("form-action 'none'", f"form-action {origin}")
