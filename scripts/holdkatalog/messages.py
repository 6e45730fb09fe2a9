"""What a volunteer is told: the Danish sentence, the line as written, and a remedy to paste."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple, cast

import yaml

from holdkatalog.errors import Problem

Severity = Literal["fejl", "advarsel"]

_BODY = "   "
_MARGIN = 4
_WIDEST = 100
_LEAD = 60
_AROUND = 200
_MASK = "•"
_HIDDEN = "·"
_NAMED = re.compile(r"{(\w+)}")
# Whatever looks like a hyphen, also as it is escaped in quotes, and the spaces people put around it.
_SPACES = r"[ \u00a0\u2007\u2009\u202f]{0,3}"
HYPHEN = (
    rf"{_SPACES}(?:[-\u00ad\u2010-\u2015\u2043\u2212/]|\\x(?:2[Dd]|[Aa][Dd])"
    rf"|\\(?:u|U0000)(?:002[Dd]|00[Aa][Dd]|201[0-5]|2043|2212)){_SPACES}"
)
_CPR = re.compile(
    rf"(?<!\d)(?:[0-3]\d ?[01]\d ?\d\d(?:{HYPHEN}|{_SPACES})"
    rf"|[0-3]\d(?P<between>[./ -])[01]\d(?P=between)\d\d{HYPHEN})\d{{4}}(?!\d)"
)
# Only from the beginning of a word, so that a long one is looked through once.
_MAIL = re.compile(
    r"(?<![^\s@<>\"',;:\[{(])[^\s@<>\"',;:\[{(]+@(?!example\.(?:org|com)\b)(?=[^\s@.]+\.[^\s@])"
)


class _Message(NamedTuple):
    severity: Severity
    texts: tuple[str, ...]
    remedies: tuple[str, ...]


def codes() -> tuple[str, ...]:
    """Every code that has a sentence, in the order of the file."""
    return tuple(_messages())


def severity(code: str) -> Severity:
    """`fejl` keeps a file from the site, `advarsel` never does."""
    return _messages()[code].severity


def is_error(problem: Problem) -> bool:
    """Whether the problem keeps its file from the site."""
    return severity(problem.code) == "fejl"


def text(problem: Problem) -> str:
    """The sentence that says what is wrong, in one line, with nothing private in it."""
    return _first(_messages()[problem.code].texts, problem)


def remedy(problem: Problem) -> str:
    """What to do about it, one line or more; empty when the sentence says all."""
    return _first(_messages()[problem.code].remedies, problem)


def sentences(code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a code may be told in, and what may be said to do about it, with their {facts} not yet filled in."""
    message = _messages()[code]
    return message.texts, message.remedies


def facts_in(sentence: str) -> frozenset[str]:
    """The names of the facts that a sentence tells of."""
    return frozenset(_NAMED.findall(sentence))


def render(problem: Problem, lines: Sequence[str]) -> str:
    """The whole message: where and what, the line as written, and the remedy.

    `lines` are the lines of the problem's file, as they were read.
    """
    hint = "" if is_error(problem) else " (et godt råd)"
    where = f"{problem.file}, linje {problem.line}" if problem.line else problem.file
    parts = [f"{where}{hint}: {text(problem)}", *_excerpt(problem, lines)]
    parts += [
        _BODY + line if line else "" for line in remedy(problem).split("\n") if remedy(problem)
    ]
    return "\n".join(parts)


def told(problem: Problem) -> str:
    """What is wrong and what to do about it, in one line, for what lies in no file."""
    return f"{text(problem)} {remedy(problem)}".strip()


def masked(shown: str) -> str:
    """The text without CPR numbers, the names in mails and hidden characters; as long as before."""
    without_cpr = _CPR.sub(lambda m: re.sub(r"\d", _MASK, m[0]), shown)
    without_mail = _MAIL.sub(lambda m: _MASK * (len(m[0]) - 1) + "@", without_cpr)
    return "".join(map(_visible, without_mail))


def _visible(char: str) -> str:
    if char == "\t":
        return "→"
    return char if char == " " or char.isprintable() else _HIDDEN


@cache
def _messages() -> Mapping[str, _Message]:
    source = resources.files("holdkatalog").joinpath("messages.yaml").read_text("utf-8")
    table = yaml.load(source, Loader=yaml.CSafeLoader)
    return {
        code: _Message(
            cast("Severity", entry["alvor"]), _many(entry["tekst"]), _many(entry.get("hjælp", ()))
        )
        for code, entry in table.items()
    }


def _many(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _first(sentences: Iterable[str], problem: Problem) -> str:
    """The first sentence whose facts are all known."""
    facts = {"value": problem.value} | dict(problem.facts)
    shown = {name: "\n".join(map(masked, fact.split("\n"))) for name, fact in facts.items() if fact}
    for sentence in sentences:
        if shown.keys() >= set(_NAMED.findall(sentence)):
            return _NAMED.sub(lambda m: shown[m[1]], sentence)
    return ""


def _excerpt(problem: Problem, lines: Sequence[str]) -> list[str]:
    """The line with its number, and marks under what is wrong; nothing when there is no such line."""
    if not 0 < problem.line <= len(lines):
        return []
    whole = lines[problem.line - 1]
    start = max(0, problem.column - 1)
    left = max(0, start - _LEAD) if len(whole) > _WIDEST else 0
    # A longer piece is masked than is shown, so that nothing private is cut in two.
    first = max(0, left - _AROUND)
    line = " " * first + masked(whole[first : left + _WIDEST + _AROUND])
    if problem.code == "cpr":
        # Its digits may be written by their numbers, or go on in the next line.
        end = start + problem.width
        line = line[:start] + re.sub(r"\d", _MASK, line[start:end]) + line[end:]
    window = line[left : left + _WIDEST]
    if not window.strip():
        return []
    shown = ("…" if left else "") + window + ("…" if left + _WIDEST < len(whole) else "")
    out = [f"{problem.line:>{_MARGIN}} │ {shown}"]
    if problem.column:
        before = _cells(line[left:start]) + bool(left)
        marked = line[start : left + _WIDEST][: problem.width or 1]
        out.append(f"{'':>{_MARGIN}} │ {' ' * before}{'^' * max(1, _cells(marked))}")
    return out


def _cells(shown: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in shown
    )
