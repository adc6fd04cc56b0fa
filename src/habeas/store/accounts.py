"""The accounts file beside a register (`REG.accounts`): who is who, and where the ledger stood when it was last written.

Entries name actors by opaque ids; their names live only here. The remembered head lets a check notice a ledger that was cut off
together with its own heads. It may lag behind the ledger after a crash; it never runs ahead of it.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from sqlalchemy import Engine, delete, insert, inspect, select

from habeas.store.connect import connect, is_postgres
from habeas.store.faults import said_plainly
from habeas.store.tables import actors, as_bytes, last_head

_NOTICE = (
    "{side} {done}: who entered what is no longer known by name, and a ledger cut off together with its heads would not be"
    " noticed; put the file back from a backup where you can"
)


class Accounts:
    """The side file (on PostgreSQL, tables beside the ledger). `engine` None = there is none and none can be made."""

    def __init__(self, path: str, engine: Engine | None, *, read_only: bool = False) -> None:
        self.path = path
        self._engine = engine
        if engine is not None and not read_only:
            _lay_tables(engine)

    def close(self) -> None:
        """Let go of the file."""
        if self._engine is not None:
            self._engine.dispose()

    def actor_id(self, name: str) -> str:
        """The opaque id of `name`, made on first use. Raises CannotOpen."""
        if self._engine is None:
            return "read-only"
        with (
            said_plainly(self.path),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            found: str | None = connection.execute(select(actors.c.id).where(actors.c.name == name)).scalar()
            if found is None:
                found = f"act_{secrets.token_hex(8)}"
                connection.execute(insert(actors).values(id=found, name=name))
        return found

    def names(self) -> dict[str, str]:
        """Who is who: names by opaque id; empty where the side file is not to be had. Raises CannotOpen."""
        if self._engine is None:
            return {}
        with said_plainly(self.path), self._engine.connect() as connection:
            return {row.id: row.name for row in connection.execute(select(actors))}

    def remember(self, size: int, root: bytes) -> None:
        """Keep where the ledger stands. Raises CannotOpen."""
        if self._engine is None:
            return
        with (
            said_plainly(self.path),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            connection.execute(delete(last_head))
            connection.execute(insert(last_head).values(only=1, size=size, root=root))

    def remembered(self) -> tuple[int, bytes] | None:
        """Size and root last kept; None when nothing was. Raises CannotOpen."""
        if self._engine is None:
            return None
        with said_plainly(self.path), self._engine.connect() as connection:
            row = connection.execute(select(last_head)).first()
        return None if row is None else (row.size, as_bytes(row.root))


def open_accounts(path: str, passphrase: str | None, *, read_only: bool) -> tuple[Accounts, str | None]:
    """The accounts of register `path`, and a notice where the file was missing. Raises CannotOpen."""
    if is_postgres(path):
        with said_plainly(path):
            return Accounts(path, connect(path, None)), None
    side = Path(f"{path}.accounts")
    missing = not side.exists()
    if missing and read_only:
        return Accounts(str(side), None), _NOTICE.format(side=side, done="is missing")
    if missing:
        side.touch(mode=0o600)
    with said_plainly(str(side)):
        engine = connect(str(side), passphrase, read_only=read_only)
        accounts = Accounts(str(side), engine, read_only=read_only)
    return accounts, _NOTICE.format(side=side, done="was missing and was made anew") if missing else None


def _lay_tables(engine: Engine) -> None:
    # looked at first, because making tables takes the writer's lock and most openings only read
    with engine.connect() as connection:
        there = inspect(connection).has_table(last_head.name)
    if not there:
        with engine.connect().execution_options(writing=True) as connection, connection.begin():
            actors.metadata.create_all(connection)
