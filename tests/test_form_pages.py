"""The pages with forms: what stands in the controls is what the file says, and a page may post only where it should."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from dataclasses import replace
from functools import cache

import pytest

from drawing import a_site, environment
from form_controls import Control, controls, read, same, stands
from holdkatalog.catalogue import Catalogue, load
from holdkatalog.forms import LEFT, Form, Ways, forms_of
from holdkatalog.hosting import META_POLICY
from holdkatalog.pages import FORM, PAPER, pages
from holdkatalog.rendering import render
from holdkatalog.yamlfile import blob
from small import ROOT, TODAY

DAY = dt.date(2026, 11, 25)
BRIDGE = "https://bro.example.org/hold/"
SOME = (
    "tilmeld/",
    "tilmeld/hjertevenner-odsherred/",
    "ret/aftenskolen-odsherred/",
    "ret/hjertevenner-odsherred/hjertetur/",
    "papir/",
)
"""One of each kind."""
MOST = 27_500
"""Bytes of the heaviest form as a host sends it, without its style sheets and scripts."""


@cache
def catalogue() -> Catalogue:
    return load(clubs=ROOT / "clubs", content=ROOT / "content", strict=True, today=TODAY).catalogue


@cache
def drawn(bridge: str = "") -> dict[str, str]:
    """Every form's page, by its path."""
    site = replace(a_site(catalogue(), DAY), ways=Ways(bridge))
    found = [page for page in pages(catalogue(), DAY) if page.template in {FORM, PAPER}]
    return {page.path: render(page, environment(), site) for page in found}


def forms() -> dict[str, Form]:
    return {form.path: form for form in forms_of(catalogue())}


def case(html: str) -> dict[str, object]:
    """What the page tells its script."""
    found = re.search(r'<script type="application/json" id="sag">(.*?)</script>', html, re.DOTALL)
    assert found
    told: dict[str, object] = json.loads(found[1])
    return told


def offered(form: Form, values: dict[str, object]) -> dict[str, object]:
    """The part of a file's values that the form asks for."""
    asked = {
        one.field.name.rpartition(".")[2]: one.field for p in form.sections for one in p.fields
    }
    plain = {key: value for key, value in values.items() if key in asked}
    return {
        k: v for k, v in plain.items() if not (asked[k].control == "line" and isinstance(v, dict))
    }


def lost(found: list[Control], before: str, values: dict[str, object]) -> list[str]:
    """The keys whose controls don't say what the file says."""
    shown = {key: stands(found, f"{before}{key}") for key in values}
    return [
        f"{key}: {value!r} became {shown[key]!r}"
        for key, value in values.items()
        if not same(_sorted(key, shown[key]), _sorted(key, value))
    ]


def _sorted(key: str, value: object) -> object:
    """Ticked words have the list's order, not the file's."""
    words = key in {"for", "også_for", "aktivitet", "område", "sprog"}
    return sorted(value) if words and isinstance(value, list) else value


def test_every_control_of_an_offers_form_says_what_the_file_says() -> None:
    made, wrong = forms(), []
    for path, html in drawn().items():
        form = made.get(path)
        if form is not None and form.kind == "hold" and form.source is not None:
            values = form.source.values["hold"][form.offer[0]]  # type: ignore[index,call-overload]
            wrong += [
                f"{path} {one}" for one in lost(controls(html), "hold.", offered(form, values))
            ]
    assert wrong == []


def test_every_control_of_a_clubs_form_says_what_the_file_says() -> None:
    made, wrong = forms(), []
    for path, html in drawn().items():
        form = made.get(path)
        if form is not None and form.kind == "forening" and form.source is not None:
            values = form.source.values
            assert isinstance(values, dict)
            found = controls(html)
            wrong += [f"{path} {one}" for one in lost(found, "", offered(form, values))]
            places = values.get("steder") or {}
            assert isinstance(places, dict)
            wrong += [f"{path} {one}" for one in lost(found, "steder.", places)]
    assert wrong == []


