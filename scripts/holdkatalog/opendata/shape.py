"""The shape of the data, which the walk to JSON and the schema share: keys, kinds and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import Any, Final, get_args, get_type_hints

from holdkatalog import model, wording
from holdkatalog.opendata.records import OpenClub, OpenOffer

TAGGED: Final = frozenset((*get_args(model.When), *get_args(model.Span)))
"""Classes that stand where others may stand too, and so say which they are."""
WORDS: Final[Mapping[type, Callable[[Any], str]]] = MappingProxyType(
    {
        **dict.fromkeys(get_args(model.When), wording.when),
        **dict.fromkeys(get_args(model.Span), wording.span),
        model.Attestation: wording.attestation,
        model.Clock: wording.clock,
        model.Effort: wording.effort,
        model.Leader: wording.leader,
        model.Limit: wording.limit,
        model.Place: wording.place,
        model.Price: wording.price,
        model.Seats: wording.seats,
        model.State: wording.state,
        model.Step: wording.step,
        model.Times: wording.times,
        model.Walk: wording.walk,
    }
)
"""Classes that also say in Danish what they say in numbers and fixed words."""
_LEFT_OUT: Final[Mapping[type, frozenset[str]]] = MappingProxyType(
    {
        # A club's offers stand beside it; who keeps its file is between the club and the catalogue.
        OpenClub: frozenset({"offers", "owners", "photo"}),
        # Those on a picture agreed to the site, not to whatever others may do with it.
        OpenOffer: frozenset({"photo"}),
    }
)


@cache
def keys(kind: type) -> Mapping[str, Any]:
    """The keys of a class with the types of their values, in the order of the alphabet."""
    hints = get_type_hints(kind)
    names = {field.name for field in fields(kind)} - _LEFT_OUT.get(kind, frozenset())
    return {name: hints[name] for name in sorted(names)}


def tag(kind: type) -> str:
    """What a class is called in the data: `OnDate` is `on_date`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
