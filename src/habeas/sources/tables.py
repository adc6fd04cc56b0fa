"""A file to tables: rows of cells under named columns, each row with the number a spreadsheet gives it.

CSV and JSON are read in this process, workbooks and pages in the sandboxed child. Text stays as it is written: `001` keeps its zeros and
a person called Null stays. A fault of the file is raised; a fault of one row is kept with the row.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from habeas.kernel.errors import InputRefused
from habeas.kernel.ids import sha256_hex
from habeas.sources.child.workbook_marks import MERGED
from habeas.sources.media import HTML, XLSX, media_type, read_bytes
from habeas.sources.plain import decode, is_guess
from habeas.sources.sandbox import parse_in_sandbox

#: Lists are larger than articles: 100,000 rows of a national list are some 40 MB.
LIST_LIMIT = 256 * 1024 * 1024
_DELIMITERS = (",", ";", "\t", "|")
#: A cell of more characters than this is a quotation mark that was never closed.
_LONGEST_CELL = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """`number` counts from 1, the header included, as spreadsheets do. An empty cell is absent. `fault` None = none seen so far."""

    number: int
    cells: Mapping[str, str]
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `sheet` is its name in a workbook, empty elsewhere."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file read as tables, with its bytes and their SHA-256. `warnings` are doubts and parts left out."""

    file_name: str
    data: bytes = field(repr=False)
    sha256: str
    media_type: str
    tables: tuple[Table, ...] = field(repr=False)
    warnings: tuple[str, ...] = ()


def read_tables(path: str | Path, encoding: str | None = None) -> TableFile:
    """Every table of a file. Raises InputRefused naming the file and the remedy; an encoding is never guessed."""
    data = read_bytes(path, LIST_LIMIT)
    kind = media_type(path, data)
    name = str(path)
    if kind in (XLSX, HTML):
        tables, warnings = _from_child(data, kind, name)
    else:
        text, used = decode(data, name, encoding)
        if encoding is None and is_guess(used):
            raise InputRefused(
                f"{name}: not UTF-8; it may be {used}, which is not guessed, since every name would hang on it: import it again with"
                f" --encoding {used} and look at the names, or save it as UTF-8"
            )
        tables, warnings = (_from_text(text.removeprefix("\ufeff"), kind, name),), ()
    return TableFile(Path(path).name, data, sha256_hex(data), kind, tables, warnings)


def _from_text(text: str, kind: str, name: str) -> Table:
    if kind in ("application/json", "application/jsonl") or text.lstrip()[:1] in ("{", "["):
        return _from_objects(_objects(text, name), name)
    return _from_csv(text, name)


def _from_csv(text: str, name: str) -> Table:
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda mark: (first.count(mark), -_DELIMITERS.index(mark)))
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        records = list(enumerate(reader, start=1))
    except csv.Error as error:
        raise InputRefused(
            f"{name}: line {reader.line_num}: no sound CSV ({error}); the file is cut off or a quotation mark is missing: get it again"
        ) from error
    return _table(records, name, is_cut_off=not text.endswith(("\n", "\r")), padded=False)


def _from_child(data: bytes, kind: str, name: str) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    parsed = parse_in_sandbox(data, kind, purpose="table")
    if parsed.because is not None:
        raise InputRefused(f"{name}: {parsed.because.removeprefix('stored, ')}")
    tables, faults = [], []
    for passage in parsed.passages:
        records = [(n, line.split("\t")) for n, line in enumerate(passage.text.split("\n"), start=1)]
        try:
            tables.append(_table(records, name, padded=True, sheet=passage.sheet or ""))
        except InputRefused as error:
            faults.append(error)
    if not tables:
        raise faults[0]
    # a page or workbook often holds a legend or a cover beside the list
    left_out = [f"{error}; left out" for error in faults]
    return tuple(tables), (*parsed.warnings, *left_out)


