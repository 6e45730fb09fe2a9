"""From a page to HTML, and that every word of a template stands in the file of words.

The words for the model (`say`) are held in tests/test_words_of_modules.py, those of the municipality's report
(`report`) in tests/test_report.py.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, nodes

from holdkatalog.catalogue import Catalogue
from holdkatalog.catalogue.content import read_content
from holdkatalog.errors import CatalogueError
from holdkatalog.forms import LEFT
from holdkatalog.grammar.facts import STATES
from holdkatalog.model import Club
from holdkatalog.opendata import COLUMNS
from holdkatalog.pages import Page
from holdkatalog.paths import SCHEMA
from holdkatalog.rendering import (
    FILTERS,
    GLOBALS,
    Site,
    render,
)
from holdkatalog.wording.words import Strings, strings
from script_words import words_of_scripts

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "theme" / "templates").rglob("*.html"))
DA = ROOT / "theme" / "strings" / "da.yaml"
PACKAGE = ROOT / "scripts" / "holdkatalog"
Key = tuple[str, ...]


def test_words_are_read_as_texts_only(tmp_path: Path) -> None:
    file = tmp_path / "da.yaml"
    file.write_text("sprog: da\nsvar:\n  no: nej\n  off: 09:30\n", "utf-8")
    assert strings(file) == {"sprog": "da", "svar": {"no": "nej", "off": "09:30"}}


@pytest.mark.parametrize("text", ["- sprog\n", "sprog: da\nsvar: [\n"])
def test_words_that_cannot_be_read_whole_are_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "da.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(CatalogueError) as told:
        strings(file)
    assert {one.file for one in told.value.problems} == {"theme/strings/da.yaml"}


def a_site(*, public: str = "", top: str = "/") -> Site:
    known = read_content(ROOT / "content", SCHEMA / "vocabulary")
    clubs, courses = (Club(id="f", name="F"),), (Club(id="k", name="K"),)
    catalogue = Catalogue(known.municipality, known.vocabulary, clubs, courses, {})
    return Site(
        "Hold",
        public,
        top,
        dt.date(2026, 12, 5),
        catalogue,
        (),
        {"hej": "Hej <3"},
        {},
        own_colours=False,
    )


def test_a_site_knows_its_clubs_and_its_course_providers() -> None:
    site = a_site()
    found = [site.club(id_) for id_ in ("f", "k", "findes-ikke")]
    assert [club.name if club else None for club in found] == ["F", "K", None]


def test_the_brand_names_the_municipality_apart_when_the_name_ends_with_it() -> None:
    site = a_site()
    assert site.brand == ("Hold", "")
    assert replace(site, name="Hold i Odsherred").brand == ("Hold i", "Odsherred")


def test_a_page_is_rendered_with_its_values_the_site_and_links_from_where_it_stands() -> None:
    text = "{{ here }} {{ name }} {{ t.hej }} {{ site.name }} {{ link(here, 'hold/') }}"
    environment = Environment(loader=DictLoader({"a.html": text}), autoescape=True)
    environment.globals.update(GLOBALS)
    page = Page("om/", "a.html", {"name": "<b>"})
    assert render(page, environment, a_site()) == "om/ &lt;b&gt; Hej &lt;3 Hold ../hold/"
    missing = Page("404.html", "a.html", {"name": ""})
    assert render(missing, environment, a_site(top="/hold/")).endswith(" /hold/hold/")


def keys(words: Strings) -> set[Key]:
    """The way to every word of the file, but those that no template asks for."""
    return {
        (key, inner) if isinstance(value, dict) else (key,)
        for key, value in words.items()
        if key not in {"say", "report", "post", "changes"}
        for inner in (value if isinstance(value, dict) else ("",))
    }


# Where a template hands a whole group on, or looks in it with a name that it doesn't know.
HANDED: dict[Key, Key] = {
    ("count",): ("one", "many"),
    ("sending",): words_of_scripts(),
    ("confirm",): (
        *(
            "unknown",
            "over",
            "last",
            "unless",
            "low",
            "gone",
            "never",
            "about",
            "where",
            "who",
            "yes_subject",
        ),
        *("yes_text", "no_subject", "no_text", "now", "right"),
    ),
    ("correct",): ("subject", "about", "page", "wrong", "right", "who"),
    ("offer",): (
        *("ongoing", "off", "never_off", "off_of", "never_off_of"),
        *("over", "begins", "times", "times_ask"),
    ),
    ("live",): tuple(strings(DA)["live"]),
    ("time",): tuple(strings(DA)["time"]),
}
LOOKED: dict[Key, Key] = {
    ("filters",): (
        *("sygdom", "omraade", "aktivitet", "behov", "tid", "naar", "dag", "tidspunkt"),
        *("vilkaar", "plads", "pris"),
    ),
    ("option",): ("denne-uge", "formiddag", "eftermiddag", "aften", "aaben", "gratis"),
    ("fit",): (
        *("made", "suits", "relatives", "made_people", "suits_people", "open"),
        *("limited_all", "limited_chronic"),
    ),
    ("glance",): (
        *("ingen", "let", "middel", "haard", "eget-tempo", "siddende", "tag-en-med"),
        *("free", "price", "more", "ask"),
    ),
    ("confirm",): ("time", "season", "place", "price", "way_in", "contact", "status"),
    ("contact_for",): ("tilmelding", "fagfolk"),
    ("condition_area",): ("near", "wide", "ask"),
    ("day",): ("on", "ask"),
    ("free",): ("free", "ask"),
    ("condition",): (
        *("made", "suits", "relatives", "open", "ask"),
        *("jump_made", "jump_suits", "jump_relatives", "jump_open", "jump_ask"),
    ),
    ("area",): ("here", "near", "wide", "ask"),
    ("csv",): COLUMNS,
    ("form_title",): ("ny-forening", "nyt-hold", "hold", "forening"),
    ("form_lead",): ("ny-forening", "nyt-hold", "hold", "forening"),
    ("form_part",): ("foreningen", "holdet", "mere-om-foreningen"),
    ("form_left",): LEFT,
    ("form_from",): ("club", "template"),
    ("wide",): ("hele-kommunen", "andre-kommuner", "hele-landet"),
}


def chain(node: nodes.Node) -> tuple[str | None, ...]:
    """`t.offer.by` as its names, `None` for one that is only known later; () for anything else."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, (nodes.Getattr, nodes.Getitem)) and (base := chain(node.node)):
        if isinstance(node, nodes.Getattr):
            return (*base, node.attr)
        return (*base, node.arg.value if isinstance(node.arg, nodes.Const) else None)
    return ()


