"""What stands in a form's controls, and what is seen at once."""

from __future__ import annotations

import pytest

from drawn_forms import catalogue
from holdkatalog.forms import (
    Option,
    answered,
    asked_in,
    at_once,
    folded,
    id_of,
    is_area,
    own_words,
    parted,
    questions_of,
    slots,
    texts,
)
from holdkatalog.yamlfile import Plain, read
from small import vocabulary


def test_an_offer_is_told_what_it_has_from_its_club_unless_it_says_so_itself() -> None:
    source = read(
        "clubs/f.yaml",
        b"forening: F\nkontakt:\n  rolle: formanden\n  telefon: 12 34 56 78\nfri: [skoleferier, juli]\n"
        b"periode:\nhold:\n  a:\n    navn: A\n    aktivitet: kor\n    fri: ingen\n",
    )
    made = questions_of(catalogue())
    form = made.change_offer(catalogue().clubs[0], source, "a", "A")
    inherited = {
        one.field.key: one.inherited
        for part in form.sections
        for one in part.fields
        if one.inherited
    }
    assert inherited == {"kontakt": ("formanden, 12 34 56 78",)}
    other = made.new_offer(catalogue().clubs[0], source)
    told = {one.field.key: one.inherited for part in other.sections for one in part.fields}
    assert told["fri"] == ("skoleferier", "juli")
    assert not any(one.value for part in other.sections for one in part.fields)


def test_a_place_of_the_clubs_own_is_asked_of_as_it_is_written() -> None:
    source = read(
        "clubs/f.yaml",
        b"forening: F\nsteder:\n  hus: Huset, Skolevej 2, 4560 Vig\n  sal:\n    ligger_i: hus\n"
        b"    godt_at_vide: {toilet: ja}\nhold:\n  a: {navn: A, aktivitet: kor}\n",
    )
    form = questions_of(catalogue()).change_club(catalogue().clubs[0], source)
    places = [part for part in form.sections if part.id.startswith("steder")]
    assert [(part.id, part.title) for part in places] == [
        ("steder-hus", "Huset"),
        ("steder-sal", "sal"),
    ]
    (line,) = places[0].fields
    assert (line.field.name, line.value) == ("steder.hus", "Huset, Skolevej 2, 4560 Vig")
    values = {one.field.name: one.value for one in places[1].fields if one.value}
    assert values == {"steder.sal.ligger_i": "hus", "steder.sal.godt_at_vide": {"toilet": "ja"}}


def open_words(key: str) -> list[str]:
    options = next(one for one in questions_of(catalogue()).offer if one.key == key).options
    return [one.word for one in options if one.open]


def test_the_activities_that_most_offers_use_are_seen_at_once() -> None:
    used = [id_ for club in catalogue().clubs for o in club.offers for id_ in o.activities]
    seen = open_words("aktivitet")
    assert max(sorted(set(used)), key=used.count) in seen
    assert len(seen) == 8


def test_the_commonest_illness_of_each_kind_is_seen_at_once_and_then_everybody_else() -> None:
    seen = open_words("for")
    assert seen[:4] == ["kol", "hjertesygdom", "apopleksi", "type-2-diabetes"]
    assert seen[-5:] == list(catalogue().vocabulary.audiences)
    assert len(seen) <= 12


def test_a_short_list_of_words_is_seen_whole() -> None:
    offer = {one.key: one.options for one in questions_of(catalogue()).offer}
    assert {one.group for one in offer["sprog"]} == {""}
    assert all(one.open for one in offer["område"])


OPTIONS = (Option("kol", "KOL"), Option("astma", "Astma", "Lunger", open=False))


def test_a_word_that_is_chosen_is_seen_wherever_it_stands() -> None:
    assert [one.word for one in at_once(OPTIONS, None)] == ["kol"]
    assert list(folded(OPTIONS, None)) == [("Lunger", [OPTIONS[1]])]
    assert [one.word for one in at_once(OPTIONS, "astma")] == ["kol", "astma"]
    assert list(folded(OPTIONS, ["astma", "kol"])) == []


