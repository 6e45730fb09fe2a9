"""Examples out of the table of keys, as they may be typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from holdkatalog.validation.guide import Guide
from holdkatalog.validation.pen import Path, plain


def first_fields(guide: Guide, path: Path) -> str:
    """An example of the fields under a key; empty when there is none."""
    for example in guide.at(path).get("examples", ()):
        if isinstance(example, Mapping):
            return f"{path[-1] if path else ''}:\n" + _block(example, 1)
    return ""


def first_items(guide: Guide, path: Path) -> str:
    """An example of a list whose items are fields; empty where the items are texts."""
    for example in guide.at(path).get("examples", ()):
        if isinstance(example, list) and all(isinstance(item, Mapping) for item in example):
            items = (f"  - {_block(item, 2).strip()}" for item in example)
            return "\n".join((f"{path[-1]}:", *items))
    return ""


def _block(example: Mapping[str, Any], depth: int) -> str:
    rows = []
    for key, value in example.items():
        if isinstance(value, Mapping):
            rows.append(f"{'  ' * depth}{key}:\n{_block(value, depth + 1)}")
        else:
            rows.append(f"{'  ' * depth}{key}: {plain(str(value))}")
    return "\n".join(rows)
