"""A quote is a piece of the frozen text, and its place says where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.kernel.errors import InputRefused
from habeas.sources.child.workbook import laid_out
from habeas.sources.locator import Cell, CharSpan, Page
from habeas.sources.passage import Passage

values = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"), max_size=8)
grids = st.lists(st.lists(values, min_size=1, max_size=30), min_size=1, max_size=6)


@given(st.text(), st.data())
def test_a_quote_is_the_text_from_start_to_end(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passage = Passage(0, text)
    assert passage.quote(CharSpan(start, end)) == text[start:end]
    assert passage.locate(CharSpan(start, end)) == CharSpan(start, end)


def test_spans_count_code_points() -> None:
    passage = Passage(0, "Пётр 🕯 Придуманный")
    assert passage.quote(CharSpan(7, 18)) == "Придуманный"


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(InputRefused, match="outside a text of 4"):
        Passage(0, "four").quote(CharSpan(2, 5))


def test_a_place_on_a_page_names_the_page() -> None:
    assert Passage(2, "On page three.", page=3).locate(CharSpan(3, 7)) == Page(3, CharSpan(3, 7))


SHEET = Passage(0, "name\tcity\tcity\t\nAlena Vymyslova\tOrsk\t\t5\n\nIvan Nibyta", sheet="Data")


def test_cells_are_named_by_row_one_or_else_by_letters() -> None:
    named = {str(cell): SHEET.quote(span) for cell, span in SHEET.cells()}
    assert named["sheet=Data;row=2;column=name"] == "Alena Vymyslova"
    # "city" stands twice, and the fourth column has no name
    assert named["sheet=Data;row=2;column=B"] == "Orsk"
    assert named["sheet=Data;row=2;column=D"] == "5"
    assert named["sheet=Data;row=4;column=name"] == "Ivan Nibyta"


def test_a_head_that_reads_like_another_column_does_not_take_its_name() -> None:
    cells = [cell for cell, _ in Passage(0, "B\tid\nx\ty", sheet="S").cells()]
    assert [cell.column for cell in cells] == ["A", "id", "A", "id"]


def test_a_place_within_a_cell_names_the_cell_and_across_cells_the_span() -> None:
    start = SHEET.text.index("Vymyslova")
    assert SHEET.locate(CharSpan(start, start + 9)) == Cell("Data", 2, "name")
    across = CharSpan(start, SHEET.text.index("Orsk") + 4)
    assert SHEET.locate(across) == across


@given(grids)
def test_every_cell_of_a_sheet_is_found_again_at_its_place(grid: list[list[str]]) -> None:
    passage = Passage(0, laid_out(grid), sheet="S")
    found = list(passage.cells())
    assert [passage.quote(span) for _, span in found] == [value for row in grid for value in row if value]
    assert all(passage.locate(span) == cell for cell, span in found)
    assert len({cell for cell, _ in found}) == len(found)


def test_a_text_without_sheet_has_no_cells() -> None:
    assert not list(Passage(0, "a\tb").cells())


@pytest.mark.parametrize("passage", [SHEET, Passage(4, "text"), Passage(1, "p", page=2, title="T")])
def test_a_passage_comes_back_from_its_content(passage: Passage) -> None:
    assert passage.to_content("cap_1")["source"] == "cap_1"
    assert Passage.from_content(passage.to_content("cap_1")) == passage


def test_content_without_text_is_refused() -> None:
    with pytest.raises(InputRefused, match="text"):
        Passage.from_content({"number": 0})
