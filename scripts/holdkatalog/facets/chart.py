"""The municipality as a small drawing: its outline, and each area with its number of offers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from holdkatalog.vocabulary import Vocabulary

_WIDTH = 360
_EDGE: Final = (12, 22)
"""Room beside and above the land, for what stands at its coast."""
_SMALLEST = 12
_LETTER = 5
"""From the middle of a line of letters down to where it stands."""
_GAP = 5
_ABOVE, _BELOW = 6, 17
_BROAD = 9
"""A broad letter of a name; it is better to leave a little room too much."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """An area on the drawing: a circle with its number, and where its name stands.

    `anchor` is which end of the name stands there: `start`, `mid` or `end`.
    """

    id: str
    name: str
    number: int
    x: int
    y: int
    radius: int
    name_x: int
    name_y: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing: its size, the land as an SVG path, and the areas from north to south."""

    left: int
    width: int
    height: int
    land: str
    spots: tuple[Spot, ...]


def chart(vocabulary: Vocabulary, numbers: Mapping[str, int]) -> Chart | None:
    """The areas with their numbers; None where the municipality has no outline."""
    if not vocabulary.outline:
        return None
    areas = vocabulary.areas.values()
    points = [*(p for ring in vocabulary.outline for p in ring), *(a.centre for a in areas)]
    frame = _Frame.around(points)
    land = "".join(_path(frame.at(point) for point in ring) for ring in vocabulary.outline)
    spots = tuple(
        _spot(area.id, area.name, numbers[area.id], frame.at(area.centre), area.label)
        for area in sorted(areas, key=lambda area: -area.centre[0])
    )
    left = min(0, *(_ends(spot)[0] for spot in spots))
    right = max(_WIDTH, *(_ends(spot)[1] for spot in spots))
    return Chart(left, right - left, frame.height, land, spots)


def _ends(spot: Spot) -> tuple[int, int]:
    """About where the spot's name begins and ends, so that none is cut off at the drawing's edge."""
    long = len(spot.name) * _BROAD
    begins = {"start": spot.name_x, "mid": spot.name_x - long // 2, "end": spot.name_x - long}
    return begins[spot.anchor], begins[spot.anchor] + long


@dataclass(frozen=True, slots=True)
class _Frame:
    """From degrees to the drawing: so near the ground that the earth may be taken as flat."""

    west: float
    north: float
    narrow: float
    scale: float
    height: int

    @classmethod
    def around(cls, points: Iterable[Point]) -> _Frame:
        found = tuple(points)
        norths, easts = [p[0] for p in found], [p[1] for p in found]
        narrow = math.cos(math.radians(sum(norths) / len(norths)))
        scale = (_WIDTH - 2 * _EDGE[0]) / ((max(easts) - min(easts)) * narrow)
        height = round((max(norths) - min(norths)) * scale) + 2 * _EDGE[1]
        return cls(min(easts), max(norths), narrow, scale, height)

    def at(self, point: Point) -> tuple[int, int]:
        north, east = point
        x = _EDGE[0] + (east - self.west) * self.narrow * self.scale
        return round(x), round(_EDGE[1] + (self.north - north) * self.scale)


def _path(points: Iterable[tuple[int, int]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def _spot(id_: str, name: str, number: int, at: tuple[int, int], side: str) -> Spot:
    x, y = at
    r = _SMALLEST + round(math.sqrt(number))
    where = {
        "north": (x, y - r - _ABOVE, "mid"),
        "south": (x, y + r + _BELOW, "mid"),
        "west": (x - r - _GAP, y + _LETTER, "end"),
        "east": (x + r + _GAP, y + _LETTER, "start"),
    }
    return Spot(id_, name, number, x, y, r, *where[side])
