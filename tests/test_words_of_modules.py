"""What makes the site holds no words of its own: they stand in the file of words.

All but `wording`, which is no list of words: it builds Danish sentences of times, prices and states.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdkatalog.grammar.facts import STATES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "scripts" / "holdkatalog"
IDS = {"idrætsforening", "følgeskab", "mænd", "pårørende"} | set(STATES)
# What the site is made of; the other doors speak to whoever stands at the terminal.
VIEWS = sorted(
    [*(PACKAGE / "facets").glob("*.py"), *(PACKAGE / "opendata").glob("*.py")]
    + [
        PACKAGE / f"{name}.py"
        for name in (
            "correction",
            "crawlers",
            "icons",
            "markup",
            "pages",
            "plugin",
            "rendering",
            "settings",
        )
    ]
)


def texts(tree: ast.Module) -> Iterator[str]:
    """The texts of a module that are no docstrings."""
    loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in loose:
            yield node.value


@pytest.mark.parametrize("module", VIEWS, ids=lambda m: m.name)
def test_no_module_that_makes_the_site_holds_danish_words(module: Path) -> None:
    found = set(texts(ast.parse(module.read_text("utf-8"))))
    spoken = {text for text in found - IDS if re.search(r"[ÆØÅæøå](?![^\[]*\])| [a-z]{2,} ", text)}
    assert spoken == set()
