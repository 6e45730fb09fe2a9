"""The templates as a vocabulary: the engine's, and what a municipality adds, hides and changes."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from holdkatalog.catalogue import load
from holdkatalog.catalogue.content import read_content
from holdkatalog.errors import CatalogueError
from holdkatalog.messages import is_error
from holdkatalog.paths import SCHEMA
from holdkatalog.validation import Context, check, check_concepts
from holdkatalog.vocabulary import Concept, Vocabulary
from holdkatalog.yamlfile import read
from small import content
from test_lix import lix
from test_templates import CHOIR
from test_vocabulary import built, engine

ROOT = Path(__file__).resolve().parent.parent


def concepts(own: Mapping[str, Any] | None = None, **words: Mapping[str, Any]) -> Vocabulary:
    rows = {"koret": {"navn": "Kor for Alle", "hold": CHOIR}} if own is None else own
    return built(concepts={"skabeloner": rows}, **words)


def test_a_concept_holds_what_the_file_says() -> None:
    row = {
        "navn": "Kor for Alle",
        "landsforening": "Korforeningen",
        "link": "https://www.example.org/kor",
        "hold": CHOIR,
    }
    found = concepts({"koret": row})
    assert found.concepts["koret"] == Concept(
        "koret", "Kor for Alle", "Korforeningen", "https://www.example.org/kor", CHOIR
    )
    bare = concepts().concepts["koret"]
    assert (bare.association, bare.link) == ("", "")
    assert concepts({}).concepts == built().concepts == {}


def test_a_template_is_found_by_its_id_and_by_its_name() -> None:
    found = concepts()
    assert set(found.templates) == {"koret", "kor-for-alle"}
    assert found.concept_terms.find("KOR for alle") == "koret"


def test_what_the_municipality_hides_no_template_gives() -> None:
    hidden = {**engine("conditions")["sygdomme"]}
    del hidden["kol"]
    questions = {**engine("needs")["spørgsmål"]}
    del questions["toilet"]
    given = (
        concepts(
            conditions={**engine("conditions"), "sygdomme": hidden},
            needs={**engine("needs"), "spørgsmål": questions},
        )
        .concepts["koret"]
        .given
    )
    assert given["for"] == ["astma"]
    assert given["godt_at_vide"] == {"pauser": "ja", "vi_møder_dig": "ja"}


def test_a_template_without_an_activity_that_is_left_is_gone() -> None:
    kept = {**engine("activities")["aktiviteter"]}
    del kept["kor"]
    assert concepts(activities={**engine("activities"), "aktiviteter": kept}).concepts == {}


def test_the_engines_templates_know_their_words_and_read_easily() -> None:
    assert len(content().vocabulary.concepts) >= 5
    for one in content().vocabulary.concepts.values():
        written = engine("concepts")["skabeloner"][one.id]["hold"]
        assert one.given == {**written, "om": written["om"].strip()}, one.id
        assert lix(str(one.given["om"])) < 40, one.id
        for key in ("kontakt", "tid", "sted", "pris", "periode", "fri", "bekræftet", "status"):
            assert key not in one.given


def test_the_engines_templates_pass_the_check_of_a_municipalitys() -> None:
    file = SCHEMA / "vocabulary" / "concepts.yaml"
    assert check_concepts(read(file.name, file.read_bytes()), content().vocabulary) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        "for: {a: b}",
        "for: [[a]]",
        "også_for: {a: b}",
        "godt_at_vide: ja",
        "godt_at_vide: [ja]",
        "godt_at_vide: {pauser: [ja]}",
        "om: [a, {b: c}]",
        "aktivitet:",
    ],
)
def test_a_shape_that_is_wrong_is_told_once_beside_a_template_too(wrong: str) -> None:
    text = f"forening: A\nhold:\n  a:\n    navn: B\n    skabelon: lungekor\n    {wrong}\n"
    context = Context(vocabulary=content().vocabulary, today=dt.date(2026, 11, 21), reachable=True)
    found = check(read("clubs/a.yaml", text.encode()), context)
    assert len([problem for problem in found if is_error(problem)]) == 1


# The municipality's own


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A municipality of its own."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content" / "vocabulary").mkdir(exist_ok=True)
    shutil.copytree(ROOT / "clubs", tmp_path / "clubs")
    return tmp_path


def written(own: Path, text: str) -> Vocabulary:
    (own / "content" / "vocabulary" / "concepts.yaml").write_text(text, "utf-8")
    return read_content(own / "content", SCHEMA / "vocabulary").vocabulary


def test_a_municipality_adds_hides_and_changes_templates(own: Path) -> None:
    found = written(
        own,
        "skabeloner:\n"
        "  lungekor:\n    navn: Lunger i kor\n    hold:\n      medbring: En flaske vand\n"
        "  fc-prostata:\n    skjul: ja\n"
        "  banko:\n    navn: Banko og gang\n    hold:\n      aktivitet: gaature\n",
    ).concepts
    usual = content().vocabulary.concepts
    assert set(found) == {*usual, "banko"} - {"fc-prostata"}
    assert found["lungekor"].name == "Lunger i kor"
    assert found["lungekor"].given == {**usual["lungekor"].given, "medbring": "En flaske vand"}


def test_one_change_of_a_template_reaches_every_offer_that_names_it(own: Path) -> None:
    club = own / "clubs" / "lungekor-odsherred.yaml"
    other = "forening: Koret\nhold:\n  kor:\n    navn: Vores kor\n    skabelon: Lungekor\n"
    (own / "clubs" / "koret.yaml").write_text(other, "utf-8")
    club.write_text(
        club.read_text("utf-8").replace(
            "    medbring: Vand og læsebriller. Teksterne har vi.\n", ""
        ),
        "utf-8",
    )
    written(own, "skabeloner:\n  lungekor:\n    hold:\n      medbring: En krammebamse\n")
    found = load(clubs=own / "clubs", content=own / "content", strict=True).catalogue
    brought = {
        one.id: one.bring
        for each in found.clubs
        for one in each.offers
        if one.template == "lungekor"
    }
    assert brought == {
        "koret/kor": "En krammebamse",
        "lungekor-odsherred/koret": "En krammebamse",
    }


def test_a_template_that_is_hidden_is_unknown_to_the_clubs(own: Path) -> None:
    written(own, "skabeloner:\n  lungekor:\n    skjul: ja\n")
    with pytest.raises(CatalogueError) as error:
        load(clubs=own / "clubs", content=own / "content", strict=True)
    assert [
        problem.code for problem in error.value.problems if problem.code.endswith("template")
    ] == ["unknown-template"]


def test_where_there_is_no_template_at_all_the_line_is_to_go(own: Path) -> None:
    every = "".join(f"  {id_}:\n    skjul: ja\n" for id_ in content().vocabulary.concepts)
    written(own, f"skabeloner:\n{every}")
    with pytest.raises(CatalogueError) as error:
        load(clubs=own / "clubs", content=own / "content", strict=True)
    told = [p for p in error.value.problems if p.code == "unknown-template"]
    assert len(told) == 2
    assert "list" not in dict(told[0].facts)
