"""Makes clubs' files of a list that somebody else has kept: a CSV file or a workbook.

Nothing is dropped in silence. Every row becomes an offer in a file, stands on the list of those that
must not come back, or is a Problem with the row's number; the numbers add up.
"""

from holdkatalog.sheets.clubs import Made, made
from holdkatalog.sheets.csvfile import from_csv
from holdkatalog.sheets.judging import Written, alike, judged
from holdkatalog.sheets.letters import LettersError, decoded
from holdkatalog.sheets.mapping import Columns, columns, unplaced
from holdkatalog.sheets.outcome import Answer, Counts
from holdkatalog.sheets.stopped import stopped
from holdkatalog.sheets.table import ListError, Row, Table
from holdkatalog.sheets.workbook import from_workbook

__all__ = [
    "Answer",
    "Columns",
    "Counts",
    "LettersError",
    "ListError",
    "Made",
    "Row",
    "Table",
    "Written",
    "alike",
    "columns",
    "decoded",
    "from_csv",
    "from_workbook",
    "judged",
    "made",
    "stopped",
    "unplaced",
]