def test_a_word_that_is_written_in_another_way_stays_as_it_is_written() -> None:
    assert own_words(["kol", "Astma", "kol, også svær"], OPTIONS) == ("Astma", "kol, også svær")


@pytest.mark.parametrize(
    ("said_", "answer", "words"),
    [
        ("ja", "ja", ""),
        ("nej, der er ni trin", "nej", "der er ni trin"),
        ("ukendt", "ukendt", ""),
        ("ja, i forhallen, til højre", "ja", "i forhallen, til højre"),
        ("Ja", "", "Ja"),
        (None, "", ""),
        (["ja"], "", ""),
    ],
)
def test_an_answer_is_parted_from_its_words(said_: Plain, answer: str, words: str) -> None:
    found = answered({"toilet": said_}, "toilet")
    assert (found.answer, found.words) == (answer, words)
    assert answered(None, "toilet").answer == ""


def test_lines_and_slots_are_taken_in_the_files_order() -> None:
    assert texts("a") == ("a",)
    assert texts(["a", {"b": "c"}, "d"]) == ("a", "d")
    assert texts({"b": "c"}) == texts(None) == ()
    assert slots(["a", {"b": "c"}, None]) == ("a", {"b": "c"})
    assert slots({"b": "c"}) == ({"b": "c"},)
    assert slots(None) == ()


def test_a_control_has_an_id_without_danish_letters() -> None:
    assert id_of("hold.også_for") == "hold-ogsaa-for"
    assert id_of("hold.tid.1.kl") == "hold-tid-1-kl"
    assert id_of("hold.tid.{n}") == "hold-tid-{n}"


def test_a_text_of_several_lines_gets_room_for_them() -> None:
    offer = {one.key: one for one in questions_of(catalogue()).offer}
    assert is_area(offer["om"], "")
    assert not is_area(offer["navn"], "A")
    assert is_area(offer["navn"], "A\nB")


def test_what_is_answered_within_fields_is_seen_at_once() -> None:
    contact = next(one for one in questions_of(catalogue()).club if one.key == "kontakt")
    seen, rest = parted(contact, {"note": "x"})
    assert [one.key for one in seen] == ["rolle", "telefon", "mail", "note"]
    assert [one.key for one in rest] == ["link", "træffes", "til"]


def test_the_answers_of_a_place_are_asked_of_the_offer_unless_they_stand_there() -> None:
    place = next(one for one in questions_of(catalogue()).offer if one.key == "sted")
    assert [one.key for one in parted(place, {})[1]] == ["note", "transport", "link"]
    seen, _ = parted(place, {"godt_at_vide": {"toilet": "ja"}})
    assert [one.key for one in seen][-1] == "godt_at_vide"


def test_the_questions_that_guests_ask_most_come_first() -> None:
    answers = next(one for one in questions_of(catalogue()).offer if one.key == "godt_at_vide")
    groups = list(asked_in(answers))
    featured = [one.key for one in vocabulary().questions.values() if one.featured]
    assert groups[0][0] == ""
    assert [one.key for one in groups[0][1]] == featured
    shown = [one.key for _, inside in groups for one in inside]
    assert sorted(shown) == sorted(one.key for one in vocabulary().questions.values())
    assert {title for title, _ in groups[1:]} <= {
        one.name for one in vocabulary().question_groups.values()
    }


def test_an_offer_is_told_what_it_has_from_its_template_in_words_a_person_knows() -> None:
    source = read(
        "clubs/f.yaml",
        b"forening: F\nhold:\n  a:\n    navn: A\n    skabelon: lungekor\n    for: kol\n",
    )
    form = questions_of(catalogue()).change_offer(catalogue().clubs[0], source, "a", "A")
    told = {one.field.key: one for part in form.sections for one in part.fields if one.inherited}
    assert {one.origin for one in told.values()} == {"template"}
    assert told["aktivitet"].inherited == ("Lungekor",)
    assert "for" not in told
    assert told["om"].inherited[0].startswith("Vi synger sammen")
    assert len(told["om"].inherited[0]) <= 120
    assert "? ja" in told["godt_at_vide"].inherited[0]
