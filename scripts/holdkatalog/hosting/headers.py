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
PERMISSIONS: Final = (
    "camera=(), geolocation=(), microphone=(), interest-cohort=(), browsing-topics=()"
)
"""What no page of ours ever asks a browser for, as a header."""
