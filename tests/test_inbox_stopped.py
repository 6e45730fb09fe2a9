"""The inbox stopped at every step: who begins again gets the same branch and the same answer, and nothing is lost."""

from __future__ import annotations

import hashlib
import itertools
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from holdkatalog.inbox import Handled, branches, folder
from inbox_cases import EXAMPLES
from inbox_repo import Place, place
from small import content

MAIL = "med-udgave.eml"


class Killed(BaseException):
    """The machine stops: nothing of ours may catch it."""


class Steps:
    """Counts what changes something in the world, and stops at one of them, before or after it is done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count, self.stop, self.after = 0, 0, False
        self.error: type[BaseException] = Killed
        self._patch = monkeypatch
        self._wrap(subprocess, "run")
        self._wrap(folder, "keep")
        self._wrap(Path, "hardlink_to")
        self._wrap(Path, "unlink")
        self._wrap(Path, "mkdir")

    def set(self, stop: int, *, after: bool, error: type[BaseException] = Killed) -> None:
        """Stop at that step from now on; 0 is never."""
        self.count, self.stop, self.after, self.error = 0, stop, after, error

    def _wrap(self, owner: Any, name: str) -> None:  # noqa: ANN401 - a module or a class
        real: Callable[..., Any] = getattr(owner, name)

        def step(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the real one takes
            self.count += 1
            if self.count == self.stop and not self.after:
                raise self.error
            answer = real(*given, **named)
            if self.count == self.stop:
                raise self.error
            return answer

        self._patch.setattr(owner, name, step)


def state(here: Place) -> tuple[list[str], dict[str, str]]:
    """The branches, and every file by what is in it."""
    files = {
        name: hashlib.sha256((here.post / name).read_bytes()).hexdigest() for name in here.files()
    }
    return here.branches(), files


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The municipality's words are read once, so that the many runs don't take a minute."""
    monkeypatch.setattr("holdkatalog.inbox.base.read_content", lambda *_: content())


@pytest.fixture
def undisturbed(tmp_path: Path) -> tuple[list[str], dict[str, str]]:
    """What is there after a run that nobody has stopped."""
    there = place(tmp_path / "a")
    there.put(MAIL)
    there.run()
    return state(there)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_who_is_stopped_anywhere_begins_again_and_ends_the_same(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    undisturbed: tuple[list[str], dict[str, str]],
    *,
    after: bool,
) -> None:
    steps = Steps(monkeypatch)
    here = place(tmp_path / "b")
    for stop in itertools.count(1):
        here.put(MAIL)
        steps.set(stop, after=after)
        try:
            here.run()
        except Killed:
            steps.set(0, after=after)
            lying = [name for name in here.files() if name.endswith(MAIL.removeprefix("med-"))]
            kept = (
                any((here.post / "behandlet").glob("*"))
                if (here.post / "behandlet").is_dir()
                else False
            )
            assert lying or kept, f"the mail is lost at step {stop}"
            here.run()
            assert state(here) == undisturbed, f"step {stop}"
            forget(here)
        else:
            break
    assert stop > 15


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_what_git_or_the_disk_refuses_leaves_the_mail_where_it_is(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    undisturbed: tuple[list[str], dict[str, str]],
    *,
    after: bool,
) -> None:
    steps = Steps(monkeypatch)
    here = place(tmp_path / "b")
    here.put(MAIL)
    steps.set(0, after=after)
    here.run()
    last, first = steps.count, first_of_a_mail(here, steps)
    for stop in range(first, last + 1):
        forget(here)
        here.put(MAIL)
        steps.set(stop, after=after, error=OSError)
        (one,) = here.run()
        steps.set(0, after=after)
        assert one.left or one.answer
        again: list[Handled] = here.run()
        assert state(here) == undisturbed, f"step {stop}"
        assert not any(each.left for each in again)


def first_of_a_mail(here: Place, steps: Steps) -> int:
    """The number of the first step that is about a mail and not about the catalogue."""
    steps.set(0, after=False)
    forget(here)
    here.run()
    return steps.count + 1


def forget(here: Place, *, branches: bool = True) -> None:
    """As if no mail had ever come; with its branch kept, as if the machine had stopped then."""
    for line in here.branches() if branches else ():
        here.git("branch", "-q", "-D", line.split()[0])
    for name in here.files():
        (here.post / name).unlink()


def test_a_disk_without_links_moves_the_mail(here_linkless: Place) -> None:
    here_linkless.put(MAIL)
    assert [one.clean for one in here_linkless.run()] == [True]
    assert len([name for name in here_linkless.files() if name.startswith("behandlet/")]) == 1
    here_linkless.put(MAIL)
    assert [one.again for one in here_linkless.run()] == [True]
    assert len([name for name in here_linkless.files() if name.startswith("behandlet/")]) == 2


@pytest.fixture
def here_linkless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A repository on a disk that has no links."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    return place(tmp_path)


def test_a_branch_that_comes_into_being_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = place(tmp_path)
    here.put(MAIL)
    real = branches._tree  # noqa: SLF001 - the moment before the branch is made

    def slow(git: Any, plan: branches.Plan) -> str:  # noqa: ANN401 - passed on
        made = real(git, plan)
        id_ = folder.letter(here.post / MAIL).id
        here.git("branch", f"forslag/{id_}", "main")
        return made

    monkeypatch.setattr(branches, "_tree", slow)
    (one,) = here.run()
    assert one.files[0].branch
    assert one.files[0].branch.touched
    assert here.branches()[0].endswith(here.git("rev-parse", "main"))


def test_who_begins_again_when_the_catalogue_has_moved_on_finds_the_same_branch(
    tmp_path: Path, undisturbed: tuple[list[str], dict[str, str]]
) -> None:
    here = place(tmp_path / "b")
    here.put(MAIL)
    here.run()
    forget(here, branches=False)
    here.git("commit", "-q", "--allow-empty", "-m", "Noget andet")
    here.put(MAIL)
    (one,) = here.run()
    assert one.files[0].branch
    assert not one.files[0].branch.touched
    assert state(here) == undisturbed


def test_git_that_is_stuck_or_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = place(tmp_path)
    here.put(MAIL)
    monkeypatch.setattr("holdkatalog.inbox.git.shutil.which", lambda _: None)
    with pytest.raises(Exception, match="git er ikke installeret"):
        here.run()
    assert (here.post / MAIL).read_bytes() == (EXAMPLES / MAIL).read_bytes()
