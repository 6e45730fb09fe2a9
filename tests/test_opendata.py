"""The open data: everything that is listed, in plain JSON that its schema describes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from holdkatalog.catalogue import Catalogue, load
from holdkatalog.model import (
    Answer,
    Club,
    Fact,
    IsoWeeks,
    Notice,
    Offer,
    Photo,
    Place,
    Price,
    Session,
    State,
    Times,
    Weekly,
)
from holdkatalog.opendata import Edition, OpenData, files, gathered, schema_text
from holdkatalog.opendata.plain import plain, text
from holdkatalog.opendata.shape import keys
from holdkatalog.paths import SCHEMA, THEME
from holdkatalog.wording.words import strings

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 12, 5)
KEPT = json.loads((SCHEMA / "hold.schema.json").read_text("utf-8"))
WORDS = strings(THEME / "strings" / "da.yaml")


@cache
def loaded(clubs: str) -> Catalogue:
    return load(clubs=ROOT / clubs, content=ROOT / "content", strict=True).catalogue


def catalogue(*clubs: Club) -> Catalogue:
    return replace(loaded("clubs"), clubs=clubs, courses=())


def offer(id_: str = "f/a", **facts: Any) -> Offer:  # noqa: ANN401 - each has its own
    return replace(Offer(id=id_, name="Gåtur", activities=("gaature",)), **facts)


def told(*offers: Offer, **facts: Any) -> dict[str, Any]:  # noqa: ANN401 - each has its own
    """The data of one club with the offers."""
    club = replace(Club(id="f", name="Foreningen", offers=offers), **facts)
    found = json.loads(text(gathered(catalogue(club), TODAY)))
    assert isinstance(found, dict)
    return found


def closed(rules: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """The schema, that now refuses every key it doesn't know."""
    if isinstance(rules, list):
        return [closed(one) for one in rules]
    if not isinstance(rules, dict):
        return rules
    more = {"additionalProperties": False} if "required" in rules and "$ref" not in rules else {}
    return {**{key: closed(inner) for key, inner in rules.items()}, **more}


STRICT = Draft202012Validator(
    closed(json.loads(schema_text())),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)


