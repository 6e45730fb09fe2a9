"""`holdkatalog confirm`: one date changes, and nothing else."""

from __future__ import annotations

import datetime as dt
import difflib
import shutil
from pathlib import Path

import pytest

from holdkatalog.cli import main
from holdkatalog.confirming import confirmed, own_dates
from holdkatalog.yamlfile import Document, read
from test_yamlfile_changing import FILES

ROOT = Path(__file__).resolve().parent.parent
DAY = dt.date(2026, 12, 5)
CLUB = """\
# Vores klub
forening: Vig IF
kontakt: 12 34 56 78  # kontoret
bekræftet: 1. oktober 2026 af formanden  # på bestyrelsesmødet
hold:
  gang:
    navn: Gåtur
    aktivitet: gaature
    bekræftet: 2. maj 2026 af holdlederen
  tur: {navn: Cykeltur, aktivitet: cykelture}
  kor:
    navn: Kor
    aktivitet: kor
    oversat:
      engelsk:
        navn: Choir
"""


def document(source: str) -> Document:
    found = read("clubs/vig-if.yaml", source.encode())
    assert found.problems == ()
    return found


def changes(before: str, after: str) -> list[str]:
    """The lines that differ."""
    return [
        line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"
    ]


@pytest.mark.parametrize(
    ("offer", "by", "lines"),
    [
        (
            None,
            "",
            [
                "- bekræftet: 1. oktober 2026 af formanden  # på bestyrelsesmødet",
                "+ bekræftet: 5. december 2026 af formanden  # på bestyrelsesmødet",
            ],
        ),
        (
            "gang",
            "kassereren",
            [
                "-     bekræftet: 2. maj 2026 af holdlederen",
                "+     bekræftet: 5. december 2026 af kassereren",
            ],
        ),
        ("kor", "", ["+     bekræftet: 5. december 2026 af formanden"]),
        (
            "tur",
            "",
            [
                "-   tur: {navn: Cykeltur, aktivitet: cykelture}",
                "+   tur: {navn: Cykeltur, aktivitet: cykelture, bekræftet: 5. december 2026 af formanden}",
            ],
        ),
    ],
)
def test_one_line_gets_the_day_and_keeps_the_role_that_stands_nearest(
    offer: str | None, by: str, lines: list[str]
) -> None:
    assert changes(CLUB, confirmed(document(CLUB), offer, DAY, by)) == lines


def test_a_line_that_is_missing_comes_below_the_contact_and_above_what_comes_later() -> None:
    source = CLUB.replace("bekræftet: 1. oktober 2026 af formanden  # på bestyrelsesmødet\n", "")
    new = confirmed(document(source), None, DAY)
    assert "kontoret\nbekræftet: 5. december 2026\nhold:\n" in new
    assert "aktivitet: kor\n    bekræftet: 5. december 2026\n    oversat" in confirmed(
        document(source), "kor", DAY
    )
    only = "hold:\n  a: {oversat: {engelsk: {navn: A}}}\n"
    assert "A}}, bekræftet: 5. december 2026 af x}" in confirmed(document(only), "a", DAY, "x")


@pytest.mark.parametrize("said", ["aldrig", "ukendt", "", "i går", "[]"])
def test_what_was_never_confirmed_has_no_role_to_keep(said: str) -> None:
    source = f"forening: Vig\nbekræftet: {said}\n"
    new = confirmed(document(source), None, DAY)
    assert document(new).values == {"forening": "Vig", "bekræftet": "5. december 2026"}


