"""Ids and what points at them: former addresses, other offers, other clubs, photos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from holdkatalog.errors import Problem
from holdkatalog.grammar.facts import PARTNER
from holdkatalog.suggest import nearest
from holdkatalog.validation.file import File, fields, offers, texts
from holdkatalog.validation.pen import Path


def former_ids(file: File) -> Iterator[Problem]:
    """A former address isn't in use, and leads to one place only."""
    context, own = file.context, {file.id, *(f"{file.id}/{offer}" for offer in file.offers)}
    for path, former, owner in claimed(file.id, file.values):
        others = set(context.former.get(former, ())) - {owner}
        if former in own or former in context.clubs or former in context.offers:
            yield file.pen.at("former-id-in-use", path, value=former)
        elif others:
            yield file.pen.at("former-id-twice", path, value=former, other=min(others))


def claimed(club: str, values: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
    """Every former id of a club's file in full, with its path and the id that has it now."""
    for path, former in texts(values.get("tidligere_id"), ("tidligere_id",)):
        yield path, former, club
    for key, offer in offers(values).items():
        for path, former in texts(offer.get("tidligere_id"), ("hold", key, "tidligere_id")):
            yield path, former if "/" in former else f"{club}/{former}", f"{club}/{key}"


def unknown_offers(file: File) -> Iterator[Problem]:
    """An offer of the same file that one may go on to is there."""
    for path, written, full in _nexts(file):
        if full.startswith(f"{file.id}/") and full.partition("/")[2] not in file.offers:
            meant = nearest(full.partition("/")[2], file.offers)
            facts = (
                {"suggestion": f'"{meant}"', "line": file.pen.line(path, meant)} if meant else {}
            )
            known = {} if meant else {"list": ", ".join(file.offers)}
            yield file.pen.at("unknown-offer", path, value=written, facts={**facts, **known})


def broken_references(file: File) -> Iterator[Problem]:
    """An offer or club of another file is there; else the link is left out, and nothing more."""
    for path, written, full in _nexts(file):
        if not full.startswith(f"{file.id}/") and full not in file.context.offers:
            yield file.pen.at("broken-reference", path, value=written)
    for offer, values in file.offers.items():
        for path, partner in texts(values.get("sammen_med"), ("hold", offer, "sammen_med")):
            found = PARTNER.match(partner)
            id_ = found is not None and not PARTNER.is_sentence(partner) and partner != "ukendt"
            if id_ and partner != file.id and partner not in file.context.clubs:
                yield file.pen.at("broken-reference", path, value=partner)


def _nexts(file: File) -> Iterator[tuple[Path, str, str]]:
    for offer, values in file.offers.items():
        for path, text in texts(values.get("bagefter"), ("hold", offer, "bagefter")):
            yield path, text, text if "/" in text else f"{file.id}/{text}"


def missing_photos(file: File) -> Iterator[Problem]:
    """A photo's file is in the folder of photos."""
    places: list[tuple[Path, object]] = [(("foto",), file.values.get("foto"))]
    places += [(("hold", key, "foto"), values.get("foto")) for key, values in file.offers.items()]
    for path, photo in places:
        name = dict(fields(photo)).get("fil")
        if isinstance(name, str) and name not in file.context.photos:
            meant = nearest(name, file.context.photos)
            facts = {"suggestion": f'"{meant}"'} if meant else {}
            yield file.pen.at("photo-missing", (*path, "fil"), facts=facts)
