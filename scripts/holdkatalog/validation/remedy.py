"""What a remedy is made of: the facts that a message's help is written with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Facts = Mapping[str, str]


class Own(NamedTuple):
    """A mistake's own code, empty to keep the one it has, and the facts of its remedy."""

    code: str
    facts: Facts
