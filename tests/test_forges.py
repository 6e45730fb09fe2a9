"""The forges' workflows only call .ci/, with what is ours, and give a stranger's request no more than reading."""

from __future__ import annotations

import re
import subprocess
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
# The forge's own ways to get the source and to show pages, each at one exact commit.
ACTION = re.compile(
    r"(?:(?:https://data\.forgejo\.org/)?actions/"
    r"(?:checkout|upload-artifact|upload-pages-artifact|deploy-pages)"
    r"|https://data\.forgejo\.org/forgejo/upload-artifact)@[0-9a-f]{40}"
)


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
