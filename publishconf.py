"""This municipality's settings: enough on its own for `pelican -s publishconf.py`."""

from pathlib import Path

from holdkatalog import settings

globals().update(settings.base(Path(__file__).resolve().parent))

SITENAME = "Aktive Fællesskaber Odsherred"

# Where the site will lie, e.g. "https://hold.example.org/". Canonical links need it; all others are
# relative and work anywhere.
HOLDKATALOG_PUBLIC_ADDRESS = ""
