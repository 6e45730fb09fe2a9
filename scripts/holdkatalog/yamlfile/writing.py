"""Writes a tree of texts as a file: the way every new file of ours looks.

Values never meet the text around them unquoted: each goes through `quoting.written`, so that the
strict loader gives back what went in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from holdkatalog.yamlfile.nodes import Plain
from holdkatalog.yamlfile.quoting import bare, meant, quoted, typed, written


def dump(values: Mapping[str, Plain], *, numbers: Collection[str] = ()) -> str:
    """The file of these values, in their own order, with a line break at its end.

    Lists and fields stand in block style, two spaces further in. Under a key at the top whose fields
    are themselves made of fields, an empty line comes before the key and between the fields.
    `numbers` are the keys whose value may stand as a bare number. Raises ValueError for an empty
    list, empty fields or a value that isn't text, list or fields.
    """
    lines = [line for key, value in values.items() for line in topmost(key, value, numbers)]
    return "\n".join(lines).lstrip("\n") + "\n"


def topmost(key: str, value: Plain, numbers: Collection[str]) -> list[str]:
    """The lines of a key at the top, with the empty lines that its fields need around them."""
    if not isinstance(value, Mapping) or not apart(value):
        return entry(key, value, 0, numbers)
    lines = ["", f"{named(key)}:"]
    for at, (inner, under) in enumerate(value.items()):
        lines += ([""] if at else []) + entry(inner, under, 2, numbers)
    return lines


def apart(fields: Mapping[str, Plain]) -> bool:
    """Whether fields below a key at the top are so large that an empty line stands between them."""
    return any(isinstance(value, Mapping) for value in fields.values())


def named(key: str, *, flow: bool = False) -> str:
    """A key as it must be written."""
    return key if bare(key, flow=flow) and not typed(key) else quoted(key)


def entry(key: str, value: Plain, indent: int, numbers: Collection[str]) -> list[str]:
    """The lines of a key with its value, the key so many spaces in."""
    lines = below(value, indent + 2, numbers, bare_number=key in numbers)
    return list(_joined(f"{' ' * indent}{named(key)}:", value, lines))


def below(value: Plain, indent: int, numbers: Collection[str], *, bare_number: bool) -> list[str]:
    """The lines of a value: of a text its first goes on the line of the key."""
    if isinstance(value, str):
        text = written(meant(value), indent=indent, flow=False, numbers=bare_number)
        return text.split("\n")
    if not value:
        raise ValueError(f"nothing to write: {value!r}")
    if isinstance(value, Mapping):
        return [line for k, v in value.items() for line in entry(k, v, indent, numbers)]
    return [line for each in value for line in item(each, indent, numbers, bare_number=bare_number)]


def item(value: Plain, indent: int, numbers: Collection[str], *, bare_number: bool) -> list[str]:
    """The lines of an item of a list, its dash so many spaces in."""
    lines = below(value, indent + 2, numbers, bare_number=bare_number)
    if isinstance(value, str):
        return list(_joined(f"{' ' * indent}-", value, lines))
    # The first field or item of an item stands on the line of its dash.
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]


def inline(value: Plain, numbers: Collection[str], *, bare_number: bool) -> str:
    """The value on one line, as it must be written within brackets or braces."""
    if isinstance(value, str):
        return written(meant(value), indent=0, flow=True, numbers=bare_number)
    if not value:
        raise ValueError(f"nothing to write: {value!r}")
    if isinstance(value, Mapping):
        return f"{{{', '.join(pairs(value, numbers))}}}"
    return f"[{', '.join(inline(v, numbers, bare_number=bare_number) for v in value)}]"


def pairs(fields: Mapping[str, Plain], numbers: Collection[str]) -> Iterator[str]:
    """Each field as it must be written within braces."""
    for key, value in fields.items():
        yield f"{named(key, flow=True)}: {inline(value, numbers, bare_number=key in numbers)}"


def _joined(head: str, value: Plain, lines: Sequence[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{head} {lines[0]}"
        yield from lines[1:]
    else:
        yield head
        yield from lines
