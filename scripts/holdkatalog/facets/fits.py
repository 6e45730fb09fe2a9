"""Whom an offer is for, as sentences: the keys of the strings and the names they are filled with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from holdkatalog import wording
from holdkatalog.danish import listed
from holdkatalog.facets.groups import CHRONIC, EVERYBODY, only_relatives
from holdkatalog.model import Attestation, Fit, Offer
from holdkatalog.vocabulary import Audience, Condition, Vocabulary


@dataclass(frozen=True, slots=True)
class FitLine:
    """A sentence's key and the names in it: `made` and "KOL eller astma"."""

    key: str
    names: str


def _name(fit: Fit, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The names in an illness's name, or the name of others; the note belongs to the last."""
    both: Mapping[str, Condition | Audience] = {**vocabulary.conditions, **vocabulary.audiences}
    name = both[fit.condition].in_words if fit.condition in both else fit.condition
    *first, last = wording.one_by_one(name) if fit.condition in vocabulary.conditions else [name]
    return (*first, f"{last} ({fit.note})" if fit.note else last)


def _names(
    found: Iterable[Fit], vocabulary: Vocabulary, join: Callable[[Iterable[str]], str] = listed
) -> str:
    """The names as a list; one that holds a comma itself comes last, where it can't be misread."""
    names = [name for fit in found for name in _name(fit, vocabulary)]
    return join(sorted(names, key=lambda name: ", " in name))


def fit_lines(offer: Offer, vocabulary: Vocabulary) -> tuple[FitLine, ...]:
    """Whom it is made for, whom it suits, and whom it is open to, in that order."""
    return tuple(_lines(offer, vocabulary))


def _lines(offer: Offer, vocabulary: Vocabulary) -> Iterator[FitLine]:
    for made_for, key in ((True, "made"), (False, "suits")):
        fits = [f for f in offer.fits if f.made_for is made_for]
        ill = [f for f in fits if f.condition in vocabulary.conditions]
        if ill:
            names = _names(ill, vocabulary, wording.any_of)
            yield FitLine("relatives" if only_relatives(offer) else key, names)
        others = [f for f in fits if f.condition in vocabulary.audiences]
        people = [f for f in others if f.condition not in {CHRONIC, EVERYBODY}]
        if people:
            names = _names(people, vocabulary)
            yield FitLine("made_people" if made_for else "suits_people", names)
        for fit in others:
            if fit.condition in {CHRONIC, EVERYBODY}:
                # "Open to all" beside "only for men" would be untrue.
                limited = f"limited_{'all' if fit.condition == EVERYBODY else 'chronic'}"
                yield FitLine(limited if offer.limits else "open", _names((fit,), vocabulary))


def judged(fits: Iterable[Fit]) -> tuple[Attestation, ...]:
    """Who has judged that it fits, each once."""
    return tuple(dict.fromkeys(fit.judged for fit in fits if fit.judged))


def judged_for(offer: Offer, attestation: Attestation, vocabulary: Vocabulary) -> str:
    """The names of what one judgement is about; "" when it is about all."""
    about = [fit for fit in offer.fits if fit.judged == attestation]
    if len(about) == len(offer.fits):
        return ""
    return _names(about, vocabulary)
