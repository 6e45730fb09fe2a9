"""From the cells of a row to the values of a club and an offer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from holdkatalog.fields import HOLD
from holdkatalog.sheets.mapping import Columns, Piece
from holdkatalog.sheets.table import Row, same
from holdkatalog.validation.guide import Guide
from holdkatalog.yamlfile import Plain

Values = dict[str, Plain]
# A text with room for so many letters may have lines of its own.
_LINES = 400
# How columns that together say one thing are put together. Where a key takes a list, others are items of it.
_JOINED = {"tid": " ", "sted": ", ", "om": "\n\n", "adresse": ", ", "kl": "-"}
_ITEMS = re.compile(r"[;\n]")
# In a list of fixed words a comma parts two of them; in other texts it parts a fact from a remark.
_WORDS = re.compile(r"[;,\n]")


@dataclass(frozen=True)
class Filled:
    """What a row says of its club, by the map's keys, and of its offer; `words` of the map that were of use."""

    row: Row
    club: Values
    offer: Values
    words: frozenset[str] = field(default=frozenset())


def filled(row: Row, columns: Columns, guide: Guide) -> Filled:
    """The values of a row, and of the map's fixed ones."""
    club: Values = {}
    offer: Values = {}
    used: set[str] = set()
    cells = {
        same(name): "" if same(cell.text) in columns.nothing else cell.text
        for name, cell in row.cells.items()
    }
    for key in (*columns.sources, *columns.fixed):
        kind = _kind(guide, key, columns)
        texts = tuple(_texts(columns.sources.get(key, ()), cells, columns.words, kind, used))
        value = kind.value((*texts, *columns.fixed.get(key, ())))
        if value and key.startswith(HOLD):
            put(offer, key.removeprefix(HOLD), value)
        elif value:
            club[key] = value
    return Filled(row, club, offer, frozenset(used))


def path_of(key: str, offer: str) -> tuple[str, ...]:
    """The path of a map's key in a club's file."""
    inner = tuple(key.removeprefix(HOLD).split("."))
    return ("hold", offer, *inner) if key.startswith(HOLD) else inner


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a key takes its texts: as a list or put together, from fixed words or not."""

    joint: str
    listed: bool
    words: bool
    lines: bool

    @property
    def parts(self) -> re.Pattern[str] | None:
        """What parts one cell into several values."""
        if not self.listed:
            return None
        return _WORDS if self.words else _ITEMS

    def value(self, texts: Iterable[str]) -> Plain:
        """One value of all the texts; nothing when there are none."""
        every = list(dict.fromkeys(text for text in texts if text))
        if self.joint and every:
            every = [self.joint.join(every)]
        flat = every if self.lines else [", ".join(text.split("\n")) for text in every]
        return flat[0] if len(flat) == 1 else list[Plain](flat) or None


def _kind(guide: Guide, key: str, columns: Columns) -> _Kind:
    rules = guide.at(path_of(key, "id"))
    several = len(columns.sources.get(key, ())) > 1
    own = _JOINED.get(key.rpartition(".")[2], "") if several else ""
    listed = "array" in str(rules.get("type")) and not own
    return _Kind(
        joint="" if listed else own or ", ",
        listed=listed,
        words="x-words" in rules and listed,
        lines=rules.get("x-leaf") == "text" and rules["maxLength"] >= _LINES,
    )


def _texts(
    pieces: Iterable[Piece],
    cells: Mapping[str, str],
    words: Mapping[str, tuple[str, ...]],
    kind: _Kind,
    used: set[str],
) -> Iterator[str]:
    for piece in pieces:
        if piece.bare:
            yield from _translated(piece.filled(cells), words, kind.parts, used)
        else:
            known = {
                name: ", ".join(_translated(cells.get(same(name), ""), words, None, used))
                for name in map(same, piece.columns)
            }
            yield piece.filled(known)


def _translated(
    cell: str, words: Mapping[str, tuple[str, ...]], parts: re.Pattern[str] | None, used: set[str]
) -> Iterator[str]:
    """The cell in the catalogue's words: as a whole where the map knows it, else part by part."""
    if same(cell) in words:
        used.add(same(cell))
        yield from words[same(cell)]
        return
    for part in map(str.strip, parts.split(cell) if parts else [cell]):
        if same(part) in words:
            used.add(same(part))
        if part:
            yield from words.get(same(part), (part,))


def put(values: Values, key: str, value: Plain) -> None:
    """Set the value of a key, which may stand below another; no other value stands there."""
    *above, last = key.split(".")
    for step in above:
        below = values.setdefault(step, {})
        assert isinstance(below, dict)  # noqa: S101 - `mapping` has refused all else
        values = below
    values[last] = value
