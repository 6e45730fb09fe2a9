"""One long-living Node that answers for the site's own modules, a line for a line."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from holdkatalog.yamlfile import Plain

EXAMPLES = Path(__file__).resolve().parent / "examples" / "form"
SCRIPT = Path(__file__).resolve().parent / "js" / "twins.mjs"


def _old(letter: str) -> bool:
    return unicodedata.ucd_3_2_0.category(letter) == unicodedata.category(letter)


LETTERS = st.characters(exclude_categories=["Cs", "Cn"]).filter(_old)
"""Letters that every Python and every Node know alike: new ones come each year."""


def examples(name: str) -> Any:  # noqa: ANN401 - a tree of texts
    """The cases of a file. Some of them are about what our own strict loader refuses."""
    text = (EXAMPLES / f"{name}.yaml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts and nothing else


class Twin:
    """The browser's modules, asked from Python."""

    def __init__(self, node: subprocess.Popen[bytes]) -> None:
        self._node = node

    def ask(self, call: str, *given: Any) -> Any:  # noqa: ANN401 - whatever the function takes and gives
        """What the function says; an AssertionError with its own words when it throws."""
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps({"call": call, "given": given}).encode() + b"\n")
        self._node.stdin.flush()
        answer = json.loads(self._node.stdout.readline())
        if "threw" in answer:
            raise AssertionError(answer["threw"])
        return answer.get("said")


@contextmanager
def twin(node: str) -> Iterator[Twin]:
    """Start Node, and end it."""
    with subprocess.Popen([node, SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        try:
            yield Twin(running)
        finally:
            running.kill()


def told(value: Plain) -> Any:  # noqa: ANN401 - JSON
    """A value as Node is told of it: JSON's own fields would lose their order there."""
    if isinstance(value, dict):
        return ["m", *([key, told(under)] for key, under in value.items())]
    return ["l", *map(told, value)] if isinstance(value, list) else value


def heard(said: str | list[Any] | None) -> Plain:
    """What Node told of a value."""
    if not isinstance(said, list):
        return said
    rest = said[1:]
    return [heard(each) for each in rest] if said[0] == "l" else {k: heard(v) for k, v in rest}
