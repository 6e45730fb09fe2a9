"""VS Code, as it opens this folder or a municipality's own: a schema for each file, and no file made over."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from holdkatalog.checking import check
from holdkatalog.cli import COMMANDS
from language_server import LanguageServer, Message

ROOT = Path(__file__).resolve().parent.parent
INVALID = sorted((ROOT / "tests" / "examples" / "invalid").glob("*.yaml"))
TODAY = dt.date(2026, 11, 21)
MODELINE = re.compile("^# yaml-language-server:.*\n")


def read(name: str) -> Any:  # noqa: ANN401 - a file of settings
    """A file of settings; without comments, so that every tool can read it."""
    return json.loads((ROOT / name).read_text("utf-8"))


SETTINGS: dict[str, Any] = read(".vscode/settings.json")
SCHEMAS: dict[str, list[str]] = {
    schema: [files] if isinstance(files, str) else files
    for schema, files in SETTINGS["yaml.schemas"].items()
}


def section() -> dict[str, Any]:
    """The settings as the editor hands them to the language server."""
    found: dict[str, Any] = {}
    for name, value in SETTINGS.items():
        if name.startswith("yaml."):
            *steps, last = name.split(".")[1:]
            part = found
            for step in steps:
                part = part.setdefault(step, {})
            part[last] = value
    return found


def test_every_file_that_people_write_has_the_schema_of_its_kind() -> None:
    files = [
        path.relative_to(ROOT).as_posix()
        for folder in ("clubs", "content", "schema/vocabulary")
        for path in (ROOT / folder).rglob("*.yaml")
    ]
    files += ["content/vocabulary/concepts.yaml"]
    for file in files:
        fitting = [
            schema
            for schema, patterns in SCHEMAS.items()
            if any(PurePosixPath(file).match(pattern) for pattern in patterns)
        ]
        assert len(fitting) == 1, file
    assert all((ROOT / schema).is_file() for schema in SCHEMAS)


def test_nobodys_file_is_made_over_by_the_editor() -> None:
    assert SETTINGS["yaml.format.enable"] is SETTINGS["yaml.schemaStore.enable"] is False
    yaml = SETTINGS["[yaml]"]
    assert not any(value for key, value in yaml.items() if key.startswith("editor.formatOn"))
    assert (yaml["editor.insertSpaces"], yaml["editor.tabSize"]) == (True, 2)
    assert SETTINGS["files.eol"] == "\n"


# A municipality's own repository


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a municipality has of its own: no folder of the engine's schemas."""
    folder = tmp_path_factory.mktemp("own")
    for name in ("clubs", "content", ".vscode"):
        shutil.copytree(ROOT / name, folder / name)
    words = folder / "content" / "vocabulary"
    words.mkdir(exist_ok=True)
    shutil.copy(ROOT / "schema" / "vocabulary" / "concepts.yaml", words)
    return folder


@pytest.fixture(scope="module")
def server(node: str, node_modules: Path, own: Path) -> Iterator[LanguageServer]:
    with LanguageServer(node, node_modules, settings=section(), folder=own) as running:
        yield running


def texts(own: Path) -> dict[Path, str]:
    """The files without their first line, that tells editors without settings of the schema."""
    files = [*own.glob("clubs/*.yaml"), *own.glob("content/**/*.yaml")]
    return {file: MODELINE.sub("", file.read_text("utf-8")) for file in sorted(files)}


def test_the_editor_is_silent_on_good_files(server: LanguageServer, own: Path) -> None:
    files = texts(own)
    assert len(files) > 40
    told = server.complaints({file.as_uri(): text for file, text in files.items()})
    assert not any(told.values())


BAD = {
    "clubs/ny.yaml": ("forening: Ny\nhold:\n  a:\n    navn: A\n    skabelon: [kor]\n", "Skriv én"),
    "content/forloeb/ny.yaml": ("forening: Ny\n", "forening og hold"),
    "content/kommune.yaml": ("id: odsherred\nnavn: Odsherred\n", "kode og brobygger"),
    "content/omraader.yaml": ("områder:\n  vig:\n    navn: Vig\n", "navn, postnumre og midte"),
    "content/skoleferier.yaml": ("kendt_til: 31. juli\nferier: {}\n", "Skriv en dato"),
    "content/steder.yaml": ("steder:\n  hallen:\n    vej: Skolevej 2\n", "kun felter, vi kender"),
    "content/vocabulary/concepts.yaml": (
        "skabeloner:\n  kor:\n    hold:\n      tid: tirsdag\n",
        "kun felter, vi kender",
    ),
}


@pytest.fixture(scope="module")
def complaints(node: str, node_modules: Path, own: Path) -> Mapping[str, list[Message]]:
    """What an editor that has just begun says of each; the other server has seen those files whole."""
    with LanguageServer(node, node_modules, settings=section(), folder=own) as server:
        told = server.complaints({(own / name).as_uri(): text for name, (text, _) in BAD.items()})
    return {name: told[(own / name).as_uri()] for name in BAD}


@pytest.mark.parametrize("name", BAD)
def test_the_editor_speaks_on_a_bad_file_of_each_kind(
    complaints: Mapping[str, list[Message]], name: str
) -> None:
    assert any(BAD[name][1] in one["message"] for one in complaints[name]), complaints[name]


def test_the_editor_never_formats(server: LanguageServer, own: Path) -> None:
    file = own / "clubs" / "lungekor-odsherred.yaml"
    server.open(file.as_uri(), file.read_text("utf-8"))
    options = {"tabSize": 4, "insertSpaces": True}
    asked = server.ask(
        "textDocument/formatting", textDocument={"uri": file.as_uri()}, options=options
    )
    assert not asked


# The check as a task: its Danish words stand in the list of problems, also where the server has none


def matched(said: str) -> list[tuple[str, int, str]]:
    """What VS Code makes of the check's answer: for each problem its file, line and words."""
    task = read(".vscode/tasks.json")["tasks"][0]
    patterns = [re.compile(each["pattern"]["regexp"]) for each in task["problemMatcher"]]
    hits = (pattern.match(line) for line in said.splitlines() for pattern in patterns)
    return [(hit[1], int(hit[2]), hit[3]) for hit in hits if hit]


def test_the_task_finds_every_problem_of_the_check_once_at_its_line() -> None:
    text = check(INVALID, root=ROOT, today=TODAY, form="text").text
    rows = json.loads(check(INVALID, root=ROOT, today=TODAY, form="json").text)["problems"]
    assert len(rows) > 200
    told = [(row["file"], row["line"], row["text"]) for row in rows if row["line"]]
    assert sorted(matched(text)) == sorted(told)


def test_the_tasks_are_commands_that_there_are() -> None:
    assert {task["args"][0] for task in read(".vscode/tasks.json")["tasks"]} <= dict(
        COMMANDS
    ).keys()


def test_the_container_installs_what_the_forges_install_and_shows_the_site() -> None:
    container = read(".devcontainer/devcontainer.json")
    assert os.access(ROOT / container["postCreateCommand"], os.X_OK)
    assert re.fullmatch(r"docker\.io/library/python:3\.\d+-[a-z]+", container["image"])
    port = re.search(r"^PORT \?= (\d+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert port
    assert container["forwardPorts"] == [int(port[1])]
    wanted = read(".vscode/extensions.json")["recommendations"]
    assert container["customizations"]["vscode"]["extensions"] == wanted == ["redhat.vscode-yaml"]
