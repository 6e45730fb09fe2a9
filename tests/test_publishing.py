"""The forges' workflows only call .ci/, and what .ci/publish does with the site."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = (".github/workflows/site.yml", ".forgejo/workflows/site.yml", ".gitlab-ci.yml")
TESTS = (".github/workflows/test.yml", ".forgejo/workflows/test.yml")
CHECKS = {".ci/check", "base/.ci/check request", ".base/.ci/check ."}
"""The check as each forge calls it: ours, from the branch that the request is to be merged into."""
SCRIPTS = sorted(path.name for path in (ROOT / ".ci").iterdir())
# The forge's own ways to get the source and to show pages, each at one exact commit.
ACTION = re.compile(
    r"(?:(?:https://data\.forgejo\.org/)?actions/"
    r"(?:checkout|upload-artifact|upload-pages-artifact|deploy-pages)"
    r"|https://data\.forgejo\.org/forgejo/upload-artifact)@[0-9a-f]{40}"
)
KEY = "-----BEGIN OPENSSH PRIVATE KEY-----\nhemmelig\n-----END OPENSSH PRIVATE KEY-----"
# What stands for another machine: it notes how it was called, and runs the command here.
SSH = """\
#!/bin/sh
while [ "$1" != vaert ]; do
  [ "$1" != -i ] || { stat -c %a "$2" >"$NOTES/mode"; cat "$2" >"$NOTES/key"; }
  echo "$1" >>"$NOTES/arguments"
  shift
done
shift
exec sh -c "$*"
"""


def workflow(name: str) -> dict[str, Any]:
    text = (ROOT / name).read_text("utf-8")
    found = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
    assert isinstance(found, dict)
    return found


def steps(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each step of each job, in the words of GitHub; a job of GitLab is one step a line."""
    for job in found.get("jobs", {}).values():
        yield from job["steps"]
    for job in found.values():
        if isinstance(job, dict) and "script" in job:
            yield from ({"run": line} for line in job["script"])


def commands(name: str) -> list[str]:
    """What a workflow runs, without the lines with which GitLab's check gets our own branch."""
    found = [step["run"] for step in steps(workflow(name)) if "run" in step]
    return [line for line in found if ".ci/" in line]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_checks_what_is_asked_for_and_publishes_what_is_merged(name: str) -> None:
    called = set(commands(name))
    assert len(called & CHECKS) == 1
    assert called - CHECKS - {".ci/run"} == {".ci/publish"}
    used = [step["uses"] for step in steps(workflow(name)) if "uses" in step]
    assert [action for action in used if not ACTION.fullmatch(action)] == []


@pytest.mark.parametrize("name", TESTS)
def test_the_program_is_tried_when_a_request_changes_it_and_never_beside_a_secret(
    name: str,
) -> None:
    found = workflow(name)
    assert commands(name) == [".ci/run"]
    assert found["on"] == {"pull_request": {"paths-ignore": ["clubs/**"]}}
    assert "secrets." not in (ROOT / name).read_text("utf-8")


def test_gitlab_tries_the_program_when_any_other_file_than_a_clubs_is_changed() -> None:
    (rule,) = workflow(WORKFLOWS[2])["test"]["rules"]
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, encoding="utf-8", check=False
    )
    if listed.returncode:
        pytest.skip("this is no checkout")
    files = [file for file in listed.stdout.split("\0") if file]
    patterns = [glob(pattern) for pattern in rule["changes"]]
    for file in files:
        asked = any(pattern.fullmatch(file) for pattern in patterns)
        assert asked is not file.startswith("clubs/"), file


def glob(pattern: str) -> re.Pattern[str]:
    """A pattern of GitLab's: a star stays within its folder, two go into all of them."""
    parts = re.split(r"(\*\*/|\*)", pattern)
    known = {"**/": "(?:.*/)?", "*": "[^/]*"}
    return re.compile("".join(known.get(part) or re.escape(part) for part in parts))


