"""Faults of a working sheet as a whole: a header that was renamed, a column that slid or was sorted by itself against the ids.

After such a slip every row looks edited, and everybody would get another person's values.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from habeas.claims.lists.sheet_columns import SheetColumn, sheet_columns
from habeas.kernel.errors import InputRefused
from habeas.register.sheet import ExportedSheet
from habeas.sources.tables import Row

#: A slip shows in so many rows at least, and in this share of them.
_ROWS, _SHARE = 3, 1 / 3
#: So much of what the changed rows hold now must have stood in them before, in other rows.
_SAME_VALUES = 0.8


def refuse_renamed(name: str, sheet: ExportedSheet) -> None:
    """Raises InputRefused where a column that is read is gone and an unknown one is there: edits in it would be lost."""
    there = sheet.people.columns
    gone = [column.name for column in sheet_columns().columns if column.is_read and column.name not in there]
    unknown = [column for column in there if column not in sheet_columns().names]
    if gone and unknown:
        raise InputRefused(
            f"{name}: the header lacks {_listed(gone)} and has {_listed(unknown)} instead; write '{gone[0]}' over the column that was"
            " renamed, and take out columns of your own"
        )


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def refuse_slipped(name: str, sheet: ExportedSheet) -> None:
    """Raises InputRefused naming the column whose values now stand in other people's rows."""
    rows = [(row, base) for row in sheet.people.rows if (base := sheet.base.get(row.cells.get("id", ""))) is not None]
    for column in sheet_columns().columns:
        if column.is_read and column.name in sheet.people.columns and _has_slipped(column, rows):
            raise InputRefused(
                f"{name}: the column '{column.name}' has slipped against the ids, or was sorted by itself: what stands in it now stood in"
                " other people's rows; put it back, or export the sheet again and repeat the edits"
            )


def _has_slipped(column: SheetColumn, rows: list[tuple[Row, Mapping[str, str]]]) -> bool:
    same = sheet_columns().same
    cells = [(base.get(column.name, ""), row.cells.get(column.name, "")) for row, base in rows]
    filled = [(before, after) for before, after in cells if before or after]
    changed = [(before, after) for before, after in filled if not same(column, before, after)]
    if len(changed) < max(_ROWS, _SHARE * len(filled)):
        return False
    moved = Counter(after for _, after in changed if after) & Counter(before for before, _ in changed if before)
    return moved.total() >= _SAME_VALUES * len(changed)


def names_of_others(sheet: ExportedSheet) -> dict[int, str]:
    """Rows whose name was changed to that of another person of the sheet, by number, with the reason for which they stay out."""
    return dict(_names_of_others(sheet))


def _names_of_others(sheet: ExportedSheet) -> Iterator[tuple[int, str]]:
    owners: dict[str, list[str]] = defaultdict(list)
    for person, cells in sheet.base.items():
        owners[_plain(cells.get("name", ""))].append(person)
    for row in sheet.people.rows:
        base = sheet.base.get(row.cells.get("id", ""))
        name = _plain(row.cells.get("name", ""))
        if base is not None and name and name != _plain(base.get("name", "")) and name in owners:
            other = owners[name][0]
            yield (
                row.number,
                f"is the name of {other}, another row of this sheet; put the former name back. If both are one person: habeas judge REG"
                f" {row.cells['id']} {other} same. If they share the name, write it among the other names",
            )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
