"""What the commands take, and their own words in Danish: what Python says when a command is used wrongly."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterable
from typing import Final, NoReturn

_SENTENCES: Final = (
    (r"the following arguments are required: (.*)", r"Her mangler noget: \1."),
    (r"unrecognized arguments: (.*)", r"Det forstår vi ikke her: \1."),
    (
        r"argument .*?: invalid choice: (.*?),? .*\(choose from (.*)\)",
        r"\1 kender vi ikke. Vælg blandt: \2.",
    ),
    (r"argument (.*?): expected one argument", r"Der mangler noget efter \1."),
    (
        r"argument .*?: ignored explicit argument .*",
        r"Her skal der ikke stå noget efter lighedstegnet.",
    ),
    (r"argument (.*?): (.*)", r"\1: \2."),
)
"""Python's sentence and ours. One that isn't here is shown as it is."""


class Arguments(argparse.ArgumentParser):
    """A parser that helps and refuses in Danish."""

    def __init__(
        self, *, prog: str, description: str | None = None, epilog: str | None = None
    ) -> None:
        """Take what our commands give; Python makes a parser of the same kind for each command."""
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Help,
            add_help=False,
        )
        self._positionals.title = "skriv"
        self._optionals.title = "kan tilføjes"
        self.add_argument("-h", "--help", action="help", help="vis det her")

    def error(self, message: str) -> NoReturn:
        """Say how the command is written and what is wrong with it, and end with 2."""
        self.exit(2, f"{self.format_usage()}{_danish(message)}\n")


def date(text: str) -> dt.date:
    """The day that was written; what it refuses is told in Danish."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'skriv datoen som 2026-12-31, ikke "{text}"') from None


def port(text: str) -> int:
    """The port that was written."""
    if not text.isdecimal() or not 0 <= int(text) < 2**16:
        raise argparse.ArgumentTypeError(f'porten er et tal fra 0 til 65535, ikke "{text}"')
    return int(text)


def address(text: str) -> str:
    """The site's address that was written."""
    if not re.fullmatch(r"https?://[a-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~-]+)*/?", text):
        raise argparse.ArgumentTypeError(
            f'skriv sidens adresse som https://hold.jeres-kommune.dk/, ikke "{text}"'
        )
    return text


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "brug: " if prefix is None else prefix)


def _danish(message: str) -> str:
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message):
            return found.expand(sentence)
    return message
