"""The one table of keys: every key's title, help, examples, place in a form, and what a value may look like.

The schemas, the reference page and, later, the form are made from it, so that nothing drifts.
"""

from holdkatalog.fields.build import TABLES, club_schema
from holdkatalog.fields.files import engine_files, municipal_files
from holdkatalog.fields.leaves import LEAVES
from holdkatalog.fields.lists import DELIMITERS, HOLD, list_schema
from holdkatalog.fields.municipal import beginnings, content_schemas, vocabulary_schema
from holdkatalog.fields.schema import text

__all__ = [
    "DELIMITERS",
    "HOLD",
    "LEAVES",
    "TABLES",
    "beginnings",
    "club_schema",
    "content_schemas",
    "engine_files",
    "list_schema",
    "municipal_files",
    "text",
    "vocabulary_schema",
]
