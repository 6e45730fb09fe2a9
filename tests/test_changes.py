"""What a change changes on the site: the examples' own answer, and what must never be left out."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from holdkatalog.catalogue import Catalogue, load
from holdkatalog.changes import Change, Kind, changes, in_markdown, in_text
from holdkatalog.changes.preview import addresses, detached, index
from holdkatalog.model import Attestation, Club, Offer, State
from holdkatalog.paths import THEME
from holdkatalog.wording.words import strings
from inert import active, plain
from small import ROOT, TODAY, empty, holding, vocabulary

EXAMPLES = ROOT / "tests" / "examples" / "changes"
WORDS = strings(THEME / "strings" / "da.yaml")


@cache
def example(name: str) -> Catalogue:
    """The example's clubs before or after."""
    folder = EXAMPLES / name / "clubs"
    return load(clubs=folder, content=ROOT / "content", strict=True, today=TODAY).catalogue


@cache
def found() -> tuple[Change, ...]:
    """What changes in the example."""
    return changes(example("before"), example("after"), today=TODAY, words=WORDS)


def told(before: Catalogue, after: Catalogue) -> tuple[Change, ...]:
    return changes(before, after, today=TODAY, words=WORDS)


def kept(name: str, made: str) -> str:
    """The text that is expected; written first when the tests are run with GOLDEN=write."""
    file: Path = EXAMPLES / name
    if os.environ.get("GOLDEN") == "write":
        file.write_text(made, "utf-8")
    return file.read_text("utf-8")


def test_the_changes_of_the_example_are_told_as_the_file_beside_it_says() -> None:
    text = in_text(found(), WORDS)
    assert text == kept("changes.txt", text)
    assert max(map(len, text.splitlines())) <= 100
    markdown = in_markdown(found(), WORDS, most=100_000)
    assert markdown == kept("changes.md", markdown)


def test_nothing_a_club_says_is_active_in_the_summary() -> None:
    markdown = in_markdown(found(), WORDS, most=100_000)
    assert active(markdown) == set()
    assert not [sign for sign in ("@", "http", "Haven", "Band", "<") if sign in plain(markdown)]


def test_what_is_the_same_is_no_change() -> None:
    assert told(example("after"), example("after")) == ()
    assert in_text((), WORDS).endswith("\nSiden siger det samme som før.\n")
    assert "Siden siger det samme" in in_markdown((), WORDS, most=1000)


def test_a_long_summary_ends_with_where_the_rest_stands() -> None:
    markdown = in_markdown(found(), WORDS, most=600)
    assert len(markdown.encode()) <= 600
    assert markdown.endswith("Der er mere. Se resten i loggen.\n")


def test_a_long_text_is_cut_and_says_so() -> None:
    offer = Offer(id="f/a", name="A", activities=("kor",), kind="hold")
    long = holding(replace(offer, about="ord " * 1000))
    text = in_text(told(holding(offer), long), WORDS)
    assert text.endswith("ord …\n")
    assert len(text) < 1000


def one(changes_: tuple[Change, ...], id_: str) -> Change:
    return next(change for change in changes_ if change.id == id_)


def test_printed_codes_die_with_an_id_that_is_not_written_down() -> None:
    assert one(found(), "haven/frokost").kind is Kind.MOVED
    assert one(found(), "haven/frokost").dead
    assert not one(found(), "haven/plukke").dead
    assert one(found(), "haven/gemme").dead
    assert not one(found(), "omdoebt/kor").dead


def test_an_offer_that_moved_to_another_club_is_followed() -> None:
    old = Offer(id="f/a", name="A", activities=("kor",), kind="hold")
    new = replace(old, id="g/b", former_ids=("f/a", "c"))
    before = replace(empty(), clubs=(Club(id="f", name="F", offers=(old,)), Club(id="g", name="G")))
    moved = (Club(id="f", name="F"), Club(id="g", name="G", offers=(new,), former_ids=("h",)))
    change = one(told(before, replace(empty(), clubs=moved)), "g/b")
    assert (change.kind, change.was, change.address) == (Kind.MOVED, "hold/f/a/", "hold/g/b/")
    assert not change.dead


def test_two_things_that_are_not_alike_are_one_gone_and_one_new() -> None:
    old = Offer(id="f/a", name="A", activities=("kor",), kind="hold", about="x", bring="y")
    new = Offer(id="f/b", name="B", activities=("gaature",), kind="hold", about="z")
    kinds = {change.id: change.kind for change in told(holding(old), holding(new))}
    assert kinds == {"f/a": Kind.GONE, "f/b": Kind.NEW}
    like = replace(old, id="f/b", name="B")
    assert [change.kind for change in told(holding(old), holding(like))] == [Kind.MOVED]


def test_a_confirmation_taken_back_and_a_place_on_the_lists_are_told() -> None:
    offer = Offer(id="f/a", name="A", activities=("kor",), kind="hold", states=(State("lukket"),))
    vouched = replace(offer, confirmed=Attestation(TODAY, "formanden"))
    back = told(holding(vouched), holding(offer))
    assert "Ikke bekræftet længere: A" in in_text(back, WORDS)
    running = replace(vouched, states=())
    assert "kommer på listerne igen" in in_text(told(holding(vouched), holding(running)), WORDS)


