"""Writes a tree of texts as a file: the way every new file of ours looks.

Values never meet the text around them unquoted: each goes through `quoting.written`, so that the
strict loader gives back what went in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from holdkatalog.yamlfile.nodes import Plain
from holdkatalog.yamlfile.quoting import bare, quoted, typed, written


def dump(values: Mapping[str, Plain], *, numbers: Collection[str] = ()) -> str:
    """The file of these values, in their own order, with a line break at its end.

    Lists and fields stand in block style, two spaces further in. Under a key at the top whose fields
    are themselves made of fields, an empty line comes before the key and between the fields.
    `numbers` are the keys whose value may stand as a bare number. Raises ValueError for an empty
    list, empty fields or a value that isn't text, list or fields.
    """
    blocks = []
    for key, value in values.items():
        apart = isinstance(value, Mapping) and any(isinstance(v, Mapping) for v in value.values())
        if apart and isinstance(value, Mapping):
            lines = [f"{named(key)}:"]
            for at, (inner, under) in enumerate(value.items()):
                lines += ([""] if at else []) + list(_entry(inner, under, 2, numbers))
            blocks.append("\n".join(["", *lines]))
        else:
            blocks.append("\n".join(_entry(key, value, 0, numbers)))
    return "\n".join(blocks).lstrip("\n") + "\n"


def named(key: str) -> str:
    """A key as it must be written."""
    return key if bare(key) and not typed(key) else quoted(key)


def _entry(key: str, value: Plain, indent: int, numbers: Collection[str]) -> Iterator[str]:
    lines = _value(value, indent + 2, numbers, bare_number=key in numbers)
    yield from _joined(f"{' ' * indent}{named(key)}:", value, lines)


def _value(value: Plain, indent: int, numbers: Collection[str], *, bare_number: bool) -> list[str]:
    """The lines of a value: of a text its first goes on the line of the key."""
    if isinstance(value, str):
        return written(value, indent=indent, flow=False, numbers=bare_number).split("\n")
    if not value:
        raise ValueError(f"nothing to write: {value!r}")
    if isinstance(value, Mapping):
        return [line for k, v in value.items() for line in _entry(k, v, indent, numbers)]
    return [
        line for item in value for line in _item(item, indent, numbers, bare_number=bare_number)
    ]


def _item(
    value: Plain, indent: int, numbers: Collection[str], *, bare_number: bool
) -> Iterator[str]:
    lines = _value(value, indent + 2, numbers, bare_number=bare_number)
    if isinstance(value, str):
        yield from _joined(f"{' ' * indent}-", value, lines)
    else:
        # The first field or item of an item stands on the line of its dash.
        yield f"{' ' * indent}- {lines[0].lstrip()}"
        yield from lines[1:]


def _joined(head: str, value: Plain, lines: Sequence[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{head} {lines[0]}"
        yield from lines[1:]
    else:
        yield head
        yield from lines
