"""Lists from outside: their letters, what stands between their cells, and their rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from holdkatalog.errors import Problem
from holdkatalog.fields import list_schema
from holdkatalog.sheets import Columns, LettersError, ListError, Row, columns, decoded, from_csv
from holdkatalog.sheets.csvfile import MOST_BYTES
from holdkatalog.sheets.filling import filled
from holdkatalog.sheets.mapping import Piece
from holdkatalog.sheets.table import MOST_COLUMNS, MOST_ROWS, Cell
from holdkatalog.validation import Context
from holdkatalog.yamlfile import Plain, read
from small import TODAY, vocabulary

DANISH = "Forening;Hold;Art\nBlåbær Øl & Æg;Gåtur;gaature\n"
MAP = "felter: {forening: Forening, hold.navn: Hold, hold.aktivitet: Art}\n"


@cache
def context() -> Context:
    """The real municipality's words."""
    return Context(vocabulary=vocabulary(), today=TODAY)


def read_map(text: str) -> tuple[Columns, tuple[Problem, ...]]:
    """The map of a text."""
    return columns(read("map.yaml", text.encode()), list_schema(vocabulary()))


def wanted(text: str = MAP) -> Columns:
    """The map of a text that is right."""
    found, problems = read_map(text)
    assert problems == ()
    return found


def refused(text: str | bytes, columns_: Columns | None = None) -> list[str]:
    """The codes of why a list can't be used."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(ListError) as error:
        from_csv("liste.csv", data, columns_ or wanted())
    return [found.code for found in error.value.problems]


def rows(text: str, columns_: Columns | None = None) -> list[list[str]]:
    """The texts of the list's rows."""
    found = from_csv("liste.csv", text.encode(), columns_ or wanted())
    return [[cell.text for cell in row.cells.values()] for row in found.rows]


@pytest.mark.parametrize(
    "kind", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_danish_letters_are_read_however_they_are_saved(kind: str) -> None:
    assert decoded(DANISH.encode(kind)) == DANISH


def test_an_odd_apostrophe_is_no_broken_letter() -> None:
    assert decoded("Karl\u2018s hold".encode()) == "Karl\u2018s hold"


@pytest.mark.parametrize(
    "data",
    [
        DANISH.encode("cp850"),
        DANISH.encode("mac-roman"),
        DANISH.encode().decode("cp1252").encode(),
        DANISH.encode("utf-8-sig")[:20] + b"\xff" + DANISH.encode(),
        b"navn;\x81rhus\n",
        b"\xff\xfea",
        b"a\x00b",
        "Bl\ufffdb\ufffdr".encode(),
    ],
    ids=["ms-dos", "mac", "read-wrongly-once", "not-utf-8", "no-letter", "half", "nothing", "lost"],
)
def test_letters_that_cannot_be_told_are_not_guessed(data: bytes) -> None:
    with pytest.raises(LettersError):
        decoded(data)
    assert refused(data) == ["import-letters"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"], ids=["semicolon", "comma", "tab"])
def test_the_delimiter_is_the_one_under_which_the_columns_are_there(delimiter: str) -> None:
    text = DANISH.replace(";", delimiter)
    assert rows(text) == [["Blåbær Øl & Æg", "Gåtur", "gaature"]]
    assert rows("\n\n" + text) == [["Blåbær Øl & Æg", "Gåtur", "gaature"]]


def test_a_comma_in_the_texts_is_no_delimiter() -> None:
    text = "Forening;Hold, navn;Art, slags\nVig, Nord, Syd;a;kor\n"
    own = wanted(
        "felter: {forening: Forening, hold.navn: 'Hold, navn', hold.aktivitet: 'Art, slags'}"
    )
    assert rows(text, own) == [["Vig, Nord, Syd", "a", "kor"]]


def test_what_excel_or_the_map_says_of_the_delimiter_holds() -> None:
    assert rows("sep=|\r\nForening|Hold|Art\r\na;b|c,d|kor\r\n") == [["a;b", "c,d", "kor"]]
    told = wanted(MAP + "skilletegn: komma\n")
    assert rows("Forening,Hold,Art\na;b,c,kor\n", told) == [["a;b", "c", "kor"]]


def test_a_delimiter_that_cannot_be_told_is_told() -> None:
    assert refused("Forening\tHold;Art\na\tb;c\n") == ["import-delimiter"]
    assert refused("en tekst\n") == ["import-delimiter"]
    assert refused("Navn;Sted\na;b\n") == ["import-delimiter"]


def test_quotes_hold_delimiters_and_line_breaks_and_wrong_ones_are_told_with_their_row() -> None:
    text = 'Forening;Hold;Art\n"a;b";"linje\nskift";"""x"""\n'
    assert rows(text) == [["a;b", "linje\nskift", '"x"']]
    with pytest.raises(ListError) as error:
        from_csv("liste.csv", b'Forening;Hold;Art\na;b;c\na;"b;c\n', wanted())
    (found,) = error.value.problems
    assert (found.code, found.path) == ("import-quotes", (3,))
    only = wanted(MAP + "skilletegn: semikolon\n")
    assert refused('Forening;Hold;Art\na;"b"x;c\n', only) == ["import-quotes"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "import-empty"),
        ("\n \n", "import-empty"),
        ("Forening;Hold;Art\n", "import-empty"),
        ("Forening;Hold;Art\n;;\n\n", "import-empty"),
        ("Forening;Hold;Art;art\na;b;c;d\n", "import-column-twice"),
        ("Forening;Hold;Art\n" + "a;b;c\n" * (MOST_ROWS + 1), "import-too-many-rows"),
        ("Forening;Hold;Art\na" + ";" * MOST_COLUMNS + "\n", "import-too-many-columns"),
        ("x" * (MOST_BYTES + 1), "import-too-big"),
    ],
    ids=["nothing", "blank", "headings", "blank-rows", "twice", "rows", "columns", "big"],
)
def test_a_list_that_cannot_be_used_is_told_why(text: str, code: str) -> None:
    assert refused(text) == [code]


