"""Lists from outside, by example: `list.csv` and `map.yaml`, what is said of them, and the files that come of them.

`python tests/test_import_cases.py` writes what is said and the files anew. Read them before you keep them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdkatalog.cli import main
from holdkatalog.importing import Asked, bring_in
from holdkatalog.messages import codes
from small import ROOT

FOLDER = ROOT / "tests" / "examples" / "import"
THERE = FOLDER / "there"
CASES = sorted(path.parent for path in FOLDER.glob("*/list.csv"))
TODAY = dt.date(2026, 11, 25)
# What only a workbook can show, or a list too long to keep: tests/test_sheets*.py have them.
ELSEWHERE = {
    *("import-old-workbook", "import-broken-workbook", "import-unpacks-too-big", "import-too-big"),
    *("import-too-many-rows", "import-too-many-columns", "import-without-library"),
    *("import-no-such-sheet", "import-several-sheets", "import-sheet-unread"),
    *("import-hidden-rows", "import-beside-cells", "import-merged-cells", "import-formula"),
    *("import-cell-error", "import-no-headings", "import-column-twice"),
}


def laid(case: Path, place: Path) -> None:
    """Lay a small catalogue and the case's files in a place."""
    shutil.copytree(ROOT / "content", place / "content")
    shutil.copytree(THERE, place / "clubs")
    for file in case.glob("*.*"):
        shutil.copy(file, place)


def asked(place: Path) -> tuple[int, str]:
    """What the command says, standing in the place, and its exit code."""
    said = io.StringIO()
    skip = ["--skip", "skip.txt"] if (place / "skip.txt").is_file() else []
    with contextlib.chdir(place), contextlib.redirect_stdout(said):
        code = main(["import", "list.csv", "--map", "map.yaml", *skip])
    return code, said.getvalue()


def made(place: Path) -> dict[str, str]:
    """The files that have come, by their names."""
    found = {path.name: path.read_text("utf-8") for path in (place / "clubs").iterdir()}
    assert found.pop("vig-if.yaml") == (THERE / "vig-if.yaml").read_text("utf-8")
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_list_is_answered_in_these_words_and_becomes_these_files(
    case: Path, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    laid(case, place)
    code, said = asked(place)
    assert said == (case / "told.txt").read_text("utf-8")
    kept = {path.name: path.read_text("utf-8") for path in (case / "clubs").glob("*.yaml")}
    assert made(place) == kept
    assert (code == 0) == (" 0 skal rettes" in said)


def test_a_dry_run_shows_the_files_and_writes_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "place"
    laid(FOLDER / "small", place)
    with contextlib.chdir(place):
        assert main(["import", "list.csv", "--map", "map.yaml", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert made(place) == {}
    for file in (FOLDER / "small" / "clubs").iterdir():
        assert f"--- clubs/{file.name}\n{file.read_text('utf-8')}".rstrip() in said
    assert "Ville blive skrevet:" in said


def test_every_message_about_a_list_has_an_example(tmp_path: Path) -> None:
    seen: set[str] = set()
    for case in CASES:
        place = tmp_path / case.name
        laid(case, place)
        skip = place / "skip.txt"
        files = Asked(
            place / "list.csv",
            place / "map.yaml",
            place / "clubs",
            skip if skip.is_file() else None,
            dry=True,
        )
        seen |= {found.code for found in bring_in(files, root=place, today=TODAY).problems}
    wanted = {code for code in codes() if code.startswith("import-")}
    assert wanted - seen == ELSEWHERE


def rewrite() -> Iterator[str]:
    """Write every answer anew."""
    import tempfile  # noqa: PLC0415 - only for this

    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "place"
            laid(case, place)
            code, said = asked(place)
            (case / "told.txt").write_text(said, "utf-8")
            shutil.rmtree(case / "clubs", ignore_errors=True)
            for name, text in made(place).items():
                (case / "clubs").mkdir(exist_ok=True)
                (case / "clubs" / name).write_text(text, "utf-8")
            yield f"===== {case.name}: {code}\n{said}"


if __name__ == "__main__":
    os.write(1, "\n".join(rewrite()).encode())
