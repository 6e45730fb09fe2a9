"""Where: references, rooms, addresses and words become places."""

from __future__ import annotations

from holdkatalog.model import Answer, Fact, Place
from holdkatalog.reading import club, places

HALL = {
    "vig-hallen": {"navn": "Vig Hallen", "adresse": "Skolevej 2, 4560 Vig", "note": "Indgang B"}
}
SHARED = places(HALL, {})


def met_at(value: object) -> tuple[Place, ...]:
    """The places of an offer whose `sted` is the value."""
    values = {"forening": "A", "hold": {"x": {"navn": "B", "aktivitet": "kor", "sted": value}}}
    return club("a", values, SHARED).offers[0].places


def test_a_reference_brings_the_place_and_the_own_words() -> None:
    (found,) = met_at("vig-hallen, sal 2")
    assert (found.id, found.town, found.note) == ("vig-hallen", "Vig", "sal 2. Indgang B")


def test_a_reference_to_a_place_nobody_described_keeps_its_id() -> None:
    assert met_at("forsamlingshuset") == (Place("forsamlingshuset"),)


def test_a_room_inherits_from_its_building_wherever_it_stands() -> None:
    own = {
        "sal-2": {"ligger_i": "huset", "navn": "Sal 2", "godt_at_vide": {"elevator": "ja"}},
        "huset": {
            "navn": "Huset", "adresse": "Byvej 1, 4560 Vig", "transport": "Bus", "note": "Grøn dør",
            "godt_at_vide": {"elevator": "nej", "trinfri": "ja, ved porten"}, "status": "lukket til 1. maj 2027",
            "opslag": "til 1. maj 2027, vi maler", "link": "https://example.org",
        },
        "haven": "Bag ved huset",
    }  # fmt: skip
    found = places(own, {})
    room = found["sal-2"]
    assert list(found) == ["sal-2", "huset", "haven"]
    assert (room.id, room.name, room.street, room.note) == (
        "sal-2",
        "Sal 2, Huset",
        "Byvej 1",
        "Grøn dør",
    )
    assert room.facts == {"elevator": Fact(Answer.YES), "trinfri": Fact(Answer.YES, "ved porten")}
    assert (room.transport, room.states, room.notices) == (
        "Bus",
        found["huset"].states,
        found["huset"].notices,
    )
    assert found["haven"] == Place("haven", note="Bag ved huset")


def test_places_that_lie_in_each_other_are_left_out() -> None:
    ring = {
        "a": {"ligger_i": "b", "navn": "A"},
        "b": {"ligger_i": "a", "navn": "B"},
        "c": {"ligger_i": "c", "navn": "C"},
    }
    assert list(places(ring, {})) == ["c"]


def test_a_place_of_fields_may_lie_in_a_shared_one_or_have_only_words() -> None:
    room, words = met_at([{"ligger_i": "vig-hallen", "note": "Bagdøren"}, {"note": "Ring og hør"}])
    assert (room.name, room.note) == ("Vig Hallen", "Bagdøren")
    assert words == Place(note="Ring og hør")


def test_an_address_without_a_house_number_is_street_or_name_by_its_ending() -> None:
    road, name, both = met_at(
        ["Havnevej, 4581 Rørvig", "Havnen, 4581 Rørvig", "Havnen, Kajen, 4581 Rørvig"]
    )
    assert (road.name, road.street) == ("", "Havnevej")
    assert (name.name, name.street) == ("Havnen", "")
    assert (both.name, both.street) == ("Havnen", "Kajen")
