"""What remains of a page once time has passed: one table of cases holds the function and the script."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from holdkatalog.facets import forgetting
from holdkatalog.facets.now import Steps, sign_on
from holdkatalog.yamlfile import read

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "tests" / "examples" / "forget").glob("*.yaml"))
ENOUGH = 110
FAR = "9999-12-31"


@cache
def table(file: Path) -> dict[str, Any]:
    found = read(file.name, file.read_bytes())
    assert not found.problems
    return cast("dict[str, Any]", found.values)


def carried(page: Mapping[str, Any]) -> dict[str, Any] | None:
    """A card's JSON, from how the table writes it; nothing when the page carries no dates."""
    if "first" not in page:
        return None
    at = []
    for line in page["at"]:
        end, clock, place, sure, *once = (part.strip() for part in line.split("|"))
        at.append([end, clock, f", {place}" if place else "", sure == "sure", *map(bool, once)])
    numbers = {key: [int(n) for n in page.get(key, "").split()] for key in ("gaps", "which")}
    found = {"first": page["first"], "gaps": numbers["gaps"], "at": at}
    return {**found, "which": numbers["which"]} if numbers["which"] else found


def span(words: str) -> dict[str, str]:
    """`2026-12-20 to 2027-01-10`, `from 2026-12-20`, `to 2027-01-10` or `open`."""
    first, _, last = words.partition("to ")
    first = first.removeprefix("from ").strip()
    both = {"from": "" if first == "open" else first, "to": last}
    return {key: day for key, day in both.items() if day}


def sign(words: str) -> list[str | None]:
    """`- from 2026-12-20`: the sign, and the first day of it."""
    said, _, first = words.partition(" from ")
    return [said, first or None]


def steps(page: Mapping[str, Any]) -> dict[str, str]:
    """The first days of the steps; old is far away where nothing is said of it."""
    given = {key: page[key] for key in ("soon", "old", "out") if key in page}
    return given if page.get("confirmed") == "never" else {"old": FAR, **given}


def case(file: Path, name: str) -> dict[str, Any]:
    """A case as plain values: what the page carries, when it is read, and what is expected."""
    given = dict(table(file)["cases"][name])
    page = table(file)["pages"][given.pop("page")]
    return {
        "name": f"{file.stem}: {name}",
        "built": page["built"],
        "now": given.pop("now", None),
        "utc": given.pop("utc", None),
        "ahead": carried(page),
        "spans": {key: span(words) for key, words in page.get("spans", {}).items()},
        "ladder": steps(page),
        "room": [sign(words) for words in page.get("room", ["?"])],
        "week": [sign(words) for words in page.get("week", ["?"])],
        "expected": given,
    }


def date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def signs(told: Sequence[tuple[str, str | None]]) -> Steps:
    return tuple((said, date(first)) for said, first in told)


def read_at(given: Mapping[str, Any]) -> dt.datetime:
    """The moment at which the page is read."""
    built = dt.date.fromisoformat(given["built"])
    if given["utc"]:
        instant = dt.datetime.fromisoformat(given["utc"]).replace(tzinfo=dt.UTC)
        return forgetting.moment(instant, built)
    return max(dt.datetime.fromisoformat(given["now"]), dt.datetime.combine(built, dt.time()))


def answers(given: Mapping[str, Any]) -> dict[str, str]:
    """All that is known of the page at that moment, as the table writes it."""
    now = read_at(given)
    day = now.date()
    ahead = given["ahead"]
    all_ = forgetting.meetings(forgetting.carried(ahead)) if ahead else ()
    left = forgetting.left(all_, now)
    days_ = {name: dt.date.fromisoformat(first) for name, first in given["ladder"].items()}
    step = forgetting.step(days_, day)
    shown = [
        key
        for key, days in given["spans"].items()
        if forgetting.holds(date(days.get("from")), date(days.get("to")), day)
    ]
    label, one = forgetting.said(left, old=step in {"old", "out"}, shut="shut" in shown)
    return {
        "moment": f"{now:%Y-%m-%d %H:%M}",
        "left": str(len(left)),
        "label": label,
        "next": " ".join(f"{one.day} {one.clock}".split()) + one.place if one else "",
        "sure": "yes" if one and one.sure else "no",
        "shown": " ".join(shown) or "nothing",
        "step": step,
        "room": sign_on(signs(given["room"]), day),
        "week": forgetting.week(all_ if ahead else None, signs(given["week"]), now),
    }


CASES = [(file, name) for file in FILES for name in table(file)["cases"]]


@pytest.mark.parametrize(("file", "name"), CASES, ids=lambda v: getattr(v, "stem", v))
def test_what_remains_is_what_the_case_says(file: Path, name: str) -> None:
    given = case(file, name)
    found = answers(given)
    assert given["expected"]
    assert {key: found[key] for key in given["expected"]} == given["expected"]


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= ENOUGH


def test_every_page_of_the_table_is_read() -> None:
    for file in FILES:
        read_of = {one["page"] for one in table(file)["cases"].values()}
        assert read_of == set(table(file)["pages"]), file.stem


def every_case() -> Iterator[dict[str, Any]]:
    """Every case with all that it is answered, not only with what it names."""
    for file, name in CASES:
        given = case(file, name)
        yield {**given, "expected": answers(given)}


def every_list() -> Iterator[dict[str, Any]]:
    """The pages of a file as offers of one list, and their places at each moment of its cases."""
    for file in FILES:
        all_ = [case(file, name) for name in table(file)["cases"]]
        cards = list({json.dumps([one["ahead"], one["ladder"]]) for one in all_})
        given = [json.loads(one) for one in sorted(cards)]
        read_back = [
            (
                forgetting.meetings(forgetting.carried(ahead)) if ahead else (),
                {name: dt.date.fromisoformat(day) for name, day in ladder.items()},
            )
            for ahead, ladder in given
        ]
        for now in sorted({read_at(one) for one in all_}):
            told = {"now": f"{now:%Y-%m-%dT%H:%M}", "places": forgetting.places(read_back, now)}
            yield {"cards": given, **told}


def test_the_script_answers_the_same_in_every_case(node: str, tmp_path: Path) -> None:
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"cases": list(every_case()), "lists": list(every_list())}), "utf-8")
    done = subprocess.run(
        [node, "--test", str(ROOT / "tests" / "js" / "cases" / "forget.test.mjs")],
        # The reader's own zone must not matter.
        env={**os.environ, "CASES": str(file), "TZ": "America/Los_Angeles"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(CASES)} cases" in done.stdout
    assert "# fail 0" in done.stdout
