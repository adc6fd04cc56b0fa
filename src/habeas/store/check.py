"""Does the ledger still say what it said? Names every entry that was changed, dropped, reordered or cut off.

Every body is held against its commitment, every commitment against the recorded heads, and the last head against what the
accounts file remembers. Whoever can rewrite all of these at once is found out only by a head kept elsewhere, which is what
published checkpoints are for.

All is read from one snapshot, so that a writer at work raises no alarm; what the accounts file remembers is read before it, because
that may lag behind the ledger and never runs ahead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from habeas.claims.ledger import Body, Entry, Problem
from habeas.kernel.errors import CannotOpen
from habeas.store.faults import said_plainly
from habeas.store.guards import Fault, faults_of
from habeas.store.store import Store
from habeas.store.tables import as_bytes, bodies, entries, heads
from habeas.store.walk import RecordedHead, Walk

#: Entries read ahead at a time; some bodies are whole captures, so there are few.
_AHEAD = 200
#: How many unreadable entries in a row are named before the rest is given up.
_UNREADABLE = 100


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Whether all is well, how many entries there are, the root in hex, what was found, and which guards are at fault."""

    ok: bool
    entries: int
    root: str
    problems: tuple[Problem, ...]
    guards: tuple[Fault, ...] = ()


def check(store: Store) -> CheckResult:
    """Read the whole ledger once. What cannot be read is a problem found, not an error raised."""
    walk = Walk(store.key)
    guards: tuple[Fault, ...] = ()
    try:
        walk.remembered = store.accounts.remembered()
        with store.snapshot() as connection:
            guards = faults_of(connection)
            walk.heads = _heads(connection)
            walk.expunged = _expunged(connection)
            _walk_along(store.path, connection, walk)
            if _stray(connection):
                walk.found("changed", 0, "there are bodies that belong to no entry: put in past the ledger")
        walk.end()
    except CannotOpen as error:
        walk.found("changed", walk.expected, f"from here on nothing can be read: {error}")
    problems = tuple(sorted(walk.problems.values(), key=lambda p: (p.entry, p.kind)))
    return CheckResult(not problems and not guards, walk.tree.size, walk.tree.root().hex(), problems, guards)


def stray_bodies(store: Store) -> int:
    """Bodies that belong to no entry: content put in past the ledger."""
    with store.snapshot() as connection:
        return _stray(connection)


def _stray(connection: Connection) -> int:
    query = select(func.count()).select_from(bodies).where(bodies.c.id.not_in(select(entries.c.id)))
    return int(connection.execute(query).scalar() or 0)


def _walk_along(path: str, connection: Connection, walk: Walk) -> None:
    """Show `walk` every entry that can be read. Raises CannotOpen where too many in a row cannot."""
    single, in_a_row = False, 0
    while True:
        try:
            with said_plainly(path):
                before = walk.expected
                for entry, body in _together(connection, before - 1, single):
                    walk.see(entry, body)
                    in_a_row = 0
                if not single or walk.expected == before:
                    return
        except CannotOpen as error:
            # after a fault PostgreSQL answers nothing more in this snapshot; SQLite goes on, and singly the bad entry is found
            if connection.dialect.name != "sqlite" or in_a_row == _UNREADABLE or walk.expected > walk.longest:
                raise
            if single:
                walk.pass_over(str(error))
                in_a_row += 1
            single = not single


def _together(connection: Connection, after: int, single: bool) -> Iterator[tuple[Entry, Body]]:
    """Entries later than `after` with their bodies: all of them, or the next alone, so that no other is touched."""
    query = select(entries, bodies.c.salt, bodies.c.data).join_from(
        entries, bodies, entries.c.id == bodies.c.id, isouter=True
    )
    if single or after > 0:  # not from the very beginning, where a forged place below 1 has to be seen
        query = query.where(entries.c.sequence > after)
    query = query.order_by(entries.c.sequence).limit(1 if single else None)
    for row in connection.execute(query, execution_options={"yield_per": _AHEAD}):
        data = None if row.data is None else as_bytes(row.data)
        entry = Entry(row.sequence, row.id, row.kind, as_bytes(row.commitment), row.names)
        yield entry, Body(row.sequence, row.id, row.kind, as_bytes(row.salt), data)


def _heads(connection: Connection) -> dict[int, RecordedHead]:
    rows = connection.execute(select(heads).order_by(heads.c.size))
    return {row.size: RecordedHead(as_bytes(row.root), as_bytes(row.peaks), row.recorded_at) for row in rows}


def _expunged(connection: Connection) -> set[str]:
    """Ids whose bodies an entry says were expunged."""
    return set(connection.execute(select(entries.c.names).where(entries.c.kind == "expunged")).scalars())
