"""The index: small, the same twice, and the same hits as lunr.js gives of lunr's own."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import math
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from holdkatalog.catalogue import Catalogue, load
from holdkatalog.facets.entries import entries
from holdkatalog.model import Answer, Club, Fact, Fit, Offer, OnDate, Place, Price, Served, Session
from holdkatalog.search import ADDRESS, FIELDS, SCALE, compact, documents, files, serialized
from holdkatalog.search.words import words

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 12, 5)
BUDGET = 25_000
"""Bytes of the file, sent with gzip, that a catalogue of 75 offers may take."""
QUERIES = 200
Query = list[str]
Hit = dict[str, Any]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True).catalogue


def sent(catalogue: Catalogue) -> int:
    return len(gzip.compress(files(catalogue, TODAY)[ADDRESS].encode()))


def test_the_file_of_the_demo_catalogue_is_within_its_budget(catalogue: Catalogue) -> None:
    assert len(documents(catalogue, TODAY)) >= 65
    assert sent(catalogue) <= BUDGET


def test_the_file_of_four_times_as_many_offers_is_within_it_too(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tests" / "bench" / "generate.py"), "300", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    big = load(clubs=tmp_path / "clubs", content=ROOT / "content", strict=True).catalogue
    assert len(documents(big, TODAY)) >= 300
    assert sent(big) <= BUDGET


def test_two_makings_are_the_same_byte_for_byte(catalogue: Catalogue) -> None:
    again = load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True).catalogue
    assert files(catalogue, TODAY) == files(again, TODAY)


def unfolded(terms: str) -> Iterator[str]:
    before = ""
    for shared, rest in re.findall("([A-Z])([^A-Z]*)", terms):
        before = before[: ord(shared) - ord("A")] + rest
        yield before


def test_the_small_form_holds_each_word_and_each_of_its_offers(catalogue: Catalogue) -> None:
    found = documents(catalogue, TODAY)
    index = serialized(found)
    small = compact(index, [one.id for one in found])
    terms = list(unfolded(small["terms"]))
    assert terms == [term for term, _ in sorted(index["invertedIndex"])]
    assert len(small["kinds"]) == len(small["hits"]) == len(terms)
    postings = dict(index["invertedIndex"])
    for term, pairs in zip(terms, small["hits"], strict=True):
        refs = [sum(pairs[: at + 1 : 2]) + at // 2 for at in range(0, len(pairs), 2)]
        assert {str(ref) for ref in refs} == {r for f in FIELDS for r in postings[term][f]}, term
        assert min(pairs[1::2]) >= 1, term


def test_very_long_words_share_no_more_letters_than_there_are_capitals() -> None:
    long = ["a" * 40, "a" * 40 + "b"]
    index = {
        "invertedIndex": [[w, {"_index": n, "text": {"0": {}}}] for n, w in enumerate(long)],
        "fieldVectors": [["text/0", [0, 1.0, 1, 1.0]]],
    }
    small = compact(index, ["f/a"])
    assert list(unfolded(small["terms"])) == long
    assert small["hits"] == [[0, SCALE], [0, SCALE]]


def offer(id_: str, **facts: Any) -> Offer:  # noqa: ANN401 - each has its own
    return replace(Offer(id=id_, name="Gåtur", activities=("gaature",)), **facts)


def texts(catalogue: Catalogue, **facts: Any) -> dict[str, str]:  # noqa: ANN401 - each has its own
    """The texts of one offer by their fields, each joined."""
    club = Club(id="f", name="Foreningen", offers=(offer("f/a", **facts),))
    (found,) = documents(replace(catalogue, clubs=(club,), courses=()), TODAY)
    return {name: " | ".join(each) for name, each in found.texts.items()}


def test_an_offer_is_found_by_what_it_and_others_call_it(catalogue: Catalogue) -> None:
    found = texts(
        catalogue,
        also_called=("Skovens venner",),
        fits=(Fit("type-2-diabetes", made_for=True), Fit("paaroerende", made_for=False)),
        facts={"siddende": Fact(Answer.YES), "pauser": Fact(Answer.NO)},
        prices=(Price(0),),
        places=(Place(name="Skovhuset", street="Skovvej 1", postcode="4560", town="Vig"),),
        sessions=(Session(when=OnDate(dt.date(2026, 12, 7))),),
    )
    assert "Skovens venner" in found["also_called"]
    assert "sukkersyge" in found["made_for"]
    assert "ægtefælle" in found["suits"]
    assert found["needs"] == catalogue.vocabulary.questions["siddende"].need
    assert found["free"] == "gratis"
    assert found["days"] == "mandag"
    assert "Skovhuset | Skovvej 1 | 4560 | Vig" in found["places"]
    assert "Vig" in found["areas"]
    assert found["everywhere"] == catalogue.municipality.name


def test_an_offer_is_not_found_by_what_nobody_has_said(catalogue: Catalogue) -> None:
    found = texts(catalogue, sessions=(Session(when=OnDate(dt.date(2026, 11, 30))),))
    for name in ("also_called", "made_for", "suits", "needs", "free", "days", "areas", "places"):
        assert found[name] == "", name


def test_what_serves_the_whole_municipality_is_found_by_every_town(catalogue: Catalogue) -> None:
    found = texts(catalogue, served=(Served("hele-kommunen"),))
    assert found["areas"] == ""
    for area in catalogue.vocabulary.areas.values():
        assert area.name in found["everywhere"]


def test_what_is_closed_for_good_is_not_found(catalogue: Catalogue) -> None:
    every = entries(catalogue, TODAY)
    ids = [one.id for one in documents(catalogue, TODAY)]
    assert ids == [entry.id for entry in every if entry.listed]


def test_a_catalogue_in_which_all_is_closed_has_an_index_without_words(
    catalogue: Catalogue,
) -> None:
    found = json.loads(files(replace(catalogue, clubs=(), courses=()), TODAY)[ADDRESS])
    assert (found["refs"], found["terms"], found["kinds"], found["hits"]) == ([], "", "", [])


def plain(catalogue: Catalogue) -> list[Query]:
    """Queries of one or two words that stand together at an offer, the same every time."""
    every = [
        sorted({word for texts in one.texts.values() for word in words(texts)})
        for one in documents(catalogue, TODAY)
    ]
    draw = random.Random(3)  # noqa: S311 - chance without secrets
    return [draw.sample(draw.choice(every), 1 + number % 2) for number in range(QUERIES)]


def agreement(query: Query, theirs: list[Hit], ours: list[Hit]) -> tuple[bool, bool, bool]:
    """Whether the hits are the same, stand in lunr's order, and do so but for what rounding makes a tie."""
    score = {hit["id"]: hit["score"] for hit in theirs}
    if score.keys() != {hit["id"] for hit in ours}:
        return False, False, False
    # Each of n weights is rounded by half a step at most, and lunr divides their sum by the root of n.
    tie = math.sqrt(len(query)) / SCALE + 0.01
    worse = max((score[b["id"]] - score[a["id"]] for a, b in pairwise(ours)), default=0.0)
    return True, worse <= 0, worse <= tie


