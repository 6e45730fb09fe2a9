from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from holdkatalog.build import BuildError, Built, build
from holdkatalog.errors import CatalogueError, Problem
from stand_in import LOADED, Script, good, settled, standing_in

DAY = dt.date(2026, 12, 5)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return settled(tmp_path)


@pytest.fixture
def old(root: Path) -> Path:
    """A site that was built before, with a page that is no more."""
    output = root / "output"
    (output / "hold").mkdir(parents=True)
    (output / "hold" / "index.html").write_text("gammelt", "utf-8")
    (output / "gone.html").write_text("gammelt", "utf-8")
    return output


@pytest.fixture
def pelican(monkeypatch: pytest.MonkeyPatch) -> Callable[[Script], None]:
    return standing_in(monkeypatch)


def make(root: Path, output: Path | None = None, *, strict: bool = True) -> Built:
    return build(root, output=output or root / "output", strict=strict, today=DAY)


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


@pytest.mark.usefixtures("pelican")
def test_the_first_site_gets_its_place(root: Path) -> None:
    built = make(root)
    assert built == Built(pages=2, loaded=LOADED, advice=())
    assert names(root) == {"publishconf.py", "output"}
    assert (root / "output").stat().st_mode & 0o005 == 0o005, "a web server can read it"


@pytest.mark.usefixtures("pelican")
@pytest.mark.parametrize("together", [True, False], ids=["in one step", "in two steps"])
def test_a_new_site_takes_the_place_of_the_old_and_no_old_page_stays(
    root: Path, old: Path, monkeypatch: pytest.MonkeyPatch, *, together: bool
) -> None:
    if not together:
        monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    make(root)
    assert names(old) == {"hold", "index.html"}
    assert (old / "hold" / "index.html").read_text("utf-8") == "nyt"
    assert names(root) == {"publishconf.py", "output"}


def test_the_program_gets_what_the_command_said(
    root: Path, pelican: Callable[[Script], None]
) -> None:
    seen: dict[str, Any] = {}

    def note(settings: dict[str, Any], folder: Path) -> None:
        seen.update(settings)
        good(settings, folder)

    pelican(note)
    make(root, strict=False)
    assert seen["HOLDKATALOG_STRICT"] is False
    assert seen["HOLDKATALOG_TODAY"] == DAY
    assert seen["SITENAME"] == "Hold"


def test_without_a_day_the_settings_file_and_the_surroundings_say_it(
    root: Path, pelican: Callable[[Script], None]
) -> None:
    seen: list[object] = []

    def note(settings: dict[str, Any], folder: Path) -> None:
        seen.append(settings.get("HOLDKATALOG_TODAY"))
        good(settings, folder)

    pelican(note)
    file = root / "publishconf.py"
    build(root, output=root / "output", strict=True, today=None)
    file.write_text(file.read_text("utf-8") + "HOLDKATALOG_TODAY = '2026-12-24'\n", "utf-8")
    build(root, output=root / "output", strict=True, today=None)
    assert seen == [None, "2026-12-24"]


def warns(settings: dict[str, Any], folder: Path) -> None:
    good(settings, folder)
    logging.getLogger("pelican.contents").warning("%s er gal", "om.md")
    logging.getLogger("elsewhere").error("det er %s også", "denne")


def breaks(settings: dict[str, Any], folder: Path) -> None:
    good(settings, folder)
    raise CatalogueError([Problem("clubs/a.yaml", 1, 1, "missing-key", ())])


def builds_nothing(settings: dict[str, Any], folder: Path) -> None:
    folder.mkdir()
    settings["HOLDKATALOG_REPORT"](LOADED)


def forgets_the_program(_: dict[str, Any], folder: Path) -> None:
    (folder / "hold").mkdir(parents=True)
    (folder / "hold" / "index.html").touch()


@pytest.mark.parametrize(
    "case",
    [
        (warns, BuildError, "om.md er gal\ndet er denne også"),
        (breaks, CatalogueError, "1 problems"),
        (builds_nothing, BuildError, "uden et eneste hold"),
        (forgets_the_program, BuildError, "program er ikke med"),
    ],
    ids=["warnings", "problems", "no pages", "no program"],
)
def test_a_build_that_fails_leaves_the_last_good_site(
    root: Path,
    old: Path,
    pelican: Callable[[Script], None],
    case: tuple[Script, type[Exception], str],
) -> None:
    script, kind, words = case
    pelican(script)
    with pytest.raises(kind, match=words):
        make(root)
    assert names(old) == {"hold", "gone.html"}
    assert names(root) == {"publishconf.py", "output"}


@pytest.mark.usefixtures("pelican")
def test_a_folder_with_something_else_is_never_replaced(root: Path, tmp_path: Path) -> None:
    (root / "photos").mkdir()
    (root / "photos" / "summer.jpg").touch()
    (root / "letter.txt").touch()
    for place, words in {
        root / "photos": "noget andet",
        root / "letter.txt": "ikke en mappe",
        root: "kataloget selv",
        tmp_path.parent: "kataloget selv",
    }.items():
        with pytest.raises(BuildError, match=words):
            make(root, place)
    assert (root / "photos" / "summer.jpg").exists()


@pytest.mark.usefixtures("pelican")
def test_an_empty_folder_and_one_that_is_not_there_are_good_places(root: Path) -> None:
    (root / "empty").mkdir()
    make(root, root / "empty")
    make(root, root / "new" / "deep")
    assert (root / "empty" / "index.html").is_file()
    assert (root / "new" / "deep" / "index.html").is_file()


def test_a_folder_without_a_catalogue_is_said_in_a_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"Der er ingen publishconf\.py"):
        make(tmp_path)
