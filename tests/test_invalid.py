"""Every message, by example: `x.yaml` and the very words that it is answered with in `x.errors.txt`.

`python tests/test_invalid.py` writes the answers anew. Read them before you keep them: would you
say it like that to a neighbour?
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Literal

import pytest

from holdkatalog import messages
from holdkatalog.checking import check

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "examples" / "invalid"
FILES = sorted(FOLDER.glob("*.yaml"))
CONTENT = sorted(path for path in FOLDER.iterdir() if path.is_dir())
TODAY = dt.date(2026, 11, 21)
# A file that isn't there can't be an example, and a catalogue without any contact is no example
# of one file: tests/test_check.py and tests/test_catalogue.py have them.
# What the public must not see and what is wrong with a built site is no example of one file:
# tests/test_production.py and tests/test_inspection.py have them. A list from outside is no club's
# file: tests/test_import_cases.py has those. A form misses answers before there is a file:
# tests/test_form_rules.py has them.
ELSEWHERE = {"no-such-file", "no-clubs", "no-contact", "bad-file-name"} | {
    code
    for code in messages.codes()
    if code.startswith(
        ("public-", "site-", "history-", "change-", "import-", "form-", "inbox-", "setting-")
    )
}


@cache
def everything() -> dict[str, str]:
    """What the check says of each example, all of them asked at once."""
    here = f"{FOLDER.relative_to(ROOT).as_posix()}/"
    *blocks, _ = check(FILES, root=ROOT, today=TODAY, form="text").text.split("\n\n")
    said = [block.removeprefix(here) for block in blocks]
    return {
        file.name: "\n\n".join(b for b in said if b.partition(",")[0] == file.name) + "\n"
        for file in FILES
    }


def told(file: Path) -> str:
    """What the check says of one example."""
    return everything()[file.name]


@cache
def told_of_content(folder: Path, place: Path, form: Literal["text", "json"] = "text") -> str:
    """What the check says of the municipality's files with those of the folder laid over them."""
    shutil.copytree(ROOT / "content", place / "content")
    shutil.copytree(ROOT / "clubs", place / "clubs")
    shutil.copytree(folder, place / "content", dirs_exist_ok=True)
    return check([], root=place, today=TODAY, form=form).text + "\n"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_example_is_answered_in_these_words(file: Path) -> None:
    assert told(file) == file.with_suffix(".errors.txt").read_text("utf-8")


@pytest.mark.parametrize("folder", CONTENT, ids=lambda folder: folder.name)
def test_each_municipality_is_answered_in_these_words(folder: Path, tmp_path: Path) -> None:
    expected = folder.with_suffix(".errors.txt").read_text("utf-8")
    assert told_of_content(folder, tmp_path) == expected


def test_every_code_has_an_example(tmp_path: Path) -> None:
    answers = [check(FILES, root=ROOT, today=TODAY, form="json").text]
    answers += [told_of_content(folder, tmp_path / folder.name, "json") for folder in CONTENT]
    seen = {row["code"] for answer in answers for row in json.loads(answer)["problems"]} | ELSEWHERE
    assert sorted(set(messages.codes()) - seen) == []


def test_no_answer_is_left_behind() -> None:
    answers = {path.name.removesuffix(".errors.txt") for path in FOLDER.glob("*.errors.txt")}
    assert answers == {path.stem for path in FILES} | {path.name for path in CONTENT}


def test_the_command_says_the_same_about_all_of_them_at_once() -> None:
    names = [file.relative_to(ROOT).as_posix() for file in FILES]
    command = [sys.executable, "-m", "holdkatalog", "check", *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    today = dt.date.today()  # noqa: DTZ011 - what the command itself takes
    assert done.stdout.decode() == check(FILES, root=ROOT, today=today, form="text").text + "\n"
    assert done.returncode == 2, "some of them can't be read at all"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_private_and_nothing_of_the_parser_is_said(file: Path) -> None:
    said = told(file)
    assert "ugyldig" not in said.lower()
    assert "010170" not in said
    assert "@gmail" not in said.replace("•@gmail", "")
    assert not [c for c in said if c != "\n" and not c.isprintable()]


def rewrite() -> None:
    """Write every answer anew."""
    import tempfile  # noqa: PLC0415 - only for this

    for file in FILES:
        file.with_suffix(".errors.txt").write_text(told(file), "utf-8")
    for folder in CONTENT:
        with tempfile.TemporaryDirectory() as place:
            answer = told_of_content(folder, Path(place))
            folder.with_suffix(".errors.txt").write_text(answer, "utf-8")


if __name__ == "__main__":
    rewrite()
