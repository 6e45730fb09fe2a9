"""The search index: made here with lunr when the site is built, shipped small, read in the browser.

What is typed never leaves the browser, so the whole index goes to it, and it must be small.
"""

from holdkatalog.search.compact import SCALE, compact
from holdkatalog.search.documents import Document, documents
from holdkatalog.search.files import ADDRESS, files
from holdkatalog.search.index import FIELDS, serialized

__all__ = ["ADDRESS", "FIELDS", "SCALE", "Document", "compact", "documents", "files", "serialized"]
