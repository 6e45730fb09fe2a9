"""A new optional field costs three files: its line in the table, its place in a template, an example."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = "scripts/holdkatalog/fields/coming.py"
TEMPLATE = "theme/templates/hold.html"
EXAMPLE = "clubs/vig-stavgaengere.yaml"
ROW = """\
    Key(
        name="hund",
        title="Må hunden komme med?",
        help="Sig, om man må tage sin hund med.",
        examples=["Hunde i snor er velkomne"],
        absent="Ingenting.",
        rules=text(200),
        group="Pris",
    ),
"""


def change(file: Path, old: str, new: str) -> None:
    source = file.read_text("utf-8")
    assert source.count(old) == 1
    file.write_text(source.replace(old, new), "utf-8")


def _uncovered() -> dict[str, str]:
    """The environment without coverage: what runs here is a copy of the program, changed."""
    return {key: value for key, value in os.environ.items() if not key.startswith("COV")}


def run(*arguments: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "holdkatalog", *arguments],
        cwd=folder,
        env={**_uncovered(), "PYTHONPATH": str(folder / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_new_field_of_plain_text_costs_a_row_a_place_and_an_example(tmp_path: Path) -> None:
    for folder in ("scripts", "theme", "schema", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "clubs").mkdir()
    for file in ("publishconf.py", EXAMPLE):
        shutil.copy(ROOT / file, tmp_path / file)

    before_terms = '    Key(\n        name="vilkår",\n'
    change(tmp_path / TABLE, before_terms, ROW + before_terms)
    terms = "{{ extra('vilkår', offer) }}"
    change(tmp_path / TEMPLATE, terms, terms + "\n  {{ extra('hund', offer) }}")
    a_line = "    navn: Stavgang for lungerne\n"
    change(tmp_path / EXAMPLE, a_line, a_line + "    hund: Hunde i snor er velkomne\n")

    run("schema", folder=tmp_path)
    assert "Må hunden komme med?" in (tmp_path / "schema" / "club.schema.json").read_text("utf-8")
    assert "`hund`" in (tmp_path / "schema" / "FORMAT.md").read_text("utf-8")
    run("check", EXAMPLE, folder=tmp_path)
    run("build", "--strict", folder=tmp_path)
    page = tmp_path / "output" / "hold" / "vig-stavgaengere" / "stavgang" / "index.html"
    assert "<h3>Må hunden komme med?</h3>" in page.read_text("utf-8")
    assert "Hunde i snor er velkomne" in page.read_text("utf-8")
    new, paper, change_ = (
        (tmp_path / "output" / path / "index.html").read_text("utf-8")
        for path in ("tilmeld", "papir", "ret/vig-stavgaengere/stavgang")
    )
    assert all("Må hunden komme med?" in each for each in (new, paper, change_))
    assert 'name="hold.hund" data-key="hund"' in new
    assert 'name="hold.hund" value="Hunde i snor er velkomne"' in change_
    data = json.loads((tmp_path / "output" / "data" / "hold.json").read_text("utf-8"))
    said = [offer["more"]["hund"] for offer in data["offers"] if "hund" in offer["more"]]
    assert said == [["Hunde i snor er velkomne"]]
