"""The nearest shade of a colour that can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from holdkatalog.colours.pairs import Pair

_STEPS = 50


def mended(name: str, colours: Mapping[str, str], pairs: Iterable[Pair]) -> str:
    """The colour a little darker or lighter, so that all the pairs hold; "" where no shade does."""
    asked = tuple(pairs)
    for step in range(_STEPS + 1):
        for end in ("#000000", "#ffffff"):
            shade = _mixed(colours[name], end, step / _STEPS)
            if all(pair.ratio({**colours, name: shade}) >= pair.least for pair in asked):
                return shade
    return ""


def _mixed(colour: str, other: str, share: float) -> str:
    parts = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)
