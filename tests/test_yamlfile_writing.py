"""A new file: whatever values it is made of, the strict loader gives them back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdkatalog.yamlfile import Plain, dump, read
from holdkatalog.yamlfile.changing import solid
from holdkatalog.yamlfile.quoting import meant
from test_yamlfile_changing import FILES, ROOT
from test_yamlfile_editing import TEXTS

NUMBERS = ("pladser", "gange", "telefon")
KEYS = st.sampled_from(["navn", "om", "på_gulvet", "pladser", "kol", "on", "første_gang", "kl"])
FREE = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"], exclude_characters="\ufffd"),
    min_size=1,
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS
    | st.sampled_from(["8", "012345678", "1e3", "ja", "null", "2026-12-24", "10:30", "a\r\nb"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def normalised(value: Plain) -> Plain:
    """The values as the loader would give them back."""
    if isinstance(value, dict):
        return {meant(key): normalised(each) for key, each in value.items()}
    if isinstance(value, list):
        return [normalised(each) for each in value]
    return None if value is None else meant(value)


@given(values=st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_any_tree_of_texts_is_read_back_as_it_was(values: dict[str, Plain]) -> None:
    for numbers in ((), NUMBERS):
        found = read("ny.yaml", dump(values, numbers=numbers).encode())
        assert found.problems == ()
        assert found.values == normalised(values)


@given(keys=st.lists(FREE.map(meant).filter(str.strip), min_size=2, max_size=4, unique=True))
def test_any_key_is_read_back_as_it_was(keys: list[str]) -> None:
    values: dict[str, Plain] = dict.fromkeys((key for key in keys if key != "<<"), "x")
    found = read("ny.yaml", dump(values or {"a": "x"}).encode())
    assert [problem for problem in found.problems if "hidden" not in problem.code] == []
    assert not values or found.values == values


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_example_comes_back_from_a_new_file(file: Path) -> None:
    values = read(file.name, file.read_bytes()).values
    full = solid(values)
    assert isinstance(full, dict)
    for numbers in ((), NUMBERS):
        again = read(file.name, dump(full, numbers=numbers).encode())
        assert again.problems == ()
        assert again.values == full


def test_a_new_file_is_written_in_block_style_with_air_between_its_offers() -> None:
    values: dict[str, Plain] = {
        "forening": "Vig IF",
        "kontakt": {"telefon": "12345678", "mail": "kontakt@example.org"},
        "steder": {"hallen": {"navn": "Hallen"}, "skoven": "Skoven, 4560 Vig"},
        "hold": {
            "yoga": {"navn": "Yoga: for dig", "for": ["kol", "astma"], "pladser": "16"},
            "tur": {"tid": [{"dag": "mandag", "kl": "10:30"}, "fredag"], "om": "To\nlinjer"},
        },
        "note": [["a", "b"], ["c"]],
    }
    expected = (ROOT / "tests" / "examples" / "ny-fil.yaml").read_text("utf-8")
    assert dump(values, numbers=NUMBERS) == expected


@pytest.mark.parametrize("value", [[], {}, None, ["a", None]], ids=str)
def test_nothing_is_not_written(value: Plain) -> None:
    with pytest.raises(ValueError, match="nothing to write"):
        dump({"a": value})
