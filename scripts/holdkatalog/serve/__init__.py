"""A server for the one who writes: it shows the site, and builds it anew when a file changes.

For one's own machine only. A published site is plain files on any host.
"""

from __future__ import annotations

from holdkatalog.serve.loop import run
from holdkatalog.serve.web import PortTakenError

__all__ = ["PortTakenError", "run"]
