"""So that `python -m holdkatalog` is the same as `holdkatalog`."""

from __future__ import annotations

import sys

from holdkatalog.cli import main

if __name__ == "__main__":
    sys.exit(main())
