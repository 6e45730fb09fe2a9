"""What our check takes, others take too: check-jsonschema, as YAML's own types have it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from holdkatalog.paths import SCHEMA

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "tests" / "examples"
CONTENT = ("kommune", "omraader", "skoleferier", "steder")


def refused(schema: str, files: Sequence[Path]) -> set[str]:
    """The names of the files that check-jsonschema refuses, all asked at once."""
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json"]
    done = subprocess.run(
        [*command, "--schemafile", str(SCHEMA / f"{schema}.schema.json"), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    answer = json.loads(done.stdout)
    assert answer.get("parse_errors", []) == []
    return {Path(error["filename"]).name for error in answer.get("errors", [])}


def test_check_jsonschema_takes_every_valid_file() -> None:
    files = [
        *(EXAMPLES / "valid").glob("*.yaml"),
        *(ROOT / "clubs").glob("*.yaml"),
        *(ROOT / "content" / "forloeb").glob("*.yaml"),
    ]
    assert len(files) > 50
    assert refused("club", files) == set()


def test_check_jsonschema_refuses_every_file_that_the_schema_refuses() -> None:
    files = sorted((EXAMPLES / "editor").glob("*.yaml"))
    assert refused("club", files) == {file.name for file in files}


@pytest.mark.parametrize("name", CONTENT)
def test_check_jsonschema_takes_the_municipalitys_files(name: str) -> None:
    assert refused(name, [ROOT / "content" / f"{name}.yaml"]) == set()


def test_check_jsonschema_takes_the_vocabularies() -> None:
    assert refused("vocabulary", sorted((SCHEMA / "vocabulary").glob("*.yaml"))) == set()


def test_check_jsonschema_takes_the_schemas_themselves() -> None:
    files = sorted(SCHEMA.glob("*.schema.json"))
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
