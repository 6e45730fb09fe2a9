"""The house: imports go down its floors only, and its rooms stay small."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "scripts" / "holdkatalog"

# A new module gets its floor here. A module may lean on its own floor and on those below it.
FLOORS = {
    "words": ("arguments", "errors", "danish", "keeping", "paths", "__version__"),
    "things": ("yamlfile", "model", "grammar", "reading", "wording", "vocabulary", "schedule"),
    "judging": ("colours", "fields", "validation", "messages", "suggest"),
    "whole": ("beside", "catalogue", "checking", "confirming", "history", "tidying"),
    "views": (
        "annotations",
        "changes",
        "correction",
        "crawlers",
        "facets",
        "forms",
        "hosting",
        "icons",
        "ics",
        "inspection",
        "interview",
        "markup",
        "opendata",
        "pages",
        "post",
        "rendering",
        "report",
        "search",
        "sheets",
        "typesetting",
    ),
    "doors": (
        *("plugin", "settings", "build", "reporting", "serve", "cli", "__main__"),
        *("asking", "comparing", "importing", "inbox"),
    ),
}
HEIGHT = {room: height for height, rooms in enumerate(FLOORS.values()) for room in rooms}
# The settings name the plugin as a module, and `python -m holdkatalog` is the command.
BESIDE = {("settings", "plugin"), ("plugin", "settings"), ("__main__", "cli")}
PELICAN = {"plugin", "settings", "build"}
LONGEST_FILE = 250
LONGEST_FUNCTION = 40

MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").glob("*.py")) + sorted((ROOT / "tests" / "browser").glob("*.py"))


def room(module: Path) -> str:
    """The module or package directly below the top that the file belongs to; "" is the top."""
    first = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imports(tree: ast.AST, *, in_function: bool = False) -> Iterator[tuple[str, bool]]:
    """Each imported name with its dots, and whether the import waits until a function runs."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, in_function) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports name the whole way"
            yield from ((f"{node.module}.{alias.name}", in_function) for alias in node.names)
        inside = in_function or isinstance(node, ast.FunctionDef | ast.Lambda)
        yield from imports(node, in_function=inside)


def wrong(here: str, name: str, *, lazy: bool) -> str:
    """Why the room may not import the name, or nothing."""
    top, _, rest = name.partition(".")
    there = rest.partition(".")[0]
    if top == "pelican" and here not in PELICAN:
        return "only the plugin and the build know Pelican"
    if top != "holdkatalog" or there == here:
        return ""
    if there not in HEIGHT:
        return f"{there!r} has no floor"
    if HEIGHT[there] > HEIGHT[here]:
        return f"{there} is on a floor above"
    allowed = (here, there) in BESIDE or (here == "cli" and lazy)
    if HEIGHT[there] == HEIGHT[here] == HEIGHT["cli"] and not allowed:
        return f"{there} is another door"
    return ""


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_imports_go_down_the_floors_only(module: Path) -> None:
    here = room(module)
    found = list(imports(ast.parse(module.read_text("utf-8"))))
    if not here:
        assert not [name for name, _ in found if name.startswith("holdkatalog")]
        return
    assert here in HEIGHT, f"{here!r} needs a floor"
    bad = [f"{name}: {why}" for name, lazy in found if (why := wrong(here, name, lazy=lazy))]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize(
    ("here", "name", "lazy"),
    [
        ("danish", "holdkatalog.model.Club", False),
        ("catalogue", "holdkatalog.cli.main", True),
        ("serve", "holdkatalog.build.build", True),
        ("cli", "holdkatalog.build.build", False),
        ("facets", "pelican.signals", False),
        ("cli", "holdkatalog.cellar.wine", False),
    ],
)
def test_a_forbidden_import_is_found(here: str, name: str, *, lazy: bool) -> None:
    assert wrong(here, name, lazy=lazy)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_only_the_command_prints(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    names = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    writes = re.search(r"sys\.(__)?std(out|err)", module.read_text("utf-8"))
    assert room(module) == "cli" or ("print" not in names and not writes)


@pytest.mark.parametrize("module", MODULES + TESTS, ids=lambda m: str(m.relative_to(ROOT)))
def test_files_and_functions_stay_small(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_the_makefile_measures_the_doors_as_doors() -> None:
    line = re.search(r"^DOORS := (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert line
    measured = {
        re.split(r"[./]", part.removeprefix("*/holdkatalog/"))[0] for part in line[1].split(",")
    }
    assert measured == set(FLOORS["doors"])
