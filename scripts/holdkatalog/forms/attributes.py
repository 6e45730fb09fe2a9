"""What a control says of itself to a browser, to its keyboard and to our scripts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from markupsafe import Markup

from holdkatalog.forms.things import Field

ANOTHER: Final = "{n}"
"""Stands for the number in the name of a line that isn't there yet."""
_KEYBOARDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({
    "phone": {"type": "tel", "autocomplete": "tel"},
    "mail": {"inputmode": "email", "autocomplete": "email", "autocapitalize": "off"},
    "link": {"inputmode": "url", "autocapitalize": "off"},
    "place": {"list": "steder"},
    "id": {"list": "steder", "autocapitalize": "off"},
})  # fmt: skip
"""By the kind of value; a mail is checked by our own sentences, so a browser's own are not asked for."""
_AREA: Final = ("list", "type", "inputmode")
"""What only a single line may say."""


@cache
def attributes(field: Field, *, area: bool = False) -> Markup:
    """The attributes of a line, or of an area, to write on."""
    said = {"data-key": field.key, "data-leaf": field.leaf}
    said |= {"data-example": field.examples[0]} if field.examples else {}
    keyboard = _KEYBOARDS.get(field.leaf, {})
    said |= {name: value for name, value in keyboard.items() if not (area and name in _AREA)}
    text = Markup("").join(Markup(' {}="{}"').format(*pair) for pair in said.items() if pair[1])
    return text + Markup(" required") if field.required else text


def described(id_: str) -> str:
    """The ids of the hint and of the mistake that belong to a control."""
    return f"{id_}-hjaelp {id_}-fejl"
