"""An offer as linked data: what is true stands there, and what nobody knows doesn't."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from holdkatalog.catalogue import Catalogue, load
from holdkatalog.facets.entries import Entry, entries
from holdkatalog.opendata import linked

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "examples" / "linked"
TODAY = dt.date(2026, 12, 5)
PUBLIC = "https://hold.example.org/"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# The words of schema.org that we use, and where they belong (schema.org, release 29).
EVENT = {
    *("keywords", "inLanguage", "eventAttendanceMode", "location", "eventSchedule", "subEvent"),
    *("startDate", "endDate", "organizer", "audience", "maximumAttendeeCapacity"),
    *("isAccessibleForFree", "offers"),
}
SERVICE = {"serviceType", "provider", "areaServed", "audience", "offers"}
KINDS = ("", "Sports", "Educational", "Government")
NAMED = {"@type", "@context", "name", "alternateName", "url", "description"}
TERMS = {
    "Event": EVENT | NAMED,
    "Service": SERVICE | NAMED,
    "Schedule": {
        *("@type", "repeatFrequency", "byDay", "byMonth", "startDate", "endDate", "startTime"),
        *("endTime", "repeatCount", "exceptDate", "scheduleTimezone", "description"),
    },
    "Place": {"@type", "name", "address"},
    "AdministrativeArea": {"@type", "name"},
    "VirtualLocation": {"@type"},
    "PostalAddress": {
        *("@type", "streetAddress", "postalCode", "addressLocality", "addressCountry"),
    },
    "PeopleAudience": {
        *("@type", "audienceType", "healthCondition", "requiredMinAge", "requiredMaxAge"),
        "requiredGender",
    },
    "MedicalCondition": {"@type", "name"},
    "Offer": {
        *("@type", "price", "priceCurrency", "priceSpecification", "description", "addOn"),
        "availability",
    },
    "PriceSpecification": {"@type", "minPrice", "maxPrice", "priceCurrency"},
    **{f"{kind}Organization": {"@type", "name", "url"} for kind in KINDS},
}


@cache
def catalogue(clubs: str) -> Catalogue:
    return load(clubs=ROOT / clubs, content=ROOT / "content", strict=True).catalogue


def told(entry: Entry, *, public: str = PUBLIC, clubs: str = "clubs") -> Any:  # noqa: ANN401 - JSON
    return json.loads(linked(entry, catalogue(clubs), TODAY, public=public))


def check(thing: Any) -> None:  # noqa: ANN401 - JSON
    """Every part has a type and only words that schema.org knows for it, and none says nothing."""
    if isinstance(thing, list):
        assert thing
        for one in thing:
            check(one)
    elif isinstance(thing, dict):
        assert set(thing) <= TERMS[thing["@type"]], thing
        for inner in thing.values():
            check(inner)
    else:
        assert thing not in ("", None, False)


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_case_is_told_as_it_stands_beside_it(case: Path) -> None:
    where = str(CASES.relative_to(ROOT))
    found = {
        entry.id.partition("/")[2]: told(entry, clubs=where)
        for entry in entries(catalogue(where), TODAY)
        if entry.club.id == case.stem
    }
    beside = case.with_suffix(".json")
    if os.environ.get("GOLDEN") == "write":
        text = json.dumps(dict(sorted(found.items())), ensure_ascii=False, indent=2)
        beside.write_text(f"{text}\n", "utf-8")
    assert found == json.loads(beside.read_text("utf-8"))


@pytest.mark.parametrize("clubs", ["clubs", "tests/examples/valid", "tests/examples/linked"])
def test_only_words_of_schema_org_are_used_and_none_without_a_meaning(clubs: str) -> None:
    for entry in entries(catalogue(clubs), TODAY):
        check(told(entry, clubs=clubs))


def test_what_is_unknown_is_not_there() -> None:
    bare = next(
        e for e in entries(catalogue("clubs"), TODAY) if e.id == "hoerve-gymnastik/seniorer"
    )
    assert set(told(bare, public="")) == {
        *("@context", "@type", "name", "serviceType", "provider", "areaServed"),
    }


def test_no_day_that_is_told_has_been() -> None:
    for entry in entries(catalogue("clubs"), TODAY):
        found = told(entry)
        days = [event.get("startDate", "") for event in (found, *found.get("subEvent", ()))]
        assert all(day[:10] >= TODAY.isoformat() for day in days if day), entry.id


def test_no_telephone_and_no_mail_is_told() -> None:
    texts = [
        linked(e, catalogue("clubs"), TODAY, public="") for e in entries(catalogue("clubs"), TODAY)
    ]
    assert [text for text in texts if "@example.org" in text or '"telephone"' in text] == []


def test_each_page_of_an_offer_that_goes_on_tells_of_it_once(built: Path) -> None:
    listed = {
        built / offer["address"] / "index.html"
        for offer in json.loads((built / "data" / "hold.json").read_text("utf-8"))["offers"]
    }
    for file in built.rglob("*.html"):
        found = SCRIPT.findall(file.read_text("utf-8"))
        assert len(found) == (file in listed), file
        for text in found:
            check(json.loads(text))
            assert not {"<", ">", "&"} & set(text)
