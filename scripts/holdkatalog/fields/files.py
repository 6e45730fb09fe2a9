"""The generated files: the engine's schemas and reference page, and a municipality's own schema."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from holdkatalog.errors import CatalogueError
from holdkatalog.fields.build import club_schema
from holdkatalog.fields.lists import list_schema
from holdkatalog.fields.municipal import content_schemas, vocabulary_schema
from holdkatalog.fields.reference import reference
from holdkatalog.fields.schema import text
from holdkatalog.vocabulary import Vocabulary, merged, vocabulary
from holdkatalog.yamlfile import read

_FILES = ("conditions", "activities", "needs", "languages", "concepts")


def engine_files(schema: Path) -> dict[str, str]:
    """The texts of the generated files in the folder `schema`, by name, from the engine's own words."""
    words = _vocabulary(schema, None)
    schemas = {
        "club": club_schema(words),
        "vocabulary": vocabulary_schema(words, whole=False),
        "import": list_schema(words),
        **content_schemas(words),
    }
    files = {f"{name}.schema.json": text(each) for name, each in schemas.items()}
    return {**files, "FORMAT.md": reference(words)}


def municipal_files(schema: Path, content: Path) -> dict[str, str]:
    """The texts of the schemas that lie in the folder `content`, by name.

    They know the municipality's own words and places, and editors find them where there is no
    folder of the engine's schemas: in a repository that holds only what is the municipality's own.
    Raises CatalogueError when one of the files that the words stand in can't be read.
    """
    places = _values(content / "steder.yaml").get("steder") or {}
    named = [(id_, str(place.get("navn") or id_)) for id_, place in places.items()]
    words = _vocabulary(schema, content)
    schemas = {
        "club": club_schema(words, named),
        "vocabulary": vocabulary_schema(words, whole=False),
        **content_schemas(words),
    }
    return {f"{name}.schema.json": text(each) for name, each in schemas.items()}


def _vocabulary(schema: Path, content: Path | None) -> Vocabulary:
    engine = {name: _values(schema / "vocabulary" / f"{name}.yaml") for name in _FILES}
    if content is None:
        return vocabulary(**engine, areas={}, holidays={})
    own = {name: _values(content / "vocabulary" / f"{name}.yaml") for name in _FILES}
    return vocabulary(
        **{name: merged(engine[name], own[name]) for name in _FILES},
        areas=_values(content / "omraader.yaml"),
        holidays=_values(content / "skoleferier.yaml"),
    )


def _values(file: Path) -> Mapping[str, Any]:
    """What a file says; nothing when it isn't there or is empty."""
    if not file.is_file():
        return {}
    document = read(file.name, file.read_bytes())
    if document.empty:
        return {}
    if document.incomplete or not isinstance(document.values, dict):
        raise CatalogueError(document.problems)
    return document.values
