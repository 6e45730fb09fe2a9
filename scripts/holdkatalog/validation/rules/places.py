"""Places: that they are there, hang together, and are whole."""

from __future__ import annotations

from collections.abc import Iterator

from holdkatalog.danish import fold
from holdkatalog.errors import Problem
from holdkatalog.grammar.words import FIXED_PLACES
from holdkatalog.reading.places import is_address, reference
from holdkatalog.suggest import suggest
from holdkatalog.validation.file import File, fields
from holdkatalog.validation.pen import Path
from holdkatalog.validation.rules.words import offered

_NO_IDS = frozenset((*FIXED_PLACES, "ukendt"))


def unknown_places(file: File) -> Iterator[Problem]:
    """A place that is named by its id is one of the file's own or of the municipality's."""
    known = _known(file)
    for leaf in file.leaves:
        inside = leaf.path[-1] == "ligger_i"
        if not inside and (leaf.kind != "place" or is_address(leaf.text)):
            continue
        id_ = leaf.text.strip() if inside else reference(leaf.text)
        if id_ and id_ not in known and (inside or id_ not in _NO_IDS):
            yield _unknown(file, leaf.path, leaf.text, id_)


def _known(file: File) -> dict[str, tuple[str, ...]]:
    own = {key: _named(value) for key, value in fields(file.values.get("steder"))}
    return {**{id_: (place.name,) for id_, place in file.context.shared.items()}, **own}


def named_places(file: File) -> Iterator[Problem]:
    """A place that is called by its name instead of its id is shown as words alone, without a town."""
    called = {fold(name): id_ for id_, names in _known(file).items() for name in names}
    for leaf in file.leaves:
        if leaf.kind != "place" or is_address(leaf.text) or reference(leaf.text):
            continue
        name, comma, note = leaf.text.partition(", ")
        if meant := called.get(fold(name)):
            line = file.pen.line(leaf.path, f"{meant}{comma}{note}")
            yield file.pen.at("looks-like-place", leaf.path, part=name, value=name, line=line)


def _named(value: object) -> tuple[str, ...]:
    name = dict(fields(value)).get("navn")
    return (name,) if isinstance(name, str) else ()


def _unknown(file: File, path: Path, text: str, id_: str) -> Problem:
    known = _known(file)
    meant = suggest(id_, known)
    facts = offered(meant, known)
    if len(meant) == 1:
        note = text.partition(", ")[2]
        facts["line"] = file.pen.line(path, f"{meant[0]}, {note}" if note else meant[0])
    return file.pen.at("unknown-place", path, part=id_, value=id_, facts=facts)


def rings(file: File) -> Iterator[Problem]:
    """No room lies in itself, straight or by way of others."""
    inside = {
        key: dict(fields(value)).get("ligger_i") for key, value in fields(file.values.get("steder"))
    }
    for key in inside:
        chain = [key]
        while isinstance(step := inside.get(chain[-1]), str) and step not in chain:
            chain.append(step)
        if inside.get(chain[-1]) == key:
            first, *others = (f'"{each}"' for each in (*chain, key))
            way = f"{first} ligger i {', som ligger i '.join(others)}"
            yield file.pen.at("place-in-itself", ("steder", key, "ligger_i"), way=way)


def reserved_ids(file: File) -> Iterator[Problem]:
    """`online`, `telefon` and `hjemme` mean the same in every file."""
    for key, _ in fields(file.values.get("steder")):
        if key in FIXED_PLACES:
            yield file.pen.at("reserved-place", ("steder", key), key=True, value=key)
