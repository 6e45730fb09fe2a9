"""Which colours stand on which, and how far apart they must be (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TEXT = 4.5
"""The least for words, by law."""
EDGE = 3.0
"""The least for the edge of a field, an icon and the ring of focus."""
_BEND = 0.04045


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands on a ground; of several colours in front, the one that stands out best counts."""

    fore: tuple[str, ...]
    ground: str
    least: float

    @property
    def names(self) -> tuple[str, ...]:
        """All colours of the pair."""
        return (*self.fore, self.ground)

    def ratio(self, colours: Mapping[str, str]) -> float:
        """How far apart they are, from 1 to 21."""
        return max(ratio(colours[name], colours[self.ground]) for name in self.fore)


def luminance(colour: str) -> float:
    """How light a colour `#rrggbb` is, from 0 to 1, as https://www.w3.org/TR/WCAG22/ defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = map(_linear, parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _BEND else ((part + 0.055) / 1.055) ** 2.4


def ratio(one: str, other: str) -> float:
    """How far apart two colours are, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _of(words: str, least: float) -> tuple[Pair, ...]:
    """The pairs of a table: in each line what stands in front, a colon, and all its grounds."""
    lines = (line.split(":") for line in words.strip().splitlines())
    return tuple(
        Pair(tuple(f"--hk-{name}" for name in fore.split()), f"--hk-{ground}", least)
        for fore, grounds in lines
        for ground in grounds.split()
    )


# The hairline (line) and the second person (spark) mean nothing by themselves: no pair has them.
PAIRS = _of(
    """
    ink: paper surface sand primary-soft
    muted: paper surface sand
    primary: paper surface sand primary-soft
    primary-strong: paper surface sand primary-soft
    on-primary: primary primary-strong
    on-primary-soft: primary-soft
    on-band: band
    band: on-band
    amber: amber-soft
    green: green-soft paper surface
    red: red-soft paper
    """,
    TEXT,
) + _of(
    """
    border: paper surface
    red: surface
    figure: paper sand
    focus: focus-inner
    focus focus-inner: paper surface sand primary-soft band
    """,
    EDGE,
)
