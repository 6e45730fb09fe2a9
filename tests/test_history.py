"""What git is asked of the files, in repositories of all kinds, each made by git itself."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from holdkatalog import history
from holdkatalog.history import History
from holdkatalog.messages import told

TODAY = dt.date(2026, 11, 25)
ME = ("-c", "user.name=Prøve", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str, at: str = "2026-01-01T12:00:00+0100") -> str:
    """Run git there; what it commits is written long ago and committed then."""
    when = {"GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": "2001-02-03T04:05:06+0000"}
    done = subprocess.run(
        ["git", "-C", str(folder), *ME, *words],
        env={**os.environ, **when},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def write(root: Path, path: str, *, line: int = 0, word: str = "") -> None:
    """Make the file, or give one of its lines another word."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = (
        file.read_text("utf-8").splitlines()
        if file.exists()
        else [f"{path} {n}" for n in range(40)]
    )
    if word:
        lines[line] = word
    file.write_text("\n".join([*lines, ""]), "utf-8")


def commit(root: Path, day: str) -> None:
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "Rettet", at=f"{day}T12:00:00+0100")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with two clubs and a course, all of 1 January 2026."""
    place = tmp_path / "lager"
    for path in ("clubs/vig.yaml", "clubs/højby gåfodbold.yaml", "content/forloeb/k.yaml"):
        write(place, path)
    git(tmp_path, "init", "-q", "-b", "main", str(place))
    commit(place, "2026-01-01")
    return place


def edited(root: Path, today: dt.date = TODAY) -> dict[str, str]:
    """The day of each file as month and day, by its name alone."""
    found = history.history(root, today)
    assert found.lacking is None
    return {Path(path).stem: f"{day:%m-%d}" for path, day in found.edited.items()}


def lacking(root: Path) -> str:
    found = history.history(root, TODAY)
    assert found.edited == {}
    assert found.lacking
    return found.lacking.code


def test_each_file_has_the_day_of_its_last_edit_by_its_path_from_the_root(root: Path) -> None:
    write(root, "clubs/vig.yaml", word="nyt")
    write(root, "README.md")
    commit(root, "2026-02-02")
    assert history.history(root, TODAY) == History(
        {
            "clubs/højby gåfodbold.yaml": dt.date(2026, 1, 1),
            "clubs/vig.yaml": dt.date(2026, 2, 2),
            "content/forloeb/k.yaml": dt.date(2026, 1, 1),
        }
    )


def test_a_readers_own_settings_of_git_change_nothing(root: Path) -> None:
    for name in ("log.showSignature", "color.ui", "core.quotePath", "diff.noprefix"):
        git(root, "config", name, "always" if name == "color.ui" else "true")
    for name in ("log.showRoot", "diff.renames"):
        git(root, "config", name, "false")
    git(root, "mv", "clubs/vig.yaml", "clubs/vig-if.yaml")
    commit(root, "2026-02-02")
    assert edited(root) == {"højby gåfodbold": "01-01", "k": "01-01", "vig-if": "01-01"}


def test_a_new_name_alone_is_no_edit_but_a_new_name_with_new_words_is(root: Path) -> None:
    write(root, "clubs/vig.yaml", word="nyt")
    commit(root, "2026-02-02")
    git(root, "mv", "clubs/vig.yaml", "clubs/vig-if.yaml")
    git(root, "mv", "clubs/højby gåfodbold.yaml", "clubs/hoejby.yaml")
    write(root, "clubs/hoejby.yaml", word="nyt")
    commit(root, "2026-03-03")
    git(root, "mv", "clubs/vig-if.yaml", "clubs/vig-idraet.yaml")
    commit(root, "2026-04-04")
    found = edited(root)
    assert (found["vig-idraet"], found["hoejby"]) == ("02-02", "03-03")


def test_a_name_that_is_taken_again_is_another_file(root: Path) -> None:
    git(root, "mv", "clubs/vig.yaml", "clubs/vig-if.yaml")
    commit(root, "2026-02-02")
    write(root, "clubs/vig.yaml", word="en helt ny klub")
    commit(root, "2026-03-03")
    found = edited(root)
    assert (found["vig"], found["vig-if"]) == ("03-03", "01-01")


def test_a_merge_edits_only_the_files_that_are_like_no_parents(root: Path) -> None:
    git(root, "switch", "-q", "-c", "forslag")
    write(root, "clubs/vig.yaml", line=3, word="forslag")
    commit(root, "2026-02-02")
    write(root, "content/forloeb/k.yaml", word="forslag")
    commit(root, "2026-02-03")
    git(root, "switch", "-q", "main")
    write(root, "clubs/vig.yaml", line=30, word="rettet imens")
    commit(root, "2026-03-03")
    git(root, "merge", "-q", "--no-edit", "forslag", at="2026-04-04T12:00:00+0200")
    assert edited(root) == {"vig": "04-04", "k": "02-03", "højby gåfodbold": "01-01"}


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-07-01T23:30:00+0000", "07-02"),
        ("2026-07-02T13:00:00+1400", "07-02"),
        ("2026-03-29T00:59:59+0000", "03-29"),
        ("2026-10-24T22:00:00+0000", "10-25"),
        ("2026-10-25T22:59:59+0000", "10-25"),
        ("2026-10-25T23:00:00+0000", "10-26"),
    ],
)
def test_the_day_is_the_one_in_denmark_when_it_was_committed(root: Path, at: str, day: str) -> None:
    write(root, "clubs/vig.yaml", word="nyt")
    git(root, "commit", "-qam", "Rettet", at=at)
    assert edited(root)["vig"] == day


def test_a_day_that_has_not_come_is_not_told(root: Path) -> None:
    write(root, "clubs/vig.yaml", word="nyt")
    commit(root, "2027-01-01")
    assert edited(root) == {"k": "01-01", "højby gåfodbold": "01-01"}
    write(root, "content/forloeb/k.yaml", word="nyt")
    git(root, "commit", "-qam", "Et ur, der går galt", at="@99999999999 +0000")
    assert edited(root) == {"højby gåfodbold": "01-01"}


def test_a_commit_whose_time_is_none_gives_nothing_else_a_wrong_day(root: Path) -> None:
    write(root, "clubs/ny.yaml")
    git(root, "add", "--all")
    tree, parent = git(root, "write-tree"), git(root, "rev-parse", "HEAD")
    who = "x <x@example.org> -1 +0000"
    raw = f"tree {tree}\nparent {parent}\nauthor {who}\ncommitter {who}\n\nx\n"
    file = root / ".git" / "raw"
    file.write_text(raw, "utf-8")
    forged = git(root, "hash-object", "-t", "commit", "-w", "--literally", str(file))
    git(root, "reset", "-q", "--soft", forged)
    assert edited(root) == {"vig": "01-01", "højby gåfodbold": "01-01", "k": "01-01"}


def test_a_part_of_the_history_tells_nothing_and_says_how_to_get_the_rest(
    root: Path, tmp_path: Path
) -> None:
    write(root, "clubs/vig.yaml", word="nyt")
    commit(root, "2026-02-02")
    part = tmp_path / "del"
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), str(part))
    assert lacking(part) == "history-shallow"
    found = history.history(part, TODAY).lacking
    assert found
    assert told(found).endswith("git fetch --unshallow")
    git(part, "fetch", "-q", "--unshallow")
    assert edited(part)["vig"] == "02-02"


def test_a_folder_that_is_no_repository_of_its_own_tells_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = root / "kommune"
    shutil.copytree(root / "clubs", inner / "clubs")
    commit(root, "2026-02-02")
    assert lacking(inner) == "history-missing"
    monkeypatch.setenv("GIT_DIR", str(root / ".git"))
    assert lacking(inner) == "history-missing"
    git(root.parent, "init", "-q", str(inner))
    assert lacking(inner) == "history-missing", "and neither does one without a commit"


def test_a_further_worktree_tells_the_same(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "-q", str(tmp_path / "andet"))
    assert edited(tmp_path / "andet") == edited(root)


@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "echo hej",
        "exec sleep 5",
        'case "$*" in *shallow*) echo false;; *) exec sleep 5;; esac',
        'case "$*" in *shallow*) echo false;; *) exit 128;; esac',
    ],
)
def test_a_git_that_fails_babbles_or_hangs_tells_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    tool = tmp_path / "git"
    tool.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(history, "_PATIENCE", 0.2)
    monkeypatch.setattr(history, "_LONG_PATIENCE", 0.2)
    assert lacking(root) == "history-missing"


def test_what_git_babbles_instead_of_a_history_is_no_edit(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "git"
    tool.write_text('#!/bin/sh\ncase "$*" in *shallow*) echo false;; *) echo M;; esac\n', "utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert history.history(root, TODAY) == History()


def test_without_git_nothing_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert lacking(root) == "history-missing"
