from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from holdkatalog.cli import main

ROOT = Path(__file__).resolve().parent.parent
SPOILT = "krolf-grevinge.yaml"


def test_a_folder_without_a_catalogue_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 2
    assert "Der er ingen publishconf.py" in capsys.readouterr().err


def test_a_busy_port_is_said_in_a_plain_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
        assert f"make serve PORT={port + 1}" in capsys.readouterr().err
        monkeypatch.chdir(tmp_path)
        assert main(["serve", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert f"Port {port} kan ikke bruges." in said
    assert f"holdkatalog serve --port {port + 1}" in said


def test_the_package_is_a_command_and_a_terminal_without_danish_letters_does_not_stop_it() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "holdkatalog", "check", "--help"],
        env={"PYTHONIOENCODING": "ascii", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "alle, hvis ingen n\\xe6vnes" in done.stdout


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the catalogue, to stand in and to change."""
    shutil.copy(ROOT / "publishconf.py", tmp_path)
    for name in ("clubs", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_schemas_that_are_kept_are_those_that_the_command_writes(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "schema", root / "schema")
    monkeypatch.setattr("holdkatalog.paths.SCHEMA", root / "schema")
    assert main(["schema"]) == 0
    said = capsys.readouterr().out.splitlines()
    written = [line.removeprefix("Skrevet: ") for line in said]
    assert {"content/club.schema.json", "schema/club.schema.json"} < set(written)
    old = [name for name in written if (ROOT / name).read_bytes() != (root / name).read_bytes()]
    assert not old, "run `make schema`"


def test_a_municipality_gets_its_own_schemas_where_its_files_look_for_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for old in (root / "content").glob("*.json"):
        old.unlink()
    assert main(["schema"]) == 0
    written = capsys.readouterr().out.replace("Skrevet: ", "").splitlines()
    names = ("club", "vocabulary", "kommune", "omraader", "skoleferier", "steder")
    assert written == [f"content/{name}.schema.json" for name in names]
    assert not (root / "schema").exists()
    for file in (*root.glob("clubs/*.yaml"), *root.glob("content/*.yaml")):
        line = file.read_text("utf-8").splitlines()[0]
        assert (file.parent / line.removeprefix("# yaml-language-server: $schema=")).is_file()


@pytest.mark.parametrize("text", [None, "", "steder:\n"])
def test_a_municipality_without_shared_places_gets_its_schemas(
    root: Path, text: str | None
) -> None:
    own = root / "content" / "steder.yaml"
    own.unlink() if text is None else own.write_text(text, "utf-8")
    assert main(["schema"]) == 0


def test_words_that_cannot_be_read_make_no_schema(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "content" / "omraader.yaml").write_text("a: [\n", "utf-8")
    assert main(["schema"]) == 1
    assert "omraader.yaml" in capsys.readouterr().out


def test_words_that_lack_something_make_no_schema_and_are_told_as_check_tells_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = root / "content" / "vocabulary" / "conditions.yaml"
    words.parent.mkdir(exist_ok=True)
    words.write_text("sygdomme:\n  migraenen:\n    navn: Migræne\n", "utf-8")
    (root / "content" / "kommune.yaml").unlink()
    assert main(["schema"]) == 1
    assert 'Under "migraenen" mangler feltet "gruppe".' in capsys.readouterr().out
    words.unlink()
    assert main(["schema"]) == 0


def test_what_the_exit_codes_mean_is_said_with_the_help(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for command in ([], ["check"], ["build"]):
        with pytest.raises(SystemExit):
            main([*command, "--help"])
        said = " ".join(capsys.readouterr().out.split())
        assert "2, når en fil slet ikke kan læses" in said


def test_a_catalogue_that_holds_is_checked_with_0(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert root.is_dir()
    assert main(["check"]) == 0
    assert "Alt er i orden" in capsys.readouterr().out
    assert main(["check", "--format", "json", "clubs"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] > 1


def test_a_missing_file_is_checked_with_2_and_a_wrong_one_with_1(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "clubs/no-such-club.yaml"]) == 2
    spoil(root)
    assert main(["check"]) == 1
    assert SPOILT in capsys.readouterr().out


def spoil(root: Path) -> None:
    """Break one small club's file."""
    (root / "clubs" / SPOILT).write_text("navn: Krolf\nhold:\n  - [\n", "utf-8")


def test_a_build_leaves_a_wrong_file_out_and_says_so_with_3(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(root)
    assert main(["build"]) == 3
    said = capsys.readouterr()
    assert f"clubs/{SPOILT}, linje" in said.out
    assert f"Ikke med på siden: clubs/{SPOILT}" in said.err
    assert (root / "output" / "hold" / "index.html").is_file()


def test_a_build_tells_the_first_errors_of_a_file_and_counts_the_rest(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "clubs" / SPOILT).write_text("".join(f"k{n}: x\n" for n in range(1100)), "utf-8")
    assert main(["build", "--strict"]) == 1
    said = capsys.readouterr().out
    assert f"clubs/{SPOILT}: og 1.05" in said
    assert said.count("kender vi ikke her") < 51


@pytest.mark.parametrize("there", [True, False], ids=["empty", "missing"])
def test_a_folder_without_clubs_never_replaces_a_good_site(
    root: Path, capsys: pytest.CaptureFixture[str], *, there: bool
) -> None:
    (root / "output" / "hold").mkdir(parents=True)
    (root / "output" / "hold" / "index.html").write_text("gammelt", "utf-8")
    shutil.rmtree(root / "clubs")
    if there:
        (root / "clubs").mkdir()
    assert main(["build"]) == 2
    said = capsys.readouterr()
    assert "clubs/: Her er ikke en eneste fil fra en forening." in said.out
    plain = [sys.executable, "-m", "pelican", "-s", "publishconf.py", "--fatal", "warnings"]
    done = subprocess.run(plain, cwd=root, capture_output=True, check=False)
    assert done.returncode != 0
    assert "Her er ikke en eneste fil" in (done.stdout + done.stderr).decode()
    assert (root / "output" / "hold" / "index.html").read_text("utf-8") == "gammelt"


def test_without_a_day_the_site_is_built_for_the_one_of_the_surroundings(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796212800")
    assert main(["build"]) == 0
    assert "2. december 2026" in (root / "output" / "index.html").read_text("utf-8")


def test_a_strict_build_stops_at_a_wrong_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(root)
    assert main(["build", "--strict"]) == 1
    said = capsys.readouterr()
    assert f"clubs/{SPOILT}, linje" in said.out
    assert "Siden er ikke bygget." in said.err
    assert not (root / "output").exists()


def test_an_error_in_the_settings_file_is_told_plainly_before_all_else(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / "publishconf.py"
    file.write_text(file.read_text("utf-8") + "FOO = bar\n", "utf-8")
    assert main(["build"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("publishconf.py:")
    assert "\n\nTraceback (most recent call last):\n" in said


@pytest.mark.parametrize(
    ("makefile", "command"), [(True, "make check"), (False, "holdkatalog check")]
)
def test_how_to_see_the_advice_is_said_as_it_can_be_typed(
    root: Path, capsys: pytest.CaptureFixture[str], *, makefile: bool, command: str
) -> None:
    if makefile:
        (root / "Makefile").touch()
    sparse = "forening: X\nhold:\n  kor:\n    navn: Y\n    aktivitet: kor\n"
    (root / "clubs" / "ny.yaml").write_text(sparse, "utf-8")
    assert main(["build"]) == 0
    assert f"Se dem med: {command}\n" in capsys.readouterr().out


def test_a_municipality_that_has_no_clubs_yet_is_told_what_to_make(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(root / "clubs")
    assert main(["check"]) == 2
    assert "læg én forenings fil" in capsys.readouterr().out
    assert main(["check", "clubs"]) == 2
    assert "Filen er der ikke" in capsys.readouterr().out
