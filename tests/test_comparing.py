"""`holdkatalog changes` and `holdkatalog take`: two folders beside each other, and a request out of git."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from holdkatalog.build import build
from holdkatalog.cli import main
from small import ROOT, TODAY
from stranger import FILE, git, request

EXAMPLES = ROOT / "tests" / "examples" / "changes"
DAY = ["--today", TODAY.isoformat()]


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example before and after, each a catalogue; the command stands in the second."""
    for name in ("before", "after"):
        shutil.copytree(EXAMPLES / name, tmp_path / name)
        shutil.copytree(ROOT / "content", tmp_path / name / "content")
        shutil.copy(ROOT / "publishconf.py", tmp_path / name)
    monkeypatch.chdir(tmp_path / "after")
    return tmp_path


def test_two_folders_are_compared_and_the_summary_has_it_too(
    folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = folders / "summary.md"
    summary.write_text("Før\n", "utf-8")
    assert main(["changes", "../before", *DAY, "--summary", str(summary)]) == 0
    assert capsys.readouterr().out == (EXAMPLES / "changes.txt").read_text("utf-8")
    told = (EXAMPLES / "changes.md").read_text("utf-8")
    assert summary.read_text("utf-8") == f"Før\n{told}\n"


def test_a_photo_that_is_another_is_seen(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = folders / "before"
    shutil.rmtree(before)
    shutil.copytree(folders / "after", before)
    (before / "clubs" / "foto" / "luge.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    assert main(["changes", "../before", *DAY]) == 0
    assert "Billedet er et andet." in capsys.readouterr().out


def test_a_club_with_an_error_is_not_taken_for_one_that_is_gone(
    folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And those that name it in their own files are not said to have changed."""
    clubs = folders / "after" / "clubs"
    (clubs / "haven.yaml").write_text("forening: [\n", "utf-8")
    (clubs / "ny-klub.yaml").write_text("forening: [\n", "utf-8")
    (folders / "before" / "clubs" / "uden.yaml").write_text(
        (clubs / "uden.yaml").read_text("utf-8") + "    bagefter: haven/luge\n", "utf-8"
    )
    shutil.copy(folders / "before" / "clubs" / "uden.yaml", clubs)
    assert main(["changes", "../before", *DAY]) == 3
    said = capsys.readouterr()
    assert "Haven" not in said.out
    unread = (
        "Kan først fortælles, når fejlene er rettet\n  clubs/haven.yaml\n  clubs/ny-klub.yaml\n"
    )
    assert said.out.endswith(f"\n{unread}")
    assert "Se fejlene med: holdkatalog check" in said.err
    assert "Uden dato" not in said.out
    assert "Den omdøbte" in said.out


@pytest.mark.parametrize(("file", "code"), [("content/kommune.yaml", 1), ("clubs", 2)])
def test_what_can_not_be_compared_is_said(
    folders: Path, capsys: pytest.CaptureFixture[str], file: str, code: int
) -> None:
    if code == 1:
        (folders / "after" / file).write_text("x: y\n", "utf-8")
    else:
        shutil.rmtree(folders / "after" / file)
    assert main(["changes", "../before", *DAY]) == code
    assert "kan først ses, når fejlene i filerne er rettet" in capsys.readouterr().err


@pytest.mark.usefixtures("folders")
def test_a_folder_that_is_not_there_is_not_called_mistakes_in_the_files(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["changes", "../foer", *DAY]) == 2
    assert capsys.readouterr().err == "../foer er ikke en mappe.\n"


def test_the_preview_holds_the_changed_pages_and_nothing_else(
    folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, into = folders / "site", folders / "preview"
    build(folders / "after", output=site, strict=True, today=TODAY)
    asked = ["changes", "../before", *DAY, "--preview", str(site), "--into", str(into)]
    assert main(asked) == 0
    pages = {page.parent.relative_to(into).as_posix() for page in into.rglob("index.html")}
    assert {".", "hold/haven/luge", "forening/haven", "hold/ny-klub/band"} <= pages
    assert not any(page.startswith("hold/haven/gemme") for page in pages)
    for page in into.rglob("*.html"):
        text = page.read_text("utf-8")
        assert 'content="noindex"' in text
        assert '<script type="module"' not in text
    assert (into / "foto" / "luge.jpg").is_file()
    assert sum(file.stat().st_size for file in into.rglob("*")) < 1_000_000
    assert main(asked) == 2
    assert "er der allerede" in capsys.readouterr().err
    assert main([*asked[:-4], "--preview", str(folders / "none")]) == 2
    assert "ikke en bygget side" in capsys.readouterr().err
    (folders / "fil").touch()
    assert main([*asked[:-1], str(folders / "fil" / "preview")]) == 2
    assert "Der kan ikke skrives i" in capsys.readouterr().err


@pytest.fixture
def repository(folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The catalogue before the change, in git; the command stands in it."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    place = folders / "before"
    git(place, "init", "-q", "-b", "main")
    git(place, "add", "-A")
    git(place, "commit", "-q", "-m", "start")
    monkeypatch.chdir(place)
    return place


def test_only_the_clubs_files_of_a_request_are_laid_there(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit = request(
        repository,
        "main",
        {
            "clubs/ny.yaml": (FILE, b"forening: Ny\n"),
            "clubs/foto/a.jpg": (FILE, b"\xff\xd8\xff"),
            "Makefile": (FILE, b"all:\n"),
        },
        gone=("clubs/haven.yaml",),
    )
    into, summary = repository.parent / "into", repository.parent / "summary.md"
    shutil.copytree(repository / "clubs", into / "clubs")
    asked = ["take", commit, "--into", str(into), "--summary", str(summary)]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert said.startswith("Makefile (et godt råd): Ændringen retter også i filer,")
    assert said.endswith("Foreningernes filer i ændringen: 3.\n")
    assert "Makefile" in summary.read_text("utf-8")
    laid = {file.relative_to(into).as_posix() for file in into.rglob("*") if file.is_file()}
    kept = {f"clubs/{file.name}" for file in (repository / "clubs").glob("*.yaml")}
    assert laid == kept - {"clubs/haven.yaml"} | {"clubs/ny.yaml", "clubs/foto/a.jpg"}


def test_a_request_in_order_says_nothing_in_the_summary(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit = request(repository, "main", {"clubs/ny.yaml": (FILE, b"forening: Ny\n")})
    summary = repository.parent / "summary.md"
    into = repository.parent / "into"
    assert main(["take", commit, "--into", str(into), "--summary", str(summary)]) == 0
    assert not summary.exists()
    assert "1." in capsys.readouterr().out


def test_no_link_that_lies_there_leads_the_writing_astray(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside, into = repository.parent / "outside", repository.parent / "into"
    outside.mkdir()
    into.mkdir()
    (into / "clubs").symlink_to(outside)
    commit = request(repository, "main", {"clubs/ny.yaml": (FILE, b"forening: Ny\n")})
    assert main(["take", commit, "--into", str(into)]) == 2
    assert "er en genvej" in capsys.readouterr().err
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("commit", ["ingen", "--output=x", "HEAD:clubs"])
def test_a_commit_that_is_none_is_said(
    repository: Path, capsys: pytest.CaptureFixture[str], commit: str
) -> None:
    into = repository.parent / "into"
    asked = ["take", "--into", str(into), "--", commit]
    assert main(asked) == 2
    assert "kan ikke læses med git" in capsys.readouterr().err
    assert not into.exists()


def test_a_photo_that_is_none_is_refused_and_the_rest_taken(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"clubs/foto/a.jpg": (FILE, b"<script>"), "clubs/ny.yaml": (FILE, b"forening: Ny\n")}
    into = repository.parent / "into"
    commit = request(repository, "main", files)
    assert main(["take", commit, "--into", str(into), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=clubs/foto/a.jpg,")
    assert [file.name for file in (into / "clubs").iterdir()] == ["ny.yaml"]
