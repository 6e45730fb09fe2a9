"""Which files the search is."""

from __future__ import annotations

import datetime as dt
import json
from typing import Final

from holdkatalog.catalogue import Catalogue
from holdkatalog.search.compact import compact
from holdkatalog.search.documents import documents
from holdkatalog.search.index import serialized

ADDRESS: Final = "soeg/hold.json"


def files(catalogue: Catalogue, today: dt.date) -> dict[str, str]:
    """The texts of the files by their paths from the site's top."""
    found = documents(catalogue, today)
    index = compact(serialized(found), [one.id for one in found])
    return {ADDRESS: f"{json.dumps(index, separators=(',', ':'))}\n"}
