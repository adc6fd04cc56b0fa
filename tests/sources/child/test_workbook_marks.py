"""A list in a workbook loses nothing in silence: formulas, errors, merged cells and zeros before a number are seen."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from habeas.kernel.errors import InputRefused
from habeas.sources.child.workbook_marks import column_number
from habeas.sources.sandbox import available
from habeas.sources.tables import Row, read_tables

pytestmark = pytest.mark.skipif(available() == "none", reason="neither bubblewrap nor Landlock works here")


def rows_of(book: openpyxl.Workbook, path: Path) -> tuple[Row, ...]:
    kept = io.BytesIO()
    book.save(kept)
    path.write_bytes(kept.getvalue())
    return read_tables(path).tables[0].rows


@pytest.fixture
def book() -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.active.append(["id", "name", "place"])
    return made


def test_a_formula_stands_as_a_formula_since_its_result_may_be_missing(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.active.append(["1", "Null", '=CONCATENATE("Colony ", 4)'])
    assert rows_of(book, tmp_path / "list.xlsx")[0].cells["place"] == '=CONCATENATE("Colony ", 4)'


def test_an_error_is_kept_as_it_shows(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.active.append(["1", "Ivan Nibyta", "#N/A"])
    assert rows_of(book, tmp_path / "list.xlsx")[0].cells["place"] == "#N/A"


def test_a_number_shown_with_zeros_before_it_keeps_them(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.active.append([1, "Ivan Nibyta"])
    book.active["A2"].number_format = "000"
    assert rows_of(book, tmp_path / "list.xlsx")[0].cells["id"] == "001"


def test_rows_under_a_merged_cell_are_faulty_and_hide_no_neighbour(book: openpyxl.Workbook, tmp_path: Path) -> None:
    for row in (["1", "Alena Vymyslova", "Colony 4"], ["2", "Ivan Nibyta", None], ["3", "Yan Kazachny", "Colony 5"]):
        book.active.append(row)
    book.active.merge_cells("C2:C3")
    first, second, third = rows_of(book, tmp_path / "list.xlsx")
    assert (first.fault, third.fault) == (None, None)
    assert second.fault is not None and "merged cells; unmerge them" in second.fault


def test_a_cover_beside_the_list_is_left_out_and_said(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.active.append(["1", "Ivan Nibyta", "Colony 4"])
    cover = book.create_sheet("Cover", 0)
    cover["B1"], cover["B2"] = "Prisoners", "of the year"
    book.save(tmp_path / "list.xlsx")
    read = read_tables(tmp_path / "list.xlsx")
    assert [table.sheet for table in read.tables] == ["Sheet"]
    assert any("Cover" in warning and "left out" in warning for warning in read.warnings)


def test_a_header_of_merged_cells_is_refused_with_the_remedy(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.active.insert_rows(1)
    book.active["A1"] = "Prisoners of the year"
    book.active.merge_cells("A1:C1")
    with pytest.raises(InputRefused, match="first row has merged cells; unmerge them"):
        rows_of(book, tmp_path / "list.xlsx")


@pytest.mark.parametrize(("letters", "number"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16383)])
def test_columns_have_numbers(letters: str, number: int) -> None:
    assert column_number(letters) == number
