"""The catalogue for other programs: JSON with its schema, a sheet, and each offer as linked data.

Everything here is a function of the catalogue and the day, so that two builds give the same bytes.
"""

from holdkatalog.opendata.files import SCHEMA_NAME, files
from holdkatalog.opendata.linked import linked
from holdkatalog.opendata.records import Edition, OpenData, gathered
from holdkatalog.opendata.schema import schema_text
from holdkatalog.opendata.sheet import COLUMNS

__all__ = [
    "COLUMNS",
    "SCHEMA_NAME",
    "Edition",
    "OpenData",
    "files",
    "gathered",
    "linked",
    "schema_text",
]
