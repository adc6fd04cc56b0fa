"""What a desk remembers of the things that need a person: whose they are, and until when they are put off and why.

Desk state, no entry of the ledger: it lies beside it in the accounts file, where the names of accounts are too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Column, MetaData, Table, Text, delete, insert, inspect, select

from habeas.kernel.errors import CannotOpen
from habeas.store.accounts import Accounts
from habeas.store.faults import said_plainly

desk_items = Table(
    "desk_items", MetaData(),
    Column("item", Text, primary_key=True),
    Column("assigned_to", Text, nullable=True),
    Column("put_off_until", Text, nullable=True),
    Column("reason", Text, nullable=True),
    Column("set_by", Text, nullable=False),
    Column("set_at", Text, nullable=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DeskItem:
    """`assigned_to` None = nobody's; `put_off_until` None = not put off; that day it is there again."""

    assigned_to: str | None = None
    put_off_until: date | None = None
    reason: str | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to remember."""
        return self.assigned_to is None and self.put_off_until is None


class DeskItems:
    """The state of every item that has one."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def every(self) -> dict[str, DeskItem]:
        """By item. Raises CannotOpen."""
        engine = self._accounts.engine
        if engine is None:
            return {}
        with said_plainly(self._accounts.path), engine.connect() as connection:
            if not inspect(connection).has_table(desk_items.name):
                return {}
            rows = connection.execute(select(desk_items)).all()
        return {
            row.item: DeskItem(
                row.assigned_to, date.fromisoformat(row.put_off_until) if row.put_off_until else None, row.reason
            )
            for row in rows
        }

    def put(self, items: Mapping[str, DeskItem], set_by: str) -> None:
        """Remember what is said of these items in place of what was; those of which nothing is said are forgotten. Raises CannotOpen."""
        engine = self._accounts.engine
        if engine is None or not items:
            if engine is None:
                raise CannotOpen(
                    f"{self._accounts.path}: there is no accounts file beside the register, and none can be made here"
                )
            return
        at = datetime.now(UTC).isoformat(timespec="seconds")
        rows = [
            {
                "item": item, "assigned_to": said.assigned_to, "put_off_until": said.put_off_until.isoformat() if said.put_off_until else None,
                "reason": said.reason, "set_by": set_by, "set_at": at,
            }
            for item, said in items.items() if not said.says_nothing
        ]  # fmt: skip
        with (
            said_plainly(self._accounts.path), engine.connect().execution_options(writing=True) as connection, connection.begin(),
        ):  # fmt: skip
            desk_items.metadata.create_all(connection)
            for chunk in _chunks(list(items)):
                connection.execute(delete(desk_items).where(desk_items.c.item.in_(chunk)))
            if rows:
                connection.execute(insert(desk_items), rows)


def _chunks(items: list[str]) -> Iterable[list[str]]:
    return (items[at : at + 500] for at in range(0, len(items), 500))
