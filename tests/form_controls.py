"""What a browser would find in a form's page: its controls with what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Any

Plain = Any


@dataclass
class Control:
    """One control outside of the templates for more lines: `on` is whether a box or a radio is ticked."""

    tag: str
    name: str
    attrs: dict[str, str | None]
    value: str = ""
    on: bool = True


@dataclass
class _Reader(HTMLParser):
    found: list[Control] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    templates: int = 0
    into: list[str] | None = None
    area: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "template":
            self.templates += 1
        if self.templates:
            return
        if given.get("class") == "hk-field__label":
            self._texts(self.labels)
        if given.get("class") == "hk-field__hint":
            self._texts(self.hints)
        self.area = tag == "textarea"
        if tag in {"input", "textarea", "select"}:
            box = given.get("type") in {"checkbox", "radio"}
            value = given.get("value") or ""
            on = "checked" in given or not box
            self.found.append(Control(tag, given.get("name") or "", given, value, on))
        if tag == "option" and "selected" in given and self.found[-1].tag == "select":
            self.found[-1].value = given.get("value") or ""

    def _texts(self, place: list[str]) -> None:
        place.append("")
        self.into = place

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self.templates -= 1
        self.area = False
        if tag in {"label", "legend", "p"}:
            self.into = None

    def handle_data(self, data: str) -> None:
        if self.templates:
            return
        if self.area:
            self.found[-1].value += data
        if self.into:
            self.into[-1] += data


@cache
def read(html: str) -> _Reader:
    """The page's controls, the labels of its questions and their hints."""
    reader = _Reader()
    reader.feed(html)
    return reader


def controls(html: str) -> list[Control]:
    """The controls of the page that have a name."""
    return [one for one in read(html).found if one.name and not one.name.startswith("_")]


def stands(found: list[Control], name: str) -> Plain:
    """The value of the key with that name, as the controls have it; None for nothing at all."""
    own = [one.value for one in found if one.name == name and one.on and one.value]
    inner = sorted(
        {
            one.name.removeprefix(f"{name}.").partition(".")[0]
            for one in found
            if one.name.startswith(f"{name}.")
        }
    )
    if inner and all(step.isdecimal() for step in inner):
        slots = [stands(found, f"{name}.{n}") for n in sorted(map(int, inner))]
        return _bare([one for one in slots if one])
    if inner:
        words = _answers(found, name) if f"{name}.{inner[0]}.ord" in {c.name for c in found} else {}
        rest = {} if words else {step: stands(found, f"{name}.{step}") for step in inner}
        return {key: value for key, value in {**words, **rest}.items() if value} or None
    return _bare(own)


def _answers(found: list[Control], name: str) -> dict[str, str]:
    answers: dict[str, str] = {}
    for one in found:
        if one.name.startswith(f"{name}.") and one.value and one.on:
            key = one.name.removeprefix(f"{name}.").partition(".")[0]
            answers[key] = f"{answers[key]}, {one.value}" if key in answers else one.value
    return answers


def _bare(values: list[Plain]) -> Plain:
    """A list of one is its only item, as the format has it."""
    return None if not values else values[0] if len(values) == 1 else values


def same(one: Plain, other: Plain) -> bool:
    """Whether a file's value and a form's are the same; fixed words are ticked in the list's order."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[k], other[k]) for k in one)
    return bool(_single(one) == _single(other))


def _single(value: Plain) -> Plain:
    return value[0] if isinstance(value, list) and len(value) == 1 else value
