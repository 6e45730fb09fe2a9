"""For every team one can think of the calendar file holds the dates of its page, as far as it goes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from holdkatalog import ics
from holdkatalog.facets.ahead import rows
from holdkatalog.model import Attestation, Offer
from small import empty, found
from test_ics import Held, expected, held, parsed
from test_schedule_properties import FIRST, offers


def shown(one: Held) -> str:
    """The day of an event, as the page's list carries it."""
    start = one[0]
    return (start.date() if isinstance(start, dt.datetime) else start).isoformat()


@given(offers(), FIRST, st.integers(0, 430))
@settings(max_examples=150, deadline=None)
def test_the_file_holds_the_dates_of_the_page_and_each_has_a_name_of_its_own(
    offer: Offer, today: dt.date, age: int
) -> None:
    confirmed = Attestation(today - dt.timedelta(days=age), "formanden")
    (entry,) = found(replace(offer, confirmed=confirmed), today=today)
    text = ics.text(entry, empty(), public="")
    if not text:
        assert not entry.listed or expected(entry) == []
        return
    calendar = parsed(text)
    events = list(held(calendar))
    assert events == expected(entry)
    page = [row.end[:10] for row in rows(entry.ahead)]
    assert [shown(one) for one in events if shown(one) not in page] == []
    assert len({str(event["UID"]) for event in calendar.events}) == len(events)
    stamp = f"DTSTAMP:{confirmed.date:%Y%m%d}T000000Z"
    assert text.count(stamp) == len(events)
