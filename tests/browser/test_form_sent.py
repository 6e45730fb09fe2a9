"""Where a filled form goes: to the bridge, or by file, mail, forge and copying; with scripts and without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

import pytest
from playwright.sync_api import Page, Request, Route, expect

from holdkatalog import yamlfile
from on_form import (
    FORMS,
    NEW,
    OFFER,
    answer,
    case_of,
    file_of,
    finish,
    named,
    send,
    typed,
    wrong,
)

PHONE = {"width": 360, "height": 740}
Open = Callable[..., Page]
BRIDGE = "https://bro.example.org/hold/"
WITH_BRIDGE = {"HOLDKATALOG_BRIDGE": BRIDGE}
LONG = "Vi går stille og roligt ved fjorden og drikker kaffe bagefter. " * 12


def with_forge(kind: str) -> dict[str, str]:
    return {
        "HOLDKATALOG_FORGE": kind,
        "HOLDKATALOG_REPOSITORY": "https://forge.example.org/kommunen/hold",
    }


def posted(page: Page) -> list[Request]:
    """What arrives at the bridge from now on; it answers with a page of its own."""
    arrived: list[Request] = []

    def take(route: Route) -> None:
        arrived.append(route.request)
        route.fulfill(
            content_type="text/html; charset=utf-8", body="<h1>Sådan kommer det til at se ud</h1>"
        )

    page.context.route("https://bro.example.org/**", take)
    return arrived


def test_the_file_that_is_fetched_is_the_one_that_is_shown(visit: Open, tmp_path: Path) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page, hold__om='To linjer: æøå 🎈\n- og et "tegn" # her', forening="Ø & Å's <b>klub</b>")
    finish(page)
    page.get_by_text("Andre måder at sende det på").click()
    with page.expect_download() as fetched:
        page.locator("[data-way=hent]:visible").click()
    assert fetched.value.suggested_filename == "oe-aa-s-b-klub-b.yaml"
    fetched.value.save_as(tmp_path / "hentet.yaml")
    assert (tmp_path / "hentet.yaml").read_bytes() == file_of(page).encode()
    assert not yamlfile.read("hentet.yaml", file_of(page).encode()).problems


def test_a_short_file_stands_in_the_mail_and_a_long_one_is_to_be_put_on_it(visit: Open) -> None:
    page = visit(NEW, viewport=PHONE)
    answer(page)
    finish(page)
    mail = urlsplit(str(page.locator("[data-way=mail]:visible").get_attribute("href")))
    said = parse_qs(mail.query)
    assert (mail.scheme, mail.path) == ("mailto", "brobygger@example.org")
    assert said["subject"] == ["Få jeres hold med (hoejby-ballonklub.yaml)"]
    assert file_of(page).rstrip().replace("\n", "\r\n") in said["body"][0]
    expect(page.get_by_text("Det hele står i den.")).to_be_visible()
    page.go_back()
    named(page, "hold.om").evaluate("(one, text) => { one.value = text }", LONG * 3)
    finish(page)
    href = str(page.locator("[data-way=mail]:visible").get_attribute("href"))
    assert "er%20sat%20p%C3%A5%20mailen" in href
    assert len(href) < 1_000
    expect(page.get_by_text("Sæt filen på mailen, før du sender den.")).to_be_visible()
    expect(page.locator("[data-way=hent]:visible")).to_have_count(1)


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("github", "/new/main/clubs?"),
        ("forgejo", "/_new/main/clubs?"),
        ("gitea", "/_new/main/clubs?"),
    ],
)
def test_the_forge_is_opened_with_the_file_in_it(visit_with: Open, kind: str, start: str) -> None:
    page = visit_with(NEW, with_forge(kind), viewport=PHONE)
    answer(page, hold__om="Æblegrød & pærer: 100 % #1 + mere\nlinje 2")
    finish(page)
    href = str(page.locator("[data-way=forge]").get_attribute("href"))
    assert href.startswith(f"https://forge.example.org/kommunen/hold{start}")
    query = dict(parse_qsl(urlsplit(href).query, strict_parsing=True))
    assert query == {"filename": "hoejby-ballonklub.yaml", "value": file_of(page)}
    page.get_by_text("Andre måder at sende det på").click()
    expect(page.get_by_text("Så kan du foreslå filen der.")).to_be_visible()


def test_what_is_too_long_for_an_address_is_copied_instead(visit_with: Open) -> None:
    page = visit_with(NEW, with_forge("github"), viewport=PHONE)
    answer(page)
    for name in ("hold.om", "om", "hold.første_gang"):
        named(page, name).evaluate("(one, text) => { one.value = text }", "æ" * 700)
    finish(page)
    href = str(page.locator("[data-way=forge]").get_attribute("href"))
    assert len(file_of(page)) < 8_191 < len(file_of(page)) * 6
    assert (
        href
        == "https://forge.example.org/kommunen/hold/new/main/clubs?filename=hoejby-ballonklub.yaml"
    )
    page.get_by_text("Andre måder at sende det på").click()
    expect(page.get_by_text("Filen er for lang til at følge med.")).to_be_visible()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-way=kopi]").click()
    expect(page.locator("[data-copied]")).to_have_text(
        "Det er kopieret. Nu kan du sætte det ind i en mail."
    )
    assert page.evaluate("() => navigator.clipboard.readText()") == file_of(page)


def test_a_changed_file_leads_to_its_own_page_at_the_forge(visit_with: Open) -> None:
    page = visit_with(OFFER, with_forge("github"), viewport=PHONE)
    named(page, "hold.pris").first.fill("20 kr. pr. gang")
    page.locator("#ja").check()
    finish(page)
    href = str(page.locator("[data-way=forge]").get_attribute("href"))
    assert href == "https://forge.example.org/kommunen/hold/edit/main/clubs/vig-stavgaengere.yaml"
    mail = unquote(str(page.locator("[data-way=mail]:visible").get_attribute("href")))
    assert len(case_of(page)["blob"]) == 40
    assert f"Udgave: {case_of(page)['blob']}" in mail


def test_a_browser_that_will_not_copy_marks_the_file_and_says_so(visit: Open, site: str) -> None:
    page = visit()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(site + NEW)
    answer(page)
    finish(page)
    page.get_by_text("Andre måder at sende det på").click()
    page.locator("[data-way=kopi]").click()
    expect(page.locator("[data-copied]")).to_contain_text("Din browser vil ikke kopiere.")
    expect(page.locator("[data-file]")).to_be_visible()
    assert page.evaluate("() => getSelection().toString()").strip() == file_of(page).strip()


def test_the_form_asks_nobody_else_anything_while_it_is_filled_in_and_finished(
    visit: Open, site: str
) -> None:
    page = visit(NEW, viewport=PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer(page, forening="")
    send(page)
    named(page, "forening").fill("Højby Ballonklub")
    finish(page)
    own = (f"{site}tema/js/", f"{site}tilmeld/regler.json")
    assert [one for one in asked if not one.startswith(own)] == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("kind", FORMS)
def test_the_bridge_gets_the_names_and_what_was_typed(
    visit_with: Open, site: str, kind: str, *, scripts: bool
) -> None:
    page = visit_with(FORMS[kind], WITH_BRIDGE, viewport=PHONE, java_script_enabled=scripts)
    arrived = posted(page)
    named(page, "hold.navn" if kind in {"ny-forening", "nyt-hold", "hold"} else "forening").fill(
        "Ny Æ"
    )
    if kind == "ny-forening":
        named(page, "forening").fill("Højby Ballonklub")
    if kind in {"ny-forening", "nyt-hold"}:
        page.locator('[name="hold.aktivitet"]').first.check()
    page.locator("#rolle").fill("formanden & co.")
    page.locator("#ja").check()
    before = form_names(page) if scripts else None
    send(page)
    page.wait_for_url(f"{BRIDGE}forslag")
    expect(page.get_by_role("heading", name="Sådan kommer det til at se ud")).to_be_visible()
    (request,) = arrived
    assert request.method == "POST"
    headers = request.all_headers()
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert headers["origin"] == site[: -len(urlsplit(site).path)]
    pairs = parse_qsl(request.post_data or "", keep_blank_values=True, strict_parsing=True)
    said = dict[str, list[str]]()
    for name, value in pairs:
        said.setdefault(name, []).append(value)
    assert said["_slags"] == [kind]
    assert said["_fil"] == ["" if kind == "ny-forening" else "vig-stavgaengere"]
    assert said["_hold"] == ["stavgang" if kind == "hold" else ""]
    assert len(said["_udgave"][0]) == (0 if kind == "ny-forening" else 40)
    assert said["_rolle"] == ["formanden & co."]
    assert said["_ja"] == ["ja"]
    assert said["forening" if kind == "forening" else "hold.navn"] == ["Ny Æ"]
    if before is not None:
        assert {name for name, _ in pairs} == before


def form_names(page: Page) -> set[str]:
    names: list[str] = page.evaluate(
        "() => [...new FormData(document.getElementById('formular')).keys()]"
    )
    return set(names)


def test_what_is_wrong_does_not_reach_the_bridge_while_scripts_can_tell(visit_with: Open) -> None:
    page = visit_with(NEW, WITH_BRIDGE, viewport=PHONE)
    arrived = posted(page)
    answer(page, kontakt__0="12 34")
    send(page)
    assert len(wrong(page)) == 1
    assert arrived == []
    named(page, "kontakt.0").fill("12 34 56 78")
    before = typed(page)
    send(page)
    page.wait_for_url(f"{BRIDGE}forslag")
    # The bridge shows how it will look; she comes back to mend something, and it is all there.
    page.go_back()
    after = typed(page)
    assert {**after, "_ja": ["ja"]} == before


def test_without_scripts_and_bridge_the_page_says_plainly_what_to_do(visit: Open) -> None:
    page = visit(NEW, viewport=PHONE, java_script_enabled=False)
    expect(page.get_by_text("Formularen virker ikke i din browser.")).to_be_visible()
    expect(page.locator("#formular [type=submit]")).to_be_hidden()
    ways = page.locator("[data-no-script]")
    expect(ways.get_by_role("link", name="12 34 56 78")).to_be_visible()
    expect(page.locator("#kladde")).to_be_hidden()
    ways.get_by_role("link", name="Print et ark").click()
    page.wait_for_url("**/papir/")
