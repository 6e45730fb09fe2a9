"""Where a page leads when its own offer can't be gone to: two that go on, with facts one can trust."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, cast

import pytest

from holdkatalog.facets.entries import Entry
from holdkatalog.facets.filtering import Filters
from holdkatalog.model import Attestation, Dates, Fit, Offer, Place, Session, State, Weekly
from holdkatalog.pages import Page, pages
from small import TODAY, holding

DAY = dt.timedelta(days=1)
TUESDAYS = (Session(Weekly(frozenset({1}))),)
OUT = Attestation(TODAY - 425 * DAY)


def offer(key: str, **facts: Any) -> Offer:  # noqa: ANN401 - each has its own
    base = Offer(
        id=f"f/{key}",
        name=key,
        activities=("kor",),
        sessions=TUESDAYS,
        confirmed=Attestation(TODAY),
    )
    return replace(base, **facts)


def site(*offers: Offer) -> dict[str, Page]:
    return {page.path: page for page in pages(holding(*offers), TODAY)}


def instead(page: Page) -> list[str]:
    return [entry.id for entry in cast("tuple[Entry, ...]", page.values["instead"])]


@pytest.mark.parametrize("gone", [{"states": (State("lukket"),)}, {"confirmed": OUT}], ids=str)
def test_what_one_cannot_go_to_has_a_page_and_leads_to_two_that_one_can(
    gone: dict[str, object],
) -> None:
    found = site(offer("a"), offer("b"), offer("c"), offer("vaek", **gone))
    assert instead(found["hold/f/vaek/"]) == ["f/a", "f/b"]
    assert instead(found["hold/f/a/"]) == []
    shown = cast("Filters", found["hold/"].values["filters"]).entries
    assert [entry.id for entry in shown] == ["f/a", "f/b", "f/c"]


@pytest.mark.parametrize(
    "still",
    [
        {"states": (State("pause", None, TODAY + DAY),)},
        {"states": (State("starter når vi er nok"),)},
        {"states": (State("lukket"),)},
        {"states": (State("fuld"),)},
        {"states": (State("venteliste"),)},
        {"places": (Place("hallen", states=(State("lukket", None, TODAY),)),)},
        {"confirmed": Attestation(TODAY - 365 * DAY)},
        {"confirmed": OUT},
        {"confirmed": None},
        {"sessions": ()},
        {"sessions": (replace(TUESDAYS[0], periods=(Dates(None, TODAY - DAY),)),)},
        {"activities": ("gaature",)},
        {"activities": ("gaature",), "fits": (Fit("alle", made_for=True),)},
    ],
    ids=str,
)
def test_nobody_is_led_to_what_does_not_go_on_or_has_no_room(still: dict[str, object]) -> None:
    gone = offer("vaek", states=(State("lukket"),))
    found = site(gone, offer("a"), offer("ikke", **still))
    assert instead(found["hold/f/vaek/"]) == ["f/a"]
