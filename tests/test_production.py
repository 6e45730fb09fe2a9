"""What a site for the public must have, and must not show, before anybody can read it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from holdkatalog import messages
from holdkatalog.catalogue.production import unpublishable
from holdkatalog.cli import main
from html_tags import read_page
from made_real import made_real

ROOT = Path(__file__).resolve().parent.parent
PUBLIC = "https://hold.example.dk/odsherred/"
REAL = """\
id: odsherred
navn: Odsherred
kode: "0306"
brobygger:
  rolle: brobyggeren
  telefon: 20 00 00 01
tilgængelighed:
  erklæring: https://www.was.digst.dk/hold-example-dk
  telefon: 20 00 00 02
  mail: siden@example.dk
"""
STATEMENT = "  erklæring: https://www.was.digst.dk/hold-example-dk\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality whose files are all its own, to stand in and to change."""
    monkeypatch.delenv("HOLDKATALOG_PRODUCTION", raising=False)
    for name in ("clubs", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.rmtree(tmp_path / "content" / "forloeb")
    for folder in (tmp_path / "clubs", tmp_path / "content" / "pages"):
        made_real(folder)
    settings = (ROOT / "publishconf.py").read_text("utf-8")
    settings = settings.replace('PUBLIC_ADDRESS = ""', f'PUBLIC_ADDRESS = "{PUBLIC}"')
    (tmp_path / "publishconf.py").write_text(settings, "utf-8")
    (tmp_path / "content" / "kommune.yaml").write_text(REAL, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_club_of_the_example_is_told_of_among_real_ones_and_left_out_for_the_public(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "vig-stavgaengere.yaml"
    shutil.copy(ROOT / "clubs" / name, root / "clubs" / name)
    assert main(["check", f"clubs/{name}"]) == 0
    assert '"12 34 56 78" er fra et eksempel. Ingen svarer der' in capsys.readouterr().out
    assert main(["build"]) == 0
    assert main(["build", "--production"]) == 3
    assert f"clubs/{name}" in capsys.readouterr().out
    assert not (root / "output" / "forening" / "vig-stavgaengere").exists()
    assert (root / "output" / "forening" / "dans-i-vig").exists()


def test_the_courses_of_the_example_are_told_of_once(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "content" / "forloeb", root / "content" / "forloeb")
    assert main(["build", "--production", "--strict"]) == 1
    lines = capsys.readouterr().out.splitlines()
    found = [line for line in lines if "er opdigtet" in line]
    assert found
    assert len(found) == len({line.partition(": ")[0] for line in found})
    municipality(root, f"{REAL}eksempeldata: ja\n")
    assert {code for file, _, code in told(root) if "forloeb" in file} == {"public-invented"}


def told(root: Path, *, public: str = PUBLIC) -> list[tuple[str, int, str]]:
    found = unpublishable(root, public=public)
    assert all(messages.text(problem) and messages.remedy(problem) for problem in found)
    return [(problem.file, problem.line, problem.code) for problem in found]


def municipality(root: Path, text: str) -> None:
    (root / "content" / "kommune.yaml").write_text(text, "utf-8")


def test_a_municipality_with_all_its_own_may_be_shown(root: Path) -> None:
    assert told(root) == []
    assert main(["build", "--production"]) == 0
    page = read_page((root / "output" / "was" / "index.html").read_text("utf-8"))
    links = [tag.attrs["href"] for tag in page.named("a")]
    statement = "https://www.was.digst.dk/hold-example-dk"
    assert {"tel:+4520000002", "mailto:siden@example.dk", statement} < {*links}
    front = read_page((root / "output" / "index.html").read_text("utf-8"))
    assert [tag.words for tag in front.named("a") if tag.attrs["href"] == statement] == [
        "Tilgængelighedserklæring"
    ]


def test_everything_that_is_missing_is_told_at_once_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("publishconf.py", "content/kommune.yaml"):
        shutil.copy(ROOT / name, root / name)
    municipality(root, f"{REAL.partition('tilgængelighed')[0]}eksempeldata: ja\n")
    assert main(["build", "--production"]) == 1
    said = capsys.readouterr()
    for words in (
        "content/kommune.yaml, linje 7: Holdene er opdigtede.",
        "content/kommune.yaml, linje 1: Siden mangler et link til sin tilgængelighedserklæring.",
        "   tilgængelighed:\n     erklæring: https://www.was.digst.dk/jeres-side-dk\n",
        "content/kommune.yaml, linje 1: Siden mangler et telefonnummer",
        "content/kommune.yaml, linje 1: Siden mangler en mail",
        "publishconf.py, linje 13: Der står ikke, hvilken adresse siden har.",
        '   Skriv fx:  HOLDKATALOG_PUBLIC_ADDRESS = "https://',
    ):
        assert words in said.out
    assert "Siden er ikke bygget." in said.err
    assert not (root / "output").exists()


def test_errors_in_the_files_are_told_with_what_is_missing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    municipality(root, f"{REAL.replace(STATEMENT, '')}kod: 1\n")
    assert main(["build", "--production"]) == 1
    said = capsys.readouterr().out
    assert "linje 7: Siden mangler et link til sin tilgængelighedserklæring." in said
    assert '"kod"' in said


def test_one_thing_that_is_missing_is_told_where_it_belongs(root: Path) -> None:
    municipality(root, REAL.replace(STATEMENT, ""))
    assert told(root) == [("content/kommune.yaml", 7, "public-statement")]
    (problem,) = unpublishable(root, public=PUBLIC)
    assert messages.remedy(problem).endswith(
        'under "tilgængelighed":\n  erklæring: https://www.was.digst.dk/jeres-side-dk'
    )


def test_a_file_without_anything_to_read_lacks_everything(root: Path) -> None:
    municipality(root, "tilgængelighed: ja\n")
    codes = {"public-statement", "public-phone", "public-mail"}
    assert {code for _, _, code in told(root)} == codes
    municipality(root, "- ja\n")
    assert {code for _, _, code in told(root)} == codes


@pytest.mark.parametrize(
    "public", ["", "http://hold.example.dk/", "hold.example.dk", "https:///hold/", "https://hold/"]
)
def test_an_address_that_the_public_cannot_find_is_told(root: Path, public: str) -> None:
    assert told(root, public=public) == [("publishconf.py", 13, "public-address")]
    (problem,) = unpublishable(root, public=public)
    assert (f'"{public}" kan ikke bruges' in messages.text(problem)) == bool(public)


def test_settings_that_say_nothing_of_an_address_are_told_as_a_whole(root: Path) -> None:
    (root / "publishconf.py").write_text("SITENAME = 'Hold'\n", "utf-8")
    assert told(root, public="") == [("publishconf.py", 0, "public-address")]
    (root / "publishconf.py").unlink()
    assert told(root, public="") == [("publishconf.py", 0, "public-address")]


def test_telephones_and_mails_of_examples_are_told_but_not_in_comments(root: Path) -> None:
    page = root / "content" / "pages" / "om.md"
    lines = ["Title: Om", "Slug: om", "Ring 12345678.", "", "[Skriv](mailto:a@example.org)"]
    page.write_text("\n".join([*lines, "Se https://www.example.org/ og 112 34 56 78."]), "utf-8")
    municipality(root, f"# 12 34 56 78\n{REAL}")
    assert told(root) == [
        ("content/pages/om.md", 3, "public-invented"),
        ("content/pages/om.md", 5, "public-invented"),
    ]


def test_plain_pelican_is_told_by_the_surroundings(root: Path) -> None:
    municipality(root, REAL.replace(STATEMENT, ""))
    command = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "warnings"]
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "HOLDKATALOG_PRODUCTION": "ja", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "Siden mangler et link til sin tilgængelighedserklæring." in done.stdout + done.stderr
    assert not (root / "output").exists()


def test_the_demo_says_on_its_page_what_is_missing_and_whom_to_complain_to(built: Path) -> None:
    page = (built / "was" / "index.html").read_text("utf-8")
    assert "Linket til erklæringen mangler endnu." in page
    assert "Telefonnummeret mangler" not in page
    assert "Digitaliseringsstyrelsen" in page
    front = read_page((built / "index.html").read_text("utf-8"))
    assert "was/" in [tag.attrs["href"] for tag in front.named("a")]


def test_a_municipality_that_says_nothing_gets_a_page_that_says_so(root: Path) -> None:
    municipality(root, REAL.partition("tilgængelighed")[0])
    assert main(["build"]) == 0
    page = (root / "output" / "was" / "index.html").read_text("utf-8")
    for words in ("Telefonnummeret mangler endnu.", "Mailen mangler endnu.", "erklæringen mangler"):
        assert words in page


def test_a_statement_that_lies_elsewhere_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    municipality(root, REAL.replace("www.was.digst.dk", "was.digst.dk.example.org"))
    assert main(["check", "content/kommune.yaml"]) == 1
    assert "https://www.was.digst.dk/hold-example-org" in capsys.readouterr().out