@pytest.mark.parametrize("name", [*WORKFLOWS[:2], *TESTS])
def test_a_stranger_gets_no_more_than_reading_and_runs_no_words_of_a_request(name: str) -> None:
    found = workflow(name)
    assert found["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in (ROOT / name).read_text("utf-8")
    for step in steps(found):
        assert "${{" not in step.get("run", "")
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("name", WORKFLOWS[:2])
def test_a_workflow_runs_on_requests_on_merges_and_nightly(name: str) -> None:
    found = workflow(name)
    assert set(found["on"]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert found["on"]["push"]["branches"] == ["main"]
    for job, words in found["jobs"].items():
        asked = "github.event_name == 'pull_request'"
        merged = "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
        assert words["if"] == (merged if job == "publish" else asked)
        # What strangers send must never stand beside a secret.
        assert ("secrets." in str(words)) == (job == "publish")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_whoever_builds_the_site_has_the_whole_history(name: str) -> None:
    """A forge fetches the last commit alone, and then no page can say when it was edited."""
    found = workflow(name)
    jobs = [job["steps"] for job in found.get("jobs", {}).values()]
    fetched = [
        s["with"]["fetch-depth"] for job in jobs for s in job if "checkout" in s.get("uses", "")
    ]
    scripts = [job for job in found.values() if isinstance(job, dict) and "script" in job]
    fetched += [job["variables"]["GIT_DEPTH"] for job in scripts if job["script"] != [".ci/run"]]
    assert len(fetched) == 3
    assert set(fetched) == {"0"}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_can_be_run_and_shows_no_secret(name: str) -> None:
    file = ROOT / ".ci" / name
    assert os.access(file, os.X_OK)
    subprocess.run(["bash", "-n", str(file)], check=True)
    text = file.read_text("utf-8")
    assert text.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in text
    assert not re.search(r"set -\w*x|xtrace|printenv|\benv$", text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose environment is ours: the scripts, the files, and a Makefile that makes none."""
    for program in ("rsync", "make", "git", "ssh"):
        if program != "ssh" and shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    place = tmp_path / "lager"
    for name in ("clubs", "content", ".ci"):
        shutil.copytree(ROOT / name, place / name)
    shutil.copy(ROOT / "publishconf.py", place)
    (place / "Makefile").write_text(".PHONY: .venv/ready\n.venv/ready:\n", "utf-8")
    command = place / ".venv" / "bin" / "holdkatalog"
    command.parent.mkdir(parents=True)
    command.write_text(
        f'#!/bin/sh\nenv | grep -c SSH_KEY= >"{tmp_path}/seen"\n'
        f'exec {sys.executable} -m holdkatalog "$@"\n',
        "utf-8",
    )
    command.chmod(0o755)
    ssh = tmp_path / "bin" / "ssh"
    ssh.parent.mkdir()
    ssh.write_text(SSH, "utf-8")
    ssh.chmod(0o755)
    return place


def publish(root: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    free = {k: v for k, v in os.environ.items() if not k.startswith(("HOLDKATALOG_", "GITHUB_"))}
    own = {"PATH": f"{root.parent / 'bin'}:{os.environ['PATH']}", "NOTES": str(root.parent)}
    return subprocess.run(
        [root / ".ci" / "publish"],
        env={**free, **own, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_demo_is_not_shown_to_the_public_by_mistake(root: Path) -> None:
    target = root.parent / "www"
    done = publish(root, HOLDKATALOG_RSYNC_TARGET=str(target))
    assert done.returncode == 1
    assert "Holdene er opdigtede." in done.stdout
    assert not target.exists()
    assert not (root / "public").exists()


def test_without_a_target_the_site_lies_in_public(root: Path) -> None:
    done = publish(root, HOLDKATALOG_DEMO="ja", GITHUB_ACTIONS="true")
    assert done.returncode == 0, done.stderr
    assert (root / "public" / "hold" / "index.html").is_file()
    said = done.stdout.splitlines()
    assert said[0].startswith("::stop-commands::")
    assert said[-1] == f"::{said[0].removeprefix('::stop-commands::')}::"
    assert "Siden ligger i public/." in said
    assert "Git kan ikke sige, hvornår filerne sidst er rettet" in done.stdout


def test_the_site_follows_the_files_and_a_failed_build_changes_nothing(root: Path) -> None:
    target = root.parent / "www"
    surroundings = {"HOLDKATALOG_DEMO": "ja", "HOLDKATALOG_RSYNC_TARGET": f"{target}/"}
    assert publish(root, **surroundings).returncode == 0
    gone = target / "forening" / "krolf-grevinge" / "index.html"
    kept = target / "tema" / "css" / "tokens.css"
    assert gone.is_file()
    assert target.stat().st_mode & 0o777 == 0o755
    before = kept.stat().st_mtime_ns

    (root / "clubs" / "krolf-grevinge.yaml").unlink()
    assert publish(root, **surroundings).returncode == 0
    assert not gone.exists()
    assert kept.stat().st_mtime_ns == before, "what is the same keeps its time"

    shutil.rmtree(root / "clubs")
    stood = {file: file.stat().st_mtime_ns for file in target.rglob("*")}
    done = publish(root, **surroundings)
    assert done.returncode == 2
    assert "Her er ikke en eneste fil fra en forening." in done.stdout
    assert {file: file.stat().st_mtime_ns for file in target.rglob("*")} == stood


def test_a_club_with_an_error_keeps_no_other_from_the_site(root: Path) -> None:
    (root / "clubs" / "krolf-grevinge.yaml").write_text("forening: [\n", "utf-8")
    done = publish(root, HOLDKATALOG_DEMO="ja")
    assert done.returncode == 0
    assert "Ikke med på siden: clubs/krolf-grevinge.yaml" in done.stderr


def test_a_folder_with_something_else_is_left_alone(root: Path) -> None:
    target = root.parent / "breve"
    target.mkdir()
    (target / "brev.txt").touch()
    done = publish(root, HOLDKATALOG_DEMO="ja", HOLDKATALOG_RSYNC_TARGET=str(target))
    assert done.returncode == 2
    assert "indeholder noget andet end en bygget side" in done.stderr
    assert [file.name for file in target.iterdir()] == ["brev.txt"]


def test_the_key_reaches_ssh_alone_and_is_gone_afterwards(root: Path) -> None:
    target = root.parent / "www"
    surroundings = {
        "HOLDKATALOG_DEMO": "ja",
        "HOLDKATALOG_RSYNC_TARGET": f"vaert:{target}",
        "HOLDKATALOG_SSH_KEY": KEY,
    }
    missing = publish(root, **surroundings)
    assert missing.returncode == 2
    assert "HOLDKATALOG_SSH_KNOWN_HOSTS mangler" in missing.stderr
    done = publish(root, **surroundings, HOLDKATALOG_SSH_KNOWN_HOSTS="vaert ssh-ed25519 AAAA")
    assert done.returncode == 0, done.stderr
    assert (target / "hold" / "index.html").is_file()
    assert "hemmelig" not in done.stdout + done.stderr
    notes = root.parent
    assert (notes / "key").read_text("utf-8") == f"{KEY}\n"
    assert (notes / "mode").read_text("utf-8") == "600\n"
    assert (notes / "seen").read_text("utf-8") == "0\n", "the build never sees it"
    arguments = (notes / "arguments").read_text("utf-8").splitlines()
    assert "StrictHostKeyChecking=yes" in arguments
    assert not Path(arguments[arguments.index("-i") + 1]).exists()


@pytest.mark.parametrize("script", ["check", "run"])
def test_a_municipality_without_our_makefile_is_checked_with_the_program_it_names(
    root: Path, script: str
) -> None:
    (root / "Makefile").unlink()
    (root / "requirements.txt").write_text("# holdkatalog==0.1.0\n", "utf-8")
    command = [root / ".ci" / script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Alt er i orden" in done.stdout
    (root / "clubs" / "krolf-grevinge.yaml").write_text("forening: [\n", "utf-8")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "clubs/krolf-grevinge.yaml, linje 1" in done.stdout
