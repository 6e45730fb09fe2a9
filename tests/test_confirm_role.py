"""`holdkatalog confirm --by`: who has seen it through is a role, told before anything else is public."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from holdkatalog.cli import main
from small import ROOT

CLUB = """\
forening: Vig IF
kontakt: 12 34 56 78
bekræftet: 1. oktober 2026 af formanden  # på bestyrelsesmødet
ansvarlig: [sekretæren, kassereren]
hold:
  gang: {navn: Gåtur, aktivitet: gaature}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A club's file in a municipality, to stand in."""
    (tmp_path / "clubs").mkdir()
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "clubs" / "vig-if.yaml"
    file.write_text(CLUB, encoding="utf-8")
    return file


def test_a_role_may_be_told_as_it_stands_in_the_file(root: Path) -> None:
    assert main(["confirm", "vig-if", "--by", "Af kassereren"]) == 0
    assert " af kassereren  #" in root.read_text("utf-8")


def test_what_looks_like_a_name_is_told_before_it_gets_into_git(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["confirm", "vig-if", "--by", "Hanne Hansen"]) == 0
    told = capsys.readouterr().err
    assert "Det ligner navnet på et menneske." in told
    assert told.count("et godt råd") == 1
    assert main(["confirm", "vig-if", "--by", "formanden"]) == 0
    assert capsys.readouterr().err == ""
    assert "af formanden" in root.read_text("utf-8")
