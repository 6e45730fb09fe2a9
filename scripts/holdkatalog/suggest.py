"""What an unknown word may have meant: by what else a thing is called, by its beginning, by spelling.

Only what is nearly certain is offered. Naming a wrong illness is worse than showing the whole list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from holdkatalog.danish import fold

_NEAR = 0.75
_MOST = 6
_SHORTEST_START = 4
_SHORTEST_STEM = 3
_TIE = 0.03
_FILLERS = frozenset((
    "med", "har", "for", "til", "og", "dig", "os", "jer", "som", "en", "et", "den", "de", "der",
    "alle", "personer", "person", "mennesker", "menneske", "borgere", "borger", "patienter",
    "patient", "folk", "dem", "lever", "diagnosen", "diagnose", "ramte", "ramt", "af",
))  # fmt: skip
_ENDINGS = frozenset((
    "", "e", "en", "er", "et", "n", "r", "s", "t", "erne", "ene", "ens", "ers", "ne", "hed",
    "heden",
))  # fmt: skip
# Foreign spellings and doubled letters sound the same.
_SOUNDS = (
    (re.compile("ph"), "f"),
    (re.compile("sch"), "sk"),
    (re.compile("th"), "t"),
    (re.compile(r"([b-z])\1"), r"\1"),
)
# `bronkitis` is said of the one that lasts; of an illness by any other name the word tells more.
_LONG_LASTING = re.compile(r"^kroniske? (?=bronkitis)")
# Two letters apart and the opposite of each other.
_OPPOSITES = (("hyper", "hypo"), ("over", "under"), ("for hoej", "for lav"), ("hoej", "lav"))


def suggest(word: str, called: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The ids that the word may have meant, best first; all its meanings, or none.

    `called` holds for each id all that it is called: its id, its name, what citizens say.
    """
    labels = [(fold(label), id_) for id_, all_ in called.items() for label in (id_, *all_)]
    wanted = re.sub(r"(?<=[a-z])(?=\d)", " ", fold(word))
    bare = _bare(wanted)
    for find in (_same, _inflected, _starting, _alike):
        for form in dict.fromkeys((wanted, bare)):
            found = tuple(dict.fromkeys(find(form, labels)))
            if found and len(found) <= _MOST:
                return found
    return ()


def _bare(folded: str) -> str:
    return " ".join(word for word in folded.split() if word not in _FILLERS) or folded


def nearest(word: str, words: Iterable[str]) -> str:
    """The one word that is spelt nearly so; empty when none is, or more than one."""
    found = suggest(word, dict.fromkeys(words, ()))
    return found[0] if len(found) == 1 else ""


def distance(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        now = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, now[-1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            now.append(cost)
        before, row = row, now
    return row[-1]


def _same(word: str, labels: Iterable[tuple[str, str]]) -> list[str]:
    """The same but for spaces, the order of words, small words, and letters that sound alike."""
    wanted = _keys(word)
    return [id_ for label, id_ in labels if word and wanted & _keys(label)]


def _keys(folded: str) -> set[str]:
    bare = _bare(folded)
    forms = (folded, "".join(sorted(bare.split())), _sounded(folded), _LONG_LASTING.sub("", folded))
    return {form.replace(" ", "") for form in forms}


def _sounded(folded: str) -> str:
    for pattern, sound in _SOUNDS:
        folded = pattern.sub(sound, folded)
    return folded


def _inflected(word: str, labels: Iterable[tuple[str, str]]) -> list[str]:
    """Only endings apart: `hjertesygdomme`, `leddegigten`, `jævne stier`."""
    return [id_ for label, id_ in labels if _inflects(word.split(), label.split())]


def _inflects(words: list[str], label: list[str]) -> bool:
    longest = max(map(len, label), default=0)
    return (
        len(words) == len(label)
        and longest >= _SHORTEST_START
        and all(
            a == b or _only_ending(a, b) or _only_ending(b, a)
            for a, b in zip(words, label, strict=True)
        )
    )


def _only_ending(longer: str, shorter: str) -> bool:
    if len(shorter) < _SHORTEST_STEM or not longer.startswith(shorter):
        return False
    rest = longer[len(shorter) :]
    doubled = rest[1:] if rest[:1] == shorter[-1] else rest
    return rest in _ENDINGS or doubled in _ENDINGS


def _starting(word: str, labels: Iterable[tuple[str, str]]) -> list[str]:
    """The beginning of a name, or the whole first word of one that has several."""
    if len(word) < _SHORTEST_START:
        return [id_ for label, id_ in labels if label.startswith(f"{word} ")] if word else []
    return [id_ for label, id_ in labels if label.startswith(word) and not _compound(word, label)]


def _compound(word: str, label: str) -> bool:
    """`psoriasisgigt` is another illness than `psoriasis`."""
    return label[len(word) :].startswith(_TAILS)


def _alike(word: str, labels: Iterable[tuple[str, str]]) -> list[str]:
    scored: dict[str, float] = {}
    for label, id_ in labels:
        if _opposite(word, label) or _other_kind(word, label):
            continue
        for one, other in ((word, label), (_short(_sounded(word)), _short(label))):
            if _may_be(one, other):
                scored[id_] = max(scored.get(id_, 0.0), _ratio(one, other))
    ranked = sorted(scored, key=lambda id_: -scored[id_])
    return [id_ for id_ in ranked if scored[ranked[0]] - scored[id_] <= _TIE]


def _short(folded: str) -> str:
    """With `ae` as the one letter that is forgotten at once."""
    return folded.replace("ae", "æ").replace("oe", "ø").replace("aa", "å")


def _ratio(word: str, label: str) -> float:
    return SequenceMatcher(None, word, label, autojunk=False).ratio()


def _may_be(word: str, label: str) -> bool:
    """Alike as a whole, and few letters apart."""
    return (
        abs(len(word) - len(label)) <= _letters_apart(label)
        and _ratio(word, label) >= _NEAR
        and distance(word, label) <= _letters_apart(label)
        and not _other_numbers(word, label)
    )


def _letters_apart(label: str) -> int:
    """How many slips a word of this length is allowed."""
    return sum(len(label) >= least for least in (4, 8, 13))


def _opposite(word: str, label: str) -> bool:
    return any(
        (a in word and b in label and a not in label)
        or (b in word and a in label and b not in label)
        for a, b in _OPPOSITES
    )


def _other_numbers(word: str, label: str) -> bool:
    """`type 1` is not `type 2`."""
    return re.findall(r"\d+", word) != re.findall(r"\d+", label)


def _other_kind(word: str, label: str) -> bool:
    """Two compounds with the same end and different beginnings: `lungekraeft`, `tungekraeft`."""
    return any(_beginnings_differ(word, label, tail) for tail in _TAILS)


_TAILS = (
    "kraeft",
    "gigt",
    "sygdom",
    "svigt",
    "skade",
    "smerter",
    "allergi",
    "brok",
    "sten",
    "sklerose",
)


def _beginnings_differ(word: str, label: str, tail: str) -> bool:
    if not (word.endswith(tail) and label.endswith(tail)):
        return False
    return word[: -len(tail)][:2] != label[: -len(tail)][:2]
