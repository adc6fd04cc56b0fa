"""A CSV of pairs of names (columns name_a, name_b) compared row by row, in input order.

A row that holds no two names is refused with its number and the remedy; the others are compared. A name longer than a name can be is
refused too, so that no text is taken for one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.kernel.errors import InputRefused
from habeas.names.explained import explained
from habeas.names.name_fault import name_fault
from habeas.names.parsed import parsed
from habeas.names.score import REVIEW, SAME

COLUMNS = ("name_a", "name_b")
#: What may stand between columns, with its name: spreadsheets in many languages write a semicolon.
_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}


@dataclass(frozen=True, slots=True)
class ComparedPairs:
    """`pairs` and `refused` (row as a spreadsheet counts it, column, why) as they are printed."""

    pairs: Sequence[Mapping[str, Any]]
    refused: Sequence[Mapping[str, Any]]

    def to_json(self) -> dict[str, Any]:
        """Thresholds, pairs in input order and rows refused."""
        return {"threshold": SAME, "review_from": REVIEW, "pairs": list(self.pairs), "refused": list(self.refused)}


def compare_pairs(path: Path) -> ComparedPairs:
    """Every pair of the file. Raises InputRefused where the file cannot be read or lacks a column."""
    pairs: list[Mapping[str, Any]] = []
    refused: list[Mapping[str, Any]] = []
    for number, row, miscounted in _rows(path):
        faults = [(column, why) for column in COLUMNS if (why := miscounted or _fault(row.get(column)))]
        if faults:
            column, why = faults[0]
            refused.append({"row": number, "column": column, "why": why})
            continue
        one, other = (row[column] for column in COLUMNS)
        found = explained(one, other)
        pairs.append({
            "name_a": one, "name_b": other, "score": round(found.score, 4), "decision": found.decision,
            "reasons": [f"{reason.part} {reason.verdict}: {reason.sentence}" for reason in found.reasons],
        })  # fmt: skip
    return ComparedPairs(pairs, refused)


def _fault(name: str | None) -> str | None:
    """What is wrong with a cell as a name to be compared, and the remedy; None when it can be."""
    fault = name_fault(name)
    if fault is None and name is not None and not parsed(name).words:
        return "there is no name in it beside what stands in brackets or quotation marks; write the name"
    return fault


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str], str | None]]:
    """Each row with the number a spreadsheet gives it, its cells by column, and what is wrong with their number."""
    if not path.is_file():
        raise InputRefused(f"{path}: no such file; give a CSV file with the columns name_a, name_b")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused(f"{path.name}: not UTF-8 ({error.reason}); save it as UTF-8") from error
    except OSError as error:
        raise InputRefused(f"{path.name}: cannot be read ({error.strerror}); check its permissions") from error
    text = text.replace("\0", "")
    mark = _separator(text, path.name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        header = [cell.strip() for cell in next(reader)]
        for number, cells in enumerate(reader, start=2):
            if cells:
                yield number, dict(zip(header, cells, strict=False)), _miscounted(header, cells, mark)
    except csv.Error as error:
        raise InputRefused(f"{path.name}, line {reader.line_num}: {error}; close the quotes of that row") from error


def _separator(text: str, name: str) -> str:
    """The mark by which the header holds both columns. Raises InputRefused where none does."""
    header = text.splitlines()[:1]
    for mark in _SEPARATORS:
        if set(COLUMNS) <= {cell.strip() for cells in csv.reader(header, delimiter=mark) for cell in cells}:
            return mark
    missing = [column for column in COLUMNS if not any(column in line for line in header)]
    said = f"no column {', '.join(missing)}" if missing else "name_a and name_b are no columns of their own"
    raise InputRefused(
        f"{name}, row 1: {said}; the header is name_a,name_b (a semicolon or a tab may stand for the comma)"
    )


def _miscounted(header: Sequence[str], cells: Sequence[str], mark: str) -> str | None:
    """What is wrong with a row that has more or fewer cells than the header, so that nobody can say which is which; None = nothing."""
    written = [cell for cell in cells[len(header) :] if cell.strip()]
    if not written and len(cells) >= len(header):
        return None
    named = _SEPARATORS[mark]
    return (
        f"the header has {len(header)} columns by the {named}, this row {len(cells)}; put a {named} between its cells as in the header,"
        f" and a name that holds a {named} in quotation marks"
    )
