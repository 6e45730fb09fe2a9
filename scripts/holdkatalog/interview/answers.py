"""What was answered so far, and what the check says of an answer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from holdkatalog.danish import long_date
from holdkatalog.errors import Problem
from holdkatalog.interview.questions import Question
from holdkatalog.messages import is_error, remedy
from holdkatalog.tidying import tidied
from holdkatalog.validation import Context, check
from holdkatalog.validation.newfile import club_id, numbers, offer_id, ordered
from holdkatalog.yamlfile import Document, Plain, change, dump, read
from holdkatalog.yamlfile.characters import normalise

Values = dict[str, Plain]
OFFER: Final = "nyt-hold"
"""The offer's id until its name is known."""
# What a file can't be judged without, until it is answered.
_STAND_IN: Final[Mapping[str, Plain]] = {"forening": "Foreningen"}
_STAND_IN_OFFER: Final[Mapping[str, Plain]] = {"navn": "Holdet", "aktivitet": "andet"}
_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check says of an answer; `meant` is what it proposes instead, when that is one thing."""

    errors: tuple[Problem, ...]
    advice: tuple[Problem, ...]
    meant: Plain = None


@dataclass(frozen=True)
class Interview:
    """The answers so far, as they stand in the file. `club` is the file that an offer is added to."""

    context: Context
    club: Document | None = None
    answers: Values = field(default_factory=dict)

    def answered(self, question: Question) -> Plain:
        """What was answered, None when nothing was."""
        found: Plain = self.answers
        for step in question.path:
            found = found.get(step) if isinstance(found, dict) else None
        return found

    def with_answer(self, path: tuple[str, ...], value: Plain) -> Interview:
        """The interview with one more answer; None takes an answer back."""
        return replace(self, answers=_put(self.answers, path, value))

    def taken_up(self, values: Mapping[str, Plain]) -> Interview:
        """The interview with the answers of a draft, which somebody may have changed since."""
        return replace(self, answers=_solid(values))

    def verdict(self, question: Question, value: Plain) -> Verdict:
        """What the check says of the answer, judged with all the others."""
        before = {_told(found) for found in self.with_answer(question.path, None).checked()}
        found = self._news(question, value, before)
        errors = tuple(each for each in found if is_error(each))
        advice = tuple(each for each in found if not is_error(each))
        meant = next((each for each in map(_meant, found) if each), None)
        if meant and any(map(is_error, self._news(question, meant, before))):
            meant = None
        return Verdict(errors, advice, meant)

    def _news(
        self, question: Question, value: Plain, before: Collection[object]
    ) -> tuple[Problem, ...]:
        """What is wrong with the answer in it, and wasn't before; what is missing is no news."""
        whole = f"{question.before}{value}" if question.before else value
        return tuple(
            found
            for found in self.with_answer(question.path, whole).checked()
            if _told(found) not in before
            and not found.code.startswith("missing-")
            and (is_error(found) or found.path[: len(question.path)] == question.path)
        )

    def checked(self) -> tuple[Problem, ...]:
        """What the check says of the answers, with a stand-in for what no file can do without."""
        values = _laid(self._club_values, self.answers)
        offers = values.get("hold")
        new = offers.get(OFFER) if isinstance(offers, dict) else None
        whole = {**_STAND_IN_OFFER, **(new if isinstance(new, dict) else {})}
        values = {**_STAND_IN, **_put(values, ("hold", OFFER), whole)}
        return check(read(self.file, self._dumped(values).encode()), self.context)

    @property
    def file(self) -> str:
        """The name of the club's file."""
        if self.club is not None:
            return self.club.file
        return f"clubs/{club_id(str(self.answers.get('forening', 'ny')))}.yaml"

    @property
    def _club_values(self) -> Values:
        values = None if self.club is None else self.club.values
        return values if isinstance(values, dict) else {}

    def _dumped(self, values: Values) -> str:
        guide = self.context.guide
        return dump(ordered(values, guide), numbers=numbers(guide))

    def draft(self) -> str:
        """The answers as a file that can be read again; empty when there are none."""
        return self._dumped(self.answers) if self.answers else ""

    def confirmed(self, today: dt.date, by: str) -> Interview:
        """The interview with who has seen it through today; nobody says who when `by` is empty."""
        text = f"{long_date(today)} af {by}" if by else long_date(today)
        return self.with_answer(self.confirmation, text)

    @property
    def confirmation(self) -> tuple[str, ...]:
        """Where it stands who has seen it through: on a new club, or on the offer that is added."""
        return ("bekræftet",) if self.club is None else ("hold", OFFER, "bekræftet")

    def written(self) -> Document:
        """The club's file with the answers in it; the lines of one that was there stay as they are."""
        hold = self.answers["hold"]
        assert isinstance(hold, dict)  # noqa: S101 - an offer's name is always asked for
        offer = hold[OFFER]
        assert isinstance(offer, dict)  # noqa: S101 - as above
        path = ("hold", self._free(offer_id(str(offer["navn"]))))
        others = {key: each for key, each in hold.items() if key != OFFER}
        if self.club is None:
            values = {**self.answers, "hold": {**others, path[1]: offer}}
            return self._tidied(self.file, self._dumped(values))
        # The offer is set in order among the club's other lines, and then alone put into the file.
        guide = self.context.guide
        text = change(self.club, path, ordered(offer, guide, path), numbers=numbers(guide))
        tidy = self._tidied(self.file, text).values
        for step in path:
            tidy = tidy.get(step) if isinstance(tidy, dict) else None
        text = change(self.club, path, tidy, numbers=numbers(guide))
        return read(self.file, text.encode())

    def _tidied(self, file: str, text: str) -> Document:
        """The file as `holdkatalog format` would leave it; as it is where it has errors."""
        document = read(file, text.encode())
        if any(map(is_error, check(document, self.context))):
            return document
        return read(file, tidied(document, self.context).source.encode())

    def _free(self, id_: str) -> str:
        """The id, with a number where the club has an offer of that id."""
        values = self._club_values if self.club else self.answers
        taken = values.get("hold")
        used = taken if isinstance(taken, dict) else {}
        number = 2
        free = id_
        while free in used:
            free, number = f"{id_[:36].strip('-')}-{number}", number + 1
        return free


