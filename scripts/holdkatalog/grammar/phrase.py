"""A fixed phrase: one source for the schema's pattern and for the parser that reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

SENTENCE = "[A-ZÆØÅÉ]"
"""What a sentence begins with; nothing else is asked of it."""


def either(*words: str) -> str:
    """A pattern for any one of the words; the first letter may be a capital, as phones write it."""
    return "(?:" + "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in words) + ")"


def note(forbidden: str = "") -> str:
    """A pattern for a comma and one's own words, unless they look like `forbidden`."""
    guard = f"(?!{forbidden})" if forbidden else ""
    return rf"(?:, {guard}(?P<note>[^\s][\s\S]*))?"


NOTE = note()
"""A comma and one's own words."""


def whole(pattern: str) -> str:
    """The pattern anchored at both ends, as a JSON Schema wants it."""
    return f"^(?:{pattern})$"


def without_names(pattern: str) -> str:
    """The pattern with its named groups made plain, so that it means the same in ECMA-262 (flag u)."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


@dataclass(frozen=True)
class Phrase:
    """One of the small grammars: its forms by name, each a linear pattern with named groups.

    `sentence` is what a text may begin with to be shown as it stands ("" when it may not).
    `unknown`: the word `ukendt` is taken too, with `own_words` after a comma unless they can't be.
    `traps` are patterns of what people write by mistake, by the code of the Problem they are told;
    no schema sees them.
    """

    name: str
    forms: Mapping[str, str]
    sentence: str = SENTENCE
    unknown: bool = True
    own_words: bool = True
    traps: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def pattern(self) -> str:
        """What a text must look like, for a JSON Schema: no named groups, anchored."""
        parts = [self.sentence + r"[\s\S]*"] if self.sentence else []
        words = r"(?:, [^\s][\s\S]*)?" if self.own_words else ""
        parts += [either("ukendt") + words] if self.unknown else []
        return whole("|".join([*parts, *(without_names(form) for form in self.forms.values())]))

    @cached_property
    def _compiled(self) -> dict[str, re.Pattern[str]]:
        return {name: re.compile(form, re.IGNORECASE) for name, form in self.forms.items()}

    def match(self, text: str) -> tuple[str, re.Match[str]] | None:
        """The first form that the whole text has, with its groups; None when it has none."""
        for name, compiled in self._compiled.items():
            if found := compiled.fullmatch(text.strip()):
                return name, found
        return None

    def is_sentence(self, text: str) -> bool:
        """Whether the text may stand as it is."""
        return bool(self.sentence) and re.match(self.sentence, text.strip()) is not None

    def trap(self, text: str) -> tuple[str, re.Match[str]] | None:
        """The mistake the text is known for: its code and what it holds."""
        for code, pattern in self.traps.items():
            if found := re.match(pattern, text.strip(), re.IGNORECASE):
                return code, found
        return None
