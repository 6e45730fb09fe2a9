"""The command `holdkatalog format`: what it mends, what it leaves, and what it says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from holdkatalog.cli import main
from small import ROOT

EXAMPLES = ROOT / "tests" / "examples"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two clubs, one of them in order, to stand in."""
    (tmp_path / "clubs").mkdir()
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for name, case in (("vig-if", "raekkefoelge"), ("orden", "raekkefoelge.expected")):
        shutil.copy(EXAMPLES / "format" / f"{case}.yaml", tmp_path / "clubs" / f"{name}.yaml")
    shutil.rmtree(tmp_path / "content" / "forloeb")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "clubs"


def test_the_command_tells_what_it_would_mend_and_then_mends_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / "vig-if.yaml").read_bytes()
    assert main(["format", "--check"]) == 1
    told = "Ville blive rettet: clubs/vig-if.yaml\n1 af 2 filer ville blive rettet.\n"
    assert capsys.readouterr().out == told
    assert (root / "vig-if.yaml").read_bytes() == before
    assert main(["format"]) == 0
    assert capsys.readouterr().out == "Rettet: clubs/vig-if.yaml\n1 af 2 filer er rettet.\n"
    assert (root / "vig-if.yaml").read_bytes() == (root / "orden.yaml").read_bytes()
    assert main(["format", "--check", "clubs"]) == 0
    assert capsys.readouterr().out == "Ingen filer skulle rettes.\n"


def test_only_the_files_that_are_named_are_touched(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "andre").mkdir()
    beside = tmp_path / "andre" / "vig-if.yaml"
    shutil.copy(root / "vig-if.yaml", beside)
    assert main(["format", "clubs/orden.yaml"]) == 0
    assert main(["format", str(beside)]) == 0
    assert "Rettet: andre/vig-if.yaml" in capsys.readouterr().out
    assert (root / "vig-if.yaml").read_bytes() != beside.read_bytes()


def test_a_file_with_errors_is_told_of_and_the_others_are_mended(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "fejl.yaml").write_text("forening: Vig\nhold: nej\n", encoding="utf-8")
    assert main(["format"]) == 1
    told = capsys.readouterr()
    assert "clubs/fejl.yaml, linje 2" in told.out
    assert "Rettet: clubs/vig-if.yaml" in told.out
    assert told.err == "Ikke rettet, før fejlene er rettet: clubs/fejl.yaml\n"
    assert main(["format", "clubs/findes-ikke.yaml"]) == 2
    assert main(["format", "content/steder.yaml"]) == 2
    assert "Det er ikke en forenings fil" in capsys.readouterr().err


def test_what_cannot_be_mended_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    twice = (root / "vig-if.yaml").read_text("utf-8").replace("pladser: 8", "for: [KOL, kol]")
    (root / "to.yaml").write_text(twice, encoding="utf-8")
    assert main(["format", "clubs/to.yaml"]) == 0
    told = capsys.readouterr().err
    assert told == "Ikke rettet, for så ville filen sige noget andet: clubs/to.yaml\n"
    monkeypatch.setattr("holdkatalog.keeping.keep", _full)
    assert main(["format"]) == 2
    said = capsys.readouterr()
    assert "clubs/vig-if.yaml kan ikke skrives" in said.err
    assert "Rettet" not in said.out


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_without_a_catalogue_or_clubs_nothing_is_mended(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    omraader = tmp_path / "content" / "omraader.yaml"
    good = omraader.read_text("utf-8")
    omraader.write_text(f"{good}\nx: y\n", encoding="utf-8")
    assert main(["format"]) == 1
    omraader.write_text(good, encoding="utf-8")
    shutil.rmtree(root)
    assert main(["format"]) == 2
    assert "Her er ingen filer fra foreninger." in capsys.readouterr().err
    (tmp_path / "tom").mkdir()
    monkeypatch.chdir(tmp_path / "tom")
    assert main(["format"]) == 2
