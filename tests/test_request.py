"""A stranger's request on a forge: an honest one gets its answer, and of an attack nothing ever runs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from inert import active, orders, plain
from stranger import FILE, LINK, PROGRAM, ROOT, SUBMODULE, Entries, forge, git, installed, request
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


def text(words: str) -> tuple[str, bytes]:
    return FILE, words.encode()


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


def evil(canary: Path) -> Entries:
    """All that a stranger can think of; whatever of it runs touches the canary."""
    touch = f"touch {canary}"
    script = (PROGRAM, f"#!/bin/sh\n{touch}\n".encode())
    python = text(f"import os\nos.system({touch!r})\n")
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nforening: *a\n"
    orders_ = (
        "::set-env name=PATH::/tmp",
        "##[add-path]/tmp",
        f"::{'0' * 32}::",
        "::stop-commands::x",
        f"$({touch})`{touch}`",
        "<img src=x onerror=alert(1)> ![x](https://example.org/x.png) [l](https://example.org) @all",
        "```\n\n# Overskrift\n\n</code></pre><script>alert(1)</script>",
    )
    club = "forening: Ond\nhold:\n"
    for n, words in enumerate(orders_):
        club += f"  hold-{n}:\n    navn: {json.dumps(words)}\n    aktivitet: {json.dumps(words)}\n"
    html = b"<html><script>alert(1)</script></html>"
    return {
        "Makefile": text(f".venv/ready:\n\t{touch}\n"),
        "requirements.txt": text("./ond.whl\n"),
        "pyproject.toml": text("[build-system]\nrequires = ['ond']\n"),
        "publishconf.py": python,
        "sitecustomize.py": python,
        "holdkatalog/__init__.py": python,
        "scripts/holdkatalog/__init__.py": python,
        **{f".ci/{name}": script for name in ("check", "ready", "get", "run", "publish")},
        GITHUB: text("on: pull_request_target\n"),
        ".gitattributes": text("* filter=ond diff=ond merge=ond export-subst\n"),
        "clubs/.gitattributes": text("* filter=ond\n"),
        ".gitmodules": text(f'[submodule "ond"]\n\tpath = clubs/under\n\turl = "ext::{touch}"\n'),
        "clubs/ond.yaml": text(club),
        f"clubs/$({touch}).yaml".replace("/", "\u2044").replace("\u2044", "/", 1): text(club),
        "clubs/ny\n::set-env name=A::b\n.yaml": text(club),
        "clubs/::add-path::x.yaml": text(club),
        "clubs/@kommunen ![x](https:example.org).yaml": text(club),
        "clubs/-o.yaml": text(club),
        "clubs/--output=x.yaml": text(club),
        "clubs/\udcff.yaml": text(club),
        "clubs/passwd.yaml": (LINK, b"/etc/passwd"),
        "clubs/config.yaml": (LINK, b"../.git/config"),
        "clubs/foto/link.jpg": (LINK, b"/etc/passwd"),
        "clubs/under": (SUBMODULE, b"1" * 40),
        "clubs/program.yaml": script,
        "clubs/stor.yaml": text("a" * (2 << 20)),
        "clubs/bombe.yaml": text(bomb),
        "clubs/mappe/ond.yaml": text(club),
        "clubs/ond.html": (FILE, html),
        "clubs/foto/side.jpg": (FILE, html),
        "clubs/foto/tegning.svg": text("<svg onload='alert(1)'/>"),
        "clubs/foto/script.png": (FILE, script[1]),
        "clubs/foto/.htaccess": text("AddType text/html .png\n"),
    }


def test_of_an_attack_nothing_runs_and_nothing_is_active(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = repository.parent / "kanariefugl"
    home = repository.parent / "home"
    home.mkdir()
    # A person's own settings may hold filters; no attribute of a stranger may start them.
    (home / ".gitconfig").write_text(
        f'[filter "ond"]\n\tsmudge = touch {canary}; cat\n\tclean = touch {canary}; cat\n'
        f'[diff "ond"]\n\ttextconv = touch {canary}; cat\n\tcommand = touch {canary}\n'
        f'[merge "ond"]\n\tdriver = touch {canary}\n',
        "utf-8",
    )
    commit = request(repository, "main", evil(canary), gone=("clubs/krolf-grevinge.yaml",))
    monkeypatch.setattr("stranger._anyhow", lambda _: None)
    ended = forge(GITHUB, repository, commit, repository.parent / "runner", HOME=str(home))
    assert ended.code == 1, ended.log
    assert not canary.exists()
    assert not list(repository.parent.rglob("*kanariefugl"))
    heard = list(orders(ended.log))
    names = [name for name, _ in heard]
    assert set(names) == {"error", "warning", "stop-commands"}
    assert max(names.count("error"), names.count("warning")) <= 20, (
        "ten of each step's two commands"
    )
    for name, rest in heard:
        if name != "stop-commands":
            assert rest.startswith(" file="), rest
            assert rest.count("::") >= 1
            assert ":" not in rest[: rest.index("::")]
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
    done = run_here(["bash", "-eo", "pipefail", "-c", "\n".join(before)], place, env)
    assert done.returncode == 0, done.stdout
    installed(place / ".base")
    done = run_here(["bash", "-eo", "pipefail", "-c", last], place, env)
    assert done.returncode == 1, done.stdout
    assert 'Mente du "stavgang"?' in done.stdout
    artifacts = found["check"]["artifacts"]
    (row,) = json.loads((place / artifacts["reports"]["codequality"]).read_text("utf-8"))
    assert row["location"]["path"] == CLUB