def test_the_offers_with_a_date_of_their_own_are_known() -> None:
    assert list(own_dates(document(CLUB))) == ["gang"]
    assert own_dates(document("forening: Vig\n")) == {}
    assert own_dates(document("hold: nej\n")) == {}
    with pytest.raises(KeyError):
        confirmed(document(CLUB), "skak", DAY)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_example_is_confirmed_by_one_line(file: Path) -> None:
    found = read(file.name, file.read_bytes())
    assert isinstance(found.values, dict)
    offers = found.values["hold"]
    assert isinstance(offers, dict)
    for offer in (None, *offers):
        new = confirmed(found, offer, dt.date(2026, 12, 6), "sekretæren")
        diff = [line[0] for line in changes(found.source, new)]
        assert diff in (["+"], ["-", "+"])
        assert read(file.name, new.encode()).problems == ()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of clubs to stand in, on one day."""
    (tmp_path / "clubs").mkdir()
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "clubs" / "vig-if.yaml").write_text(CLUB, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("holdkatalog.cli.confirm.today", lambda: DAY)
    return tmp_path / "clubs" / "vig-if.yaml"


def test_the_command_confirms_a_club_and_tells_which_offers_keep_their_date(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["confirm", "vig-if"]) == 0
    assert changes(CLUB, root.read_text("utf-8"))[1] == (
        "+ bekræftet: 5. december 2026 af formanden  # på bestyrelsesmødet"
    )
    assert capsys.readouterr().out == (
        "Bekræftet: vig-if, 5. december 2026 af formanden\n"
        "vig-if/gang har sin egen dato og beholder den: 2. maj 2026\n"
        "Passer det også, så skriv:  holdkatalog confirm vig-if/gang\n"
    )
    assert main(["confirm", "clubs/vig-if.yaml"]) == 0
    assert "Det står der allerede: vig-if" in capsys.readouterr().out


def test_the_command_confirms_one_offer_on_a_day_written_as_people_write_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = ["--date", "1. december 2026", "--by", "kassereren"]
    assert main(["confirm", "vig-if/gang", *day]) == 0
    assert capsys.readouterr().out == "Bekræftet: vig-if/gang, 1. december 2026 af kassereren\n"
    assert "    bekræftet: 1. december 2026 af kassereren\n" in root.read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["vig-fi"], "Mente du:  vig-if\n"),
        (["vig-fi/gang"], "Mente du:  vig-if/gang\n"),
        (["vig-fi/gagn"], "Mente du:  vig-if/gang\n"),
        (["vig-fi/skak"], "Mente du:  vig-if\n"),
        (["skak/gang"], "Vi kender ingen forening med id skak.\n"),
        (["gang"], "Mente du:  vig-if/gang\n"),
        (["skak"], "Vi kender ingen forening med id skak.\n"),
        (["vig-if/gagn"], "Mente du:  vig-if/gang\n"),
        (["vig-if/skak"], "Den har:  vig-if/gang, vig-if/tur, vig-if/kor\n"),
        (["vig-if", "--date", "2026-12-06"], "6. december 2026 er ikke kommet endnu."),
        (["vig-if", "--date", "2026-09-01"], "Der står allerede en senere dato: 1. oktober 2026."),
        (["vig-if", "--by", "\u202eformanden"], "Det kan ikke stå som en rolle"),
    ],
    ids=[
        *"abc",
        "club",
        "club-of-offer",
        "only-offer",
        "nothing",
        "offer",
        "no-offer",
        "future",
        "later",
        "role",
    ],
)
def test_what_cannot_be_confirmed_is_told_and_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str], asked: list[str], told: str
) -> None:
    assert main(["confirm", *asked]) == 2
    assert told in capsys.readouterr().err
    assert root.read_text("utf-8") == CLUB


def test_a_later_date_gives_way_only_to_force(root: Path) -> None:
    assert main(["confirm", "vig-if", "--date", "1.9.2026", "--force"]) == 0
    assert "bekræftet: 1. september 2026 af formanden  #" in root.read_text("utf-8")


def test_a_day_that_is_none_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["confirm", "vig-if", "--date", "i går"])
    assert "skriv datoen som 31. december 2026" in capsys.readouterr().err
    assert root.read_text("utf-8") == CLUB


def test_a_file_with_errors_is_told_of_and_left(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root.write_text(CLUB.replace("gaature", "gaaturre"), encoding="utf-8")
    assert main(["confirm", "vig-if"]) == 1
    told = capsys.readouterr()
    assert "gaaturre" in told.out
    assert told.err == "Ret først fejlene i clubs/vig-if.yaml. Der er ikke ændret noget.\n"


def test_a_catalogue_that_is_broken_or_missing_is_told(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    omraader = tmp_path / "content" / "omraader.yaml"
    omraader.write_text(f"{omraader.read_text('utf-8')}\nx: y\n", encoding="utf-8")
    assert main(["confirm", "vig-if"]) == 1
    (tmp_path / "tom").mkdir()
    monkeypatch.chdir(tmp_path / "tom")
    assert main(["confirm", "vig-if"]) == 2
    assert root.read_text("utf-8") == CLUB


def test_a_file_that_cannot_be_written_stands_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("holdkatalog.keeping.keep", full)
    assert main(["confirm", "vig-if"]) == 2
    assert (
        "clubs/vig-if.yaml kan ikke skrives: der er ikke mere plads på disken."
        in capsys.readouterr().err
    )
    assert root.read_text("utf-8") == CLUB