def role(interview: Interview, today: dt.date) -> Question:
    """The last question: who has seen it through."""
    return Question(
        path=interview.confirmation,
        title="Bekræftet",
        ask="Hvem har set oplysningerne igennem i dag? Skriv en rolle, ikke et navn.",
        help="Siden skriver, hvornår og af hvem oplysningerne er bekræftet. Aldrig et navn.",
        examples=("formanden", "holdlederen"),
        group="Lige nu",
        short=True,
        required=False,
        several=False,
        long=False,
        words=(),
        before=f"{long_date(today)} af ",
    )


def cleaned(text: str) -> str:
    """What was typed, without what nobody sees and nobody meant."""
    lines = normalise(_LONE.sub("\ufffd", text)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _told(found: Problem) -> object:
    return found.code, found.path, found.value


def _meant(found: Problem) -> Plain:
    """The value in the line that a Problem proposes to paste; an example of how to write isn't one."""
    facts = dict(found.facts)
    for name in ("line", "lines"):
        line = facts.get(name, "")
        values = read("", line.encode()).values
        sure = f"Skriv:  {line}" in remedy(found) or f":\n{line}" in remedy(found)
        if sure and isinstance(values, dict) and len(values) == 1:
            return next(iter(values.values()))
    return None


def _solid(values: Mapping[str, Plain]) -> Values:
    """The fields without those that hold nothing."""
    under = {key: _solid(each) if isinstance(each, dict) else each for key, each in values.items()}
    return {key: each for key, each in under.items() if each and each != [None]}


def _put(values: Values, path: tuple[str, ...], value: Plain) -> Values:
    """The values with another at the path; fields that are left without any are gone."""
    step, *rest = path
    below = values.get(step)
    if rest:
        value = _put(below if isinstance(below, dict) else {}, tuple(rest), value)
    others = {key: each for key, each in values.items() if key != step}
    return {**values, step: value} if value else others


def _laid(values: Values, over: Mapping[str, Plain]) -> Values:
    """The values with others laid over them, all the way down."""
    laid = dict(values)
    for key, value in over.items():
        below = laid.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        laid[key] = _laid(below, value) if both else value  # type: ignore[arg-type]
    return laid
