"""Importing one version of a published list: what it adds, changes and no longer holds, against the version before it.

The same file again changes nothing. An empty or halved file is refused, and one of which a column slipped. A person gone from the list is claimed to be no longer listed, and
nothing else: never released.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from habeas.claims.ledger import NewEntry
from habeas.claims.lists.collisions import Collision, collisions_in
from habeas.claims.lists.mapping import NAMING, PLACEHOLDER, Mapping, format_of, mapping_file
from habeas.claims.lists.read_list import ReadList, read_list
from habeas.identity.names_ahead import names_ahead
from habeas.kernel.days import Day
from habeas.kernel.errors import InputRefused, UsageError
from habeas.register.importing import Wish
from habeas.register.intake import before_intake, take_up, would_take_up
from habeas.register.list_difference import SHOWN, Difference, backwards_in, difference
from habeas.register.list_entries import ListBatch, new_batch
from habeas.register.list_faults import listed_before, refuse_slipped
from habeas.register.list_notices import left_out_of, left_out_tables
from habeas.register.list_state import list_state
from habeas.register.opened import Register, without_collection
from habeas.sources.capture import About
from habeas.sources.media import first_line
from habeas.sources.tables import Table, TableFile, read_tables

#: What the lines of a claims file have, and rows of a list seldom.
_OF_CLAIMS = frozenset(("source", "predicate", "subject", "judge", "retract", "reinstate", "rule", "policy"))
_DATED = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class HowList:
    """How to read a list: `format_name` or `mapping` (a file), `dates` (the order of days) and `encoding`; None = as told by the file.

    `shrunk`: that it lost half of its rows or more is right.
    """

    format_name: str | None = None
    mapping: str | None = None
    dates: str | None = None
    encoding: str | None = None
    shrunk: bool = False


class UnknownHeader(InputRefused):
    """A header that no known format has; `table` is what was read, to propose a mapping from."""

    def __init__(self, path: str, table: Table) -> None:
        super().__init__(
            f"{path}: no known format; edit the mapping proposed, save it, and import again with --mapping FILE"
        )
        self.table = table


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A list's file, read: its table and mapping, what it says, and the day it is of."""

    file: TableFile
    table: Table
    mapping: Mapping
    read: ReadList
    published: date
    notices: tuple[str, ...]


def is_list(path: str) -> bool:
    """Whether a file is a table of some kind. One that cannot be read is none: whoever takes it in says why."""
    suffix = Path(path).suffix.lower()
    return suffix in (".csv", ".tsv", ".xlsx", ".html", ".htm", ".json") or (
        suffix in (".jsonl", ".ndjson", ".ftm") and _is_of_rows(path)
    )


