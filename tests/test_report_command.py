"""The command `report freshness`: exit codes, forms, and letters that are laid in a new folder whole or not at all."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from holdkatalog.cli import main
from small import ROOT

REPORT = ["report", "freshness", "--today", "2026-11-25"]
WITH_MAILS = [*REPORT, "--address", "https://hold.example.org", "--mails", "ud/breve"]
SPOILT = "krolf-grevinge.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the catalogue, to stand in and to change."""
    shutil.copy(ROOT / "publishconf.py", tmp_path)
    for name in ("clubs", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_report_is_said_of_the_day_that_is_asked_for(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert root.is_dir()
    assert main(REPORT) == 0
    said = capsys.readouterr()
    assert said.out.startswith(
        "Hvem skal bekræfte? Aktive Fællesskaber Odsherred, 25. november 2026\n"
    )
    assert [line for line in said.out.splitlines() if len(line) > 100] == []
    assert said.err == ""
    assert main(["report", "freshness", "--today", "2030-01-01"]) == 0
    assert "friske oplysninger" not in capsys.readouterr().out


def test_the_address_and_the_day_stand_in_the_settings_unless_they_are_given(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = root / "publishconf.py"
    text = own.read_text("utf-8").replace('ADDRESS = ""', 'ADDRESS = "https://a.example.org/hold"')
    own.write_text(text + 'HOLDKATALOG_TODAY = "2027-01-02"\n', "utf-8")
    assert main(["report", "freshness", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["address"], found["date"]) == ("https://a.example.org/hold/", "2027-01-02")
    assert main([*REPORT, "--address", "https://b.example.org", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["address"], found["date"]) == ("https://b.example.org/", "2026-11-25")


@pytest.mark.parametrize("address", ["hold.example.org", "https://x y/", "javascript:alert(1)"])
def test_an_address_that_is_none_is_misuse(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*REPORT, "--address", address])
    assert ended.value.code == 2
    assert "skriv sidens adresse som https://" in capsys.readouterr().err


def test_a_sheet_is_written_in_utf_8_whatever_the_terminal_can_show(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "holdkatalog", *REPORT, "--format", "csv"],
        cwd=root,
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"\xef\xbb\xbfTrin;Forening;")
    assert "Æ".encode() not in done.stdout[:20]
    assert "Nykøbing".encode() in done.stdout
    assert b"\n" not in done.stdout.replace(b"\r\n", b"")


def test_a_club_whose_file_has_errors_is_left_out_and_named_with_3(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "clubs" / SPOILT).write_text("navn: Krolf\nhold:\n  - [\n", "utf-8")
    assert main([*REPORT, "--format", "json"]) == 3
    said = capsys.readouterr()
    assert json.loads(said.out)["offers"]
    assert f"Ikke med i rapporten: clubs/{SPOILT}\n" in said.err


def test_a_catalogue_that_cannot_be_loaded_is_told_as_a_build_tells_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "content" / "omraader.yaml").write_text("a: [\n", "utf-8")
    assert main(REPORT) == 1
    assert "content/omraader.yaml, linje 1" in capsys.readouterr().out
    shutil.rmtree(root / "clubs")
    assert main(REPORT) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "Der er ingen publishconf.py"),
        ("FOO = bar\n", "publishconf.py:1: Her går programmet i stå: NameError"),
        ("SITENAME = 'Hold'\n", "Holdkatalogets program er ikke med i publishconf.py."),
    ],
)
def test_settings_that_tell_nothing_of_a_catalogue_end_with_2(
    root: Path, capsys: pytest.CaptureFixture[str], text: str | None, told: str
) -> None:
    own = root / "publishconf.py"
    own.unlink() if text is None else own.write_text(text, "utf-8")
    assert main(REPORT) == 2
    assert told in capsys.readouterr().err


def test_letters_are_laid_in_a_new_folder_and_it_is_said_what_was_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(WITH_MAILS) == 0
    said = capsys.readouterr().err
    folder = root / "ud" / "breve"
    texts, files = ({p.stem for p in folder.glob(f"*.{end}")} for end in ("txt", "eml"))
    assert f"Mails skrevet i ud/breve: {len(texts)}. Ingen er sendt." in said
    assert f"De her har ingen mail, så ring i stedet: {', '.join(sorted(texts - files))}" in said
    assert {p.stem for p in folder.iterdir()} == texts
    assert files < texts
    assert [p.name for p in (root / "ud").iterdir()] == ["breve"]
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    folder.rename(root / "gamle")
    assert main(WITH_MAILS) == 0
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


def test_letters_never_take_the_place_of_anything(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root / "ud" / "breve"
    folder.mkdir(parents=True)
    (folder / "noter.txt").write_text("mine", "utf-8")
    assert main(WITH_MAILS) == 2
    assert "Mappen ud/breve er ikke tom." in capsys.readouterr().err
    assert [p.name for p in folder.iterdir()] == ["noter.txt"]
    (folder / "noter.txt").unlink()
    assert main(WITH_MAILS) == 0
    shutil.rmtree(folder)
    folder.write_text("en fil", "utf-8")
    assert main(WITH_MAILS) == 2
    assert "ud/breve er ikke en mappe." in capsys.readouterr().err
    assert folder.read_text("utf-8") == "en fil"


def test_a_fault_while_writing_leaves_no_letter_behind(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(WITH_MAILS) == 2
    assert "Der kan ikke skrives i ud/breve" in capsys.readouterr().err
    assert list((root / "ud").iterdir()) == []
