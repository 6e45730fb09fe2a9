"""The words that sentences of the model are made of: the section `say` of the file of words, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from holdkatalog.errors import CatalogueError
from holdkatalog.paths import THEME
from holdkatalog.yamlfile import read

Strings = Mapping[str, Any]
FILE = THEME / "strings" / "da.yaml"


def strings(file: Path) -> Strings:
    """The words of one language; a CatalogueError when the file can't be read whole."""
    document = read(f"theme/strings/{file.name}", file.read_bytes())
    if document.problems or not isinstance(document.values, dict):
        raise CatalogueError(document.problems)
    return document.values


@cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """The words of the model in their groups; a CatalogueError as in `strings`."""
    found: Mapping[str, Mapping[str, str]] = strings(FILE)["say"]
    return found


def say(group: str, key: str, **facts: object) -> str:
    """The words with that key, with their {names} filled in."""
    return sentences()[group][key].format(**facts)


def known(group: str, key: str) -> str:
    """The words of an id, "" for one that has none."""
    return sentences()[group].get(key, "")
