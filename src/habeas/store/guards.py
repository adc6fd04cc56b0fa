"""The guards that keep a ledger from being changed through SQL: are they all in place, and putting them back.

Whoever takes them away can do so silently, so they are looked at on every opening and by every check. Beside the triggers stands the
mark that a register holds invented people: the first byte of its key says so too, and every id in the ledger is made under that key.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from habeas.kernel.ids import KEY_BYTES, new_key
from habeas.store.tables import GUARD_BODY, GUARD_FUNCTION, KEPT, POSTGRES_GUARDS, SQLITE_GUARDS, as_bytes, meta

_MARK = "invented"
_OF_SQLITE = text(f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN {KEPT}")  # noqa: S608 - our own names
_OF_POSTGRES = text(
    "SELECT t.tgname, p.prosrc, t.tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid"  # noqa: S608 - our own names
    f" WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace AND c.relname IN {KEPT}"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A guard that is `missing`, `altered`, or (`added`) one that this software never made."""

    name: str
    state: str


def marked_key(*, invented: bool) -> bytes:
    """A fresh key whose first byte says whether the register is for invented people."""
    return bytes([invented]) + new_key()


def is_invented(settings: dict[str, bytes]) -> bool:
    """Whether a register is for invented people: as its key says, where the key says so, whatever was written since."""
    key = settings["key"]
    return key[0] == 1 if len(key) > KEY_BYTES else settings[_MARK] == b"1"


def faults_of(connection: Connection) -> tuple[Fault, ...]:
    """What is wrong with the guards, by name."""
    wanted, there = _wanted(connection), _there(connection)
    found = [Fault(n, "missing" if n not in there else "altered") for n in wanted if there.get(n) != wanted[n]]
    found += [Fault(name, "added") for name in there if name not in wanted]
    settings = {row.key: as_bytes(row.value) for row in connection.execute(select(meta))}
    if (settings[_MARK] == b"1") != is_invented(settings):
        found.append(Fault(_MARK, "altered"))
    return tuple(sorted(found, key=lambda fault: fault.name))


def put_back(connection: Connection, faults: tuple[Fault, ...]) -> None:
    """Make the guards again as they were, within a transaction; what was added goes."""
    if faults and connection.dialect.name != "sqlite":
        connection.execute(text(GUARD_FUNCTION.replace(":", "\\:")))
    made = SQLITE_GUARDS if connection.dialect.name == "sqlite" else POSTGRES_GUARDS
    for fault in faults:
        if fault.name == _MARK:
            settings = {row.key: as_bytes(row.value) for row in connection.execute(select(meta))}
            right = b"1" if is_invented(settings) else b"0"
            connection.execute(meta.update().where(meta.c.key == _MARK).values(value=right))
            continue
        if fault.state != "missing":
            _drop(connection, fault.name)
        if fault.state != "added":
            connection.execute(text(made[fault.name].replace(":", "\\:")))


def in_words(faults: tuple[Fault, ...]) -> str:
    """Which guards are at fault, for a message."""
    return ", ".join(f"{fault.name} {fault.state}" for fault in faults)


def _wanted(connection: Connection) -> dict[str, str]:
    return SQLITE_GUARDS if connection.dialect.name == "sqlite" else dict.fromkeys(POSTGRES_GUARDS, GUARD_BODY.strip())


def _there(connection: Connection) -> dict[str, str]:
    """What each guard does, by name; one of PostgreSQL that is switched off does nothing."""
    if connection.dialect.name == "sqlite":
        return {row.name: str(row.sql) for row in connection.execute(_OF_SQLITE)}
    rows = connection.execute(_OF_POSTGRES)
    return {row.tgname: row.prosrc.strip() if row.tgenabled in ("O", "A") else "" for row in rows}


def _drop(connection: Connection, name: str) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"DROP TRIGGER {quoted}".replace(":", "\\:")))
        return
    table = next(t for t in KEPT if name.startswith(t)) if name in POSTGRES_GUARDS else None
    for one in [table] if table else KEPT:
        connection.execute(text(f"DROP TRIGGER IF EXISTS {quoted} ON {one}".replace(":", "\\:")))
