"""What a file is judged against: everything that isn't in the file itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from holdkatalog.fields import club_schema
from holdkatalog.model import Place
from holdkatalog.validation.guide import Guide
from holdkatalog.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True)
class Context:
    """The catalogue round one file.

    `shared` are the municipality's places by id. `clubs` and `offers` (`club/offer`) are all ids in
    use, `former` leads from each former id to the place that has it (`vig-if` or `vig-if/gaahold`,
    several when it is claimed twice). `reachable`: the municipality has a phone or a mail.
    `photos` are the names of the files in the folder of photos. `real`: the clubs aren't made up, so
    that a telephone of our examples is a mistake; `public`: everybody will read it, so that it is an
    error. `today` only ever makes warnings.
    """

    vocabulary: Vocabulary
    today: dt.date
    shared: Mapping[str, Place] = field(default_factory=dict)
    clubs: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reachable: bool = False
    photos: frozenset[str] = frozenset()
    real: bool = False
    public: bool = False

    @cached_property
    def guide(self) -> Guide:
        """The schema of a club's file with the vocabulary's words."""
        return Guide(club_schema(self.vocabulary))
