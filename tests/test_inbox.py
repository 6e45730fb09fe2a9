"""The inbox on real repositories: one branch a file, answers beside, and the user's own work untouched."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from holdkatalog.errors import CatalogueError
from holdkatalog.inbox import InboxError, handled
from holdkatalog.inbox.folder import held
from holdkatalog.post import Mail, opened
from inbox_cases import EXAMPLES
from inbox_repo import CLUB, Place, place


@pytest.fixture
def here(tmp_path: Path) -> Place:
    """A repository and an empty folder of mails."""
    return place(tmp_path)


def test_a_mail_becomes_a_branch_and_an_answer_and_is_put_away(here: Place) -> None:
    here.put("med-udgave.eml")
    (one,) = here.run()
    (branch,) = here.branches()
    name, commit = branch.split()
    assert re.fullmatch("forslag/[0-9a-f]{16}", name)
    id_ = name.removeprefix("forslag/")
    assert here.files() == [
        f"behandlet/med-udgave-{id_}.eml",
        *(f"svar/med-udgave-{id_}.svar.eml", f"svar/med-udgave-{id_}.svar.txt"),
    ]
    assert here.git("diff", "--name-only", "main", name) == CLUB
    assert here.git("rev-parse", f"{name}^") == here.git("rev-parse", "main")
    expected = (EXAMPLES / "med-udgave.git.txt").read_text("utf-8").partition("\n@@")[0]
    assert here.git("log", "-1", "--format=%B", commit) == expected.strip()
    assert here.git("log", "-1", "--format=%an %ae %cn %ad", "--date=iso", commit) == (
        "Aktive Fællesskaber brobygger@example.org Aktive Fællesskaber 2026-11-24 10:00:00 +0100"
    )
    assert one.text == (here.post / f"svar/med-udgave-{id_}.svar.txt").read_text("utf-8")
    assert one.text == (EXAMPLES / "med-udgave.svar.txt").read_text("utf-8")
    assert one.clean


def test_nothing_of_the_users_own_is_touched(here: Place) -> None:
    (here.root / CLUB).write_text("# mit eget\n", "utf-8")
    here.git("add", CLUB)
    (here.root / "clubs" / "lungekoret.yaml").write_text("# også mit\n", "utf-8")
    (here.root / "ny.txt").write_text("x", "utf-8")
    files = {
        p: p.read_bytes() for p in here.root.rglob("*") if p.is_file() and ".git/" not in str(p)
    }
    index, status = (here.root / ".git" / "index").read_bytes(), here.git("status", "--short")
    here.put("ny-forening.eml")
    here.put("vedhaeftet.eml")
    assert [one.clean for one in here.run()] == [True, True]
    assert len(here.branches()) == 2
    assert {p: p.read_bytes() for p in files} == files
    assert (here.root / ".git" / "index").read_bytes() == index
    assert here.git("status", "--short") == status
    assert here.git("symbolic-ref", "HEAD") == "refs/heads/main"


def test_the_same_mail_gives_the_same_branch_everywhere_and_is_not_handled_twice(
    here: Place, tmp_path: Path
) -> None:
    there = place(tmp_path / "b")
    for each in (here, there):
        each.put("ny-forening.eml")
        each.run()
    assert here.branches() == there.branches()
    data = (EXAMPLES / "ny-forening.eml").read_bytes()
    here.put("en anden gang.eml", data)
    here.put("ny-forening.eml")
    before = here.branches()
    assert [(one.again, one.answer, one.clean) for one in here.run()] == [(True, None, True)] * 2
    assert here.branches() == before
    assert len([name for name in here.files() if name.startswith("behandlet/")]) == 3
    assert len([name for name in here.files() if name.startswith("svar/")]) == 2


def test_several_files_of_one_mail_get_a_branch_each_and_one_answer(here: Place) -> None:
    here.put("flere-filer.eml")
    (one,) = here.run()
    names = [line.split()[0] for line in here.branches()]
    assert [names[0], f"{names[0]}-2"] == names
    assert one.refused == ("Brev til kommunen.docx",)
    assert not one.clean
    assert "kan ikke læses: Brev til kommunen.docx" in "\n".join(one.lines)


@pytest.mark.parametrize("name", ["fejl", "uden-forening", "kun-word", "citat", "intet-nyt", "cpr"])
def test_a_mail_that_changes_nothing_gets_only_an_answer(here: Place, name: str) -> None:
    here.put(f"{name}.eml")
    (one,) = here.run()
    assert here.branches() == []
    assert one.answer
    assert one.answer.is_file()
    assert one.clean is (name == "intet-nyt")
    assert not (here.post / f"{name}.eml").exists()


def test_a_file_without_a_mail_is_taken_and_known_by_its_name_too(here: Place) -> None:
    data = (EXAMPLES / "clubs" / "lungekoret.yaml").read_bytes().replace(b"ring", b"skriv")
    here.put("lungekoret.yaml", data)
    here.put("andet-kor.yml", data)
    found = here.run()
    assert [one.files[0].verdict.club for one in found] == ["andet-kor", "lungekoret"]
    assert len(here.branches()) == 2
    assert len([name for name in here.files() if name.endswith(".eml")]) == 0


def test_an_answer_of_a_machine_is_put_away_without_one(here: Place) -> None:
    here.put("ferie.eml", b"From: a@example.org\nAuto-Submitted: auto-replied\n\nPaa ferie\n")
    (one,) = here.run()
    assert (one.automatic, one.answer, one.clean) == (True, None, True)
    assert [name.partition("-")[0] for name in here.files()] == ["behandlet/ferie"]


def test_what_is_no_mail_stays_and_is_told(here: Place) -> None:
    here.put("brev.docx", b"PK")
    (here.post / "vej.eml").symlink_to("/etc/passwd")
    (here.post / "mappe.eml").mkdir()
    here.put(".skjult.eml", b"x")
    found = here.run()
    assert [one.path.name for one in found] == ["brev.docx", "vej.eml"]
    assert all("ligger der endnu" in one.lines[0] for one in found)


def test_a_file_that_never_ends_is_answered_and_not_read_to_its_end(here: Place) -> None:
    big = here.put("stor.eml", b"From: a@example.org\n\n")
    with big.open("ab") as file:
        file.truncate(25 * 1024 * 1024)
    here.put("stor.yaml", b"a" * (21 * 1024 * 1024))
    assert ["så stor, at vi ikke kan åbne den" in one.text for one in here.run()] == [True, True]


def test_an_inbox_that_cannot_be_opened_says_why(here: Place, tmp_path: Path) -> None:
    wishes = here.wishes()
    cases: list[tuple[dict[str, Any], str]] = [
        ({"root": tmp_path}, "Her er ikke noget git-lager"),
        ({"folder": tmp_path / "nej"}, "er ikke en mappe"),
        ({"answers": here.post}, "Svarene kan ikke ligge sammen med mailene"),
        ({"remote": "--upload-pack=x"}, "Git kender ikke --upload-pack=x"),
        ({"base": "--help"}, "Git kender ikke --help"),
        ({"folder": here.root}, "kunne komme med i git"),
        ({"answers": here.root / "svar"}, "kunne komme med i git"),
    ]
    for change, words in cases:
        with pytest.raises(InboxError, match=re.escape(words)):
            list(handled(replace(wishes, **change)))


def test_a_folder_that_git_leaves_out_may_lie_in_the_catalogue(here: Place) -> None:
    (here.root / ".gitignore").write_text("/post/\n", "utf-8")
    inside = here.root / "post"
    here.post.rename(inside)
    moved = Place(here.root, inside)
    moved.put("ny-forening.eml")
    assert [one.clean for one in moved.run()] == [True]


def test_a_mistake_of_ours_leaves_the_mail_and_takes_the_next(
    here: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(data: bytes) -> Mail:
        if b"stumble" in data:
            raise ZeroDivisionError
        return opened(data)

    monkeypatch.setattr("holdkatalog.inbox.opened", stumble)
    here.put("a.eml", b"Subject: stumble\n\nHej\n")
    here.put("ny-forening.eml")
    first, second = here.run()
    assert "meld fejlen. (ZeroDivisionError)" in first.lines[0]
    assert (here.post / "a.eml").exists()
    assert second.clean


def test_two_cannot_be_at_the_same_folder(here: Place) -> None:
    with held(here.post) as free:
        assert free
        with pytest.raises(InboxError, match="En anden er i gang"):
            here.run()


def test_errors_in_the_municipalitys_own_files_are_told_as_such(here: Place) -> None:
    (here.root / "content" / "kommune.yaml").write_text("navn: [\n", "utf-8")
    here.git("commit", "-q", "-a", "-m", "x")
    with pytest.raises(CatalogueError):
        here.run()


def test_names_of_photos_are_known_without_the_photos(here: Place) -> None:
    (here.root / "clubs" / "foto").mkdir()
    (here.root / "clubs" / "foto" / "a.jpg").write_bytes(b"x")
    here.git("add", ".")
    here.git("commit", "-q", "-m", "x")
    photo = "foto:\n  fil: a.jpg\n  alt: En sti\n  samtykke: 1. september 2026\n\nhold:\n"
    data = (EXAMPLES / "clubs" / "lungekoret.yaml").read_text("utf-8").replace("hold:\n", photo)
    here.put("lungekoret.yaml", data.encode())
    assert [one.clean for one in here.run()] == [True]
