"""`holdkatalog schema`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from holdkatalog.cli.say import CLEAN, PROBLEMS, say, say_errors
from holdkatalog.errors import CatalogueError

HELP: Final = "skriv skemaerne, som editorer retter efter"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command takes nothing."""


def run(_: argparse.Namespace) -> int:
    """Write the municipality's schemas, and in a checkout those that are made of the engine alone."""
    from holdkatalog.catalogue.content import schema_problems
    from holdkatalog.fields import engine_files, municipal_files
    from holdkatalog.opendata import SCHEMA_NAME, schema_text
    from holdkatalog.paths import SCHEMA

    root = Path.cwd()
    try:
        schema_problems(root / "content", SCHEMA / "vocabulary")
        own = municipal_files(SCHEMA, root / "content")
        files = {root / "content" / name: text for name, text in own.items()}
        if root / "schema" == SCHEMA:
            files |= {SCHEMA / name: text for name, text in engine_files(SCHEMA).items()}
            files[SCHEMA / SCHEMA_NAME] = schema_text()
    except CatalogueError as error:
        say_errors(error.problems)
        return PROBLEMS
    for file, text in files.items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        say(f"Skrevet: {file.relative_to(root)}")
    return CLEAN
