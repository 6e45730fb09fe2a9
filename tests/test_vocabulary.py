from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from holdkatalog.model import Contact, Dates
from holdkatalog.vocabulary import (
    Activity,
    Area,
    Audience,
    Condition,
    Link,
    OpenActive,
    Question,
    Vocabulary,
    merged,
    municipality,
    vocabulary,
)

ROOT = Path(__file__).parents[1]


def values(path: Path) -> Any:  # noqa: ANN401 - a file may hold anything
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts alone


def engine(name: str) -> Any:  # noqa: ANN401
    return values(ROOT / "schema" / "vocabulary" / f"{name}.yaml")


def content(name: str) -> Any:  # noqa: ANN401
    return values(ROOT / "content" / f"{name}.yaml")


def built(**own: Mapping[str, Any]) -> Vocabulary:
    """The engine's vocabulary and Odsherred's, with the named files' values instead of the real ones."""
    files = {name: engine(name) for name in ("conditions", "activities", "needs", "languages")}
    rest = {"areas": content("omraader"), "holidays": content("skoleferier")}
    return vocabulary(**{**files, **rest, **own})


@pytest.fixture(scope="module")
def real() -> Vocabulary:
    return built()


# Values into things


def test_an_illness_holds_what_the_file_says() -> None:
    written = {
        "navn": "Snue", "gruppe": "lunger", "kerne": "ja", "synonymer": ["forkølelse"],
        "søgeord": "tudefjæs",
        "det_skal_du_vide": "Det går over.", "gennemset": "1. maj 2026", "patientforening": "Snueforeningen",
        "links": [{"navn": "Mere", "adresse": "https://www.example.org/"}], "engelsk": "Cold", "icd10": "J00",
    }  # fmt: skip
    found = built(conditions={"grupper": {}, "sygdomme": {"snue": written}})
    assert found.conditions["snue"] == Condition(
        id="snue", name="Snue", group="lunger", synonyms=("forkølelse",), about="Det går over.",
        links=(Link("Mere", "https://www.example.org/"),), reviewed=dt.date(2026, 5, 1),
        association="Snueforeningen", core=True, english="Cold", icd10=("J00",), in_words="snue",
        search_words=("tudefjæs",),
    )  # fmt: skip
    assert found.audiences == {}


def test_an_illness_of_which_only_the_name_is_said_claims_nothing() -> None:
    rows = {"snue": {"navn": "Snue", "gruppe": "lunger", "synonymer": None}}
    snue = built(conditions={"grupper": {}, "sygdomme": rows}).conditions["snue"]
    assert (snue.synonyms, snue.about, snue.links, snue.reviewed) == ((), "", (), None)
    assert not snue.core


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("kol", "KOL"),
        ("astma", "astma"),
        ("type-2-diabetes", "type 2-diabetes"),
        ("parkinson", "Parkinson"),
    ],
)
def test_a_name_inside_a_sentence_begins_small_unless_it_is_a_name(
    real: Vocabulary, id_: str, words: str
) -> None:
    assert real.conditions[id_].in_words == words


def test_an_audience_is_no_illness(real: Vocabulary) -> None:
    assert real.audiences["aeldre"] == Audience(
        "aeldre",
        "Ældre",
        ("senior", "seniorer", "pensionist", "pensionister", "ældre mennesker"),
        "ældre",
    )
    assert not set(real.audiences) & set(real.conditions)


def test_an_activity_may_be_known_elsewhere_or_not(real: Vocabulary) -> None:
    assert real.activities["kor"].openactive == OpenActive(
        "https://openactive.io/activity-list#e2b21a40-66a4-42bb-a24f-3638cc356299", "exact"
    )
    assert real.activities["andet"] == Activity(
        "andet", "Andet", "andet", "hold", (), "Other", None
    )


def test_a_questions_id_is_its_key_without_danish_letters(real: Vocabulary) -> None:
    assert real.questions["vi-moeder-dig"] == Question(
        id="vi-moeder-dig",
        key="vi_møder_dig",
        group="tryghed",
        question="Møder I mig første gang?",
        yes="Vi møder dig første gang",
        help="Skriv hvem (en rolle, ikke et navn), hvor og hvornår.",
        example="ja, holdlederen står ved døren fra 9.45",
        need="Jeg vil gerne blive mødt ved døren den første gang",
        featured=True,
        short="Blive mødt",
    )


