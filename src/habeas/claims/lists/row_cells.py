"""One row of a list to the person it names and what it asserts.

A row with a faulty cell is refused as a whole, so that nobody is held by half.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from datetime import date
from fnmatch import fnmatchcase

from habeas.claims.lists.asserted import Asserted, CellRefused, Person
from habeas.claims.lists.making import asserted_in
from habeas.claims.lists.mapping import NAME_PARTS, NAMING, Mapping
from habeas.names.name_fault import name_fault
from habeas.sources.tables import Row

#: Invisible characters that turn the direction of writing or make two equal-looking ids differ. Joiners that scripts need may stay.
_UNSEEN = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_FORMULA = re.compile(r"=\s*[\w+\-@(\"'{$]")


def cells_of(row: Row, mapping: Mapping) -> dict[str, str]:
    """A row's cells without those that only look filled. A name is a name, whatever it is: people are called Null."""
    if not mapping.empty:
        return dict(row.cells)
    return {
        column: cell
        for column, cell in row.cells.items()
        if cell.casefold() not in mapping.empty or _names_somebody(column, mapping)
    }


def _names_somebody(column: str, mapping: Mapping) -> bool:
    how = mapping.column(column)
    return how is not None and how.to in NAMING


def id_in(row: Row, mapping: Mapping) -> str | None:
    """The id the list gives this row's person; None = it gives none, or it is unreadable."""
    cells = cells_of(row, mapping)
    parts = [cells.get(column, "") for column, how in mapping.columns.items() if how.to == "id"]
    if not parts:
        parts = [cells.get(column, "") for column, how in mapping.columns.items() if how.to in ("name", *NAME_PARTS)]
    said = "|".join(parts)
    return None if not any(parts) or _UNSEEN.search(said) else said


def person_in(row: Row, mapping: Mapping, published: date) -> Person:
    """What the row of a list of the day `published` asserts. Raises CellRefused naming the column; AmbiguousDay when the whole list lacks a declared order of days."""
    if row.fault is not None:
        raise CellRefused(None, row.fault)
    cells = cells_of(row, mapping)
    for column, cell in cells.items():
        _refuse_unseen(column, cell)
    names = _named(cells, mapping) or _put_together(cells, mapping)
    if not names and mapping.unnamed:
        raise CellRefused(None, f"nobody is named: a name is wanted, or {_listed(mapping.unnamed)}")
    for columns, name in names or [((), "")]:
        if fault := name_fault(name):
            raise CellRefused(columns[0] if columns else _column_of(("name", "surname"), mapping), fault)
    person_id = id_in(row, mapping)
    if person_id is None:
        raise CellRefused(
            _column_of(("id",), mapping),
            "the id is empty; without it the next version would not know whom this row is about",
        )
    asserted = asserted_in(cells, mapping, published)
    called = [Asserted("name", {"text": name}, quote=name, columns=columns) for columns, name in names]
    told = {one.key for one in asserted}
    return Person(row.number, person_id, names[0][1], (*(one for one in called if one.key not in told), *asserted))


def _column_of(roles: tuple[str, ...], mapping: Mapping) -> str | None:
    return next((column for column, how in mapping.columns.items() if how.to in roles), None)


def _named(cells: Map[str, str], mapping: Mapping) -> list[tuple[tuple[str, ...], str]]:
    """Every name with its columns; first the one whose parts stand in columns of their own."""
    of_role = {column: how.to for column in cells if (how := mapping.column(column))}
    parts = [column for role in NAME_PARTS for column in cells if of_role.get(column) == role]
    whole = [((column,), cell) for column, cell in cells.items() if of_role.get(column) == "name"]
    return [*([(tuple(parts), " ".join(cells[column] for column in parts))] if parts else []), *whole]


def _put_together(cells: Map[str, str], mapping: Mapping) -> list[tuple[tuple[str, ...], str]]:
    """The name of a row that has none in a column of names, from the first columns that stand in for one; empty = nothing there."""
    for wanted in mapping.unnamed:
        found = (next((c for c in cells if fnmatchcase(c, pattern)), None) for pattern in wanted)
        columns = tuple(column for column in found if column is not None)
        if columns:
            return [(columns, " ".join(cells[column] for column in columns))]
    return []


def _listed(unnamed: tuple[tuple[str, ...], ...]) -> str:
    return " or ".join(" and ".join(column.removesuffix("/*") for column in columns) for columns in unnamed)


def _refuse_unseen(column: str, cell: str) -> None:
    if cell.isascii() and "=" not in cell[:1]:
        return
    unseen = _UNSEEN.search(cell)
    if unseen:
        raise CellRefused(
            column, f"holds an invisible character (U+{ord(unseen[0]):04X}); type the cell again without it"
        )
    if _FORMULA.match(cell):
        raise CellRefused(column, "holds a formula; put its value in its place")
