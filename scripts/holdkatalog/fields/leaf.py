"""What a single value may look like, once for every key that takes it.

A leaf is the schema's side of a phrase of the grammar: the same pattern, a length, the numbers
that YAML makes of it, and the sentence an editor shows instead of the pattern. A definition
says nothing about the type, so that one and the same serves a text, an item of a list, and a
text where fields are taken too: patterns look at texts only, bounds at numbers only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from holdkatalog.grammar.phrase import Phrase

Rules = Mapping[str, object]
"""A part of a JSON Schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A kind of value: `say` tells in one sentence what to write, `typed` is YAML's name for a bare number.

    `bounds` are the least and the most such a number may be; what it means is the parser's business.
    `kind` is how it is read, when not by a parser of its own name.
    """

    phrase: Phrase
    say: str
    longest: int = 400
    typed: str = ""
    bounds: tuple[float, float] = (0, 0)
    kind: str = ""

    @property
    def types(self) -> list[str]:
        """The types that YAML makes of it: text, and number where it may look like one."""
        return ["string", self.typed] if self.typed else ["string"]

    def rules(self, name: str) -> dict[str, object]:
        """The definition in the schema, under the leaf's name."""
        least, most = self.bounds
        bounds = {"minimum": least, "maximum": most} if self.typed else {}
        return {
            "x-leaf": self.kind or name,
            "minLength": 1,
            "maxLength": self.longest,
            "pattern": self.phrase.pattern,
            "patternErrorMessage": self.say,
            **bounds,
        }
