"""`holdkatalog check`: which files, in which form, with which exit code."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from holdkatalog.checking import CLEAN, PROBLEMS, UNREADABLE, Answer, Form, check

ROOT = Path(__file__).resolve().parent.parent
BROKEN = "forening: X\nhold:\n  kor:\n    navn: Y\n    aktivitet: koor\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "clubs", tmp_path / "clubs")
    return tmp_path


def ask(place: Path, *paths: str, form: Form = "text") -> Answer:
    return check(list(map(Path, paths)), root=place, today=dt.date(2026, 11, 21), form=form)


def test_the_reference_municipality_is_in_order(place: Path) -> None:
    answer = ask(place)
    assert answer.code == CLEAN
    assert answer.text.splitlines()[-1].startswith("Alt er i orden i ")


def test_every_valid_example_is_taken_and_no_sentence_in_it_is_suspected() -> None:
    told = json.loads(ask(ROOT, "tests/examples/valid", form="json").text)
    codes = {row["code"] for row in told["problems"] if row["severity"] == "fejl"}
    codes |= {row["code"] for row in told["problems"] if row["code"].startswith("looks-like")}
    assert codes == set()


def test_an_error_is_told_with_its_count_and_gives_one(place: Path) -> None:
    (place / "clubs" / "ny.yaml").write_text(BROKEN, "utf-8")
    answer = ask(place, "clubs/ny.yaml")
    assert answer.code == PROBLEMS
    assert 'Mente du "kor"? Skriv:  aktivitet: kor' in answer.text
    assert answer.text.endswith("\n\n1 fejl og 8 gode råd i 1 fil.")


def test_good_advice_alone_is_clean(place: Path) -> None:
    (place / "clubs" / "ny.yaml").write_text(BROKEN.replace("koor", "kor"), "utf-8")
    answer = ask(place, "clubs/ny.yaml")
    assert answer.code == CLEAN
    assert answer.text.endswith("Alt er i orden i 1 fil. Der er 8 gode råd.")


def test_a_clean_file_says_so_and_nothing_more(place: Path) -> None:
    good = ROOT / "tests" / "examples" / "valid" / "vig-stavgaengere.yaml"
    shutil.copy(good, place / "clubs" / "vig-stavgaengere.yaml")
    answer = ask(place, "clubs/vig-stavgaengere.yaml")
    assert answer.text.splitlines()[-1].startswith("Alt er i orden i 1 fil.")


def test_only_the_files_asked_for_are_told_of(place: Path) -> None:
    (place / "clubs" / "ny.yaml").write_text(BROKEN, "utf-8")
    assert ask(place, "clubs/vig-stavgaengere.yaml").code == CLEAN
    assert ask(place, "content").code == CLEAN
    assert ask(place, "clubs").code == PROBLEMS


def test_a_folder_is_searched_to_its_bottom(place: Path) -> None:
    deep = place / "clubs" / "nord" / "vest"
    deep.mkdir(parents=True)
    (deep / "ny.yaml").write_text(BROKEN, "utf-8")
    assert "clubs/nord/vest/ny.yaml, linje 5" in ask(place, "clubs/nord").text


def test_a_file_elsewhere_is_judged_as_a_clubs(
    place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("andetsteds") / "ny.yaml"
    elsewhere.write_text(BROKEN, "utf-8")
    assert f"{elsewhere.as_posix()}, linje 5" in ask(place, str(elsewhere)).text


def test_a_path_that_is_not_there_gives_two(place: Path) -> None:
    answer = ask(place, "clubs/findes-ikke.yaml")
    assert answer.code == UNREADABLE
    assert answer.text.startswith("clubs/findes-ikke.yaml: Filen er der ikke")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("forening: X\n".encode("utf-16"), UNREADABLE),
        (b"forening: X\xff\x00\n", UNREADABLE),
        (b"%PDF-1.4 }{][ \n", UNREADABLE),
        (b"- x\n", UNREADABLE),
        (b"x" * 300_000, UNREADABLE),
        (b"", PROBLEMS),
        ("forening: Gåklub\n".encode("windows-1252"), PROBLEMS),
        (b"forening: X\nhold:\n  - [\n", PROBLEMS),
        (b"\tforening: X\n", PROBLEMS),
    ],
)
def test_only_a_file_of_which_nothing_can_be_judged_gives_two(
    place: Path, content: bytes, code: int
) -> None:
    (place / "clubs" / "ny.yaml").write_bytes(content)
    assert ask(place, "clubs/ny.yaml").code == code
    assert ask(place, "clubs").code == code


def test_a_municipality_whose_own_file_is_gone_gives_two(place: Path) -> None:
    (place / "content" / "kommune.yaml").unlink()
    (place / "clubs" / "ny.yaml").write_text("\tforening: X\n", "utf-8")
    answer = ask(place, "clubs/ny.yaml")
    assert answer.code == UNREADABLE
    assert "content/kommune.yaml: Filen er der ikke" in answer.text
    assert "clubs/ny.yaml, linje 1: Her står et tabulatortegn" in answer.text


def test_each_of_the_municipalitys_files_that_is_missing_is_counted_and_told_what_it_is_for(
    place: Path,
) -> None:
    for file in (place / "content").glob("*.yaml"):
        file.unlink()
    text = ask(place, "clubs/vig-stavgaengere.yaml").text
    assert text.endswith("\n\n3 fejl i 4 filer.")
    about = {
        "kommune": "kommunen, og den, man ringer til.",
        "omraader": "områder, man kan søge i.",
        "skoleferier": "skolernes ferier og andre fridage.",
    }
    for name, words in about.items():
        told = next(b for b in text.split("\n\n") if b.startswith(f"content/{name}.yaml:"))
        assert f"   Kommunen skal have filen. I den står {words}\n" in told


@pytest.mark.parametrize("text", [None, "", "# Vi har ingen endnu.\n", "steder:\n"])
def test_a_municipality_without_shared_places_is_in_order(place: Path, text: str | None) -> None:
    own = place / "content" / "steder.yaml"
    own.unlink() if text is None else own.write_text(text, "utf-8")
    shutil.rmtree(place / "content" / "forloeb")
    shutil.rmtree(place / "clubs")
    (place / "clubs").mkdir()
    good = ROOT / "tests" / "examples" / "valid" / "vig-stavgaengere.yaml"
    shutil.copy(good, place / "clubs" / "vig-stavgaengere.yaml")
    answer = ask(place)
    assert answer.code == CLEAN
    assert "content" not in answer.text


def test_errors_of_the_municipality_are_always_told_with_their_line(place: Path) -> None:
    file = place / "content" / "skoleferier.yaml"
    file.write_text(file.read_text("utf-8").replace("31. juli 2027", "snart", 1), "utf-8")
    answer = ask(place, "clubs/vig-stavgaengere.yaml")
    assert answer.code == PROBLEMS
    assert "│ kendt_til: snart" in answer.text


def test_a_catalogue_without_a_single_club_gives_two(place: Path) -> None:
    shutil.rmtree(place / "clubs")
    (place / "clubs").mkdir()
    answer = ask(place)
    assert answer.code == UNREADABLE
    assert answer.text.startswith("clubs/: Her er ikke en eneste fil fra en forening.")
    assert ask(place, "content/omraader.yaml").code == CLEAN


def test_json_says_the_same_to_a_program(place: Path) -> None:
    text = BROKEN.replace("navn: Y", "navn: Ring 010170-1234")
    (place / "clubs" / "ny.yaml").write_text(text, "utf-8")
    answer = ask(place, "clubs/ny.yaml", form="json")
    told = json.loads(answer.text)
    assert told["files"] == 1
    row = next(row for row in told["problems"] if row["code"] == "unknown-activity")
    assert row == {
        "file": "clubs/ny.yaml",
        "line": 5,
        "column": 16,
        "width": 4,
        "code": "unknown-activity",
        "severity": "fejl",
        "path": ["hold", "kor", "aktivitet"],
        "value": "koor",
        "text": 'Vi kender ikke aktiviteten "koor".',
        "remedy": 'Mente du "kor"? Skriv:  aktivitet: kor',
    }
    assert "010170" not in answer.text


def test_a_cpr_number_that_is_a_key_is_no_part_of_a_path_either(place: Path) -> None:
    (place / "clubs" / "ny.yaml").write_text(BROKEN + "    010170 - 1234: ja\n", "utf-8")
    told = ask(place, "clubs/ny.yaml", form="json").text
    assert "unknown-key" in told or "cpr" in told
    assert "010170" not in told


def test_of_thousands_of_problems_the_first_are_told_at_once_and_the_rest_are_counted(
    place: Path,
) -> None:
    many = "".join(f"k{number}: x\n" for number in range(8000))
    nested = "".join(f"  h{n}:\n" + "    navnn: x\n    tidd: x\n" for n in range(40))
    (place / "clubs" / "ny.yaml").write_text(many + "hold:\n" + nested, "utf-8")
    start = time.process_time()
    text = ask(place, "clubs/ny.yaml").text
    assert time.process_time() - start < 5, "half a second of work, however busy the machine"
    *blocks, rest, count = text.split("\n\n")
    assert len(blocks) == 50
    told = sum(map(int, re.findall(r"(\d+) (?:fejl|gode)", count)))
    assert rest == f"clubs/ny.yaml: og {told - 50:,} mere.".replace(",", ".")
    told_as_json = json.loads(ask(place, "clubs/ny.yaml", form="json").text)
    assert len(told_as_json["problems"]) == 50
    assert told_as_json["more"] == {"clubs/ny.yaml": told - 50}


def test_errors_are_told_before_advice_when_not_all_is_told(place: Path) -> None:
    offers = "".join(f"  h{n}:\n    navn: X\n    aktivitet: kor\n" for n in range(20))
    (place / "clubs" / "ny.yaml").write_text(f"forening: X\nhold:\n{offers}x: y\n", "utf-8")
    text = ask(place, "clubs/ny.yaml").text
    assert 'Feltet "x" kender vi ikke her.' in text
    assert "clubs/ny.yaml: og " in text


def test_who_stops_reading_gets_the_same_exit_code_and_no_traceback(place: Path) -> None:
    many = "".join(f"k{number}: x\n" for number in range(8000))
    (place / "clubs" / "ny.yaml").write_text(many, "utf-8")
    command = [sys.executable, "-m", "holdkatalog", "check", "clubs/ny.yaml"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=place, stdout=pipe, stderr=pipe) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        said = started.stderr.read()
    assert (started.returncode, said) == (PROBLEMS, b"")


def test_the_command_prints_it_and_returns_the_code(place: Path) -> None:
    (place / "clubs" / "ny.yaml").write_text(BROKEN, "utf-8")
    command = [sys.executable, "-m", "holdkatalog", "check", "--format", "json", "clubs/ny.yaml"]
    done = subprocess.run(command, cwd=place, capture_output=True, check=False)
    assert done.returncode == PROBLEMS
    assert json.loads(done.stdout)["files"] == 1
    wrong = subprocess.run([*command, "--hjælp"], cwd=place, capture_output=True, check=False)
    assert wrong.returncode == UNREADABLE
