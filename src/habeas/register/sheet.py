"""The working sheet of a register: a workbook with one row a person, to be edited and imported again.

Beside the rows that are edited it holds, hidden, the same rows as they were written, sealed under the register's key: so that an import
knows which cells were edited, and that the sheet is this register's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.lists.sheet_columns import SheetColumns, sheet_columns
from habeas.drawing.workbook import SheetDrawn, fit_for_a_cell, workbook
from habeas.figures.definitions import Definition
from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import make_id
from habeas.register.known import known
from habeas.register.opened import Register
from habeas.register.rolled import roll_of
from habeas.register.sheet_rows import shown_row
from habeas.sources.tables import Table, TableFile

PEOPLE, BASE, MARKER, ABOUT = "People", "habeas base", "habeas", "About"
#: The worksheets that an export has.
OWN = (PEOPLE, BASE, MARKER, ABOUT)
_IS = "habeas working sheet"


@dataclass(frozen=True, slots=True)
class ExportedSheet:
    """A working sheet read back. `base`: each person's cells as exported, by id; `rows`: those of now, with their numbers. `columns`
    are those still there. `seal` tells this export from any other.
    """

    day: date
    seal: str
    base: Mapping[str, Mapping[str, str]]
    people: Table


def working_sheet(register: Register, day: date, of: Definition) -> tuple[bytes, dict[str, Any]]:
    """The workbook, and what is said of it. `day` is that of the status shown, `of` the definition by which people count."""
    asked = AsOf(day, utc_today(), Basis.register())
    columns = sheet_columns()
    rows = _rows(register, asked, of)
    marker = {
        "format": _IS, "version": columns.version, "register": _register_mark(register), "on": day.isoformat(),
        "known by": asked.known_by.isoformat(), "definition": str(of), "entries": str(register.store.head().size),
    }  # fmt: skip
    marker["seal"] = _seal(register, marker, rows)
    grey = frozenset(n for n, column in enumerate(columns.columns) if not column.is_read)
    choices = {
        n: list(columns.mapping.columns[column.name].values)
        for n, column in enumerate(columns.columns)
        if column.to == "claims"
    }
    made = workbook([
        SheetDrawn(ABOUT, _about(columns, marker, len(rows)), is_table=False),
        SheetDrawn(PEOPLE, [columns.names, *rows], grey=grey, choices=choices, opens=True),
        SheetDrawn(BASE, [columns.names, *rows], hidden=True),
        SheetDrawn(MARKER, [("what", "value"), *marker.items()], hidden=True),
    ])  # fmt: skip
    return made, {
        "rows": len(rows),
        "on": marker["on"],
        "known_by": marker["known by"],
        "definition": str(of),
        "seal": marker["seal"],
    }


def _rows(register: Register, asked: AsOf, of: Definition) -> list[list[str]]:
    now = known(register, asked.known_by, asked.basis)
    standings = {standing.person: standing for standing in roll_of(register, asked, of)}
    rows = []
    for evidence in now.everyone.values():
        cells = dict(shown_row(now, evidence, asked.day).cells)
        if standing := standings.get(evidence.person.id):
            cells["counted"], cells["why"] = standing.answer.replace("_", " "), fit_for_a_cell(standing.why)
        rows.append([cells.get(name, "") for name in sheet_columns().names])
    return sorted(rows, key=lambda row: (row[1].casefold(), row[0]))


def _register_mark(register: Register) -> str:
    return make_id(register.store.key, "reg", {"working sheets of": "this register"})


def _seal(register: Register, marker: Mapping[str, str], rows: Sequence[Sequence[str]]) -> str:
    told = {name: value for name, value in marker.items() if name != "seal"}
    return make_id(register.store.key, "sheet", {"marker": told, "rows": sorted(map(list, rows))})


def _about(columns: SheetColumns, marker: Mapping[str, str], people: int) -> list[tuple[str, ...]]:
    said = [
        ("Habeas", f"Working sheet: {people} people as known by {marker['known by']}, status on {marker['on']}."),
        ("Staff only", "It holds everything that the register holds of these people, also what must not be published."),
        ("How", "Edit the sheet People, save it as .xlsx, and import it: habeas import REG THIS_FILE.xlsx --as YOUR_NAME"),
        ("A changed cell", "Exactly the cells that you changed become claims, in your name. What you replace is kept and no longer counts."),
        ("An emptied cell", "Takes back only what was entered in a working sheet in your name."),
        ("A deleted row", "Changes nothing."),
        ("A new row", "Without id: a new person."),
        ("Conflicts", "Where the register has changed a cell since this sheet was made, your edit of that cell stays out and both are shown."),
        ("Days", "2020-08-05, 2020-08 or 2020."),
        ("Several values", "Stand in one cell between semicolons; — stands for one that is not known."),
        ("Grey columns", f"Are shown, not read. 'counted' follows the definition {marker['definition']}."),
    ]  # fmt: skip
    return [*said, *((f"Column: {column.name}", column.about) for column in columns.columns)]


def is_working_sheet(file: TableFile) -> bool:
    """Whether a file is a working sheet of some register."""
    return any(_value(table, "format") == _IS for table in file.tables if table.sheet == MARKER)


def _value(table: Table, what: str) -> str:
    return next((row.cells.get("value", "") for row in table.rows if row.cells.get("what") == what), "")


def read_sheet(register: Register, file: TableFile) -> ExportedSheet:
    """The sheet and what it was when exported. Raises InputRefused for another register's, another version's, or a broken one."""
    tables = {table.sheet: table for table in file.tables}
    again = "export it again with: habeas sheet REG -o NEW.xlsx"
    lacking = [name for name in (PEOPLE, BASE) if name not in tables]
    if lacking:
        raise InputRefused(
            f"{file.file_name}: the sheet '{lacking[0]}' is missing or faulty ({'; '.join(file.warnings)}); {again}"
        )
    marker = {row.cells.get("what", ""): row.cells.get("value", "") for row in tables[MARKER].rows}
    if marker.get("register") != _register_mark(register):
        raise InputRefused(f"{file.file_name}: this is another register's working sheet; import it there")
    if marker.get("version") != sheet_columns().version:
        raise InputRefused(f"{file.file_name}: a working sheet of another version of Habeas; {again}")
    base = [[row.cells.get(name, "") for name in sheet_columns().names] for row in tables[BASE].rows]
    if _seal(register, marker, base) != marker.get("seal"):
        raise InputRefused(f"{file.file_name}: the hidden sheets of this file were changed; {again}")
    if "id" not in tables[PEOPLE].columns:
        raise InputRefused(f"{file.file_name}: the column 'id' is gone, so nobody knows whose row is whose; {again}")
    by_id = {row[0]: dict(zip(sheet_columns().names, row, strict=True)) for row in base}
    return ExportedSheet(date.fromisoformat(marker["on"]), marker["seal"], by_id, tables[PEOPLE])
