"""The accounts file beside a register (`REG.accounts`): who is who, and where the ledger stood when it was last written.

Entries name actors by opaque ids; their names live only here. The remembered head lets a check notice a ledger that was cut off.
"""

from __future__ import annotations

import secrets

from sqlalchemy import Engine, delete, insert, select

from habeas.store.tables import actors, as_bytes, last_head


class Accounts:
    """The side file (or, on PostgreSQL, tables beside the ledger)."""

    def __init__(self, engine: Engine | None) -> None:
        self._engine = engine
        if engine is not None:
            with engine.connect().execution_options(writing=True) as connection, connection.begin():
                actors.metadata.create_all(connection)

    def close(self) -> None:
        """Let go of the file."""
        if self._engine is not None:
            self._engine.dispose()

    def actor_id(self, name: str) -> str:
        """The opaque id of `name`, made on first use."""
        if self._engine is None:
            return "read-only"
        with self._engine.connect().execution_options(writing=True) as connection, connection.begin():
            found: str | None = connection.execute(select(actors.c.id).where(actors.c.name == name)).scalar()
            if found is None:
                found = f"act_{secrets.token_hex(8)}"
                connection.execute(insert(actors).values(id=found, name=name))
        return found

    def remember(self, size: int, root: bytes) -> None:
        """Keep where the ledger stands."""
        if self._engine is None:
            return
        with self._engine.connect().execution_options(writing=True) as connection, connection.begin():
            connection.execute(delete(last_head))
            connection.execute(insert(last_head).values(only=1, size=size, root=root))

    def remembered(self) -> tuple[int, bytes] | None:
        """Size and root last kept; None when nothing was."""
        if self._engine is None:
            return None
        with self._engine.connect() as connection:
            row = connection.execute(select(last_head)).first()
        return None if row is None else (row.size, as_bytes(row.root))
