"""What templates do with names, telephone numbers and dates."""

from __future__ import annotations

import datetime as dt

import pytest

from holdkatalog.rendering import dated, day, fill, link, number, own, tel
from holdkatalog.typesetting import held, whole


def test_own_words_stay_in_their_own_direction() -> None:
    assert own("<b>") == "<bdi>&lt;b&gt;</bdi>"
    assert fill("Hos {club}.", club=own("A & B")) == "Hos <bdi>A &amp; B</bdi>."


def test_a_telephone_number_can_be_rung() -> None:
    assert tel("+4512345678") == '<a class="hk-nowrap" href="tel:+4512345678">12 34 56 78</a>'


DAY, LATER = dt.date(2026, 12, 5), dt.date(2026, 12, 15)
DAY_TAG = '<time datetime="2026-12-05">5. december 2026</time>'
LATER_TAG = '<time datetime="2026-12-15">15. december 2026</time>'


@pytest.mark.parametrize(
    ("sentence", "dates", "expected"),
    [
        ("Til 5. december 2026, <b>", (DAY,), f"Til {DAY_TAG}, &lt;b&gt;"),
        (
            "Fra 5. december 2026 til 15. december 2026",
            (DAY, LATER),
            f"Fra {DAY_TAG} til {LATER_TAG}",
        ),
        ("Den 15. december 2026", (DAY,), "Den 15. december 2026"),
        ("Den 15. december 2026", (LATER, DAY, LATER), f"Den {LATER_TAG}"),
        ("Fra i morgen", (DAY, None), "Fra i morgen"),
        ("<", (), "&lt;"),
    ],
)
def test_a_date_within_a_sentence_is_one_for_machines_too(
    sentence: str, dates: tuple[dt.date | None, ...], expected: str
) -> None:
    assert dated(sentence, *dates) == expected
    assert day(DAY) == DAY_TAG


def test_no_line_breaks_before_an_hour_or_a_dot_and_no_address_is_touched() -> None:
    html = '<a href="kl. 8 · a">Hver dag kl. 8.00</a> · <b>Kl. 9 og kl. ni, uskl. 9</b>'
    said = '<a href="kl. 8 · a">Hver dag kl.~8.00</a>~· <b>Kl.~9 og kl. ni, uskl. 9</b>'
    assert held(html) == said.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    "kept",
    [
        "9.00-10.30",
        "9.00-10.30,",
        "kl. 10.00-11.30",
        "12. januar",
        "12. januar 2027",
        "uge 36 til 17.",
        "1.200 kr.",
        "12,50 kr.",
        "type 2-diabetes",
    ],
)
def test_hours_dates_and_amounts_stay_whole(kept: str) -> None:
    assert whole(f"Se {kept} <b>") == f'Se <span class="hk-nowrap">{kept}</span> &lt;b&gt;'


def test_other_words_are_left_as_they_are() -> None:
    assert (
        whole("I 2-3 timer, 3. gang og 4 kreative <i>")
        == "I 2-3 timer, 3. gang og 4 kreative &lt;i&gt;"
    )


@pytest.mark.parametrize(
    ("here", "to", "expected"),
    [
        ("", "", "./"),
        ("", "hold/", "hold/"),
        ("", "foto/a.jpg", "foto/a.jpg"),
        ("hold/", "", "../"),
        ("hold/", "hold/", "./"),
        ("hold/", "sygdom/kol/", "../sygdom/kol/"),
        ("hold/a/b/", "", "../../../"),
        ("hold/a/b/", "hold/a/c/", "../c/"),
        ("hold/a/b/", "hold/a/", "../"),
        ("hold/a/b/", "foto/a.jpg", "../../../foto/a.jpg"),
        ("404.html", "hold/", "hold/"),
        ("om/siden.html", "hold/", "../hold/"),
    ],
)
def test_a_link_is_seen_from_the_page_it_stands_on(here: str, to: str, expected: str) -> None:
    assert link(here, to) == expected


def test_what_is_filled_in_is_escaped_and_so_is_the_sentence() -> None:
    assert fill("<{name}> & {other}", name="<b>", other="&") == "&lt;&lt;b&gt;&gt; &amp; &amp;"
    assert fill("{name}", name=fill("{inner}", inner="<")) == "&lt;", "never twice"
    assert fill("Ring {phone}", phone="{0.__class__}") == "Ring {0.__class__}"


def test_a_number_has_its_noun() -> None:
    words = {"one": "{number} mand", "many": "{number} mænd"}
    assert [number(n, words) for n in (0, 1, 2)] == ["0 mænd", "1 mand", "2 mænd"]


def test_what_a_club_has_written_in_a_form_and_what_scripts_read_is_not_set() -> None:
    area = "<textarea>Ring\n   kl. 10 · tak</textarea>"
    script = '<script type="application/json">{"a": "kl. 10"}</script>'
    html = f"<p>\n  Ring kl. 10</p>{area}<p>\n  Kom kl. 9</p>{script}"
    assert held(html) == (
        f"<p>\nRing kl.\N{NO-BREAK SPACE}10</p>{area}<p>\nKom kl.\N{NO-BREAK SPACE}9</p>{script}"
    )
