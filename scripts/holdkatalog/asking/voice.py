"""How one question is asked until its answer is right, or skipped."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from holdkatalog.danish import fold
from holdkatalog.errors import Problem
from holdkatalog.interview import Interview, Question, cleaned, help_of
from holdkatalog.messages import remedy, text
from holdkatalog.yamlfile import Plain

PROMPT: Final = "> "
WIDTH: Final = 88
_YES: Final = frozenset(("j", "ja"))
_NO: Final = frozenset(("n", "nej"))


@dataclass(frozen=True, slots=True)
class Voice:
    """How one asks and says: `ask` gives what was typed, and raises EOFError when nobody is there."""

    ask: Callable[[str], str]
    say: Callable[[str], None]

    def says(self, lines: Iterable[str]) -> None:
        """Say several lines."""
        for line in lines:
            self.say(line)

    def yes(self, question: str) -> bool:
        """Ask until the answer is yes or no."""
        while True:
            answer = cleaned(self.ask(f"{question} (j/n) ")).casefold()
            if answer in _YES | _NO:
                return answer in _YES
            self.say("Skriv j for ja eller n for nej.")


def answer(
    voice: Voice, interview: Interview, question: Question, keep: Callable[[Plain], None]
) -> Plain:
    """The answer to a question as the check takes it; None when it's skipped.

    Of an answer in several lines, `keep` is given what there is after each.
    """
    _introduce(voice, question)
    asking = _Asking(voice, interview, question, keep)
    if question.long:
        return asking.long()
    return asking.several() if question.several else asking.one([])


def _introduce(voice: Voice, question: Question) -> None:
    ways = [
        "Det skal med." if question.required else "",
        "Skriv én ting på hver linje, og slut med en tom linje." if question.several else "",
        "Skriv løs, og slut med en tom linje." if question.long else "",
    ]
    example = f" Fx: {question.examples[0]}" if question.examples else ""
    head = question.ask or f"{question.title}. {question.help}"
    voice.says(("", *textwrap.wrap(f"{head}{example}", WIDTH, break_on_hyphens=False)))
    if told := " ".join(way for way in ways if way):
        voice.say(told)


class _Asking:
    """One question being asked."""

    def __init__(
        self,
        voice: Voice,
        interview: Interview,
        question: Question,
        keep: Callable[[Plain], None],
    ) -> None:
        self._voice, self._interview, self._question = voice, interview, question
        self._keep = keep

    def several(self) -> Plain:
        """A line for each answer, until an empty one."""
        items: list[Plain] = []
        while True:
            more = self.one(items)
            if more is None:
                return _joined(items)
            said = {fold(str(item)) for item in items}
            new = more if isinstance(more, list) else [more]
            items += [item for item in new if fold(str(item)) not in said]
            self._keep(_joined(items))

    def one(self, before: list[Plain]) -> Plain:
        """One answer beside those that came before; None when the line is empty."""
        pending: Plain = None
        while True:
            typed = self._typed()
            if not typed and (pending or before or not self._question.required):
                return pending
            if not typed:
                self._voice.say("Det kan vi ikke undvære. ? giver hjælp.")
                continue
            taken, pending = self._judged(before, typed)
            if taken:
                return typed

    def long(self) -> Plain:
        """Lines until an empty one, all of them one answer."""
        pending: Plain = None
        while True:
            lines: list[str] = []
            while line := self._typed():
                lines.append(line)
                self._keep("\n".join(lines))
            if not lines:
                return pending
            written = "\n".join(lines)
            taken, pending = self._judged([], written)
            if taken:
                return written

    def _typed(self) -> str:
        """A line that isn't a call for help, without the key that a remedy may have shown before it."""
        while True:
            typed = cleaned(self._voice.ask(PROMPT))
            if not typed.startswith("?"):
                return typed.removeprefix(f"{self._question.key}:").strip()
            self._voice.says(help_of(self._question, typed.removeprefix("?").strip()))

    def _judged(self, before: list[Plain], typed: str) -> tuple[bool, Plain]:
        """Whether the answer is taken as it is; if not, what an empty line takes in its place."""
        verdict = self._interview.verdict(self._question, typed)
        if not verdict.errors and not verdict.advice and before:
            verdict = self._interview.verdict(self._question, [*before, typed])
            verdict = type(verdict)(verdict.errors, ())
        if not verdict.errors and not verdict.advice:
            return True, None
        self._voice.says(_told((*verdict.errors, *verdict.advice)))
        meant = verdict.meant
        if meant:
            self._voice.say(f"Tryk Enter for at skrive: {shown(meant)}")
        elif not verdict.errors:
            self._voice.say("Tryk Enter for at beholde det, som det er, eller skriv det om.")
        return False, meant or (None if verdict.errors else typed)


def _joined(items: list[Plain]) -> Plain:
    """One answer is no list."""
    return items[0] if len(items) == 1 else list(items) or None


def shown(value: Plain) -> str:
    """An answer on one line."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _told(problems: Iterable[Problem]) -> Iterable[str]:
    for found in problems:
        yield text(found)
        yield from (f"   {line}" for line in remedy(found).split("\n") if line)
