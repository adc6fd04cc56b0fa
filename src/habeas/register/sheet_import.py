"""Importing an edited working sheet: exactly the changed cells become claims of whoever imports it.

What a new value stands in place of is set aside by a ruling: kept, shown, no longer counted. A value taken out of a cell is retracted
where its editor had entered it in a working sheet; another source's word stands, and that is said. Of the file only the edits are kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from habeas.claims.lists.asserted import Asserted, CellRefused
from habeas.claims.lists.sheet_columns import sheet_columns
from habeas.figures.evidence import Evidence
from habeas.kernel.asof import Basis, utc_today
from habeas.kernel.errors import InputRefused, UsageError
from habeas.register.importing import Wish
from habeas.register.intake import before_intake, take_up, would_take_up
from habeas.register.known import Known, known
from habeas.register.list_difference import SHOWN
from habeas.register.opened import Register
from habeas.register.sheet import OWN, PEOPLE, ExportedSheet, read_sheet
from habeas.register.sheet_edits import RowEdits, edits_of
from habeas.register.sheet_entries import SheetBatch, new_person_key, sheet_source
from habeas.register.sheet_faults import names_of_others, refuse_renamed, refuse_slipped
from habeas.register.sheet_rows import is_of_sheet, shown_row, shown_saying
from habeas.sources.capture import About
from habeas.sources.tables import Row, TableFile


@dataclass(slots=True)
class _Read:
    """What was read of the rows: edits, and rows that stay out with the column and the reason."""

    edits: list[RowEdits] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def import_sheet(register: Register, file: TableFile, about: About, wish: Wish) -> dict[str, Any]:
    """Import one edited sheet. Raises InputRefused where the file is at fault, or `strict` finds a faulty row; then nothing was written."""
    if wish.as_drafts:
        raise UsageError("--as-drafts: an edited working sheet is an editor's own word; import it without")
    if wish.list_name is not None:
        raise UsageError("--list: a working sheet is no version of a list; import it without")
    sheet = read_sheet(register, file)
    others = [
        f"the worksheet '{table.sheet}' left out: only '{PEOPLE}' is read"
        for table in file.tables
        if table.sheet not in OWN
    ]
    refuse_renamed(file.file_name, sheet)
    refuse_slipped(file.file_name, sheet)
    read = _Rows(register, sheet).read()
    if read.refused and wish.strict:
        first = read.refused[0]
        raise InputRefused(
            f"{file.file_name}: row {first['row']}: {first['why']} ({len(read.refused)} faulty in all; --strict refuses the file)"
        )
    edited = [e for e in read.edits if e.changes]
    batch = SheetBatch(register, sheet, file, about, edited)
    before = before_intake(register)
    if not wish.dry_run:
        batch.write()
    identity = would_take_up(register, batch.entries.values()) if wish.dry_run else take_up(register, before)
    answer = _answer(sheet, file, read, batch, wish)
    return {**answer, "notices": [*answer["notices"], *others], **identity}


def _answer(sheet: ExportedSheet, file: TableFile, read: _Read, batch: SheetBatch, wish: Wish) -> dict[str, Any]:
    edited = [e for e in read.edits if e.row in batch.rows]
    added = sum(e.person is None for e in edited)
    gone = sorted(sheet.base.keys() - read.seen)
    notices = [notice for e in read.edits for notice in e.notices] + batch.notices + _lost_columns(sheet)
    if gone:
        names = ", ".join(sheet.base[i]["name"] for i in gone[:10]) + (", ..." if len(gone) > 10 else "")
        notices.append(
            f"{len(gone)} rows of the sheet are gone ({names}): nothing was taken back, a deleted row changes nothing"
        )
    return {
        "sha256": file.sha256, "format": "sheet", "rows": len(sheet.people.rows), "entities": {"person": len(read.seen) + added},
        "added": added, "changed": len(edited) - added, "gone": len(gone),
        "unchanged": len(read.edits) - len(edited), "claims": len(batch.claims), "set_aside": len(batch.set_aside), "retracted": len(batch.retracted),
        "dry_run": wish.dry_run, "refused": read.refused, "conflicts": [c for e in read.edits for c in e.conflicts], "quarantined": [],
        "notices": notices, "changes": [_shown(e) for e in edited][:SHOWN],
    }  # fmt: skip


def _lost_columns(sheet: ExportedSheet) -> list[str]:
    known_names, there = set(sheet_columns().names), set(sheet.people.columns)
    return [
        *(f"column '{name}' is gone from the sheet: nothing was taken back" for name in sheet_columns().names if name not in there),
        *(f"column '{name}' left out: no column of a working sheet" for name in sheet.people.columns if name not in known_names),
    ]  # fmt: skip


def _shown(edits: RowEdits) -> dict[str, Any]:
    return {
        "id": edits.person, "name": edits.name, "row": edits.row,
        "before": [f"{column}: {before or 'nothing'}" for column, (before, _) in edits.cells.items()],
        "after": [f"{column}: {after or 'nothing'}" for column, (_, after) in edits.cells.items()],
    }  # fmt: skip


class _Rows:
    """The rows of a sheet, read against the register of now."""

    def __init__(self, register: Register, sheet: ExportedSheet) -> None:
        self.sheet = sheet
        self.now: Known = known(register, utc_today(), Basis.register())
        self.by_key = {
            m.key: m.id
            for m in register.caught_up().mentions.values()
            if m.key is not None and m.source == sheet_source(register)
        }
        self.times = Counter(row.cells.get("id") for row in sheet.people.rows if row.cells.get("id"))
        self.named: dict[str, int] = defaultdict(int)
        self.of_others = names_of_others(sheet)

    def read(self) -> _Read:
        found = _Read()
        for row in self.sheet.people.rows:
            if row.cells.get("id"):
                found.seen.add(row.cells["id"])
            try:
                found.edits.append(self._row(row))
            except CellRefused as error:
                found.refused.append({"row": row.number, "column": error.column, "why": str(error)})
        found.seen &= self.sheet.base.keys()
        return found

    def _row(self, row: Row) -> RowEdits:
        if row.fault is not None:
            raise CellRefused(None, row.fault)
        given = row.cells.get("id")
        if given is None:
            return self._new_row(row)
        base = self.sheet.base.get(given)
        if base is None:
            raise CellRefused(
                "id",
                f"{given} is nobody of this sheet; leave the id empty for a new person, or put the former one back",
            )
        if self.times[given] > 1 and any(
            row.cells.get(name, "") != base.get(name, "") for name in sheet_columns().names
        ):
            raise CellRefused("id", f"the id stands in {self.times[given]} rows; empty it in those of new people")
        if all(row.cells.get(name, "") == base.get(name, "") for name in self.sheet.people.columns if name in base):
            return RowEdits(row.number, given, base["name"])
        if (why := self.of_others.get(row.number)) is not None:
            raise CellRefused("name", why)
        return self._edits(row, base, self.now.persons.of_mention.get(given))

    def _new_row(self, row: Row) -> RowEdits:
        name = row.cells.get("name", "")
        if not any(map(str.isalpha, name)):
            raise CellRefused("name", "the name is empty; write it, or remove the row")
        self.named[name] += 1
        key = new_person_key(self.sheet.seal, name, self.named[name])
        mention = self.by_key.get(key)
        edits = self._edits(row, {}, None if mention is None else self.now.persons.of_mention.get(mention))
        edits.new_key = key
        return edits

    def _edits(self, row: Row, base: Mapping[str, str], person: str | None) -> RowEdits:
        _refuse_formulas(row)
        if base and person is None:
            raise CellRefused("id", "nothing is claimed of this person any more; export the sheet again")
        evidence = None if person is None else self.now.everyone.get(person)
        shown = None if evidence is None else shown_row(self.now, evidence, self.sheet.day)
        return edits_of(
            row.number,
            row.cells,
            base,
            shown,
            self.sheet.day,
            lambda a: _is_entered(a, evidence),
            self.sheet.people.columns,
        )


def _is_entered(asserted: Asserted, evidence: Evidence | None) -> bool:
    return evidence is not None and any(
        is_of_sheet(claim) and shown_saying(claim) == asserted.key for claim in evidence.claims
    )


def _refuse_formulas(row: Row) -> None:
    for column, cell in row.cells.items():
        if cell.startswith("=") and len(cell) > 1:
            raise CellRefused(column, "holds a formula; put its value in its place")
