"""lunr's index at less than half its size: what a browser gets.

lunr adds up a word's weights over the fields, so one weight for each word and offer is all that a
reader needs. Words share their beginnings with the word before; weights are whole numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, takewhile
from typing import Any, Final

from holdkatalog.search.words import ENDINGS, STOP

VERSION: Final = 1
SCALE: Final = 16
"""Steps in a unit of lunr's weights: half as many save 6 % of the file, twice as many cost as much."""
_LONGEST = 25
"""As many letters as can be shared, A to Z."""
_TOWNS = frozenset({"areas", "everywhere"})
_TEXTS = frozenset({"text", "needs"})


def compact(index: Mapping[str, Any], refs: Iterable[str]) -> dict[str, Any]:
    """The index as the browser's reader takes it; `refs` are the ids of the offers in their order.

    `terms` are the words in order, each as a capital letter for how many letters it shares with
    the one before (A none, B one) and the rest. `kinds` has a digit for each: 0 stands in running
    text only, 1 is a name, of which a part finds it too, 2 names a place and is never taken apart.
    `hits` has for each word pairs of numbers: how many offers are skipped, and the weight.
    """
    postings = dict(index["invertedIndex"])
    terms, weights = sorted(postings), _weights(index)
    return {
        "version": VERSION,
        "refs": list(refs),
        "stop": STOP,
        "endings": ENDINGS,
        "terms": "".join(_front_coded(terms)),
        "kinds": "".join(_kind(postings[term]) for term in terms),
        "hits": [list(_gaps(weights[postings[term]["_index"]])) for term in terms],
    }


def _weights(index: Mapping[str, Any]) -> dict[int, dict[int, float]]:
    """For each word's number the offers it finds, with lunr's weights added up over the fields."""
    found = defaultdict[int, dict[int, float]](dict)
    for ref, vector in index["fieldVectors"]:
        number = int(ref.partition("/")[2])
        for term, weight in zip(vector[::2], vector[1::2], strict=True):
            found[term][number] = found[term].get(number, 0) + weight
    return found


def _front_coded(terms: Iterable[str]) -> Iterator[str]:
    for before, term in pairwise(("", *terms)):
        same = takewhile(lambda pair: pair[0] == pair[1], zip(before, term, strict=False))
        shared = min(len(tuple(same)), _LONGEST)
        yield chr(ord("A") + shared) + term[shared:]


def _kind(posting: Mapping[str, Any]) -> str:
    fields = {name for name, found in posting.items() if name != "_index" and found}
    if fields <= _TEXTS:
        return "0"
    # A club named after its town is no reason to take the town's name apart.
    return "2" if fields & _TOWNS or fields <= _TEXTS | {"places"} else "1"


def _gaps(weights: Mapping[int, float]) -> Iterator[int]:
    before = -1
    for number in sorted(weights):
        yield number - before - 1
        yield max(1, round(weights[number] * SCALE))
        before = number
