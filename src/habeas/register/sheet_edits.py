"""Which cells of a working sheet were edited, against what it held when it was exported and what the register says now.

A cell that the register has changed too is a conflict, unless both say the same: nothing of it enters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from typing import Any

from habeas.claims.lists.asserted import Asserted, CellRefused
from habeas.claims.lists.sheet_columns import (
    SheetColumn,
    SheetColumns,
    converted,
    numbered_day,
    sheet_columns,
    values_in,
)
from habeas.register.sheet_changes import Change, Group
from habeas.register.sheet_rows import Item, ShownRow

#: Whether a person already has a claim that says this, made in a working sheet.
Entered = Callable[[Asserted], bool]


@dataclass(slots=True)
class RowEdits:
    """What an edited row asks for. `cells`: edited cells with what they held and hold. `stays` are values that remain in their cell;
    `new_key` tells the row of a new person from others."""

    row: int
    person: str | None
    name: str
    cells: dict[str, tuple[str, str]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    stays: dict[str, list[Item]] = field(default_factory=dict)
    conflicts: list[dict[str, Any]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    new_key: str | None = None


def edits_of(
    row: int, mine: Mapping[str, str], base: Mapping[str, str], now: ShownRow | None, day: date, entered: Entered,
    present: Sequence[str],
) -> RowEdits:  # fmt: skip
    """The edits of one row. `now` None = a new person; `present` are the columns still there. Raises CellRefused naming the column."""
    columns = sheet_columns()
    theirs = now.cells if now is not None else {}
    found = RowEdits(row, now.person if now is not None else None, mine.get("name") or theirs.get("name", ""))
    for column in columns.columns:
        if (
            not column.is_read
            and column.name in present
            and column.to != "id"
            and mine.get(column.name, "") != base.get(column.name, "")
        ):
            raise CellRefused(
                column.name, "is shown, not read; put its former text back, and edit the columns it follows from"
            )
    for name, group in columns.groups.items():
        asked = [c for c in group if c.name in present and not _is_untouched(columns, c, base, mine, found)]
        if asked:
            _Edited(columns, name, group, base, mine, now, day).settle(asked, found, entered)
    return found


def _is_untouched(
    columns: SheetColumns, column: SheetColumn, base: Mapping[str, str], mine: Mapping[str, str], found: RowEdits
) -> bool:
    before, after = base.get(column.name, ""), mine.get(column.name, "")
    if columns.same(column, before, after):
        return True
    if column.part == "when" and (day := numbered_day(after)):
        found.notices.append(
            f"row {found.row}, {column.name}: {after} is a spreadsheet's number for {day}, and is read so"
        )
    if converted(before, after):
        found.notices.append(
            f"row {found.row}, {column.name}: {after} taken as {before}, written otherwise by the spreadsheet; if it was meant, type it in words"
        )
        return True
    return False


@dataclass(slots=True)
class _Edited:
    """The columns of one predicate in one row: as exported, as edited, and as they are now."""

    columns: SheetColumns
    name: str
    group: Sequence[SheetColumn]
    base: Mapping[str, str]
    mine: Mapping[str, str]
    now: ShownRow | None
    day: date

    def settle(self, asked: Sequence[SheetColumn], found: RowEdits, entered: Entered) -> None:
        """Take in the edited columns of the group, or show why not."""
        theirs = self._theirs()
        edited = [c for c in asked if not self._is_there(c, theirs)]
        if not edited or self._was_entered(entered):
            return
        _refuse_empty_name(edited, self.mine)
        moved = len(self._items()) != len(self._values(self.base)) and len(self.group) > 1
        for column in edited:
            if moved or not self.columns.same(column, self.base.get(column.name, ""), theirs.get(column.name, "")):
                found.conflicts.append(_conflict(found, column, self.base, theirs, self.mine))
        clear = [c for c in edited if not any(one["column"] == c.name for one in found.conflicts)]
        if clear:
            merged = {c.name: (self.mine if c in clear else theirs).get(c.name, "") for c in self.group}
            changes = list(self._changes(merged, found))
            found.changes += changes
            found.cells |= {c.name: (theirs.get(c.name, ""), self.mine.get(c.name, "")) for c in clear}

    @property
    def _of(self) -> Group:
        return Group(self.columns, self.name, self.group, self.day)

    def _theirs(self) -> Mapping[str, str]:
        return self.now.cells if self.now is not None else {}

    def _items(self) -> list[Item]:
        return self.now.items[self.name] if self.now is not None else []

    def _values(self, cells: Mapping[str, str]) -> list[tuple[str, ...]]:
        """The cells of the group, value by value."""
        return list(zip_longest(*(values_in(c, cells.get(c.name, "")) for c in self.group), fillvalue=""))

    def _is_there(self, column: SheetColumn, theirs: Mapping[str, str]) -> bool:
        """Whether the register says already what the cell says: all of it, or all that was added to it and nothing that was taken out."""
        mine, base, now = (
            self.columns.canonical(column, cells.get(column.name, "")) for cells in (self.mine, self.base, theirs)
        )
        if mine == now:
            return True
        added, gone = set(mine) - set(base), set(base) - set(mine)
        return column.several and bool(added or gone) and added <= set(now) and not gone & set(now)

    def _was_entered(self, entered: Entered) -> bool:
        """Whether every value that the sheet has beyond its export was claimed from a sheet before."""
        base = self._values(self.base)
        before = [self._of.form(v) for v in base]
        new = [(n, v) for n, v in enumerate(self._values(self.mine)) if self._of.form(v) not in before]
        told = [self._of.told(v, self._of.edited(v, base[n] if n < len(base) else None)) for n, v in new]
        return bool(new) and all(made and all(map(entered, made)) for made in told)

    def _changes(self, merged: Mapping[str, str], found: RowEdits) -> list[Change]:
        old = dict(enumerate(self._items()))
        new: dict[int, tuple[str, ...]] = {}
        for place, values in enumerate(self._values(merged)):
            same = next((n for n, item in old.items() if self._of.form(item.texts) == self._of.form(values)), None)
            if same is None:
                new[place] = values
            else:
                found.stays.setdefault(self.name, []).append(old.pop(same))
        changes: list[Change] = []
        for place, values in new.items():
            gone = old.pop(place, None) or (old.pop(min(old)) if old else None)
            changes += self._of.changes(values, gone)
        return changes + [Change(self.name, None, item) for item in old.values()]


def _refuse_empty_name(edited: Sequence[SheetColumn], mine: Mapping[str, str]) -> None:
    if any(c.name == "name" for c in edited) and not any(map(str.isalpha, mine.get("name", ""))):
        raise CellRefused("name", "the name is empty; write it, or put the former one back")


def _conflict(
    found: RowEdits, column: SheetColumn, base: Mapping[str, str], theirs: Mapping[str, str], mine: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "row": found.row, "id": found.person, "name": found.name, "column": column.name, "was": base.get(column.name, ""),
        "register": theirs.get(column.name, ""), "sheet": mine.get(column.name, ""),
    }  # fmt: skip
