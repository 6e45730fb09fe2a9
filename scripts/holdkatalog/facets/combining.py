"""What one finds when several things are chosen: three answers, headed groups, and a way out of nothing.

The browser does the same with the same signs (theme/static/js/filter.mjs); one table of cases holds
both (tests/examples/filter/).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from holdkatalog.facets.entries import Entry
from holdkatalog.facets.filtering import Facet, Filters
from holdkatalog.facets.groups import Group, gathered
from holdkatalog.facets.now import NO, UNKNOWN

Choice = Mapping[str, Sequence[str]]
"""What is chosen, by the facets' keys: ids that are among their options."""
_HEADS = ("made", "suits", "relatives", "open", "here", "wide", "all")
_HEAD_OF = {"m": "made", "s": "suits", "r": "relatives", "c": "open", "a": "open"}
_BEST_FIRST = "msrcahwj" + UNKNOWN + NO
_YES, _UNKNOWN, _NO = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Result:
    """The offers that fit below their headings, and apart those that one has to ask about."""

    groups: tuple[Group, ...]
    ask: tuple[Entry, ...]

    @property
    def yes(self) -> int:
        """How many fit."""
        return sum(len(group.entries) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What one may let go of, and how many offers that gives; `key` is `q` for the words searched for."""

    key: str
    ids: tuple[str, ...]
    yes: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest area that has something, from which of the chosen ones, how far (km) and how many."""

    id: str
    start: str
    km: int
    yes: int


def combined(filters: Filters, choice: Choice, hits: Sequence[str] | None = None) -> Result:
    """What fits the choice; `hits` are the ids that a search found, best first, None when nobody searched."""
    found, ask = list[tuple[str, int, Entry]](), list[tuple[int, Entry]]()
    place = None if hits is None else {id_: number for number, id_ in enumerate(hits)}
    for number, entry in enumerate(filters.entries):
        if place is not None and entry.id not in place:
            continue
        signs = {
            f.key: _sign(f, choice[f.key], number) for f in filters.facets if choice.get(f.key)
        }
        fit = _BEST_FIRST.index(signs.get("sygdom", "j")) if place is None else place[entry.id]
        level = min(map(_level, signs.values()), default=_YES)
        if level == _YES:
            found.append((_head(signs), fit, entry))
        elif level == _UNKNOWN:
            ask.append((fit, entry))
    found.sort(key=lambda each: each[1])
    ask.sort(key=lambda each: each[0])
    groups = gathered(_HEADS, [(head, entry) for head, _, entry in found])
    return Result(groups, tuple(entry for _, entry in ask))


def _level(sign: str) -> int:
    return {NO: _NO, UNKNOWN: _UNKNOWN}.get(sign, _YES)


def _sign(facet: Facet, chosen: Iterable[str], number: int) -> str:
    """An offer's sign for what is chosen in a facet: its best, or its worst where all must hold."""
    signs = [one.signs[number] for one in facet.options if one.id in chosen]
    return (max if facet.every else min)(signs, key=_BEST_FIRST.index)


def _head(signs: Mapping[str, str]) -> str:
    if signs.get("omraade") == "w":
        return "wide"
    if "sygdom" in signs:
        return _HEAD_OF[signs["sygdom"]]
    return "here" if "omraade" in signs else "all"


def counts(
    filters: Filters, choice: Choice, hits: Sequence[str] | None = None
) -> Mapping[tuple[str, str], tuple[int, int]]:
    """For each option how many fit, and how many one has to ask about, if one chose it too."""
    told = {}
    for facet in filters.facets:
        for one in facet.options:
            held = tuple(choice.get(facet.key, ())) if facet.every else ()
            result = combined(filters, {**choice, facet.key: (*held, one.id)}, hits)
            told[facet.key, one.id] = result.yes, len(result.ask)
    return told


def dropped(
    filters: Filters, choice: Choice, hits: Sequence[str] | None = None
) -> tuple[Dropped, ...]:
    """What one can let go of when nothing fits, and what that gives; what gives nothing is left out.

    Of things of which any will do, letting one go gives no more: they go together.
    """
    made = [
        Dropped(facet.key, ids, combined(filters, {**choice, facet.key: rest}, hits).yes)
        for facet in filters.facets
        for ids, rest in _parts(facet, choice.get(facet.key, ()))
    ]
    if hits is not None:
        made.append(Dropped("q", (), combined(filters, choice).yes))
    return tuple(one for one in made if one.yes)


def _parts(
    facet: Facet, chosen: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    ids = tuple(one.id for one in facet.options if one.id in chosen)
    if facet.every:
        yield from (((id_,), tuple(other for other in ids if other != id_)) for id_ in ids)
    elif ids:
        yield ids, ()


def nearest(filters: Filters, choice: Choice, hits: Sequence[str] | None = None) -> Nearest | None:
    """Where the nearest is that fits all the rest; None without an area, or when there is nothing."""
    options = next(facet.options for facet in filters.facets if facet.key == "omraade")
    chosen = [n for n, one in enumerate(options) if one.id in choice.get("omraade", ())]
    ways = [
        (min((filters.km[start][n], start) for start in chosen), n)
        for n in range(len(options))
        if chosen and n not in chosen
    ]
    for (km, start), n in sorted(ways):
        result = combined(filters, {**choice, "omraade": (options[n].id,)}, hits)
        if result.yes:
            return Nearest(options[n].id, options[start].id, km, result.yes)
    return None
