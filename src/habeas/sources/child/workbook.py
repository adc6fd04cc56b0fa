"""An XLSX workbook to text: one passage for each sheet, its rows as lines and its cells between tabs, from A1 on.

Cells keep their places, so that a character's place says its row and column. Tabs and line ends inside a cell become blanks.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time

from habeas.sources.child.confined import Answer, clean
from habeas.sources.child.workbook_marks import MERGED, Marked, Marks

#: Unpacked size that an honest ZIP directory may announce; what a dishonest one unpacks runs into the memory limit.
MOST_UNPACKED = 400 * 1024 * 1024
MOST_CELLS = 5_000_000


def read_xlsx(data: bytes) -> Answer:
    """One passage for each sheet that holds something."""
    return _read(data, marked=False)


def read_xlsx_tables(data: bytes) -> Answer:
    """The same, for lists: formulas stand as formulas, merged cells are marked, and numbers keep the zeros they are shown with."""
    return _read(data, marked=True)


def _read(data: bytes, *, marked: bool) -> Answer:
    # trusted only with what is left after the confinement
    from python_calamine import CalamineError, CalamineWorkbook

    passages, warnings = [], []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
            if unpacked > MOST_UNPACKED:
                return {"because": f"it unpacks to {unpacked >> 20} MB, more than the {MOST_UNPACKED >> 20} MB allowed"}
            marks = Marked(packed) if marked else None
            book = CalamineWorkbook.from_filelike(io.BytesIO(data))
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                _, (last_row, last_column) = sheet.start or (0, 0), sheet.end or (0, 0)
                if (last_row + 1) * (last_column + 1) > MOST_CELLS:
                    warnings.append(clean(f"sheet {name} not parsed, because it spans more than {MOST_CELLS} cells"))
                    continue
                rows: list[list[object]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
                if marks is not None:
                    _mark(rows, marks.of(name), sheet.merged_cell_ranges or ())
                text = laid_out(rows)
                if text.strip():
                    passages.append({"text": text, "sheet": clean(name)})
    except (zipfile.BadZipFile, ValueError, NotImplementedError, CalamineError) as error:
        return {"because": clean(f"the workbook is faulty: {error}")}
    if not passages:
        return {"because": "; ".join(warnings[:3]) or "the workbook has no cells", "warnings": warnings}
    return {"passages": passages, "warnings": warnings}


def _mark(rows: list[list[object]], marks: Marks, merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    for (first_row, first_column), (last_row, last_column) in merged:
        for row in range(first_row, min(last_row, len(rows) - 1) + 1):
            for column in range(first_column, min(last_column, len(rows[row]) - 1) + 1):
                rows[row][column] = rows[row][column] if (row, column) == (first_row, first_column) else MERGED
    for (row, column), said in marks.items():
        if row >= len(rows):
            rows += [[] for _ in range(row - len(rows) + 1)]
        rows[row] += [""] * (column - len(rows[row]) + 1)
        rows[row][column] = said


def laid_out(rows: Iterable[Iterable[object]]) -> str:
    """Rows as text, without what is empty at the end of rows and of the sheet."""
    return "\n".join("\t".join(cell_text(cell) for cell in row).rstrip("\t") for row in rows).rstrip("\n")


def cell_text(cell: object) -> str:
    """What a cell shows: whole numbers without ".0", days and moments in ISO form."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return " ".join(clean(str(cell)).replace("\t", " ").splitlines())
