"""What .ci/publish does with the site, and what .ci/check says of files that lie here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = sorted(path.name for path in (ROOT / ".ci").iterdir())
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