def _is_of_rows(path: str) -> bool:
    """Whether the lines of a file are a list's rows or entities with a schema, rather than claims and acts."""
    try:
        first = json.loads(first_line(path, 1 << 20).decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    if not isinstance(first, dict) or not first:
        return False
    return format_of(tuple(first), None) is not None or not first.keys() & _OF_CLAIMS


def import_list(
    register: Register, path: str, about: About, wish: Wish, how: HowList, file: TableFile | None = None
) -> dict[str, Any]:
    """Import one version, `file` where it was read before. Raises InputRefused when the file is at fault, or `strict` finds a faulty row; then nothing was written."""
    with without_collection(lasting=True):
        read = read_file(path, about, wish, how, register.store.clock().date(), file)
        before = before_intake(register)
        with names_ahead(register.names, _names_in(register, read)):
            answer, entries = enter_list(register, read, about, wish, how)
            return {**answer, **(would_take_up(register, entries) if wish.dry_run else take_up(register, before))}


def _names_in(register: Register, read: ReadFile) -> set[str]:
    """Every name that people are known by or that the file gives, under which they will be looked for."""
    known = register.knowledge
    named = {mention.name for mention in known.mentions.values()} | {person.name for person in read.read.persons}
    told = {str(claim.value.get("text") or "") for claim in known.claims if claim.predicate == "name"}
    given = (one for person in read.read.persons for one in person.asserted if one.predicate == "name")
    return named | told | {str(one.value.get("text") or "") for one in given}


def read_file(
    path: str, about: About, wish: Wish, how: HowList, today: date, file: TableFile | None = None
) -> ReadFile:
    """Read a list's file as far as no register is needed. Raises UnknownHeader, or InputRefused."""
    file = file or read_tables(path, how.encoding)
    table, mapping = mapped(path, file, how)
    mapping = replace(mapping, dates=how.dates or mapping.dates, list_name=wish.list_name or mapping.list_name)
    if mapping.list_name == PLACEHOLDER:
        raise InputRefused(
            f"{path}: the list has no name yet; write it behind 'list:' in the mapping, or say --list NAME"
        )
    published, said = _published(path, about.published, today)
    read = read_list(table, mapping, published, path)
    if read.refused and wish.strict:
        first = read.refused[0]
        raise InputRefused(
            f"{path}: row {first.row}: {first.why} ({len(read.refused)} faulty in all; --strict refuses the file)"
        )
    return ReadFile(
        file,
        table,
        mapping,
        read,
        published,
        (*said, *file.warnings, *left_out_tables(file, table), *left_out_of(table, mapping, read)),
    )


def mapped(path: str, file: TableFile, how: HowList) -> tuple[Table, Mapping]:
    """The first table that the mapping, or a known format, fits."""
    if how.mapping is not None:
        mapping = mapping_file(how.mapping)
        for table in file.tables:
            if _names_of(table, mapping):
                return table, mapping
        wanted = ", ".join(name for name, column in mapping.columns.items() if column.to in NAMING)
        raise InputRefused(
            f"{path}: no column {wanted}; its header is {', '.join(file.tables[0].columns)}: correct the mapping"
        )
    for table in file.tables:
        found = format_of(table.columns, how.format_name)
        if found is not None:
            _refuse_lacking(path, table, found)
            return table, found
    raise UnknownHeader(path, file.tables[0])


def _names_of(table: Table, mapping: Mapping) -> bool:
    named = {column.to for header in table.columns if (column := mapping.column(header)) is not None}
    wanted = {column.to for column in mapping.columns.values() if column.to in ("id", "name", "surname")}
    return wanted <= named


def _refuse_lacking(path: str, table: Table, mapping: Mapping) -> None:
    if not mapping.fits(table.columns):
        lacking = [name for name in mapping.recognise if name not in table.columns]
        raise InputRefused(
            f"{path}: the header lacks {', '.join(lacking)}, which the format {mapping.format} has; get the file again"
        )


def _published(path: str, told: Day, today: date) -> tuple[date, tuple[str, ...]]:
    """The day the list is of: told, else in the file's name, else today, which is said."""
    if not told.is_unknown:
        if told.first is None or not told.is_exact:
            raise UsageError(f"--published {told.text}: a version of a list needs one day; write YYYY-MM-DD")
        return told.first, _ahead(told.first, today)
    if day := day_in_name(path):
        return day, (f"taken as the version of {day}, the day in the file's name", *_ahead(day, today))
    return today, (f"taken as the version of {today}, today, since no --published is given",)


def _ahead(day: date, today: date) -> tuple[str, ...]:
    if day <= today:
        return ()
    return (
        f"the version is dated {day}, which is ahead of today ({today}): no list is of a day to come; look at the day again",
    )


def day_in_name(path: str) -> date | None:
    """The one day that a file's name holds, as 2026-08-30 or 20260830; None = none, or several."""
    found = set()
    for year, month, day in _DATED.findall(Path(path).name):
        try:
            found.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None


def enter_list(
    register: Register, read: ReadFile, about: About, wish: Wish, how: HowList
) -> tuple[dict[str, Any], list[NewEntry]]:
    """Enter a version that was read, as one batch; what it changed, and its entries."""
    state = list_state(register, read.mapping.list_name, read.published, read.file.sha256)
    before = None if state.before is None else (state.before.published, state.before.rows)
    refuse_shrunk(read.file.file_name, read.read.rows, before, how)
    if state.same is None:
        refuse_slipped(read.file.file_name, read.read.persons, listed_before(state, register.knowledge.retracted()))
    found = difference(read.read, state)
    batch = new_batch(register, read, about, state)
    reused = {i for one in found.reused for i in one["ids"]}
    collisions = collisions_in(p for p in read.read.persons if p.id not in reused)
    drafts = []
    if wish.as_drafts:
        drafts = batch.proposals()
    else:
        batch.enter(found)
        batch.doubt(collisions)
    if not wish.dry_run:
        batch.write(drafts)
    answer = {
        "sha256": read.file.sha256, "format": read.mapping.format, "list": read.mapping.list_name, "published": read.published.isoformat(),
        "rows": read.read.rows, "entities": {"person": len(read.read.persons)}, "added": found.added, "changed": len(found.changes),
        "gone": len(found.gone), "unchanged": found.unchanged, "claims": 0 if wish.as_drafts else len(found.new), "drafts": len(drafts),
        "dry_run": wish.dry_run, "refused": [{"row": r.row, "column": r.column, "why": r.why} for r in read.read.refused],
        "quarantined": [*found.reused, *(_shown(batch, c) for c in collisions), *backwards_in(read.read.persons)],
        "notices": [*read.notices, *_retracted_before(register, found)], "changes": found.changes[:SHOWN],
        "who_added": [{"id": p.id, "name": p.name, "row": p.row} for p in found.newcomers[:SHOWN]],
        "who_gone": [{"id": i, "name": state.names[state.mentions[i][-1]]} for i in found.gone[:SHOWN]],
    }  # fmt: skip
    return answer, list(batch.entries.values())


def _retracted_before(register: Register, found: Difference) -> list[str]:
    """What of this version was retracted before: to take a version in again does not let it count again."""
    number = len(found.held & register.knowledge.retracted())
    return (
        [f"{number} claims of this version were retracted before and stay so; reinstate them if they are right"]
        if number
        else []
    )


def refuse_shrunk(name: str, rows: int, before: tuple[date, int] | None, how: HowList) -> None:
    """Raises InputRefused for a version of half the rows of the one `before` it (its day and rows) or fewer; None = there is none."""
    if before is not None and not how.shrunk and rows * 2 <= before[1]:
        raise InputRefused(
            f"{name}: {rows} rows, where the version of {before[0]} had {before[1]}: the file looks cut short; get it again, or say"
            " --shrunk if the list really lost so many"
        )


def _shown(batch: ListBatch, collision: Collision) -> dict[str, Any]:
    return {
        "kind": "collision", "rows": [p.row for p in collision.persons], "ids": [p.id for p in collision.persons],
        "mentions": [batch.mention_of(p.id, p.name) for p in collision.persons], "why": collision.why,
    }  # fmt: skip
