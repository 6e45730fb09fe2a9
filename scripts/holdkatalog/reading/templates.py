"""What an offer takes from the template it names, so that nothing above the reading knows of it.

The nearest answer wins: the offer's own line, whole, before the template's. Of the questions each is
won by itself, the offer's before its place's, and the place's before the template's: a template knows
what such a team is in general, and only somebody who has been there knows whether there is a toilet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from holdkatalog.danish import slug
from holdkatalog.model import Place
from holdkatalog.reading.places import Values, many

Templates = Mapping[str, Values]
"""What each template gives, in an offer's own keys, by its id (and by its name's slug)."""
ANSWERS: Final = "godt_at_vide"
_EITHER: Final[Mapping[str, str]] = {"for": "også_for", "også_for": "for"}


def inherited(own: Values, templates: Templates) -> dict[str, Any]:
    """What the offer takes from its template, by key, as the template writes it.

    A key that the offer has itself isn't there, also when it only says `ukendt`: so a club silences
    what doesn't fit. Of the questions those are there that the offer doesn't answer, and of the
    illnesses those that it doesn't place on its other line. `own` may still be wrong in its shape.
    """
    name = own.get("skabelon")
    given = templates.get(slug(name), {}) if isinstance(name, str) else {}
    left = {key: _left(key, value, own) for key, value in given.items()}
    return {key: value for key, value in left.items() if value}


def whole(own: Values, templates: Templates) -> dict[str, Any]:
    """The offer's own values with what it takes from its template."""
    taken = inherited(own, templates)
    both = {**own, **taken}
    if ANSWERS in taken and isinstance(own.get(ANSWERS), Mapping):
        both[ANSWERS] = {**taken[ANSWERS], **own[ANSWERS]}
    return both


def yielding(taken: Mapping[str, Any], places: Iterable[Place]) -> dict[str, Any]:
    """What is taken, without the answers to which any of the offer's places has one of its own."""
    told = {question for place in places for question in place.facts}
    answers = {key: text for key, text in taken.get(ANSWERS, {}).items() if slug(key) not in told}
    return {key: value for key, value in {**taken, ANSWERS: answers}.items() if value}


def _left(key: str, value: Any, own: Values) -> Any:  # noqa: ANN401 - any value of a file
    if key == ANSWERS:
        said = own.get(key, {})
        answered = {slug(each) for each in said} if isinstance(said, Mapping) else None
        return {k: v for k, v in value.items() if answered is not None and slug(k) not in answered}
    if key in own:
        return None
    if key in _EITHER:
        placed = {_word(text) for text in many(own.get(_EITHER[key]))}
        return [text for text in many(value) if _word(text) not in placed]
    return value


def _word(text: object) -> str:
    return slug(str(text).partition(",")[0])
