"""What an import of a list says of it beside its rows: what is not kept, what is kept and not claimed, and words that were not understood."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from habeas.claims.lists.mapping import Mapping
from habeas.claims.lists.read_list import ReadList
from habeas.sources.tables import Table, TableFile

#: So many rows are named one by one.
_SHOWN = 20
_VALUE = re.compile(r"/\d+(?=/|$)")


def left_out_of(table: Table, mapping: Mapping, read: ReadList) -> list[str]:
    """What of a table is not kept, in sentences; the values of one property, each a column of its own, are told once."""
    said = {f"column '{_VALUE.sub('/*', one.column)}' left out: {one.why}": None for one in read.left_out}
    said |= dict.fromkeys(_unknown_sexes(mapping, read))
    said |= dict.fromkeys(_unread_terms(mapping, read))
    said |= dict.fromkeys(_only_in_copy(table, mapping, read))
    others = len(table.rows) - read.rows
    if others:
        kind = ", ".join(f"{column} {' or '.join(values)}" for column, values in mapping.only.items())
        said[f"{others} rows left out: this format takes those with {kind}"] = None
    return list(said)


def _only_in_copy(table: Table, mapping: Mapping, read: ReadList) -> Iterator[str]:
    """What a known format does not claim. A mapping made by hand says so itself."""
    if not mapping.packaged:
        return
    used = {column for person in read.persons for one in person.asserted for column in one.columns}
    there = {column for row in table.rows for column in row.cells} - used
    ignored = [
        _VALUE.sub("/*", column)
        for column in read.kept
        if column in there and (how := mapping.column(column)) is not None and how.to == "ignore"
    ]
    if ignored:
        yield f"kept in the copy of the file alone, claimed of nobody: {', '.join(dict.fromkeys(ignored))}"


def left_out_tables(file: TableFile, table: Table) -> list[str]:
    """Every other table of a file that has rows, in a sentence."""
    said = []
    for number, other in enumerate(file.tables, start=1):
        if other is not table and other.rows:
            what = f"the worksheet '{other.sheet}'" if other.sheet else f"table {number}"
            same = set(other.columns) == set(table.columns)
            remedy = (
                "it has the same columns: put its rows below the others, or import it as a list of its own"
                if same
                else "import it by itself if it is a list"
            )
            said.append(f"{what} left out, {len(other.rows)} rows: one table of a file is read; {remedy}")
    return said


def _unknown_sexes(mapping: Mapping, read: ReadList) -> Iterator[str]:
    words: dict[str, list[str]] = defaultdict(list)
    for asserted in (a for person in read.persons for a in person.asserted if a.predicate == "description"):
        for column in asserted.columns:
            if (how := mapping.column(column)) is not None and how.to == "sex.value":
                words[_VALUE.sub("/*", column)].append(asserted.quote)
    for column, told in sorted(words.items()):
        shown = ", ".join(f"'{word}'" for word in sorted(set(told))[:5])
        yield f"column '{column}': {len(told)} cells name no sex known here ({shown}); kept as text, nobody is counted by them"


def _unread_terms(mapping: Mapping, read: ReadList) -> Iterator[str]:
    """Cells of a column of terms that are no term as a whole, by row."""
    rows: dict[str, list[str]] = defaultdict(list)
    for person in read.persons:
        for asserted in person.asserted:
            if (text := asserted.value.get("told_term")) is None:
                continue
            for column in asserted.columns:
                if (how := mapping.column(column)) is not None and how.to.endswith(".term"):
                    rows[column].append(f"row {person.row} '{text}'")
    for column, told in sorted(rows.items()):
        shown = ", ".join(told[:_SHOWN]) + (f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else "")
        yield f"column '{column}': {len(told)} cells are no term that is understood ({shown}); kept as they are written, no length is taken from them"
