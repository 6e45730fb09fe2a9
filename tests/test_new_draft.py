"""`holdkatalog new` when it stops on the way: nothing that was answered is lost."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from holdkatalog.asking import Ended
from holdkatalog.keeping import keep
from small import ROOT
from typist import CLUB, END, OFFER, THERE, Typist, names


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality with one club, to stand in."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(THERE, tmp_path / "clubs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("gone", [EOFError, KeyboardInterrupt])
def test_who_goes_away_finds_the_answers_again(root: Path, gone: type[BaseException]) -> None:
    draft = root / "clubs" / "ny-forening.kladde"
    typist = Typist(*CLUB, "Gåtur", "gaature", "", "kol", "astma", gone=gone)
    assert typist.talk(root) == Ended(draft=draft, stopped=True)
    assert names(root) == ["ny-forening.kladde"]
    again = Typist("j", *OFFER[5:], *END)
    assert again.talk(root).file == root / "clubs" / "nord-if.yaml"
    assert "Her ligger en kladde fra sidst: clubs/ny-forening.kladde" in again.said
    assert "For: kol, astma  (fra kladden)" in again.said
    assert names(root) == ["nord-if.yaml"]
    assert "- astma" in (root / "clubs" / "nord-if.yaml").read_text("utf-8")


def test_wherever_it_stops_every_answer_is_kept(root: Path) -> None:
    lines = (*CLUB, *OFFER, *END)
    for stop in range(1, len(lines)):
        ended = Typist(*lines[:stop]).talk(root)
        assert ended.draft
        kept = ended.draft.read_text("utf-8")
        for typed in lines[: min(stop, len(CLUB) + len(OFFER))]:
            assert typed in kept
        ended.draft.unlink()
    assert Typist().talk(root) == Ended(stopped=True)


def test_a_draft_of_a_club_that_has_come_meanwhile_gives_its_offer_to_it(root: Path) -> None:
    Typist(*CLUB, *OFFER[:5]).talk(root)
    draft = root / "clubs" / "ny-forening.kladde"
    draft.write_text(draft.read_text("utf-8").replace("Nord IF", "Vig IF"), "utf-8")
    typist = Typist("j", "j", *OFFER[5:], *END)
    assert typist.talk(root).file == root / "clubs" / "vig-if.yaml"
    assert "For: kol  (fra kladden)" in typist.said
    assert names(root) == []


def test_a_draft_can_be_thrown_away(root: Path) -> None:
    Typist("Nord IF").talk(root)
    typist = Typist("n", "Syd IF", *CLUB[1:], *OFFER, *END)
    assert typist.talk(root).file == root / "clubs" / "syd-if.yaml"
    assert names(root) == ["syd-if.yaml"]


def test_a_draft_that_cannot_be_read_is_left_as_it_is(root: Path) -> None:
    draft = root / "clubs" / "ny-forening.kladde"
    draft.write_text("forening: [\n", "utf-8")
    typist = Typist()
    assert typist.talk(root) == Ended(refused=True)
    assert "Den kan ikke læses. Ret den, eller slet den, og prøv igen." in typist.said
    assert draft.read_text("utf-8") == "forening: [\n"


def test_no_to_the_file_keeps_the_answers(root: Path) -> None:
    ended = Typist(*CLUB, *OFFER, "n", "formanden", "n").talk(root)
    assert ended == Ended(draft=root / "clubs" / "ny-forening.kladde")
    assert names(root) == ["ny-forening.kladde"]


def test_the_disk_may_refuse_and_the_answers_are_still_there(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, text: str, *, new: bool = False) -> None:
        if file.suffix == ".yaml" or refuse_all:
            raise OSError(28, "No space left on device")
        keep(file, text, new=new)

    refuse_all = False
    monkeypatch.setattr("holdkatalog.asking.talk.keep", full)
    typist = Typist(*CLUB, *OFFER, *END)
    assert typist.talk(root) == Ended(draft=root / "clubs" / "ny-forening.kladde")
    assert "clubs/nord-if.yaml kan ikke skrives: der er ikke mere plads på disken" in typist.said
    refuse_all = True
    last = Typist("j", *END)
    assert last.talk(root) == Ended(refused=True)
    assert "Kladden kan ikke gemmes: der er ikke mere plads på disken" in last.said
    assert "Du har svaret:" in last.said
    assert "12 34 56 78" in last.heard[-1]


def test_with_nobody_at_the_other_end_it_stops_without_a_traceback(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "holdkatalog", "new"],
        cwd=root,
        input=b"Bl\xe5b\xe6r IF\n",
        env={"PYTHONIOENCODING": "ascii:surrogateescape", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr
    assert re.search(rb"Svarene ligger i|^$", done.stderr)