def test_a_new_form_is_empty() -> None:
    for path in ("tilmeld/", "tilmeld/vig-stavgaengere/"):
        filled = [
            one.name
            for one in controls(drawn()[path])
            if one.value and one.on and one.attrs.get("type") != "radio"
        ]
        assert filled == []
        ticked = {
            one.value
            for one in controls(drawn()[path])
            if one.attrs.get("type") == "radio" and one.on
        }
        assert ticked == {""}


def test_the_script_is_told_which_file_it_is_and_where_everything_in_it_stands() -> None:
    form = forms()["ret/aftenskolen-odsherred/mad/"]
    assert form.source is not None
    told = case(drawn()[form.path])
    file = ROOT / "clubs" / "aftenskolen-odsherred.yaml"
    assert told["source"] == file.read_text("utf-8")
    assert told["blob"] == blob(file.read_bytes())
    assert (told["kind"], told["club"], told["offer"]) == ("hold", "aftenskolen-odsherred", "mad")
    assert told["file"] == "clubs/aftenskolen-odsherred.yaml"
    assert told["offers"] == ["tai-chi", "knae-og-hofte", "mad"]
    assert "clubs" not in told
    hidden = {o.name: o.value for o in read(drawn()[form.path]).found if o.name.startswith("_")}
    assert hidden["_udgave"] == told["blob"]
    assert (hidden["_slags"], hidden["_fil"], hidden["_hold"]) == (
        *("hold", "aftenskolen-odsherred"),
        "mad",
    )


def test_a_new_club_is_told_which_clubs_are_there_already() -> None:
    told = case(drawn()["tilmeld/"])
    assert told["clubs"] == {club.id: club.name for club in catalogue().clubs}
    assert (told["file"], told["source"], told["outline"], told["forge"]) == ("", "", None, None)
    site = replace(
        a_site(catalogue(), DAY), ways=Ways("", ("gitea", "https://git.example.org/a/b", "main"))
    )
    page = next(p for p in pages(catalogue(), DAY) if p.path == "tilmeld/")
    forge = case(render(page, environment(), site))["forge"]
    assert forge == {"kind": "gitea", "address": "https://git.example.org/a/b", "branch": "main"}


def test_what_a_club_has_written_is_not_set_in_type() -> None:
    """A hard space or a missing indent would be a change that nobody has made."""
    source = forms()["ret/aftenskolen-odsherred/"].source
    assert source is not None
    assert "kl. 10" in source.source
    html = drawn()["ret/aftenskolen-odsherred/"]
    assert "\N{NO-BREAK SPACE}" not in json.dumps(case(html), ensure_ascii=False)
    about = next(one.value for one in controls(html) if one.name == "om")
    assert about == source.values["om"]  # type: ignore[index,call-overload]


def test_without_a_bridge_no_page_may_post_and_the_button_waits_for_the_script() -> None:
    for path, html in drawn().items():
        assert f'content="{META_POLICY}"' in html
        assert '<meta name="referrer" content="no-referrer">' in html
        if path != "papir/":
            assert " action=" not in html
            assert re.search(
                r'<button class="hk-button hk-button--big" type="submit" hidden>', html
            )
            assert "data-no-script" in html
            assert 'href="tel:+4512345678"' in html


def test_with_a_bridge_the_forms_alone_post_and_to_nobody_else() -> None:
    for path, html in drawn(BRIDGE).items():
        posts = path != "papir/"
        assert ('form-action https://bro.example.org"' in html) == posts
        assert ('<meta name="referrer" content="strict-origin">' in html) == posts
        assert (f'action="{BRIDGE}forslag"' in html) == posts
        assert "data-no-script" not in html
        assert not re.search(r'type="submit" hidden', html)


def test_only_the_form_of_a_new_club_is_there_to_be_found() -> None:
    hidden = {page.path for page in pages(catalogue(), DAY) if "hidden" in page.values}
    assert hidden == set(drawn()) - {"tilmeld/"}


def test_every_control_has_a_name_for_those_who_do_not_see_it() -> None:
    for html in map(drawn().__getitem__, SOME):
        fors = set(re.findall(r'<label[^>]* for="([^"]+)"', html))
        for one in read(html).found:
            if one.attrs.get("type") not in {"hidden", "checkbox", "radio"}:
                assert one.attrs.get("aria-label") or one.attrs.get("id") in fors, one


