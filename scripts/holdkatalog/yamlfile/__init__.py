"""A club's file, read strictly: every value is text, every text has its place.

`read` never raises; what is wrong with the file stands in `Document.problems`, all of it at
once. `replace`, `insert` and `delete` change one value and leave every other line as it is;
`change` does so for a whole list or fields. `dump` writes a new file.
"""

from holdkatalog.yamlfile.changing import change
from holdkatalog.yamlfile.editing import delete, insert, replace
from holdkatalog.yamlfile.nodes import (
    Document,
    Entry,
    KeyPath,
    Mapping_,
    Node,
    Plain,
    Scalar,
    Sequence_,
    Span,
)
from holdkatalog.yamlfile.outline import blob, outline
from holdkatalog.yamlfile.reading import SIZE, read
from holdkatalog.yamlfile.writing import dump

__all__ = [
    "SIZE",
    "Document",
    "Entry",
    "KeyPath",
    "Mapping_",
    "Node",
    "Plain",
    "Scalar",
    "Sequence_",
    "Span",
    "blob",
    "change",
    "delete",
    "dump",
    "insert",
    "outline",
    "read",
    "replace",
]
