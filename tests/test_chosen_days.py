"""The whole site built on twelve days that are hard for a calendar: no crash, and nothing past as coming.

The same tree passes on all of them: time warns, and never fails.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from holdkatalog.checking import check
from holdkatalog.cli import main
from holdkatalog.danish import MONTHS

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "tests" / "examples" / "invalid").glob("*.yaml"))
DAYS = {
    "the clocks go forward": "2026-03-29",
    "the clocks go back": "2026-10-25",
    "Christmas Eve": "2026-12-24",
    "the first day of week 53": "2026-12-28",
    "New Year's Eve": "2026-12-31",
    "New Year's Day": "2027-01-01",
    "the clocks go forward again, at Easter": "2027-03-28",
    "the last day of the indoor season": "2027-04-30",
    "the first day of the summer season": "2027-05-01",
    "the first day of the summer holidays": "2027-06-26",
    "a day that only leap years have": "2028-02-29",
    "a day when nothing has been confirmed for long": "2028-11-25",
}
STALE = "2028-01-01"
"""From then on the whole demo is old, and cards say only when it used to be."""
TAG = re.compile(r"<[a-z][^>]*\bdata-(?:from|to)=[^>]*>")
ATTRIBUTE = re.compile(r'\bdata-(from|to)="([^"]*)"')
NEXT = re.compile(r'hk-card__next"[^>]*>(.*?)</p>|data-next-of[^>]*>(.*?)</strong>', re.DOTALL)
DATE = re.compile(rf"(\d{{1,2}})\.\s({'|'.join(MONTHS)})\s(\d{{4}})")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the catalogue in which the sites are built, one after the other."""
    folder = tmp_path_factory.mktemp("dage")
    shutil.copy(ROOT / "publishconf.py", folder)
    for name in ("clubs", "content"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def past(page: str, day: str) -> list[str]:
    """What the page tells of as coming though it has been."""
    found = [end for end in re.findall(r'\bdata-end="([^"]*)"', page) if end[:10] < day]
    for _, data in re.findall(r"""\bdata-ahead=(["'])(.*?)\1""", page):
        first = json.loads(html.unescape(data))["first"]
        found += [first] if first < day else []
    return found + [one for one in named(page) if one < day]


def named(page: str) -> list[str]:
    """The days that the page's sentences name as the next."""
    texts = (re.sub(r"<[^>]*>", "", card or brief) for card, brief in NEXT.findall(page))
    return [
        dt.date(int(year), MONTHS.index(month) + 1, int(number)).isoformat()
        for text in texts
        for number, month, year in DATE.findall(text)
    ]


def misplaced(page: str, day: str) -> list[str]:
    """What is shown on a day that it isn't for, or hidden on one that it is for."""
    found = []
    for tag in TAG.findall(page):
        span = dict(ATTRIBUTE.findall(tag))
        holds = span.get("from", day) <= day <= span.get("to", day)
        if holds is bool(re.search(r"\shidden\b", tag)):
            found.append(tag)
    return found


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS)
def test_a_site_is_built_and_names_no_past_day_as_coming(
    place: Path, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    assert main(["build", "--strict", "--today", day]) == 0
    seen = Counter[str]()
    for file in (place / "output").rglob("*.html"):
        page, name = file.read_text("utf-8"), file.relative_to(place / "output").as_posix()
        assert past(page, day) == [], name
        assert misplaced(page, day) == [], name
        seen.update(re.findall(r" data-(?:end|ahead|from|to)=", page))
        seen["named"] += len(named(page))
    edition = json.loads((place / "output" / "data" / "udgave.json").read_text("utf-8"))
    assert edition["built"] == day
    assert {" data-ahead=", " data-end="} <= seen.keys(), "there is something to look at"
    assert seen["named"] or day > STALE


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS)
def test_a_tree_that_passes_today_passes_on_that_day(place: Path, day: str) -> None:
    answer = check([], root=place, today=dt.date.fromisoformat(day), form="text")
    assert answer.code == 0, answer.text


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS)
def test_a_mistake_is_the_same_mistake_on_that_day(day: str) -> None:
    assert mistakes(day) == mistakes("2026-11-25")


@cache
def mistakes(day: str) -> list[tuple[str, int, str]]:
    """Where the examples of mistakes have which errors, on that day."""
    answer = check(EXAMPLES, root=ROOT, today=dt.date.fromisoformat(day), form="json")
    rows = json.loads(answer.text)["problems"]
    found = [(r["file"], r["line"], r["code"]) for r in rows if r["severity"] == "fejl"]
    assert found
    return found


def test_a_past_day_and_a_notice_on_the_wrong_day_would_be_found() -> None:
    day = "2026-12-01"
    bad = """<li data-end="2026-11-30T11:30"><article data-ahead='{"first":"2026-11-24"}'>
    <p class="hk-card__next">Næste gang: <strong>tirsdag 17. november 2026 kl. 10.00</strong></p>
    <strong data-next-of>tirsdag 10. november<span> 2026</span></strong>"""
    assert past(bad, day) == ["2026-11-30T11:30", "2026-11-24", "2026-11-17", "2026-11-10"]
    good = (
        '<li data-end="2026-12-01T09:00"><p data-to="2026-12-01"><p data-from="2026-12-02" hidden>'
    )
    assert past(good, day) == misplaced(good, day) == []
    wrong = '<p data-from="2026-12-02"><p data-to="2026-12-01" hidden>'
    assert len(misplaced(wrong, day)) == len(TAG.findall(wrong))
