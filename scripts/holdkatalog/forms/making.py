"""Every form of the site: which questions it asks, in which order, and what its club's file says already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from textwrap import shorten
from types import MappingProxyType
from typing import Any, Final, Literal

from holdkatalog.catalogue import Catalogue
from holdkatalog.danish import slug
from holdkatalog.forms.questions import Questions
from holdkatalog.forms.things import Field, Filled, Form, Option, Section
from holdkatalog.forms.words import schema_of, words_of
from holdkatalog.model import Club
from holdkatalog.yamlfile import Document, Plain

NEW = "tilmeld/"
"""Where a new club begins."""
_INHERITED = ("kontakt", "periode", "fri")
"""What an offer has from its club when it says nothing of its own."""
_LONGEST = 120
"""As many characters of a text that is inherited are enough to know it by."""
Values = Mapping[str, Any]
Origin = Literal["", "club", "template"]
_NOTHING: Final[Mapping[str, tuple[Origin, Plain]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """The questions, made once, and the forms that ask them."""

    club: tuple[Field, ...]
    offer: tuple[Field, ...]
    place: tuple[Field, ...]
    shared: tuple[Option, ...]
    templates: Mapping[str, Values]

    def new_club(self) -> Form:
        """The form for a club that isn't on the site: of its own it asks the least, for the rest of the offer."""
        short, more = _split(_filled(self.club, {}))
        own = _split(_filled(self.offer, {}))
        sections = (
            Section("foreningen", "", short=True, fields=short),
            Section("holdet", "", short=True, fields=own[0]),
            *_groups(own[1]),
            Section("mere-om-foreningen", "", short=False, fields=more),
        )
        return Form(kind="ny-forening", path=NEW, sections=sections, shared=self.shared)

    def new_offer(self, club: Club, source: Document) -> Form:
        """The form for one more offer of a club."""
        return self._offer(
            club, source, Form(kind="nyt-hold", path=f"{NEW}{club.id}/", sections=())
        )

    def change_offer(self, club: Club, source: Document, key: str, name: str) -> Form:
        """The form that changes an offer."""
        begun = Form(kind="hold", path=f"ret/{club.id}/{key}/", sections=(), offer=(key, name))
        return self._offer(club, source, begun)

    def change_club(self, club: Club, source: Document) -> Form:
        """The form that changes what a club says of itself, its places too."""
        values = _values(source)
        short, more = _split(_filled(self.club, values))
        sections = (
            Section("foreningen", "", short=True, fields=short),
            *_groups(more),
            *self._places(values.get("steder")),
        )
        begun = Form(kind="forening", path=f"ret/{club.id}/", sections=sections)
        return self._about(begun, club, source)

    def _offer(self, club: Club, source: Document, begun: Form) -> Form:
        head = _values(source)
        own = _fields(_fields(head.get("hold")).get(begun.offer[0]))
        given = self.templates.get(str(own.get("skabelon")), {})
        inherited: dict[str, tuple[Origin, Plain]] = {
            key: ("club", head[key]) for key in _INHERITED if key in head
        }
        inherited |= {key: ("template", value) for key, value in given.items()}
        lacking = {key: value for key, value in inherited.items() if key not in own}
        short, more = _split(_filled(self.offer, own, lacking))
        sections = (Section("holdet", "", short=True, fields=short), *_groups(more))
        return self._about(replace(begun, sections=sections), club, source)

    def _about(self, form: Form, club: Club, source: Document) -> Form:
        offers = tuple(_fields(_values(source).get("hold")))
        places = tuple(Option(id_, one.name or id_) for id_, one in club.places.items())
        return replace(
            form,
            club=(club.id, club.name),
            offers=offers,
            places=places,
            shared=self.shared,
            source=source,
        )

    def _places(self, places: Plain) -> Iterator[Section]:
        for id_, value in _fields(places).items():
            name = f"steder.{id_}"
            if isinstance(value, dict):
                fields = [replace(one, name=f"{name}.{one.key}") for one in self.place]
                filled = tuple(Filled(one, value.get(one.key)) for one in fields)
                title = str(value.get("navn") or id_)
            else:
                line = _line(self.place, name)
                filled, title = (Filled(line, value),), str(value or id_).partition(",")[0]
            yield Section(slug(name), title, short=False, fields=filled)


def forms_of(catalogue: Catalogue) -> Iterator[Form]:
    """All forms: the first is that of a new club, the others come club by club."""
    made = questions_of(catalogue)
    yield made.new_club()
    for club in catalogue.clubs:
        source = catalogue.sources.get(club.id)
        if source is not None:
            yield made.new_offer(club, source)
            yield made.change_club(club, source)
            for offer in club.offers:
                key = offer.id.partition("/")[2]
                yield made.change_offer(club, source, key, offer.name)


def questions_of(catalogue: Catalogue) -> Forms:
    """The questions in the municipality's own words."""
    schema = schema_of(catalogue.vocabulary, catalogue.places)
    words = words_of(schema, catalogue.vocabulary, catalogue.clubs)
    asked = Questions(schema, words)
    templates = {id_: one.given for id_, one in catalogue.vocabulary.concepts.items()}
    return Forms(asked.club(), asked.offer(), asked.place(), words["place"], templates)


def _filled(
    fields: Iterable[Field],
    values: Values,
    inherited: Mapping[str, tuple[Origin, Plain]] = _NOTHING,
) -> Iterator[Filled]:
    for one in fields:
        origin, given = inherited.get(one.key, ("", None))
        told = tuple(_told(given, _names(one)))
        yield Filled(one, values.get(one.key), told, origin if told else "")


def _split(filled: Iterable[Filled]) -> tuple[tuple[Filled, ...], tuple[Filled, ...]]:
    """What is asked at once, and what is unfolded."""
    each = tuple(filled)
    return tuple(f for f in each if f.field.short), tuple(f for f in each if not f.field.short)


def _groups(filled: Iterable[Filled]) -> Iterator[Section]:
    """The questions under their headings, in the order in which these come first."""
    found: dict[str, list[Filled]] = {}
    for one in filled:
        found.setdefault(one.field.group, []).append(one)
    for title, inside in found.items():
        yield Section(f"mere-{slug(title)}", title, short=False, fields=tuple(inside))


def _line(place: tuple[Field, ...], name: str) -> Field:
    """A place that is written on one line."""
    whole = next(one for one in place if one.key == "adresse")
    return replace(whole, key="sted", name=name, leaf="place", control="line")


def _names(field: Field) -> Mapping[str, str]:
    """What the words of a file are called in the form: fixed words, and the questions of guests."""
    options = {one.word: one.name for one in field.options}
    return options | {one.key: one.label for one in field.inner if field.control == "answers"}


def _told(value: Plain, names: Mapping[str, str]) -> Iterator[str]:
    """A value in few words."""
    if isinstance(value, dict):
        each = {key: ", ".join(_told(inner, {})) for key, inner in value.items()}
        yield ", ".join(
            f"{names[key]} {text}" if key in names else text for key, text in each.items()
        )
    elif isinstance(value, list):
        for inner in value:
            yield from _told(inner, names)
    elif value:
        yield shorten(names.get(value, value), _LONGEST, placeholder="\N{HORIZONTAL ELLIPSIS}")


def _values(source: Document) -> Values:
    return _fields(source.values)


def _fields(value: Plain) -> dict[str, Plain]:
    return value if isinstance(value, dict) else {}
