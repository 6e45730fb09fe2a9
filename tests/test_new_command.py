"""`holdkatalog new` at a terminal: a conversation, a file in the end, and nothing lost on the way."""

from __future__ import annotations

import builtins
import datetime as dt
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdkatalog.asking import Ended, Voice, converse
from holdkatalog.checking import check
from holdkatalog.cli import main
from holdkatalog.keeping import keep
from holdkatalog.yamlfile import read
from small import ROOT

TODAY = dt.date(2026, 11, 25)
THERE = ROOT / "tests" / "examples" / "import" / "there"
CLUB = ("Nord IF", "12 34 56 78", "")
OFFER = (
    "Gåtur",
    "gaature",
    "",
    "kol",
    "",
    "tirsdag 10.00",
    "",
    "Skovvej 1, 4560 Vig",
    "",
    "gratis",
    "",
)
END = ("n", "formanden", "j")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality with one club, to stand in."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(THERE, tmp_path / "clubs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Typist:
    """Types what it was given, line by line, and hears what is said; then it's gone."""

    def __init__(self, *lines: str, gone: type[BaseException] = EOFError) -> None:
        self._lines: Iterator[str] = iter(lines)
        self._gone = gone
        self.heard: list[str] = []

    def ask(self, prompt: str) -> str:
        """The next line."""
        self.heard.append(prompt)
        for line in self._lines:
            return line
        raise self._gone

    def talk(self, root: Path, club: str = "") -> Ended:
        """The whole conversation; all that was to be typed must have been."""
        ended = converse(club, root=root, today=TODAY, voice=Voice(self.ask, self.heard.append))
        assert list(self._lines) == []
        return ended

    @property
    def said(self) -> str:
        """All that was heard."""
        return "\n".join(self.heard)


def names(root: Path) -> list[str]:
    """The files of the clubs but the one that was there."""
    return sorted(path.name for path in (root / "clubs").iterdir() if path.name != "vig-if.yaml")


def test_short_answers_become_a_file_that_the_check_takes(root: Path) -> None:
    typist = Typist(*CLUB, *OFFER, *END)
    assert typist.talk(root) == Ended(file=root / "clubs" / "nord-if.yaml")
    text = (root / "clubs" / "nord-if.yaml").read_text("utf-8")
    assert text in typist.said
    assert read("x", text.encode()).values == {
        "forening": "Nord IF",
        "kontakt": "12 34 56 78",
        "bekræftet": "25. november 2026 af formanden",
        "hold": {
            "gaatur": {
                "navn": "Gåtur",
                "aktivitet": "gaature",
                "for": "kol",
                "tid": "tirsdag 10.00",
                "sted": "Skovvej 1, 4560 Vig",
                "pris": "gratis",
            }
        },
    }
    assert check([Path("clubs/nord-if.yaml")], root=root, today=TODAY, form="text").code == 0


def test_a_wrong_answer_is_asked_again_and_enter_takes_what_was_meant(root: Path) -> None:
    offer = (
        "Gåtur", "nordic walking", "", "", "lunger", "kol", "KOL", "", "tirdag 10", "", "halv ti",
        "", "", "50", "50 kr. pr. gang", "",
    )  # fmt: skip
    typist = Typist("", "Nord IF", "12 34", "12 34 56 78", "", *offer, *END)
    typist.talk(root)
    said = typist.said
    assert "Det kan vi ikke undvære." in said
    assert '"12 34" forstår vi ikke som et telefonnummer eller en mail.' in said
    assert "Tryk Enter for at skrive: stavgang" in said
    assert 'Mente du "kol", "astma" eller "anden-lungesygdom"?' in said
    text = (root / "clubs" / "nord-if.yaml").read_text("utf-8")
    values = read("x", text.encode()).values
    assert isinstance(values, dict)
    assert values["hold"] == {
        "gaatur": {
            "navn": "Gåtur",
            "aktivitet": "stavgang",
            "for": "kol",
            "tid": "tirsdag 10.00",
            "pris": "50 kr. pr. gang",
        }
    }


def test_advice_can_be_kept_or_followed(root: Path) -> None:
    typist = Typist(*CLUB, *OFFER, "n", "Hanne Hansen", "formanden", "j")
    typist.talk(root)
    assert "Tryk Enter for at beholde det, som det er, eller skriv det om." in typist.said
    assert "af formanden" in (root / "clubs" / "nord-if.yaml").read_text("utf-8")
    kept = Typist("Syd IF", "syd@gmail.com", "", "", *OFFER, *END)
    kept.talk(root)
    assert "kontakt: syd@gmail.com" in (root / "clubs" / "syd-if.yaml").read_text("utf-8")


def test_help_is_given_at_any_question_and_a_remedy_can_be_typed_as_shown(root: Path) -> None:
    offer = ("Gåtur", "?", "? stav", "aktivitet: stavgang", "", *OFFER[3:])
    typist = Typist("?", *CLUB, *offer, *END)
    typist.talk(root)
    assert "   Vig Idrætsforening" in typist.said
    assert "Ordene er:" in typist.said
    assert "aktivitet: stavgang\n" in (root / "clubs" / "nord-if.yaml").read_text("utf-8")


