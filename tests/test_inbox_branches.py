"""The branches of what was sent: of which day, on which base, and never over what others have made."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from inbox_cases import EXAMPLES
from inbox_repo import Place, place


@pytest.fixture
def here(tmp_path: Path) -> Place:
    """A repository and an empty folder of mails."""
    return place(tmp_path)


def test_only_the_branch_is_sent_and_never_over_another(here: Place, tmp_path: Path) -> None:
    there = tmp_path / "fjern.git"
    subprocess.run(["git", "init", "-q", "--bare", str(there)], check=True)
    here.git("remote", "add", "origin", str(there))
    here.put("ny-forening.eml")
    here.run(remote="origin")
    (branch,) = here.branches()
    name, commit = branch.split()
    assert here.git("ls-remote", "origin") == f"{commit}\trefs/heads/{name}"
    other = here.git("commit-tree", "main^{tree}", "-m", "x")
    here.git("push", "-q", "origin", f"+{other}:refs/heads/{name}")
    (here.post / "behandlet").rename(here.post / "væk")
    here.put("ny-forening.eml")
    (one,) = here.run(remote="origin")
    assert one.left.startswith("Git siger:")
    assert (here.post / "ny-forening.eml").exists()
    assert here.git("ls-remote", "origin").startswith(other)


def test_a_branch_that_somebody_has_worked_on_is_left_alone(here: Place) -> None:
    here.put("ny-forening.eml")
    here.run()
    name = here.branches()[0].split()[0]
    here.git(
        "update-ref",
        f"refs/heads/{name}",
        here.git("commit-tree", f"{name}^{{tree}}", "-p", name, "-m", "x"),
    )
    before = here.branches()
    (here.post / "behandlet").rename(here.post / "væk")
    here.put("ny-forening.eml")
    (one,) = here.run()
    assert here.branches() == before
    assert "andre har arbejdet på den" in "\n".join(one.lines)


def test_a_branch_of_another_history_is_left_alone(here: Place) -> None:
    here.put("ny-forening.eml")
    here.run()
    name = here.branches()[0].split()[0]
    here.git("update-ref", f"refs/heads/{name}", here.git("commit-tree", "main^{tree}", "-m", "x"))
    (here.post / "behandlet").rename(here.post / "væk")
    here.put("ny-forening.eml")
    (one,) = here.run()
    assert one.files[0].branch
    assert one.files[0].branch.touched


@pytest.mark.parametrize(
    "written", ["Fri, 31 Dec 9999 23:59:59 -1200", "Fri, 1 Jan 1999 00:00:00 +1400", "", "x"]
)
def test_a_mail_from_no_day_at_all_is_of_today(here: Place, written: str) -> None:
    data = (EXAMPLES / "ny-forening.eml").read_bytes()
    here.put("a.eml", re.sub(rb"Date: .*", f"Date: {written}".encode(), data))
    here.run()
    when = here.git("log", "-1", "--format=%ad", "--date=iso", here.branches()[0].split()[0])
    assert when == "2026-11-25 12:00:00 +0100"


def test_a_mail_without_a_zone_is_of_the_worlds_time(here: Place) -> None:
    data = (EXAMPLES / "ny-forening.eml").read_bytes().replace(b"10:00:00 +0100", b"10:00:00 -0000")
    here.put("a.eml", data)
    here.run()
    when = here.git("log", "-1", "--format=%ad", "--date=iso", here.branches()[0].split()[0])
    assert when == "2026-11-24 11:00:00 +0100"


def test_other_peoples_branches_can_be_the_base(here: Place) -> None:
    here.git("branch", "udgivet", "main^")
    here.put("vedhaeftet.eml")
    here.run(base="udgivet")
    name = here.branches()[0].split()[0]
    assert here.git("rev-parse", f"{name}^") == here.git("rev-parse", "udgivet")
