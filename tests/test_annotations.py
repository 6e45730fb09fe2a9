"""A check's answer on a forge: what it shows, and that nothing a stranger has written does anything."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from holdkatalog.annotations import MOST, SHOWN, code, fenced, fitting, github, gitlab, summary
from holdkatalog.cli import main
from holdkatalog.errors import Problem
from inert import active, orders, plain

ROOT = Path(__file__).resolve().parent.parent
EVIL = (
    '::set-env name=PATH::x\n::add-path::/tmp/x\r\n##[add-path]/tmp ``` ~~~~ <img src=x onerror="a()"> '
    "![b](https://example.org/b.png) [l](https://example.org) @kommunen #1 https://example.org "
    "</code></pre><script>a()</script> %0A::error::x `` ` ````` \u202e\u2028::stop-commands::abc"
)
# docs.gitlab.com, "Code Quality report format": what a report's entry must have.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def problem(line: int = 4, value: str = "koor", file: str = "clubs/x.yaml") -> Problem:
    return Problem(file, line, 5 if line else 0, "unknown-activity", ("hold", line), value, (), 4)


def advice(line: int) -> Problem:
    return Problem("clubs/x.yaml", line, 0, "missing-owner", ())


def test_a_problem_stands_beside_its_line() -> None:
    assert github([problem()]) == (
        "::error file=clubs/x.yaml,title=Det skal rettes,line=4,endLine=4,col=5,endColumn=8::"
        'Vi kender ikke aktiviteten "koor".'
    )
    assert github([advice(1)]).startswith(
        "::warning file=clubs/x.yaml,title=Et godt råd,line=1,endLine=1::Ingen"
    )
    assert github([problem(line=0)]).startswith(
        "::error file=clubs/x.yaml,title=Det skal rettes::Vi"
    )
    assert github([]) == ""


def test_no_more_are_given_than_the_forge_shows_of_each_kind() -> None:
    many = [*(problem(n) for n in range(1, 30)), *(advice(n) for n in range(1, 30))]
    lines = github(many).split("\n")
    assert [line.split()[0] for line in lines] == ["::error"] * SHOWN + ["::warning"] * SHOWN


def test_a_remedy_of_several_lines_is_one_command() -> None:
    listed = Problem("a.yaml", 1, 1, "unknown-activity", (), "x", (("list", "a, b"),))
    assert github([listed]).endswith(', så skriv "andet":%0Aa, b')


@given(st.text() | st.sampled_from((EVIL, "a,b:c%d", "\r", "\n::x::")))
def test_no_text_of_a_club_can_end_its_command_or_begin_another(text: str) -> None:
    told = github([problem(value=text, file=f"clubs/{text}.yaml")])
    assert len(told.splitlines()) == 1
    found = re.fullmatch(r"::error ([^\r\n]*?)::(.*)", told)
    assert found
    pairs = found[1].split(",")
    assert [pair.partition("=")[0] for pair in pairs] == (
        ["file", "title", "line", "endLine", "col", "endColumn"]
    )
    assert ":" not in found[1]
    assert re.search(r"%(?!25|0D|0A|3A|2C)", told) is None


def test_gitlab_gets_the_report_it_describes() -> None:
    twice = [problem(), problem(), problem(9), advice(0)]
    rows = json.loads(gitlab(twice))
    Draft202012Validator(CODE_QUALITY).validate(rows)
    assert [row["severity"] for row in rows] == ["major", "major", "major", "info"]
    assert rows[0]["description"] == 'Vi kender ikke aktiviteten "koor".'
    assert rows[3]["location"] == {"path": "clubs/x.yaml", "lines": {"begin": 1}}
    assert len({row["fingerprint"] for row in rows}) == 4
    assert json.loads(gitlab([])) == []


def test_a_problem_keeps_its_name_when_its_line_moves() -> None:
    one, moved = (
        Problem("a.yaml", line, 1, "unknown-activity", ("hold", "kor"), "x") for line in (3, 9)
    )
    (first,), (second,) = json.loads(gitlab([one])), json.loads(gitlab([moved]))
    assert first["fingerprint"] == second["fingerprint"]
    assert first["fingerprint"] != hashlib.sha256(b"").hexdigest()


@given(st.text(alphabet="`~ \n<a>![](@#\\|*_") | st.text() | st.just(EVIL))
def test_nothing_breaks_out_of_code(text: str) -> None:
    line = f"- {code(text)} slut"
    block = f"{fenced(text)}\n\nslut"
    assert "\n" not in line
    assert plain(line).strip() == "slut"
    assert plain(block).strip() == "slut"
    assert active(line) == active(block) == set()


def test_the_summary_tells_all_and_is_dead() -> None:
    found = [problem(value=EVIL, file=f"clubs/{n}.yaml") for n in range(30)]
    lines = {"clubs/0.yaml": ("a", "b", "c", f"    {EVIL}")}
    told = summary(found, lines, head="Filerne", count="30 fejl i 30 filer.")
    assert told.count("Vi kender ikke aktiviteten") == 30
    assert told.startswith("## Filerne\n\n30 fejl i 30 filer.\n\n`")
    assert active(told) == set()
    assert plain(told).split() == ["Filerne", "30", "fejl", "i", "30", "filer."]


def test_a_summary_never_grows_larger_than_a_forge_takes() -> None:
    told = summary(
        [problem(value="x" * 10_000)] * 200, {}, head="Filerne", count="200 fejl i 1 fil."
    )
    assert MOST - 20_000 < len(told.encode()) <= MOST
    assert told.endswith("\n```\n\nDer er flere. Se resten i loggen.\n")
    assert active(told) == set()
    assert fitting(["a", "b"], most=100, rest="mere") == "a\nb\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one club that has an error, in which the command stands."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    file = tmp_path / "clubs" / "ny.yaml"
    file.parent.mkdir()
    file.write_text(
        "forening: '##[add-path]x'\nhold:\n  a:\n    navn: ::error::b\n    aktivitet: koor\n",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_marks_the_lines_and_lets_the_runner_hear_nothing_else(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", "github", "--summary", str(place / "s.md")]) == 1
    said = capsys.readouterr().out.splitlines()
    heard = [name for name, _ in orders("\n".join(said))]
    assert set(heard) == {"error", "warning", "stop-commands"}
    stop = next(n for n, line in enumerate(said) if line.startswith("::stop-commands::"))
    assert said[-1] == f"::{said[stop].removeprefix('::stop-commands::')}::"
    assert len(said[-1]) == 36
    assert {line.split()[0] for line in said[:stop]} == {"::error", "::warning"}
    assert "Mente du" in "\n".join(said[stop:])
    assert "Mente du" in (place / "s.md").read_text("utf-8")


@pytest.mark.usefixtures("place")
def test_a_clean_answer_marks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "content/steder.yaml", "--format", "github"]) == 0
    assert capsys.readouterr().out.startswith("::stop-commands::")


@pytest.mark.usefixtures("place")
def test_gitlab_reads_the_report_and_a_person_the_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--format", "gitlab"]) == 1
    said = capsys.readouterr()
    Draft202012Validator(CODE_QUALITY).validate(json.loads(said.out))
    assert "1 fejl og " in said.err


def test_good_advice_is_only_given_about_what_somebody_has_touched(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = place / "før"
    (base / "clubs").mkdir(parents=True)
    same = (place / "clubs" / "ny.yaml").read_text("utf-8")
    (base / "clubs" / "ny.yaml").write_text(same, "utf-8")
    (place / "clubs" / "nyere.yaml").write_text(same.replace("koor", "kor"), "utf-8")
    assert main(["check", "--base", str(base)]) == 1
    said = capsys.readouterr().out
    assert "clubs/ny.yaml, linje 5: Vi kender ikke" in said
    assert "clubs/ny.yaml, linje 1 (et godt råd)" not in said
    assert "clubs/nyere.yaml, linje 1 (et godt råd)" in said