def test_the_headings_stand_where_the_map_says() -> None:
    below = wanted(MAP + "overskrifter: 3\n")
    text = "Holdliste;;\n;;\nForening;Hold;Art\na;b;kor\n"
    assert rows(text, below) == [["a", "b", "kor"]]
    assert refused("Forening;Hold;Art\na;b;kor\n", wanted(MAP + "overskrifter: 9\n")) == [
        "import-delimiter"
    ]
    told = wanted(MAP + "overskrifter: 2\nskilletegn: semikolon\n")
    assert refused("Forening;Hold;Art\n;;\na;b;kor\n", told) == ["import-no-headings"]


def test_rows_keep_their_numbers_and_a_column_without_heading_its_letter() -> None:
    found = from_csv("l.csv", b"Forening;Hold;Art;;\n;;;;\na;b;kor;x;\nc;d\n", wanted())
    assert found.headings == ("Forening", "Hold", "Art", "Kolonne D")
    assert [row.number for row in found.rows] == [3, 4]
    assert found.blank == 1
    assert [cell.text for cell in found.rows[1].cells.values()] == ["c", "d", "", ""]
    many = ";".join(["Forening", "Hold", "Art", *[""] * 24])
    far = from_csv("l.csv", f"{many}\na;b;kor{';' * 24}x\n".encode(), wanted())
    assert far.headings[-1] == "Kolonne AA"


@pytest.mark.parametrize(
    ("piece", "cells", "text"),
    [
        ("Pris", {"pris": "50"}, "50"),
        ("<Pris> kr.", {"pris": "50"}, "50 kr."),
        ("<Pris> kr.", {"pris": ""}, ""),
        ("<Sted>, <Vej>, <Nr> <By>", {"sted": "A", "vej": "B", "nr": "4560", "by": "Vig"}, "A, B, 4560 Vig"),
        ("<Sted>, <Vej>, <Nr> <By>", {"sted": "A"}, "A"),
        ("<Sted>, <Vej>, <Nr> <By>", {"sted": "A", "by": "Vig"}, "A, Vig"),
        ("<Sted>, <Vej>, <Nr> <By>", {"vej": "B", "nr": "4560", "by": "Vig"}, "B, 4560 Vig"),
    ],
)  # fmt: skip
def test_an_empty_column_takes_its_comma_with_it(
    piece: str, cells: dict[str, str], text: str
) -> None:
    assert Piece(piece).filled(cells) == text


