"""Finds its way through the schema along a file's values: which rules hold where, and what each leaf is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from jsonschema import Draft202012Validator

from holdkatalog.validation.pen import Path

Rules = Mapping[str, Any]
_ASIDE = frozenset(("$defs", "$schema", "examples"))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text of a file: where it stands, what it is (`x-leaf`), and the schema's rules for it."""

    path: Path
    kind: str
    text: str
    rules: Rules


@dataclass(frozen=True)
class Guide:
    """A schema, followed along paths and values."""

    schema: Rules

    @cached_property
    def validator(self) -> Draft202012Validator:
        """The schema as the library asks it, its references written out: following them is a third of its time."""
        return Draft202012Validator(self._written_out(self.schema))

    def _written_out(self, part: Any) -> Any:  # noqa: ANN401 - any part of a schema
        if isinstance(part, list):
            return [self._written_out(each) for each in part]
        if not isinstance(part, Mapping):
            return part
        whole = self.resolved(part)
        return {key: self._written_out(each) for key, each in whole.items() if key not in _ASIDE}

    def resolved(self, rules: Rules) -> Rules:
        """The rules with what they refer to laid under them."""
        while "$ref" in rules:
            here = {key: rule for key, rule in rules.items() if key != "$ref"}
            rules = {**self._definition(str(rules["$ref"])), **here}
        return rules

    def _definition(self, ref: str) -> Rules:
        found: Any = self.schema
        for step in ref.removeprefix("#/").split("/"):
            found = found[step]
        return cast("Rules", found)

    def below(self, rules: Rules, step: str | int) -> Rules:
        """The rules of a key or of an item; empty when the schema knows nothing of it."""
        if isinstance(step, int):
            return self.resolved(rules.get("items") or {})
        known = rules.get("properties") or {}
        other = rules.get("additionalProperties")
        return self.resolved(known.get(step) or (other if isinstance(other, Mapping) else {}))

    def at(self, path: Path) -> Rules:
        """The rules at a path."""
        rules = self.resolved(self.schema)
        for step in path:
            rules = self.below(rules, step)
        return rules

    def leaves(self, values: object) -> Iterator[Leaf]:
        """Every text that the schema knows a kind of, in file order; none that it finds too long or too many."""
        return self._leaves((), values, self.resolved(self.schema))

    def _leaves(self, path: Path, value: object, rules: Rules) -> Iterator[Leaf]:
        if isinstance(value, str):
            if (kind := rules.get("x-leaf")) and len(value) <= rules.get("maxLength", len(value)):
                yield Leaf(path, str(kind), value, rules)
        elif isinstance(value, list | dict) and len(value) > _limit(value, rules):
            return
        elif isinstance(value, list):
            items = self.below(rules, 0)
            for at, item in enumerate(value):
                yield from self._leaves((*path, at), item, items)
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from self._leaves((*path, key), item, self.below(rules, key))


def _limit(value: list[Any] | dict[str, Any], rules: Rules) -> int:
    """How many there may be; whoever has more is told that, and not of each."""
    most = rules.get("maxItems" if isinstance(value, list) else "maxProperties")
    return len(value) if most is None else int(most)
