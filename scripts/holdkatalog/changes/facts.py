"""What the site says of an offer or a club, as plain lines under the keys of the club's file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from holdkatalog import wording
from holdkatalog.danish import capital, long_date
from holdkatalog.facets.entries import Entry
from holdkatalog.facets.fits import fit_lines, judged, judged_for
from holdkatalog.fields import TABLES
from holdkatalog.model import (
    Answer,
    Club,
    Contact,
    Fact,
    Notice,
    Offer,
    Photo,
    Place,
    Session,
)
from holdkatalog.vocabulary import Vocabulary

Facts = Mapping[str, tuple[str, ...]]
"""The lines by their key, in the order of the page; a key of which nothing is said isn't there."""
CONFIRMED: Final = "bekræftet"
FORMER: Final = "tidligere_id"
NAMES: Final = frozenset({"navn", "forening"})
LISTED: Final = "listed"
"""What no file says itself: whether the offer is on the lists."""
_TITLES: Final = {table.name: {key.name: key.title for key in table.keys} for table in TABLES}


def of_offer(
    entry: Entry, vocabulary: Vocabulary, words: Mapping[str, Any], redrawn: Collection[str]
) -> Facts:
    """What an offer's page says; `redrawn` are the photos that show something else than before."""
    offer = entry.offer
    return _said(
        navn=(offer.name,),
        skabelon=(_concept(offer.template, vocabulary),),
        også_kaldt=offer.also_called,
        aktivitet=(vocabulary.activities[id_].name for id_ in offer.activities),
        slags=() if offer.kind == _usual(offer, vocabulary) else (offer.kind,),
        **{"for": _fits(offer, vocabulary, words["fit"])},
        om=(offer.about,),
        første_gang=(offer.first_time,),
        medbring=(offer.bring,),
        tid=map(_session, offer.sessions),
        gange=(wording.times(offer.times),) if offer.times else (),
        sted=_places(offer.places, vocabulary, words["offer"]),
        område=(_served(one.area, one.note, vocabulary, words) for one in offer.served),
        pris=map(wording.price, offer.prices),
        tilmelding=map(wording.step, offer.steps),
        kontakt=(_contact(one, words) for one in offer.contacts),
        kun_for=map(wording.limit, offer.limits),
        pladser=(wording.seats(offer.seats),) if offer.seats else (),
        anstrengelse=map(wording.effort, offer.efforts),
        turlængde=map(wording.walk, offer.walks),
        ledes_af=map(wording.leader, offer.leaders),
        godt_at_vide=_answers(offer.facts, vocabulary, words["offer"]),
        sprog=(vocabulary.languages[id_].name for id_ in offer.languages),
        sammen_med=offer.partners,
        bagefter=offer.next,
        status=map(wording.state, offer.states),
        **_shared(offer, words, redrawn),
        **{LISTED: () if entry.listed else (words["changes"]["off"],)},
    )


def of_club(club: Club, words: Mapping[str, Any], redrawn: Collection[str]) -> Facts:
    """What a club's own page says, and who keeps its file; `redrawn` as in `of_offer`."""
    return _said(
        forening=(club.name,),
        slags=(club.kind,),
        landsforening=(club.association,),
        om=(club.about,),
        cvr=(club.cvr,),
        kontakt=(_contact(one, words) for one in club.contacts),
        ansvarlig=club.owners,
        **_shared(club, words, redrawn),
    )


def _said(**lines: Iterable[str]) -> Facts:
    found = {key: tuple(line for line in given if line) for key, given in lines.items()}
    return {key: given for key, given in found.items() if given}


def _shared(
    thing: Offer | Club, words: Mapping[str, Any], redrawn: Collection[str]
) -> dict[str, Iterable[str]]:
    """What a club and an offer both have."""
    return {
        "opslag": map(_notice, thing.notices),
        "link": thing.links,
        "foto": _photo(thing.photo, words["changes"]["redrawn"], redrawn),
        **thing.more,
        "oversat": _translated(thing.translations),
        CONFIRMED: (wording.attestation(thing.confirmed),) if thing.confirmed else (),
        FORMER: thing.former_ids,
    }


def _fits(offer: Offer, vocabulary: Vocabulary, words: Mapping[str, str]) -> Iterator[str]:
    for line in fit_lines(offer, vocabulary):
        yield words[line.key].format(names=line.names)
    for one in judged(offer.fits):
        names = judged_for(offer, one, vocabulary)
        key = "judged_for" if names else "judged"
        yield words[key].format(names=names, who=wording.attestation(one))


def _session(found: Session) -> str:
    places = "; ".join(map(wording.place, found.places))
    return _joined(wording.session(found), places, found.pickup, *found.links)


def _concept(id_: str, vocabulary: Vocabulary) -> str:
    concept = vocabulary.concepts.get(id_)
    return concept.name if concept else id_


def _usual(offer: Offer, vocabulary: Vocabulary) -> str:
    """What the offer is taken to be when it doesn't say."""
    return vocabulary.activities[offer.activities[0]].kind


def _places(
    found: Sequence[Place], vocabulary: Vocabulary, words: Mapping[str, str]
) -> Iterator[str]:
    """Each place, and then what it answers, with its name where there are several."""
    for place in found:
        name = f"{wording.place_name(place)}: " if len(found) > 1 else ""
        yield _joined(
            wording.place(place),
            wording.place_note(place),
            place.transport,
            *map(wording.state, place.states),
            *map(_notice, place.notices),
            *place.links,
        )
        yield from (f"{name}{answer}" for answer in _answers(place.facts, vocabulary, words))


def _joined(*parts: str) -> str:
    """Parts as sentences behind each other."""
    said = (part.rstrip(".") for part in parts if part)
    return ". ".join(part if "://" in part else capital(part) for part in said)


def _served(id_: str, note: str, vocabulary: Vocabulary, words: Mapping[str, Any]) -> str:
    area = vocabulary.areas.get(id_)
    return wording.noted(area.name if area else words["wide"][id_], note)


def _contact(found: Contact, words: Mapping[str, Any]) -> str:
    return ", ".join(
        part
        for part in (
            found.role,
            words["contact_for"][found.purpose].lower() if found.purpose else "",
            wording.phone(found.phone),
            found.mail,
            *found.links,
            found.hours,
            found.note,
        )
        if part
    )


def _answers(
    facts: Mapping[str, Fact], vocabulary: Vocabulary, words: Mapping[str, str]
) -> Iterator[str]:
    said = {Answer.YES: words["yes"], Answer.NO: words["no"], Answer.UNKNOWN: words["ask"]}
    for id_, question in vocabulary.questions.items():
        if id_ in facts:
            answer = wording.noted(said[facts[id_].answer], facts[id_].note)
            yield f"{question.question} {answer}"


def _notice(found: Notice) -> str:
    days = [long_date(day) for day in (found.first, found.last) if day]
    return f"{found.note} ({' - '.join(days)})" if days else found.note


def _photo(found: Photo | None, other: str, redrawn: Collection[str]) -> Iterator[str]:
    if found:
        yield f"{found.alt} ({found.file}, {long_date(found.consent)})"
        if found.file in redrawn:
            yield other


def _translated(found: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for language, texts in found.items():
        yield from (f"{language}, {key}: {text}" for key, text in texts.items())


def label(key: str, table: str) -> str:
    """What the form calls a key of the table `club` or `offer`."""
    return _TITLES[table].get(key, key)
