"""Pages that were built some time ago, read today: in a real browser with its clock set."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from holdkatalog.danish import long_date
from holdkatalog.wording.words import strings
from moving import BRIEF, LOOK, MOVED, OF_THE_PAST, PAST, date_in, offers, served
from on_list import LIST, shown, status

ROOT = Path(__file__).resolve().parents[2]
WORDS = strings(ROOT / "theme" / "strings" / "da.yaml")
BUILT, TODAY, MUCH_LATER = dt.date(2026, 11, 25), dt.date(2026, 12, 25), dt.date(2027, 12, 30)
MORNING = "T09:00:00Z"
LISTS = (LIST, "sygdom/kol/", "sygdom/kol/vig/", "omraade/vig/", "dag/tirsdag/", "gratis/")
SINGING = "hold/lungekor-odsherred/julesang/"
BADMINTON = "Motionsbadminton"
WALKING = "hold/vig-stavgaengere/stavgang/"
Seen = dict[str, Any]
Sites = dict[dt.date, tuple[Path, str]]
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """The site as it was built on the day and as it is built today: each its folder and its address."""
    found: Sites = {}
    with ExitStack() as opened:
        for day in (BUILT, TODAY):
            folder = tmp_path_factory.mktemp("built") / str(day)
            command = [sys.executable, "-m", "holdkatalog", "build", "--today", str(day)]
            done = subprocess.run(
                [*command, "-o", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
            found[day] = folder, opened.enter_context(served(folder))
        yield found


@pytest.fixture
def read(browser: Browser, sites: Sites) -> Iterator[Visit]:
    """Opens a page of the site that was built on a day, on another day and far from Denmark."""
    with ExitStack() as opened:

        def open_(path: str, *, on: dt.date | str, built: dt.date = BUILT, **options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
            context = browser.new_context(locale="da-DK", timezone_id="America/New_York", **options)
            opened.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(10_000)
            page.on("pageerror", lambda error: pytest.fail(f"{path}: {error}"))
            page.clock.set_fixed_time(on if isinstance(on, str) else f"{on}{MORNING}")
            page.goto(sites[built][1] + path)
            return page

        yield open_


def test_of_every_offer_a_page_of_thirty_days_ago_says_what_a_page_of_today_says(
    read: Visit, sites: Sites
) -> None:
    paths = offers(sites[BUILT][0])
    old, new = read("", on=TODAY), read("", on=TODAY, built=TODAY)
    wrong: list[tuple[Any, ...]] = []
    ran_out = []
    for path in paths:
        seen: list[Seen] = []
        for page, built in ((old, BUILT), (new, TODAY)):
            page.goto(sites[built][1] + path)
            seen.append(page.evaluate(LOOK))
        past = old.evaluate(PAST, [str(TODAY), OF_THE_PAST])
        days = [date_in(line, 9999) for line in old.evaluate(BRIEF) if " fra " not in line]
        past += [str(day) for day in days if day and day < TODAY]
        had, has = seen
        if had["none"]:
            ran_out.append(path)
            assert had["next"] in ([], [WORDS["time"]["none"]])
            assert had["dates"] == has["dates"] == []
        elif had["dates"] != has["dates"]:
            wrong.append((path, had["dates"], has["dates"]))
        if had["head"] != has["head"] or past or min(had["dates"], default="~") < str(TODAY):
            wrong.append((path, had["head"], has["head"], past))
    assert wrong == []
    assert SINGING in ran_out
    assert len(paths) > 70


@pytest.mark.parametrize("path", LISTS)
def test_on_lists_every_card_says_what_it_says_on_a_page_of_today(read: Visit, path: str) -> None:
    had, has = (read(path, on=TODAY, built=built).evaluate(LOOK) for built in (BUILT, TODAY))
    over = {one for one in had["cards"] if one.split(" | ")[1] == WORDS["time"]["none"]}
    assert set(had["cards"]) - over <= set(has["cards"])
    assert len(had["cards"]) == len(has["cards"]) > 10
    assert had["counts"] == has["counts"]
    dates = [
        date_in(one.split(" | ")[1], TODAY.year)
        for one in had["cards"]
        if WORDS["time"]["next"] in one
    ]
    assert len(dates) > 5
    assert all(date and date >= TODAY for date in dates)


def test_the_filters_count_what_they_count_on_a_page_of_today(read: Visit) -> None:
    old, new = (read(LIST, on=TODAY, built=built) for built in (BUILT, TODAY))
    had, has = old.evaluate(LOOK)["filters"], new.evaluate(LOOK)["filters"]
    # Which weekdays a team has, the build found of days that may have been since.
    still = [key for key in had if not key.startswith(("dag ", "tidspunkt "))]
    assert {key: had[key] for key in still} == {key: has.get(key) for key in still}
    for choice in ("#naar=denne-uge", "#plads=aaben", "#sygdom=kol&naar=denne-uge"):
        seen = []
        for page in (old, new):
            page.evaluate("(choice) => { location.hash = choice }", choice)
            expect(page.locator(".hk-chip[data-key]")).to_have_count(choice.count("="))
            seen.append(shown(page))
        assert seen[1], choice
        assert set(seen[0]) >= set(seen[1]), choice
        # Only of one whose dates have run out nobody knows: it is asked about.
        extra = set(seen[0]) - set(seen[1])
        assert all(
            old.locator(f"[data-id='{id_}']").get_by_text(WORDS["time"]["none"]).count()
            for id_ in extra
        )
    week = read(LIST, on=BUILT).evaluate(LOOK)["filters"]["naar denne-uge"]
    assert week != had["naar denne-uge"]


def test_the_list_begins_with_those_that_meet_first(read: Visit) -> None:
    cards = read(LIST, on=TODAY).evaluate(LOOK)["cards"]
    dates = [
        date_in(one.split(" | ")[1], TODAY.year) for one in cards if WORDS["time"]["next"] in one
    ]
    assert dates == sorted(dates, key=lambda day: day or dt.date.max)


def test_after_400_days_old_facts_are_marked_and_the_oldest_are_out_of_the_lists(
    read: Visit,
) -> None:
    page = read(LIST, on=MUCH_LATER)
    steps = page.locator("li[data-id] .hk-card").evaluate_all(
        "all => all.map((one) => [one.closest('li').dataset.id, one.dataset.old, one.dataset.out])"
    )
    stay = {id_ for id_, _, out in steps if not out or out > str(MUCH_LATER)}
    assert set(shown(page)) == stay
    assert 0 < len(stay) < len(steps)
    status(page).to_have_text(WORDS["count"]["many"].format(number=len(stay)))
    marks = re.compile(rf"{WORDS['time']['since'].split('{')[0]}|{WORDS['card']['unconfirmed']}")
    for id_, old, _ in steps:
        if id_ in stay and (not old or old <= str(MUCH_LATER)):
            card = page.locator(f"[data-id='{id_}']")
            expect(card.locator(".hk-badge:visible").filter(has_text=marks)).to_have_count(1)
            expect(card.get_by_text(WORDS["time"]["next"])).to_have_count(0)
    page = read(WALKING, on=MUCH_LATER)
    assert any("Derfor står holdet ikke på listerne" in one for one in page.evaluate(LOOK)["head"])
    assert min(page.evaluate(LOOK)["dates"]) > str(MUCH_LATER)
    assert read(SINGING, on=MUCH_LATER).evaluate(LOOK)["none"]


@pytest.mark.parametrize(
    ("at", "shut"), [("2027-02-28T22:59:00Z", True), ("2027-02-28T23:00:00Z", False)]
)
def test_what_holds_to_a_day_ends_at_midnight_in_denmark(
    read: Visit, at: str, *, shut: bool
) -> None:
    card = read("forening/faarevejle-badminton/", on=at).locator(".hk-card", has_text=BADMINTON)
    again, next_ = WORDS["time"]["again"], WORDS["time"]["next"]
    expect(card.locator(".hk-card__next")).to_contain_text(again if shut else next_)
    expect(card.locator("[data-shut]:visible")).to_have_count(int(shut))
    page = read("hold/faarevejle-badminton/motion/", on=at)
    assert bool(page.locator(".hk-notice:visible", has_text="taget").count()) is shut


def test_a_clubs_own_page_keeps_all_that_the_club_has(read: Visit) -> None:
    page = read("forening/vig-stavgaengere/", on=MUCH_LATER)
    cards = page.locator(".hk-card")
    assert cards.count() == cards.locator("visible=true").count() > 1


def test_a_heading_that_leads_to_nothing_any_more_goes_with_what_it_led_to(read: Visit) -> None:
    for day, there in ((TODAY, 1), (MUCH_LATER, 0)):
        led = read("forloeb/hjerte-forloeb/", on=day).locator("[data-leads]:visible")
        expect(led).to_have_count(there)


def test_without_scripts_every_date_has_its_year_and_the_page_its_day(read: Visit) -> None:
    page = read(WALKING, on=TODAY, java_script_enabled=False)
    rows = page.locator("[data-meetings] li:visible").all_inner_texts()
    assert rows
    assert all(re.search(r" 20\d\d", one) for one in rows)
    expect(page.get_by_text(WORDS["bygget"].format(day=long_date(BUILT)))).to_be_visible()
    page = read("sygdom/kol/", on=TODAY, java_script_enabled=False)
    said = [
        one
        for one in page.locator(".hk-card__next").all_inner_texts()
        if WORDS["time"]["next"] in one
    ]
    assert said
    assert all(re.search(r" 20\d\d", one) for one in said)


@pytest.mark.parametrize("path", ["", LIST, "sygdom/kol/", WALKING])
@pytest.mark.parametrize("built", [BUILT, TODAY])
def test_a_page_that_has_moved_on_stays_still(read: Visit, path: str, built: dt.date) -> None:
    page = read(path, on=TODAY, built=built)
    if path == LIST:
        status(page).to_have_text(re.compile(r"^\d+ hold$"))
    assert page.evaluate(MOVED) == []


def test_an_open_page_moves_on_when_the_day_turns(read: Visit) -> None:
    page = read(WALKING, on=TODAY)
    page.clock.install(time=f"{TODAY + dt.timedelta(days=11)}T09:29:00Z")
    page.reload()
    first = page.locator("[data-meetings] li").first
    expect(first).to_contain_text("5. januar")
    page.clock.fast_forward("01:31:00")
    expect(first).to_contain_text("12. januar")
    assert page.locator("[data-meetings] > ol > li").count() == 5


def test_an_open_list_counts_anew_when_one_comes_back_to_it(read: Visit) -> None:
    page = read(LIST, on=BUILT)
    page.clock.set_fixed_time(f"{TODAY}{MORNING}")
    assert page.evaluate(MOVED)
    told, fresh = (one.evaluate(LOOK) for one in (page, read(LIST, on=TODAY)))
    assert told == fresh


def test_a_clock_that_was_never_set_shows_the_page_as_it_was_built(read: Visit) -> None:
    for path in (WALKING, "sygdom/kol/"):
        told = [read(path, on=day).evaluate(LOOK) for day in (dt.date(1970, 1, 1), BUILT)]
        assert told[0] == told[1]


@pytest.mark.parametrize("path", ["om/", "404.html", "forening/", "omraade/"])
def test_pages_without_dates_and_cards_break_nothing(read: Visit, path: str) -> None:
    expect(read(path, on=MUCH_LATER).locator("h1")).to_be_visible()
