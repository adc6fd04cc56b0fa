"""An XLSX workbook to text: one passage for each sheet, its rows as lines and its cells between tabs, from A1 on.

Cells keep their places, so that a character's place says its row and column. Tabs and line ends inside a cell become blanks.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time

from habeas.sources.child.confined import Answer, clean

#: Unpacked size that an honest ZIP directory may announce; what a dishonest one unpacks runs into the memory limit.
MOST_UNPACKED = 400 * 1024 * 1024
MOST_CELLS = 5_000_000


def read_xlsx(data: bytes) -> Answer:
    """One passage for each sheet that holds something."""
    # trusted only with what is left after the confinement
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        return {"because": clean(f"the workbook is faulty: {error}")}
    if unpacked > MOST_UNPACKED:
        return {"because": f"it unpacks to {unpacked >> 20} MB, more than the {MOST_UNPACKED >> 20} MB allowed"}
    passages, warnings = [], []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            _, (last_row, last_column) = sheet.start or (0, 0), sheet.end or (0, 0)
            if (last_row + 1) * (last_column + 1) > MOST_CELLS:
                warnings.append(clean(f"sheet {name} not parsed, because it spans more than {MOST_CELLS} cells"))
                continue
            text = laid_out(sheet.to_python(skip_empty_area=False))
            if text.strip():
                passages.append({"text": text, "sheet": clean(name)})
    except CalamineError as error:
        return {"because": clean(f"the workbook is faulty: {error}")}
    if not passages:
        return {"because": "; ".join(warnings[:3]) or "the workbook has no cells", "warnings": warnings}
    return {"passages": passages, "warnings": warnings}


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
