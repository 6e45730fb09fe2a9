"""One club's file as the rules see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from holdkatalog.model import Club, Offer
from holdkatalog.reading import club
from holdkatalog.reading.templates import Templates, whole
from holdkatalog.validation.context import Context
from holdkatalog.validation.guide import Guide, Leaf
from holdkatalog.validation.pen import Path, Pen
from holdkatalog.yamlfile import Document


@dataclass(frozen=True)
class File:
    """A file with what it is judged against; its shape may still be wrong in places."""

    pen: Pen
    context: Context

    @property
    def id(self) -> str:
        """The club's id: the file's name."""
        return club_id(self.pen.document)

    @property
    def values(self) -> Mapping[str, Any]:
        """What the file says; empty when it isn't made of fields."""
        values = self.pen.document.values
        return values if isinstance(values, dict) else {}

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every text the schema knows a kind of."""
        return tuple(self.context.guide.leaves(self.values))

    @cached_property
    def offers(self) -> Mapping[str, Mapping[str, Any]]:
        """The offers that are made of fields, by their key."""
        return offers(self.values)

    @property
    def templates(self) -> Templates:
        """What each template gives an offer."""
        return self.context.vocabulary.templates

    @cached_property
    def told(self) -> Mapping[str, Mapping[str, Any]]:
        """The offers with what they take from their templates."""
        return {key: whole(offer, self.templates) for key, offer in self.offers.items()}

    def path(self, offer: str) -> Path:
        """Where an offer stands."""
        return ("hold", offer)

    @cached_property
    def club(self) -> Club:
        """The club itself; only for a file without errors."""
        return club(self.id, self.values, self.context.shared, self.templates)

    def read_offers(self) -> Iterator[tuple[Path, Offer]]:
        """Each offer as read with the path to it; only for a file without errors."""
        for offer in self.club.offers:
            yield ("hold", offer.id.partition("/")[2]), offer


@dataclass(frozen=True)
class Concepts(File):
    """A file of templates, whose fields are judged as those of an offer are."""

    guide: Guide

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every text the schema of templates knows a kind of."""
        return tuple(self.guide.leaves(self.values))

    @cached_property
    def offers(self) -> Mapping[str, Mapping[str, Any]]:
        """What each template gives, by its id."""
        rows = ((id_, dict(fields(row)).get("hold")) for id_, row in self._rows())
        return {id_: given for id_, given in rows if isinstance(given, dict)}

    def path(self, offer: str) -> Path:
        """Where what a template gives stands."""
        return ("skabeloner", offer, "hold")

    def _rows(self) -> Iterator[tuple[str, Any]]:
        return fields(self.values.get("skabeloner"))


def club_id(document: Document) -> str:
    """The file's name without its folder and ending."""
    return PurePosixPath(document.file.replace("\\", "/")).stem


def offers(values: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The offers that are made of fields, by their key."""
    return {key: offer for key, offer in fields(values.get("hold")) if isinstance(offer, dict)}


def fields(value: object) -> Iterator[tuple[str, Any]]:
    """The keys and values of what should be fields; nothing of anything else."""
    if isinstance(value, dict):
        yield from value.items()


def texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """The text at the path, or each text of a list."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        yield from (((*path, at), item) for at, item in enumerate(value) if isinstance(item, str))
