"""A catalogue that a test can see through: the real municipality's words, and the offers a test gives."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

from holdkatalog.catalogue import Catalogue
from holdkatalog.catalogue.content import Content, read_content
from holdkatalog.facets.entries import Entry, entries
from holdkatalog.model import Club, Offer
from holdkatalog.paths import SCHEMA
from holdkatalog.reading import club
from holdkatalog.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 12, 5)


@cache
def content() -> Content:
    """What this repository's municipality has written."""
    return read_content(ROOT / "content", SCHEMA / "vocabulary")


def vocabulary() -> Vocabulary:
    """The municipality's words."""
    return content().vocabulary


@cache
def empty() -> Catalogue:
    """The municipality without a single club."""
    return Catalogue(content().municipality, vocabulary(), (), (), {})


def holding(*offers: Offer, club: str = "F") -> Catalogue:
    """The catalogue of one club, with these offers."""
    return replace(empty(), clubs=(Club(id="f", name=club, offers=offers),))


def found(*offers: Offer, today: dt.date = TODAY) -> tuple[Entry, ...]:
    """The offers of one club, as the pages have them."""
    return entries(holding(*offers), today)


def read(**raw: object) -> Offer:
    """An offer with these keys, as a file without errors gives it."""
    hold = {"navn": "Gåtur", "aktivitet": "gaature", **raw}
    return club("foreningen", {"forening": "F", "hold": {"gang": hold}}, {}).offers[0]
