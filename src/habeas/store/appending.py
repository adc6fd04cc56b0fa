"""Appending to the ledger within a transaction: which entries are new, their places, salts, commitments, and the new head."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from habeas.claims.ledger import SALT_BYTES, Head, NewEntry, Tree, commit
from habeas.kernel.errors import CannotOpen, InputRefused
from habeas.store.tables import as_bytes, bodies, entries, heads

_CHUNK = 500
#: Entries made ready at once: of a million, the rows of all would take as much memory as the entries themselves.
_AT_A_TIME = 10_000


def append(connection: Connection, batch: Sequence[NewEntry], recorded_at: datetime | None) -> int:
    """Append those of `batch` not yet present; how many were added. An id that stands twice in the batch enters once, as first
    given. `recorded_at` None = now. Raises InputRefused when it lies before the latest entry, CannotOpen when the ledger is damaged.
    """
    new = _not_yet(connection, batch)
    if not new:
        return 0
    moment = _moment(recorded_at, head(connection).recorded_at)
    tree = _tree(connection)
    for at in range(0, len(new), _AT_A_TIME):
        rows, contents = _rows(new[at : at + _AT_A_TIME], tree)
        _put_in(connection, entries, ("sequence", "id", "kind", "commitment", "names"), rows)
        _put_in(connection, bodies, ("id", "salt", "data"), contents)
    connection.execute(insert(heads).values(size=tree.size, root=tree.root(), peaks=tree.packed(), recorded_at=moment))
    return len(new)


def _put_in(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """All rows in one statement of the driver's own: they need no conversion each, for they hold text, numbers and bytes only."""
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
    by_place = statement.positiontup == list(columns)  # else the driver wants names
    values: Sequence[Any] = rows if by_place else [dict(zip(columns, row, strict=True)) for row in rows]
    connection.exec_driver_sql(str(statement), values)


def _moment(asked: datetime | None, latest: datetime | None) -> str:
    """What the new head states as its instant."""
    moment = asked or max(datetime.now(UTC), latest or datetime.min.replace(tzinfo=UTC))
    if latest is not None and moment < latest:
        raise InputRefused(
            f"recorded_at {moment.isoformat()} lies before the latest entry ({latest.isoformat()}), and the ledger's clock never runs"
            " backwards; run the command again, and check the clock of this machine if that does not help"
        )
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def head(connection: Connection) -> Head:
    """Where the ledger stands. Raises CannotOpen when its latest head cannot be read."""
    row = connection.execute(select(heads).order_by(heads.c.size.desc()).limit(1)).first()
    if row is None:
        return Head(0, Tree().root(), None)
    moment = moment_of(row.recorded_at)
    if moment is None:
        raise CannotOpen("the latest head of the ledger is damaged; run: habeas check")
    return Head(row.size, as_bytes(row.root), moment)


def moment_of(told: object) -> datetime | None:
    """The instant a head states; None when it states none."""
    try:
        moment = datetime.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None


def present(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that are in the ledger."""
    asked = list(ids)
    if not asked or head(connection).size == 0:
        return set()
    found: set[str] = set()
    for chunk in chunks(asked):
        found |= set(connection.execute(select(entries.c.id).where(entries.c.id.in_(chunk))).scalars())
    return found


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Pieces small enough for one statement's parameters."""
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))


def _not_yet(connection: Connection, batch: Sequence[NewEntry]) -> list[NewEntry]:
    first: dict[str, NewEntry] = {}
    for entry in batch:
        first.setdefault(entry.id, entry)
    there = present(connection, first)
    return [entry for entry in first.values() if entry.id not in there]


def _rows(new: Sequence[NewEntry], tree: Tree) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Rows of `entries` (sequence, id, kind, commitment, names) and `bodies` (id, salt, data); the tree grows by them."""
    rows, contents = [], []
    salts = secrets.token_bytes(SALT_BYTES * len(new))  # asked of the system once, not for each
    for place, entry in enumerate(new):
        salt, sequence = salts[place * SALT_BYTES : (place + 1) * SALT_BYTES], tree.size + 1
        commitment = commit(salt, sequence, entry.kind, entry.data)
        tree.append(commitment)
        rows.append((sequence, entry.id, entry.kind, commitment, entry.names))
        contents.append((entry.id, salt, entry.data))
    return rows, contents


def _tree(connection: Connection) -> Tree:
    row = connection.execute(select(heads).order_by(heads.c.size.desc()).limit(1)).first()
    tree = Tree() if row is None else Tree.unpacked(row.size, as_bytes(row.peaks))
    if row is not None and tree.root() != as_bytes(row.root):
        raise CannotOpen("the latest head of the ledger is damaged; run: habeas check")
    last = connection.execute(select(func.max(entries.c.sequence))).scalar() or 0
    if last != tree.size:
        raise CannotOpen(f"the ledger holds {last} entries where {tree.size} were recorded; run: habeas check")
    return tree
