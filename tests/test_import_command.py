"""`holdkatalog import` at a terminal: what can't be read or written, and that nothing is half done."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from holdkatalog.cli import main
from small import ROOT

ROWS = "Forening;Hold;Art\nNord IF;Stavgang;stavgang\nSyd IF;Kor;kor\n"
MAP = "felter: {forening: Forening, hold.navn: Hold, hold.aktivitet: Art}\n"
ASKED = ["import", "liste.csv", "--map", "kolonner.yaml"]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality that is only beginning, to stand in."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "liste.csv").write_text(ROWS, "utf-8")
    (tmp_path / "kolonner.yaml").write_text(MAP, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder: Path) -> list[str]:
    """The names of what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_the_files_are_written_where_it_is_said_and_pass_the_check(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*ASKED, "--into", "nye/clubs"]) == 0
    assert names(root / "nye" / "clubs") == ["nord-if.yaml", "syd-if.yaml"]
    assert "2 rækker: 2 blev til hold" in capsys.readouterr().out
    assert main(["check", "nye/clubs"]) == 0


def test_asked_twice_nothing_is_written_over(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(ASKED) == 0
    file = root / "clubs" / "nord-if.yaml"
    file.write_text(file.read_text("utf-8").replace("Stavgang", "Rettet"), "utf-8")
    before = {path: path.read_bytes() for path in (root / "clubs").iterdir()}
    capsys.readouterr()
    assert main(ASKED) == 1
    said = capsys.readouterr().out
    assert 'Række 2 (Stavgang): "Nord IF" har allerede en fil' in said
    assert "Ingen filer er skrevet." in said
    assert {path: path.read_bytes() for path in (root / "clubs").iterdir()} == before


def test_a_course_of_the_municipality_has_its_id_too(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "liste.csv").write_text(ROWS.replace("Nord IF", "Odsherred Kommune"), "utf-8")
    assert main(ASKED) == 1
    assert '"Odsherred Kommune" har allerede en fil' in capsys.readouterr().out


@pytest.mark.parametrize("gone", ["liste.csv", "kolonner.yaml", "spar.txt"])
def test_a_file_that_is_not_there_ends_with_2(
    root: Path, gone: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / gone).unlink(missing_ok=True)
    assert main([*ASKED, "--skip", "spar.txt"]) == 2
    assert f"{gone}: Filen er der ikke" in capsys.readouterr().out
    assert not (root / "clubs").exists()


def test_the_list_of_those_left_out_must_be_letters(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "spar.txt").write_bytes("nord-if # Æblehaven".encode("cp1252"))
    assert main([*ASKED, "--skip", "spar.txt"]) == 1
    assert "spar.txt: Vi kan ikke se, hvordan filens bogstaver er gemt" in capsys.readouterr().out


def test_the_municipalitys_own_files_come_first(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "content" / "omraader.yaml").write_text("a: [\n", "utf-8")
    assert main(ASKED) == 1
    assert "content/omraader.yaml, linje 1" in capsys.readouterr().out


def test_what_the_disk_refuses_is_told_and_counted(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = Path.hardlink_to

    def full(path: Path, target: Path) -> None:
        if path.name == "nord-if.yaml":
            raise OSError(28, "No space left on device")
        real(path, target)

    monkeypatch.setattr(Path, "hardlink_to", full)
    assert main(ASKED) == 1
    said = capsys.readouterr().out
    assert "clubs/nord-if.yaml kan ikke skrives: der er ikke mere plads på disken" in said
    assert "1 blev til hold, 0 må ikke komme med, 0 skal rettes og 1 kunne ikke skrives." in said
    assert names(root / "clubs") == ["syd-if.yaml"]


def test_a_workbook_is_known_by_its_name_or_by_its_beginning(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    for line in ROWS.splitlines():
        book.active.append(line.split(";"))
    book.save(root / "liste.xlsx")
    shutil.copy(root / "liste.xlsx", root / "liste.csv")
    assert main(["import", "liste.xlsx", "--map", "kolonner.yaml", "--dry-run"]) == 0
    assert main(ASKED) == 0
    (root / "liste.xlsx").write_text(ROWS, "utf-8")
    capsys.readouterr()
    assert main(["import", "liste.xlsx", "--map", "kolonner.yaml"]) == 2
    assert "Filen kan ikke læses som et regneark." in capsys.readouterr().out


def test_a_cell_that_cannot_be_read_is_told_unless_its_column_is_left_out(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    book.active.append(("Forening", "Hold", "Art", "Sum"))
    book.active.append(("Nord IF", "=A2", "kor", "=1+1"))
    book.save(root / "liste.xlsx")
    (root / "kolonner.yaml").write_text(MAP + "spring_over: Sum\n", "utf-8")
    assert main(["import", "liste.xlsx", "--map", "kolonner.yaml"]) == 1
    said = capsys.readouterr().out
    assert 'I kolonnen "Hold" står en formel. Den bliver ikke regnet ud.' in said
    assert "Sum" not in said


def test_the_same_fault_in_many_rows_is_told_once(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"Klub {number};Hold {number};gåtr\n" for number in range(40))
    (root / "liste.csv").write_text(f"Forening;Hold;Art\n{rows}", "utf-8")
    assert main(ASKED) == 1
    said = capsys.readouterr().out
    assert said.count("gåtr") == 1
    assert (
        "Det samme gælder række 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, "
        in said
    )
    assert "21, 22 og 19 mere." in said
    assert "40 rækker: 0 blev til hold, 0 må ikke komme med og 40 skal rettes." in said


def test_one_phone_written_in_two_ways_is_one_phone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "F;H;A;T\nNord IF;Stavgang;stavgang;12 34 56 78\nNord IF;Kor;kor;+4512345678\n"
    (root / "liste.csv").write_text(f"{rows}Syd IF;Kor;kor;hos Ida\nSyd IF;Yoga;yoga;12345678\n")
    map_ = "felter: {forening: F, hold.navn: H, hold.aktivitet: A, kontakt.telefon: T}\n"
    (root / "kolonner.yaml").write_text(map_, "utf-8")
    assert main(ASKED) == 1
    said = capsys.readouterr().out
    assert "4 rækker: 2 blev til hold" in said
    assert '"kontakt.telefon" er "12345678" her og "hos Ida" i række 4' in said
    assert "telefon: 12 34 56 78" in (root / "clubs" / "nord-if.yaml").read_text("utf-8")
