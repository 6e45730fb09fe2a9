"""A forge for tests: a real git repository, a stranger's request made of any bytes, and a runner of its steps."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
FILE, PROGRAM, LINK, SUBMODULE = "100644", "100755", "120000", "160000"
Entries = Mapping[str, tuple[str, bytes]]
WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "x"), ("EMAIL", "x@example.org"), ("DATE", "2026-11-01T12:00Z"))
}
_MAKEFILE = ".PHONY: .venv/ready\n.venv/ready:\n"
_COMMAND = f'#!/bin/sh\nexec {sys.executable} -m holdkatalog "$@"\n'
COMMANDS = ("ENV", "PATH", "OUTPUT", "STATE", "STEP_SUMMARY")


def git(folder: Path, *words: str, given: bytes = b"", **more: str) -> str:
    """What git says."""
    free = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        input=given,
        env={**free, **WHO, **more},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8", "replace").strip()


def upstream(place: Path, *, own: bool) -> Path:
    """The repository that requests are sent to; a municipality's `own` has no Makefile, but a wheel."""
    for name in ("clubs", "content", ".ci"):
        shutil.copytree(ROOT / name, place / name)
    shutil.copy(ROOT / "publishconf.py", place)
    if own:
        (place / "requirements.txt").write_text("# holdkatalog==0.1.0\n", "utf-8")
    else:
        (place / "Makefile").write_text(_MAKEFILE, "utf-8")
    git(place, "init", "-q", "-b", "main")
    git(place, "add", "-A")
    git(place, "commit", "-q", "-m", "start")
    return place


def request(repository: Path, base: str, entries: Entries, *, gone: tuple[str, ...] = ()) -> str:
    """A commit upon `base` with these paths, whatever they are called, and without those that are `gone`."""
    index = str(repository / ".git" / "request-index")
    git(repository, "read-tree", base, GIT_INDEX_FILE=index)
    lines = [f"0 {'0' * 40}\t{path}".encode() for path in gone]
    for path, (mode, content) in entries.items():
        blob = (
            content.decode()
            if mode == SUBMODULE
            else git(repository, "hash-object", "-w", "--stdin", given=content)
        )
        lines.append(f"{mode} {blob}\t{path}".encode("utf-8", "surrogateescape"))
    told = b"".join(line + b"\0" for line in lines)
    git(repository, "update-index", "-z", "--index-info", given=told, GIT_INDEX_FILE=index)
    tree = git(repository, "write-tree", GIT_INDEX_FILE=index)
    return git(repository, "commit-tree", tree, "-p", base, "-m", "::error::$(touch x)")


@dataclass(frozen=True)
class Run:
    """How a job ended: its log, its exit code, its summary, and the folder it ran in."""

    code: int
    log: str
    summary: str
    folder: Path

    @property
    def preview(self) -> Path:
        """Where the pages that change would lie."""
        return next(iter(self.folder.glob("*/preview")), self.folder / "none")


def job(name: str) -> list[dict[str, Any]]:
    """The steps of the job that looks at requests."""
    found = yaml.load((ROOT / name).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts
    steps: list[dict[str, Any]] = found["jobs"]["check"]["steps"]
    return steps


def forge(name: str, repository: Path, commit: str, folder: Path, **more: str) -> Run:
    """Run the job's steps as GitHub's and Forgejo's runners do."""
    folder.mkdir()
    files = {word: folder.parent / f"{folder.name}-{word}" for word in COMMANDS}
    for file in files.values():
        file.touch()
    env = {f"GITHUB_{word}": str(file) for word, file in files.items()}
    env |= {"GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_REF": "refs/pull/1/merge", **more}
    log, code = "", 0
    for step in job(name):
        if "checkout" in step.get("uses", ""):
            _checkout(repository, commit, folder, step["with"])
        elif "run" in step and not code:
            done = run(["bash", "-eo", "pipefail", "-c", step["run"]], folder, env)
            log, code = log + done.stdout, done.returncode
    for word in ("ENV", "PATH", "OUTPUT", "STATE"):
        assert files[word].read_text("utf-8") == "", f"an order to the runner in GITHUB_{word}"
    return Run(code, log, files["STEP_SUMMARY"].read_text("utf-8"), folder)


def run(
    command: list[str], folder: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run it with one stream, as a log shows it."""
    free = {k: v for k, v in os.environ.items() if not k.startswith(("GIT", "HOLDKATALOG", "CI"))}
    return subprocess.run(
        command,
        cwd=folder,
        env={**free, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )


def _checkout(repository: Path, commit: str, folder: Path, words: Mapping[str, str]) -> None:
    """What actions/checkout leaves: the whole history, the files, and where the program is installed."""
    place = folder / words["path"]
    git(folder, "clone", "-q", "--no-checkout", str(repository), str(place))
    if words.get("ref") == "${{ github.base_ref }}":
        git(place, "checkout", "-q", "--detach", "origin/main")
        installed(place)
    else:
        assert "ref" not in words
        git(place, "fetch", "-q", "origin", commit)
        git(place, "update-ref", "--no-deref", "HEAD", commit)
        # Some requests can't be checked out at all; nobody needs their files on the disk.
        _anyhow(place)


def _anyhow(place: Path) -> None:
    off = ("-c", "core.hooksPath=/dev/null")
    subprocess.run(["git", "-C", str(place), *off, "reset", "-q", "--hard"], check=False)


def installed(place: Path) -> None:
    """Stand for the environment that `.ci/ready` makes: the program of these tests."""
    command = place / ".venv" / "bin" / "holdkatalog"
    command.parent.mkdir(parents=True)
    command.write_text(_COMMAND, "utf-8")
    command.chmod(0o755)
