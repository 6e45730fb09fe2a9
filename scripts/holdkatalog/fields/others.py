"""The leaves that only the municipality's files and the vocabularies have."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from holdkatalog.fields.leaf import Leaf
from holdkatalog.fields.leaves import LEAVES
from holdkatalog.grammar.phrase import Phrase
from holdkatalog.grammar.words import DAY_OF_YEAR


def _own(name: str, pattern: str) -> Phrase:
    return Phrase(name, {name: pattern}, sentence="", unknown=False)


OTHERS: Final[Mapping[str, Leaf]] = MappingProxyType({
    "yes": Leaf(phrase=_own("yes", "ja|nej"), say="Skriv ja eller nej.", longest=3, kind="text"),
    "key": Leaf(
        phrase=_own("key", "[a-zæøå][a-zæøå0-9_]*"),
        say="Skriv ordet med små bogstaver, tal og understreg, fx toilet_selv.",
        longest=40,
        kind="text",
    ),
    "group": Leaf(
        phrase=_own("group", "[a-z][a-z0-9_-]*"),
        say="Skriv gruppens id med små bogstaver a-z, fx lunger.",
        longest=40,
        kind="text",
    ),
    "code": Leaf(
        phrase=_own("code", "[0-9]{4}"),
        say='Skriv kommunens kode med fire cifre i anførselstegn, fx "0306".',
        longest=4,
        typed="integer",
        bounds=(100, 999),
        kind="text",
    ),
    "postcode": Leaf(
        phrase=_own("postcode", "[0-9]{4}"),
        say="Skriv et postnummer med fire cifre, fx 4560.",
        longest=4,
        typed="integer",
        bounds=(0, 9999),
        kind="text",
    ),
    "centre": Leaf(
        phrase=_own("centre", r"[0-9]{2}\.[0-9]{1,6} [0-9]{1,2}\.[0-9]{1,6}"),
        say='Skriv bredde og længde i grader, fx "55.906 11.646".',
        longest=20,
        kind="text",
    ),
    "day-of-year": Leaf(
        phrase=_own("day-of-year", DAY_OF_YEAR),
        say="Skriv en dag uden år, fx 24. december.",
        longest=40,
        typed="number",
        bounds=(1, 31.12),
        kind="text",
    ),
    "number-of-days": Leaf(
        phrase=_own("days", "[1-9][0-9]{0,3}"),
        say="Skriv et antal dage med tal, fx 365.",
        longest=40,
        typed="integer",
        bounds=(1, 9999),
        kind="text",
    ),
    "icd10": Leaf(
        phrase=_own("icd10", r"[A-Z][0-9]{2}(?:\.[0-9])?(?:-[A-Z][0-9]{2})?"),
        say="Skriv en kode fra ICD-10, fx J44 eller C00-C97.",
        longest=9,
        kind="text",
    ),
    "language-code": Leaf(
        phrase=_own("language-code", "[a-z]{2,3}"),
        say='Skriv sprogets kode på to eller tre bogstaver, fx da. Norsk er "no" i anførselstegn.',
        longest=3,
        kind="text",
    ),
    "openactive": Leaf(
        phrase=_own("openactive", r"https://openactive\.io/activity-list#[0-9a-f-]{36}"),
        say="Skriv aktivitetens adresse i OpenActives liste.",
        longest=80,
        kind="text",
    ),
})  # fmt: skip
"""Values that only stand in the municipality's files and in the vocabularies."""
ALL: Final[Mapping[str, Leaf]] = MappingProxyType({**LEAVES, **OTHERS})
