"""The forges' workflows as those see them who know what goes wrong: zizmor, and the forges' own schemas."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted(
    path.relative_to(ROOT).as_posix()
    for forge in (".github", ".forgejo")
    for path in (ROOT / forge / "workflows").iterdir()
)
# What is found and stays, each with its reason.
KEPT = {
    ".forgejo": {
        "unpinned-images": "a pin that nobody renews in a copy would never get Debian's mended faults",
        "secrets-outside-env": "Forgejo has no environments",
    },
}
DANGEROUS = """\
on: pull_request_target
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.pull_request.title }}"
"""


@pytest.fixture(scope="module")
def zizmor() -> str:
    """The linter, as `make test` installs it."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    found = shutil.which("zizmor", path=path)
    if found is None:
        pytest.skip("zizmor is not installed")
    return found


def look(zizmor: str, text: str, place: Path) -> set[str]:
    """What it finds in a workflow without the net, when it is asked for everything."""
    # It looks for workflows where GitHub does, and knows actions by their names there.
    file = place / ".github" / "workflows" / "one.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text.replace("https://data.forgejo.org/", ""), "utf-8")
    free = {k: v for k, v in os.environ.items() if not k.startswith(("GH_", "GITHUB_", "ZIZMOR"))}
    command = [zizmor, "--offline", "--no-config", "--persona=auditor", "--format=json"]
    done = subprocess.run(
        [*command, "--no-exit-codes", "--strict-collection", str(file)],
        env=free,
        capture_output=True,
        text=True,
        check=True,
    )
    return {row["ident"] for row in json.loads(done.stdout)}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_workflow_can_be_turned_against_us(zizmor: str, name: str, tmp_path: Path) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert look(zizmor, text, tmp_path) <= KEPT.get(name.partition("/")[0], {}).keys()
    assert "zizmor:" not in text, "nothing is passed over in silence"


def test_a_workflow_that_could_be_is_found(zizmor: str, tmp_path: Path) -> None:
    found = look(zizmor, DANGEROUS, tmp_path)
    assert {"dangerous-triggers", "template-injection", "artipacked", "unpinned-uses"} <= found


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", WORKFLOWS), ("vendor.gitlab-ci", [".gitlab-ci.yml"])],
)
def test_the_forges_know_every_word(schema: str, files: list[str]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
