"""What an offer's page says and leaves out, seen on the site that is built of the examples."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from holdkatalog.build import build
from holdkatalog.rendering import strings

ROOT = Path(__file__).resolve().parent.parent
WORDS = strings(ROOT / "theme" / "strings" / "da.yaml")
OFFER = WORDS["offer"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is on a day that the examples were written for."""
    folder = tmp_path_factory.mktemp("www") / "site"
    build(ROOT, output=folder, strict=True, today=dt.date(2026, 12, 5))
    return folder


def page(site: Path, *address: str) -> str:
    return (site.joinpath(*address) / "index.html").read_text("utf-8")


def test_what_is_closed_for_good_invites_nobody(site: Path) -> None:
    closed = page(site, "hold", "faarevejle-badminton", "petanque")
    assert OFFER["closed"] in closed
    assert "Vi ses igen til marts" not in closed
    assert "Vi ses igen til marts" in page(site, "hold", "faarevejle-badminton", "motion")
    for heading in ("first", "when"):
        assert f">{OFFER[heading]}</h2>" not in closed
        assert f">{OFFER[heading]}</h2>" in page(site, "hold", "lungekor-odsherred", "koret")


def test_where_one_comes_alone_nobody_is_offered_to_go_along(site: Path) -> None:
    assert f"<dt>{OFFER['alone']}</dt>" not in page(site, "hold", "sognecafeen-vig", "sorggruppe")
    assert f"<dt>{OFFER['alone']}</dt>" in page(site, "hold", "lungekor-odsherred", "koret")


def test_times_with_different_periods_tell_their_own(site: Path) -> None:
    assert ">Hver lørdag, i maj<" in page(site, "hold")
    fishing = page(site, "hold", "maendenes-vaerksted", "fisketur")
    assert "<strong>Hver lørdag, i maj</strong>" in fishing
    assert fishing.count("3. oktober 2026") == 1


def test_an_area_is_named_as_people_say_it(site: Path) -> None:
    odde, vig = page(site, "omraade", "sjaellands-odde"), page(site, "omraade", "vig")
    assert "<h1>Hold på Sjællands Odde</h1>" in odde
    assert ">På Sjællands Odde og for dig, der bor her " in odde
    assert "<h1>Hold i Vig</h1>" in vig
    assert ">I Vig og for dig, der bor her " in vig