def inside(value: object) -> Iterator[tuple[str, object]]:
    """Every key with its value, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from inside(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from inside(inner)


def test_the_schema_that_is_kept_is_made_from_the_dataclasses() -> None:
    assert (SCHEMA / "hold.schema.json").read_text("utf-8") == schema_text(), "run `make schema`"
    Draft202012Validator.check_schema(KEPT)
    assert "$id" not in KEPT


def test_the_built_data_are_what_their_schema_says(built: Path) -> None:
    assert json.loads((built / "data" / "hold.schema.json").read_text("utf-8")) == KEPT
    data = json.loads((built / "data" / "hold.json").read_text("utf-8"))
    assert [error.message for error in STRICT.iter_errors(data)] == []
    assert data["licence"].startswith("CC BY 4.0")


@pytest.mark.parametrize("clubs", ["clubs", "tests/examples/valid"])
def test_whatever_a_club_can_write_is_what_the_schema_says(clubs: str) -> None:
    data = json.loads(text(gathered(loaded(clubs), TODAY)))
    assert [error.message for error in STRICT.iter_errors(data)] == []


def test_the_schema_refuses_what_is_missing_or_of_another_kind() -> None:
    data = told(offer())
    for key, wrong in (("id", 1), ("sessions", {}), ("confirmed", "i går"), ("free", None)):
        other = {**data["offers"][0], key: wrong}
        assert not STRICT.is_valid({**data, "offers": [other]})
        del other[key]
        assert not STRICT.is_valid({**data, "offers": [other]})
    # A copy of the schema outlives a key that is added.
    assert Draft202012Validator(KEPT).is_valid({**data, "new": 1})


def test_every_address_in_the_data_is_a_page_of_the_site(built: Path) -> None:
    data = json.loads((built / "data" / "hold.json").read_text("utf-8"))
    both = [*data["offers"], *data["clubs"]]
    assert [
        one["id"] for one in both if not (built / one["address"] / "index.html").is_file()
    ] == []
    ids = [one["id"] for one in data["offers"]]
    assert ids == sorted(ids)
    assert sorted(id_ for club in data["clubs"] for id_ in club["offer_ids"]) == ids
    assert any(one["address"].startswith("forloeb/") for one in data["offers"])


def test_every_word_in_the_data_has_its_name_beside_it() -> None:
    data = json.loads(text(gathered(loaded("tests/examples/valid"), TODAY)))
    names = data["names"]
    people = {*names["conditions"], *names["audiences"]}
    for one in data["offers"]:
        assert {fit["condition"] for fit in one["fits"]} <= people
        assert set(one["activities"]) <= set(names["activities"])
        assert set(one["areas"]) <= set(names["areas"])
        assert set(one["facts"]) <= set(names["questions"])


def test_what_is_closed_for_good_is_left_out_and_its_club_stays() -> None:
    data = told(offer("f/a", states=(State("lukket"),)), offer("f/b"))
    assert [one["id"] for one in data["offers"]] == ["f/b"]
    assert [club["offer_ids"] for club in data["clubs"]] == [["f/b"]]


def test_pictures_and_who_keeps_the_file_stay_with_the_club() -> None:
    photo = Photo("a.jpg", "En skovvej", TODAY)
    data = told(offer(photo=photo), photo=photo, owners=("formanden",))
    assert {"photo", "owners"} & {key for key, _ in inside(data)} == set()


def test_times_are_told_in_rules_and_in_words() -> None:
    tuesday = Weekly(frozenset({3, 1}))
    line = Session(when=tuesday, periods=(IsoWeeks(1, 8),), breaks=())
    (one,) = told(offer(sessions=(line,)))["offers"][0]["sessions"]
    assert one["when"] == {
        "type": "weekly",
        "weekdays": [1, 3],
        "weeks": "alle",
        "every": 1,
        "words": "tirsdag og torsdag",
    }
    assert [span["type"] for span in one["periods"]] == ["iso_weeks"]
    assert one["breaks"] == []
    assert one["words"] == "Tirsdag og torsdag, uge 1 til 8. Også i ferier og på helligdage"


def test_days_that_only_the_club_knows_are_not_said_to_be_every_one() -> None:
    line = Session(when=Weekly(frozenset({1})))
    counted = told(offer(sessions=(line,), times=Times(8)))["offers"][0]
    assert (counted["ask_for_days"], counted["sessions"][0]["words"]) == (True, "Tirsdag")
    alone = told(offer(sessions=(replace(line, times=Times(8)),)))["offers"][0]
    assert alone["sessions"][0]["words"] == "Tirsdag, 8 gange"
    every = told(offer(sessions=(line,)))["offers"][0]
    assert (every["ask_for_days"], every["sessions"][0]["words"]) == (False, "Hver tirsdag")


def test_the_nearest_answers_the_price_and_what_holds_today_are_worked_out() -> None:
    pause = State("pause", last=dt.date(2027, 1, 8))
    hall = Place(town="Vig", postcode="4560", facts={"toilet": Fact(Answer.NO)}, states=(pause,))
    one = told(offer(places=(hall,), prices=(Price(0),), states=(State("åben"),)))["offers"][0]
    assert one["facts"] == {"toilet": {"answer": "nej", "note": ""}}
    assert (one["free"], one["areas"], one["everywhere"]) == (True, ["vig"], False)
    told_once = (
        Notice("Vi er på skolen", last=dt.date(2026, 12, 4)),
        Notice("Husk sko", last=TODAY),
    )
    noticed = told(offer(notices=told_once))["offers"][0]
    assert [notice["note"] for notice in noticed["notices_today"]] == ["Husk sko"]
    (state,) = one["states_today"]
    assert state["words"] == "Holder pause til og med 8. januar 2027"
    assert told(offer())["offers"][0]["free"] is False


def test_no_text_can_begin_a_tag_or_end_a_script() -> None:
    hostile = "</script><script>alert(1)</script>&\u2028\u2029"
    written = text(gathered(catalogue(Club(id="f", name=hostile, offers=())), TODAY))
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(written)
    assert json.loads(written)["clubs"][0]["name"] == hostile


def test_a_new_field_of_the_model_reaches_the_data_by_itself() -> None:
    @dataclass(frozen=True)
    class Longer(Place):
        dogs: bool | None = None

    assert set(keys(Longer)) == {*keys(Place), "dogs"}
    written = plain(Longer(dogs=True))
    assert isinstance(written, dict)
    assert written["dogs"] is True


def test_the_files_are_the_data_their_schema_the_sheet_and_the_edition() -> None:
    edition = Edition(TODAY, None, "0.1.0")
    days = {"clubs/nyttehaven.yaml": TODAY, "content/forloeb/odsherred-kommune.yaml": TODAY}
    found = files(loaded("clubs"), edition, WORDS, public="", edited=days)
    assert list(found) == [
        "data/hold.json",
        "data/hold.schema.json",
        "data/hold.csv",
        "data/udgave.json",
    ]
    assert json.loads(found["data/udgave.json"]) == {
        "built": "2026-12-05",
        "commit": None,
        "program": "0.1.0",
    }
    data = json.loads(found["data/hold.json"])
    assert set(data) == set(keys(OpenData))
    edited = {offer["club"] for offer in data["offers"] if offer["edited"] == "2026-12-05"}
    assert edited == {"nyttehaven", "odsherred-kommune"}
    assert {offer["edited"] for offer in data["offers"]} == {"2026-12-05", None}
    assert found["data/hold.csv"].count(";2026-12-05;") >= len(edited)


def test_the_data_say_which_idea_an_offer_is_made_after_and_what_it_took() -> None:
    data = json.loads(text(gathered(loaded("clubs"), TODAY)))
    (choir,) = (one for one in data["offers"] if one["id"] == "lungekor-odsherred/koret")
    assert choir["template"] == "lungekor"
    assert choir["inherited"] == ["aktivitet", "for", "godt_at_vide"]
    assert data["names"]["templates"]["lungekor"] == "Lungekor"
    (other,) = (one for one in data["offers"] if one["id"] == "lungekor-odsherred/julesang")
    assert (other["template"], other["inherited"]) == ("", [])
