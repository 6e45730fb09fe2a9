"""Which pages there are, at which addresses, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from holdkatalog.facets.counted import Counted
from holdkatalog.facets.entries import Entry
from holdkatalog.facets.filtering import Filters
from holdkatalog.model import Attestation, Club, Fit, Limit, Offer, Place, State
from holdkatalog.pages import Page, pages
from small import TODAY, empty


def offer(id_: str, **facts: Any) -> Offer:  # noqa: ANN401 - each has its own
    base = Offer(id=id_, name=id_, activities=("kor",), confirmed=Attestation(TODAY))
    return replace(base, **facts)


def club(*offers: Offer, **facts: Any) -> Club:  # noqa: ANN401 - each has its own
    id_ = offers[0].id.partition("/")[0]
    return replace(Club(id=id_, name=id_.title(), offers=offers), **facts)


def site(*clubs: Club, courses: Iterable[Club] = ()) -> dict[str, Page]:
    made = list(pages(replace(empty(), clubs=clubs, courses=tuple(courses)), TODAY))
    found = {page.path: page for page in made}
    assert len(found) == len(made), "two pages at one address"
    return found


def ids(entries: object) -> list[str]:
    assert isinstance(entries, (list, tuple))
    assert all(isinstance(entry, Entry) for entry in entries)
    return [entry.id for entry in entries]


def on_list(found: dict[str, Page]) -> tuple[Entry, ...]:
    filters = found["hold/"].values["filters"]
    assert isinstance(filters, Filters)
    return filters.entries


def numbers(counted: object) -> dict[str, int]:
    assert isinstance(counted, list)
    assert all(isinstance(one, Counted) for one in counted)
    return {one.id: one.number for one in counted}


def redirects(found: dict[str, Page]) -> dict[str, object]:
    return {p: page.values["to"] for p, page in found.items() if page.template == "flyttet.html"}


def test_a_pages_file_is_its_folders_index_or_itself() -> None:
    assert Page("", "forside.html").file == "index.html"
    assert Page("hold/a/b/", "hold.html").file == "hold/a/b/index.html"
    assert Page("404.html", "404.html").file == "404.html"


def test_everything_has_a_page_at_its_promised_address() -> None:
    found = site(club(offer("vig-if/gang")), courses=[club(offer("kommunen/kol"))])
    vocabulary = empty().vocabulary
    assert list(found)[:3] == ["", "404.html", "hold/"]
    assert set(found) == {
        *("", "404.html", "data/", "hold/", "forening/", "sygdom/", "omraade/"),
        *("aktivitet/", "forloeb/", "was/", "tilmeld/", "papir/"),
        *("hold/vig-if/gang/", "forloeb/kol/", "forening/vig-if/", "forening/kommunen/"),
        *("bekraeft/vig-if/gang/", "bekraeft/kommunen/kol/"),
        *(f"sygdom/{id_}/" for id_ in vocabulary.conditions),
        *(f"sygdom/{id_}/{area}/" for id_ in vocabulary.conditions for area in vocabulary.areas),
        *("gratis/", "dag/mandag/", "dag/tirsdag/", "dag/onsdag/", "dag/torsdag/", "dag/fredag/"),
        *("dag/loerdag/", "dag/soendag/"),
        *(f"omraade/{id_}/" for id_ in vocabulary.areas),
        *(f"aktivitet/{id_}/" for id_ in vocabulary.activities),
        *(f"aktivitet/{id_}/" for id_ in vocabulary.activity_groups),
    }


def test_an_empty_catalogue_still_has_its_lists_and_every_illness() -> None:
    found = site()
    assert found[""].values["number"] == 0
    assert found[""].values["conditions"] == found[""].values["activities"] == []
    assert found["sygdom/kol/"].values["groups"] == ()
    assert found["sygdom/kol/"].values["number"] == 0
    assert found["forloeb/"].values["entries"] == on_list(found) == ()


MADE, SUITS = Fit("kol", made_for=True), Fit("kol", made_for=False)


def test_an_illness_counts_what_is_made_for_it_or_suits_it() -> None:
    found = site(
        club(
            offer("f/a", fits=(MADE,)),
            offer("f/b", fits=(SUITS,)),
            offer("f/c", fits=(Fit("alle-kroniske", made_for=True),)),
            offer("f/d", fits=(MADE,), limits=(Limit("pårørende"),)),
            offer("f/e", fits=(MADE,), states=(State("lukket"),)),
        )
    )
    page = found["sygdom/kol/"]
    assert page.values["number"] == 2
    assert numbers(found[""].values["conditions"]) == {"kol": 2}
    counted = found["sygdom/"].values["counted"]
    assert isinstance(counted, dict)
    assert (counted["kol"].number, counted["astma"].number) == (2, 0)
    assert found[""].values["number"] == 4
    assert ids(on_list(found)) == ["f/a", "f/b", "f/c", "f/d"]
    assert found["hold/f/e/"].template == "hold.html"


def test_an_illness_has_a_page_for_each_area_and_counts_what_is_meant_for_it_there() -> None:
    vig, hoejby = Place(town="Vig", postcode="4560"), Place(town="Højby", postcode="4573")
    kol, all_ = (Fit("kol", made_for=True),), (Fit("alle", made_for=True),)
    found = site(
        club(
            offer("f/a", fits=kol, places=(vig,)),
            offer("f/b", fits=all_, places=(vig,)),
            offer("f/c", fits=kol, places=(hoejby,)),
        )
    )
    near = numbers(found["sygdom/kol/"].values["areas"])
    assert near == {id_: int(id_ in {"vig", "hoejby"}) for id_ in empty().vocabulary.areas}
    beside = numbers(found["sygdom/kol/vig/"].values["near"])
    assert tuple(beside) == empty().vocabulary.areas["vig"].neighbours
    assert beside["hoejby"] == 1
    assert {f"sygdom/kol/{id_}/" for id_ in near} <= found.keys()


def test_each_weekday_has_a_page_and_what_is_free_another() -> None:
    found = site(club(offer("f/a")))
    assert [path for path in found if path.startswith("dag/")] == [
        f"dag/{day}/"
        for day in ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "loerdag", "soendag")
    ]
    assert "gratis/" in found


def test_an_area_counts_what_is_there_and_knows_its_neighbours() -> None:
    vig = Place(town="Vig", postcode="4560")
    found = site(club(offer("f/a", places=(vig,)), offer("f/b", places=(Place(id="online"),))))
    assert numbers(found["omraade/"].values["areas"])["vig"] == 1
    page = found["omraade/vig/"]
    assert tuple(numbers(page.values["near"])) == empty().vocabulary.areas["vig"].neighbours


def test_the_front_page_shows_the_five_with_most_in_the_order_they_have_elsewhere() -> None:
    groups = [id_ for id_ in empty().vocabulary.activity_groups if id_ != "andet"]
    known = empty().vocabulary.activities.values()
    used = [next(a.id for a in known if a.group == id_) for id_ in groups[:6]]
    offers = [offer(f"f/{n}-{m}", activities=(used[n],)) for n in range(6) for m in range(n + 1)]
    shown = numbers(site(club(*offers))[""].values["activities"])
    assert list(shown.items()) == list(zip(groups[1:6], range(2, 7), strict=True))


def test_a_group_of_activities_has_a_page_of_what_is_in_it_unless_an_activity_is_called_the_same() -> (
    None
):
    found = site(club(offer("f/a", activities=("kor",)), offer("f/b", activities=("gaature",))))
    page = found["aktivitet/dans-og-sang/"]
    assert ids(page.values["entries"]) == ["f/a"]
    assert numbers(page.values["inside"])["kor"] == 1
    assert found["aktivitet/andet/"].values["inside"] == ()


def test_activities_stand_below_their_groups_and_those_in_none_come_last() -> None:
    known = empty().vocabulary
    loose = replace(known.activities["kor"], group="ukendt")
    changed = replace(known, activities={**known.activities, "kor": loose})
    made = {p.path: p for p in pages(replace(empty(), vocabulary=changed), TODAY)}
    groups = made["aktivitet/"].values["groups"]
    assert isinstance(groups, tuple)
    shown = [group for group, _ in groups]
    assert shown[:-1] == [g for g in known.activity_groups.values() if g in shown]
    assert groups[-1] == (None, [Counted("kor", known.activities["kor"].name, 0)])
    assert all(each for _, each in groups)


def test_next_steps_are_shown_both_ways_but_not_to_what_is_closed() -> None:
    found = site(
        club(offer("f/a", next=("g/x", "f/lukket")), offer("f/lukket", states=(State("lukket"),))),
        club(offer("g/x"), offer("g/y", next=("g/x",))),
        courses=[club(offer("k/kol", next=("g/x",)))],
    )
    assert ids(found["hold/f/a/"].values["after"]) == ["g/x"]
    assert ids(found["hold/g/x/"].values["before"]) == ["f/a", "g/y", "k/kol"]
    assert ids(found["forloeb/kol/"].values["after"]) == ["g/x"]
    assert ids(found["hold/g/x/"].values["after"]) == []
    assert ids(found["hold/f/lukket/"].values["before"]) == ["f/a"]


def test_courses_have_a_list_of_their_own_without_those_closed_for_good() -> None:
    courses = club(offer("k/b"), offer("k/a"), offer("k/c", states=(State("lukket"),)))
    found = site(club(offer("f/x")), courses=[courses])
    assert ids(found["forloeb/"].values["entries"]) == ["k/a", "k/b"]
    assert ids(on_list(found)) == ["f/x", "k/a", "k/b"]
    assert found["forloeb/c/"].template == "hold.html"


def test_clubs_stand_in_the_alphabet_each_with_all_its_offers() -> None:
    found = site(
        club(offer("f/a"), offer("f/b", states=(State("lukket"),)), name="Ørne"),
        club(offer("g/x"), name="Bier"),
    )
    assert numbers(found["forening/"].values["clubs"]) == {"g": 1, "f": 1}
    assert list(numbers(found["forening/"].values["clubs"])) == ["g", "f"]
    assert ids(found["forening/f/"].values["entries"]) == ["f/a", "f/b"]


def test_a_former_id_of_an_offer_leads_to_it() -> None:
    found = site(club(offer("f/a", former_ids=("b", "g/c"))))
    assert redirects(found) == {"hold/f/b/": "hold/f/a/", "hold/g/c/": "hold/f/a/"}
    assert found["hold/g/c/"].values["name"] == "f/a"


def test_a_former_id_of_a_club_leads_to_it_and_to_each_of_its_offers() -> None:
    found = site(club(offer("f/a", former_ids=("b", "g/c")), former_ids=("g",), name="Foreningen"))
    assert redirects(found) == {
        "forening/g/": "forening/f/",
        "hold/f/b/": "hold/f/a/",
        "hold/g/a/": "hold/f/a/",
        "hold/g/b/": "hold/f/a/",
        "hold/g/c/": "hold/f/a/",
    }
    assert found["forening/g/"].values["name"] == "Foreningen"


def test_an_offers_own_former_id_stands_before_its_clubs() -> None:
    moved_here = club(offer("f/a", former_ids=("g/x",)))
    found = site(moved_here, club(offer("h/x"), former_ids=("g",)))
    assert redirects(found)["hold/g/x/"] == "hold/f/a/"


def test_a_course_leads_on_from_its_own_former_address_only() -> None:
    course = club(offer("k/a", former_ids=("b", "f/c")), former_ids=("l",))
    assert redirects(site(courses=[course])) == {
        "forening/l/": "forening/k/",
        "forloeb/b/": "forloeb/a/",
        "hold/f/c/": "forloeb/a/",
    }
