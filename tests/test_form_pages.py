"""The pages with forms: what stands in the controls is what the file says, and a page may post only where it should."""

from __future__ import annotations

import gzip
import re

from drawing import a_site, environment
from drawn_forms import DAY, catalogue, drawn, forms
from form_controls import read
from holdkatalog.forms import LEFT
from holdkatalog.hosting import META_POLICY
from holdkatalog.pages import pages
from holdkatalog.rendering import render

BRIDGE = "https://bro.example.org/hold/"
SOME = (
    "tilmeld/",
    "tilmeld/hjertevenner-odsherred/",
    "ret/aftenskolen-odsherred/",
    "ret/hjertevenner-odsherred/hjertetur/",
    "papir/",
)
"""One of each kind."""
MOST = 30_000
"""Bytes of the heaviest form as a host sends it, without its style sheets and scripts."""


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
        for told in ("artikel 6", "så længe holdet er her", "du ret til at se den", "Datatilsynet"):
            assert told in html, (path, told)
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
        assert field.help in text.replace("\N{NO-BREAK SPACE}", " ").replace("&#39;", "'")


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
