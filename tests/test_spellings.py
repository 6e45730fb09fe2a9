"""Spellings that mean the same are read the same; values that mean nothing never pass."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from holdkatalog.errors import Unreadable
from holdkatalog.model import Club
from holdkatalog.reading import club, places
from holdkatalog.validation.typed import core

EXAMPLES = Path(__file__).parent / "examples"
ON_THE_CLUB = ("bekræftet", "ansvarlig", "cvr", "steder", "forening", "landsforening", "slags")
SHARED = places({"vig-hallen": {"navn": "Vig Hallen", "adresse": "Skolevej 2, 4560 Vig"}}, {})
SCHEMA = jsonschema.Draft202012Validator(
    json.loads((Path(__file__).parent.parent / "schema" / "club.schema.json").read_text("utf-8"))
)


def rows(name: str) -> Any:  # noqa: ANN401 - a table of whatever volunteers write
    return yaml.load((EXAMPLES / name).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - all texts


def as_typed(value: Any) -> Any:  # noqa: ANN401 - the same tree, as an editor takes it
    if isinstance(value, dict):
        return {key: as_typed(inner) for key, inner in value.items()}
    return [as_typed(inner) for inner in value] if isinstance(value, list) else core(value)


def read(field: str, value: object) -> Club | None:
    """The club that the value gives, None when the schema or the reader refuses it."""
    offer: dict[str, object] = {"navn": "B", "aktivitet": "kor"}
    top: dict[str, object] = {"forening": "A", "hold": {"x": offer}}
    (top if field in ON_THE_CLUB else offer)[field] = value
    if not (SCHEMA.is_valid(top) and SCHEMA.is_valid(as_typed(top))):
        return None
    try:
        return club("a", top, SHARED)
    except Unreadable:
        return None


def spellings() -> Iterator[tuple[str, object, object]]:
    for row in rows("spellings.yaml"):
        for other in row["samme"]:
            yield row["felt"], row["skrevet"], other


def refusals() -> Iterator[tuple[str, object]]:
    for field, values in rows("refused.yaml").items():
        for value in values:
            yield field, value


@pytest.mark.parametrize(("field", "written", "other"), list(spellings()))
def test_spellings_that_mean_the_same_are_read_the_same(
    field: str, written: object, other: object
) -> None:
    expected = read(field, written)
    assert expected is not None
    assert read(field, other) == expected


@pytest.mark.parametrize(("field", "value"), list(refusals()))
def test_a_value_that_means_nothing_never_passes(field: str, value: object) -> None:
    assert read(field, value) is None


@pytest.mark.parametrize("text", ["1" * 4500, "-" + "1" * 4500, "0x" + "f" * 4500, "1e4500"])
def test_a_number_without_end_is_refused_and_stops_nothing(text: str) -> None:
    assert read("gange", text) is None
    assert not isinstance(core(text), str)
