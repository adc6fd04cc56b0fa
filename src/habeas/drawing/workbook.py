"""Plain tables to the bytes of an XLSX workbook. Every cell is text: no formula, no number and no day that a program would reshape."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import xlsxwriter

#: The most that a cell can hold.
LONGEST_CELL = 32_767
#: The same tables always make the same bytes.
_MADE = datetime(2000, 1, 1)
_WIDEST, _NARROWEST = 40, 8


@dataclass(frozen=True, slots=True)
class SheetDrawn:
    """One sheet: rows of text, the first of them the header where `is_table`. `grey`: columns (from 0) that are not to be edited;
    `choices`: by column, the words offered. `hidden` sheets are not even offered to be shown. `opens`: the sheet seen first.
    """

    name: str
    rows: Sequence[Sequence[str]]
    is_table: bool = True
    grey: frozenset[int] = frozenset()
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    hidden: bool = False
    opens: bool = False


def workbook(sheets: Sequence[SheetDrawn]) -> bytes:
    """The bytes. Texts must be fit for a cell: see `fit_for_a_cell`."""
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    formats = {
        "text": book.add_format({"num_format": "@"}),
        "grey": book.add_format({"num_format": "@", "bg_color": "#eeeeee", "font_color": "#555555"}),
        "head": book.add_format({"num_format": "@", "bold": True, "bottom": 1}),
        "words": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for drawn in sheets:
        _draw(book, drawn, formats)
    book.close()
    return kept.getvalue()


def _draw(book: xlsxwriter.Workbook, drawn: SheetDrawn, formats: Mapping[str, object]) -> None:
    sheet = book.add_worksheet(drawn.name)
    width = max(map(len, drawn.rows), default=0)
    kinds = ["grey" if c in drawn.grey else "text" if drawn.is_table else "words" for c in range(width)]
    for column, kind in enumerate(kinds):
        longest = max((len(row[column]) for row in drawn.rows[:200] if len(row) > column), default=0)
        wide = min(max(longest + 2, _NARROWEST), _WIDEST) if drawn.is_table else (18, 110)[min(column, 1)]
        # also the rows still empty are text, so that what is typed there stays as typed
        sheet.set_column(column, column, wide, formats[kind])
    for number, row in enumerate(drawn.rows):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(
                    number, column, text, formats["head" if drawn.is_table and not number else kinds[column]]
                )
    if drawn.is_table and not drawn.hidden:
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(len(drawn.rows) - 1, 1), width - 1)
    for column, words in drawn.choices.items():
        offered = {"validate": "list", "source": list(words), "error_type": "warning"}
        sheet.data_validation(1, column, len(drawn.rows) + 1000, column, offered)
    if drawn.hidden:
        sheet.very_hidden()
    if drawn.opens:
        sheet.activate()


def fit_for_a_cell(text: str) -> str:
    """On one line, without characters that a workbook cannot hold, no longer than a cell."""
    kept = "".join(c if c.isprintable() or c.isspace() or c in "\u200c\u200d" else "" for c in text)
    said = " ".join(kept.split())
    return said if len(said) <= LONGEST_CELL else f"{said[: LONGEST_CELL - 1]}…"
