"""How a text must be written so that every YAML reader gives the same text back."""

from __future__ import annotations

import re

import yaml

from holdkatalog.yamlfile.characters import normalise

# `navn:Foo` is refused in a list, since it looks like a field that lacks its space.
_SAFE_START = re.compile(r"(?![^\W\d][\w-]*:\S)(?:[^\W_]|[+(/.])")
_NOT_PLAIN = re.compile(r"[\n\t]|:(?=\s|$)|\s#|^\s|\s$|^---|^\.\.\.")
# A town on its own would be taken for the end of an address that a comma has cut.
_NOT_IN_FLOW = re.compile(r"[,\[\]{}:?#]|^\d{4} [^\W\d]")
# YAML 1.2 reads more numbers than PyYAML's 1.1 does: 012345678, 1e3, 0o17.
_NUMBER = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+")


def meant(text: str) -> str:
    """The text as the loader would give it back, without the line breaks at its end."""
    return normalise(text).rstrip("\n")


def typed(text: str) -> bool:
    """Some YAML reader takes the bare text for a number, a date, yes or no, or nothing."""
    resolvers = yaml.resolver.Resolver.yaml_implicit_resolvers
    known = resolvers.get(text[:1], [])
    return bool(_NUMBER.fullmatch(text)) or any(pattern.match(text) for _, pattern in known)


def bare(text: str, *, flow: bool = False) -> bool:
    """The text may stand without quotes and is read as this very text."""
    if not _SAFE_START.match(text) or _NOT_PLAIN.search(text):
        return False
    return not (flow and _NOT_IN_FLOW.search(text))


def quoted(text: str) -> str:
    """The text in quotes, on one line."""
    if "\n" in text or ("'" in text and '"' not in text and "\\" not in text):
        text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{text}"'
    if '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'


def literal(text: str, indent: int, newline: str = "\n") -> str | None:
    """The text as a block under `|`, indented; None when a block can't hold it."""
    lines = text.split("\n")
    if not lines[0] or lines[0] != lines[0].lstrip() or not lines[-1].strip():
        return None
    return newline.join(["|", *((" " * indent + line) if line else "" for line in lines)])


def written(text: str, *, indent: int, flow: bool, numbers: bool, newline: str = "\n") -> str:
    """The text as YAML: bare if it may be, as a block if it has lines, else quoted.

    `numbers` lets `8` stand bare, for the fields in which it already does.
    """
    if "\n" in text and not flow:
        block = literal(text, indent, newline)
        if block is not None:
            return block
    if bare(text, flow=flow) and (numbers or not typed(text)):
        return text
    return quoted(text)
