"""Two people's changes of one file brought together, and what becomes of a file that was sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdkatalog.post import Verdict, answer, judged, message, opened, submission
from holdkatalog.post.differences import changes, merged
from holdkatalog.yamlfile import Plain, blob, dump, read
from holdkatalog.yamlfile.changing import same, solid
from inbox_cases import EXAMPLES, OFFICE, WORDS, Before, before, now

VIG = (EXAMPLES / "clubs" / "vig-stavgaengere.yaml").read_text("utf-8")
OLD = (EXAMPLES / "editions" / "vig-stavgaengere.yaml").read_text("utf-8")
WRITTEN = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)

texts = st.sampled_from(["a", "b", "12", "gratis, kaffe", "ja"])
keys = st.sampled_from(["navn", "tid", "pris", "kol"])
leaves = st.one_of(texts, st.lists(texts, min_size=1, max_size=3))
fields = st.dictionaries(keys, leaves, min_size=1, max_size=4)
files = st.dictionaries(keys, st.one_of(leaves, fields), min_size=1, max_size=4)


def become(text: str, name: str = "vig-stavgaengere.yaml", past: Before | None = None) -> Verdict:
    return judged(submission(name, text), now(), past or before(), written=WRITTEN)


def with_edition(text: str, edition: str) -> Verdict:
    sent = replace(submission("vig-stavgaengere.yaml", text), editions=(blob(edition.encode()),))
    return judged(sent, now(), before(), written=WRITTEN)


@given(base=files, theirs=files)
def test_who_sends_into_a_file_that_nobody_has_touched_gets_what_was_sent(
    base: dict[str, Plain], theirs: dict[str, Plain]
) -> None:
    found = merged(base, theirs, read("x.yaml", dump(base).encode()))
    assert found.conflicts == ()
    assert same(solid(read("x.yaml", found.text.encode()).values), solid(theirs))


@given(base=files, ours=files)
def test_who_sends_the_old_file_changes_nothing(
    base: dict[str, Plain], ours: dict[str, Plain]
) -> None:
    today = dump(ours)
    assert merged(base, base, read("x.yaml", today.encode())).text == today


@given(base=files, theirs=files, ours=files)
def test_each_field_is_theirs_where_only_they_changed_it_and_stays_where_both_did(
    base: dict[str, Plain], theirs: dict[str, Plain], ours: dict[str, Plain]
) -> None:
    found = merged(base, theirs, read("x.yaml", dump(ours).encode()))
    told = {change.path for change in found.conflicts}
    result = read("x.yaml", found.text.encode())
    assert result.problems == () or found.text.strip() == ""
    for path, _, after in changes(base, theirs):
        here: Plain = solid(result.values)
        for step in path:
            here = here.get(str(step)) if isinstance(here, dict) else None
        assert path in told or same(here, solid(after))
    for change in found.conflicts:
        assert not same(change.before, change.after)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ({"a": {"x": "1", "y": "2"}}, {"b": "1"}),
        ({"a": {"x": "1", "y": "2"}}, {"a": "1"}),
        ({}, {"a": {"x": "9"}}),
        ({"a": {"x": "2"}}, {"a": {"x": "3"}}),
    ],
)
def test_what_both_have_changed_stays_and_is_told(
    theirs: dict[str, Plain], ours: dict[str, Plain]
) -> None:
    today = dump(ours)
    found = merged({"a": {"x": "1"}}, theirs, read("x.yaml", today.encode()))
    assert (found.text, len(found.conflicts)) == (today, 1)


def test_a_change_of_one_field_is_one_line_though_others_have_changed_the_file() -> None:
    found = with_edition(OLD.replace("tirsdag 10.00", "onsdag 10.00"), OLD)
    assert found.text == VIG.replace("tirsdag 10.00", "onsdag 10.00")
    assert (found.state, found.mixed, found.edited) == ("changed", True, None)


def test_a_number_that_is_sent_stays_as_bare_as_it_was() -> None:
    found = with_edition(OLD.rstrip("\n") + "\n    pladser: 12\n", OLD)
    assert found.mixed
    assert "\n    pladser: 12\n" in found.text


def test_who_was_sent_the_newest_edition_replaces_it_with_all_remarks() -> None:
    sent = VIG.replace("# ikke i regnvejr", "# altid").replace("gratis", "10 kr. pr. gang")
    found = with_edition(sent, VIG)
    assert (found.text, found.mixed, found.conflicts) == (sent, True, ())


def test_an_edition_that_cannot_be_read_or_that_nobody_knows_is_no_help() -> None:
    sent = VIG.replace("gratis", "10 kr. pr. gang")
    broken = Before({f"vig-stavgaengere {'a' * 40}": b"a: [\n"})
    one = replace(submission("vig-stavgaengere.yaml", sent), editions=("a" * 40, "b" * 40))
    found = judged(one, now(), broken, written=WRITTEN)
    assert (found.text, found.mixed) == (sent, False)


def test_a_conflict_about_everything_changes_nothing_and_is_told() -> None:
    found = with_edition(OLD.replace("20 kr. pr. gang", "25 kr. pr. gang"), OLD)
    assert (found.state, found.text) == ("same", "")
    told = answer(opened(b""), [found], (), OFFICE, name="id").text
    assert WORDS["same"] not in told
    assert "  I dag: gratis\n  Hos dig: 25 kr. pr. gang\n" in told


def test_what_is_right_alone_can_be_wrong_together() -> None:
    places = "steder:\n  klubhuset: Klubhuset, Skolevej 2, 4560 Vig\n\nhold:\n"
    base = VIG.replace("hold:\n", places).replace(
        "Skovbrynet, Tranebærvej 1, 4560 Vig", "klubhuset"
    )
    today = read("clubs/vig-stavgaengere.yaml", base.replace("klubhuset", "huset").encode())
    more = "\n  dans:\n    navn: Dans\n    aktivitet: dans\n    sted: klubhuset\n"
    known = Before({f"vig-stavgaengere {blob(base.encode())}": base.encode()})
    sent = replace(
        submission("vig-stavgaengere.yaml", base + more), editions=(blob(base.encode()),)
    )
    kept = replace(now(), files={**now().files, today.file: today})
    found = judged(sent, kept, known, written=WRITTEN)
    assert (found.state, found.text) == ("errors", "")
    assert [each.code for each in found.problems] == ["unknown-place"]


@pytest.mark.parametrize(
    ("last", "late"),
    [
        (dt.datetime(2026, 11, 24, 11, tzinfo=dt.UTC), True),
        (dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC), False),
        (None, False),
    ],
)
def test_a_file_that_was_edited_after_the_mail_was_written_is_told(
    last: dt.datetime | None, *, late: bool
) -> None:
    found = become(VIG.replace("gratis", "10 kr. pr. gang"), past=Before(last=last))
    assert (found.late, found.edited) == (late, last.date() if last else None)
    assert (
        WORDS["commit"]["late"].format(day="24. november 2026") in message(found, WORDS["commit"])
    ) is late


def test_a_club_with_the_name_of_another_is_told_to_whoever_approves_it() -> None:
    sent = VIG.replace("Vig Stavgængere", "lungekoret")
    found = become(sent, "andre.yaml")
    assert found.alike == ("clubs/lungekoret.yaml",)


def test_a_club_with_the_id_of_a_course_is_told_to_whoever_approves_it() -> None:
    course = read("content/forloeb/kommunen.yaml", VIG.encode())
    kept = replace(now(), files={**now().files, course.file: course})
    sent = submission("kommunen.yaml", VIG.replace("Vig Stavgængere", "Kommunen"))
    found = judged(sent, kept, before(), written=None)
    assert found.alike == (course.file,)
    assert f"navn: {course.file}\n" in message(found, WORDS["commit"])


def test_advice_that_was_there_before_is_not_given_again() -> None:
    less = VIG.replace("ansvarlig: tovholderen\n", "")
    assert [each.code for each in become(less).advice] == ["missing-owner"]
    files = {
        **now().files,
        "clubs/vig-stavgaengere.yaml": read("clubs/vig-stavgaengere.yaml", less.encode()),
    }
    sent = submission("vig-stavgaengere.yaml", less.replace("gratis", "10 kr. pr. gang"))
    assert judged(sent, replace(now(), files=files), before(), written=None).advice == ()


def test_a_file_with_errors_in_the_catalogue_is_mended_by_a_good_one() -> None:
    bad = read("clubs/vig-stavgaengere.yaml", b"forening: [\n")
    kept = replace(now(), files={**now().files, bad.file: bad})
    sent = replace(submission("vig-stavgaengere.yaml", VIG), editions=(blob(OLD.encode()),))
    found = judged(sent, kept, before(), written=None)
    assert (found.state, found.text, found.mixed) == ("changed", VIG, False)
