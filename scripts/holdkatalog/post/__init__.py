"""The mails that clubs send: what is in them, what the check says of it, and the Danish answer.

Everything here is made of bytes and gives values: no file is opened, and nothing is sent.
"""

from holdkatalog.post.answers import Answer, Office, answer
from holdkatalog.post.commits import message, notes
from holdkatalog.post.judging import Past, Verdict, judged
from holdkatalog.post.letters import read
from holdkatalog.post.mail import SIZE, Mail, opened
from holdkatalog.post.now import Now
from holdkatalog.post.submissions import Contents, Submission, contents, submission

__all__ = [
    "SIZE",
    "Answer",
    "Contents",
    "Mail",
    "Now",
    "Office",
    "Past",
    "Submission",
    "Verdict",
    "answer",
    "contents",
    "judged",
    "message",
    "notes",
    "opened",
    "read",
    "submission",
]
