"""The ledger in a database: append, read, drafts. One writer at a time; a batch is one transaction or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, text

from habeas.claims.ledger import SALT_BYTES, Body, Entry, Head, NewEntry, Tree, commit
from habeas.kernel.errors import CannotOpen, InputRefused
from habeas.store.accounts import Accounts
from habeas.store.connect import said_plainly
from habeas.store.tables import as_bytes, bodies, drafts, entries, heads

_CHUNK = 500
_WRITER_LOCK = 4_835_201


class Store:
    """An open ledger. `key` is the register's own key; `invented` registers hold invented people and accept another clock."""

    def __init__(self, path: str, engine: Engine, accounts: Accounts, settings: dict[str, bytes]) -> None:
        self.path = path
        self.engine = engine
        self.accounts = accounts
        self.key = settings["key"]
        self.invented = settings["invented"] == b"1"
        self.read_only = False

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()
        self.accounts.close()

    def actor_id(self, name: str) -> str:
        """The opaque id of whoever is at work; made on first use, except where nothing can be written."""
        return "read-only" if self.read_only else self.accounts.actor_id(name)

    def head(self) -> Head:
        """Where the ledger stands."""
        with said_plainly(self.path), self.engine.connect() as connection:
            return _head(connection)

    def clock(self) -> datetime:
        """Now in UTC, never earlier than the latest entry: the clock of a ledger does not run backwards."""
        latest = self.head().recorded_at
        now = datetime.now(UTC)
        return now if latest is None or latest < now else latest

    def append(self, batch: Sequence[NewEntry], recorded_at: datetime | None = None) -> int:
        """Append those not yet present as one act; how many were added."""
        return self._write(lambda connection: _append(connection, batch, recorded_at or datetime.now(UTC)))

    def settle(self, batch: Sequence[NewEntry], decided: Sequence[str], recorded_at: datetime) -> int:
        """Append, and take the decided drafts off the desk, as one act."""

        def act(connection: Connection) -> int:
            added = _append(connection, batch, recorded_at)
            for chunk in _chunks(decided):
                connection.execute(delete(drafts).where(drafts.c.id.in_(chunk)))
            return added

        return self._write(act)

    def expunge(self, ids: Sequence[str], batch: Sequence[NewEntry], recorded_at: datetime) -> int:
        """Append the `expunged` entries and remove the bodies they name, as one act."""

        def act(connection: Connection) -> int:
            added = _append(connection, batch, recorded_at)
            for chunk in _chunks(ids):
                connection.execute(delete(bodies).where(bodies.c.id.in_(chunk)))
            return added

        return self._write(act)

    def has(self, ids: Iterable[str]) -> set[str]:
        """Those of `ids` that are present."""
        with said_plainly(self.path), self.engine.connect() as connection:
            return _present(connection, list(ids))

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Entries in order, later than sequence `after`."""
        query = select(entries).where(entries.c.sequence > after).order_by(entries.c.sequence)
        with said_plainly(self.path), self.engine.connect() as connection:
            for row in connection.execution_options(yield_per=5000).execute(query):
                yield Entry(row.sequence, row.id, row.kind, as_bytes(row.commitment), row.names)

    def bodies(self, kinds: Sequence[str] | None = None, after: int = 0) -> Iterator[Body]:
        """Bodies in ledger order; `data` None = expunged."""
        columns = (entries.c.sequence, entries.c.id, entries.c.kind, bodies.c.salt, bodies.c.data)
        query = select(*columns).join_from(entries, bodies, entries.c.id == bodies.c.id, isouter=True)
        query = query.where(entries.c.sequence > after).order_by(entries.c.sequence)
        if kinds is not None:
            query = query.where(entries.c.kind.in_(kinds))
        with said_plainly(self.path), self.engine.connect() as connection:
            for row in connection.execution_options(yield_per=5000).execute(query):
                yield _body(row)

    def body(self, entry_id: str) -> Body | None:
        """One body; None = no such entry."""
        columns = (entries.c.sequence, entries.c.id, entries.c.kind, bodies.c.salt, bodies.c.data)
        query = select(*columns).join_from(entries, bodies, entries.c.id == bodies.c.id, isouter=True)
        with said_plainly(self.path), self.engine.connect() as connection:
            row = connection.execute(query.where(entries.c.id == entry_id)).first()
        return None if row is None else _body(row)

    def add_drafts(self, proposed: Sequence[tuple[str, bytes]]) -> int:
        """Put drafts on the desk; those already there are passed over. How many were added."""

        def act(connection: Connection) -> int:
            there = set(connection.execute(select(drafts.c.id)).scalars())
            new = [{"id": i, "data": d} for i, d in dict(proposed).items() if i not in there]
            if new:
                connection.execute(insert(drafts), new)
            return len(new)

        return self._write(act)

    def pending_drafts(self) -> list[tuple[str, bytes]]:
        """Drafts waiting, oldest first."""
        with said_plainly(self.path), self.engine.connect() as connection:
            rows = connection.execute(select(drafts.c.id, drafts.c.data).order_by(drafts.c.number)).all()
        return [(row.id, as_bytes(row.data)) for row in rows]

    def _write(self, act: Callable[[Connection], int]) -> int:
        if self.read_only:
            raise CannotOpen(f"{self.path}: the file or its folder is read-only; nothing was written")
        with said_plainly(self.path):
            with self.engine.connect().execution_options(writing=True) as connection, connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITER_LOCK})
                result = act(connection)
            # only after the commit: the side file may lag behind the ledger, never run ahead of it
            head = self.head()
            self.accounts.remember(head.size, head.root)
        return result


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Pieces small enough for one statement's parameters."""
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))


