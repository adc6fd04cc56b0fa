"""Does the ledger still say what it said? Names every entry that was changed, dropped, reordered or cut off.

Every body is held against its commitment, every commitment against the recorded heads, and the last head against what the
accounts file remembers. Whoever can rewrite all of these at once is found out only by a head kept elsewhere, which is what
published checkpoints are for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select

from habeas.claims.entries import PREFIX
from habeas.claims.ledger import Body, Entry, Problem, Tree, commit
from habeas.kernel.errors import CannotOpen
from habeas.kernel.ids import make_id
from habeas.store.connect import said_plainly
from habeas.store.store import Store
from habeas.store.tables import as_bytes, bodies, entries, heads

#: How many places a body that fits nowhere is tried at before it is called changed.
_TRIED = 200_000
#: How many entries missing in a row are named one by one.
_MOST_NAMED = 1000


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Whether all is well, how many entries there are, the root in hex, and what was found."""

    ok: bool
    entries: int
    root: str
    problems: tuple[Problem, ...]


def check(store: Store) -> CheckResult:
    """Read the whole ledger once."""
    try:
        problems, tree = _walk(store)
    except CannotOpen as error:
        problems, tree = [Problem("changed", 0, str(error))], Tree()
    problems.sort(key=lambda p: (p.entry, p.kind))
    return CheckResult(not problems, tree.size, tree.root().hex(), tuple(problems))


def _walk(store: Store) -> tuple[list[Problem], Tree]:
    roots = _heads(store)
    last_size = max(roots, default=0)
    tree, problems = Tree(), []
    kept = store.accounts.remembered()
    expected, whole = 1, True
    for entry, body in _together(store):
        for missing in range(expected, min(entry.sequence, expected + _MOST_NAMED)):
            problems.append(Problem("dropped", missing, "the entry is gone"))
            whole = False
        expected = entry.sequence + 1
        tree.append(entry.commitment)
        if kept is not None and tree.size == kept[0] and tree.root() != kept[1] and not problems and whole:
            problems.append(Problem("changed", tree.size, "the accounts file remembers another root for this size"))
        problem = _fits(store, entry, body, max(last_size, entry.sequence))
        if problem is not None:
            problems.append(problem)
        if whole and not problems and tree.size in roots and roots[tree.size] != tree.root():
            problems.append(_head_differs(tree.size, roots))
    if whole and tree.size and tree.size not in roots:
        first = max((s for s in roots if s < tree.size), default=0) + 1
        problems.append(
            Problem("changed", first, f"entries {first} to {tree.size} were put in without a recorded head")
        )
    problems += [Problem("cut_off", n, "the ledger once went on") for n in range(expected, last_size + 1)]
    if stray_bodies(store):
        problems.append(Problem("changed", 0, "there are bodies that belong to no entry: put in past the ledger"))
    problems += _remembered(store, tree, max(expected - 1, last_size), roots)
    return problems, tree


def _together(store: Store) -> Iterator[tuple[Entry, Body]]:
    """Every entry with its body, from one reading of the file."""
    query = select(entries, bodies.c.salt, bodies.c.data).join_from(
        entries, bodies, entries.c.id == bodies.c.id, isouter=True
    )
    with said_plainly(store.path), store.engine.connect() as connection:
        for row in connection.execution_options(yield_per=5000).execute(query.order_by(entries.c.sequence)):
            data = None if row.data is None else as_bytes(row.data)
            entry = Entry(row.sequence, row.id, row.kind, as_bytes(row.commitment), row.names)
            yield entry, Body(row.sequence, row.id, row.kind, as_bytes(row.salt), data)


def _heads(store: Store) -> dict[int, bytes]:
    with said_plainly(store.path), store.engine.connect() as connection:
        return {row.size: as_bytes(row.root) for row in connection.execute(select(heads.c.size, heads.c.root))}


def _fits(store: Store, entry: Entry, body: Body, last: int) -> Problem | None:
    if body.data is None:
        if _expunged(store, entry.id):
            return None
        return Problem("dropped", entry.sequence, "its body is gone and no entry says that it was expunged")
    if commit(body.salt, entry.sequence, entry.kind, body.data) == entry.commitment:
        return _named_rightly(store, entry, body.data)
    for place in range(1, min(last, _TRIED) + 1):
        if commit(body.salt, place, entry.kind, body.data) == entry.commitment:
            return Problem("reordered", entry.sequence, f"it was entered as number {place}")
    return Problem("changed", entry.sequence, "its content is not what was entered")


def _named_rightly(store: Store, entry: Entry, data: bytes) -> Problem | None:
    """An id is made from the content under the register's key, so another body under this id is seen."""
    try:
        content = json.loads(data)["content"] if data.startswith(b"{") else None
    except (ValueError, KeyError, RecursionError):
        content = None
    if content is not None and entry.kind in PREFIX and make_id(store.key, PREFIX[entry.kind], content) != entry.id:
        return Problem("changed", entry.sequence, "its id does not belong to its content")
    named = content.get("entry") if entry.kind == "expunged" and isinstance(content, dict) else entry.names
    if (entry.kind != "expunged" and entry.names is not None) or named != entry.names:
        return Problem("changed", entry.sequence, "it names another entry than its content does")
    return None


def _expunged(store: Store, entry_id: str) -> bool:
    query = select(func.count()).where(entries.c.kind == "expunged", entries.c.names == entry_id)
    with store.engine.connect() as connection:
        return bool(connection.execute(query).scalar())


def _head_differs(size: int, roots: dict[int, bytes]) -> Problem:
    first = max((s for s in roots if s < size), default=0) + 1
    return Problem("changed", first, f"entries {first} to {size} do not give the root recorded when they were entered")


def _remembered(store: Store, tree: Tree, known: int, roots: dict[int, bytes]) -> list[Problem]:
    kept = store.accounts.remembered()
    if kept is None:
        return []
    size, root = kept
    if size > known:
        return [
            Problem("cut_off", n, "the accounts file remembers a longer ledger") for n in range(known + 1, size + 1)
        ]
    if size in roots and roots[size] != root:
        return [Problem("changed", size, "the accounts file remembers another root for this size")]
    return []


def stray_bodies(store: Store) -> int:
    """Bodies that belong to no entry: content put in past the ledger."""
    query = select(func.count()).select_from(bodies).where(bodies.c.id.not_in(select(entries.c.id)))
    with said_plainly(store.path), store.engine.connect() as connection:
        return int(connection.execute(query).scalar() or 0)
