"""A club's file that was pasted in a mail, among greetings and signatures, and broken by mail programs."""

from __future__ import annotations

import re
from typing import Final

from holdkatalog.fields import TABLES

_KEYS: Final = frozenset(key.name for key in TABLES[0].keys)
"""The keys at the margin of a club's file."""
_FIRST: Final = re.compile(r"(?P<lead> *)forening[ \t]*:")
_KEY: Final = re.compile(r"([a-zæøå_]+)[ \t]*:(?:\s|$)")
_END: Final = re.compile(
    # A line of signs, a signature, a greeting, what one answers to.
    r"""-- ?$ | ([-=_*~`])\1{2} | > | ((sendt|sent)\ (fra|from)|(hent|get)\ outlook)\b
      | ((de|med)\ )?(venlig|bedste|mange|kærlig)e?\ hilsen | (vh|mvh|kh|hilsen|hilsner)\b
      | (den|on)\ .{5,80}\ (skrev|wrote)\b.*: | (fra|from|til|to|emne|subject|udgave)\ *: """,
    re.IGNORECASE | re.VERBOSE,
)
_EDITION: Final = re.compile(r"(?im)^\W{0,8}Udgave[ \t]*:[ \t]*([0-9a-f]{40})\b")
_EDITIONS: Final = 5
_WRAPPED: Final = 55
"""A line that a mail program has broken is at least this long."""


def pasted(text: str) -> str:
    """The file that stands in the text, "" when there is none."""
    lines = text.replace("\u00a0", " ").split("\n")
    found = next(((at, m) for at, line in enumerate(lines) if (m := _FIRST.match(line))), None)
    if found is None:
        return ""
    at, lead = found[0], found[1]["lead"]
    start = at
    while start and _begins([line.removeprefix(lead) for line in lines[max(0, start - 2) : start]]):
        start -= 1
    taken: list[str] = []
    for line in lines[start:]:
        bare = line.removeprefix(lead).rstrip()
        if _END.match(bare):
            break
        taken.append(bare)
    return "\n".join(_joined(_trimmed(taken))) + "\n"


def editions(text: str) -> tuple[str, ...]:
    """The editions of a file that the text says it was made from, as git names them."""
    return tuple(dict.fromkeys(_EDITION.findall(text)))[:_EDITIONS]


def club_like(text: str) -> bool:
    """Whether the text is a club's file, whatever it is called."""
    return bool(re.search(r"^forening[ \t]*:", text, re.MULTILINE))


def _begins(above: list[str]) -> bool:
    """Whether the last of the lines belongs to the file already, though its first key comes below."""
    *before, last = above
    if not last.strip():
        return bool(before) and before[0].startswith("#")
    key = _KEY.match(last)
    return last.startswith("#") or (key is not None and key[1] in _KEYS)


def _of_a_file(line: str) -> bool:
    """Whether the line looks like one of a file and not like one of a letter."""
    return line.startswith((" ", "- ", "#")) or _KEY.match(line) is not None


def _trimmed(lines: list[str]) -> list[str]:
    """The lines without what is said in the letter after the file."""
    last = max((at for at, line in enumerate(lines) if _of_a_file(line)), default=0)
    while _broken_off(lines, last + 1):
        last += 1
    return lines[: last + 1]


def _joined(lines: list[str]) -> list[str]:
    """The lines with those put together again that a mail program has broken."""
    whole: list[str] = []
    for at, line in enumerate(lines):
        if _broken_off(lines, at):
            whole[-1] += f" {line}"
        else:
            whole.append(line)
    return whole


def _broken_off(lines: list[str], at: int) -> bool:
    """Whether the line is the rest of the one above it."""
    if not 0 < at < len(lines) or not lines[at] or _of_a_file(lines[at]):
        return False
    return len(lines[at - 1]) >= _WRAPPED
