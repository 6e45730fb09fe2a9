"""Asks a volunteer for a club and its offer, one thing at a time: the questions, and what an answer is worth.

The questions are made from the schema, so they are those of the form. An answer is judged at once by the
real check. Nothing here speaks: the door `asking` does.
"""

from holdkatalog.interview.answers import OFFER, Interview, Verdict, cleaned, role
from holdkatalog.interview.questions import Question, groups, help_of, questions

__all__ = [
    "OFFER",
    "Interview",
    "Question",
    "Verdict",
    "cleaned",
    "groups",
    "help_of",
    "questions",
    "role",
]
