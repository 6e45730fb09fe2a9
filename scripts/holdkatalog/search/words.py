"""From text to the words that are looked up: folded, without the commonest, each without its ending.

Snowball's Danish stemmer is not used: it makes `dans` and `danse` two words, and the browser would
need all of it. A list of endings does as well, since a reader also looks at the parts of words, and
the index can carry the list along. theme/static/js/search.mjs does the same to what is typed;
tests/examples/stems.yaml holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from holdkatalog.danish import fold

STOP: Final = (
    "ad af alle at bliver da de dem den der det dig din dit du efter eller en end er et for fra gerne "
    "ham han har hen her hold holdet holdene hos hun hvad hvis hvor i ikke ind ingen ja jeg jer kan kl "
    "kom kun lidt man med meget men mig mod mon naar nogle noget og ogsaa om op os over paa saa selv "
    "sig som til tilbud ud ved vi vil"
)
"""So common that they tell no team from another, in folded letters; a team is a `hold` anyway."""
ENDINGS: Final = "erens ernes eren erne enes ene ens ers ets en er es et e s"
"""The endings of Danish nouns and verbs, in folded letters, the longest first."""
_STOP: Final = frozenset(STOP.split())
_ENDINGS: Final = tuple(ENDINGS.split())
_KEPT: Final = re.compile("[ao]-e(?!n$)|o-en|[su]-s$")
"""Where the ending is none: within an æ or ø (`traet` is træt), and the s of `fokus` and `fitness`."""
_SHORTEST = 3
"""So many letters are left of a word at least, one more before a single s: `dans` is no genitive."""


def stem(word: str) -> str:
    """The folded word without its ending: `gaature`, `gaaturen` and `gaatur` are one."""
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST + (ending == "s"):
            if _KEPT.search(f"{rest}-{ending}"):
                return _bare(word)
            return _bare(rest)
    return _bare(word)


def _bare(rest: str) -> str:
    """One stem for `klub` and `klubben`, `cykel` and `cykler`: letters that come and go with an ending."""
    if len(rest) > _SHORTEST and rest[-1] == rest[-2]:
        return rest[:-1]
    return re.sub(r"([^aeiouy])el$", r"\1l", rest) if len(rest) > _SHORTEST else rest


def words(texts: Iterable[str]) -> Iterator[str]:
    """The stems of the texts' words in their order, the commonest left out."""
    for text in texts:
        for word in fold(text).split():
            if word not in _STOP:
                yield stem(word)