def test_what_describes_a_control_is_there() -> None:
    for path, html in ((path, drawn()[path]) for path in SOME):
        without = re.sub(r"<template.*?</template>", "", html, flags=re.DOTALL)
        ids = set(re.findall(r' id="([^"]+)"', html))
        for names in re.findall(r' aria-describedby="([^"]+)"', without):
            assert set(names.split()) <= ids, (path, names)


def test_the_page_says_whose_the_responsibility_is_and_what_is_left_out() -> None:
    for path, html in drawn().items():
        assert "Odsherred Kommune har ansvaret" in html
        assert "for altid" in html
        assert "Datatilsynet" in html
        if path != "papir/":
            reasons = re.findall(r"<dt>([^<]*)</dt>\n<dd>([^<]+)</dd>", html)
            assert 4 <= len(reasons) <= len(LEFT)


def test_the_paper_asks_the_same_questions_in_the_same_words_and_order() -> None:
    form = forms()["tilmeld/"]
    paper = re.findall(r'<p class="hk-sheet__ask">(.*?)</p>', drawn()["papir/"], re.DOTALL)
    asked = [" ".join(re.sub(r"<[^>]*>", " ", one).split()) for one in paper]
    fields = [
        one.field for p in sorted(form.sections, key=lambda p: not p.short) for one in p.fields
    ]
    own = [one for one in asked if not one.startswith("Hvad er din rolle")]
    assert len(own) == len(fields)
    for field, text in zip(fields, own, strict=True):
        assert text.startswith(field.label)
        assert field.help in text.replace("\N{NO-BREAK SPACE}", " ").replace(
            "&#39;", "'"
        )


def test_the_paper_has_every_question_a_guest_may_ask() -> None:
    said = re.findall(r'<p class="hk-sheet__answer"><span>([^<]*)</span>', drawn()["papir/"])
    assert sorted(said) == sorted(one.question for one in catalogue().vocabulary.questions.values())


def test_the_offers_page_and_the_clubs_lead_their_club_to_the_forms() -> None:
    shown = {page.path: page for page in pages(catalogue(), DAY)}
    site = a_site(catalogue(), DAY)

    def leads(path: str, to: str) -> bool:
        return f'href="../../{to}"' in render(shown[path], environment(), site) or (
            f'href="../../../{to}"' in render(shown[path], environment(), site)
        )

    assert leads("hold/vig-stavgaengere/stavgang/", "ret/vig-stavgaengere/stavgang/")
    assert leads("bekraeft/vig-stavgaengere/stavgang/", "ret/vig-stavgaengere/stavgang/")
    assert leads("forening/vig-stavgaengere/", "ret/vig-stavgaengere/")
    assert leads("forening/vig-stavgaengere/", "tilmeld/vig-stavgaengere/")
    course = next(path for path in shown if path.startswith("forloeb/") and path != "forloeb/")
    assert "/ret/" not in render(shown[course], environment(), site)


def test_a_form_is_light_enough_for_an_old_telephone() -> None:
    sizes = {path: len(gzip.compress(html.encode(), 9)) for path, html in drawn().items()}
    assert max(sizes.values()) <= MOST, max(sizes, key=lambda path: sizes[path])


@pytest.mark.parametrize("value", ['"><script>alert(1)</script>', "{{ 7*7 }}", "</textarea>"])
def test_what_is_written_in_a_file_is_only_text(value: str) -> None:
    form = forms()["ret/vig-stavgaengere/stavgang/"]
    part = form.sections[0]
    name = replace(part.fields[0], value=value)
    changed = replace(form, sections=(replace(part, fields=(name,)),))
    page = next(p for p in pages(catalogue(), DAY) if p.path == form.path)
    site = a_site(catalogue(), DAY)
    html = render(replace(page, values={**page.values, "form": changed}), environment(), site)
    assert next(one.value for one in controls(html) if one.name == "hold.navn") == value
    assert html.count("<script") == drawn()[form.path].count("<script")
