"""What can't be read is refused, and the code says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from holdkatalog.errors import Unreadable
from holdkatalog.reading import LEAVES

CASES = Path(__file__).parent / "examples" / "unreadable.yaml"


def cases() -> Iterator[tuple[str, str, str]]:
    table: dict[str, dict[str, str]] = yaml.load(CASES.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - all texts
    for leaf, rows in table.items():
        for written, code in rows.items():
            yield leaf, written, code


@pytest.mark.parametrize(("leaf", "written", "code"), list(cases()))
def test_what_is_neither_a_phrase_nor_a_sentence_is_refused_with_its_reason(
    leaf: str, written: str, code: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        LEAVES[leaf](written)
    assert refused.value.code == code


def test_a_known_mistake_brings_the_parts_of_its_remedy() -> None:
    with pytest.raises(Unreadable) as refused:
        LEAVES["session"]("onsdag 19.00, men ikke i december")
    assert dict(refused.value.facts) == {
        "rule": "onsdag 19.00",
        "day": "onsdag",
        "clock": "19.00",
        "note": "men ikke i december",
    }
