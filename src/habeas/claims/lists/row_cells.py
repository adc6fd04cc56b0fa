"""One row of a list to the person it names and what it asserts.

A row with a faulty cell is refused as a whole, so that nobody is held by half.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
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


class RowReader:
    """Reads the rows of a list of the day `published`: what the mapping says of its columns is looked up once."""

    def __init__(self, mapping: Mapping, published: date) -> None:
        self.mapping, self.published = mapping, published
        of_role = [(column, how.to) for column, how in mapping.columns.items()]
        self._telling = tuple(column for column, role in of_role if role == "id") or tuple(
            column for column, role in of_role if role in ("name", *NAME_PARTS)
        )

    def cells_of(self, row: Row) -> Map[str, str]:
        """A row's cells without those that only look filled. A name is a name, whatever it is: people are called Null."""
        empty = self.mapping.empty
        if all(cell.casefold() not in empty for cell in row.cells.values()):
            return row.cells
        return {
            column: cell
            for column, cell in row.cells.items()
            if cell.casefold() not in empty or _names_somebody(column, self.mapping)
        }

    def id_in(self, row: Row) -> str | None:
        """The id the list gives this row's person; None = it gives none, or it is unreadable."""
        return self._id_in(self.cells_of(row))

    def _id_in(self, cells: Map[str, str]) -> str | None:
        parts = [cells.get(column, "") for column in self._telling]
        said = "|".join(parts)
        return None if not any(parts) or _UNSEEN.search(said) else said

    def person_in(self, row: Row) -> Person:
        """What a row asserts. Raises CellRefused naming the column; AmbiguousDay when the whole list lacks a declared order of days."""
        if row.fault is not None:
            raise CellRefused(None, row.fault)
        mapping, cells = self.mapping, self.cells_of(row)
        for column, cell in cells.items():
            if not cell.isascii() or cell[:1] == "=":
                _refuse_unseen(column, cell)
        names = _named(cells, mapping) or _put_together(cells, mapping)
        _refuse_names(names, mapping)
        person_id = self._id_in(cells)
        if person_id is None:
            raise CellRefused(
                _column_of(("id",), mapping),
                "the id is empty; without it the next version would not know whom this row is about",
            )
        asserted = asserted_in(cells, mapping, self.published)
        called = [Asserted("name", {"text": name}, quote=name, columns=columns) for columns, name in names]
        told = {one.key for one in asserted if one.predicate == "name"}
        return Person(row.number, person_id, names[0][1], (*(one for one in called if one.key not in told), *asserted))


def _names_somebody(column: str, mapping: Mapping) -> bool:
    how = mapping.column(column)
    return how is not None and how.to in NAMING


def _refuse_names(names: Sequence[tuple[tuple[str, ...], str]], mapping: Mapping) -> None:
    if not names and mapping.unnamed:
        raise CellRefused(None, f"nobody is named: a name is wanted, or {_listed(mapping.unnamed)}")
    for columns, name in names or [((), "")]:
        if fault := name_fault(name):
            raise CellRefused(columns[0] if columns else _column_of(("name", "surname"), mapping), fault)


def _column_of(roles: tuple[str, ...], mapping: Mapping) -> str | None:
    return next((column for column, how in mapping.columns.items() if how.to in roles), None)


def _named(cells: Map[str, str], mapping: Mapping) -> list[tuple[tuple[str, ...], str]]:
    """Every name with its columns; first the one whose parts stand in columns of their own."""
    of_role = [(column, how.to) for column in cells if (how := mapping.column(column)) and how.to in NAMING]
    parts = [column for wanted in NAME_PARTS for column, role in of_role if role == wanted]
    whole = [((column,), cells[column]) for column, role in of_role if role == "name"]
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
    unseen = _UNSEEN.search(cell)
    if unseen:
        raise CellRefused(
            column, f"holds an invisible character (U+{ord(unseen[0]):04X}); type the cell again without it"
        )
    if _FORMULA.match(cell):
        raise CellRefused(column, "holds a formula; put its value in its place")
