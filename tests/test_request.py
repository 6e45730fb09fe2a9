"""A stranger's request on a forge: an honest one gets its answer, and of an attack nothing ever runs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from attack import evil, filters, text
from holdkatalog.comparing.taking import take
from inert import active, orders, plain
from stranger import ROOT, forge, git, installed, request
from stranger import run as run_here
from stranger import upstream as made

GITHUB, FORGEJO = ".github/workflows/site.yml", ".forgejo/workflows/site.yml"
CLUB = "clubs/vig-stavgaengere.yaml"
SOURCE = (ROOT / CLUB).read_text("utf-8")
CHEAP = SOURCE.replace("pris: gratis", "pris: 50 kr. pr. gang", 1)
WRONG = SOURCE.replace("aktivitet: stavgang", "aktivitet: stavgagn", 1)


@pytest.fixture(autouse=True)
def _tools() -> None:
    for program in ("git", "make", "bash"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


@pytest.fixture(params=["a checkout of the program", "a municipality's own"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return made(tmp_path / "upstream", own="own" in request.param)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return made(tmp_path / "upstream", own=False)


def test_an_honest_request_is_told_what_it_changes_and_can_look_at_its_pages(either: Path) -> None:
    commit = request(either, "main", {CLUB: text(CHEAP)})
    ended = forge(GITHUB, either, commit, either.parent / "runner")
    assert ended.code == 0, ended.log
    assert "Pris nu: 50 kr. pr. gang" in ended.log
    assert "Pris nu: `50 kr. pr. gang" in ended.summary
    page = ended.preview / "hold" / "vig-stavgaengere" / "stavgang" / "index.html"
    assert "50 kr. pr. gang" in page.read_text("utf-8")
    assert not (ended.preview / "hold" / "krolf-grevinge").exists()
    base = ended.folder / "base"
    assert (base / CLUB).read_text("utf-8") == SOURCE, "our own files are left alone"
    assert git(base, "worktree", "list").count("\n") == 0


def test_an_honest_mistake_is_shown_beside_its_line(repository: Path) -> None:
    commit = request(repository, "main", {CLUB: text(WRONG)}, gone=("clubs/krolf-grevinge.yaml",))
    ended = forge(GITHUB, repository, commit, repository.parent / "runner")
    assert ended.code == 1
    marks = [rest for name, rest in orders(ended.log) if name == "error"]
    line = SOURCE.split("\n").index("    aktivitet: stavgang") + 1
    assert len(marks) == 1
    assert marks[0].startswith(f" file={CLUB},title=Det skal rettes,line={line},")
    assert 'Mente du "stavgang"?' in ended.summary
    assert "Krolf" in ended.summary, "what else it changes is told all the same"
    assert "Bagefter" not in ended.summary, "and nobody else's file has changed"
    assert not ended.preview.exists()


def test_what_the_base_got_meanwhile_is_no_change_of_the_request(repository: Path) -> None:
    """Forgejo checks out the request's own branch, which may lie behind."""
    start = git(repository, "rev-parse", "main")
    commit = request(repository, start, {CLUB: text(CHEAP)})
    other = request(repository, start, {}, gone=("clubs/krolf-grevinge.yaml",))
    git(repository, "update-ref", "refs/heads/main", other)
    place = repository.parent / "runner"
    ended = forge(FORGEJO, repository, commit, place, GITEA_ACTIONS="true")
    assert ended.code == 0, ended.log
    assert "Pris nu" in ended.log
    assert "Krolf" not in ended.log
    assert [name for name, _ in orders(ended.log)] == ["stop-commands"], "Forgejo shows no marks"


@pytest.mark.parametrize("same_line", [False, True])
def test_what_others_have_corrected_in_the_same_file_meanwhile_is_not_taken_back(
    repository: Path, *, same_line: bool
) -> None:
    start = git(repository, "rev-parse", "main")
    others = SOURCE.replace("pris: gratis", "pris: 60 kr. pr. gang", 1)
    if not same_line:
        others = SOURCE.replace("forening: Vig Stavgængere", "forening: Vig Stavgang", 1)
    assert others != SOURCE
    commit = request(repository, start, {CLUB: text(CHEAP)})
    git(
        repository,
        "update-ref",
        "refs/heads/main",
        request(repository, start, {CLUB: text(others)}),
    )
    into = repository.parent / "into"
    git(repository, "worktree", "add", "-q", "--detach", str(into), "main")
    git(repository, "symbolic-ref", "HEAD", "refs/heads/main")
    assert take(repository, commit, into).problems == ()
    laid = (into / CLUB).read_text("utf-8")
    assert "50 kr. pr. gang" in laid
    assert ("forening: Vig Stavgang\n" in laid) is not same_line
    assert laid == CHEAP if same_line else laid != CHEAP


