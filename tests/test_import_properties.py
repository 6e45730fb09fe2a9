"""Whatever a list holds, every row is accounted for, and every file that is written passes the check."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdkatalog.checking import check
from holdkatalog.importing import Asked, bring_in
from holdkatalog.messages import is_error, render
from holdkatalog.sheets import Answer
from holdkatalog.tidying import tidied
from holdkatalog.validation import Context
from holdkatalog.yamlfile import read
from small import ROOT, content, vocabulary

TODAY = dt.date(2026, 11, 25)
COLUMNS = ("Forening", "Telefon", "Hold", "Art", "For", "Tid", "Pris", "Om", "Intern")
MAP = """\
felter:
  forening: Forening
  kontakt: Telefon
  hold.navn: Hold
  hold.aktivitet: Art
  hold.for: For
  hold.tid: Tid
  hold.pris: Pris
  hold.om: Om
ord: {KOL-patienter: [kol, astma]}
tomt: "-"
spring_over: Intern
skilletegn: semikolon
"""
SKIPPED = "syd-if\nnord-if/kaffe\n"
# Mostly what people write, so that rows come through, and sometimes anything at all.
ANY = st.text(st.characters(codec="utf-8"), max_size=30)
CELLS = (
    st.sampled_from(("Nord IF", "nord if", "Syd IF", "Øst & Vest", "Vig IF", "", "60+ Klubben")),
    st.sampled_from(("12 34 56 78", "kontakt@example.org", "", "-", "Hanne")),
    st.sampled_from(("Stavgang", "Kaffe", "Kor", "Yoga", "", "60+")),
    st.sampled_from(("stavgang", "cafe", "kor, yoga", "fægtning")),
    st.sampled_from(("kol", "KOL-patienter", "alle", "", "gigt")),
    st.sampled_from(("tirsdag 10.00", "mandag 9-10\ntorsdag 13.00", "halv ti", "")),
    st.sampled_from(("gratis", "50 kr. pr. gang", "50", "-")),
    st.sampled_from(("Vi går en tur.", "a: b #c", "")),
    st.just("ring"),
)
ROW = st.tuples(*(st.one_of(usual, usual, usual, usual, ANY) for usual in CELLS))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A municipality with one club."""
    place = tmp_path_factory.mktemp("kommune")
    shutil.copytree(ROOT / "content", place / "content")
    shutil.copytree(ROOT / "tests" / "examples" / "import" / "there", place / "there")
    return place


def context() -> Context:
    """The municipality that the files are judged against."""
    return Context(vocabulary=vocabulary(), today=TODAY, shared=content().places, reachable=True)


def brought(root: Path, rows: list[tuple[str, ...]]) -> Answer:
    """What comes of the rows."""
    shutil.rmtree(root / "clubs", ignore_errors=True)
    shutil.copytree(root / "there", root / "clubs")
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows((COLUMNS, *rows))
    (root / "liste.csv").write_bytes(out.getvalue().encode())
    (root / "kolonner.yaml").write_text(MAP, "utf-8")
    (root / "spar.txt").write_text(SKIPPED, "utf-8")
    asked = Asked(
        root / "liste.csv", root / "kolonner.yaml", root / "clubs", root / "spar.txt", dry=False
    )
    return bring_in(asked, root=root, today=TODAY)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(ROW, min_size=1, max_size=8))
def test_every_row_is_accounted_for_and_what_is_written_is_right(
    root: Path, rows: list[tuple[str, ...]]
) -> None:
    answer = brought(root, rows)
    for found in answer.problems:
        assert render(found, ())
    if answer.counts is None:
        # Letters that look broken are told of the whole list.
        assert any(map(is_error, answer.problems))
        assert [path.name for path in (root / "clubs").iterdir()] == ["vig-if.yaml"]
        return
    counts = answer.counts
    assert counts.rows == counts.offers + counts.stopped + counts.bad + counts.unwritten
    assert counts.rows + counts.blank == len(rows)
    told = {found.path[0] for found in answer.problems if found.path and is_error(found)}
    assert (len(told), len(answer.stopped)) == (counts.bad, counts.stopped)
    assert not told & set(answer.stopped)
    there = {path.name for path in (root / "clubs").iterdir()} - {"vig-if.yaml"}
    assert there == {Path(name).name for name in answer.files}
    written = [root / name for name in answer.files]
    if written:
        said = check(written, root=root, today=TODAY, form="text")
        assert said.code == 0, said.text
    assert "syd-if.yaml" not in there
    for path in written:
        assert tidied(read(path.name, path.read_bytes()), context()).source == path.read_text(
            "utf-8"
        )


def test_a_list_of_many_clubs_is_brought_in_at_once(root: Path) -> None:
    usual = ("12 34 56 78", "Stavgang", "stavgang", "kol", "tirsdag 10.00", "gratis", "", "")
    answer = brought(root, [(f"Klub {number // 2}", *usual) for number in range(0, 600, 2)])
    assert answer.counts is not None
    assert (answer.counts.offers, answer.counts.bad) == (300, 0)
