"""From the schema of a club's file to the questions of a form: nothing here is said that isn't said there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from holdkatalog.forms.things import Field, Form, Option

Rules = Mapping[str, Any]
Words = Mapping[str, tuple[Option, ...]]
"""The words to choose from, by the name the schema gives each list of them."""

LEFT: Final = ("hold", "steder", "foto", "oversat", "tidligere_id", "bekræftet")
"""Keys that no question asks for; the page says why, in the words of the site."""
_CLUBS: Final = ("hold", "steder")
_AREA: Final = 400
"""Plain words that may be as long as this get more than one line to stand on."""
_FIELDS: Final = ("contact-fields", "place-fields", "time-fields")
_REF: Final = "#/$defs/"


def left_of(form: Form) -> tuple[str, ...]:
    """The keys of `LEFT` that whoever fills in the form may look for."""
    unasked = {"ny-forening": ("hold",), "forening": ()}.get(form.kind, _CLUBS)
    return tuple(key for key in LEFT if key not in unasked)


class Questions:
    """The questions that a schema gives."""

    def __init__(self, schema: Rules, words: Words) -> None:
        self._defs: Rules = schema["$defs"]
        self._schema, self._words = schema, words

    def club(self) -> tuple[Field, ...]:
        """What is asked of a club itself."""
        return tuple(self._each(self._schema, ""))

    def offer(self) -> tuple[Field, ...]:
        """What is asked of an offer."""
        return tuple(self._each(self._defs["offer"], "hold."))

    def place(self) -> tuple[Field, ...]:
        """What is asked of a place of the club's own; the names come after the place's id."""
        return tuple(self._each(self._defs["place-fields"], ""))

    def _each(self, rules: Rules, before: str) -> Iterator[Field]:
        """The questions of a table; one may be spared by the key that the schema's `if` asks for."""
        spares = "".join(f"{before}{key}" for key in rules.get("if", {}).get("required", ()))
        needed = dict.fromkeys(rules.get("required", ()), "")
        needed |= dict.fromkeys(rules.get("else", {}).get("required", ()), spares)
        for key, own in rules["properties"].items():
            if key not in LEFT:
                one = self._field(key, own, f"{before}{key}")
                yield replace(one, required=key in needed, unless=needed.get(key, ""))

    def _field(self, key: str, own: Rules, name: str) -> Field:
        chain = tuple(self._chain(own))
        control = _control(chain)
        form = own["x-form"]
        leaf = next((str(each["x-leaf"]) for each in chain if "x-leaf" in each), "")
        return Field(
            key=key,
            name=name,
            label=form.get("ask", own["title"]),
            title=own["title"],
            help=form.get("hint", own["description"]),
            examples=tuple(_examples(own["examples"], leaf)),
            leaf=leaf,
            control=control,
            group=form["group"],
            short=form["step"] == "kort",
            open=bool(form.get("open")),
            options=self._options(chain),
            inner=tuple(self._inner(chain, control)),
        )

    def _chain(self, rules: Rules) -> Iterator[Rules]:
        """The rules, those they refer to, and so on."""
        yield rules
        if "$ref" in rules:
            name = str(rules["$ref"]).removeprefix(_REF)
            yield from self._chain({"name": name, **self._defs[name]})

    def _options(self, chain: tuple[Rules, ...]) -> tuple[Option, ...]:
        if "enum" in chain[0]:
            return tuple(_choices(chain[0]["enum"]))
        return self._words.get(_list_of(chain), ())

    def _inner(self, chain: tuple[Rules, ...], control: str) -> Iterator[Field]:
        if control not in {"slots", "answers"}:
            return
        for key, own in chain[1]["properties"].items():
            yield self._field(key, own, key)


def _control(chain: tuple[Rules, ...]) -> str:
    own, names = chain[0], {str(each.get("name", "")) for each in chain}
    several = "array" in own.get("type", ())
    if "answers" in names:
        return "answers"
    if names & set(_FIELDS):
        return "slots"
    listed = bool(_list_of(chain))
    if "enum" in own or (listed and not several):
        return "choice"
    if several:
        return "words" if listed else "lines"
    plain = own.get("x-leaf") == "text"
    return "area" if plain and own.get("maxLength", 0) >= _AREA else "line"


def _list_of(chain: tuple[Rules, ...]) -> str:
    """The name of the list of words that it is chosen from, "" for none."""
    return next((str(each["x-words"]) for each in chain if "x-words" in each), "")


def _examples(given: list[object], leaf: str) -> list[str]:
    """What may be written on a line; who sees the form first wants no ids of places."""
    lines = [str(one) for one in given if isinstance(one, str | int)]
    return sorted(lines, key=lambda one: leaf == "place" and one[0].islower())


def _choices(words: tuple[str, ...]) -> Iterator[Option]:
    """The words that are proposed: not those that are only heard, nor the answer of who doesn't know."""
    for word in words:
        if word[0].islower() and word != "ukendt":
            yield Option(word, word)