def only_marks(log: str) -> None:
    """The runner heard of no order but marks, each with a place that is whole, and the silence around the rest."""
    heard = list(orders(log))
    names = [name for name, _ in heard]
    assert set(names) == {"error", "warning", "stop-commands"}
    most = max(names.count("error"), names.count("warning"))
    assert most <= 20, "ten of each of two commands"
    for rest in (rest for name, rest in heard if name != "stop-commands"):
        assert rest.startswith(" file="), rest
        assert ":" not in rest[: rest.index("::")]


def test_of_an_attack_nothing_runs_and_nothing_is_active(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = repository.parent / "kanariefugl"
    home = filters(repository.parent / "home", canary)
    commit = request(repository, "main", evil(canary), gone=("clubs/krolf-grevinge.yaml",))
    monkeypatch.setattr("stranger._anyhow", lambda _: None)
    ended = forge(GITHUB, repository, commit, repository.parent / "runner", HOME=str(home))
    assert ended.code == 1, ended.log
    assert not canary.exists()
    assert not list(repository.parent.rglob("*kanariefugl"))
    only_marks(ended.log)
    assert "root:" not in ended.log + ended.summary
    assert "repositoryformatversion" not in ended.log + ended.summary
    assert active(ended.summary) == set()
    outside = plain(ended.summary)
    assert not [sign for sign in ("@", "http", "Ond", "set-env", "<") if sign in outside]
    assert "\n   .ci/check\n" in ended.log, "that other files are changed is said"
    for name in ("passwd.yaml", "config.yaml", "under", "program.yaml", "stor.yaml", "ond.html"):
        assert f"clubs/{name}: " in ended.log
    for name in ("side.jpg", "tegning.svg", "script.png", "link.jpg", ".htaccess"):
        assert f"clubs/foto/{name}: " in ended.log
    assert not ended.preview.exists()
    # And the bird does sing, where somebody checks the request out.
    checkout = ["git", "reset", "-q", "--hard", "HEAD"]
    run_here(checkout, ended.folder / "request", {"HOME": str(home)})
    assert canary.exists()


def test_a_request_that_goes_out_of_its_folder_is_never_followed(repository: Path) -> None:
    blob = git(repository, "hash-object", "-w", "--stdin", given=b"forening: Ond\n")
    inner = git(repository, "mktree", given=f"100644 blob {blob}\tond.yaml\n".encode())
    up = git(repository, "mktree", given=f"040000 tree {inner}\t..\n".encode())
    tree = git(repository, "mktree", given=f"040000 tree {up}\tclubs\n".encode())
    commit = git(repository, "commit-tree", tree, "-p", "main", "-m", "x")
    ended = forge(GITHUB, repository, commit, repository.parent / "runner")
    assert ended.code != 0
    assert not list(repository.parent.rglob("ond.yaml"))


def test_a_request_of_other_people_than_ours_can_not_be_read(repository: Path) -> None:
    tree = git(repository, "rev-parse", "main^{tree}")
    stranger = git(repository, "commit-tree", tree, "-m", "x")
    ended = forge(GITHUB, repository, stranger, repository.parent / "runner")
    assert ended.code == 2
    assert "Ændringen kan ikke læses med git." in ended.log


def test_a_program_that_breaks_down_gives_the_runner_no_orders(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it says then is no answer of ours, and a stranger's words may stand in it."""
    broken = "#!/bin/sh\necho '::add-mask::x' >&2\necho '##[set-env name=A]b' >&2\nexit 1\n"
    monkeypatch.setattr("stranger._COMMAND", broken)
    commit = request(repository, "main", {CLUB: text(CHEAP)})
    ended = forge(GITHUB, repository, commit, repository.parent / "runner")
    assert ended.code == 1
    assert ended.log.count("::add-mask::x") > 1, "it is said all the same"
    assert {name for name, _ in orders(ended.log)} == {"stop-commands"}


def test_gitlab_gets_its_report_and_a_person_the_answer(tmp_path: Path) -> None:
    repository = made(tmp_path / "upstream", own=True)
    found = yaml.load((ROOT / ".gitlab-ci.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts
    commit = request(repository, "main", {CLUB: text(WRONG)})
    place = repository.parent / "builds"
    git(repository.parent, "clone", "-q", str(repository), str(place))
    git(place, "fetch", "-q", "origin", commit)
    git(place, "checkout", "-q", commit)
    env = {
        "GITLAB_CI": "true",
        "CI": "true",
        "CI_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    }
    *before, last = found["check"]["script"]
    for _ in ("a new folder", "one that the runner has kept"):
        git(place, "clean", "-ffdxq")
        done = run_here(["bash", "-eo", "pipefail", "-c", "\n".join(before)], place, env)
        assert done.returncode == 0, done.stdout
    installed(place / ".base")
    done = run_here(["bash", "-eo", "pipefail", "-c", last], place, env)
    assert done.returncode == 1, done.stdout
    assert 'Mente du "stavgang"?' in done.stdout
    artifacts = found["check"]["artifacts"]
    (row,) = json.loads((place / artifacts["reports"]["codequality"]).read_text("utf-8"))
    assert row["location"]["path"] == CLUB
