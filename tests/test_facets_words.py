"""The words people use for illnesses, and what each leads to."""

from __future__ import annotations

from dataclasses import replace

from holdkatalog.danish import sort_key
from holdkatalog.facets.groups import words
from small import vocabulary


def test_every_lay_word_leads_to_its_illness_in_the_danish_alphabet() -> None:
    lay = {word: [c.id for c in meant] for word, meant in words(vocabulary())}
    assert lay["KOL"] == lay["Rygerlunger"] == ["kol"]
    assert list(lay) == sorted(lay, key=sort_key)


def test_a_word_leads_to_all_it_can_mean_and_first_to_what_bears_it_as_its_name() -> None:
    known = vocabulary()
    lay = {word: [c.id for c in meant] for word, meant in words(known)}
    assert lay["Sukkersyge"] == ["type-1-diabetes", "type-2-diabetes"]
    kol = replace(known.conditions["kol"], synonyms=("astma",))
    both = replace(known, conditions={"kol": kol, "astma": known.conditions["astma"]})
    assert dict(words(both))["Astma"] == (known.conditions["astma"], kol)
