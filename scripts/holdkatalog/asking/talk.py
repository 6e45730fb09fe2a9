"""The conversation: the short questions, the others for who wants them, and the file in the end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from holdkatalog.asking.voice import Voice, answer, shown
from holdkatalog.catalogue import judge, surroundings
from holdkatalog.catalogue.content import read_content
from holdkatalog.catalogue.files import document, documents, photos
from holdkatalog.errors import CatalogueError
from holdkatalog.interview import OFFER, Interview, Question, groups, questions, role
from holdkatalog.keeping import keep, reason
from holdkatalog.messages import is_error, render
from holdkatalog.paths import SCHEMA
from holdkatalog.validation.newfile import club_id
from holdkatalog.yamlfile import Document, Plain

DRAFT: Final = ".kladde"
"""How a draft's name ends. It's no club's file, so nobody reads it but we."""
_NEW: Final = "ny-forening"
_HELLO: Final = (
    "Skriv svaret, og tryk Enter. Enter alene springer spørgsmålet over, og ? giver hjælp.",
    "Ctrl-C holder en pause: det, du har svaret, bliver gemt.",
)


@dataclass(frozen=True, slots=True)
class Ended:
    """How it ended: with the file that was written, or the draft, or neither.

    `stopped`: the person went away. `refused`: something couldn't be read or written, and it's told.
    """

    file: Path | None = None
    draft: Path | None = None
    stopped: bool = False
    refused: bool = False


def converse(club: str, *, root: Path, today: dt.date, voice: Voice) -> Ended:
    """Ask for a new club and its offer, or for an offer of the club with that id, and write the file.

    Raises CatalogueError when the municipality's own files, or the club's, can't be read.
    """
    known = read_content(root / "content", SCHEMA / "vocabulary")
    clubs = root / "clubs"
    found = [
        *documents(clubs, "clubs"),
        *documents(root / "content" / "forloeb", "content/forloeb"),
    ]
    context = surroundings(known, found, photos=photos(clubs), today=today)
    begun = Interview(context)
    if club:
        own = _own(clubs, club)
        if errors := [each for each in judge(own, context) if is_error(each)]:
            raise CatalogueError(errors)
        begun = replace(begun, club=own)
    return _Talk(begun, clubs, today, voice).run()


def _own(clubs: Path, club: str) -> Document:
    name = club.removesuffix(".yaml").rpartition("/")[2]
    return document(clubs / f"{name}.yaml", f"clubs/{name}.yaml")


class _Talk:
    """One conversation. The answers live here, so that they are at hand whenever it stops."""

    def __init__(self, begun: Interview, clubs: Path, today: dt.date, voice: Voice) -> None:
        self._interview, self._clubs, self._today, self._voice = begun, clubs, today, voice
        self._taken: list[Path] = []

    @property
    def _draft(self) -> Path:
        own = self._interview.club
        return self._clubs / f"{Path(own.file).stem if own else _NEW}{DRAFT}"

    def run(self) -> Ended:
        try:
            if not self._opened():
                return Ended(refused=True)
            self._voice.says(_HELLO)
            return self._through()
        except (EOFError, KeyboardInterrupt):
            self._voice.say("")
            return replace(self._kept(), stopped=True)

    def _opened(self) -> bool:
        """Take up a draft that lies there, if that's wanted; False when it can't be read."""
        if not self._draft.is_file():
            return True
        self._voice.say(f"Her ligger en kladde fra sidst: clubs/{self._draft.name}")
        found = document(self._draft, f"clubs/{self._draft.name}")
        values = found.values
        if found.problems or not isinstance(values, dict):
            self._voice.say("Den kan ikke læses. Ret den, eller slet den, og prøv igen.")
            return False
        if self._voice.yes("Vil du gå videre med den? Ellers bliver den slettet."):
            self._interview = self._interview.taken_up(values)
            self._taken.append(self._draft)
        else:
            self._draft.unlink()
        return True

    def _through(self) -> Ended:
        asked = self._questions()
        for question in (each for each in asked if each.short):
            self._ask(question)
            if question.path == ("forening",) and self._is_there():
                return self._instead()
        if self._voice.yes("\nVil du fortælle mere?"):
            for name, group in groups(asked):
                if self._voice.yes(f'\nVil du svare på noget om "{name.lower()}"?'):
                    for question in group:
                        self._ask(question)
        last = role(self._interview, self._today)
        by = answer(self._voice, self._interview, last, lambda _: None)
        self._interview = self._interview.confirmed(self._today, str(by or ""))
        return self._finished()

    def _ask(self, question: Question) -> None:
        said = self._interview.answered(question)
        if said is not None:
            self._voice.says(("", f"{question.title}: {shown(said)}  (fra kladden)"))
            return
        self._keep(
            question, answer(self._voice, self._interview, question, partial(self._keep, question))
        )

    def _keep(self, question: Question, given: Plain) -> None:
        self._interview = self._interview.with_answer(question.path, given)

    def _questions(self) -> tuple[Question, ...]:
        context, own = self._interview.context, self._interview.club
        values = own.values if own and isinstance(own.values, dict) else {}
        places = [(id_, place.name) for id_, place in context.shared.items()]
        steder = values.get("steder")
        places += [(id_, "") for id_ in steder] if isinstance(steder, dict) else []
        return questions(context.guide, OFFER, club=own is None, places=places)

    def _is_there(self) -> bool:
        name = str(self._interview.answers.get("forening", ""))
        return self._interview.club is None and club_id(name) in self._interview.context.clubs

    def _instead(self) -> Ended:
        """The club has a file: go on with an offer for it, or ask for the name again."""
        id_ = club_id(str(self._interview.answers["forening"]))
        self._voice.say(f"Den forening er her allerede, med id {id_}.")
        own = _own(self._clubs, id_)
        self._interview = self._interview.with_answer(("forening",), None)
        offer = self._interview.answers.get("hold")
        readable = not any(is_error(each) for each in judge(own, self._interview.context))
        if readable and self._voice.yes("Vil du lægge et hold til den?"):
            # What a draft already says of the offer is as true of the club's own file.
            begun: dict[str, Plain] = {"hold": offer} if offer else {}
            self._interview = replace(self._interview, club=own, answers=begun)
            if not offer and not self._opened():
                return Ended(refused=True)
        return self._through()

    def _finished(self) -> Ended:
        """Show the file, and write it when that's wanted."""
        written = self._interview.written()
        self._voice.says(("", f"Sådan bliver {written.file}:", "", written.source))
        errors = [each for each in judge(written, self._interview.context) if is_error(each)]
        self._voice.says(render(each, written.lines) for each in errors)
        if not self._voice.yes("Skal den gemmes?"):
            return self._kept()
        file = self._clubs / Path(written.file).name
        try:
            self._clubs.mkdir(exist_ok=True)
            keep(file, written.source, new=self._interview.club is None)
        except OSError as error:
            self._voice.say(f"{written.file} kan ikke skrives: {reason(error)}")
            return self._kept()
        for draft in (*self._taken, self._draft):
            draft.unlink(missing_ok=True)
        return Ended(file=file)

    def _kept(self) -> Ended:
        """Lay the answers in the draft; where that can't be done they are said, so that none is lost."""
        draft = self._interview.draft()
        if not draft:
            return Ended()
        try:
            self._clubs.mkdir(exist_ok=True)
            keep(self._draft, draft)
        except OSError as error:
            self._voice.says((f"Kladden kan ikke gemmes: {reason(error)}", "Du har svaret:", draft))
            return Ended(refused=True)
        return Ended(draft=self._draft)