def _body(row: Any) -> Body:
    data = None if row.data is None else as_bytes(row.data)
    return Body(row.sequence, row.id, row.kind, as_bytes(row.salt), data)


def _head(connection: Connection) -> Head:
    row = connection.execute(select(heads).order_by(heads.c.size.desc()).limit(1)).first()
    if row is None:
        return Head(0, Tree().root(), None)
    return Head(row.size, as_bytes(row.root), datetime.fromisoformat(row.recorded_at))


def _present(connection: Connection, ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for chunk in _chunks(ids):
        found |= set(connection.execute(select(entries.c.id).where(entries.c.id.in_(chunk))).scalars())
    return found


def _append(connection: Connection, batch: Sequence[NewEntry], recorded_at: datetime) -> int:
    unique = {entry.id: entry for entry in batch}
    present = _present(connection, list(unique))
    new = [entry for entry in unique.values() if entry.id not in present]
    if not new:
        return 0
    tree, size = _tree(connection)
    latest = _head(connection).recorded_at
    if latest is not None and recorded_at < latest:
        raise InputRefused(
            f"recorded_at {recorded_at.isoformat()} lies before the latest entry ({latest.isoformat()}); the ledger's clock never runs backwards"
        )
    rows, contents = [], []
    for sequence, entry in enumerate(new, start=size + 1):
        salt = secrets.token_bytes(SALT_BYTES)
        commitment = commit(salt, sequence, entry.kind, entry.data)
        tree.append(commitment)
        rows.append(
            {"sequence": sequence, "id": entry.id, "kind": entry.kind, "commitment": commitment, "names": entry.names}
        )
        contents.append({"id": entry.id, "salt": salt, "data": entry.data})
    connection.execute(insert(entries), rows)
    connection.execute(insert(bodies), contents)
    moment = recorded_at.astimezone(UTC).isoformat(timespec="microseconds")
    connection.execute(insert(heads).values(size=tree.size, root=tree.root(), peaks=tree.packed(), recorded_at=moment))
    return len(new)


def _tree(connection: Connection) -> tuple[Tree, int]:
    row = connection.execute(select(heads).order_by(heads.c.size.desc()).limit(1)).first()
    tree = Tree() if row is None else Tree.unpacked(row.size, as_bytes(row.peaks))
    last = connection.execute(select(func.max(entries.c.sequence))).scalar() or 0
    if last != tree.size:
        raise CannotOpen(f"the ledger holds {last} entries where {tree.size} were recorded; run: habeas check")
    return tree, last