def taken(fields: str, *, more: str = "", **cells: str) -> Sequence[Plain]:
    """The offer's values but for name and activity, of a row with these cells."""
    text = f"felter: {{forening: F, hold.navn: N, hold.aktivitet: A, {fields}}}\n{more}"
    row = Row(
        2, {name: Cell(cell) for name, cell in {"F": "f", "N": "n", "A": "kor", **cells}.items()}
    )
    offer = filled(row, wanted(text), context().guide).offer
    return [value for key, value in offer.items() if key not in {"navn", "aktivitet"}]


@pytest.mark.parametrize(
    ("fields", "cells", "values"),
    [
        ("hold.for: X", {"X": "kol, astma;gigt\nkol"}, [["kol", "astma", "gigt"]]),
        ("hold.for: X", {"X": "kol"}, ["kol"]),
        ("hold.for: X", {"X": ""}, []),
        ("hold.for: [X, Y]", {"X": "kol", "Y": "astma"}, [["kol", "astma"]]),
        ("hold.pris: X", {"X": "50 kr., kaffe; gratis"}, [["50 kr., kaffe", "gratis"]]),
        ("hold.tid: [X, Y]", {"X": "tirsdag", "Y": "10.00"}, ["tirsdag 10.00"]),
        ("hold.tid: X", {"X": "tirsdag 10.00\ntorsdag 9.00"}, [["tirsdag 10.00", "torsdag 9.00"]]),
        ("hold.sted: [X, Y]", {"X": "Hallen", "Y": "Vej 1, 4560 Vig"}, ["Hallen, Vej 1, 4560 Vig"]),
        ("hold.om: [X, Y]", {"X": "To\nlinjer", "Y": "Mere"}, ["To\nlinjer\n\nMere"]),
        ("hold.pladser: X", {"X": "8\npar"}, ["8, par"]),
        ("hold.medbring: [X, Y]", {"X": "Sko", "Y": "Vand"}, ["Sko, Vand"]),
        ("hold.godt_at_vide.toilet: X", {"X": "ja"}, [{"toilet": "ja"}]),
        ("hold.tid.dag: X, hold.tid.kl: Y", {"X": "fredag", "Y": "9"}, [{"dag": "fredag", "kl": "9"}]),
    ],
)  # fmt: skip
def test_cells_become_the_values_of_their_key(
    fields: str, cells: dict[str, str], values: list[Plain]
) -> None:
    assert taken(fields, **cells) == values


def test_the_maps_words_are_used_for_a_whole_cell_and_for_its_parts() -> None:
    more = "ord: {Lunger: [kol, astma], 'kol og gigt': leddegigt}\ntomt: ['-', intet]\n"
    assert taken("hold.for: X", more=more, X="LUNGER, hjertesygdom") == [
        ["kol", "astma", "hjertesygdom"]
    ]
    assert taken("hold.for: X", more=more, X="KOL og gigt") == ["leddegigt"]
    assert taken("hold.for: X", more=more, X="Intet") == []
    assert taken("hold.om: <X>!", more=more, X="Lunger") == ["kol, astma!"]


def test_a_fixed_value_may_be_a_bare_number_or_a_list() -> None:
    more = "faste: {hold.pladser: 8, hold.for: [kol, astma]}\n"
    assert taken("om: F", more=more) == ["8", ["kol", "astma"]]


def test_a_map_that_is_no_map_is_told_so() -> None:
    for text in ("", "felter\n", "felter: {}\n", "felter: {forening: {a: b}}\n", "- a\n"):
        found, problems = read_map(text)
        assert problems
        assert found.sources == {}
