"""How a test exports a working sheet, edits it as a spreadsheet program would, and imports it again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from habeas.figures.definitions import definition
from habeas.kernel.days import Day
from habeas.register.importing import Wish
from habeas.register.opened import Register
from habeas.register.sheet import PEOPLE, working_sheet
from habeas.register.sheet_import import import_sheet
from habeas.sources.capture import About
from habeas.sources.tables import read_tables

ON = date(2032, 2, 1)
Cells = Mapping[str, str | None]


def exported(register: Register, name: str = "sheet.xlsx", on: date = ON) -> Path:
    path = Path(register.path).with_name(name)
    path.write_bytes(working_sheet(register, on, definition())[0])
    return path


def row_of(path: Path, name: str) -> dict[str, Any]:
    sheet = openpyxl.load_workbook(path)[PEOPLE]
    header, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    return next(dict(zip(header, row, strict=True)) for row in rows if row[1] == name)


def edited(
    path: Path, edits: Mapping[str, Cells] | None = None, new: Cells | None = None, gone: str | None = None
) -> Path:
    """The sheet with these cells by name of the person, one new row, one row gone; saved beside it."""
    book = openpyxl.load_workbook(path)
    sheet = book[PEOPLE]
    header = [cell.value for cell in sheet[1]]
    rows = {row[1].value: row[1].row for row in sheet.iter_rows(min_row=2)}
    for name, cells in (edits or {}).items():
        for column, text in cells.items():
            sheet.cell(rows[name], header.index(column) + 1).value = text
    for column, text in (new or {}).items():
        sheet.cell(len(rows) + 2, header.index(column) + 1).value = text
    if gone is not None:
        sheet.delete_rows(rows[gone])
    target = path.with_name(f"edited-{path.name}")
    book.save(target)
    return target


def bring_back(register: Register, path: Path, *, dry_run: bool = False, strict: bool = False) -> dict[str, Any]:
    return import_sheet(register, read_tables(path), About(Day.parse("")), Wish(dry_run, strict))


def as_editor(register: Register, name: str) -> None:
    register.actor = register.store.actor_id(name)