def test_hits_and_their_order_are_those_of_lunr_js(
    catalogue: Catalogue, node: str, node_modules: Path
) -> None:
    assert (node_modules / "lunr").is_dir()
    found = documents(catalogue, TODAY)
    index, queries = serialized(found), plain(catalogue)
    small = compact(index, [one.id for one in found])
    done = subprocess.run(
        [node, str(ROOT / "tests" / "js" / "oracle.mjs")],
        input=json.dumps({"lunr": index, "index": small, "queries": queries}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["version"] == "2.3.9"
    assert len({tuple(query) for query in queries}) >= 150
    assert all(a["theirs"] for a in told["answers"])
    each = zip(queries, told["answers"], strict=True)
    compared = [(query, *agreement(query, a["theirs"], a["ours"])) for query, a in each]
    assert [query for query, same, _, _ in compared if not same] == []
    assert [query for query, _, _, nearly in compared if not nearly] == []
    assert sum(exactly for _, _, exactly, _ in compared) > QUERIES * 0.7


def test_a_disagreement_would_be_seen() -> None:
    theirs = [{"id": "a", "score": 2.0}, {"id": "b", "score": 1.96}, {"id": "c", "score": 1.0}]
    a, b, c = theirs
    assert agreement(["x"], theirs, [a, b, c]) == (True, True, True)
    assert agreement(["x"], theirs, [b, a, c]) == (True, False, True)
    assert agreement(["x"], theirs, [c, a, b]) == (True, False, False)
    assert agreement(["x"], theirs, [a, b]) == (False, False, False)
