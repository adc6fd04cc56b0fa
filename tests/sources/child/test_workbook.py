"""A workbook gives its cells with their places, or is stopped by its limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from tests.sources.made_files import announcing, sheet_of, xlsx_of

from habeas.sources.child.workbook import cell_text
from habeas.sources.locator import Cell
from habeas.sources.media import XLSX
from habeas.sources.parsed import Sandbox
from habeas.sources.sandbox import LIMITS, available, parse_in_sandbox

needs_sandbox = pytest.mark.skipif(available() == "none", reason="neither bubblewrap nor Landlock works here")
SMALL = sheet_of({1: {"A": "name", "B": "age"}, 3: {"A": "Ivan Nibyta", "B": 41.0, "D": "two\nlines\tand a tab"}})


@needs_sandbox
def test_cells_come_with_their_places() -> None:
    parsed = parse_in_sandbox(
        xlsx_of({"Data": SMALL, "Блёк 2": sheet_of({5: {"C": "x"}}), "Empty": sheet_of({})}), XLSX
    )
    assert parsed.because is None
    assert [p.sheet for p in parsed.passages] == ["Data", "Блёк 2"]
    first, second = ({cell: p.quote(span) for cell, span in p.cells()} for p in parsed.passages)
    assert first[Cell("Data", 3, "name")] == "Ivan Nibyta"
    assert first[Cell("Data", 3, "age")] == "41"
    assert first[Cell("Data", 3, "D")] == "two lines and a tab"
    assert second == {Cell("Блёк 2", 5, "C"): "x"}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (True, "TRUE"), (1150.0, "1150"), (0.5, "0.5"), (1e20, "1e+20"), (date(2025, 6, 21), "2025-06-21"),
        (datetime(2025, 6, 21), "2025-06-21"), (datetime(2025, 6, 21, 9, 30), "2025-06-21T09:30:00"), (time(9, 30), "09:30:00"),
        (" a\r\nb ", " a b "), ("\x00\ud800", "\ufffd\ufffd"),
    ],
)  # fmt: skip
def test_a_cell_is_written_as_it_shows(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def in_each_sandbox() -> list[Sandbox]:
    return ["bubblewrap", "landlock"] if available() == "bubblewrap" else [available()]


@needs_sandbox
@pytest.mark.parametrize("sandbox", in_each_sandbox())
def test_a_bomb_that_says_its_size_is_not_unpacked(sandbox: Sandbox) -> None:
    bomb = announcing(xlsx_of({"Data": SMALL}), 401 << 20)
    parsed = parse_in_sandbox(bomb, XLSX, sandbox)
    assert parsed.because is not None and "unpacks to 401 MB, more than the 400 MB allowed" in parsed.because


@needs_sandbox
def test_a_bomb_of_cells_is_stopped_by_the_memory_limit() -> None:
    rows = "".join(
        f'<row r="{r}"><c r="A{r}" t="inlineStr"><is><t>{"x" * 100_000}</t></is></c></row>' for r in range(1, 801)
    )
    bomb = xlsx_of({"Data": f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'})  # fmt: skip
    parsed = parse_in_sandbox(bomb, XLSX, limits=replace(LIMITS, memory=80 << 20))
    assert parsed.status == "not_parsed"
    # where exactly it falls differs: in Rust, in Python, or between them
    assert parsed.because is not None
    assert "memory" in parsed.because or "the parser failed" in parsed.because


@needs_sandbox
def test_a_workbook_with_more_text_than_any_document_is_stored_only() -> None:
    parsed = parse_in_sandbox(xlsx_of({"Data": SMALL}), XLSX, limits=replace(LIMITS, answer=10))
    assert parsed.because == "stored, not parsed: its text is larger than any document we take"


@needs_sandbox
def test_a_sheet_that_spans_the_earth_is_passed_over_and_said() -> None:
    wide = sheet_of({1: {"A": "x"}, 1048576: {"XFD": "y"}})
    parsed = parse_in_sandbox(xlsx_of({"Data": SMALL, "Wide": wide}), XLSX)
    assert parsed.status == "not_parsed" or "sheet Wide not parsed" in " ".join(parsed.warnings)


@needs_sandbox
def test_a_faulty_workbook_says_so() -> None:
    parsed = parse_in_sandbox(xlsx_of({"Data": SMALL})[:-50], XLSX)
    assert parsed.because is not None and parsed.because.startswith("stored, not parsed: the workbook is faulty")