def test_who_tells_more_is_asked_under_headings(root: Path) -> None:
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        if prompt.startswith("\nVil du svare"):
            return "j" if "om holdet" in prompt or "gulvet" in prompt else "n"
        if "gemmes" in prompt:
            return "j"
        return next(lines, "")

    more = ["j", "", "Lungeholdet", "", "", "?", "Kom, som du er.", "Vi drikker kaffe.", ""]
    lines = iter([*CLUB, *OFFER, *more])
    heard: list[str] = []
    ended = converse("", root=root, today=TODAY, voice=Voice(ask, heard.append))
    assert ended.file
    text = ended.file.read_text("utf-8")
    assert "    også_kaldt: Lungeholdet\n" in text
    assert "      Kom, som du er.\n      Vi drikker kaffe.\n" in text
    headings = [prompt for prompt in asked if "Vil du svare" in prompt]
    assert headings[0] == '\nVil du svare på noget om "foreningen"? (j/n) '
    assert len(headings) == len(set(headings)) > 10
    assert "Skriv løs, og slut med en tom linje." in heard


def test_a_long_text_with_advice_can_be_kept_and_a_wrong_one_is_asked_again(root: Path) -> None:
    def ask(prompt: str) -> str:
        if prompt.startswith("\nVil du svare"):
            return "j" if "foreningen" in prompt else "n"
        return "j" if "gemmes" in prompt else next(lines, "")

    texts = ["Ring 010170-1234", "", "Ring 0101701234", "", ""]
    lines = iter([*CLUB, *OFFER, "j", "", "", *texts])
    heard: list[str] = []
    ended = converse("", root=root, today=TODAY, voice=Voice(ask, heard.append))
    assert ended.file
    text = ended.file.read_text("utf-8")
    assert "om: Ring 0101701234" in text
    assert any("ligner et CPR-nummer" in line for line in heard)


def test_yes_and_no_are_asked_until_they_are_said(root: Path) -> None:
    typist = Typist(*CLUB, *OFFER, "måske", "NEJ", "", "Ja")
    assert typist.talk(root).file
    assert "Skriv j for ja eller n for nej." in typist.said
    text = (root / "clubs" / "nord-if.yaml").read_text("utf-8")
    assert "bekræftet: 25. november 2026\n" in text


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


def test_an_offer_is_added_to_a_club_and_every_other_line_stays(root: Path) -> None:
    file = root / "clubs" / "vig-if.yaml"
    file.write_text("# vores egen\n" + file.read_text("utf-8"), "utf-8")
    before = file.read_text("utf-8")
    assert Typist(*OFFER, *END).talk(root, "vig-if").file == file
    after = file.read_text("utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert "  gaatur-2:\n    navn: Gåtur\n" in after
    assert "    bekræftet: 25. november 2026 af formanden\n" in after
    assert check([Path("clubs/vig-if.yaml")], root=root, today=TODAY, form="text").code == 0


def test_a_club_that_is_there_gets_an_offer_instead_of_a_second_file(root: Path) -> None:
    typist = Typist("Vig IF", "j", *OFFER, *END)
    assert typist.talk(root).file == root / "clubs" / "vig-if.yaml"
    assert "Den forening er her allerede, med id vig-if." in typist.said
    other = Typist("Vig IF", "n", *CLUB, *OFFER, *END)
    assert other.talk(root).file == root / "clubs" / "nord-if.yaml"
    (root / "clubs" / "vig-if.kladde").write_text("- x\n", "utf-8")
    assert Typist("Vig IF", "j").talk(root) == Ended(refused=True)


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
    assert "clubs/nord-if.yaml kan ikke skrives: No space left on device" in typist.said
    refuse_all = True
    last = Typist("j", *END)
    assert last.talk(root) == Ended(refused=True)
    assert "Kladden kan ikke gemmes: No space left on device" in last.said
    assert "Du har svaret:" in last.said
    assert "12 34 56 78" in last.heard[-1]


def test_the_command_asks_at_the_terminal_and_says_what_is_next(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(builtins, "input", Typist(*CLUB, *OFFER, *END).ask)
    assert main(["new"]) == 0
    said = capsys.readouterr()
    assert "Skrevet: clubs/nord-if.yaml" in said.out
    assert "holdkatalog check clubs/nord-if.yaml" in said.out
    assert "holdkatalog new nord-if" in said.out
    assert said.err == ""
    monkeypatch.setattr(builtins, "input", Typist("Syd IF", gone=KeyboardInterrupt).ask)
    assert main(["new"]) == 130
    assert "Svarene ligger i clubs/ny-forening.kladde." in capsys.readouterr().err
    (root / "clubs" / "ny-forening.kladde").write_text("[\n", "utf-8")
    assert main(["new"]) == 1


def test_a_club_that_is_not_there_or_has_errors_is_told_so(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "findes-ikke"]) == 2
    assert "clubs/findes-ikke.yaml: Filen er der ikke" in capsys.readouterr().out
    (root / "clubs" / "vig-if.yaml").write_text("forening: Vig IF\n", "utf-8")
    assert main(["new", "vig-if"]) == 1
    assert 'I filen mangler feltet "hold".' in capsys.readouterr().out
    (root / "content" / "omraader.yaml").write_text("a: [\n", "utf-8")
    assert main(["new"]) == 1


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
