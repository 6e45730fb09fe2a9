"""One long-living Node that answers for the site's own modules, a line for a line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from holdkatalog.yamlfile import Plain

SCRIPT = Path(__file__).resolve().parent / "js" / "twins.mjs"


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


def heard(said: str | Sequence[Any] | None) -> Plain:
    """What Node told of a value."""
    if said is None or isinstance(said, str):
        return said
    kind, *rest = said
    return [heard(each) for each in rest] if kind == "l" else {k: heard(v) for k, v in rest}
