"""The ledger in a database: append, read, drafts. One writer at a time; a batch is one transaction or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, Select, delete, insert, select, text

from habeas.claims.ledger import Body, Entry, Head, NewEntry
from habeas.kernel.errors import CannotOpen
from habeas.kernel.lasting import Lasting, becoming
from habeas.store import appending
from habeas.store.accounts import Accounts
from habeas.store.connect import PATIENCE, empty_log
from habeas.store.faults import said_plainly, shown
from habeas.store.guards import faults_of, in_words, is_invented, put_back
from habeas.store.tables import as_bytes, bodies, drafts, entries, heads

#: Says which of a PostgreSQL server's advisory locks is ours; the schema says which register.
_WRITER_LOCK = 4_835_201
#: Bodies read ahead at a time. Some are whole captures, so there are few.
_AHEAD = 200


class Store:
    """An open ledger. `key` is the register's own key; `invented` registers hold invented people and accept another clock.

    `in_the_way` of writing: questions are answered, writing raises CannotOpen; None = nothing is. `notices`: sentences the operator should see.
    """

    def __init__(self, path: str, engine: Engine, accounts: Accounts, settings: dict[str, bytes]) -> None:
        self.path = path
        self.engine = engine
        self.accounts = accounts
        self.key = settings["key"]
        self.invented = is_invented(settings)
        self.in_the_way: str | None = None
        self.notices: list[str] = []
        self._remembered = -1
        self._is_guarded = False

    @property
    def read_only(self) -> bool:
        """Whether questions are all that can be done."""
        return self.in_the_way is not None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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
            return appending.head(connection)

    def clock(self) -> datetime:
        """Now in UTC to the microsecond, never earlier than the latest entry: the clock of a ledger does not run backwards."""
        latest = self.head().recorded_at
        now = datetime.now(UTC)
        return now if latest is None or latest < now else latest

    def append(self, batch: Sequence[NewEntry], recorded_at: datetime | None = None) -> int:
        """Append those not yet present as one act; how many were added. `recorded_at` None = the clock's reading."""
        return self._write(lambda connection: appending.append(connection, batch, recorded_at))

    def settle(
        self,
        batch: Sequence[NewEntry],
        decided: Sequence[str],
        recorded_at: datetime | None,
        proposed: Sequence[tuple[str, bytes]] = (),
    ) -> int:
        """Append, take the decided drafts off the desk and put those proposed on it, as one act. How many entries were added."""

        added = 0

        def act(connection: Connection) -> int:
            nonlocal added
            added = appending.append(connection, batch, recorded_at)
            return added + _decide(connection, decided) + _propose(connection, proposed)

        self._write(act)
        return added

    def expunge(self, ids: Sequence[str], batch: Sequence[NewEntry], recorded_at: datetime) -> int:
        """Append the `expunged` entries and remove the bodies they name, as one act; nothing of them stays in the file or its log."""

        def act(connection: Connection) -> int:
            added = appending.append(connection, batch, recorded_at)
            for chunk in appending.chunks(ids):
                connection.execute(delete(bodies).where(bodies.c.id.in_(chunk)))
            return added

        added = self._write(act)
        with said_plainly(self.path):
            if not empty_log(self.engine):
                self.notices.append(
                    f"another program is reading: what was expunged stays in {self.path}-wal until it and this one have ended"
                )
        return added

    def has(self, ids: Iterable[str]) -> set[str]:
        """Those of `ids` that are present."""
        with said_plainly(self.path), self.engine.connect() as connection:
            return appending.present(connection, ids)

    def is_one_append(self, after: int, to: int) -> bool:
        """Whether the entries after number `after` up to number `to` came in as one act, whole and with no other."""
        query = select(heads.c.size).where(heads.c.size.between(after, to)).order_by(heads.c.size)
        with said_plainly(self.path), self.engine.connect() as connection:
            return list(connection.execute(query).scalars()) == ([after, to] if after else [to])

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Entries in order, later than sequence `after`."""
        query = select(entries).where(entries.c.sequence > after).order_by(entries.c.sequence)
        with said_plainly(self.path), self.engine.connect() as connection:
            for row in connection.execution_options(yield_per=5000).execute(query):
                yield Entry(row.sequence, row.id, row.kind, as_bytes(row.commitment), row.names)

    def bodies(self, kinds: Sequence[str] | None = None, after: int = 0) -> Iterator[Body]:
        """Bodies in ledger order; `data` None = expunged."""
        query = _bodies().where(entries.c.sequence > after).order_by(entries.c.sequence)
        if kinds is not None:
            query = query.where(entries.c.kind.in_(kinds))
        with said_plainly(self.path), self.engine.connect() as connection:
            for row in connection.execution_options(yield_per=_AHEAD).execute(query):
                yield _body(row)

    def body(self, entry_id: str) -> Body | None:
        """One body; None = no such entry."""
        with said_plainly(self.path), self.engine.connect() as connection:
            row = connection.execute(_bodies().where(entries.c.id == entry_id)).first()
        return None if row is None else _body(row)

    def pending_drafts(self) -> list[tuple[str, bytes]]:
        """Drafts waiting, oldest first."""
        with said_plainly(self.path), self.engine.connect() as connection:
            rows = connection.execute(select(drafts.c.id, drafts.c.data).order_by(drafts.c.number)).all()
        return [(row.id, as_bytes(row.data)) for row in rows]

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """One moment of the register, whatever others write meanwhile."""
        with said_plainly(self.path), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    def _write(self, act: Callable[[Connection], int]) -> int:
        """Do it whole or not at all. What `act` answers: how many rows it changed."""
        if self.in_the_way is not None:
            raise CannotOpen(f"{self.path}: {self.in_the_way}")
        with said_plainly(self.path):
            with (
                self.engine.connect().execution_options(writing=True) as connection,
                connection.begin() as transaction,
            ):
                _await_turn(connection)
                self._guard(connection)
                result = act(connection)
                with becoming(Lasting(shown(self.path), result) if result else None):
                    transaction.commit()
            head = self.head()
        if head.size != self._remembered:
            self._remember(head)
        return result

    def _guard(self, connection: Connection) -> None:
        """Whoever writes finds every guard in its place: before the first write those at fault are made again."""
        faults = () if self._is_guarded else faults_of(connection)
        if faults:
            put_back(connection, faults)
            self.notices.append(f"guards of the ledger were tampered with ({in_words(faults)}) and were made again")
        self._is_guarded = True

    def _remember(self, head: Head) -> None:
        """Only after the commit: the side file may lag behind the ledger, never run ahead of it, so its fault is no fault of the act."""
        try:
            self.accounts.remember(head.size, head.root)
        except CannotOpen as error:
            self.notices.append(f"entered, but where the ledger stands could not be kept beside it: {error}")
        else:
            self._remembered = head.size


def _await_turn(connection: Connection) -> None:
    """PostgreSQL lets many write: an advisory lock makes it one. SQLite's BEGIN IMMEDIATE did so already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = {PATIENCE}"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK}, hashtext(current_schema()))"))


def _decide(connection: Connection, decided: Sequence[str]) -> int:
    """Take drafts off the desk. How many were there."""
    chunks = appending.chunks(decided)
    return sum(connection.execute(delete(drafts).where(drafts.c.id.in_(chunk))).rowcount for chunk in chunks)


def _propose(connection: Connection, proposed: Sequence[tuple[str, bytes]]) -> int:
    """Put drafts on the desk; those already there are passed over. How many were added."""
    if not proposed:
        return 0
    there = set(connection.execute(select(drafts.c.id)).scalars())
    new = [{"id": i, "data": d} for i, d in dict(proposed).items() if i not in there]
    if new:
        connection.execute(insert(drafts), new)
    return len(new)


def _bodies() -> Select[Any]:
    columns = (entries.c.sequence, entries.c.id, entries.c.kind, bodies.c.salt, bodies.c.data)
    return select(*columns).join_from(entries, bodies, entries.c.id == bodies.c.id, isouter=True)


def _body(row: Any) -> Body:
    data = None if row.data is None else as_bytes(row.data)
    return Body(row.sequence, row.id, row.kind, as_bytes(row.salt), data)
