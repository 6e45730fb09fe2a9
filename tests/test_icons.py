"""The drawings of the theme, and the hidden picture that a page carries its own in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from holdkatalog.icons import UnknownIconError, sprite, symbols

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = (ROOT / "theme" / "icons.svg").read_text("utf-8")
A, B = '<symbol id="a"><path d="M0 0"/></symbol>', '<symbol id="b">\n</symbol>'


def use(id_: str) -> str:
    return f'<svg class="hk-icon"><use href="#{id_}"/></svg>'


def test_symbols_are_known_by_their_ids() -> None:
    assert symbols(f"<svg><!-- one -->{A}\n{B}</svg>") == {"a": A, "b": B}


def test_a_page_carries_what_it_uses_once_and_in_its_order() -> None:
    known = symbols(A + B)
    found = sprite(f"<p>{use('b')}{use('a')}{use('b')}</p>", known)
    assert found == f'<svg class="hk-sprite" aria-hidden="true">{B}{A}</svg>'


def test_a_page_without_icons_carries_nothing() -> None:
    assert sprite('<p><a href="#a">a</a></p>', symbols(A)) == ""


def test_an_icon_that_nobody_has_drawn_stops_the_build() -> None:
    with pytest.raises(UnknownIconError, match="c, d"):
        sprite(use("a") + use("c") + use("d"), symbols(A))


def test_a_text_of_a_clubs_can_not_ask_for_an_icon() -> None:
    assert sprite("&lt;use href=&#34;#c&#34;/&gt;", symbols(A)) == ""


def test_our_drawings_have_no_colour_and_no_address_of_their_own() -> None:
    drawn = symbols(DRAWINGS)
    assert "hk-mark" in drawn
    assert all(re.fullmatch("hk-(mark|i-[a-z-]+)", id_) for id_ in drawn)
    assert len(drawn) == DRAWINGS.count("<symbol")
    assert not re.findall(r"(?:fill|stroke|style|href)=", DRAWINGS)
