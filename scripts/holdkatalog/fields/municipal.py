"""The schemas of the municipality's own files and of the vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from holdkatalog.fields.build import place_definitions, word_definitions
from holdkatalog.fields.content import FILES, INNER, LINK_FIELDS
from holdkatalog.fields.key import Key
from holdkatalog.fields.lexicon import ENTRIES, OPENACTIVE, VOCABULARY
from holdkatalog.fields.schema import document, entry
from holdkatalog.vocabulary import Vocabulary, vocabulary


def content_schemas(vocabulary: Vocabulary) -> dict[str, dict[str, object]]:
    """The schemas of content/kommune.yaml, omraader.yaml, skoleferier.yaml and steder.yaml, by name."""
    definitions = {
        **{table.name: entry(table) for table in INNER},
        **place_definitions(vocabulary, ()),
    }
    return {table.name: document(table, definitions, title=table.where) for table in FILES}


def beginnings() -> dict[str, tuple[str, str]]:
    """How each of the municipality's own files begins, and what stands in it, by its name."""
    return {table.name: (_line(table.keys[0]), table.help) for table in FILES}


def _line(key: Key) -> str:
    example = key.examples[0]
    return f"{key.name}: {example}" if isinstance(example, str) else f"{key.name}:"


_GROUPS: Final[Mapping[str, Any]] = MappingProxyType({"grupper": {}})
_NO_WORDS: Final = vocabulary(
    conditions=_GROUPS, activities=_GROUPS, needs=_GROUPS, languages={}, areas={}, holidays={}
)


def vocabulary_schema(words: Vocabulary = _NO_WORDS, *, whole: bool) -> dict[str, object]:
    """The schema of a vocabulary's file; `words` are those that an editor offers in a template.

    A municipality's own file may hide or relabel a word and say nothing else of it. Asked of the
    `whole`, the engine's words with the municipality's merged in, names and groups are required.
    """
    always = (OPENACTIVE, LINK_FIELDS)
    tables = {
        table.name: entry(table, demanding=whole or table in always)
        for table in (*ENTRIES, LINK_FIELDS)
    }
    definitions = {**place_definitions(words, ()), **word_definitions(words), **tables}
    return document(VOCABULARY, definitions, title="En ordliste", demanding=whole)