def test_a_question_that_only_says_the_yes_is_asked_with_its_sentence() -> None:
    row = {"gruppe": "stedet", "ja": "Der er sauna", "hjælp": "Skriv hvor.", "eksempel": "ja"}
    needs = {"grupper": {}, "spørgsmål": {"sauna": row}}
    assert built(needs=needs).questions["sauna"].question == "Der er sauna"


def test_a_language_has_the_code_a_page_needs(real: Vocabulary) -> None:
    assert real.languages["engelsk"].code == "en"
    assert real.languages["norsk"].code == "no"


def test_an_area_holds_what_the_file_says(real: Vocabulary) -> None:
    assert real.areas["hoejby"] == Area(
        id="hoejby", name="Højby", postcodes=("4573",), centre=(55.908, 11.571),
        neighbours=("nykoebing-sj", "vig", "noerre-asmindrup"), villages=("Stenstrup", "Gudmindrup"),
        also_called=("Højby Sj", "Højby Sjælland"), label="west",
    )  # fmt: skip


def test_an_area_may_say_where_one_is_in_a_sentence(real: Vocabulary) -> None:
    assert real.areas["sjaellands-odde"].in_words == "på Sjællands Odde"
    assert real.areas["hoejby"].in_words == ""


def test_holidays_have_both_their_ends_and_ids_without_danish_letters(real: Vocabulary) -> None:
    assert real.holidays.ranges["efteraarsferie"] == (
        Dates(dt.date(2026, 10, 10), dt.date(2026, 10, 18)),
    )
    assert len(real.holidays.ranges["sommerferie"]) == 2
    assert real.holidays.known_to == dt.date(2027, 7, 31)
    assert real.holidays.extra_public == ((6, 5), (12, 24), (12, 31))
    assert real.holidays.not_public == ((5, 1),)


def test_a_municipality_may_know_no_holidays() -> None:
    none = built(holidays={}).holidays
    assert (none.ranges, none.known_to, none.extra_public, none.not_public) == ({}, None, (), ())


def test_the_municipality_says_whom_to_ring() -> None:
    odsherred = municipality(content("kommune"))
    assert (odsherred.id, odsherred.name, odsherred.code) == ("odsherred", "Odsherred", "0306")
    assert odsherred.bridge == Contact(
        phone="+4512345678",
        mail="brobygger@example.org",
        role="brobyggeren",
        hours="Mandag til fredag kl. 9-14",
    )
    assert odsherred.links[0].name == "Odsherred Kommune"
    assert odsherred.demo


def test_a_telephone_with_its_country_keeps_it_and_no_demo_is_not_a_demo() -> None:
    other = {"id": "x", "navn": "X", "kode": "0001", "brobygger": {"telefon": "+46 12 34 56 78"}}
    assert municipality(other).bridge == Contact(phone="+4612345678")
    assert not municipality(other).demo


# The municipality's own words


def test_the_municipality_adds_hides_and_relabels() -> None:
    own = {
        "grupper": {"lunger": "Lunger"},
        "sygdomme": {
            "snue": {"navn": "Snue", "gruppe": "lunger"},
            "ensomhed": {"skjul": "ja"},
            "kol": {"navn": "KOL (rygerlunger)"},
        },
    }
    found = built(conditions=merged(engine("conditions"), own))
    assert found.condition_groups["lunger"].name == "Lunger"
    assert list(found.conditions)[-1] == "snue"
    assert "ensomhed" not in found.conditions
    assert found.conditions["kol"].name == "KOL (rygerlunger)"
    assert found.conditions["kol"].association == "Lungeforeningen"
    assert found.find_condition("kol") == "kol"
    assert found.audiences == built().audiences


def test_a_file_with_nothing_under_its_heading_changes_nothing() -> None:
    assert merged(engine("needs"), {"spørgsmål": None}) == engine("needs")


def test_a_section_the_engine_has_not_stands_as_it_is() -> None:
    assert merged({}, {"sprog": {"fynsk": {"navn": "fynsk"}}}) == {
        "sprog": {"fynsk": {"navn": "fynsk"}}
    }