def _table(
    records: Sequence[tuple[int, list[str]]], name: str, *, padded: bool, is_cut_off: bool = False, sheet: str = ""
) -> Table:
    """`padded`: a short row has empty cells at its end; otherwise a short row is one whose columns have shifted."""
    filled = [(number, cells) for number, cells in records if any(cell.strip() for cell in cells)]
    if not filled:
        raise InputRefused(f"{name}: no row in it; check that the download or copy was complete")
    _, header = filled[0]
    columns = _columns(header, f"{name}: {sheet}" if sheet else name)
    rows = [_row(number, cells, columns, padded=padded) for number, cells in filled[1:]]
    if rows and is_cut_off and rows[-1].fault:
        raise InputRefused(f"{name}: row {rows[-1].number} is cut off; the file is incomplete, get it again")
    return Table(columns, tuple(rows), sheet)


def _columns(header: Sequence[str], name: str) -> tuple[str, ...]:
    if MERGED in header:
        raise InputRefused(f"{name}: its first row has merged cells; unmerge them, the first row names the columns")
    columns = [head.strip() for head in header]
    while columns and not columns[-1]:
        columns.pop()
    named = [column for column in columns if column]
    twice = sorted({column for column in named if named.count(column) > 1})
    if twice:
        raise InputRefused(f"{name}: the header names '{twice[0]}' twice; give each column a name of its own")
    if len(named) < len(columns):
        raise InputRefused(f"{name}: column {columns.index('') + 1} has no name in the header; name it or remove it")
    return tuple(columns)


def _row(number: int, cells: Sequence[str], columns: Sequence[str], *, padded: bool) -> Row:
    held = {column: told for column, cell in zip(columns, cells, strict=False) if (told := cell.strip())}
    beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
    fault = None
    if MERGED in cells:
        held = {column: cell for column, cell in held.items() if cell != MERGED}
        fault = "has merged cells; unmerge them, and write in each row what holds of it"
    elif beyond or (len(cells) < len(columns) and not padded):
        fault = (
            f"has {len(cells)} cells where the header names {len(columns)}: its columns have shifted, or it is cut off"
        )
    return Row(number, held, fault)


def _objects(text: str, name: str) -> list[Mapping[str, Any]]:
    """A list of objects, one object that holds such a list, or one object a line."""
    try:
        told = _loads(text)
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.splitlines() if line.strip()]
        try:
            told = [_loads(line) for line in lines]
        except (ValueError, RecursionError):
            raise InputRefused(f"{name}: no whole JSON ({error}); check that the download was complete") from error
    if isinstance(told, dict):
        lists = [value for value in told.values() if isinstance(value, list)]
        told = lists[0] if len(lists) == 1 else [told]
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told) or not told:
        raise InputRefused(
            f"{name}: no list of objects; a list in JSON is [{{...}}, {{...}}], one object for each person"
        )
    return told


def _loads(text: str) -> Any:
    # numbers stay as they are written
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)


def _from_objects(objects: Sequence[Mapping[str, Any]], name: str) -> Table:
    leaves = [list(_leaves(one, "")) for one in objects]
    columns = tuple(dict.fromkeys(column for row in leaves for column, _ in row))
    if not columns:
        raise InputRefused(f"{name}: objects without a field; check that the download was complete")
    rows = [Row(number, {column: text for column, text in row if text}) for number, row in enumerate(leaves, start=1)]
    return Table(columns, tuple(rows))


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every leaf under its path, parts between slashes; what is null or blank is empty."""
    if isinstance(value, (dict, list)):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in inside:
            yield from _leaves(inner, f"{path}/{key}" if path else str(key))
    else:
        yield path, "" if value is None else str(value).upper() if isinstance(value, bool) else str(value).strip()


def copy_of(table: Table, columns: Sequence[str], media: str) -> tuple[bytes, str]:
    """The named columns alone, each row under its number, and the media type: what is kept of a file of which not all may be kept."""
    if media in ("application/json", "application/jsonl"):
        objects = [{column: row.cells[column] for column in columns if column in row.cells} for row in table.rows]
        return json.dumps(objects, ensure_ascii=False, indent=0).encode(), "application/json"
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    written = 1
    for row in table.rows:
        out.write("\n" * (row.number - written - 1))
        writer.writerow([row.cells.get(column, "") for column in columns])
        written = row.number
    return out.getvalue().encode(), "text/csv"