def used(node: nodes.Node) -> Iterator[Key]:
    """Every word that a template asks for."""
    names = chain(node)
    names = names[1:] if names[:2] == ("site", "t") else names
    if names[:1] == ("t",) and len(names) > 1:
        known = tuple(name for name in names[1:] if name is not None)
        inner = LOOKED[known] if None in names else HANDED.get(known, ())
        yield from ((*known, one) for one in inner) if inner else (known,)
        return
    for child in node.iter_child_nodes():
        yield from used(child)


def parsed(template: Path) -> nodes.Template:
    environment = Environment(autoescape=True)
    environment.filters.update(FILTERS)
    return environment.parse(template.read_text("utf-8"))


def test_every_word_is_used_and_every_word_that_is_asked_for_is_there() -> None:
    asked = {key for template in TEMPLATES for key in used(parsed(template))}
    there = keys(strings(DA))
    assert sorted(asked - there) == []
    assert sorted(there - asked) == []


SPOKEN = {"alt", "title", "aria-label", "aria-description", "placeholder", "label", "value"}
IDS = {"første_gang", "vilkår", "åben", "pårørende", "ikke startet"} | set(STATES)
WORD = re.compile("[A-Za-zÆØÅæøå]{2}")


class _Bare(HTMLParser):
    """The words of a template that stand outside of its expressions."""

    def __init__(self, template: Path) -> None:
        super().__init__()
        self.said: list[str] = []
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", template.read_text("utf-8"), flags=re.DOTALL
        )
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        given = dict(attrs)
        spoken = SPOKEN | ({"content"} if given.get("name") == "description" else set())
        self.said += [value for key, value in attrs if key in spoken and value]

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)
def test_a_template_says_nothing_by_itself(template: Path) -> None:
    assert [words for words in _Bare(template).said if WORD.search(words)] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)
def test_no_expression_of_a_template_holds_words(template: Path) -> None:
    found = {
        const.value
        for const in parsed(template).find_all(nodes.Const)
        if isinstance(const.value, str)
    }
    assert [word for word in found - IDS if not re.fullmatch(r"[a-z0-9_./#:-]*", word)] == []
