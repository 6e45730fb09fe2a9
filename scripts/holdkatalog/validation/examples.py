"""Examples out of the table of keys, as they may be typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from holdkatalog.validation.guide import Guide
from holdkatalog.validation.pen import Path, plain


def first_fields(guide: Guide, path: Path) -> str:
    """An example of the fields under a key; empty when there is none."""
    name = path[-1] if path else ""
    examples = (e for e in guide.at(path).get("examples", ()) if isinstance(e, Mapping))
    return next((f"{name}:\n{_block(example, 1)}" for example in examples), "")


def first_items(guide: Guide, path: Path) -> str:
    """An example of a list whose items are fields."""
    lists = (e for e in guide.at(path).get("examples", ()) if isinstance(e, list))
    items = next(lists, [])
    return "\n".join((f"{path[-1]}:", *(f"  - {_block(item, 2).strip()}" for item in items)))


def _block(example: Mapping[str, Any], depth: int) -> str:
    rows = []
    for key, value in example.items():
        if isinstance(value, Mapping):
            rows.append(f"{'  ' * depth}{key}:\n{_block(value, depth + 1)}")
        else:
            rows.append(f"{'  ' * depth}{key}: {plain(str(value))}")
    return "\n".join(rows)
