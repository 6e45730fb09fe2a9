"""The pages with forms of the demo, drawn once for the tests that look at them."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from functools import cache

from drawing import a_site, environment
from holdkatalog.catalogue import Catalogue, load
from holdkatalog.forms import Form, Ways, forms_of
from holdkatalog.pages import FORM, PAPER, pages
from holdkatalog.rendering import render
from small import ROOT, TODAY

DAY = dt.date(2026, 11, 25)


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
