"""The vocabularies as they lie in the project, and what people write to reach them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from holdkatalog.danish import fold, slug
from holdkatalog.vocabulary import Vocabulary, vocabulary

ROOT = Path(__file__).parents[1]


def values(path: str) -> Any:  # noqa: ANN401 - a file may hold anything
    return yaml.load((ROOT / path).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts alone


@pytest.fixture(scope="module")
def real() -> Vocabulary:
    names = ("conditions", "activities", "needs", "languages")
    engine = {name: values(f"schema/vocabulary/{name}.yaml") for name in names}
    areas, holidays = values("content/omraader.yaml"), values("content/skoleferier.yaml")
    return vocabulary(**engine, areas=areas, holidays=holidays)


# The files as they are


def test_every_group_that_is_named_exists(real: Vocabulary) -> None:
    assert {c.group for c in real.conditions.values()} == set(real.condition_groups)
    assert {a.group for a in real.activities.values()} == set(real.activity_groups)
    assert {q.group for q in real.questions.values()} == set(real.question_groups)


def test_every_id_stands_in_an_address_as_it_is(real: Vocabulary) -> None:
    kinds = (
        real.conditions,
        real.audiences,
        real.activities,
        real.questions,
        real.languages,
        real.areas,
    )
    assert all(id_ == slug(id_) for kind in kinds for id_ in kind)


def test_every_illness_says_what_to_know_and_where_to_read_on(real: Vocabulary) -> None:
    for one in real.conditions.values():
        sentences = one.about.count(".") + one.about.count("?")
        assert 2 <= sentences <= 4, one.id
        assert [link.name for link in one.links] == [
            "Patienthåndbogen på sundhed.dk",
            one.association,
        ]
        assert all(link.address.startswith("https://") for link in one.links)
        assert one.reviewed == dt.date(2026, 11, 21)
        assert one.icd10
        assert one.english


def test_ten_questions_are_always_shown_and_each_of_them_is_a_need(real: Vocabulary) -> None:
    featured = [question for question in real.questions.values() if question.featured]
    assert len(featured) == 10
    assert all(question.need for question in featured)


def test_every_example_answers_its_question(real: Vocabulary) -> None:
    assert all(q.example.split(",")[0] in {"ja", "nej"} for q in real.questions.values())


def test_the_neighbours_of_an_area_know_it_too(real: Vocabulary) -> None:
    for area in real.areas.values():
        assert all(area.id in real.areas[other].neighbours for other in area.neighbours)


def test_no_postcode_and_no_village_lies_in_two_areas(real: Vocabulary) -> None:
    words = [w for a in real.areas.values() for w in (*a.postcodes, *a.villages, *a.also_called)]
    assert len({fold(word) for word in words}) == len(words)


def test_a_lay_word_for_one_illness_is_not_the_name_of_another(real: Vocabulary) -> None:
    for word, ids in real.whom_terms.lay.items():
        assert real.whom_terms.exact.get(word) in {None, *ids}, word


def test_the_golden_suggestions_name_only_what_there_is(real: Vocabulary) -> None:
    known = {
        "for": {*real.conditions, *real.audiences},
        "aktivitet": set(real.activities),
        "godt_at_vide": {question.key for question in real.questions.values()},
        "område": set(real.areas),
    }
    cases = values("tests/examples/suggestions.yaml")
    assert len(cases) >= 200
    assert len({(case["felt"], case["skrevet"]) for case in cases}) == len(cases)
    for case in cases:
        assert set(case) - {"alle"} == {"felt", "skrevet", "foreslå"}
        assert set(case["foreslå"]) <= known[case["felt"]], case


# What people write


@pytest.mark.parametrize(
    "written", ["kol", "KOL", " kol ", "Kol"],
)  # fmt: skip
def test_an_id_is_found_however_it_is_written(real: Vocabulary, written: str) -> None:
    assert real.find_condition(written) == "kol"


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("Type 2-diabetes", "type-2-diabetes"),
        ("Kræft og senfølger af kræft", "kraeft"),
        ("kræft", "kraeft"),
        ("Pårørende", "paaroerende"),
        ("dig, der har svært ved at gå", "gangbesvaer"),
        ("rygerlunger", None),
        ("", None),
    ],
)
def test_names_are_exact_and_lay_words_are_not(
    real: Vocabulary, written: str, id_: str | None
) -> None:
    assert real.find_whom(written) == id_


def test_every_question_of_the_engine_is_asked_as_a_question(real: Vocabulary) -> None:
    assert all(one.question.endswith("?") for one in real.questions.values())


def test_no_word_is_both_shown_and_only_searched_for(real: Vocabulary) -> None:
    for one in real.conditions.values():
        assert not {fold(word) for word in one.search_words} & {
            fold(word) for word in (one.name, *one.synonyms)
        }


def test_an_audience_is_not_found_among_the_illnesses(real: Vocabulary) -> None:
    assert real.find_condition("alle") is None
    assert real.find_whom("alle") == "alle"


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("blodprop", ("hjertesygdom", "apopleksi")),
        ("Gigt", ("slidgigt", "leddegigt")),
        ("diabetes", ("type-2-diabetes", "type-1-diabetes")),
        ("sukkersyge", ("type-2-diabetes", "type-1-diabetes")),
        ("rygerlunger", ("kol",)),
        ("pensionister", ("aeldre",)),
        ("forpustet", ("kol", "astma", "anden-lungesygdom", "hjertesvigt")),
        ("enke", ("ensomhed",)),
        ("fodsvamp", ()),
    ],
)
def test_a_lay_word_gives_everything_it_may_mean(
    real: Vocabulary, written: str, ids: tuple[str, ...]
) -> None:
    assert real.synonyms_of(written) == ids


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("vig", ("vig",)),
        ("Nykøbing Sj", ("nykoebing-sj",)),
        ("4583", ("sjaellands-odde",)),
        ("Odden", ("sjaellands-odde",)),
        ("Nykøbing Sjælland", ("nykoebing-sj",)),
        ("høve", ("asnaes",)),
        ("Hørve", ("hoerve",)),
        ("Roskilde", ()),
        ("4000", ()),
    ],
)
def test_an_area_is_known_by_its_villages_and_spoken_names(
    real: Vocabulary, written: str, ids: tuple[str, ...]
) -> None:
    assert real.areas_called(written) == ids


def test_a_postcode_leads_to_its_area_or_out_of_the_municipality(real: Vocabulary) -> None:
    hoerve = real.area_of("4534")
    assert hoerve is not None
    assert hoerve.name == "Hørve"
    assert real.area_of("4300") is None


def test_the_other_words_are_found_folded_too(real: Vocabulary) -> None:
    assert real.activity_terms.find("Gåture") == "gaature"
    assert real.activity_terms.meant("nordic walking") == ("stavgang",)
    assert real.question_terms.find("koerestol") == "koerestol"
    assert real.question_terms.find("tag_en_med") == "tag-en-med"
    assert real.language_terms.find("Dansk tegnsprog") == "tegnsprog"
