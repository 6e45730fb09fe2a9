"""Workbooks as lists. They are made here, since a workbook is nothing that can be read in a repository."""

from __future__ import annotations

import builtins
import datetime as dt
import io
import sys
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from holdkatalog.fields import list_schema
from holdkatalog.sheets import Columns, ListError, Table, columns, from_workbook
from holdkatalog.sheets.cells import danish
from holdkatalog.sheets.table import MOST_COLUMNS, MOST_ROWS
from holdkatalog.sheets.workbook import MOST_BYTES, MOST_UNPACKED
from holdkatalog.yamlfile import read
from small import vocabulary

HEADINGS = ("Forening", "Hold", "Art")


def wanted(more: str = "") -> Columns:
    """A map."""
    text = f"felter: {{forening: Forening, hold.navn: Hold, hold.aktivitet: Art}}\n{more}"
    return columns(read("map.yaml", text.encode()), list_schema(vocabulary()))[0]


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def book(*rows: object) -> Workbook:
    """A workbook with the headings and these rows."""
    made = Workbook()
    made.active.title = "Hold"
    for row in (HEADINGS, *rows):
        made.active.append(row)
    return made


def table(made: Workbook, more: str = "") -> Table:
    """The workbook's list."""
    return from_workbook("liste.xlsx", saved(made), wanted(more))


def refused(data: bytes, more: str = "") -> str:
    """The code of why it can't be used."""
    with pytest.raises(ListError) as error:
        from_workbook("liste.xlsx", data, wanted(more))
    (found,) = error.value.problems
    return found.code


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("Gåtur", "Gåtur"),
        (True, "ja"),
        (False, "nej"),
        (8, "8"),
        (12345678.0, "12345678"),
        (12.5, "12,5"),
        (dt.date(2026, 12, 5), "5. december 2026"),
        (dt.datetime(2026, 12, 5), "5. december 2026"),  # noqa: DTZ001 - a cell has no time zone
        (dt.datetime(2026, 12, 5, 10, 30), "5. december 2026 10.30"),  # noqa: DTZ001 - as above
        (dt.time(9, 5), "9.05"),
        (dt.timedelta(hours=25, minutes=30), "25.30"),
    ],
)
def test_a_cell_is_written_as_a_dane_writes_it(value: object, text: str) -> None:
    assert danish(value) == text


def test_a_workbook_is_a_list_with_the_sheets_own_row_numbers() -> None:
    made = book(
        ("Vig\u00a0IF ", "Gåtur\nmed  stave", True),
        (),
        (dt.time(10, 30), 4560, dt.date(2026, 12, 5)),
    )
    found = table(made)
    assert found.headings == HEADINGS
    assert [(row.number, *[cell.text for cell in row.cells.values()]) for row in found.rows] == [
        (2, "Vig IF", "Gåtur\nmed stave", "ja"),
        (4, "10.30", "4560", "5. december 2026"),
    ]
    assert (found.blank, found.notes) == (1, ())
    made.active.insert_rows(1, 2)
    made.active.insert_cols(1)
    assert [row.number for row in table(made).rows] == [4, 6]


def test_a_formula_is_not_run_and_a_cell_in_error_is_no_text() -> None:
    made = book(("Vig IF", "=1+1", "#N/A"))
    made.active["C2"].data_type = "e"
    (row,) = table(made).rows
    assert [cell.fault for cell in row.cells.values()] == [
        "",
        "import-formula",
        "import-cell-error",
    ]


