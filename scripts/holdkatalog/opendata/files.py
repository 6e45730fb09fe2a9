"""Which files the open data are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from holdkatalog.catalogue import Catalogue
from holdkatalog.opendata.plain import text
from holdkatalog.opendata.records import Edition, gathered
from holdkatalog.opendata.schema import schema_text
from holdkatalog.opendata.sheet import sheet

SCHEMA_NAME: Final = "hold.schema.json"


def files(
    catalogue: Catalogue,
    edition: Edition,
    words: Mapping[str, Any],
    *,
    public: str,
    edited: Mapping[str, dt.date],
) -> dict[str, str]:
    """The texts of the files by their paths from the site's top.

    `words` are the site's own, `public` is its address with its last slash, "" when unknown,
    and `edited` has the day of each file's last edit, where that is known.
    """
    data = gathered(catalogue, edition.built, edited)
    return {
        "data/hold.json": text(data),
        f"data/{SCHEMA_NAME}": schema_text(),
        "data/hold.csv": sheet(data, words, public=public),
        "data/udgave.json": text(edition),
    }
