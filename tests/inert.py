"""What a forge would make something of: so that a test can see that nothing of a stranger's does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

_ACTIVE = {"html_block", "html_inline", "link_open", "image", "table_open"}


def active(markdown: str) -> set[str]:
    """The kinds of things in a text that a forge would make something of."""
    tokens = MarkdownIt("js-default", {"html": True, "linkify": False}).parse(markdown)
    found = {token.type for token in tokens}
    inside = {child.type for token in tokens for child in token.children or ()}
    return (found | inside) & _ACTIVE


def plain(markdown: str) -> str:
    """All text that stands outside code, where a forge looks for mentions and addresses."""
    tokens = MarkdownIt("js-default", {"html": True, "linkify": False}).parse(markdown)
    children = [child for token in tokens for child in token.children or ()]
    return " ".join(child.content for child in children if child.type == "text")


def orders(log: str) -> Iterator[tuple[str, str]]:
    """Each order that a runner takes from a log, as actions/runner reads it: name, and the rest of the line."""
    stopped = ""
    for line in re.split(r"\r\n|\r|\n", log):
        found = re.match(r"\s*::([^\s:]+)(.*)", line) or re.search(r"##\[([^\s\]]+)(.*)", line)
        if stopped:
            stopped = "" if found and found[1] == stopped else stopped
        elif found:
            if found[1] == "stop-commands":
                stopped = found[2].removeprefix("::")
            yield found[1], found[2]