def test_what_is_hidden_or_beside_the_cells_is_told() -> None:
    made = book(("Vig IF", "Gåtur", "gaature"), ("Vig IF", "Kor", "kor"))
    sheet = made.active
    sheet.row_dimensions[3].hidden = True
    sheet["A2"].comment = Comment("Ring ikke", "os")
    sheet["B2"].hyperlink = "https://www.example.org/gaatur"
    sheet["C2"].hyperlink = "gaature"
    sheet["C2"].value = "gaature"
    sheet.merge_cells("A2:A3")
    secret = made.create_sheet("Gemt")
    secret.append(["x"])
    secret.sheet_state = "hidden"
    made.create_sheet("Tom").cell(3, 3).number_format = "0.00"
    found = table(made)
    assert [(note.code, note.value) for note in found.notes] == [
        ("import-sheet-unread", "Gemt"),
        ("import-hidden-rows", "3"),
        ("import-beside-cells", "A2, B2"),
        ("import-merged-cells", "A2:A3"),
    ]
    for number in range(20):
        sheet.row_dimensions[number + 3].hidden = True
    note = next(each for each in table(made).notes if each.code == "import-hidden-rows")
    assert note.value == "3, 4, 5, 6, 7, 8, 9, 10, 11, 12 og 10 mere"


def test_of_several_sheets_the_map_names_one() -> None:
    made = book(("Vig IF", "Gåtur", "gaature"))
    other = made.create_sheet("2027")
    other.append(HEADINGS)
    other.append(("Nord IF", "Kor", "kor"))
    data = saved(made)
    assert refused(data) == "import-several-sheets"
    assert refused(data, "ark: Findes ikke\n") == "import-no-such-sheet"
    found = table(made, "ark: 2027\n")
    assert found.rows[0].cells["Forening"].text == "Nord IF"
    assert [note.value for note in found.notes] == ["Hold"]
    other.sheet_state = "hidden"
    assert table(made).rows[0].cells["Forening"].text == "Vig IF"


def test_a_workbook_without_rows_or_with_too_many_is_told_so() -> None:
    assert refused(saved(Workbook())) == "import-empty"
    far = book(("Vig IF", "Gåtur", "gaature"))
    far.active.cell(MOST_ROWS + 200, 1, "x")
    assert refused(saved(far)) == "import-too-many-rows"
    wide = book(("Vig IF", "Gåtur", "gaature"))
    wide.active.cell(2, MOST_COLUMNS + 200, "x")
    assert refused(saved(wide)) == "import-too-many-columns"
    corner = book(("Vig IF", "Gåtur", "gaature"))
    corner.active.cell(1_048_576, 16_384, "x")
    assert refused(saved(corner)) == "import-too-many-rows"


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    return packed({**parts, name: change(parts[name])})


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = packed({"xl/a.xml": bytes(MOST_UNPACKED // 2 + 1), "b": bytes(MOST_UNPACKED // 2)})
    assert len(bomb) < 100_000
    assert refused(bomb) == "import-unpacks-too-big"
    assert refused(b"PK" + bytes(MOST_BYTES)) == "import-too-big"


@pytest.mark.parametrize("kind", ["utf-8", "utf-16"])
@pytest.mark.parametrize("far", [0, 65_530, 65_531])
def test_definitions_that_grow_are_refused(kind: str, far: int) -> None:
    whole = saved(book(("Vig IF", "Gåtur", "gaature")))
    text = f"<!--{'x' * far}-->" + '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook/>'
    evil = changed(whole, "xl/workbook.xml", lambda _: text.encode(kind))
    assert refused(evil) == "import-broken-workbook"


def broken() -> dict[str, bytes]:
    """Workbooks that are none."""
    whole = saved(book(("Vig IF", "Gåtur", "gaature")))
    return {
        "text": b"Forening;Hold;Art\n",
        "cut": whole[: len(whole) // 2],
        "only-an-archive": packed({"a": b"b"}),
        "no-xml": changed(whole, "xl/workbook.xml", lambda _: b"<a"),
        "no-sheet": changed(whole, "xl/worksheets/sheet1.xml", lambda _: b"<a/><b"),
        "bits": whole[:60] + bytes(40) + whole[100:],
    }


@pytest.mark.parametrize("name", sorted(broken()))
def test_a_broken_workbook_is_told_so(name: str) -> None:
    assert refused(broken()[name]) == "import-broken-workbook"


def test_an_old_or_locked_workbook_is_told_so() -> None:
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)) == "import-old-workbook"


def test_without_the_library_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(book(("Vig IF", "Gåtur", "gaature")))
    monkeypatch.delitem(sys.modules, "openpyxl")
    real: Any = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "openpyxl":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert refused(data) == "import-without-library"
