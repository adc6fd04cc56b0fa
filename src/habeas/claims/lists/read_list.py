"""One version of a list, read through its mapping: the persons it names, the rows refused, and the columns that are left out.

A refused row whose id can be read is remembered: the person is still in the list, so that nobody is taken for gone because of a typing
error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.claims.claims_file import Refused
from habeas.claims.lists.asserted import CellRefused, Person
from habeas.claims.lists.days_in_cells import AmbiguousDay
from habeas.claims.lists.mapping import Mapping
from habeas.claims.lists.never_held import held_if_mapped, never_held
from habeas.claims.lists.row_cells import RowReader
from habeas.kernel.errors import InputRefused
from habeas.sources.tables import Row, Table

#: Where more than half of at least so many rows are refused, it is the file that is at fault.
_ENOUGH_ROWS = 20


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column of which nothing is kept, and why."""

    column: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadList:
    """`rows` counts the rows of the file; `refused_ids` are the people whose rows are refused; `kept` the columns that may be kept."""

    rows: int
    persons: tuple[Person, ...]
    refused: tuple[Refused, ...]
    refused_ids: frozenset[str]
    kept: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def read_list(table: Table, mapping: Mapping, published: date, name: str) -> ReadList:
    """Read the table of a version of the day `published` row by row. Raises InputRefused when the file is at fault rather than single rows."""
    wanted = [row for row in table.rows if _is_wanted(row, mapping)] if mapping.only else table.rows
    there = {column for row in wanted for column in row.cells} if mapping.only else table.columns
    kept, left_out = _columns([column for column in table.columns if column in there], mapping)
    if not wanted:
        raise InputRefused(f"{name}: no row in it; an empty list is no list: check that the download was complete")
    rows = [_without(row, left_out) for row in wanted] if left_out else wanted
    reader = RowReader(mapping, published)
    sound: list[Person] = []
    refused: list[Refused] = []
    for row in rows:
        try:
            sound.append(reader.person_in(row))
        except AmbiguousDay as error:
            raise InputRefused(f"{name}: row {row.number}: {error}") from error
        except CellRefused as error:
            refused.append(Refused(row.number, error.column, str(error)))
    _refuse_shifted(refused, len(rows), name)
    persons, doubled = _one_row_each(sound, rows)
    refused = sorted([*refused, *doubled], key=lambda r: r.row)
    numbers = {r.row for r in refused}
    ids = {found for row in rows if row.number in numbers and (found := reader.id_in(row)) is not None}
    return ReadList(len(rows), persons, tuple(refused), frozenset(ids - {p.id for p in persons}), kept, left_out)


def _columns(columns: Sequence[str], mapping: Mapping) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """Which columns may be kept. What nobody has mapped is not kept either: it could hold anything."""
    left_out = []
    for column in columns:
        by_hand = not mapping.packaged and column in mapping.columns
        if what := never_held(column):
            left_out.append(LeftOut(column, f"{what}: never held in a register"))
        elif (what := held_if_mapped(column)) and not by_hand:
            left_out.append(LeftOut(column, f"{what}: for the staff alone; map the column by hand to keep it"))
        elif mapping.column(column) is None:
            left_out.append(
                LeftOut(column, "not mapped; add a line for it to the mapping, 'ignore' to keep it in the copy")
            )
    gone = {one.column for one in left_out}
    return tuple(column for column in columns if column not in gone), tuple(left_out)


def _is_wanted(row: Row, mapping: Mapping) -> bool:
    return all(row.cells.get(column) in values for column, values in mapping.only.items())


def _without(row: Row, left_out: Sequence[LeftOut]) -> Row:
    gone = {one.column for one in left_out}
    return Row(row.number, {column: cell for column, cell in row.cells.items() if column not in gone}, row.fault)


def _refuse_shifted(refused: Sequence[Refused], rows: int, name: str) -> None:
    if rows >= _ENOUGH_ROWS and len(refused) * 2 > rows:
        first = refused[0]
        where = f"row {first.row}, {first.column or 'whole row'}: {first.why}"
        raise InputRefused(
            f"{name}: {len(refused)} of {rows} rows cannot be read ({where}); the columns have shifted, or the mapping is another list's"
        )


def _one_row_each(sound: Sequence[Person], rows: Sequence[Row]) -> tuple[tuple[Person, ...], list[Refused]]:
    """One row for each id. A row repeated to the letter is held once; rows that differ under one id are all refused."""
    cells = {row.number: row.cells for row in rows}
    by_id: dict[str, list[Person]] = defaultdict(list)
    for person in sound:
        by_id[person.id].append(person)
    persons, refused = [], []
    for same in by_id.values():
        first = same[0]
        if all(cells[p.row] == cells[first.row] for p in same[1:]):
            persons.append(first)
            refused += [
                Refused(p.row, None, f"repeats row {first.row} to the letter; held once: remove one") for p in same[1:]
            ]
            continue
        numbers = ", ".join(str(p.row) for p in same)
        refused += [
            Refused(
                p.row, None, f"the id {p.id} stands in rows {numbers} with different cells; give each person one id"
            )
            for p in same
        ]
    return tuple(persons), refused
