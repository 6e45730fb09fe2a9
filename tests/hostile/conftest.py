"""Writes a municipality whose clubs carry other people's texts in every field that takes them."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from holdkatalog.build import build
from holdkatalog.errors import CatalogueError, Problem
from holdkatalog.fields import TABLES
from holdkatalog.messages import is_error

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = json.loads((ROOT / "schema" / "club.schema.json").read_text("utf-8"))
TODAY = dt.date(2026, 12, 5)
OFFERS = 24
"""As many as keep a file below the size that is read."""
KEYED = {"steder": "hallen", "oversat": "engelsk", "vurderet": "kol"}
REFERENCES = {"hold", "tidligere_id", "bagefter", "ligger_i"}
"""What is no text, and would only be refused."""
NEEDED = {
    "forening": "Foreningen",
    "navn": "Gåtur",
    "aktivitet": "gaature",
    "fil": "stavgang.jpg",
    "alt": "En skovvej",
    "samtykke": "1. september 2026",
}
"""What stands where something must stand, when the attack was refused."""
FIELDS = {key.name for table in TABLES for key in table.keys}
Part = Any
"""A part of a file, or of the schema: fields, a list or a text."""


def rules(node: Part) -> dict[str, Part]:
    """The node with what it refers to; its own words win."""
    found = dict(node)
    while name := found.pop("$ref", ""):
        found = {**SCHEMA["$defs"][name.rpartition("/")[2]], **found}
    return found


def made(node: Part, text: str, form: int, key: str = "") -> Part:
    """Everything that may stand there, with the text wherever a text may stand, each in its form."""
    found = rules(node)
    if "items" in found:
        item = {**rules(found["items"]), "examples": found.get("examples", ())}
        both = (leaf(item, text, form), fields(item, text, form, key))
        return [one for one in both if one]
    return fields(found, text, form, key) or leaf(found, text, form)


def fields(node: dict[str, Part], text: str, form: int, key: str) -> dict[str, Part]:
    given = list(node.get("properties", {}).items())
    # The questions are forty of one kind, and would make the files too big to be read.
    inner = {
        name: made(rule, text, form + place, name)
        for place, (name, rule) in enumerate(given[:2] if key == "godt_at_vide" else given)
        if name not in REFERENCES
    }
    if key in KEYED:
        other = {"examples": node.get("examples", ()), **node["additionalProperties"]}
        inner[KEYED[key]] = made(other, text, form)
    return inner


def leaf(node: dict[str, Part], text: str, form: int) -> str:
    """The text alone, as own words behind a comma, or as a sentence; a harmless one when none fits."""
    good = str(next((one for one in node.get("examples", ()) if isinstance(one, str)), "Se"))
    forms = (text, f"{good}, {text}", f"Se {text}")
    fitting = [one for one in (*forms[form % 3 :], *forms) if fits(node, one)]
    return fitting[0] if fitting else good


def fits(node: dict[str, Part], text: str) -> bool:
    """Whether the schema takes the text; what it refuses is soon said, but slowly explained."""
    return (
        len(text) <= node.get("maxLength", 4000)
        and text in node.get("enum", (text,))
        and re.search(node.get("pattern", ""), text) is not None
    )


def yaml(value: Part, indent: str = "") -> str:
    """The value in YAML; in single quotes nothing but the quote itself is special."""
    if isinstance(value, dict):
        rows = (f"{indent}{key}:{yaml(inner, f'{indent}  ')}" for key, inner in value.items())
    elif isinstance(value, list):
        rows = (f"{indent}-{yaml(inner, f'{indent}  ')}" for inner in value)
    else:
        return " '" + str(value).replace("'", "''") + "'\n"
    return "\n" + "".join(rows)


def prune(club: dict[str, Part], path: Iterable[str | int]) -> None:
    """Take away what was refused, or put something harmless where something must stand."""
    trail: list[tuple[Part, str | int]] = []
    node: Part = club
    for step in path:
        trail.append((node, step))
        if isinstance(node, str) or (isinstance(node, dict) and step not in node):
            break
        node = node[step]
    while trail:
        parent, step = trail.pop()
        if isinstance(parent, dict) and step in NEEDED and parent.get(step) != NEEDED[str(step)]:
            parent[step] = NEEDED[str(step)]
            return
        if isinstance(parent, dict):
            parent.pop(step, None)
        elif isinstance(parent, list):
            parent.pop(int(step))
        if parent and not isinstance(parent, str):
            return


def clubs(texts: Iterable[tuple[str, int]]) -> dict[str, dict[str, Part]]:
    """Files by their names, with an offer for each text and its form."""
    every = list(texts)
    found: dict[str, dict[str, Part]] = {}
    for start in range(0, len(every), OFFERS):
        batch = every[start : start + OFFERS]
        club = fields(SCHEMA, *batch[0], "")
        club["hold"] = {
            f"hold-{n}": made({"$ref": "#/$defs/offer"}, text, form)
            for n, (text, form) in enumerate(batch)
        }
        found[f"klub-{start}"] = club
    return found


def accepted(place: Path, files: dict[str, dict[str, Part]]) -> None:
    """Write the files and build the site; take out what is refused until it can be built."""
    wrong: dict[tuple[str, tuple[str | int, ...]], Problem] = {}
    for _ in range(5):
        for name, club in files.items():
            (place / "clubs" / f"{name}.yaml").write_text(yaml(club).lstrip("\n"), "utf-8")
        try:
            build(place, output=place / "output", strict=True, today=TODAY)
        except CatalogueError as error:
            wrong = {(p.file, p.path): p for p in error.problems if is_error(p)}
            for (file, path), problem in sorted(wrong.items(), reverse=True, key=str):
                assert path, problem
                prune(files[Path(file).stem], path)
        else:
            return
    raise AssertionError("\n".join(map(str, list(wrong.values())[:5])))


def carried(value: Part, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a file with the name of its field."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from carried(inner, name if name in FIELDS else key)
    elif isinstance(value, list):
        for inner in value:
            yield from carried(inner, key)
    else:
        yield key, value


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A municipality without clubs."""
    (tmp_path / "clubs" / "foto").mkdir(parents=True)
    (tmp_path / "clubs" / "foto" / "stavgang.jpg").write_bytes(b"")
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copyfile(ROOT / "publishconf.py", tmp_path / "publishconf.py")
    return tmp_path


@pytest.fixture
def write(place: Path) -> Callable[[Iterable[tuple[str, int]]], dict[str, set[str]]]:
    """Builds a site of clubs with the texts, each in its form, and tells what each field carries."""

    def written(texts: Iterable[tuple[str, int]]) -> dict[str, set[str]]:
        files = clubs(texts)
        accepted(place, files)
        told: dict[str, set[str]] = {}
        for club in files.values():
            for key, text in carried(club):
                told.setdefault(key, set()).add(text)
        return told

    return written
