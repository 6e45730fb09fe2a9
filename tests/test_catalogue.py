"""The whole catalogue: strict and steady, what it settles, and what keeps it from being made."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from holdkatalog.catalogue import load
from holdkatalog.errors import CatalogueError
from holdkatalog.messages import is_error

ROOT = Path(__file__).resolve().parent.parent
CLUB = """\
forening: {name}
kontakt: 12 34 56 78
hold:
  gang:
    navn: Gåtur
    aktivitet: {activity}
    for: Type 2-diabetes
    sprog: Dansk
    område: [Vig, hele-landet]
    sammen_med: [naboen, findes-ikke, Odsherred Kommune]
    bagefter: [naboen/gang, findes-ikke/gang]
"""
MANY = "forening: X\nkontakt: 12 34 56 78\nhold:\n\n  # her\n" + "".join(
    f"  gang-{n}:\n    navn: Gåtur\n    aktivitet: kor\n" for n in range(5)
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A municipality with two clubs and no courses."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.rmtree(tmp_path / "content" / "forloeb")
    (tmp_path / "clubs").mkdir()
    for name in ("foreningen", "naboen"):
        write(tmp_path, name, CLUB.format(name=name, activity="Gåture"))
    return tmp_path


def write(place: Path, name: str, text: str) -> None:
    (place / "clubs" / f"{name}.yaml").write_text(text, "utf-8")


def test_the_reference_municipality_loads_without_an_error() -> None:
    loaded = load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True)
    assert loaded.left_out == ()
    assert len(loaded.catalogue.clubs) >= 15
    assert sum(len(club.offers) for club in loaded.catalogue.clubs) >= 40
    assert loaded.catalogue.courses
    assert not any(map(is_error, loaded.problems))


def test_words_become_ids_and_links_that_lead_nowhere_are_dropped(place: Path) -> None:
    loaded = load(clubs=place / "clubs", content=place / "content", strict=True)
    offer = loaded.catalogue.clubs[0].offers[0]
    assert offer.activities == ("gaature",)
    assert offer.kind == "hold"
    assert [fit.condition for fit in offer.fits] == ["type-2-diabetes"]
    assert offer.languages == ("dansk",)
    assert [served.area for served in offer.served] == ["vig", "hele-landet"]
    assert offer.partners == ("naboen", "Odsherred Kommune")
    assert offer.next == ("naboen/gang",)


def test_an_offers_own_kind_beats_its_activitys(place: Path) -> None:
    write(place, "naboen", CLUB.format(name="X", activity="kor") + "    slags: kursus\n")
    write(place, "koret", CLUB.format(name="X", activity="kor"))
    loaded = load(clubs=place / "clubs", content=place / "content", strict=True)
    kinds = {club.id: club.offers[0].kind for club in loaded.catalogue.clubs}
    assert kinds == {"foreningen": "hold", "koret": "kor", "naboen": "kursus"}


def test_strict_loading_tells_the_problems_of_all_files_at_once(place: Path) -> None:
    for name in ("foreningen", "naboen"):
        write(place, name, CLUB.format(name=name, activity="gaatuer"))
    with pytest.raises(CatalogueError) as raised:
        load(clubs=place / "clubs", content=place / "content", strict=True)
    errors = [p for p in raised.value.problems if is_error(p)]
    assert [p.file for p in errors] == ["clubs/foreningen.yaml", "clubs/naboen.yaml"]
    assert list(raised.value.problems) == sorted(raised.value.problems)


def test_steady_loading_leaves_a_broken_club_out(place: Path) -> None:
    for number in range(9):
        write(place, f"klub-{number}", CLUB.format(name="X", activity="kor"))
    write(place, "naboen", CLUB.format(name="X", activity="faldskærm"))
    loaded = load(clubs=place / "clubs", content=place / "content", strict=False)
    assert loaded.left_out == ("clubs/naboen.yaml",)
    assert "naboen" not in {club.id for club in loaded.catalogue.clubs}
    assert loaded.catalogue.clubs[0].offers[0].next == ()
    assert [p.code for p in loaded.problems if is_error(p)] == ["unknown-activity"]


def test_steady_loading_refuses_when_more_than_a_tenth_would_be_lost(place: Path) -> None:
    write(place, "naboen", CLUB.format(name="X", activity="faldskærm"))
    with pytest.raises(CatalogueError):
        load(clubs=place / "clubs", content=place / "content", strict=False)


def test_a_file_that_cannot_be_read_at_all_counts_as_an_offer(place: Path) -> None:
    write(place, "naboen", "- x\n")
    with pytest.raises(CatalogueError) as raised:
        load(clubs=place / "clubs", content=place / "content", strict=False)
    assert "not-fields" in {p.code for p in raised.value.problems}


def test_steady_loading_refuses_when_more_than_a_tenth_of_the_clubs_were_overwritten(
    place: Path,
) -> None:
    for number in range(28):
        write(place, f"klub-{number}", MANY)
    for number in range(3):
        write(place, f"klub-{number}", "forening: x\n")
        loaded = load(clubs=place / "clubs", content=place / "content", strict=False)
        assert len(loaded.left_out) == number + 1
    write(place, "klub-3", "forening: x\n")
    with pytest.raises(CatalogueError):
        load(clubs=place / "clubs", content=place / "content", strict=False)


@pytest.mark.parametrize("spoil", ["x: [\n{}", "{}  x: |\n y\n", '{}  "a\n'])
def test_offers_that_could_not_be_read_are_counted_by_their_lines(place: Path, spoil: str) -> None:
    for number in range(9):
        write(place, f"klub-{number}", CLUB.format(name="X", activity="kor"))
    write(place, "naboen", spoil.format(MANY))
    with pytest.raises(CatalogueError):
        load(clubs=place / "clubs", content=place / "content", strict=False)


def test_lines_below_another_key_are_not_counted_as_offers(place: Path) -> None:
    for number in range(8):
        write(place, f"klub-{number}", CLUB.format(name="X", activity="kor"))
    offer = CLUB.format(name="X", activity="kor")
    write(place, "naboen", f"{offer}steder:\n  a: A\n  b: B\n  c: C\nx: [\n")
    loaded = load(clubs=place / "clubs", content=place / "content", strict=False)
    assert loaded.left_out == ("clubs/naboen.yaml",)


def test_no_club_at_all_is_refused_in_both_ways(place: Path) -> None:
    shutil.rmtree(place / "clubs")
    for strict in (True, False):
        with pytest.raises(CatalogueError) as raised:
            load(clubs=place / "clubs", content=place / "content", strict=strict)
        assert [p.code for p in raised.value.problems] == ["no-clubs"]


def test_a_file_without_offers_counts_as_one(place: Path) -> None:
    write(place, "naboen", "forening: X\nhold: intet\n")
    with pytest.raises(CatalogueError):
        load(clubs=place / "clubs", content=place / "content", strict=False)


def test_errors_of_the_municipality_stop_both_ways_and_tell_of_unreadable_clubs_too(
    place: Path,
) -> None:
    (place / "content" / "kommune.yaml").unlink()
    write(place, "naboen", "\tforening: X\n")
    for strict in (True, False):
        with pytest.raises(CatalogueError) as raised:
            load(clubs=place / "clubs", content=place / "content", strict=strict)
        codes = {p.code for p in raised.value.problems}
        assert {"no-such-file", "tab-in-indentation"} <= codes


@pytest.mark.parametrize(
    ("name", "proposed"),
    [("Vig IF.yaml", "vig-if.yaml"), ("vig-if.yml", "vig-if.yaml"), ("2klub.yaml", "f-2klub.yaml")],
)
def test_a_files_name_must_be_fit_for_an_address(place: Path, name: str, proposed: str) -> None:
    (place / "clubs" / name).write_text(CLUB.format(name="X", activity="kor"), "utf-8")
    with pytest.raises(CatalogueError) as raised:
        load(clubs=place / "clubs", content=place / "content", strict=True)
    (problem,) = [p for p in raised.value.problems if is_error(p)]
    assert problem.code == "bad-file-name"
    assert dict(problem.facts)["name"] == proposed


def test_other_files_in_the_folder_are_left_alone(place: Path) -> None:
    (place / "clubs" / ".gemt.yaml").write_text("x", "utf-8")
    (place / "clubs" / "LÆSMIG.md").write_text("x", "utf-8")
    (place / "clubs" / "foto").mkdir()
    (place / "clubs" / "foto" / "gang.jpg").write_bytes(b"")
    loaded = load(clubs=place / "clubs", content=place / "content", strict=True)
    assert [club.id for club in loaded.catalogue.clubs] == ["foreningen", "naboen"]


def test_the_municipality_adds_hides_and_renames_words(place: Path) -> None:
    words = place / "content" / "vocabulary"
    words.mkdir()
    (words / "activities.yaml").write_text(
        "aktiviteter:\n"
        "  vinterbadning:\n    navn: Vinterbadning\n    gruppe: vand\n    slags: hold\n"
        "  stavgang:\n    skjul: ja\n"
        "  gaature:\n    navn: Vandreture\n",
        "utf-8",
    )
    write(place, "naboen", CLUB.format(name="X", activity="vinterbadning"))
    write(place, "foreningen", CLUB.format(name="X", activity="Vandreture"))
    known = load(clubs=place / "clubs", content=place / "content", strict=True).catalogue
    assert "stavgang" not in known.vocabulary.activities
    assert known.vocabulary.activities["gaature"].name == "Vandreture"
    write(place, "naboen", CLUB.format(name="X", activity="stavgang"))
    with pytest.raises(CatalogueError):
        load(clubs=place / "clubs", content=place / "content", strict=True)


def test_a_section_that_belongs_in_another_file_is_told_only_that(place: Path) -> None:
    words = place / "content" / "vocabulary"
    words.mkdir()
    text = "aktiviteter:\n  gaature:\n    navn: 7\nsygdomme: kol\n"
    (words / "conditions.yaml").write_text(text, "utf-8")
    with pytest.raises(CatalogueError) as raised:
        load(clubs=place / "clubs", content=place / "content", strict=True)
    astray, other = raised.value.problems
    assert (astray.code, astray.line) == ("section-astray", 1)
    assert dict(astray.facts)["home"] == "content/vocabulary/activities.yaml"
    assert (other.code, other.line) == ("fields-expected", 4)


def test_an_area_without_neighbours_or_with_one_written_alone_is_fine(place: Path) -> None:
    (place / "content" / "omraader.yaml").write_text(
        "områder:\n"
        '  vig:\n    navn: Vig\n    postnumre: 4560\n    midte: "55.8 11.5"\n    naboer: hoejby\n'
        '  hoejby:\n    navn: Højby\n    postnumre: [4573]\n    midte: "55.9 11.5"\n    naboer: vig\n'
        '  roervig:\n    navn: Rørvig\n    postnumre: [4581]\n    midte: "55.9 11.7"\n',
        "utf-8",
    )
    loaded = load(clubs=place / "clubs", content=place / "content", strict=True)
    assert list(loaded.catalogue.vocabulary.areas) == ["vig", "hoejby", "roervig"]


def test_today_makes_advice_and_no_errors(place: Path) -> None:
    text = CLUB.format(name="X", activity="kor") + "    tid: 1. maj 2020\n"
    write(place, "naboen", text)
    clubs, content = place / "clubs", place / "content"
    quiet = load(clubs=clubs, content=content, strict=True)
    told = load(clubs=clubs, content=content, strict=True, today=dt.date(2026, 11, 21))
    assert "season-over" not in {p.code for p in quiet.problems}
    assert "season-over" in {p.code for p in told.problems}
