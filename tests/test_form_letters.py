"""The ways out of a form without a bridge: a letter that mail programs read, and the forge's own page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdkatalog.correction import mailto
from twin import Twin, examples, twin

TO, SUBJECT = "hold@example.org", "Nyt hold: Ærø"
LETTER, ADDRESS = 1800, 8191
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=40)


@pytest.fixture(scope="module")
def script(node: str) -> Iterator[Twin]:
    with twin(node) as running:
        yield running


def cases(group: str) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", examples("ways")[group])


def page(script: Twin, case: Mapping[str, str], text: str, *, new: bool) -> dict[str, Any]:
    """The forge's page for a file with this text."""
    where = [case["kind"], case["address"], case["branch"], "clubs/aeroe.yaml"]
    return cast("dict[str, Any]", script.ask("forge", *where, text, new))


@pytest.mark.parametrize("case", cases("letters"), ids=lambda case: case["rule"])
def test_a_letter_is_begun_with_this_address(script: Twin, case: dict[str, Any]) -> None:
    text = "x" * LETTER if case["text"] == "long" else case["text"]
    file = {"text": text, "attached": ["Vedhæft filen x.yaml."], "edition": case.get("edition", "")}
    found = script.ask("mailto", TO, SUBJECT, case["lines"], file)
    assert found == {"href": case["href"], "whole": case["whole"] == "true"}


@given(text=TEXTS, lines=st.lists(TEXTS, max_size=2))
def test_a_letter_reads_as_it_was_written(script: Twin, text: str, lines: list[str]) -> None:
    found = script.ask("mailto", TO, SUBJECT, lines, {"text": text, "attached": ["Vedhæft."]})
    address = urlsplit(found["href"])
    assert unquote(address.path) == TO
    body = parse_qs(address.query, keep_blank_values=True)["body"][0]
    assert body == "\r\n".join([*lines, "", *(text.removesuffix("\n").split("\n"))])
    assert len(found["href"]) <= LETTER
    assert found["href"].isascii()


def test_an_address_is_the_program_s_own_when_both_can_make_it(script: Twin) -> None:
    found = script.ask("mailto", TO, SUBJECT, ["a (b)", "c's"], {"text": "d: e\n"})
    assert found["href"] == mailto(TO, subject=SUBJECT, lines=["a (b)", "c's", "", "d: e"])


@pytest.mark.parametrize("case", cases("forges"), ids=lambda case: case["kind"])
def test_a_forge_s_page_has_this_address(script: Twin, case: dict[str, str]) -> None:
    new = page(script, case, "forening: Ærø (#!)\n", new=True)
    assert new == {"href": case["new"], "prefilled": case["kind"] != "gitlab"}
    long = page(script, case, "x" * ADDRESS, new=True)
    assert long == {"href": case["long"], "prefilled": False}
    edit = page(script, case, "forening: Ærø\n", new=False)
    assert edit == {"href": case["edit"], "prefilled": False}


def test_an_address_is_as_long_as_it_may_be_and_no_longer(script: Twin) -> None:
    case = cases("forges")[0]
    room = ADDRESS - len(page(script, case, "", new=True)["href"])
    full = page(script, case, "x" * room, new=True)
    assert len(full["href"]) == ADDRESS
    assert full["prefilled"]
    assert not page(script, case, "x" * (room + 1), new=True)["prefilled"]
