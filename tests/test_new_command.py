"""`holdkatalog new` at a terminal: a conversation, a file in the end, and nothing lost on the way."""

from __future__ import annotations

import builtins
import shutil
from pathlib import Path

import pytest

from holdkatalog.asking import Ended, Voice, converse
from holdkatalog.checking import check
from holdkatalog.cli import main
from holdkatalog.yamlfile import read
from small import ROOT
from typist import CLUB, END, OFFER, THERE, TODAY, Typist


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality with one club, to stand in."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(THERE, tmp_path / "clubs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


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
