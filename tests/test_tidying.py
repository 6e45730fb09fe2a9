"""`holdkatalog format`: the same club, spelt and ordered as we do it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from holdkatalog.catalogue import surroundings
from holdkatalog.catalogue.files import photos
from holdkatalog.catalogue.settled import settled
from holdkatalog.messages import is_error
from holdkatalog.model import Club
from holdkatalog.reading import LEAVES
from holdkatalog.tidying import tidied
from holdkatalog.tidying.order import ordered
from holdkatalog.tidying.phrases import PHRASES
from holdkatalog.validation import Context, Pen, check
from holdkatalog.validation.file import File
from holdkatalog.yamlfile import Document, dump, read
from small import ROOT, TODAY, content, vocabulary
from test_yamlfile_changing import FILES, comments

EXAMPLES = ROOT / "tests" / "examples"
CASES = sorted(EXAMPLES.glob("format/*.expected.yaml"))
SPELLINGS: Any = yaml.load((EXAMPLES / "spellings.yaml").read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - it makes texts only
CLUB = "forening: Vig\n\nhold:\n  a:\n    navn: A\n    aktivitet: yoga\n"
KINDS = {
    "tid": "session",
    "periode": "period",
    "fri": "breaks",
    "pris": "price",
    "tilmelding": "way",
    "status": "status",
    "opslag": "notice",
    "kun_for": "limit",
    "bekræftet": "attestation",
    "kontakt": "contact",
    "pladser": "seats",
    "gange": "times",
    "anstrengelse": "effort",
    "turlængde": "walk",
    "ledes_af": "leader",
    "sted": "place",
}


@cache
def around() -> Context:
    """What every file here is judged against; the schema in it is only made once."""
    seen = photos(ROOT / "clubs") | photos(EXAMPLES / "valid")
    regular = [read(f"clubs/{file.name}", file.read_bytes()) for file in FILES]
    return surroundings(content(), regular, photos=seen, today=TODAY)


def document(source: str, name: str = "vig-if") -> Document:
    return read(f"clubs/{name}.yaml", source.encode())


def tidy(source: str) -> str:
    """The source in order; it must be a file without errors."""
    found = document(source)
    new = tidied(found, around())
    assert new.safe
    return new.source


def made(found: Document) -> tuple[Club, ...]:
    return settled((File(Pen(found), around()).club,), vocabulary())


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.name)
def test_a_file_is_set_in_order_as_in_the_case(file: Path) -> None:
    source = file.with_name(file.name.replace(".expected", "")).read_text("utf-8")
    expected = file.read_text("utf-8")
    assert tidy(source) == expected
    assert tidy(expected) == expected
    assert tidy(source.replace("\n", "\r\n")) == expected.replace("\n", "\r\n")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_example_stays_the_same_club_and_needs_it_only_once(file: Path) -> None:
    found = document(file.read_text("utf-8"), file.stem)
    new = tidied(found, around())
    again = document(new.source, file.stem)
    assert new.safe
    assert sorted(comments(new.source)) == sorted(comments(found.source))
    assert made(again) == made(found)
    assert tidied(again, around()).source == new.source
    # Nothing that was well before may be asked about now.
    assert {p.code for p in check(again, around())} <= {p.code for p in check(found, around())}


@pytest.mark.parametrize("file", FILES[::5], ids=lambda file: file.stem)
def test_a_new_file_is_in_order_already(file: Path) -> None:
    values: Any = read(file.name, tidy(file.read_text("utf-8")).encode()).values
    source = dump(values, numbers=("pladser", "gange"))
    assert tidy(source) == source


def shuffled(values: Any, chance: Any, path: tuple[str, ...] = ()) -> Any:  # noqa: ANN401
    """The values with their keys in another order, but offers, places and the judged in theirs."""
    if isinstance(values, list):
        return [shuffled(each, chance, path) for each in values]
    if not isinstance(values, dict):
        return values
    keys = list(values)
    if not path or path[-1] not in {"hold", "steder", "vurderet", "oversat"}:
        chance.shuffle(keys)
    return {key: shuffled(values[key], chance, (*path, key)) for key in keys}


@given(file=st.sampled_from(FILES), chance=st.randoms(use_true_random=False))
def test_whatever_the_order_of_the_keys_the_result_is_the_same(file: Path, chance: Any) -> None:  # noqa: ANN401
    values: Any = read(file.name, file.read_bytes()).values
    orders = [
        ordered(document(dump(each)), vocabulary()) for each in (values, shuffled(values, chance))
    ]
    assert orders[0] == orders[1]
    assert document(orders[0]).values == values


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (KINDS[case["felt"]], text)
        for case in SPELLINGS
        if case["felt"] in KINDS
        for text in (case["skrevet"], *case["samme"])
        if isinstance(text, str)
    ],
)
def test_each_way_to_write_a_phrase_means_the_same_in_our_spelling(kind: str, text: str) -> None:
    spelt = PHRASES[kind](text)
    assert LEAVES[kind](spelt) == LEAVES[kind](text)
    assert PHRASES[kind](spelt) == spelt


@pytest.mark.parametrize("kind", PHRASES)
@given(text=st.text())
def test_what_is_no_phrase_stays_as_it_is(kind: str, text: str) -> None:
    assert PHRASES[kind](f"Hej {text}") == f"Hej {text}"


@pytest.mark.parametrize(
    ("kind", "text"),
    [("date", "31.2.2026"), ("clock", "25.00"), ("session", "tirsdag 25.00"), ("period", "1/13")],
)
def test_what_the_calendar_does_not_have_stays_as_it_is(kind: str, text: str) -> None:
    assert PHRASES[kind](text) == text


def test_a_file_with_errors_is_refused() -> None:
    found = document("forening: Vig\n")
    with pytest.raises(ValueError, match="errors"):
        tidied(found, around())


def test_what_would_become_another_club_stays() -> None:
    found = document(CLUB + "    for: [KOL, kol]\n")
    assert not any(map(is_error, check(found, around())))
    assert tidied(found, around()).source == found.source
    assert not tidied(found, around()).safe


def test_what_can_no_longer_be_read_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cast("dict[str, Any]", PHRASES), "clock", lambda _: "kl. 25.00")
    source = CLUB + "    tid: {dag: tirsdag, kl: 10-11}\n"
    assert tidy(source) == source


def test_remarks_above_the_first_key_go_with_it_and_those_within_braces_stay_put() -> None:
    braces = "    kontakt: {mail: kontakt@example.org,  # skriv helst\n      rolle: holdlederen}\n"
    helped = CLUB.replace("\n\nhold", "\n# Ring helst\nkontakt: 12 34 56 78\n\nhold")
    assert tidy(f"# Ring helst\nkontakt: 12 34 56 78\n{CLUB}{braces}") == helped + braces


def test_an_offer_may_be_called_like_a_key() -> None:
    offers = ("steder", "hold", "oversat", "kontakt", "tid")
    source = "forening: Vig\n\nhold:\n" + "\n".join(
        f"  {offer}:\n    aktivitet: yoga\n    navn: A\n"
        "    godt_at_vide:\n      toilet: ja\n      trinfri: ja\n"
        for offer in offers
    )
    values: Any = document(tidy(source)).values
    assert list(values["hold"]) == list(offers)
    for offer in values["hold"].values():
        assert list(offer) == ["navn", "aktivitet", "godt_at_vide"]
        assert list(offer["godt_at_vide"]) == ["trinfri", "toilet"]
