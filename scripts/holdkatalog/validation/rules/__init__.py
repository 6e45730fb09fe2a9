"""What a schema can't say: each rule a small function from a file to its Problems.

Errors come first, warnings after them: of what stands at one place only the first is told. The
rules of `READ` see the club as it is read, so they are asked only of a file without errors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from holdkatalog.errors import Problem
from holdkatalog.validation.file import File
from holdkatalog.validation.rules import (
    ids,
    lost,
    missing,
    people,
    places,
    prose,
    seasons,
    templates,
    times,
    words,
)

Rule = Callable[[File], Iterator[Problem]]

ERRORS: tuple[Rule, ...] = (
    words.unknown_words,
    words.unknown_keys,
    words.unknown_holidays,
    places.reserved_ids,
    places.rings,
    places.unknown_places,
    times.exceptions_in_notes,
    lost.values_in_notes,
    lost.contradicting_states,
    lost.judged_without_fit,
    lost.fits_twice,
    ids.unknown_offers,
    ids.former_ids,
    ids.missing_photos,
    missing.nobody_to_ask,
    people.invented,
)
FIRST: Rule = people.cpr_numbers
"""What is told before anything else of the same text."""
CONCEPTS: tuple[Rule, ...] = (
    people.cpr_numbers,
    words.unknown_words,
    words.unknown_keys,
    lost.values_in_notes,
    lost.fits_twice,
)
"""What is asked of what a template gives."""
READ: tuple[Rule, ...] = (times.listed_and_off, seasons.never_meets)
WARNINGS: tuple[Rule, ...] = (
    people.ten_digits,
    people.private_mails,
    people.names,
    people.copied,
    places.named_places,
    ids.broken_references,
    templates.same_as_template,
    prose.confirmed_ahead,
    prose.wrong_cvr,
    prose.many_fits,
    prose.hard_texts,
)
READ_WARNINGS: tuple[Rule, ...] = (
    times.without_start,
    seasons.wrong_count,
    seasons.breaks_outside,
    seasons.season_over,
)
ABSENT: tuple[Rule, ...] = (
    missing.unsaid,
    missing.no_contact,
    missing.never_confirmed,
    missing.no_owner,
)
"""Warnings about what isn't there; never asked of a file of which parts were lost on reading."""
