"""What an offer's page says and leaves out, seen on the site that is built of the examples."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from holdkatalog.build import build
from holdkatalog.wording.words import strings
from small import vocabulary

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
    for heading in ("for_me", "first", "when", "good_to_know", "price"):
        assert f">{OFFER[heading]}</h2>" not in closed
        assert f">{OFFER[heading]}</h2>" in page(site, "hold", "lungekor-odsherred", "koret")


def first_time(site: Path, *address: str) -> dict[str, str]:
    """The card of the first time: what is said, by what it is said of."""
    card = page(site, *address).partition('class="hk-first"')[2].partition("</section>")[0]
    rows = [row.partition("</dt>") for row in card.split("<dt ")[1:]]
    bare = [[" ".join(re.sub(r"<[^>]*>", "", part).split()) for part in row] for row in rows]
    return {name.partition(">")[2]: said for name, _, said in bare}


def test_the_card_of_the_first_time_answers_all_that_a_nervous_person_asks(site: Path) -> None:
    meets, company = (
        vocabulary().questions[id_].question for id_ in ("vi-moeder-dig", "tag-en-med")
    )
    exactly, bring, alone = (OFFER[key] for key in ("exactly", "bring", "alone"))
    known = first_time(site, "hold", "grevinge-faelles", "lungehold")
    assert list(known) == [meets, exactly, bring, company, alone]
    assert known[exactly].startswith("Indgang fra skolegården.")
    assert known[bring].startswith("Indendørs sko")
    assert known[meets] == known[company] == OFFER["ask"]
    assert "12 34 56 78" in known[alone]
    unknown = first_time(site, "hold", "hoerve-gymnastik", "seniorer")
    assert [unknown[name] for name in (exactly, bring)] == [OFFER["ask"], OFFER["ask"]]
    assert OFFER["first_unknown"] in page(site, "hold", "hoerve-gymnastik", "seniorer")
    assert first_time(site, "hold", "hjertevenner-odsherred", "hjertetur")[exactly].startswith(
        "Se alle"
    )
    at_home = first_time(site, "hold", "telefonkaeden", "telefonven")
    assert not {exactly, bring} & set(at_home), "where there is no door, nobody asks which"


def test_every_offer_is_described_to_who_sees_it_in_a_search(site: Path) -> None:
    for file in [*site.glob("hold/*/*/index.html"), *site.glob("forloeb/*/index.html")]:
        html = file.read_text("utf-8")
        assert '<meta name="description"' in html or 'http-equiv="refresh"' in html, file


def test_where_one_comes_alone_nobody_is_offered_to_go_along(site: Path) -> None:
    assert f"{OFFER['alone']}</dt>" not in page(site, "hold", "sognecafeen-vig", "sorggruppe")
    assert f"{OFFER['alone']}</dt>" in page(site, "hold", "lungekor-odsherred", "koret")


def test_times_with_different_periods_tell_their_own(site: Path) -> None:
    assert ">Hver lørdag, i maj<" in page(site, "hold")
    fishing = page(site, "hold", "maendenes-vaerksted", "fisketur")
    assert "<strong>Hver lørdag, i maj</strong>" in fishing
    assert fishing.count("3. oktober 2026") == 1


def test_an_area_is_named_as_people_say_it(site: Path) -> None:
    odde, vig = page(site, "omraade", "sjaellands-odde"), page(site, "omraade", "vig")
    assert "<h1>Hold på Sjællands Odde</h1>" in odde
    assert ">På Sjællands Odde og for dig, der bor her</h2>" in odde
    assert "<h1>Hold i Vig</h1>" in vig
    assert ">I Vig og for dig, der bor her</h2>" in vig


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site when some of the days have been, at an address of its own."""
    folder = tmp_path_factory.mktemp("www") / "site"
    build(ROOT, output=folder, strict=True, today=dt.date(2027, 1, 6))
    return folder


def test_what_is_over_has_room_for_nobody_and_names_no_place_as_coming(
    site: Path, later: Path
) -> None:
    before, after = (
        page(one, "hold", "spis-sammen-asnaes", "julefrokost") for one in (site, later)
    )
    for words in ("Plads til nye", "Tilmeld dig senest"):
        assert words in before
        assert words not in after
    assert OFFER["over"] in after
    assert OFFER["where_past"] in after
    assert OFFER["where_past"] not in before


def test_a_place_where_they_have_been_is_named_no_more(site: Path, later: Path) -> None:
    before, after = (page(one, "hold", "naturklubben-odden", "vinterture") for one in (site, later))
    assert "P-pladsen ved højene" in before
    assert "P-pladsen ved højene" not in after
    assert "Stationen i Fårevejle" in after


def test_every_offer_says_first_when_where_and_at_what_price(site: Path) -> None:
    choir = page(site, "hold", "lungekor-odsherred", "koret")
    brief = choir.partition('class="hk-brief"')[2].partition("</ul>")[0]
    seen = re.sub(r"<[^>]*>", "", brief)
    for words in ("Hver onsdag kl.", "Sognegården, Asnæs", "200 kr. pr. halvår"):
        assert words in seen
    many = page(site, "hold", "nykoebing-svoem", "varmtvand")
    assert 'href="#pris">Se alle' in many
    assert 'id="pris"' in many
    assert 'id="hvornaar"' in choir


def test_the_questions_stand_in_the_order_of_somebody_nervous(site: Path) -> None:
    choir = page(site, "hold", "lungekor-odsherred", "koret")
    keys = ("for_me", "first", "when", "where", "good_to_know", "price", "join")
    found = [choir.index(f">{OFFER[key]}</h2>") for key in keys]
    assert found == sorted(found)


def test_one_is_asked_to_ring_where_there_is_a_number_and_it_is_meant_for_all(site: Path) -> None:
    bar = f"{OFFER['bar']}</a>"
    assert bar in page(site, "hold", "lungekor-odsherred", "koret")
    assert bar not in page(site, "hold", "roervig-yoga", "stoleyoga"), "it has a mail only"
    assert bar not in page(site, "hold", "faarevejle-badminton", "petanque"), "it is closed"


def test_a_letter_to_the_municipality_is_begun_on_the_page_of_each_offer_and_club(
    site: Path,
) -> None:
    for address in (("hold", "lungekor-odsherred", "koret"), ("forening", "lungekor-odsherred")):
        found = page(site, *address)
        assert f">{WORDS['correct']['link']}</a>" in found
        assert 'href="mailto:brobygger@example.org?subject=Rettelse%3A%20Lungekor' in found


def test_a_page_tells_quietly_what_is_the_same_for_all_offers_of_its_kind(site: Path) -> None:
    concepts = vocabulary().concepts
    choir = page(site, "hold", "lungekor-odsherred", "koret")
    assert WORDS["template"]["shared"].format(name="Lungekor") in choir
    read = WORDS["template"]["read_at"].format(name="Lungekor", association="Lungeforeningen")
    assert f'<a href="{concepts["lungekor"].link}" rel="noopener">{read}</a>' in choir
    football = page(site, "hold", "hoejby-gaafodbold", "herrer")
    assert WORDS["template"]["shared"].format(name="GåFodbold") in football
    assert "Læs om GåFodbold" not in football, "there is nothing to link to"
    assert "Sko, du kan gå hurtigt i, og noget at drikke" in football
    others = page(site, "hold", "lungekor-odsherred", "julesang")
    assert WORDS["template"]["shared"].partition("{")[0] not in others
