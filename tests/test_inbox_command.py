"""The command `inbox`: what is printed, exit codes, and that nothing of the user's or a stranger's steers it."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdkatalog.cli import main
from inbox_cases import EXAMPLES
from inbox_repo import CLUB, Place, place
from small import content

INBOX = ["inbox", "../post", "--date", "2026-11-25"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A repository to stand in, and an empty folder of mails beside it."""
    made = place(tmp_path)
    monkeypatch.chdir(made.root)
    monkeypatch.setattr("holdkatalog.inbox.base.read_content", lambda *_: content())
    return made


def test_what_became_of_each_mail_is_said_with_the_answer_to_send(
    here: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    here.put("med-udgave-og-konflikt.eml")
    assert main(INBOX) == 0
    said = capsys.readouterr()
    name = here.branches()[0].split()[0]
    lines = said.out.splitlines()
    mail = "med-udgave-og-konflikt.eml"
    assert lines[:4] == [
        f"{mail}: {CLUB}: rettelser, ingen fejl, gren {name}",
        f"{mail}: Kun det, som afsenderen har ændret, er taget med.",
        f"{mail}: Ikke taget med, fordi det også er ændret af andre: hold.stavgang.pris",
        f"{mail}: svaret ligger i ../post/svar/{mail.removesuffix('.eml')}-{name[8:]}.svar.txt",
    ]
    answer = (EXAMPLES / "med-udgave-og-konflikt.svar.txt").read_text("utf-8")
    assert (
        "\n".join(f"    {line}".rstrip() for line in answer.splitlines()).replace(
            "Aktive Fællesskaber", "Aktive Fællesskaber Odsherred"
        )
        in said.out
    )
    assert said.err == ""


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("fejl.eml", 1, "clubs/hoeve-petanque.yaml: fejl, der skal rettes"),
        ("uden-forening.eml", 1, "2026.yaml: ingen kan se, hvilken forening det er"),
        ("kun-word.eml", 1, "kan ikke læses: Vores hold.docx"),
        ("citat.eml", 1, "citat.eml: ingen oplysninger"),
        ("intet-nyt.eml", 0, f"{CLUB}: intet nyt"),
    ],
)
def test_the_exit_code_says_whether_somebody_has_to_mend_something(
    here: Place, capsys: pytest.CaptureFixture[str], name: str, code: int, words: str
) -> None:
    here.put(name)
    assert main([*INBOX, "--answers", "../svarene"]) == code
    assert words in capsys.readouterr().out
    assert len(list((here.post.parent / "svarene").glob("*.svar.txt"))) == 1
    assert main(INBOX) == 0
    assert capsys.readouterr().out == "Der er ingen mails.\n"


def test_a_mail_that_was_there_before_and_a_machines_are_said(
    here: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    here.put("ny-forening.eml")
    assert main(INBOX) == 0
    here.put("igen.eml", (EXAMPLES / "ny-forening.eml").read_bytes())
    here.put("ferie.eml", b"Auto-Submitted: auto-replied\n\nPaa ferie\n")
    capsys.readouterr()
    assert main(INBOX) == 0
    assert capsys.readouterr().out.splitlines() == [
        "ferie.eml: et automatisk svar, som ingen skal svare på",
        "igen.eml: den er behandlet før og er lagt til side",
    ]


def test_what_cannot_be_taken_is_complained_of(
    here: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    here.put("\x1b[31mrød\u202e.msg", b"x")
    assert main(INBOX) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "\x1b" not in said.err
    assert "\u202e" not in said.err
    assert "gem den som .eml" in said.err


def test_a_wrong_folder_and_errors_in_the_catalogue_stop_it(
    here: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["inbox", "../nej"]) == 2
    assert "../nej er ikke en mappe." in capsys.readouterr().err
    monkeypatch.undo()
    monkeypatch.chdir(here.root)
    (here.root / "content" / "kommune.yaml").write_text("navn: [\n", "utf-8")
    here.git("commit", "-q", "-a", "-m", "x")
    assert main(INBOX) == 1
    assert "kommune.yaml" in capsys.readouterr().out
    (here.root / "publishconf.py").unlink()
    assert main(INBOX) == 2
    assert "Der er ingen publishconf.py" in capsys.readouterr().err


def test_hooks_and_habits_of_the_user_change_nothing(here: Place, tmp_path: Path) -> None:
    there = place(tmp_path / "b")
    there.put("ny-forening.eml")
    here.put("ny-forening.eml")
    for name in ("reference-transaction", "post-commit", "pre-push", "post-index-change"):
        hook = here.root / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/kaldt\n", "utf-8")
        hook.chmod(0o755)
    for key, value in (
        *(("commit.gpgSign", "true"), ("i18n.commitEncoding", "latin1"), ("core.autocrlf", "true")),
        *(("core.splitIndex", "true"), ("user.name", "nogen"), ("core.quotePath", "true")),
    ):
        here.git("config", key, value)
    here.run()
    there.run()
    assert here.branches() == there.branches()
    assert not (tmp_path / "kaldt").exists()


def test_a_strangers_mail_writes_nothing_but_clubs_files(here: Place) -> None:
    for mail in sorted(EXAMPLES.glob("*.eml")):
        here.put(mail.name)
    before = sorted(p for p in here.root.rglob("*") if ".git/" not in str(p))
    assert [one.left for one in here.run() if one.left] == []
    assert sorted(p for p in here.root.rglob("*") if ".git/" not in str(p)) == before
    names = [line.split()[0] for line in here.branches()]
    assert len(names) > 15
    for name in names:
        (file,) = here.git("diff", "--name-only", "main", name).splitlines()
        assert file.startswith("clubs/")
        assert file.count("/") == 1
        assert here.git("rev-parse", f"{name}^") == here.git("rev-parse", "main")
        told = here.git("log", "-1", "--format=%B%an%cn", name)
        assert "@" not in told
        assert "formand@" not in told


def test_ctrl_c_is_taken_kindly_and_the_mail_waits(
    here: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    here.put("ny-forening.eml")
    monkeypatch.setattr("holdkatalog.inbox._opened", stopped)
    assert main(INBOX) == 130
    assert "Du har stoppet programmet." in capsys.readouterr().err
    assert (here.post / "ny-forening.eml").is_file()


def test_without_room_for_a_copy_of_the_catalogue_nothing_begins(
    here: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    here.put("ny-forening.eml")
    monkeypatch.setattr("tempfile.TemporaryDirectory", full)
    assert main(INBOX) == 2
    told = "Det kan ikke læses eller gemmes: der er ikke mere plads på disken.\n"
    assert capsys.readouterr().err == told
    assert (here.post / "ny-forening.eml").is_file()
