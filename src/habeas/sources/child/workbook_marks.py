"""What a workbook's reader does not tell of a cell: that it holds a formula, an error, merged cells, or a number shown with zeros before it.

A formula's kept result may be missing or old, and a merged cell's value stands in one of its rows alone: both would be lost in silence.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

#: Stands in every cell that a merged one covers.
MERGED = "\ufffc"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TARGET = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ZEROS = re.compile("0{2,}")

#: By row and column, both from 0, what the cell is to be read as.
Marks = dict[tuple[int, int], str]


class Marked:
    """The marks of each sheet of one workbook, looked for only where the sheet's XML has something to mark."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._paths = dict(_sheet_paths(packed))
        self._zeros = _zero_formats(packed)

    def of(self, sheet: str) -> Marks:
        """Marks of a sheet. Nothing where its XML is not found: then the reader found it by another way."""
        path = self._paths.get(sheet)
        if path is None:
            return {}
        data = self._packed.read(path)
        if not self._zeros and b"<f" not in data and b't="e"' not in data:
            return {}
        return dict(self._marks(data))

    def _marks(self, data: bytes) -> Iterator[tuple[tuple[int, int], str]]:
        for cell in ElementTree.fromstring(data).iter(f"{_MAIN}c"):  # noqa: S314 - in the sandbox, where all parsers are
            place = _PLACE.fullmatch(cell.get("r", ""))
            if place is None:
                continue
            said = self._said(cell)
            if said is not None:
                yield (int(place[2]) - 1, column_number(place[1])), said

    def _said(self, cell: ElementTree.Element) -> str | None:
        formula, value = cell.find(f"{_MAIN}f"), cell.findtext(f"{_MAIN}v") or ""
        if formula is not None:
            return f"={formula.text or '(formula)'}"
        if cell.get("t") == "e":
            return value
        zeros = self._zeros.get(cell.get("s", "0"))
        return value.zfill(zeros) if zeros and cell.get("t", "n") == "n" and value.isdigit() else None


def column_number(letters: str) -> int:
    """A, B, ... AA as numbers from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _sheet_paths(packed: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    names = set(packed.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return
    links = ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - in the sandbox
    targets = {link.get("Id"): link.get("Target", "") for link in links.iter(_TARGET)}
    for sheet in ElementTree.fromstring(packed.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):  # noqa: S314 - in the sandbox
        target = targets.get(sheet.get(_LINK), "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if path in names:
            yield sheet.get("name", ""), path


def _zero_formats(packed: zipfile.ZipFile) -> dict[str, int]:
    """How many digits a cell of each style shows at least; styles with plain numbers are absent."""
    if "xl/styles.xml" not in packed.namelist():
        return {}
    styles = ElementTree.fromstring(packed.read("xl/styles.xml"))  # noqa: S314 - in the sandbox
    codes = {f.get("numFmtId"): f.get("formatCode", "") for f in styles.iter(f"{_MAIN}numFmt")}
    formats = styles.find(f"{_MAIN}cellXfs")
    found = enumerate(codes.get(xf.get("numFmtId"), "") for xf in (formats if formats is not None else ()))
    return {str(number): len(code) for number, code in found if _ZEROS.fullmatch(code)}
