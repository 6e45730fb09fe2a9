"""A check's Problems for a forge: marks beside the lines of a request, and a summary in which nothing is active.

What a stranger has written is data: it must form no order to the runner (a line that begins with `::`),
and in the summary no link, picture, mention or HTML. So it stands in code, from which nothing breaks out.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from holdkatalog import messages
from holdkatalog.errors import Problem

SHOWN: Final = 10
"""So many errors and so many warnings of one step GitHub shows beside the lines."""
MOST: Final = 300_000
"""Bytes of a summary; three stand below each other, and GitHub throws them away beyond 1 MiB."""
_TITLES: Final = {"fejl": "Det skal rettes", "advarsel": "Et godt råd"}
_COMMANDS: Final = {"fejl": "error", "advarsel": "warning"}
_SEVERITIES: Final = {"fejl": "major", "advarsel": "info"}
_FENCE: Final = 3


def github(problems: Iterable[Problem]) -> str:
    """Workflow commands that put the first Problems beside their lines, one a line; "" for none."""
    lines: list[str] = []
    given = {"fejl": 0, "advarsel": 0}
    for problem in problems:
        severity = messages.severity(problem.code)
        given[severity] += 1
        if given[severity] <= SHOWN:
            lines.append(_command(problem, severity))
    return "\n".join(lines)


def _command(problem: Problem, severity: str) -> str:
    place: dict[str, object] = {"file": problem.file, "title": _TITLES[severity]}
    if problem.line:
        place |= {"line": problem.line, "endLine": problem.line}
    if problem.line and problem.column:
        last = problem.column + max(problem.width - 1, 0)
        place |= {"col": problem.column, "endColumn": last}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    return f"::{_COMMANDS[severity]} {properties}::{_data(_sentence(problem))}"


def _sentence(problem: Problem) -> str:
    return f"{messages.text(problem)}\n{messages.remedy(problem)}".strip()


def _data(text: str) -> str:
    """Escaped as the runner reads it: actions/toolkit, packages/core/src/command.ts."""
    lines = (messages.masked(line) for line in text.split("\n"))
    return "\n".join(lines).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def gitlab(problems: Iterable[Problem]) -> str:
    """GitLab's Code Quality report: a JSON list of the Problems, each with a stable name of its own.

    The name stays when lines above are added, so that a forge can tell old Problems from new.
    """
    seen: dict[str, int] = {}
    rows = []
    for problem in problems:
        same = json.dumps([problem.file, problem.code, problem.path, problem.value])
        seen[same] = seen.get(same, 0) + 1
        print_ = hashlib.sha256(f"{same}{seen[same]}".encode()).hexdigest()
        rows.append(
            {
                "description": messages.told(problem),
                "check_name": problem.code,
                "fingerprint": print_,
                "severity": _SEVERITIES[messages.severity(problem.code)],
                "location": {
                    "path": messages.masked(problem.file),
                    "lines": {"begin": max(problem.line, 1)},
                },
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


def summary(
    problems: Sequence[Problem], lines: Mapping[str, Sequence[str]], *, head: str, count: str
) -> str:
    """All Problems as Markdown, each as the terminal shows it; `lines` are the lines of the files.

    `head` is the title, and `count` the sentence that says how many there are.
    """
    parts = [f"## {head}", count, *_blocks(problems, lines)]
    return fitting(parts, most=MOST, rest="Der er flere. Se resten i loggen.", between="\n\n")


def _blocks(problems: Iterable[Problem], lines: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for problem in problems:
        yield fenced(messages.render(problem, lines.get(problem.file, ())))


def fenced(text: str) -> str:
    """The text as a block of code that nothing in it can end."""
    fence = "`" * max(_FENCE, _longest_run(text) + 1)
    return f"{fence}text\n{_seen(text)}\n{fence}"


def code(text: str) -> str:
    """The text as code within a line; nothing in it can end it or mean anything to a forge."""
    plain = " ".join(_seen(text).split()) or " "
    fence = "`" * (_longest_run(plain) + 1)
    pad = " " if plain[0] in "` " or plain[-1] in "` " else ""
    return f"{fence}{pad}{plain}{pad}{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def _seen(text: str) -> str:
    """Every line without characters that nobody sees."""
    return "\n".join(
        "".join(char if char.isprintable() else "·" for char in line) for line in text.split("\n")
    )


def fitting(parts: Iterable[str], *, most: int, rest: str, between: str = "\n") -> str:
    """As many of the parts as go into so many bytes, and `rest` when some are left out."""
    kept: list[str] = []
    used = len(f"{between}{rest}\n".encode())
    for part in parts:
        used += len(f"{between}{part}".encode())
        if used > most:
            kept.append(rest)
            break
        kept.append(part)
    return between.join(kept) + "\n"
