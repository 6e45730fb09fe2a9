"""What the municipality does to keep facts true: who must confirm what, until when, and how they are asked.

Nothing here opens a file, prints or sends: a row, a letter and a text are functions of the catalogue and the day.
"""

from holdkatalog.report.asked import ADDRESS, Asked, asked, page_of
from holdkatalog.report.forms import in_json, in_sheet
from holdkatalog.report.letters import Answers, answers, stakes
from holdkatalog.report.mails import Mail, mails
from holdkatalog.report.rows import Report, Row, report
from holdkatalog.report.text import in_text

__all__ = [
    "ADDRESS",
    "Answers",
    "Asked",
    "Mail",
    "Report",
    "Row",
    "answers",
    "asked",
    "in_json",
    "in_sheet",
    "in_text",
    "mails",
    "page_of",
    "report",
    "stakes",
]
