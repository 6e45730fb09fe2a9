"""How a command answers on a forge: marks beside the lines, a summary, and always the plain text too."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Final

from holdkatalog.cli.say import complain, say

if TYPE_CHECKING:
    from holdkatalog.checking import Answer

FORMS: Final = ("github", "gitlab")
"""The forges that show Problems beside the lines; what others show is the plain text."""


def tell(answer: Answer, *, form: str, head: str, summary: Path | None) -> None:
    """Print the answer in the forge's form, and put all of it below a title at the end of the file `summary`."""
    from holdkatalog import annotations

    if form == "github":
        if marks := annotations.github(answer.problems):
            say(marks)
        # The clubs' own words stand in the text: until the runner hears the word, it takes no orders.
        word = secrets.token_hex(16)
        say(f"::stop-commands::{word}\n{answer.text}\n::{word}::")
    elif form == "gitlab":
        say(annotations.gitlab(answer.problems))
        complain(answer.text)
    else:
        say(answer.text)
    if summary:
        told = annotations.summary(answer.problems, answer.lines, head=head, count=answer.count)
        append(summary, told)


def append(file: Path, text: str) -> None:
    """Put a part of Markdown at the end of a file."""
    with file.open("a", encoding="utf-8") as out:
        out.write(f"{text}\n")
