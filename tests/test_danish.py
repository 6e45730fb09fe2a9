"""Danish words: folding, ids, order, lists and dates."""

from __future__ import annotations

import datetime as dt
import unicodedata

from holdkatalog.danish import capital, fold, listed, long_date, slug, sort_key


def test_an_id_has_no_danish_letters() -> None:
    assert slug("Nykøbing Sj. på Ågård, Æblevej") == "nykoebing-sj-paa-aagaard-aeblevej"


def test_letters_taken_apart_fold_like_whole_ones() -> None:
    assert fold(unicodedata.normalize("NFD", "Områder på Ærø, Café")) == fold(
        "Områder på Ærø, Café"
    )


def test_the_alphabet_ends_in_ae_oe_aa() -> None:
    words = ["Åben", "Ældre", "Øst", "Aalborg", "zebra", "Årup", "ødem"]
    assert sorted(words, key=sort_key) == [
        "Aalborg",
        "zebra",
        "Ældre",
        "ødem",
        "Øst",
        "Åben",
        "Årup",
    ]


def test_a_list_has_og_before_its_last_word_only() -> None:
    assert [listed(w) for w in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a og b",
        "a, b og c",
    ]
    assert listed(["a", "b"], "eller") == "a eller b"


def test_a_date_is_written_out_and_a_capital_leaves_the_rest() -> None:
    assert long_date(dt.date(2026, 12, 5)) == "5. december 2026"
    assert capital("kOL") == "KOL"