# What another field says already.
UNTOLD = {"id", "inherited"}
OTHER: dict[str, Any] = {
    field.name: getattr(offer, field.name)
    for offer in example("after").clubs[0].offers[:1]
    for field in fields(offer)
}


@pytest.mark.parametrize("name", sorted(OTHER.keys() - UNTOLD))
def test_no_field_of_an_offer_changes_in_silence(name: str) -> None:
    plain_ = Offer(id="f/a", name="A", activities=("kor",), kind="hold")
    own: dict[str, Any] = {
        "also_called": ("B",),
        "partners": ("B",),
        "former_ids": ("b",),
        "bring": "B",
    }
    own |= {"first_time": "B", "steps": example("before").clubs[1].offers[0].steps}
    own |= {"links": ("https://www.example.org",), "more": {"vilkår": ("B",)}}
    own |= {"template": next(iter(vocabulary().concepts))}
    value: Any = own.get(name) or OTHER[name]
    other: dict[str, Any] = {name: value}
    if value == getattr(plain_, name):
        pytest.fail(f"the example says nothing of {name}")
    (change,) = told(holding(plain_), holding(replace(plain_, **other)))
    assert change.lines


def test_a_page_stands_alone_with_links_to_those_beside_it_only() -> None:
    page = (
        '<head><meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">\n'
        '<link rel="stylesheet" href="../../../tema/css/a.css">'
        '<script type="module" src="../../../tema/js/t.mjs"></script></head>'
        '<a class="x" href="../../g/b/#om">B</a><a href="../../">Alle</a><a href="#om">Om</a>'
        '<a href="../../../">Hjem</a><a href="https://example.org/a/">Ude</a><a href="./?a">S</a>'
        '<a href="tel:+4512345678">Ring</a><img src="../../../foto/a.jpg" alt="B"><svg><use href="#i"/>'
    )
    made = detached(page, "hold/f/a/", ("hold/f/a/", "hold/g/b/"))
    assert made.needed == {"tema/css/a.css", "foto/a.jpg", "hold/f/a/?a"}
    assert '<a class="x" href="../../g/b/index.html#om">B</a><a>Alle</a><a href="#om">' in made.text
    assert "<a>Hjem</a>" in made.text
    assert "<script" not in made.text
    assert "script-src" not in made.text
    assert made.text.count('<meta name="robots" content="noindex">') == 1
    assert detached(made.text, "hold/f/a/", ()).text.count("noindex") == 1
    assert detached('<a href="hold/f/a/">', "", ("hold/f/a/",)).text.startswith(
        '<a href="hold/f/a/index.html">'
    )


def test_a_page_takes_nothing_from_outside_the_site_with_it() -> None:
    page = '<img src="../../../../passwd"><img src="/etc/passwd"><img src="x/../../../../../y">'
    made = detached(page, "hold/f/a/", ())
    assert made.needed == frozenset()
    assert made.text == "<img><img><img>"


def test_the_list_of_pages_shows_what_is_new_and_what_is_gone() -> None:
    pages = addresses(found())
    assert {"hold/haven/luge/", "forening/haven/", "hold/ny-klub/band/"} <= set(pages)
    assert "hold/haven/gemme/" not in pages
    text = index(found(), pages, WORDS, ("tema/css/a.css",))
    assert (
        '<li>Nyt hold: <a href="hold/ny-klub/band/index.html">&lt;b&gt;Band&lt;/b&gt; `x`</a>'
        in text
    )
    assert "<li>Ny forening: " in text
    assert "<li>Ikke på siden længere: Gemme (Haven)</li>" in text
    assert "Ingen side ændrer sig." in index((), (), WORDS, ())


def test_an_offer_that_begins_to_follow_a_template_is_told_of_it() -> None:
    offer = Offer(id="f/a", name="A", activities=("kor",), kind="hold")
    for id_, name in ((key, one.name) for key, one in vocabulary().concepts.items()):
        (change,) = told(holding(offer), holding(replace(offer, template=id_)))
        assert change.lines[0].after == (name,)
    (change,) = told(holding(offer), holding(replace(offer, template="gone")))
    assert change.lines[0].after == ("gone",)


def test_another_picture_under_the_same_name_is_told() -> None:
    same = changes(
        example("after"), example("after"), today=TODAY, words=WORDS, redrawn={"luge.jpg"}
    )
    assert [(change.id, change.kind) for change in same] == [("haven/luge", Kind.CHANGED)]
    assert in_text(same, WORDS).endswith("Foto, nyt: Billedet er et andet.\n")


def test_the_day_is_the_one_that_is_given() -> None:
    later = dt.date(2029, 1, 1)
    late = changes(example("after"), example("after"), today=later, words=WORDS)
    assert late == ()
