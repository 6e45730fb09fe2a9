"""A form that changes something says what the file says, to the letter, and its script knows the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from drawing import a_site, environment
from drawn_forms import DAY, case, catalogue, drawn, forms
from form_controls import Control, controls, read, same, stands
from holdkatalog.forms import Form, Ways
from holdkatalog.pages import pages
from holdkatalog.rendering import render
from holdkatalog.yamlfile import Plain, blob
from small import ROOT


def offered(form: Form, values: Plain) -> dict[str, Plain]:
    """The part of a file's values that the form asks for."""
    asked = {
        one.field.name.rpartition(".")[2]: one.field for p in form.sections for one in p.fields
    }
    assert isinstance(values, dict)
    plain = {key: value for key, value in values.items() if key in asked}
    return {
        k: v for k, v in plain.items() if not (asked[k].control == "line" and isinstance(v, dict))
    }


def lost(found: list[Control], before: str, values: Mapping[str, Plain]) -> list[str]:
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
    assert told["by"] == "skolelederen"
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
