"""What is written into a workbook is text, and is read back to the letter."""

from __future__ import annotations

import io

import openpyxl
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from habeas.drawing.workbook import LONGEST_CELL, SheetDrawn, fit_for_a_cell, workbook


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1, max_size=5))
def test_every_text_comes_back(rows: list[list[str]]) -> None:
    drawn = [["head", "other"], *([fit_for_a_cell(text) for text in row] for row in rows)]
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook([SheetDrawn("People", drawn)])))
    read = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    padded = [[*row, "", ""][:2] for row in read] + [["", ""]] * (len(drawn) - len(read))
    assert padded == drawn


def test_what_looks_like_a_formula_stays_text() -> None:
    made = workbook([SheetDrawn("People", [["name"], ["=HYPERLINK(1)"], ["+1"], ["@x"], ["001"]])])
    sheet = openpyxl.load_workbook(io.BytesIO(made))["People"]
    assert [(cell.value, cell.data_type) for cell in sheet["A"][1:]] == [
        ("=HYPERLINK(1)", "s"),
        ("+1", "s"),
        ("@x", "s"),
        ("001", "s"),
    ]


def test_a_text_longer_than_a_cell_is_cut_and_shows_it() -> None:
    cut = fit_for_a_cell("x" * (LONGEST_CELL + 1))
    assert len(cut) == LONGEST_CELL and cut.endswith("…")


def test_hidden_sheets_are_not_offered() -> None:
    made = workbook([SheetDrawn("People", [["name"]], opens=True), SheetDrawn("habeas", [["what"]], hidden=True)])
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert (book["habeas"].sheet_state, book.active.title) == ("veryHidden", "People")
